"""The language of an article: what the page states, weighed against what its text says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newscrawl.extraction.metadata.language_words import Guess, guess_language, share_script
from newscrawl.extraction.page.json_ld import as_list
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.rules import Rules

# Characters. More text makes no better guess on the tuned pages, only a slower one.
_ENOUGH = 1000
# Words of a text from which on its script is its language's, and not that of a few names; chosen.
_FEW_WORDS = 30
_TAG = re.compile(r"[A-Za-z]{2,3}(?![A-Za-z])(?:[-_][A-Za-z0-9]{2,8}){0,3}", re.ASCII)
_UNDEFINED = frozenset(("und", "mul", "zxx", "xx", "mis"))
# Old and foreign names of languages, as met in markup.
_ALIASES = {
    "iw": "he", "in": "id", "ji": "yi", "kz": "kk", "ua": "uk", "cz": "cs", "jp": "ja", "gr": "el",
    "dk": "da", "se": "sv", "kr": "ko", "cn": "zh", "fil": "tl", "rs": "sr", "by": "be", "kg": "ky",
    # Of three letters where two would do, by both lists of ISO 639-2.
    "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt",
    "ita": "it", "rus": "ru", "ukr": "uk", "kaz": "kk", "pol": "pl", "nld": "nl", "dut": "nl",
    "swe": "sv", "tur": "tr", "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko",
    "hin": "hi",
}  # fmt: skip
# Languages that a short text does not tell apart surely: here the markup is believed.
_CLOSE = (
    frozenset(("no", "nb", "nn", "da")),
    frozenset(("hr", "sr", "bs", "sh", "me", "cnr")),
    frozenset(("id", "ms")),
    frozenset(("zh", "yue", "wuu", "lzh")),
    frozenset(("nl", "af", "fy", "nds", "li", "vls")),
    frozenset(("pt", "gl", "mwl")),
    frozenset(("es", "ast", "an", "ext")),
    frozenset(("de", "lb", "nds", "gsw", "als", "bar")),
    frozenset(("tt", "ba", "cv")),
    frozenset(("bg", "mk")),
    frozenset(("en", "sco", "pcm")),
    frozenset(("ca", "oc", "va")),
    frozenset(("zu", "xh", "nr", "ss")),
    frozenset(("fr", "wa", "ht", "oc")),
    frozenset(("it", "scn", "vec", "lmo")),
    frozenset(("tr", "az", "crh")),
    frozenset(("hi", "bho", "mai", "ne", "mr")),
    frozenset(("bn", "as")),
    frozenset(("he", "yi")),
    frozenset(("am", "ti")),
    frozenset(("bo", "dz")),
    frozenset(("tl", "ceb", "ilo")),
)


class _Stated(NamedTuple):
    tag: str
    source: str


def read_language(structured: Structured, text: str, *, rules: Rules) -> tuple[str | None, str]:
    """Return the BCP 47 tag and where it was read: "rules", "html", "json_ld", "meta" or "text".

    A tag of the markup is believed unless the text surely speaks another language; its region is
    kept. ``(None, "")`` if neither says anything.
    """
    if rules.language:
        return rules.language, "rules"
    stated = list(_stated(structured))
    guess = guess_language(text[:_ENOUGH])
    if guess is None:
        return stated[0] if stated else (None, "")
    for item in stated:
        if _agree(item.tag, guess):
            return item
    is_long = len(text[:_ENOUGH].split()) >= _FEW_WORDS
    apt = [item for item in stated if not is_long or _may_be_in(item.tag, guess)]
    if apt and not guess.is_sure:
        return apt[0]
    return guess.language, "text"


def normalise_tag(value: str) -> str | None:
    """Return a tag in the writing of BCP 47, None if it is none.

    >>> normalise_tag("pt_br"), normalise_tag("zh-hans-cn"), normalise_tag("русский")
    ('pt-BR', 'zh-Hans-CN', None)
    """
    match = _TAG.match(value.strip())
    if not match:
        return None
    first, *rest = re.split("[-_]", match[0])
    base = _ALIASES.get(first.lower(), first.lower())
    if base in _UNDEFINED or match[0].lower() in ("false", "true", "none", "null", "html"):
        return None
    return "-".join([base, *filter(None, map(_subtag, rest))])


def _subtag(part: str) -> str | None:
    if len(part) == 4 and part.isalpha():
        return part.title()
    if part.upper() == "UK":
        return "GB"
    return part.upper() if (len(part) == 2 and part.isalpha()) or part.isdigit() else None


def _stated(structured: Structured) -> Iterator[_Stated]:
    """Yield what the markup states, the surest place first."""
    places = (
        ("html", [structured.language]),
        ("json_ld", as_list(structured.article.get("inLanguage"))),
        ("meta", structured.meta.get("og:locale", [])),
        ("meta", structured.meta.get("content-language", [])),
        ("meta", structured.meta.get("language", []) + structured.meta.get("dc.language", [])),
    )
    for source, values in places:
        for value in values:
            if isinstance(value, dict):
                value = value.get("alternateName") or value.get("name")  # noqa: PLW2901 - a Language
            tag = normalise_tag(value) if isinstance(value, str) else None
            if tag:
                yield _Stated(tag, source)


def _may_be_in(tag: str, guess: Guess) -> bool:
    """Return whether a language is written in the letters of the text, whatever that is in."""
    return share_script(tag.partition("-")[0], guess.language)


def _agree(tag: str, guess: Guess) -> bool:
    base = tag.partition("-")[0]
    if base == guess.language:
        return True
    close = any(base in group and guess.language in group for group in _CLOSE)
    return close and not guess.is_certain

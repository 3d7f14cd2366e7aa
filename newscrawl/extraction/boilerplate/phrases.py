"""Whole lines that are never article text: share rows, push prompts, credits, cookie notices.

The phrases stand in ``data/phrases``, one file a language; its README explains their syntax.
A phrase matches a whole short line or block, never a piece of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from importlib.resources import files

from newscrawl.extraction.boilerplate.phrase_table import (
    Phrase,
    PhraseTable,
    normalize_line,
    read_phrases,
)
from newscrawl.extraction.dates.clock import find_clock
from newscrawl.extraction.dates.parsing import fold_line, parse_date

MAX_LENGTH = 360
"""Characters. The longest phrases (requests for consent) have about 350; of a longer paragraph the
sentences are looked at, up to the first that is none."""
MAX_SENTENCES = 1500
"""Characters of the longest paragraph of phrases: a disclosure has about 1,000."""
NOTICE = 25
"""Characters of the shortest sentence that tells what its paragraph is; chosen."""

_SEPARATOR = re.compile(r"[.!?।۔։。！？|•·►▸→\n]")
_SENTENCE_END = re.compile(r"(?<=[.!?।۔։])\s+|(?<=[。！？])|\s*[|•·►▸→\n]\s*")
_SPEECH = re.compile(r"\s*(?:[\"“„«][^\"”“»]*[\"”“»]|[「『][^」』]*[」』]).*[^\W\d_]{2}")
# Of agencies ("ap/kam/bfi", "aja/PAP"), of a desk ("XY-Redaktion"), by address ("Email:
# doe@any.example"), below a post of a network ("Bay Ferry (@bayferry) May 3, 2024"), below a
# picture ("Jane Doe | AFP | Getty Images"); behind a text of an agency ("BERN (dpa-AFX)"); as
# papers sign in Korean ("홍길동 기자 hong@any.example") and Chinese ("编辑 王小明", "文/王小明").
# Lines are normalised.
_SIGNATURE = re.compile(
    r"[a-z]{2,4}(?:/[a-z]{2,4}){0,6}/(?:[a-z]{2,4}|[A-Z]{2,5})"
    r"|(?:(?:[^\W\d]+ ){0,3}[^\W\d]+: ?)?[\w.+#-]+@[\w#-]+(?:\.[\w-]+)+"
    r"|.{2,50} @\w[\w.@-]{0,50} .{3,20} #(?: [AP]M)?|pic\.twitter\.com/[\w#]+"
    r"|.{3,40} \| (?:.{2,20} \| )?(?:Getty Images|AFP|AP|EPA|Reuters|Bloomberg|iStock|Shutterstock)"
    r"|[A-ZÄÖÜ]{2,4}-Redaktion"
    r"|[A-ZÄÖÜ]{3,}(?:[ /-][A-ZÄÖÜ]{2,}){0,4} (?:dpa(?:-AFX)?|AFP|APA|awp|Reuters)"
    r"|(?:[\uac00-\ud7af]{2,8}=)?[\uac00-\ud7af]{2,4} ?(?:기자|특파원)"
    r"(?: [\w.+#-]+@[\w#-]+(?:\.[\w-]+)+)?"
    r"|(?:[\u4e00-\u9fff]{0,8}(?:记者|記者)|编辑|編輯|责编|責編|校对)(?: [\u4e00-\u9fff]{2,4}){1,4}"
    r"|(?:文|作者|撰文)[/／] ?[\u3040-\u30ff\u4e00-\u9fff]{2,8}(?: [\u4e00-\u9fff]{2,4}){0,3}"
)
# Of a line as printed: numbers of a normalised one are "#".
_HASHTAGS = re.compile(r"#\w+(?:[\s,]{1,3}#\w+)+")
# Kinds of which a paragraph goes on in other words: "We may earn a commission. Here's our process."
# Of ten such paragraphs on 890 annotated pages none is text.
_NOTICES = frozenset(("ad", "comments", "cookie", "copyright", "follow", "newsletter", "paywall"))
# Any moment will do: whether a line names one does not depend on it.
_NOW = datetime(2025, 1, 1, tzinfo=UTC)
_ROW = re.compile(r"[\s/|•·+&]+")
_PARTICLES = frozenset(
    (
        *("al", "and", "bin", "da", "de", "del", "der", "des", "di", "do", "du", "e", "el", "et"),
        *("for", "für", "la", "le", "of", "og", "och", "pour", "the", "und", "van", "von", "y"),
        *("ve", "i", "и", "та"),
    )
)


@lru_cache(maxsize=1 << 12)  # asked twice a page; a site's lines recur from page to page
def match_phrase(text: str) -> str | None:
    """Return the kind of boilerplate that a line or block is as a whole, None for anything else.

    >>> match_phrase("Follow us on Instagram!")
    'follow'
    >>> match_phrase("The banner said “Follow us on Instagram!” in red.")
    """
    if len(text) > MAX_SENTENCES or _SPEECH.match(text):
        return None
    if len(text) > MAX_LENGTH:
        return _match_sentences(text)
    line = normalize_line(text)
    kind = _kind_of(text, line) or _match_row(line) or _match_signature(line)
    kind = kind or _match_label(line) or _match_hashtags(text)
    if kind == "credit" and text.endswith(("?", "？", "؟")):  # "Reporter: When did it begin?"
        return None
    return kind or _match_sentences(text)


def is_name(text: str) -> bool:
    """Return whether a text can be the full name of a person, or people: "Jane van der Meer/AFP".

    >>> is_name("Jane van der Meer/AFP"), is_name("Functionality"), is_name("the way")
    (True, False, False)
    """
    words = text.replace("/", " / ").split()
    return (
        1 < len(words) <= 12
        and words[0][0].isalpha()
        and all(word in _PARTICLES or not word[0].islower() for word in words)
        and words[-1] not in _PARTICLES
        and not words[0][0].islower()
    )


def _kind_of(text: str, line: str) -> str | None:
    """Name a line by its normalised form; "Published in 1920 by two brothers" is no date line."""
    kind = _match_line(line)
    return None if kind == "date_line" and not _names_moment(text) else kind


def _names_moment(text: str) -> bool:
    return find_clock(fold_line(text), text) is not None or parse_date(text, now=_NOW) is not None


def _match_line(line: str) -> str | None:
    folded = f" {line.lower()}"
    spelled, patterns = _TABLE.find(folded)
    if spelled is not None:
        return spelled.kind
    return next((each.kind for each in patterns if _fits(each, folded, line)), None)


def _fits(pattern: Phrase, folded: str, line: str) -> bool:
    for texts in pattern.needs:
        for text in texts:
            if text in folded:
                break
        else:
            return False
    match = pattern.regex.fullmatch(folded)
    if match is None:
        return False
    names = range(1, len(match.groups()) + 1)
    return all(is_name(line[match.start(at) - 1 : match.end(at) - 1]) for at in names if match[at])


def _match_row(line: str) -> str | None:
    """Name a row of share buttons: "Facebook Twitter WhatsApp E-mail"."""
    folded = line.lower()
    if folded.partition(" ")[0] not in _TABLE.networks:
        return None
    words = [word for word in _ROW.split(folded) if word]
    return "share" if len(words) > 1 and all(map(_TABLE.networks.__contains__, words)) else None


def _match_signature(line: str) -> str | None:
    """Name what agencies, authors, posts and pictures are signed with."""
    return "credit" if _SIGNATURE.fullmatch(line) else None


def _match_label(line: str) -> str | None:
    """Name a link behind a bar as one behind a colon: "Also read | The bridge is shut"."""
    label, bar, rest = line.partition("|")
    if not bar or "|" in rest:
        return None
    kind = _match_line(f"{label.rstrip()}:{rest.lstrip()}")
    return kind if kind == "read_also" else None


def _match_hashtags(text: str) -> str | None:
    """Name a line of nothing but tags: "#snow #Bern"."""
    return "source" if _HASHTAGS.fullmatch(text.strip()) else None


def _match_sentences(text: str) -> str | None:
    """Name a block that begins with a phrase, and whose every sentence is one: the first's kind.

    Of a notice that speaks for the site half of the characters will do, as its wording varies.
    """
    if not _SEPARATOR.search(text, 0, len(text) - 1):
        return None
    first: str | None = None
    spare = 0
    for sentence in _sentences_of(text):
        line = normalize_line(sentence)
        kind = _kind_of(sentence, line)
        if first is None and kind in _NOTICES and len(sentence) >= NOTICE:
            spare = len(text) // 2
        first = first or kind
        if line and kind is None:
            spare -= len(sentence)
            if first is None or spare < 0:
                return None
    return first


def _sentences_of(text: str) -> Iterator[str]:
    """Yield sentences one by one: few texts are asked for their second one."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield text[start : end.start()]
        start = end.end()
    yield text[start:]


def _load() -> PhraseTable:
    folder = files("newscrawl.extraction") / "data" / "phrases"
    tables = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".txt"))
    texts = ((folder / name).read_text(encoding="utf-8") for name in tables)
    return PhraseTable(entry for text in texts for entry in read_phrases(text))


_TABLE = _load()

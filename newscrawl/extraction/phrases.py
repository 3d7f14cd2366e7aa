"""Whole lines that are never article text: share rows, push prompts, credits, cookie notices.

The phrases stand in ``data/phrases``, one file a language; its README explains their syntax.
A phrase matches a whole short line or block, never a piece of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from newscrawl.extraction.phrase_syntax import (
    Part,
    count_spellings,
    has_wildcard,
    parse_phrase,
    read_edges,
    spell,
    to_regex,
)

KINDS = frozenset(
    """ad comments cookie copyright credit follow newsletter paywall push read_also share source
    typo ui""".split()
)

MAX_LENGTH = 320
"""Characters. The longest phrases (legal notices) have about 250; a longer paragraph is not
looked at, which keeps long texts free."""

MAX_SPELLINGS = 500
"""A phrase with more spellings is matched as a pattern: 1 us a line against memory."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f", None),
        **dict.fromkeys("\"“”„‟«»″＂「」『』《》,،，、", None),
        **dict.fromkeys("()[]（）【】〔〕［］", " "),
        **dict.fromkeys("’‘‚‛`´ʼ′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **{"…": "...", "：": ":", "！": "!", "？": "?", "؟": "?", "｜": "|", "。": "."},
        **{"Ё": "Е", "ё": "е", "İ": "I", "ı": "i"},
    }
)
_ALIKE_BUT_BRACKETS = {
    code: mark for code, mark in _ALIKE.items() if chr(code) not in "()[]"
}
_NUMBER = re.compile(r"\d+(?:[.:'\s]\d+)*")
_COLON = re.compile(r" *: *")
_EDGES = re.compile(r"^[^\w#©]+|[^\w#©]+$")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|(?<=[。！？])|\s*[|•·►▸→\n]\s*")
_ROW = re.compile(r"[\s/|•·+&]+")
_PARTICLES = frozenset(
    """al and bin da de del der des di do du e el et for für i la le of og och the to und van von y
    ve i и й та für pour para con with""".split()
)


class Phrases(NamedTuple):
    """All phrases, arranged for look-up; texts are normalised, lower case, behind one space."""

    literal: dict[str, str]
    """Kind by line."""
    by_start: dict[str, re.Pattern[str]]
    """Patterns by the first three characters of the lines that they match."""
    by_end: dict[str, re.Pattern[str]]
    """Patterns that begin with a wildcard, by the last three characters."""
    networks: frozenset[str]
    """Names of networks and actions that a share row is made of."""


def match_phrase(text: str) -> str | None:
    """Return the kind of boilerplate that a line or block is as a whole, None for anything else.

    >>> match_phrase("Follow us on Instagram!")
    'follow'
    >>> match_phrase("The banner said “Follow us on Instagram!” in red.")
    """
    if len(text) > MAX_LENGTH:
        return None
    line = normalize_line(text)
    return _match_line(line) or _match_row(line) or _match_sentences(text)


def normalize_line(text: str) -> str:
    """Return the form in which lines and phrases are compared, case kept.

    Quotes, commas, brackets, white space and marks at both ends do not count; a number is ``#``.

    >>> normalize_line("► Ещё (1 234) «комментария»…")
    'Еще # комментария'
    """
    return _EDGES.sub("", _normalize(text))


def _normalize(text: str) -> str:
    line = " ".join(text.translate(_ALIKE).split())
    return _COLON.sub(":", _NUMBER.sub("#", line))


def _match_line(line: str) -> str | None:
    folded = f" {line.lower()}"
    kind = _PHRASES.literal.get(folded)
    if kind is not None:
        return kind
    return _match_pattern(_PHRASES.by_start.get(folded[:3]), line) or _match_pattern(
        _PHRASES.by_end.get(folded[-3:]), line
    )


def _match_pattern(pattern: re.Pattern[str] | None, line: str) -> str | None:
    match = pattern.fullmatch(f" {line}") if pattern else None
    if match is None or match.lastgroup is None:
        return None
    kind, _, _ = match.lastgroup.partition("__")
    names = [text for at, text in enumerate(match.groups(), 1) if at != match.lastindex and text]
    return kind if all(map(is_name, names)) else None


def is_name(text: str) -> bool:
    """Return whether a text can be the name of a person or agency: "Jane van der Meer/AFP"."""
    words = text.replace("/", " ").split()
    return all(word in _PARTICLES or not word[0].islower() for word in words) and any(
        word[0].isalpha() and not word[0].islower() for word in words
    )


def _match_row(line: str) -> str | None:
    """A row of share buttons: "Facebook Twitter WhatsApp E-mail"."""
    if len(line) > 120:
        return None
    words = [word for word in _ROW.split(line.lower()) if word]
    return "share" if len(words) > 1 and all(map(_PHRASES.networks.__contains__, words)) else None


def _match_sentences(text: str) -> str | None:
    """A block whose every sentence is a phrase has the kind of the first."""
    parts = _SENTENCE_END.split(text.strip())
    if len(parts) < 2:
        return None
    kinds = [_match_line(line) for part in parts if (line := normalize_line(part))]
    return kinds[0] if kinds and all(kinds) else None


def read_phrases(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and phrase of each entry of a phrase file; ``ValueError`` names a bad line."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, phrase = line.strip().partition(" ")
        if kind not in KINDS | {"network"} or not phrase.strip():
            raise ValueError(f"line {number}: not a kind and a phrase: {line!r}")
        yield kind, phrase.strip()


def _load() -> Phrases:
    entries = [
        entry
        for file in sorted((files("newscrawl.extraction") / "data/phrases").iterdir(), key=str)
        if file.name.endswith(".txt")
        for entry in read_phrases(file.read_text(encoding="utf-8"))
    ]
    return compile_phrases(entries)


def compile_phrases(entries: list[tuple[str, str]]) -> Phrases:
    """Return entries of kind and phrase, arranged for look-up."""
    literal: dict[str, str] = {}
    starts: dict[str, list[str]] = {}
    ends: dict[str, list[str]] = {}
    networks: set[str] = set()
    for kind, phrase in entries:
        parts = parse_phrase(_fold(phrase))
        if kind == "network":
            networks.update("".join(spell(parts)).split())
        elif has_wildcard(parts) or count_spellings(parts) > MAX_SPELLINGS:
            _add_pattern(starts, ends, kind, parts)
        else:
            literal.update((key, kind) for text in spell(parts) if (key := _key(text)))
    return Phrases(literal, _join(starts), _join(ends), frozenset(networks))


def _fold(phrase: str) -> str:
    """Return a phrase normalised like the lines it is compared with, its syntax kept."""
    line = " ".join(phrase.translate(_ALIKE_BUT_BRACKETS).lower().split())
    return _COLON.sub(":", _NUMBER.sub("#", line)).rstrip(" .:!?")


def _key(spelling: str) -> str:
    line = _EDGES.sub("", " ".join(spelling.split()))
    if line in ("", "#"):
        raise ValueError(f"not a phrase: {spelling!r}")
    return f" {line}"


def _add_pattern(
    starts: dict[str, list[str]], ends: dict[str, list[str]], kind: str, parts: list[Part]
) -> None:
    regex = f"(?P<{kind}__#>{to_regex(parts)})"
    table, edges = starts, read_edges(parts, 3)
    if edges is None:
        table, edges = ends, read_edges(parts, 3, end=True)
    if edges is None:
        raise ValueError(f"a phrase must begin or end with two letters: {parts!r}")
    for edge in edges:
        table.setdefault(edge, []).append(regex)


def _join(patterns: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    return {
        edge: re.compile(
            "|".join(regex.replace("__#>", f"__{at}>", 1) for at, regex in enumerate(regexes)),
            re.IGNORECASE,
        )
        for edge, regexes in patterns.items()
    }


_PHRASES = _load()

"""Phrase tables, arranged for look-up, and the form in which lines are compared with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from newscrawl.extraction.boilerplate.phrase_syntax import (
    Part,
    count_spellings,
    has_wildcard,
    parse_phrase,
    read_edges,
    read_needs,
    spell,
    to_regex,
)

KINDS = frozenset(
    (
        *("ad", "comments", "cookie", "copyright", "credit", "follow", "newsletter"),
        *("paywall", "push", "read_also", "share", "source", "typo", "ui"),
    )
)

MAX_SPELLINGS = 100
"""A phrase with more spellings is matched as a pattern: 500 took 0.1 s more to load and as long a
line."""

KEY_LENGTHS = (9, 6, 3)
"""Characters at the start or end of a line by which its patterns are found; of each spelling the
longest that is known, so that few patterns are tried on a line."""

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f", None),
        **dict.fromkeys('"“”„‟«»″＂「」『』《》,،，、', None),
        **dict.fromkeys("()[]（）【】〔〕［］", " "),
        **dict.fromkeys("’‘‚‛`´ʻʼ′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("？؟", "?"),
        "…": "...",
        "：": ":",
        "！": "!",
        "｜": "|",
        "。": ".",
        "Ё": "Е",
        "ё": "е",
        "İ": "I",
        "ı": "i",
    }
)
_ALIKE_BUT_BRACKETS = {code: mark for code, mark in _ALIKE.items() if chr(code) not in "()[]"}
_NUMBER = re.compile(r"\d+(?:[.:'\s]\d+)*")
_COLON = re.compile(r" *: *")


class Pattern:
    """A phrase with wildcards; what finds it is made at first use: a run meets few languages."""

    def __init__(self, rank: tuple[int, bool, int], kind: str, parts: list[Part]) -> None:
        self.rank = rank
        """Place in the order in which patterns are tried: known by the longest edges first."""
        self.kind = kind
        self._parts = parts

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Matches the whole normalised line in lower case, behind one space."""
        return re.compile(to_regex(self._parts))

    @cached_property
    def needs(self) -> list[list[str]]:
        """Every such line has a text of each of these: a look takes a tenth of a match's time."""
        return read_needs(self._parts)


class PhraseTable(NamedTuple):
    """All phrases; the keys are normalised, in lower case, behind one space."""

    literal: dict[str, str]
    """Kind by line."""
    by_start: dict[str, list[Pattern]]
    """Patterns by the first characters of the lines that they match."""
    by_end: dict[str, list[Pattern]]
    """Patterns that begin with a wildcard, by the last characters."""
    networks: frozenset[str]
    """Names of networks and actions that a share row is made of."""


def normalize_line(text: str) -> str:
    """Return the form in which lines and phrases are compared, case kept.

    Quotes, commas, brackets, white space and marks at both ends do not count; a number is ``#``.

    >>> normalize_line("► Ещё (1 234) «комментария»…")
    'Еще # комментария'
    """
    line = " ".join(_compose(text).translate(_ALIKE).split())
    line = _NUMBER.sub("#", line)
    return _strip_marks(_COLON.sub(":", line) if ":" in line else line)


def _compose(text: str) -> str:
    """Return one spelling of letters that have two: "é" and "e" with an accent, "ড়" and "ড" so."""
    return unicodedata.normalize("NFC", text)


def _strip_marks(line: str) -> str:
    if line[:1].isalnum() and line[-1:].isalnum():
        return line
    start, end = 0, len(line)
    while start < end and not _is_text(line[start]):
        start += 1
    while end > start and not _is_text(line[end - 1]):
        end -= 1
    return line[start:end]


def _is_text(sign: str) -> bool:
    """Return whether a character is no mark: a letter, a number, a vowel sign, which ends words."""
    return sign.isalnum() or sign in "#©" or unicodedata.category(sign) in ("Mn", "Mc")


def read_phrases(text: str) -> Iterator[tuple[str, str]]:
    """Yield kind and phrase of each entry of a phrase file; ``ValueError`` names a bad line."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, _, phrase = line.strip().partition(" ")
        if kind not in KINDS | {"network"} or not phrase.strip():
            raise ValueError(f"line {number}: not a kind and a phrase: {line!r}")
        yield kind, phrase.strip()


def compile_phrases(entries: Iterable[tuple[str, str]]) -> PhraseTable:
    """Return entries of kind and phrase, arranged for look-up."""
    table = PhraseTable({}, {}, {}, frozenset())
    networks: set[str] = set()
    for number, (kind, phrase) in enumerate(entries):
        parts = parse_phrase(_fold(phrase))
        if kind == "network":
            networks.update("".join(spell(parts)).split())
        elif has_wildcard(parts) or count_spellings(parts) > MAX_SPELLINGS:
            _add_pattern(table, kind, parts, number)
        else:
            table.literal.update((_key(spelling), kind) for spelling in spell(parts))
    return table._replace(networks=frozenset(networks))


def _fold(phrase: str) -> str:
    """Return a phrase normalised like the lines it is compared with, its syntax kept."""
    line = " ".join(_compose(phrase).translate(_ALIKE_BUT_BRACKETS).lower().split())
    return _COLON.sub(":", _NUMBER.sub("#", line)).rstrip(" .:!?")


def _key(spelling: str) -> str:
    line = _strip_marks(" ".join(spelling.split()))
    if line in ("", "#"):
        raise ValueError(f"not a phrase: {spelling!r}")
    return f" {line}"


def _add_pattern(table: PhraseTable, kind: str, parts: list[Part], number: int) -> None:
    for buckets, end in ((table.by_start, False), (table.by_end, True)):
        edges = read_edges(parts, KEY_LENGTHS, end=end)
        if edges is not None:
            rank = (-min(map(len, edges)), end, number)
            pattern = Pattern(rank, kind, parts)
            for edge in edges:
                buckets.setdefault(edge, []).append(pattern)
            return
    raise ValueError(f"a phrase must begin or end with two letters: {parts!r}")

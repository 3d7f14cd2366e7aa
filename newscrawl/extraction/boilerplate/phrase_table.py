"""Phrase tables, arranged for look-up, and the form in which lines are compared with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from newscrawl.extraction.boilerplate.phrase_syntax import (
    Part,
    count_spellings,
    has_wildcard,
    parse_phrase,
    read_edges,
    read_needs,
    read_starts,
    spell,
    to_regex,
)

KINDS = frozenset(
    (
        *("ad", "comments", "cookie", "copyright", "credit", "date_line", "follow", "newsletter"),
        *("paywall", "push", "read_also", "share", "source", "typo", "ui"),
    )
)

MAX_SPELLINGS = 100
"""A phrase with more spellings is matched as a pattern: 500 took 0.1 s more to read all
of them and as long a line."""

START = 3
"""Characters at the start of a line, its space with them, by which phrases are grouped."""

KEY_LENGTHS = (9, 6, START)
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


def _replacer(table: dict[int, str | None]) -> Callable[[str], str]:
    """Return what gives one spelling to marks, and to letters that have two: "é", "e" + accent."""
    marks = re.compile(f"[{re.escape(''.join(map(chr, table)))}]")

    def replace(text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        return text.translate(table) if marks.search(text) else text  # a look is 8 times faster

    return replace


_make_alike = _replacer(_ALIKE)
_make_alike_but_brackets = _replacer(
    {code: mark for code, mark in _ALIKE.items() if chr(code) not in "()[]"}
)

_NUMBER = re.compile(r"\d+(?:[.:'\s]\d+)*")
_COLON = re.compile(r" *: *")


class Phrase:
    """An entry of a table. What finds it is made at first use: a run meets few languages."""

    def __init__(self, number: int, kind: str, text: str) -> None:
        self.kind = kind
        self._number = number
        self._text = _fold(text)

    @cached_property
    def starts(self) -> set[str]:
        """The first characters of all lines that it matches, empty if they may be any."""
        if known := read_starts(self._text):
            return {f" {start}" for start in known}
        if self.lines is not None:
            return {line[:START] for line in self.lines}
        edges, at_end = self.edges
        return set() if at_end else {edge[:START] for edge in edges}

    @cached_property
    def lines(self) -> list[str] | None:
        """All lines that it matches, None if it has a wildcard or too many spellings."""
        if has_wildcard(self._parts) or count_spellings(self._parts) > MAX_SPELLINGS:
            return None
        return [_key(spelling) for spelling in spell(self._parts)]

    @cached_property
    def edges(self) -> tuple[set[str], bool]:
        """What its lines begin with, or, if that may be anything, end with; whether they end so."""
        for at_end in (False, True):
            edges = read_edges(self._parts, KEY_LENGTHS, end=at_end)
            if edges is not None:
                return edges, at_end
        raise ValueError(f"a phrase must begin or end with two letters: {self._text!r}")

    @cached_property
    def rank(self) -> tuple[int, bool, int]:
        """Place in the order in which patterns are tried: known by the longest edges first."""
        edges, at_end = self.edges
        return -min(map(len, edges)), at_end, self._number

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Matches the whole line."""
        return re.compile(to_regex(self._parts))

    @cached_property
    def needs(self) -> list[list[str]]:
        """Every such line has a text of each of these: a look takes a tenth of a match's time."""
        return read_needs(self._parts)

    @cached_property
    def _parts(self) -> list[Part]:
        return parse_phrase(self._text)


class PhraseTable:
    """All phrases, arranged for look-up of lines: normalised, in lower case, behind one space.

    The phrases that begin alike are read when the first line is met that begins so: all of them
    take a second.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self.networks: set[str] = set()
        """Names of networks and actions that a share row is made of."""
        self._by_start: dict[str, list[Phrase]] = {}
        self._by_end: dict[str, list[Phrase]] = {}
        self._groups: dict[str, _Group] = {}
        for number, (kind, text) in enumerate(entries):
            if kind == "network":
                self.networks.update(_fold(text).split())
            else:
                self._add(Phrase(number, kind, text))

    def _add(self, phrase: Phrase) -> None:
        for start in phrase.starts:
            self._by_start.setdefault(start, []).append(phrase)
        if not phrase.starts:
            for edge in phrase.edges[0]:
                self._by_end.setdefault(edge, []).append(phrase)

    def kind_of(self, line: str) -> str | None:
        """Return the kind of the phrase that is spelled like a line."""
        return self._group(line[:START]).lines.get(line)

    def patterns_for(self, line: str) -> list[Phrase]:
        """Return the phrases with wildcards that can match a line, as they are to be tried."""
        by_start = self._group(line[:START]).patterns
        patterns: list[Phrase] = []
        for length in KEY_LENGTHS:
            patterns += by_start.get(line[:length], ())
            patterns += self._by_end.get(line[-length:], ())
        patterns.sort(key=attrgetter("rank"))
        return patterns

    def _group(self, start: str) -> _Group:
        if start not in self._by_start:
            return _NO_GROUP
        if start not in self._groups:
            self._groups[start] = _group(self._by_start[start], start)
        return self._groups[start]


class _Group(NamedTuple):
    """What the phrases that begin alike match."""

    lines: dict[str, str]
    """Kind by line."""
    patterns: dict[str, list[Phrase]]
    """Phrases with wildcards by the first characters of their lines."""


def _group(phrases: Iterable[Phrase], start: str) -> _Group:
    group = _Group({}, {})
    for phrase in phrases:
        if phrase.lines is not None:
            found = (line for line in phrase.lines if line.startswith(start))
            group.lines.update(dict.fromkeys(found, phrase.kind))
        else:
            for edge in phrase.edges[0]:
                if edge.startswith(start):
                    group.patterns.setdefault(edge, []).append(phrase)
    return group


_NO_GROUP = _Group({}, {})


def normalize_line(text: str) -> str:
    """Return the form in which lines and phrases are compared, case kept.

    Quotes, commas, brackets, white space and marks at both ends do not count; a number is ``#``.

    >>> normalize_line("► Ещё (1 234) «комментария»…")
    'Еще # комментария'
    """
    line = " ".join(_make_alike(text).split())
    line = _NUMBER.sub("#", line)
    return _strip_marks(_COLON.sub(":", line) if ":" in line else line)


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


def _fold(phrase: str) -> str:
    """Return a phrase normalised like the lines it is compared with, its syntax kept."""
    line = " ".join(_make_alike_but_brackets(phrase).lower().split())
    return _COLON.sub(":", _NUMBER.sub("#", line)).rstrip(" .:!?")


def _key(spelling: str) -> str:
    line = _strip_marks(" ".join(spelling.split()))
    if line in ("", "#"):
        raise ValueError(f"not a phrase: {spelling!r}")
    return f" {line}"

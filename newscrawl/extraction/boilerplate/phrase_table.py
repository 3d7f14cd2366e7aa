"""Phrase tables, arranged for look-up, and the form in which lines are compared with them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import attrgetter

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

_LABELS = KINDS | {"network"}

MAX_SPELLINGS = 100
"""A phrase with more spellings is matched as a pattern: 500 took 0.1 s more to read all
of them and as long a line."""

SHORTEST = 3
"""Characters at the start of a line, its space with them, that a phrase must tell."""

STARTS = (6, 5, 4, SHORTEST)
"""Such characters by which phrases wait for the first line that begins like them. What 2,000 lines
of all countries' pages ask for is read in 0.4 s; by three characters alone it took 0.9 s."""

KEY_LENGTHS = (9, 6, SHORTEST)
"""Characters at the start or end of a line by which its patterns are found; of each spelling the
longest that is known, so that few patterns are tried on a line."""

_ALIKE = {
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f", ""),
    **dict.fromkeys('"“”„‟«»″＂「」『』《》,،，、', ""),
    **dict.fromkeys("（）【】〔〕［］", " "),
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
_SYNTAX = dict.fromkeys("()[]", " ")


def _replacer(spellings: dict[str, str]) -> Callable[[str], str]:
    """Return what gives one spelling to marks, and to letters that have two: "é", "e" + accent."""
    marks = re.compile(f"[{re.escape(''.join(spellings))}]")

    def replace(text: str) -> str:
        text = unicodedata.normalize("NFC", text)
        return marks.sub(lambda mark: spellings[mark[0]], text)

    return replace


_make_alike = _replacer(_ALIKE | _SYNTAX)
_make_alike_but_syntax = _replacer(_ALIKE)

_NUMBER = re.compile(r"\d+(?:[.:'\s]\d+)*")
_COLON = re.compile(r" *: *")


class Phrase:
    """An entry of a table. What finds it is made at first use: a run meets few languages."""

    def __init__(self, number: int, kind: str, text: str) -> None:
        self.kind = kind
        self.is_read = False
        self.number = number
        self._text = text

    @cached_property
    def starts(self) -> set[str]:
        """The first characters of all lines that it matches, empty if they may be any."""
        if known := read_starts(self._text):
            return {f" {start}" for start in known}
        if self.lines is not None:
            return {line[:SHORTEST] for line in self.lines}
        edges, at_end = self.edges
        return set() if at_end else {edge[:SHORTEST] for edge in edges}

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
        return -min(map(len, edges)), at_end, self.number

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

    Those that begin like a line are read when the first such line is met: all of them take a
    second.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self.networks: set[str] = set()
        """Names of networks and actions that a share row is made of."""
        self._unread: dict[str, list[Phrase]] = {}
        self._lines: dict[str, Phrase] = {}
        self._by_start: dict[str, list[Phrase]] = {}
        self._by_end: dict[str, list[Phrase]] = {}
        for number, (kind, text) in enumerate(entries):
            if kind == "network":
                self.networks.update(text.split())
            else:
                self._add(Phrase(number, kind, text))

    def _add(self, phrase: Phrase) -> None:
        for start in phrase.starts:
            self._unread.setdefault(start, []).append(phrase)
        if not phrase.starts:
            for edge in phrase.edges[0]:
                self._by_end.setdefault(edge, []).append(phrase)

    def find(self, line: str) -> tuple[Phrase | None, list[Phrase]]:
        """Return the phrase that is spelled like a line, the last if there are more.

        If there is none, those with wildcards that can match the line, as they are to be tried.
        """
        self._read_for(line)
        if spelled := self._lines.get(line):
            return spelled, []
        patterns: list[Phrase] = []
        for length in KEY_LENGTHS:
            patterns += self._by_start.get(line[:length], ())
            patterns += self._by_end.get(line[-length:], ())
        patterns.sort(key=attrgetter("rank"))
        return None, patterns

    def _read_for(self, line: str) -> None:
        for length in STARTS:
            for phrase in self._unread.pop(line[:length], ()):
                if not phrase.is_read:
                    self._read(phrase)

    def _read(self, phrase: Phrase) -> None:
        phrase.is_read = True
        if phrase.lines is None:
            for edge in phrase.edges[0]:
                self._by_start.setdefault(edge, []).append(phrase)
            return
        for line in phrase.lines:
            known = self._lines.setdefault(line, phrase)
            if known.number < phrase.number:
                self._lines[line] = phrase


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
    """Yield kind and phrase of each entry of a phrase file; ``ValueError`` names a bad line.

    Phrases are normalised like the lines they are compared with, their syntax kept.
    """
    for number, line in enumerate(_make_alike_but_syntax(text).lower().splitlines(), start=1):
        kind, _, phrase = " ".join(line.split()).partition(" ")
        if not kind or kind.startswith("#"):
            continue
        if kind not in _LABELS or not phrase:
            raise ValueError(f"line {number}: not a kind and a phrase: {line!r}")
        phrase = _NUMBER.sub("#", phrase)
        yield kind, (_COLON.sub(":", phrase) if ":" in phrase else phrase).rstrip(" .:!?")


def _key(spelling: str) -> str:
    line = _strip_marks(" ".join(spelling.split()))
    if line in ("", "#"):
        raise ValueError(f"not a phrase: {spelling!r}")
    return f" {line}"

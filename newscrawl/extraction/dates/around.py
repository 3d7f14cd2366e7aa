"""What a printed line says beside its dates: "Von Anna Lehmann, 22. November 2011, 14:05 Uhr"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from newscrawl.extraction.dates.date_lines import LONGEST_FILLER, is_date_line, is_date_part
from newscrawl.extraction.dates.lines import LONGEST_LINE, may_hold_date
from newscrawl.extraction.dates.parsing import TOKEN, fold_line, is_full_date
from newscrawl.extraction.dates.words import LABELS, WEEKDAYS, month_of

# Words of the longest date without its clock: "ngày 22 tháng 11 năm 2011".
_MOST_WORDS = 6
# Letters of a weekday that is a person's name in another language: "Anna", "Mar".
_LONGEST_NAME = 4
_ENDS = " ,;|•·()[]–—-/."
# How dates end in some languages: "22 d.", "2011 г.".
_ABBREVIATION = re.compile(r"[^\W\d_]{1,2}\.")
_HAS_DIGIT = re.compile(r"\d")


class _Word(NamedTuple):
    """A word of a line as dates have it."""

    text: str
    is_dated: bool  # a number, a month, a weekday, a label, a zone
    is_beside: bool  # the same, and no month or short weekday: "Mai" and "Jan" begin names, too
    is_filler: bool  # "de", "|"
    is_label: bool  # "Updated"


@lru_cache(maxsize=1024)  # text and authors ask of the same lines; a pure function of them
def pieces_beside_dates(line: str) -> tuple[str, ...]:
    """Return the pieces of a line around its dates, none of them empty; () without a date.

    >>> pieces_beside_dates("Politik | Von Jan Maier, 22. November 2011, 14:05 Uhr - Bern")
    ('Politik | Von Jan Maier', 'Bern')
    """
    if len(line) > LONGEST_LINE or not may_hold_date(line):
        return ()
    words = list(map(_read_word, line.split()))
    pieces: list[str] = []
    behind = 0
    while span := _find_date(words, behind):
        pieces.append(" ".join(word.text for word in words[behind : span[0]]))
        behind = span[1]
    if not behind:
        return ()
    pieces.append(" ".join(word.text for word in words[behind:]))
    return tuple(piece for each in pieces if (piece := each.strip(_ENDS)))


@lru_cache(maxsize=4096)  # dates have few words
def _read_word(text: str) -> _Word:
    tokens = TOKEN.findall(fold_line(text))
    names = [token for token in tokens if not token[0].isdecimal()]
    has_digit = len(names) < len(tokens)
    is_dated = bool(tokens) and all(map(is_date_part, names))
    return _Word(
        text,
        is_dated=is_dated and (has_digit or any(len(name) > LONGEST_FILLER for name in names)),
        is_beside=is_dated and (has_digit or not any(map(_may_be_name, names))),
        is_filler=not has_digit and all(len(name) <= LONGEST_FILLER for name in names),
        is_label=any(map(LABELS.find, names)),
    )


def _may_be_name(name: str) -> bool:
    if name in WEEKDAYS:
        return len(name) <= _LONGEST_NAME
    return len(name) <= LONGEST_FILLER or month_of(name) is not None


def _find_date(words: list[_Word], start: int) -> tuple[int, int] | None:
    """Return where the first date from a word on begins and ends, with the clock beside it."""
    for end in range(start + 1, len(words) + 1):
        if not words[end - 1].is_dated:
            continue
        for begin in range(end - 1, max(start, end - _MOST_WORDS) - 1, -1):
            if not (words[begin].is_dated or words[begin].is_filler):
                break
            if words[begin].is_dated and _is_date(words[begin:end]):
                return _widen(words, start, begin, end)
    return None


def _is_date(words: list[_Word]) -> bool:
    line = " ".join(word.text for word in words)
    return _HAS_DIGIT.search(line) is not None and (is_full_date(line) or is_date_line(line))


def _widen(words: list[_Word], start: int, begin: int, end: int) -> tuple[int, int]:
    """Return a date's place with what goes with it: weekday and label, clock and zone."""
    near = begin
    while near > start and (words[near - 1].is_beside or words[near - 1].is_filler):
        near -= 1
        begin = near if words[near].is_beside else begin
    if end < len(words) and _ABBREVIATION.fullmatch(words[end].text) and words[end].text.islower():
        end += 1
    near = end
    while near < len(words) and not words[near].is_label:
        if not (words[near].is_beside or words[near].is_filler):
            break
        near += 1
        end = near if words[near - 1].is_beside else end
    return begin, end

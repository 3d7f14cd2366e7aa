"""Lines that say nothing but a date: "Published: Monday, 3 March 2025, 10:14", "3 hours ago"."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from newscrawl.extraction.dates.clock import find_clock
from newscrawl.extraction.dates.lines import may_hold_date, split_line
from newscrawl.extraction.dates.parsing import TOKEN, fold_line, is_full_date, parse_date
from newscrawl.extraction.dates.relative import counts_from_now
from newscrawl.extraction.dates.words import is_date_word
from newscrawl.extraction.dates.zones import is_zone

# Characters; a line without spaces or digits is shorter.
_LONGEST, _SHORT = 100, 24
# Letters of "at", "de", "г": what may stand between the parts of a date in any language.
LONGEST_FILLER = 2
_CLOCK = re.compile(
    r"\W*(?:[01]?\d|2[0-3])\s?[:h]\s?[0-5]\d(?:\s?(?:h|uhr|[ap]\.?m\.?))?\W*", re.IGNORECASE
)
# A label and its date in two elements without a space: "Published12 November".
_GLUED = re.compile(r"^([^\W\d]{4,})(?=\d)")
# A year and a clock in two elements: "12 Nov 202416.50".
_GLUED_CLOCK = re.compile(r"\b((?:19|20)\d\d)(?=\d\d[.:]\d\d\b)")
# What two dates of one line are parted by.
_SIGNS = re.compile(r"[|•·]")
# Any moment will do: whether "yesterday" is a date does not depend on it.
_NOW = datetime(2025, 1, 1, tzinfo=UTC)


def is_date_line(line: str) -> bool:
    """Return whether a line says nothing but a date, with a label, a weekday and a clock at most.

    A day without its year needs a clock, or to count from now.

    >>> is_date_line("Yesterday at 10:15"), is_date_line("Mis à jour le lundi 3 mars 2025 à 10h14")
    (True, True)
    >>> is_date_line("It snowed on 3 March 2025.")
    False
    """
    if len(line) > _LONGEST or not (len(line) <= _SHORT or may_hold_date(line)):
        return False
    words = _words_of(line)
    if not all(map(is_date_part, words)):
        return False
    if is_full_date(line):
        return True
    is_near = counts_from_now(words) or find_clock(fold_line(line), line) is not None
    return is_near and parse_date(line, now=_NOW) is not None


def on_day_of(line: str, dated: str) -> str | None:
    """Return a line that says nothing but a time of day, with the day of another line before it.

    None if it says more, or the other line names no day.

    >>> on_day_of("Updated 11:14", "5 November 2025, 09:30")
    '5 november 2025,   Updated 11:14'
    """
    clock = find_clock(fold_line(line), line) if len(line) <= _LONGEST else None
    if clock is None or not all(map(is_date_part, _words_of(line))) or parse_date(line, now=_NOW):
        return None
    other = find_clock(fold_line(dated), dated)
    both = f"{other.rest if other else dated} {line}"
    moment = parse_date(both, now=_NOW)
    is_read = moment and (moment.stamp.hour, moment.stamp.minute) == (clock.hour, clock.minute)
    return both if is_read else None


def strip_clock(line: str) -> str:
    """Return a line without the time of day that it begins with.

    >>> strip_clock("12:04Jane Doe"), strip_clock("18h48"), strip_clock("2:1")
    ('Jane Doe', '', '2:1')
    """
    clock = _CLOCK.match(line)
    return line[clock.end() :] if clock else line


def is_stamp(line: str) -> bool:
    """Return whether a line says nothing but when the page was published or changed.

    >>> is_stamp("Publié le 25/11/2026 à 11h47 • Mis à jour le 25/11/2026 à 12h05")
    True
    >>> is_stamp("25/11/2026")
    False
    """
    if not may_hold_date(line):
        return False
    line = _GLUED.sub(r"\1 ", line)
    parts = [part.strip() for part in _SIGNS.split(line)]
    if any(len(part) > _LONGEST for part in parts):
        return False
    first = _words_of(line[:_SHORT])[:1]
    if not all(map(is_date_part, first)) or not any(part.kind for part in split_line(line)):
        return False
    return all(map(_is_dated, parts))


def is_moment(line: str) -> bool:
    """Return whether a line says nothing but a day and a time of day.

    >>> is_moment("Aug 21, 2025 17:40 (IST)"), is_moment("21 August 2025")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    line = _GLUED_CLOCK.sub(r"\1 ", line)
    return is_date_line(line) and find_clock(fold_line(line), line) is not None


def _is_dated(part: str) -> bool:
    """Return whether a labelled part is a date line, perhaps without its year or clock."""
    if is_date_line(part):
        return True
    return all(map(is_date_part, _words_of(part))) and parse_date(part, now=_NOW) is not None


def _words_of(line: str) -> list[str]:
    return [token for token in TOKEN.findall(fold_line(line)) if not token[0].isdecimal()]


def is_date_part(word: str) -> bool:
    """Return whether a folded word may stand in a date: a month, a label, a zone, "de"."""
    return len(word) <= LONGEST_FILLER or is_date_word(word) or is_zone(word)

"""Dates as people print them, in some seventy languages."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from typing import NamedTuple

from newscrawl.extraction.dates.clock import Clock, find_clock
from newscrawl.extraction.dates.moments import (
    Moment,
    make_day,
    make_moment,
    moment_of_day,
    parse_machine_date,
)
from newscrawl.extraction.dates.numerals import in_digits
from newscrawl.extraction.dates.relative import find_moment_ago, find_named_day
from newscrawl.extraction.dates.words import (
    fold,
    join_phrases,
    month_of,
    solar_day_of,
    solar_month_of,
)

# Characters. A date line is shorter, and nothing here is slow on as much.
_LONGEST = 150
# Those that write "18-03-08" for 8 March 2018.
_YEAR_FIRST_LANGUAGES = frozenset(("zh", "ja", "ko"))
_THAI_ERA = 543  # years ahead of ours
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}

_ERA = re.compile(r"(令和|平成|昭和|民國|民国)\s?(\d{1,3}|元)\s?年")
_YEAR_FIRST = re.compile(
    r"(?<!\d)(\d{4})\s?(?:[-/.]|年|년|оны)\s?"
    r"(\d{1,2})\s?(?:[-/.]|月|월|(?:-р )?сарын)\s?(\d{1,2})(?!\d)"
)
# The Republic of China counts from 1912: "114-11-05".
_REPUBLIC = re.compile(r"(?<!\d)(1[01]\d)\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?![\d:])")
_YEAR_LAST = re.compile(r"(?<![\d.])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d\d)(?!\d)")
# As they write in Denmark: "22/11-2011".
_DANISH = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})(?:\s?-\s?|\s)((?:19|20)\d\d)(?![\d-])")
# What days end or begin with, and what else they have a number for, before their year.
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY_NUMBER = re.compile(r"(?<![\d:.])\d{1,2}(?![\d:])")
_NO_YEAR = re.compile(r"(?<!\d)(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]")
_VIETNAMESE = re.compile(r"(?<!\d)(\d{1,2}) (?:thang|thg) (\d{1,2})(?:,| nam)* (\d{4})")
TOKEN = re.compile(r"\d+|[^\s\d!-/:-@\[-\^`{-~·•–—…،。、（）「」«»“”„’׳॰]+")
# Lines whose parts have no space between them: "202207:59", "28.09.1912:44", "042013", Thai, Khmer.
_GLUED = re.compile(
    r"(?<=[^\d]20\d\d)(?=[0-2]?\d:[0-5]\d)|(?<=\.\d\d)(?=[0-2]\d:[0-5]\d)"
    r"|(?<= [0-3]\d)(?=20[0-3]\d\b)|(?<=[\u0e00-\u0e7f])(?=ที่(?:แล้ว|ผ่านมา))"
    r"|(?<=ខែ)(?=[\u1780-\u17b3])"
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})[a-z]*,? $")
_FOUR_DIGITS = re.compile(r"\d{4}")
_FILLERS = 2
_MONTH_FIRST = re.compile(r"en(?:[-_](?:us|ph))?$|fil|tl", re.IGNORECASE)


class _Context(NamedTuple):
    language: str | None
    day_first: bool
    now: datetime | None


def parse_date(
    text: str,
    *,
    zone: tzinfo | None = None,
    now: datetime | None = None,
    language: str | None = None,
    day_first: bool | None = None,
) -> Moment | None:
    """Return the moment a date line names, None when it names no day.

    ``zone`` stands in for a zone that is not printed, ``now`` is what "2 hours ago" and a missing
    year count from, ``language`` and ``day_first`` settle "03/04/2025" (without them the day comes
    first). Lines of more than 150 characters are refused.

    >>> parse_date("20 мамыр 2019, 18:44 (UTC+6)").isoformat()
    '2019-05-20T18:44:00+06:00'
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None
    moment = parse_machine_date(text)
    if moment is None:
        base = (language or "").split("-")[0].lower() or None
        first = reads_day_first(language) if day_first is None else day_first
        here = now.astimezone(zone) if now and zone and now.tzinfo else now
        moment = _parse_printed(text, _Context(base, first, here))
    return moment.in_zone(zone) if moment else None


@lru_cache(maxsize=4096)  # several readers ask of each line; a page has some hundred
def fold_line(text: str) -> str:
    """Return a line folded, its phrases held together and its glued parts apart."""
    return _GLUED.sub(" ", join_phrases(fold(text)))


def reads_day_first(language: str | None) -> bool:
    """Return whether "03/04" is the third of April in a language (a BCP 47 tag)."""
    return not _MONTH_FIRST.match(language or "")


@lru_cache(maxsize=1 << 14)  # several readers ask of each line of a page; a pure function of it
def is_full_date(line: str) -> bool:
    """Return whether a line names a day with its year.

    >>> is_full_date("20 мамыр 2019"), is_full_date("20 мамыр"), is_full_date("2019")
    (True, False, False)
    """
    return parse_date(line) is not None


def is_ambiguous(line: str) -> bool:
    """Return whether a line's date may be read day first or month first.

    >>> is_ambiguous("03/04/2025"), is_ambiguous("03/14/2025"), is_ambiguous("03.04.2025")
    (True, False, False)
    """
    match = _YEAR_LAST.search(line)
    if match is None or match[2] == ".":
        return False
    return match[1] != match[3] and int(match[1]) <= 12 and int(match[3]) <= 12


def _parse_printed(text: str, context: _Context) -> Moment | None:
    folded = fold_line(text)
    if context.now and not _FOUR_DIGITS.search(folded):
        ago = find_moment_ago(TOKEN.findall(folded), context.now)
        if ago:
            return ago
    folded = _before_second_day(folded, context)
    clock = find_clock(folded, text, context.language)
    if clock:
        day = _find_day(clock.rest, context)
        if day:
            return _at(day, clock)
    day = _find_day(folded, context)
    return moment_of_day(day) if day else None


def _before_second_day(folded: str, context: _Context) -> str:
    """The line up to its second day, which is of something else, as is its time of day.

    The same day twice is one, on two calendars.
    """
    numeric = [
        match.span() for form in (_YEAR_FIRST, _YEAR_LAST) for match in form.finditer(folded)
    ]
    years = [match.span() for match in _YEAR.finditer(folded)]
    worded = [(a, b) for a, b in years if not any(c <= a and b <= d for c, d in numeric)]
    days = sorted(numeric + worded)
    if len(days) < 2:
        return folded
    (_, behind), (start, end) = days[:2]
    begin = start
    if days[1] in worded:
        numbers = [match.start() for match in _DAY_NUMBER.finditer(folded, behind, start)]
        begin, start = behind, numbers[-1] if numbers else end
    first, second = _find_day(folded[:start], context), _find_day(folded[begin:end], context)
    return folded[:start] if first and second and first != second else folded


def _at(day: date, clock: Clock) -> Moment | None:
    moment = make_moment(day, clock.hour, clock.minute, clock.second, clock.zone)
    return (moment if clock.is_sure else None) or moment_of_day(day)


def _find_day(folded: str, context: _Context) -> date | None:
    folded = in_digits(folded if folded.isascii() else _ERA.sub(_common_year, folded))
    if any(char.isdecimal() for char in folded):
        day = _find_numeric(folded, context) or _find_worded(folded, context)
        if day:
            return day
    return find_named_day(TOKEN.findall(folded), context.now) if context.now else None


def _common_year(match: re.Match[str]) -> str:
    return f"{_ERAS[match[1]] + (1 if match[2] == '元' else int(match[2]))}年"


def _find_numeric(folded: str, context: _Context) -> date | None:
    match = _YEAR_FIRST.search(folded)
    if match:
        return _make_any_day(int(match[1]), int(match[2]), int(match[3]))
    match = _YEAR_LAST.search(folded)
    if match:
        day = _order(int(match[1]), int(match[3]), match[4], match[2], context)
        return _by_weekday(day, folded[: match.start()])
    match = _DANISH.search(folded)
    if match:
        return _order(int(match[1]), int(match[2]), match[3], ".", context)
    match = _REPUBLIC.search(folded) if context.language == "zh" else None
    if match:
        return _make_any_day(int(match[1]) + _ERAS["民國"], int(match[3]), int(match[4]))
    match = _NO_YEAR.search(folded)
    if match:
        return _latest(int(match[1]), int(match[2]), context.now)
    match = _VIETNAMESE.search(folded)
    return make_day(int(match[3]), int(match[2]), int(match[1])) if match else None


def _order(first: int, second: int, year: str, mark: str, context: _Context) -> date | None:
    if len(year) == 2 and (context.language or "")[:2] in _YEAR_FIRST_LANGUAGES:
        return _make_any_day(_century(first, context), second, int(year))
    full = int(year) if len(year) == 4 else _century(int(year), context)
    day_first = context.day_first or mark == "."
    if first > 12 or (day_first and second <= 12):
        first, second = second, first
    return _make_any_day(full, first, second)


def _by_weekday(day: date | None, before: str) -> date | None:
    """Return the day, or that of the other order if the weekday before it says so.

    Only English is written month first: "Sun, 12/04/2011" is of December.
    """
    named = _WEEKDAY.search(before)
    if day is None or named is None or named[1] == _WEEKDAYS[day.weekday()]:
        return day
    other = make_day(day.year, day.day, day.month)
    return other if other and named[1] == _WEEKDAYS[other.weekday()] else day


def _century(year: int, context: _Context) -> int:
    if context.language == "th" and year > 50:
        return 2500 + year
    return 2000 + year if year < 70 else 1900 + year


def _make_any_day(year: int, month: int, day: int) -> date | None:
    if 1300 <= year < 1500:
        return solar_to_common(year, month, day)
    return make_day(year - _THAI_ERA if 2400 < year < 2700 else year, month, day)


def _find_worded(folded: str, context: _Context) -> date | None:
    """A month's name with a day beside it, and a year near; names may begin like months too."""
    tokens = TOKEN.findall(folded)
    words = [index for index, token in enumerate(tokens) if not token[0].isdecimal()]
    words.sort(key=lambda index: not _touches_day(tokens, index))
    for index in words:
        month = month_of(tokens[index], context.language)
        if month:
            day = _find_beside(tokens, index, month, folded, context)
            if day:
                return day
        month = solar_month_of(tokens[index])
        if month:
            spelled = solar_day_of(tokens[index - 1]) if index else None
            day_number, year = spelled or _find_day_number(tokens, index), _find_year(tokens, index)
            if day_number and year and 1300 <= year < 1500:
                return solar_to_common(year, month, day_number)
    return None


def _touches_day(tokens: list[str], index: int) -> bool:
    """Whether a number of a day stands right before a word."""
    before = tokens[index - 1] if index else ""
    return before.isdecimal() and len(before) <= 2


def _find_beside(
    tokens: list[str], index: int, month: int, folded: str, context: _Context
) -> date | None:
    number = _find_day_number(tokens, index)
    if number is None:
        return None
    year = _find_year(tokens, index) or _find_short_year(tokens, index, folded, context)
    if year:
        return _make_any_day(year, month, number)
    return _latest(month, number, context.now)


def _find_day_number(tokens: list[str], month_index: int) -> int | None:
    for step in (-1, 1):
        index, fillers = month_index + step, 0
        while 0 <= index < len(tokens) and fillers <= _FILLERS:
            token = tokens[index]
            if token[0].isdecimal():
                if len(token) <= 2 and 1 <= int(token) <= 31:
                    return int(token)
                if step == -1 or len(token) != 4:
                    break
            elif len(token) > 4:
                break
            fillers += 1
            index += step
    return None


def _find_year(tokens: list[str], month_index: int) -> int | None:
    for distance in range(1, 6):
        for index in (month_index + distance, month_index - distance):
            if 0 <= index < len(tokens) and len(tokens[index]) == 4 and tokens[index].isdecimal():
                year = int(tokens[index])
                if 1300 <= year < 1500 or 1900 <= year < 2200 or 2400 < year < 2700:
                    return year
    return None


def _find_short_year(
    tokens: list[str], month_index: int, folded: str, context: _Context
) -> int | None:
    """A year of two digits counts after an apostrophe, dash or slash: "20-May-19", "May 4 '19"."""
    day_first = month_index > 0 and tokens[month_index - 1].isdecimal()
    after = month_index + (1 if day_first else 2)
    if after >= len(tokens):
        return None
    year = tokens[after]
    marks = f"{tokens[month_index]}[-/.'’]"
    glued = context.language == "th" or re.search(rf"{marks}{year}|['’]{year}", folded)
    return _century(int(year), context) if len(year) == 2 and year.isdecimal() and glued else None


def _latest(month: int, day: int, now: datetime | None) -> date | None:
    """The last such day that is not ahead of ``now``."""
    if now is None:
        return None
    last = now.date() + timedelta(days=1)
    for year in (last.year, last.year - 1):
        found = make_day(year, month, day)
        if found and found <= last:
            return found
    return None


def solar_to_common(year: int, month: int, day: int) -> date | None:
    """Return the date of a day in the Persian calendar (exact for the years 1343 to 1472)."""
    if not (1 <= month <= 12 and 1 <= day <= (31 if month <= 6 else 30)):
        return None
    before = year - 1
    leap_days = (before * 8 + 29) // 33 - (1342 * 8 + 29) // 33
    passed = (month - 1) * 31 - max(0, month - 7)
    return date(1964, 3, 21) + timedelta(days=(before - 1342) * 365 + leap_days + passed + day - 1)

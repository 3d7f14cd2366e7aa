"""Dates as listings print them, in ISO 8601."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

from newscrawl.extraction.dates.parsing import parse_date

_EARLIEST_YEAR = 1990
_LATEST_YEAR = 2100
_LONGEST_FIELD = 60  # characters of a date in words; what is longer costs 0.2 ms and is none

_TIME = (
    r"(?:(?P<hour>\d{1,2})[:.h](?P<minute>\d{1,2})(?:[:.](?P<second>\d{1,2}))?(?:[.,]\d+)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?P<zone>[^\s\[(].*?)?)?\s*(?:[\[(].*)?$"
)
_CLEAN = re.compile(r"(?:199\d|20\d\d)-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)?)?", re.ASCII)
_NAME = r"(?P<name>[^\W\d_]{3,})"
_WEEKDAY = r"(?:[^\W\d_]+\.?,?\s*)?"
# What may stand before a time: "г. в", "à", "um", "|".
_SPACE_BEFORE_TIME = (
    r"(?:\s*(?:года|г\.?)(?![^\W\d_]))?(?:[Tt,\s|·-]+(?:(?:at|um|à|às|в|о)\s+)?(?=\d))?"
)
_DAYS = (
    r"(?P<year>\d{4})[-/.]\s?(?P<month>\d{1,2})[-/.]\s?(?P<day>\d{1,2})\.?",
    (
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?"
        rf"{_NAME}\.?[\s,-]+(?:de\s+)?(?P<year>\d{{4}}|\d\d(?!\d))"
    ),
    (
        rf"(?:[^\W\d_]+[,\s]\s*)?{_NAME}\.?\s+"
        r"(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"
    ),
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})[./-]\s?(?P<month>\d{{1,2}})[./-]\s?(?P<year>\d{{4}})",
)
_FORMS = [re.compile(day + _SPACE_BEFORE_TIME + _TIME, re.IGNORECASE) for day in _DAYS]
_TIME_FIRST = re.compile(
    r"(\d{1,2}:\d\d(?::\d\d)?)[,\s|]+((?:\d{1,2}[\s.]+[^\W\d_]{3,}|\d{1,2}\.\d{1,2}\.)[\s,]*\d{4})$"
)
_ASCTIME = re.compile(
    r"[A-Za-z]{3}\s+(?P<name>[A-Za-z]{3})\s+(?P<day>\d{1,2})\s+"
    r"(?P<time>\d\d:\d\d:\d\d)\s+(?P<zone>[A-Z+:\d-]*\s+)?(?P<year>\d{4})$"
)
_BASIC = re.compile(
    r"(\d{4})(\d\d)(\d\d)(?:[T\s]?(\d\d):?(\d\d):?(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$", re.IGNORECASE
)
_IDEOGRAPHIC = re.compile(
    r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]\s?(?:[(（]\w{1,3}[)）]\s?)?"
)
_IDEOGRAPHIC_CLOCK = re.compile(r"(\d{1,2})\s?[時时시]\s?(\d{1,2})\s?[分분]")
_EPOCH = re.compile(r"(1\d{9})(\d{3})?(?:\.\d+)?$")
_OFFSET = re.compile(r"(?:GMT|UTC|UT|Z)?\s*([+-])\s?(\d{1,2}):?(\d\d)?", re.IGNORECASE)

# First letters of month names in Latin, Cyrillic and a few others; longest match wins.
_MONTHS = {
    prefix: number
    for number, prefixes in enumerate(
        (
            "jan gen ene янв қаң qań січ ιαν oca",
            "feb fev fév фев ақп лют φεβ şub",
            "mar mär mrz maa мар нау бер μαρ",
            "apr avr abr ара сәу апр кві απρ nis",
            "may mai mag maj май мая мам тра μαΐ μάι μαι",
            "jun juin giu июн мау чер ιουν haz",
            "jul juil lug июл шіл лип ιουλ tem",
            "aug aou aoû ago août авг там сер αυγ ağu",
            "sep set сен қыр вер σεπ eyl",
            "oct okt ott out окт қаз жов οκτ eki",
            "nov ноя қар лис νοε kas",
            "dec dez déc dic дек жел гру δεκ ara",
        ),
        start=1,
    )
    for prefix in prefixes.split()
}
_MINUTES_OF_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0,
    "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120, "eet": 120, "sast": 120,
    "eest": 180, "msk": 180, "мск": 180, "trt": 180, "eat": 180, "gst": 240, "pkt": 300,
    "ist": 330, "npt": 345, "almt": 360, "wib": 420, "hkt": 480, "sgt": 480, "awst": 480,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
    "brt": -180, "art": -180, "ast": -240, "est": -300, "edt": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
}  # fmt: skip


def read_moment(text: str | None) -> str | None:
    """Return a listing's date in ISO 8601, None when it names no day.

    With an offset if one is printed, without one otherwise, the day alone if no time is printed.
    Never relative to now ("2 hours ago" is None): discovery has no clock.
    """
    text = " ".join((text or "")[:100].split())
    if len(text) < 6:
        return None
    if _CLEAN.fullmatch(text) and _is_possible(text):
        return f"{text[:-1]}+00:00" if text[-1] == "Z" else text
    if not text.isascii():
        text = _IDEOGRAPHIC_CLOCK.sub(r"\1:\2", _IDEOGRAPHIC.sub(r"\1-\2-\3 ", text)).strip()
    if first := _TIME_FIRST.match(text):
        text = f"{first[2]} {first[1]}"
    if clock := _ASCTIME.match(text):
        text = (
            f"{clock['day']} {clock['name']} {clock['year']} {clock['time']} {clock['zone'] or ''}"
        )
    if basic := _BASIC.match(text):
        return _from_basic(basic)
    if epoch := _EPOCH.match(text):
        return datetime.fromtimestamp(int(epoch[1]), UTC).isoformat()
    for form in _FORMS:
        if (match := form.match(text)) and (found := _from_match(match.groupdict())):
            return found
    return None


def read_date_field(text: str | None) -> str | None:
    """Return the same for a text that is known to be a date, whatever its language.

    >>> read_date_field("Sen, 20 Mei 2019 18:44:00 +0700")
    '2019-05-20T18:44:00+07:00'
    """
    if (moment := read_moment(text)) or not text or len(text) > _LONGEST_FIELD:
        return moment
    printed = parse_date(" ".join(text.split()))
    if printed is None or not _EARLIEST_YEAR <= printed.day.year <= _LATEST_YEAR:
        return None
    if printed.precision == "day":
        return printed.day.isoformat()
    seconds = "seconds" if printed.precision == "second" else "minutes"
    return printed.stamp.isoformat(timespec=seconds)


def _is_possible(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def _from_basic(match: re.Match[str]) -> str | None:
    names = ("year", "month", "day", "hour", "minute", "second", "zone")
    return _from_match(dict(zip(names, match.groups(), strict=True)))


def _from_match(found: dict[str, str | None]) -> str | None:
    day = _day(found)
    if day is None:
        return None
    if not found.get("hour"):
        return day.isoformat()
    hour, minute, second = (int(found.get(name) or 0) for name in ("hour", "minute", "second"))
    if half := (found.get("half") or "").lower():
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour == 24 and not minute:
        day, hour = day + timedelta(days=1), 0
    if hour > 23 or minute > 59:
        return day.isoformat()
    moment = datetime(
        day.year, day.month, day.day, hour, minute, min(second, 59), tzinfo=_zone(found.get("zone"))
    )
    return moment.isoformat(timespec="seconds" if found.get("second") else "minutes")


def _day(found: dict[str, str | None]) -> date | None:
    digits = found["year"] or ""
    year = int(digits or 0)
    if len(digits) == 2:  # "0001" is no year at all: what a server prints that has no date
        year += 2000 if year < 70 else 1900
    name = found.get("name")
    month = _month(name) if name else int(found["month"] or 0)
    if month is None or not _EARLIEST_YEAR <= year <= _LATEST_YEAR:
        return None
    try:
        return date(year, month, int(found["day"] or 0))
    except ValueError:
        return None


def _month(name: str) -> int | None:
    name = name.lower()
    return _MONTHS.get(name[:4]) or _MONTHS.get(name[:3])


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if offset := _OFFSET.match(text):
        minutes = 60 * int(offset[2]) + int(offset[3] or 0)
        return _fixed(minutes if offset[1] == "+" else -minutes)
    word = re.match(r"[^\W\d_]+", text)
    minutes_of = _MINUTES_OF_ZONES.get(word[0].lower()) if word else None
    return None if minutes_of is None else _fixed(minutes_of)


def _fixed(minutes: int) -> timezone | None:
    return timezone(timedelta(minutes=minutes)) if abs(minutes) <= 14 * 60 else None

"""Days that stand in addresses."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

_YEAR = r"(?P<year>(?:19[89]|20[0-4])\d)"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH_2 = r"(?P<month>0[1-9]|1[0-2])"
_DAY_2 = r"(?P<day>0[1-9]|[12]\d|3[01])"
_NAMES = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_DAYS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<!\d){_YEAR}([/_.-]){_MONTH}\2{_DAY}(?!\d)",
        rf"(?<!\d){_YEAR}[/-]{_MONTH_2}[/-]?{_DAY_2}(?!\d)",
        rf"(?<!\d){_YEAR}{_MONTH_2}{_DAY_2}(?=\d{{4}}(?:\d\d)?(?:\D|$)|\D|$)",
        rf"(?<!\d){_YEAR}/(?P<name>{'|'.join(_NAMES)})[a-z]*/{_DAY}(?!\d)",
        rf"(?<!\d){_DAY_2}([_.-]){_MONTH_2}\2{_YEAR}(?!\d)",
        rf"/{_YEAR}/[a-z_-]{{2,24}}/{_MONTH}/{_DAY}/",
    )
]
# The moment in an archive's address is that of the copy.
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\w+/(?=http)")
_MONTHS = re.compile(rf"(?<!\d){_YEAR}[/-]{_MONTH_2}(?=[/.?]|$)")
_YEARS = re.compile(rf"[/_-]{_YEAR}(?=/|$|\.xml)")


class Span(NamedTuple):
    """The first and the last day of a period."""

    first: date
    last: date


def url_date(url: str) -> date | None:
    """Return the day in the path of an address, None when there is none or it is impossible.

    "/2019/05/20/", "/2019-05-20-slug", "/20190520/", "/2019/may/20/", "/20-05-2019/" and
    "/2019/politics/05/20/" are read.
    """
    path = _path(url)
    for pattern in _DAYS:
        for match in pattern.finditer(path):
            if day := _day(match.groupdict()):
                return day
    return None


def url_span(url: str) -> Span | None:
    """Return the day, the month ("/2019-05.xml", "/2019/05/") or the year that a path names."""
    if day := url_date(url):
        return Span(day, day)
    path = _path(url)
    if match := _MONTHS.search(path):
        first = date(int(match["year"]), int(match["month"]), 1)
        return Span(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
    if match := _YEARS.search(path):
        year = int(match["year"])
        return Span(date(year, 1, 1), date(year, 12, 31))
    return None


def _path(url: str) -> str:
    try:
        return urlsplit(_ARCHIVED.sub("", url)).path
    except ValueError:
        return ""


def _day(found: dict[str, str]) -> date | None:
    name = found.get("name")
    month = _NAMES.index(name.lower()) + 1 if name else int(found["month"])
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None

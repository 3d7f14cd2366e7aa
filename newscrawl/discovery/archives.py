"""Day archives: lists whose address is a day, walked backwards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlsplit, urlunsplit

MAX_DAYS = 366 * 40
"""Days one walk may ask for: forty years, longer than any news site is online."""

_YEAR = r"(?P<year>(?:19[89]|20[0-4])\d)"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_DAYS = [
    re.compile(rf"(?<!\d){_YEAR}(?P<sep>[/._-]){_MONTH}(?P=sep){_DAY}(?!\d)"),
    re.compile(rf"(?<!\d){_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
    re.compile(rf"(?<!\d){_DAY}(?P<sep>[/._-]){_MONTH}(?P=sep){_YEAR}(?!\d)"),
]
_TAIL = re.compile(r"/?(?:index\.\w+|\.s?html?|\.php|\.json|_news\.json)?/?$", re.IGNORECASE)
_QUERY_NAMES = re.compile(r"(?:^|&)(?:date|day|d|dt|from|archive|data)=$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DayArchive:
    """The address of a day's list, with the day left out."""

    template: str
    """With "{year}", "{month}" and "{day}" in the place of the date."""
    is_padded: bool = True
    """Whether the fifth of May is "05/05" rather than "5/5"."""

    def url(self, day: date) -> str:
        """Return the address of a day's list.

        >>> DayArchive("https://a.example/{year}/{month}/{day}").url(date(2019, 5, 20))
        'https://a.example/2019/05/20'
        """
        width = 2 if self.is_padded else 1
        values = {
            "{year}": f"{day.year}",
            "{month}": f"{day.month:0{width}}",
            "{day}": f"{day.day:0{width}}",
        }
        text = self.template
        for name, value in values.items():
            text = text.replace(name, value)
        return text

    def walk(self, last: date, first: date) -> Iterator[tuple[date, str]]:
        """Yield each day and its list, from ``last`` backwards to ``first``, both included."""
        for number in range(min((last - first).days + 1, MAX_DAYS)):
            day = last - timedelta(days=number)
            yield day, self.url(day)


def find_day_archive(url: str) -> DayArchive | None:
    """Return the archive that an address is a day of, None when it is no day's list.

    "/2019/05/20", "/news/2019/5/20/", "/20190520", "/archive/2019-05-20", "?date=20.05.2019" are;
    "/2019/05/20/a-slug" is an article.
    """
    parts = urlsplit(url)
    if found := _template(parts.path):
        path, is_padded = found
        return DayArchive(urlunsplit(parts._replace(path=path, fragment="")), is_padded)
    if found := _template(parts.query, before=_QUERY_NAMES):
        query, is_padded = found
        return DayArchive(urlunsplit(parts._replace(query=query, fragment="")), is_padded)
    return None


def _template(text: str, before: re.Pattern[str] | None = None) -> tuple[str, bool] | None:
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            head, tail = text[: match.start()], text[match.end() :]
            if before is None:
                is_day = _TAIL.fullmatch(tail) is not None and head.endswith(("/", "-", "_"))
            else:
                is_day = before.search(head) is not None and (not tail or tail[0] == "&")
            if is_day and _is_day(match):
                return head + _blank(match) + tail, _is_padded(match)
    return None


def _blank(match: re.Match[str]) -> str:
    spans = sorted((match.span(name), name) for name in ("year", "month", "day"))
    text, position = "", match.start()
    for (start, end), name in spans:
        text += f"{match.string[position:start]}{{{name}}}"
        position = end
    return text


def _is_padded(match: re.Match[str]) -> bool:
    return len(match["month"]) == 2 and len(match["day"]) == 2


def _is_day(match: re.Match[str]) -> bool:
    try:
        date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return False
    return True

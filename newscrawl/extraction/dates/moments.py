"""A moment as a page states it, and the machine forms in which pages write it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from newscrawl.items import DatePrecision

FIRST_YEAR, LAST_YEAR = 1900, 2199

# ISO 8601 and what is taken for it: one-digit months, "24:00", a space for "T" or for the "+" of
# the offset, "Z[UTC]", nine digits of fraction.
_ISO = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
    r"(?:(?:\s?T\s?|[\s,]{1,2})(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,:]\d{1,9})?)?)?"
    r"\s?(Z|UTC|GMT|[+\- ]\d{1,2}(?::?\d{2})?)?(?:\[[\w/+-]{1,40}\])?",
    re.IGNORECASE | re.ASCII,
)
_COMPACT = re.compile(
    r"((?:19|20)\d{2})()(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_EPOCH = re.compile(
    r"(?:/Date\()?(-?\d{9,10})(\d{3})?(?:[+-]\d{4})?(?:\)/)?(?:\.\d{1,6})?", re.ASCII
)
_FIRST_EPOCH, _LAST_EPOCH = 631_152_000, 4_102_444_800  # seconds: the years 1990 to 2099


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time, as much of it as was stated."""

    stamp: datetime
    """Without a zone when none was stated; midnight when only the day was."""
    precision: DatePrecision

    @property
    def day(self) -> date:
        """The calendar day in the moment's own zone."""
        return self.stamp.date()

    @property
    def has_zone(self) -> bool:
        """Whether its zone is known."""
        return self.stamp.tzinfo is not None

    @property
    def exactness(self) -> int:
        """0 for a day, 1 for the midnight that may stand for one, 2 without zone, 3 with one."""
        if self.precision == "day":
            return 0
        if self.is_midnight:
            return 1
        return 3 if self.has_zone else 2

    @property
    def is_exact(self) -> bool:
        """Whether nothing more can be learned."""
        return self.exactness == 3

    @property
    def is_midnight(self) -> bool:
        """Whether the time is 00:00:00, which may stand for the day."""
        return not (self.stamp.hour or self.stamp.minute or self.stamp.second)

    def in_zone(self, zone: tzinfo | None) -> Moment:
        """Return the same with ``zone`` where none was stated."""
        if zone is None or self.has_zone or self.precision == "day":
            return self
        return replace(self, stamp=self.stamp.replace(tzinfo=zone))

    def isoformat(self) -> str:
        """Return ISO 8601 with offset; the day alone if the time or its zone is unknown."""
        if self.precision == "day" or not self.has_zone:
            return self.day.isoformat()
        return self.stamp.isoformat(timespec="seconds")


def moment_of_day(day: date) -> Moment:
    """Return the moment of which only the day is known."""
    return Moment(datetime(day.year, day.month, day.day), "day")  # noqa: DTZ001 - a day has no zone


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the date, None if there is no such day or its year is absurd."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parse_machine_date(text: str) -> Moment | None:
    """Return the moment of an ISO 8601 or epoch date, None if the text is neither.

    >>> parse_machine_date("2019-5-20T24:00:00+0600").isoformat()
    '2019-05-21T00:00:00+06:00'
    """
    match = _ISO.fullmatch(text) or _COMPACT.fullmatch(text)
    if match:
        return _from_parts(match)
    match = _EPOCH.fullmatch(text)
    return _from_epoch(int(match[1])) if match else None


def _from_parts(match: re.Match[str]) -> Moment | None:
    day = make_day(int(match[1]), int(match[3]), int(match[4]))
    if day is None:
        return None
    if match[5] is None:
        return moment_of_day(day)
    return make_moment(
        day,
        int(match[5]),
        int(match[6]),
        None if match[7] is None else int(match[7]),
        _zone_of(match[8]),
    )


def make_moment(
    day: date, hour: int, minute: int, second: int | None = None, zone: tzinfo | None = None
) -> Moment | None:
    """Return the moment, None if the clock has no such time; 24:00 is the next day's midnight."""
    if hour == 24 and minute == 0:
        day, hour = day + timedelta(days=1), 0
    if hour > 23 or minute > 59:
        return None
    seconds = min(second or 0, 59)
    stamp = datetime(day.year, day.month, day.day, hour, minute, seconds, tzinfo=zone)
    return Moment(stamp, "minute" if second is None else "second")


def _zone_of(written: str | None) -> tzinfo | None:
    if not written:
        return None
    if written[0].isalpha():
        return UTC
    digits = written[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > timedelta(hours=15) or minutes > 59:
        return None
    return timezone(-offset if written[0] == "-" else offset)


def _from_epoch(seconds: int) -> Moment | None:
    if not _FIRST_EPOCH <= seconds <= _LAST_EPOCH:
        return None
    return Moment(datetime.fromtimestamp(seconds, UTC), "second")

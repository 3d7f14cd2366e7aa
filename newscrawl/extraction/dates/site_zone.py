"""The zone of a site's own clock, as far as a page betrays it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import UTC, date, timedelta, timezone, tzinfo

from newscrawl.extraction.dates.moments import Moment
from newscrawl.extraction.dates.zones import zones_of_region

# Minutes: offsets are whole quarters of an hour, and none is larger.
_QUARTER = 15
_LARGEST_OFFSET = 14 * 60


def offset_of(moment: Moment) -> tzinfo | None:
    """Return the moment's own zone; UTC is what machines write and says nothing of the site."""
    return moment.stamp.tzinfo if moment.stamp.utcoffset() else None


def is_before(moment: Moment, other: Moment) -> bool:
    """Return whether a moment is earlier than another on the same page: by its day at least.

    By the time of day if both have one; where one has no zone, the other's tells unless it is UTC.
    """
    zone = offset_of(moment) or offset_of(other)
    first, second = moment.in_zone(zone), other.in_zone(zone)
    if "day" in (first.precision, second.precision) or first.has_zone != second.has_zone:
        return first.day < second.day
    return first.stamp < second.stamp


def learn_zone(moment: Moment, others: Iterable[Moment]) -> tzinfo | None:
    """Return the zone of a site whose page states ``moment`` in UTC, None if nothing tells.

    ``others`` are the dates that the same page states or prints: one of the same instant tells by
    its offset, one of the same minute of the hour without any by its distance.
    """
    utc = moment.stamp.astimezone(UTC).replace(tzinfo=None, second=0, microsecond=0)
    for other in others:
        if other.exactness < 2:
            continue
        local = other.stamp.replace(tzinfo=None, second=0, microsecond=0)
        minutes, rest = divmod(int((local - utc).total_seconds()), 60)
        if rest or minutes % _QUARTER or abs(minutes) > _LARGEST_OFFSET:
            continue
        offset = timedelta(minutes=minutes)
        if minutes and other.stamp.utcoffset() in (None, offset):
            return timezone(offset)
    return None


def zone_of_day(moment: Moment, days: Collection[date], language: str | None) -> tzinfo | None:
    """Return the zone of a language's region that explains why a page prints another day.

    A country of several zones stands for its largest cities: the moment stays the same, and its
    day becomes the one that readers saw.
    """
    if moment.day in days:
        return None
    zones = zones_of_region(language)
    return next((zone for zone in zones if moment.stamp.astimezone(zone).date() in days), None)

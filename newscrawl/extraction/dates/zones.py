"""Time zones: as printed beside a time, by a site's country, by name."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from newscrawl.discovery.sites import host_of
from newscrawl.extraction.page.word_tables import read_table

_OFFSET = re.compile(r"(?:utc|gmt)?\s?([+-])(\d{1,2})(?::?([0-5]\d))?")
_LARGEST_OFFSET = timedelta(hours=15)


def zone_named(name: str | None) -> tzinfo | None:
    """Return the zone of an IANA name such as "Asia/Almaty", None if there is no such zone."""
    return _zone_info(name) if name else None


def zone_of_country(url: str) -> tzinfo | None:
    """Return the zone of the country in a URL's host, None if unknown or not just one."""
    return zone_named(_COUNTRIES.get(host_of(url).rpartition(".")[2]))


def zone_of_language(language: str | None) -> tzinfo | None:
    """Return the zone where news in a language (a BCP 47 tag) is made, None if not just one."""
    base = (language or "").replace("_", "-").partition("-")[0].lower()
    return zone_named(_LANGUAGES.get(base))


def zones_of_region(language: str | None) -> list[tzinfo]:
    """Return the likely zones of the region in a BCP 47 tag, else of its language; may be []."""
    base, *rest = (language or "").replace("_", "-").lower().split("-")
    names = _REGIONS.get(rest[-1] if rest else base) or (_COUNTRIES.get(rest[-1]) if rest else "")
    return [zone for name in (names or "").split() if (zone := zone_named(name))]


def zone_printed(folded: str) -> tzinfo | None:
    """Return the zone a printed time names: "+06:00", "gmt+6", "cest", "et"; None if none."""
    offset = _OFFSET.fullmatch(folded)
    if offset:
        return _fixed(offset[1], int(offset[2]), int(offset[3] or 0))
    value = _ABBREVIATIONS.get(folded.replace(".", ""))
    if value is None:
        return None
    if value[0] in "+-":
        return _fixed(value[0], int(value[1:3]), int(value[4:6]))
    return zone_named(value)


def is_zone(folded: str) -> bool:
    """Return whether a folded word names a zone."""
    return folded in _ABBREVIATIONS


def _fixed(sign: str, hours: int, minutes: int) -> tzinfo | None:
    offset = timedelta(hours=hours, minutes=minutes)
    if offset > _LARGEST_OFFSET:
        return None
    return timezone(-offset if sign == "-" else offset)


@lru_cache(maxsize=256)
def _zone_info(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


_TABLE: dict[str, Any] = read_table("date_zones")
_ABBREVIATIONS = {
    word: value for value, words in _TABLE["abbreviations"].items() for word in words.split()
}
_COUNTRIES: dict[str, str] = _TABLE["countries"]
_LANGUAGES: dict[str, str] = _TABLE["languages"]
_REGIONS: dict[str, str] = _TABLE["regions"]

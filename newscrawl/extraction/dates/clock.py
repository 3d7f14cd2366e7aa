"""The time of day in a date line: "18:44", "8:05 p.m. ET", "18h44", "下午8点05分"."""

from __future__ import annotations

import re
from datetime import tzinfo
from typing import NamedTuple

from newscrawl.extraction.dates.zones import is_zone, zone_printed

_BEFORE_NOON = (
    "am",
    "上午",
    "午前",
    "오전",
    "凌晨",
    "早上",
    "πμ",
    "ص",
    "قظ",
    "oo",
    "de",
    "पूर्वाह्न",
    "paradite",
    "dop",
)
_AFTER_NOON = (
    "pm",
    "下午",
    "午後",
    "오후",
    "晚上",
    "中午",
    "μμ",
    "م",
    "بظ",
    "os",
    "du",
    "अपराह्न",
    "pasdite",
    "odp",
)
_HALF = (
    r"[ap]\.?\s?m\b\.?|[πμ]\.?μ\b\.?|上午|下午|午前|午後|오전|오후|凌晨|早上|晚上|中午"
    r"|[صم]\b|[قب]\.ظ|oo\b|os\b|de\.|du\."
)
_ZONE = r"(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d\b|[a-zмскö]{2,5}\b"
_COLON = re.compile(
    rf"(?:({_HALF})\s?)?(?<![\d:./-])([01]?\d|2[0-4])\s?:\s?([0-5]\d)"
    r"(?::([0-5]\d)(?:[.,]\d{1,9})?)?(?!\d)"
    rf"(?:\s?({_HALF}))?(?:\s{{0,2}}(?:uhr|h|น)\b\.?)?(?:\s?\(?({_ZONE})\)?)?"
)
_DOTTED = re.compile(
    rf"()(?<![\d:./-])([01]?\d|2[0-4])\.([0-5]\d)()(?![\d:/]|\.\d)"
    rf"(?:\s?({_HALF}))?(?:\s{{0,2}}(?:uhr|h|น|wib)\b\.?)?(?:\s?\(?({_ZONE})\)?)?"
)
_HOURS = re.compile(
    rf"()(?<![\d:./-])([01]?\d|2[0-4])\s?(?:h|ч\.?|hod\.?|klo)\s?([0-5]\d)?(?:min)?()(?!\w)"
    rf"()(?:\s?\(?({_ZONE})\)?)?"
)
_CHARACTERS = re.compile(
    rf"(?:({_HALF})\s?)?(?<!\d)([01]?\d|2[0-4])\s?[时時点點시]\s?(?:([0-5]?\d)\s?[分분]?)?"
    r"(?:\s?([0-5]?\d)\s?[秒초])?()()"
)
_BARE = re.compile(
    rf"()(?<![\d:./-])(1[0-2]|0?\d)()()\s?([ap]\.?\s?m\b\.?)(?:\s?\(?({_ZONE})\)?)?"
    r"|()(?<![\d:./-])([01]?\d|2[0-3])()()\s?()uhr()"
)
_FORMS = (_COLON, _CHARACTERS, _HOURS, _BARE, _DOTTED)


class Clock(NamedTuple):
    """A time of day and its zone, and the line without them."""

    hour: int
    minute: int
    second: int | None
    zone: tzinfo | None
    rest: str


def find_clock(folded: str, text: str) -> Clock | None:
    """Return the first time of day of a folded line; ``text`` is the line as printed."""
    for form in _FORMS:
        match = form.search(folded)
        if match:
            return _read_clock(match, folded, text)
    return None


def _read_clock(match: re.Match[str], folded: str, text: str) -> Clock:
    groups = match.groups()
    half_before, hour, minute, second, half_after, zone_word = groups[:6]
    if hour is None:
        half_before, hour, minute, second, half_after, zone_word = groups[6:]
    zone = _read_zone(zone_word, text)
    end = match.start(6) if zone_word and zone is None else match.end()
    return Clock(
        hour=_of_the_day(int(hour), half_before or half_after),
        minute=int(minute or 0),
        second=int(second) if second else None,
        zone=zone,
        rest=f"{folded[: match.start()]} {folded[end:]}",
    )


def _of_the_day(hour: int, half: str | None) -> int:
    if not half:
        return hour
    word = half.replace(".", "").replace(" ", "")
    if word in _AFTER_NOON and hour < 12:
        return hour + 12
    if word in _BEFORE_NOON and hour == 12:
        return 0
    return hour


def _read_zone(word: str | None, text: str) -> tzinfo | None:
    """Words count only in capitals: "est" and "et" are also French, "ist" German."""
    if not word:
        return None
    letters = word.strip()
    if letters.isalpha() and not (letters.upper() in text or letters == "мск"):
        return None
    return (
        zone_printed(letters.replace(" ", ""))
        if not letters.isalpha() or is_zone(letters)
        else None
    )

"""The time of day in a date line: "18:44", "8:05 p.m. ET", "18h44", "下午8点05分"."""

from __future__ import annotations

import re
from datetime import tzinfo
from typing import NamedTuple

from newscrawl.extraction.dates.words import HALVES, HALVES_IN, TWELVE_HOURS, is_date_word
from newscrawl.extraction.dates.zones import is_zone, zone_printed

# Abbreviations, which have dots or are short; words are in the table. A clock goes round twice.
_ABBREVIATED = {
    **dict.fromkeys(("am", "πμ", "ص", "قظ", "oo", "de"), "before_noon"),
    **dict.fromkeys(("pm", "μμ", "م", "بظ", "os", "du"), "after_noon"),
}
_NO_LETTER = r"(?![^\W\d]|[\u0900-\u0dff])"
# Chinese, Japanese and Korean put no space behind words.
_WORDS = "|".join(
    word if word[0] > "\u2e80" else re.escape(word) + _NO_LETTER
    for word in sorted(HALVES, key=len, reverse=True)
)
_HALF = rf"[ap]\.?\s?m\b\.?|[πμ]\.?μ\b\.?|[صم]\b|[قب]\.ظ|oo\b|os\b|de\.|du\.|{_WORDS}"
_HALF_BEFORE = re.compile(rf"(?:^|(?<=\W)|(?<=\d)|(?<=[\u2e80-\uffff]))({_HALF})\s?$")
# Letters of the longest of them, and of a word beside a time of day.
_LONGEST_HALF = 24
_ZONE = r"(?:utc|gmt)\s?[+-]\s?\d{1,2}(?::?\d\d)?|[+-]\d\d:?\d\d\b|[a-zмскö]{2,5}\b"
_HALF_BEHIND = rf"(?:\s?(?P<half>{_HALF}))?"
_ZONE_BEHIND = rf"(?:\s?\(?(?P<zone>{_ZONE})\)?)?"
_HOUR = r"(?<![\d:./-])(?P<hour>[01]?\d|2[0-4])"
_COLON = re.compile(
    rf"{_HOUR}\s?:\s?(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d{{1,9}})?)?(?!\d)"
    rf"{_HALF_BEHIND}(?:\s{{0,2}}(?:uhr|h|น)\b\.?)?{_ZONE_BEHIND}"
)
_DOTTED = re.compile(
    rf"{_HOUR}\.(?P<minute>[0-5]\d)(?![\d:/]|\.\d)"
    rf"{_HALF_BEHIND}(?:\s{{0,2}}(?:uhr|h|น|wib)\b\.?)?{_ZONE_BEHIND}"
)
_HOURS = re.compile(
    rf"{_HOUR}\s?(?:h|ч\.?|hod\.?|klo)\s?(?P<minute>[0-5]\d)?(?:min)?(?!\w)"
    rf"{_HALF_BEHIND}{_ZONE_BEHIND}"
)
_CHARACTERS = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-4])\s?[時时點点시]\s?(?:(?P<minute>[0-5]?\d)\s?[分분]?)?"
    r"(?:\s?(?P<second>[0-5]?\d)\s?[秒초])?"
)
_BARE = re.compile(
    rf"(?<![\d:./-])(?P<hour>1[0-2]|0?\d)\s?(?P<half>[ap]\.?\s?m\b\.?){_ZONE_BEHIND}"
)
_BARE_HOUR = re.compile(r"(?<![\d:./-])(?P<hour>[01]?\d|2[0-3])\s?uhr")
_FORMS = (_COLON, _CHARACTERS, _HOURS, _BARE, _BARE_HOUR, _DOTTED)
# A word of another script than ours right beside a time of day; before it, one of two letters is
# but "at".
_WORD = r"[^\W\d_a-zµ-ʯ][^\s\d.,:;|()،।]"
_WORD_BEHIND, _WORD_BEFORE = re.compile(rf"\s?({_WORD}*)"), re.compile(rf"({_WORD}{{2,}})\s?$")
_OWN_WORD = re.compile(r"\s?([^\W\d_]+)\b")


class Clock(NamedTuple):
    """A time of day and its zone, and the line without them."""

    hour: int
    minute: int
    second: int | None
    zone: tzinfo | None
    rest: str
    is_sure: bool
    """Whether no unknown word stands beside it that may tell the half of the day."""


def find_clock(folded: str, text: str, language: str | None = None) -> Clock | None:
    """Return the first time of day of a folded line; ``text`` is the line as printed.

    ``language`` (its base, "vi") tells of more words for the halves of the day.
    """
    for form in _FORMS:
        match = form.search(folded)
        if match:
            return _read_clock(match, folded, text, language)
    return None


def _read_clock(match: re.Match[str], folded: str, text: str, language: str | None) -> Clock:
    groups = match.groupdict()
    before = folded[max(0, match.start() - _LONGEST_HALF) : match.start()]
    half_before = _HALF_BEFORE.search(before)
    start = match.start() - (len(half_before[0]) if half_before else 0)
    zone_word = groups.get("zone")
    zone = _read_zone(zone_word, text)
    end = match.start("zone") if zone_word and zone is None else match.end()
    half = _half_of(half_before[1] if half_before else groups.get("half"))
    hour, behind = int(groups["hour"]), folded[end : end + _LONGEST_HALF]
    own = _OWN_WORD.match(behind)
    if not half and own and (half := HALVES_IN.get(language or "", {}).get(own[1])):
        end += own.end()
    return Clock(
        hour=_of_the_day(hour, half),
        minute=int(groups.get("minute") or 0),
        second=int(groups["second"]) if groups.get("second") else None,
        zone=zone,
        rest=f"{folded[:start]} {folded[end:]}",
        is_sure=bool(half or zone) or not _may_have_half(hour, before, behind, language),
    )


def _half_of(written: str | None) -> str | None:
    if not written:
        return None
    return HALVES.get(written) or _ABBREVIATED.get(written.replace(".", "").replace(" ", ""))


def _may_have_half(hour: int, before: str, behind: str, language: str | None) -> bool:
    """Whether an unknown word beside an hour may tell which half of the day it is of."""
    if not 1 <= hour <= 12 or language not in TWELVE_HOURS:
        return False
    words = (_WORD_BEFORE.search(before), _WORD_BEHIND.match(behind))
    return any(word is not None and not is_date_word(word[1]) for word in words)


def _of_the_day(hour: int, half: str | None) -> int:
    """The hour of 24; noon lasts until five, and night begins at six."""
    is_second = (half == "noon" and hour <= 5) or (half == "night" and 6 <= hour < 12)
    if (half == "after_noon" and hour < 12) or (is_second and hour):
        return hour + 12
    return 0 if half in ("before_noon", "night") and hour == 12 else hour


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

"""Dates that count from now: "2 hours ago", "вчера", "3天前"."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from newscrawl.extraction.dates.moments import Moment, moment_of_day
from newscrawl.extraction.dates.words import AGO, DAYS_BACK, NOW, unit_of

_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86_400, "week": 604_800}
_MOST = 10_000
# "A.m." ends like "ago" in Japanese and Korean.
_MORNING = ("午前", "오전")
# "Two hours" is one word.
_DUALS = frozenset({"ساعتين", "يومين", "دقيقتين", "שעתיים", "יומיים"})


def counts_from_now(words: list[str]) -> bool:
    """Return whether folded words have one that says "ago", "now", "today" or "yesterday"."""
    return any(word in NOW or word in DAYS_BACK or _says_ago(word) for word in words)


def find_named_day(words: list[str], now: datetime) -> date | None:
    """Return the day that "today" or "yesterday" names among folded words."""
    for word in words:
        back = DAYS_BACK.get(word)
        if back is not None:
            return now.date() - timedelta(days=back)
    return None


def find_moment_ago(words: list[str], now: datetime) -> Moment | None:
    """Return the moment of "2 hours ago" among folded words.

    Minutes are taken at their word; of hours and more only the day is sure.
    """
    if any(word in NOW for word in words):
        return Moment(now.replace(second=0, microsecond=0), "minute")
    if not any(_says_ago(word) for word in words):
        return None
    seconds, unit = _count(words)
    if not unit:
        return None
    stamp = now - timedelta(seconds=seconds)
    if unit in ("second", "minute"):
        return Moment(stamp.replace(second=0, microsecond=0), "minute")
    return moment_of_day(stamp.date())


def _says_ago(word: str) -> bool:
    return word in AGO or (word[-1] in "前전" and not word.endswith(_MORNING))


def _count(words: list[str]) -> tuple[int, str | None]:
    """Seconds in all, and the largest unit named."""
    total, largest, number = 0, None, None
    for word in words:
        if word.isdecimal():
            number = min(int(word[:6]), _MOST)
            continue
        unit = unit_of(word) or unit_of(word[:-1] if word[-1] in "前전" else "")
        if unit and (number is not None or len(word) > 1):
            many = 2 if word in _DUALS else 1
            total += (many if number is None else number) * _SECONDS[unit]
            largest, number = largest or unit, None
    return total, largest

"""How a run ended: the exit code that cron sees, and the one line that says why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from newscrawl.health.expectations import UNWANTED
from newscrawl.health.tally import below

FINE, NOT_STARTED, FELL_SHORT, CHANGED = 0, 1, 2, 3

_STOPPED = {
    "frontier_error": "the frontier could not be written any more: see the log, and run again",
    "frontier_damaged": "the frontier is damaged: see `scrapy frontier verify`",
    "disk_full": "the disk is full: make room and run again, nothing is lost",
    "disk_error": "the disk took no more: see the log; nothing that was committed is lost",
    "output_damaged": "output files are not what was committed: see `scrapy frontier verify`",
}

# Reasons that end a run before its time.
CUT_SHORT = {
    "memusage_exceeded": "more memory than MEMUSAGE_LIMIT_MB",
    "closespider_timeout": "more time than CLOSESPIDER_TIMEOUT",
}


class Outcome(NamedTuple):
    """An exit code, and the line for stderr ("" when all is fine)."""

    exit_code: int
    message: str


def judge_run(stats: Mapping[str, Any]) -> Outcome:
    """Return the outcome of a run from its final stats."""
    if refusal := stats.get("newscrawl/refusal"):
        return Outcome(NOT_STARTED, refusal)
    reason = stats.get("newscrawl/failure", stats.get("finish_reason"))
    if reason is None:  # nobody was left to say it
        return Outcome(FELL_SHORT, "stopped at once: what was on its way is due again")
    if reason in _STOPPED:
        return Outcome(FELL_SHORT, _STOPPED[reason])
    if bugs := _bugs(stats):
        return Outcome(FELL_SHORT, bugs)
    if alarms := "; ".join(stats.get("newscrawl/alarms", ())):
        # A later run may mend what fell short; a changed site waits for a person.
        has_changed = stats.get("newscrawl/alarm/collapsed", 0)
        return Outcome(CHANGED if has_changed else FELL_SHORT, alarms)
    shortfall = _cut_short(stats) or _no_articles(stats)
    return Outcome(FELL_SHORT if shortfall else FINE, shortfall)


def _bugs(stats: Mapping[str, Any]) -> str:
    count = stats.get("spider_exceptions/count", 0) + stats.get("newscrawl/error/pipeline", 0)
    return f"{count} pages met a bug in the crawler: see the log" if count else ""


def _cut_short(stats: Mapping[str, Any]) -> str:
    excess = CUT_SHORT.get(stats.get("finish_reason", ""))
    is_left = excess and stats.get("newscrawl/left")
    return f"{excess}: pages are left for the next run" if is_left else ""


def _no_articles(stats: Mapping[str, Any]) -> str:
    fetched = stats.get("newscrawl/page/fetched", 0)
    saved = stats.get("newscrawl/saved", 0)
    reasons = below(stats, "newscrawl/dropped/").items()
    dropped = sum(times for reason, times in reasons if reason not in UNWANTED)
    if fetched and not saved and dropped == fetched:
        return f"no article in {fetched} fetched pages"
    return ""

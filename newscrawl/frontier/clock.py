"""What a clock that was ahead once left behind, set right when a run starts."""

from __future__ import annotations

from newscrawl.frontier.database import Database
from newscrawl.frontier.schedule import DAY, HOUR, LONGEST_PAUSE

# Moments that have passed when they are written down.
_PAST = {
    "listing": ("polled_at", "changed_at", "news_at"),
    "page": ("first_seen", "checked_at", "saved_at"),
    "run": ("started_at", "finished_at"),
}
# Seconds by which two clocks may differ without any harm.
_DRIFT = HOUR
# A clock before 2020 is itself wrong: that of a machine without a battery that has just started.
_EARLIEST = 1_577_836_800.0


def set_right(database: Database, now: float, *, longest_check: float) -> bool:
    """Bring what is written down for later than any pause lasts back; return whether there was any.

    ``longest_check`` is the age in seconds at which an article is looked at for the last time. Only
    a run or a listing from the future makes us look at the pages, which may be many.
    """
    latest = now + LONGEST_PAUSE
    if now < _EARLIEST or not database.value(
        "SELECT EXISTS (SELECT 1 FROM run WHERE started_at > ?1 OR finished_at > ?1)"
        " OR EXISTS (SELECT 1 FROM listing WHERE due_at > ?2 OR polled_at > ?1)",
        now + _DRIFT, latest + _DRIFT,
    ):  # fmt: skip
        return False
    with database.transaction():
        for table, names in _PAST.items():
            for name in names:
                _bring_back(database, table, name, now)
        _bring_back(database, "listing", "due_at", latest)
        database.write(
            "UPDATE listing SET due_at = min(due_at, ? + interval) WHERE attempts = 0", now
        )
        _bring_back(database, "page", "due_at", now + max(longest_check, LONGEST_PAUSE))
        _bring_back(database, "pause", "until", now + DAY)
        _bring_back(database, "note", "noted_at", now)
    return True


def _bring_back(database: Database, table: str, name: str, latest: float) -> None:
    database.write(
        f"UPDATE {table} SET {name} = ?1 WHERE {name} > ?1",  # noqa: S608 - names of ours
        latest,
    )

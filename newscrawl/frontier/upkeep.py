"""What `scrapy frontier` shows and changes by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from newscrawl.frontier.database import Database
from newscrawl.frontier.pages import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which pages are meant; what is None or empty does not matter."""

    scope: str | None = None
    site: str | None = None
    states: Sequence[State] = ()
    reason: str | None = None
    """Beginning of the reason or error."""
    keys: Sequence[str] = ()
    """Keys or addresses."""

    @property
    def is_everything(self) -> bool:
        """Whether nothing narrows it."""
        return not any((self.scope, self.site, self.states, self.reason, self.keys))

    def where(self) -> tuple[str, list[object]]:
        """Return the SQL condition and its values."""
        conditions: list[str] = ["1"]
        values: list[object] = []
        for column, value in (("scope", self.scope), ("site", self.site)):
            if value is not None:
                conditions.append(f"{column} = ?")
                values.append(value)
        if self.states:
            conditions.append(f"state IN ({_marks(self.states)})")
            values += self.states
        if self.reason:
            conditions.append("substr(reason, 1, ?) = ?")
            values += [len(self.reason), self.reason]
        if self.keys:
            marks = _marks(self.keys)
            conditions.append(f"(key IN ({marks}) OR url IN ({marks}))")
            values += [*self.keys, *self.keys]
        return " AND ".join(conditions), values


def count_pages(database: Database) -> list[Row]:
    """Return the number of pages by scope, site and state."""
    return database.rows(
        "SELECT scope, site, state, count(*) AS pages FROM page GROUP BY 1, 2, 3 ORDER BY 1, 2, 3"
    )


def last_errors(database: Database, limit: int) -> list[Row]:
    """Return the pages and listings that failed last."""
    return database.rows(
        "SELECT checked_at AS moment, scope, url, reason, attempts, state FROM page"
        " WHERE state IN ('waiting', 'failed') AND attempts > 0"
        # Of a listing it is known when it was last read.
        " UNION ALL SELECT polled_at, scope, url, error, attempts, 'listing' FROM listing"
        " WHERE error IS NOT NULL ORDER BY 1 DESC LIMIT ?",
        limit,
    )


def due_next(database: Database, limit: int) -> list[Row]:
    """Return the pages and listings that come next, those due by now first."""
    return database.rows(
        "SELECT * FROM (SELECT due_at, scope, url, method AS what FROM listing"
        "   WHERE due_at IS NOT NULL ORDER BY due_at LIMIT ?1)"
        " UNION ALL SELECT * FROM (SELECT due_at, scope, url,"
        "   CASE state WHEN 'done' THEN 're-check' ELSE 'retry' END FROM page"
        "   WHERE due_at IS NOT NULL ORDER BY due_at LIMIT ?1)"
        " ORDER BY due_at LIMIT ?1",
        limit,
    )


def last_runs(database: Database, limit: int) -> list[Row]:
    """Return the last runs, the latest first."""
    return database.rows("SELECT * FROM run ORDER BY number DESC LIMIT ?", limit)


def find_pages(database: Database, selection: Selection, limit: int) -> Iterator[Row]:
    """Yield the selected pages, newest first."""
    condition, values = selection.where()
    yield from database.each(
        f"SELECT * FROM page WHERE {condition} ORDER BY published DESC LIMIT ?",  # noqa: S608
        *values,
        limit,
    )


def requeue_pages(database: Database, selection: Selection) -> int:
    """Make the selected pages due now, as if they had never failed; return how many."""
    condition, values = selection.where()
    change = "state = 'due', due_at = NULL, attempts = 0, unchanged = 0"
    return database.write(
        f"UPDATE page SET {change} WHERE {condition}"  # noqa: S608 - values are bound
        " AND state NOT IN ('leased', 'due', 'moved')",
        *values,
    )


def forget_pages(database: Database, selection: Selection) -> int:
    """Remove the selected pages that were never saved; return how many.

    A saved one, and what has moved to it, stays known as long as its record is in the output:
    forgotten, it would come twice.
    """
    condition, values = selection.where()
    return database.write(
        f"DELETE FROM page WHERE {condition}"  # noqa: S608 - values are bound
        " AND revision = 0 AND state NOT IN ('leased', 'moved')",
        *values,
    )


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))

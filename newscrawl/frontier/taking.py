"""Choosing the pages that are fetched next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from sqlite3 import Row
from typing import NamedTuple

from newscrawl.frontier.database import Database
from newscrawl.frontier.pages import Due, unpack_evidence
from newscrawl.frontier.schedule import HOUR, LONGEST_PAUSE

_ALWAYS = 1e12
# Pages have the last moment that their date can mean. The first one lies up to so much before: a
# day begins in the far east 50 hours before it has ended in the far west.
_VAGUE = 50 * HOUR


class Bounds(NamedTuple):
    """Which of the due pages may be taken; None sets no bound."""

    since: float | None = None
    until: float | None = None
    per_site: int | None = None
    sites: Collection[str] | None = None


def wake(
    database: Database, scope: str, now: float, *, since: float | None, last_check: float
) -> None:
    """Make due what waited until now: failures, and saved articles to look at again.

    Of these, one before the window waits an hour for another run, and one that nobody came to look
    at until a week after its ``last_check`` (age in seconds, 0: there are no looks) is at rest.
    """
    if not database.row("SELECT 1 FROM page WHERE scope = ? AND due_at <= ?", scope, now):
        return
    resting = now - last_check - LONGEST_PAUSE if last_check else _ALWAYS
    with database.transaction():
        for due_at, before in ((None, resting), (now + HOUR, since)):
            database.write(
                "UPDATE page SET due_at = ? WHERE scope = ? AND due_at <= ? AND state = 'done'"
                " AND published < ?",
                due_at, scope, now, before,
            )  # fmt: skip
        database.write(
            "UPDATE page SET state = 'due', due_at = NULL WHERE scope = ? AND due_at <= ?",
            scope, now,
        )  # fmt: skip


def take(
    database: Database, scope: str, limit: int, now: float, bounds: Bounds, *, run: int | None
) -> list[Due]:
    """Lease up to ``limit`` pages to a run: the newest of each site first, the sites in turn.

    The turn is with the sites that have least on their way, so that many small takes are as fair
    as a large one. It never goes beyond the first ``limit`` sites that have anything to give.
    """
    leased = count_leased(database, run)
    turns: list[tuple[int, int, int]] = []
    given = 0
    sites = _due_sites(database, scope, now, bounds)
    for place, site in enumerate(sorted(sites, key=lambda site: leased[site])):
        room = min(limit, bounds.per_site - leased[site]) if bounds.per_site else limit
        found = _newest(database, scope, site, bounds, room) if room > 0 else []
        turns += [(leased[site] + turn, place, number) for turn, number in enumerate(found)]
        given += bool(found)
        if given >= limit:
            break
    numbers = [number for _, _, number in sorted(turns)[:limit]]
    rows = _rows(database, numbers)
    if rows:
        with database.transaction():
            database.write_many(
                "UPDATE page SET state = 'leased', run = ? WHERE number = ?",
                [(run, number) for number in numbers],
            )
    return [_due(rows[number]) for number in numbers]


def has_due(database: Database, scope: str, now: float, bounds: Bounds) -> bool:
    """Return whether ``take`` would find a page, however many are on their way."""
    sites = _due_sites(database, scope, now, bounds)
    return any(_newest(database, scope, site, bounds, 1) for site in sites)


def count_leased(database: Database, run: int | None) -> Counter[str]:
    """Return the number of pages a run has leased, by site."""
    rows = database.rows(
        "SELECT site, count(*) FROM page WHERE state = 'leased' AND run = ? GROUP BY site", run
    )
    return Counter(dict(map(tuple, rows)))


def _due_sites(database: Database, scope: str, now: float, bounds: Bounds) -> list[str]:
    """Return the sites that have due pages and no pause, found by jumps through the index."""
    rows = database.rows(
        "WITH RECURSIVE due (site) AS ("
        "  SELECT min(site) FROM page WHERE scope = ?1 AND state = 'due'"
        "  UNION ALL SELECT (SELECT min(site) FROM page"
        "    WHERE scope = ?1 AND state = 'due' AND site > due.site)"
        "  FROM due WHERE site IS NOT NULL"
        ") SELECT site FROM due WHERE site IS NOT NULL"
        "  AND site NOT IN (SELECT site FROM pause WHERE until > ?2)",
        scope, now,
    )  # fmt: skip
    sites = [row["site"] for row in rows]
    return [site for site in sites if bounds.sites is None or site in bounds.sites]


def _newest(database: Database, scope: str, site: str, bounds: Bounds, limit: int) -> list[int]:
    """Return the numbers of a site's newest due pages, from the index alone.

    What nobody dates has the latest moment it can be of, and is not too late for any window.
    """
    since = -_ALWAYS if bounds.since is None else bounds.since
    until = _ALWAYS if bounds.until is None else bounds.until + _VAGUE
    rows = database.rows(_NEWEST, scope, site, since, until, _ALWAYS, limit)
    return [row["number"] for row in rows]


_NEWEST = """
SELECT * FROM (SELECT number, published FROM page WHERE scope = ?1 AND site = ?2 AND state = 'due'
    AND dated = 1 AND published BETWEEN ?3 AND ?4 ORDER BY published DESC LIMIT ?6)
UNION ALL
SELECT * FROM (SELECT number, published FROM page WHERE scope = ?1 AND site = ?2 AND state = 'due'
    AND dated = 0 AND published BETWEEN ?3 AND ?5 ORDER BY published DESC LIMIT ?6)
ORDER BY published DESC LIMIT ?6
"""


def _rows(database: Database, numbers: Sequence[int]) -> dict[int, Row]:
    marks = ",".join("?" * len(numbers))
    found = database.rows(
        f"SELECT * FROM page WHERE number IN ({marks})",  # noqa: S608 - only question marks
        *numbers,
    )
    return {row["number"]: row for row in found}


def _due(row: Row) -> Due:
    return Due(
        key=row["key"],
        url=row["url"],
        site=row["site"],
        candidate=unpack_evidence(row["url"], row["evidence"]),
        attempts=row["attempts"],
        revision=row["revision"],
        content_hash=row["content_hash"],
        etag=row["etag"],
        last_modified=row["last_modified"],
    )

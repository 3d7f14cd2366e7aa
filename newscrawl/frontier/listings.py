"""Listings: which are to be polled, with what validators, and how often each brings news."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from sqlite3 import Row

from newscrawl.discovery.sites import site_of
from newscrawl.frontier.database import OF_SITES, Database, of_sites
from newscrawl.frontier.pages import Offered
from newscrawl.frontier.schedule import (
    FIRST_POLL,
    LATE_POLL,
    LONGEST_POLL,
    Poll,
    next_interval,
    retry_pause,
)

# A listing that fails so often in a row is left out until somebody names it again: after about a
# fortnight, at pauses of six hours. Longer ones would outlast what a site shows after an outage.
GIVE_UP = 58

# Failures in a row after which other listings stand in.
_REPLACED = 2

# A run that starts a little early (cron, a quick site) still polls what is nearly due.
_EARLY = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A listing that is known, with what is needed to ask for it politely."""

    url: str
    site: str
    method: str
    """"feed", "sitemap", "section", "archive", "api"; a guess until it was read."""
    found_on: str | None
    once: bool
    """Whether it is read once only, such as the second page of a list."""
    interval: float
    """Seconds between two polls."""
    due_at: float | None
    polled_at: float | None
    """When it was last read; None if it never was."""
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    """Any digest of the body: some servers send a stale ETag with a new body, or none at all."""
    attempts: int
    """Failures in a row."""
    error: str | None


_NOTHING = Offered()


class Listings:
    """The listings of all scopes, kept in the frontier's database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(
        self,
        scope: str,
        url: str,
        now: float,
        *,
        method: str,
        found_on: str | None = None,
        once: bool = False,
        modified: float | None = None,
    ) -> bool:
        """Write a listing down, due now; return whether it is new.

        A known one keeps its rhythm, unless the index that names it dates it (``modified``, Unix
        time) after the last poll: then it is due now. One that was given up is due again; one that
        is to be read ``once`` from now on, for a last time.
        """
        added = self._database.write(
            "INSERT INTO listing (scope, url, site, method, found_on, once, changed_at, due_at,"
            " interval) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            scope, url, site_of(url), method, found_on, once, modified, now, FIRST_POLL,
        )  # fmt: skip
        if not added:
            self._database.write(
                "UPDATE listing SET due_at = ?1, attempts = 0 WHERE scope = ?2 AND url = ?3"
                " AND ((polled_at < ?4) OR (due_at IS NULL AND attempts >= ?5))",
                now, scope, url, modified, GIVE_UP,
            )  # fmt: skip
            if once:
                self._database.write(
                    "UPDATE listing SET once = 1 WHERE scope = ? AND url = ?", scope, url
                )
            self._database.write(
                "UPDATE listing SET changed_at = ?1 WHERE scope = ?2 AND url = ?3"
                " AND ?1 IS NOT NULL",
                modified, scope, url,
            )  # fmt: skip
        return bool(added)

    def hasten(self, scope: str, urls: Iterable[str], now: float) -> None:
        """Make a site's entry points due now, but those that were late with all they told."""
        known = [listing for url in urls if (listing := self.get(scope, url))]
        quickest: dict[str, float] = {}
        for listing in known:
            others = quickest.get(listing.site, listing.interval)
            quickest[listing.site] = max(FIRST_POLL, min(others, listing.interval))
        self._database.write_many(
            "UPDATE listing SET due_at = ? WHERE scope = ? AND url = ? AND due_at > ?",
            [
                (now, scope, listing.url, now)
                for listing in known
                if listing.interval <= quickest[listing.site]
            ],
        )

    def get(self, scope: str, url: str) -> Listing | None:
        """Return one listing."""
        row = self._database.row("SELECT * FROM listing WHERE scope = ? AND url = ?", scope, url)
        return _listing(row) if row else None

    def due(
        self, scope: str, now: float, *, per_site: int = 1000, sites: Collection[str] | None = None
    ) -> list[Listing]:
        """Return the listings to poll now, those most overdue first; paused sites have none."""
        rows = self._database.rows(
            "SELECT listing.* FROM (SELECT url, row_number() OVER"  # noqa: S608 - ours
            " (PARTITION BY site ORDER BY due_at) AS place FROM listing"
            f" WHERE scope = ?2 AND due_at <= ?3 AND {OF_SITES}"
            " AND site NOT IN (SELECT site FROM pause WHERE until > ?3)) AS due"
            " JOIN listing ON listing.scope = ?2 AND listing.url = due.url"
            " WHERE due.place <= ?4 ORDER BY due_at",
            of_sites(sites), scope, now, per_site,
        )  # fmt: skip
        return [_listing(row) for row in rows]

    def next_due(self, scope: str, sites: Collection[str] | None = None) -> float | None:
        """Return when the next listing is due, None when there is none."""
        found: float | None = self._database.value(
            "SELECT min(due_at) FROM listing"  # noqa: S608 - ours
            f" WHERE scope = ?2 AND due_at IS NOT NULL AND {OF_SITES}",
            of_sites(sites), scope,
        )  # fmt: skip
        return found

    def fed_sites(self, scope: str) -> set[str]:
        """Return the sites that have a feed or a sitemap which is polled again and again."""
        rows = self._database.rows(
            "SELECT DISTINCT site FROM listing WHERE scope = ? AND NOT once"
            " AND method IN ('feed', 'sitemap')",
            scope,
        )
        return {row["site"] for row in rows}

    def read(
        self,
        scope: str,
        url: str,
        now: float,
        *,
        offered: Offered = _NOTHING,
        method: str | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        body_hash: str | None = None,
    ) -> None:
        """Remember that a listing was read, and set its next poll by what it brought.

        To be called in one transaction with the offer of its entries. For an unchanged listing
        (304, or the same body) leave out all but ``now``: the validators stay.
        """
        row = self._database.row(
            "SELECT once, interval, polled_at, changed_at, news_at, attempts, site FROM listing"
            " WHERE scope = ? AND url = ?",
            scope, url,
        )  # fmt: skip
        if row is None:
            return
        poll = Poll(
            offered.new,
            offered.late,
            elapsed=_since(row["polled_at"], now),
            silence=_since(row["news_at"], now),
            rest=_since(row["changed_at"], now),
        )
        interval = next_interval(row["interval"], poll)
        has_news = poll.new and poll.elapsed is not None
        self._database.write(
            "UPDATE listing SET polled_at = ?, due_at = ?, interval = ?, entries = max(entries, ?),"
            " new_entries = ?, news_at = coalesce(?, news_at), attempts = 0, error = NULL,"
            " method = coalesce(?, method),"
            " etag = coalesce(?, etag), last_modified = coalesce(?, last_modified),"
            " body_hash = coalesce(?, body_hash) WHERE scope = ? AND url = ?",
            now, None if row["once"] else now + _EARLY * interval, interval,
            offered.total, poll.new, now if has_news else None, method, etag, last_modified,
            body_hash, scope, url,
        )  # fmt: skip
        if row["attempts"]:
            self._recover(scope, row["site"], now)

    def _recover(self, scope: str, site: str, now: float) -> None:
        """Make due what else failed at a site of which one listing answers again."""
        self._database.write(
            "UPDATE listing SET due_at = ?1 WHERE scope = ?2 AND site = ?3 AND attempts > 0"
            " AND due_at > ?1",
            now, scope, site,
        )  # fmt: skip

    def rest(self, scope: str, url: str, now: float) -> None:
        """Put the next poll of a listing off as far as goes, as of a sitemap of sections."""
        self._database.write(
            "UPDATE listing SET interval = ?1, due_at = ?2 + ?1 WHERE scope = ?3 AND url = ?4",
            LONGEST_POLL, now, scope, url,
        )  # fmt: skip

    def fail(
        self, scope: str, url: str, error: str, now: float, *, retry_after: float | None = None
    ) -> None:
        """Remember why a listing could not be read; it is due again after a growing pause.

        If it fails twice, those of its site that rested because it was quicker are asked again.
        """
        attempts: int = 1 + (
            self._database.value(
                "SELECT attempts FROM listing WHERE scope = ? AND url = ?", scope, url
            )
            or 0
        )
        pause = retry_pause(attempts, retry_after)
        pause = min(pause, LATE_POLL) if retry_after is None else pause
        due_at = None if attempts >= GIVE_UP else now + pause
        self._database.write(
            "UPDATE listing SET attempts = ?, error = ?, due_at = ? WHERE scope = ? AND url = ?",
            attempts, error, due_at, scope, url,
        )  # fmt: skip
        if attempts == _REPLACED:
            self._database.write(
                "UPDATE listing SET due_at = ?1 WHERE scope = ?2 AND due_at > ?1 AND error IS NULL"
                " AND interval <= ?3 AND site = (SELECT site FROM listing"
                " WHERE scope = ?2 AND url = ?4)",
                now, scope, LATE_POLL, url,
            )  # fmt: skip

    def forget(self, scope: str, url: str) -> bool:
        """Remove a listing; return whether it was there."""
        return bool(
            self._database.write("DELETE FROM listing WHERE scope = ? AND url = ?", scope, url)
        )


def _since(moment: float | None, now: float) -> float | None:
    return None if moment is None else now - moment


def _listing(row: Row) -> Listing:
    return Listing(
        url=row["url"],
        site=row["site"],
        method=row["method"],
        found_on=row["found_on"],
        once=bool(row["once"]),
        interval=row["interval"],
        due_at=row["due_at"],
        polled_at=row["polled_at"],
        etag=row["etag"],
        last_modified=row["last_modified"],
        body_hash=row["body_hash"],
        attempts=row["attempts"],
        error=row["error"],
    )

"""The frontier itself: every page ever seen, and what is to be done next."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sqlite3 import Row
from tempfile import TemporaryDirectory
from typing import Self

from scrapy.settings import BaseSettings

from newscrawl.frontier.clock import set_right
from newscrawl.frontier.database import OF_SITES, Database, of_sites
from newscrawl.frontier.left_out import LeftOut
from newscrawl.frontier.listings import Listings
from newscrawl.frontier.moving import Moves
from newscrawl.frontier.notes import Notes
from newscrawl.frontier.offers import Entry, Latest, offer
from newscrawl.frontier.options import Options, frontier_path, output_folder
from newscrawl.frontier.output import Output, refuse_to_forget
from newscrawl.frontier.packing import Packing
from newscrawl.frontier.pages import Due, Offered, Outcome, State
from newscrawl.frontier.records import Records
from newscrawl.frontier.runs import Runs
from newscrawl.frontier.schedule import next_check, retry_pause
from newscrawl.frontier.taking import Bounds, count_leased, has_due, take, wake
from newscrawl.frontier.undated import Held, Place, hold_back

logger = logging.getLogger(__name__)


class Frontier:
    """The state of all crawls, in one database, beside the output files it answers for."""

    def __init__(self, path: Path | None, *, output: Path, options: Options | None = None) -> None:
        """Open or make the database; without a path it lasts no longer than this object.

        Raises FrontierError when it would begin anew beside records: all would come twice.
        """
        self.is_open = True
        """Whether a run may still ask: one that is cut short goes on until Scrapy has let it go."""
        self._options = options or Options()
        self._passing: TemporaryDirectory[str] | None = None
        is_kept = path is not None
        if path is None:
            self._passing = TemporaryDirectory(prefix="newscrawl-")
            path = Path(self._passing.name, "frontier")
        else:
            refuse_to_forget(path, output)
        self.database = Database(path)
        self.runs = Runs(self.database)
        self.listings = Listings(self.database)
        self.left_out = LeftOut(self.database)
        self.notes = Notes(self.database)
        self.output = Output(output, self.database if is_kept else None)
        self.records = Records(self.database, self.output, self._options)
        self._moves = Moves(self.database, self.records.originals)

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Return the frontier of a project; one without memory if ``NEWSCRAWL_FRONTIER`` is empty.

        What such a one is told lasts for the run, and records are appended to whatever is there.
        """
        return cls(
            frontier_path(settings),
            output=output_folder(settings),
            options=Options.from_settings(settings),
        )

    # --- A run --------------------------------------------------------------------------------

    def start_run(self, scope: str, *, run_id: str, now: float, sites: Iterable[str] = ()) -> None:
        """Take the locks of a scope and its sites, and set right what a killed run left behind.

        Raises AlreadyRunningError at once when another run has one of them.
        """
        self.runs.start(scope, run_id=run_id, now=now, sites=sites)
        if set_right(self.database, now, longest_check=self._options.last_check):
            logger.warning("the clock was ahead once: what it put off for long is due again soon")
        self.output.recover()

    def end_run(self, *, reason: str, now: float) -> None:
        """Make due again what is still leased, write down how the run ended, release the locks."""
        self.runs.end(reason=reason, now=now)

    def packing(self, packer: str) -> Packing:
        """Return what compresses the output files of finished days: "gzip" or "zstd"."""
        return Packing(self.database, self.output.folder, packer)

    def close(self) -> None:
        """Close the database; a run that was not ended is due again as after a kill."""
        self.is_open = False
        self.runs.abandon()
        self.output.close()
        self.database.close()
        if self._passing:
            self._passing.cleanup()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together or not at all.

        For a listing: its entries, its next page and its validators belong together.
        """
        with self.database.transaction():
            yield

    # --- Pages --------------------------------------------------------------------------------

    def offer(
        self,
        scope: str,
        entries: Iterable[Entry],
        now: float,
        *,
        latest: Latest | None = None,
        polled_at: float | None = None,
    ) -> Offered:
        """Write candidates down, before they are scheduled; known ones cost a look-up.

        Those that nobody dates are ordered, and bounded for ``take``, by ``latest``: when they were
        published at the latest. A saved article that a listing dates (``date_modified``) after its
        last download is due for a re-check, unless re-checks are off, or the listing claims so of
        nearly all it names. ``polled_at``, when the listing was read before, tells which of its
        entries came late.
        """
        recheck = bool(self._options.recheck_hours)
        return offer(
            self.database,
            scope,
            entries,
            now,
            recheck=recheck,
            latest=latest,
            polled_at=polled_at,
            began=self.runs.began,
        )

    def take(
        self,
        scope: str,
        limit: int,
        now: float,
        *,
        since: float | None = None,
        until: float | None = None,
        per_site: int | None = None,
        sites: Collection[str] | None = None,
    ) -> list[Due]:
        """Lease up to ``limit`` pages to this run: each site's newest first, the sites in turn.

        Pages that are surely outside ``since`` and ``until`` (Unix time) stay
        due; so do those of paused sites, of others than ``sites``, and of a site that has
        ``per_site`` pages in flight. An empty list means that nothing is due now.
        """
        if limit <= 0:
            return []
        bounds = Bounds(since, until, per_site, sites)
        wake(self.database, scope, now, since=since, last_check=self._options.last_check)
        return take(self.database, scope, limit, now, bounds, run=self.runs.number)

    def has_due(
        self,
        scope: str,
        now: float,
        *,
        since: float | None = None,
        until: float | None = None,
        sites: Collection[str] | None = None,
    ) -> bool:
        """Return whether pages that ``take`` would give, or listings, are due."""
        bounds = Bounds(since, until, sites=sites)
        listings = self.listings.due(scope, now, per_site=1, sites=sites)
        return bool(listings) or has_due(self.database, scope, now, bounds)

    def hold_back(
        self, scope: str, site: str, since: float, latest: Latest, *, below: Place
    ) -> Held:
        """Keep some of a site's due pages that nobody dates from runs with this ``since``.

        Those that ``latest`` tells to be older; they stay due for other runs.
        """
        return hold_back(self.database, scope, site, since, latest, below=below)

    def finish(
        self,
        key: str,
        outcome: Outcome,
        now: float,
        *,
        reason: str | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> None:
        """Close a leased page for which no record is written; any other page is left alone.

        So is one whose record is being written, when another address led to the same article: the
        record closes it, and without one it is due again.

        "unchanged": the re-checked text is the same (or the answer was 304); "dropped": no article,
        or none that was asked for, with the reason's slug; "gone": 404 or 410. An article that
        was saved and is not recognised any more stays done. One without a record cannot be
        unchanged: that counts as a failure.
        """
        row = self._leased_row(key)
        if row is None:
            return
        if outcome == "unchanged" and not row["revision"]:
            self.fail(key, "unchanged", now)
            return
        if outcome == "dropped" and row["revision"]:
            outcome = "unchanged"
        state = "done" if outcome == "unchanged" else outcome
        due_at = (
            next_check(row["published"], now, self._options.recheck_hours)
            if outcome == "unchanged"
            else None
        )
        self.database.write(
            "UPDATE page SET state = ?, run = NULL, due_at = ?, attempts = 0, reason = ?,"
            " checked_at = ?, unchanged = unchanged + ?, etag = coalesce(?, etag),"
            " last_modified = coalesce(?, last_modified) WHERE number = ?",
            state, due_at, reason, now, outcome == "unchanged", etag, last_modified, row["number"],
        )  # fmt: skip

    def fail(
        self,
        key: str,
        error: str,
        now: float,
        *,
        retry_after: float | None = None,
        at_last: State = "failed",
    ) -> None:
        """Put a leased page off after an error: with growing pauses, and given up at the limit.

        ``retry_after`` is what the site asked for, in seconds; ``at_last`` what a page that was
        given up is. A re-check that fails for good leaves the saved article done.
        """
        row = self._leased_row(key)
        if row is None:
            return
        attempts = row["attempts"] + 1
        due_at: float | None = now + retry_pause(attempts, retry_after)
        state: State = "waiting"
        if attempts >= self._options.attempts:
            state, due_at = "done" if row["revision"] else at_last, None
        self.database.write(
            "UPDATE page SET state = ?, run = NULL, due_at = ?, attempts = ?, reason = ?,"
            " checked_at = ? WHERE number = ?",
            state, due_at, attempts, error[:500], now, row["number"],
        )  # fmt: skip

    def move(self, key: str, to: str, url: str, now: float, *, sketch: Callable[[], bytes]) -> str:
        """Note that the leased page ``key`` is the article ``to`` (by redirect or canonical link).

        Return the key to save it under. That is ``to``, which is leased in its stead while the page
        is never asked for again, unless ``key`` was saved before with such a text (``sketch()``):
        then it has a new address only. A page at its own address (``to`` is ``key``) may have
        become that of such an article since it was leased.
        """
        return self._moves.move(
            key,
            to,
            url,
            now,
            sketch=sketch,
            run=self.runs.number,
            is_written=self.records.is_being_written(to),
        )

    def await_original(self, key: str, original: str, published: float | None, now: float) -> bool:
        """Put a leased page off once, for a moment, if its text is that of a saved article.

        That is on the same site, was ``published`` at the same time and not looked at since the
        page was found, and is now due: it may have moved here. Return whether the page waits.
        """
        if not self._moves.await_original(key, original, published, now):
            return False
        self.records.withdraw([key])
        return True

    def put_back(self, key: str, published: float | None, now: float) -> None:
        """Put a leased page off for an hour: nothing is wrong with it, but this run wants others.

        ``published``, the last moment that the page's date can mean, keeps it from later runs with
        the same window.
        """
        row = self._leased_row(key)
        if row is None:
            return
        self.database.write(
            "UPDATE page SET state = 'waiting', run = NULL, due_at = ?3 + 3600,"
            " dated = dated OR ?2 IS NOT NULL, published = coalesce(?2, published)"
            " WHERE number = ?1",
            row["number"], published, now,
        )  # fmt: skip

    def next_retry(self, scope: str, sites: Collection[str] | None = None) -> float | None:
        """Return when the first page that failed is to be tried again; None when there is none."""
        found: float | None = self.database.value(
            "SELECT min(due_at) FROM page WHERE scope = ?2 AND due_at IS NOT NULL"  # noqa: S608 - ours
            f" AND state = 'waiting' AND attempts > 0 AND {OF_SITES}",
            of_sites(sites), scope,
        )  # fmt: skip
        return found

    def next_due(self, scope: str, sites: Collection[str] | None = None) -> float | None:
        """Return when the next waiting page is due, or re-check; None when there is none."""
        found: float | None = self.database.value(
            "SELECT min(due_at) FROM page"  # noqa: S608 - ours
            f" WHERE scope = ?2 AND due_at IS NOT NULL AND {OF_SITES}",
            of_sites(sites), scope,
        )  # fmt: skip
        return found

    def knows_site(self, site: str) -> bool:
        """Return whether a listing of a site ever named a page, in whatever scope."""
        found = self.database.row("SELECT 1 FROM listing WHERE site = ? AND entries > 0", site)
        return found is not None

    @property
    def in_flight(self) -> int:
        """How many pages are leased to this run."""
        return count_leased(self.database, self.runs.number).total()

    # --- Private ------------------------------------------------------------------------------

    def _leased_row(self, key: str) -> Row | None:
        """Return a leased page that may be closed: no record of it is being written."""
        if self.records.is_being_written(key):
            return None
        return self.database.row(
            "SELECT number, attempts, revision, published FROM page"
            " WHERE key = ? AND state = 'leased'",
            key,
        )

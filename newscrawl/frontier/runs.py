"""Runs: one at a time for a scope, and what a killed one left behind is due again."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from newscrawl.frontier.database import Database
from newscrawl.frontier.errors import AlreadyRunningError, FrontierError, StorageError
from newscrawl.frontier.lock import FileLock, is_locked, take_lock
from newscrawl.frontier.output import folder_of

logger = logging.getLogger(__name__)


class Runs:
    """The runs of all scopes, and the one of this process."""

    def __init__(self, database: Database) -> None:
        self.number: int | None = None
        """The run of this process in the database; None while there is none."""
        self.scope = ""
        """Its scope."""
        self.began: float | None = None
        """When it began."""
        self._database = database
        self._locks: list[FileLock] = []

    def start(self, scope: str, *, run_id: str, now: float, sites: Iterable[str]) -> None:
        """Lock a scope and sites, make due what dead runs had leased, and write the run down."""
        for name in [scope, *sorted(f"site {site}" for site in set(sites))]:
            self._lock(name)
        self._refuse_rebuilding()
        self.scope, self.began = scope, now
        self._database.is_loud = True
        with self._database.transaction():
            self._release_dead(scope)
            self.number = self._database.insert(
                "INSERT INTO run (id, scope, pid, started_at) VALUES (?, ?, ?, ?)",
                run_id, scope, os.getpid(), now,
            )  # fmt: skip

    def end(self, *, reason: str, now: float) -> None:
        """Make due again what is still leased, write the end down, release the locks.

        A disk that takes nothing any more has been reported; the next run does it then.
        """
        try:
            with self._database.transaction():
                self._release(self.number)
                self._database.write(
                    "UPDATE run SET finished_at = ?, reason = ? WHERE number = ?",
                    now, reason, self.number,
                )  # fmt: skip
        except StorageError:
            logger.info("the end of the run could not be written down")
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Release the locks and leave the rest to the next run, as after a kill."""
        self.number = None
        while self._locks:
            self._locks.pop().close()

    def _refuse_rebuilding(self) -> None:
        """Raise if a rebuild goes on, which looks for our locks once it has its own, or is over.

        What this process has open is then the database of before.
        """
        path = self._database.path
        try:
            take_lock(rebuild_lock(path)).close()
        except BlockingIOError:
            self.abandon()
            raise AlreadyRunningError(f"{path} is being rebuilt; this run ends here") from None
        if not self._database.is_in_place:
            self.abandon()
            raise FrontierError(f"{path} was rebuilt while this run began; run it again")

    def is_running(self, scope: str) -> bool:
        """Return whether a live process runs this scope."""
        return is_locked(self._lock_path(scope))

    def _lock(self, name: str) -> None:
        try:
            self._locks.append(take_lock(self._lock_path(name)))
        except BlockingIOError:
            self.abandon()
            raise AlreadyRunningError(self._who_runs(name)) from None
        except OSError as error:
            self.abandon()
            raise StorageError(f"no lock can be made for {name}: {error}") from error

    def _lock_path(self, name: str) -> Path:
        return lock_folder(self._database.path) / folder_of(name)

    def _who_runs(self, name: str) -> str:
        row = self._database.row(
            "SELECT pid, started_at FROM run WHERE scope = ? AND finished_at IS NULL"
            " ORDER BY number DESC LIMIT 1",
            name,
        )
        who = ""
        if row:
            since = datetime.fromtimestamp(row["started_at"], UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
            who = f" (process {row['pid']}, since {since})"
        return f"another run of {name} is still going{who}; this one ends here"

    def _release_dead(self, scope: str) -> None:
        """Make due the pages of runs that live no more: nobody holds the lock of their scope."""
        leasing = self._database.rows(
            "SELECT number, scope FROM run"
            " WHERE number IN (SELECT run FROM page WHERE state = 'leased')"
        )
        for row in leasing:
            if row["scope"] == scope or not self.is_running(row["scope"]):
                self._release(row["number"])

    def _release(self, number: int | None) -> None:
        self._database.write(
            "UPDATE page SET state = 'due', run = NULL WHERE state = 'leased' AND run = ?", number
        )


def running_scopes(database: Path) -> list[str]:
    """Return the names of the locks that runs hold, of a database that need not be readable."""
    held = filter(is_locked, lock_folder(database).glob("*"))
    return sorted(path.name for path in held if path != rebuild_lock(database))


def rebuild_lock(database: Path) -> Path:
    """Return the path of the lock that a rebuild holds; no scope's has such a name."""
    return lock_folder(database) / ".rebuild"


def lock_folder(database: Path) -> Path:
    """Return where the locks of a database are."""
    return database.with_name(database.name + "-locks")

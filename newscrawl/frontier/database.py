"""The SQLite file of the frontier: opening, transactions, and what can go wrong with a disk.

Durability. The journal is a write-ahead log with ``synchronous=NORMAL``: a commit survives the
death of the process at once, and that of the machine once the log is synced. ``sync`` does that,
and may run in another thread: ``Store`` calls it after each batch of records, so that a record
that was reported saved is on the platter. Everything else (offers, leases, failures) is synced with
the next batch; after a power cut such a thing is at worst found or fetched again, never lost in
the output.

The file must lie on a local disk: a write-ahead log needs shared memory, which network file
systems do not have.
"""

from __future__ import annotations

import json
import logging
import os
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from newscrawl.frontier.errors import (
    DatabaseDamagedError,
    DiskFullError,
    FrontierError,
    StorageError,
    storage_failure,
)

logger = logging.getLogger(__name__)

_SCHEMA = files("newscrawl.frontier").joinpath("schema.sql").read_text(encoding="utf-8")


def _squeeze(sql: str) -> str:
    return " ".join(sql.split())


_CODE = "\n".join(line.split("--")[0] for line in _SCHEMA.splitlines())
_STATEMENTS = tuple(filter(None, map(_squeeze, _CODE.split(";"))))
_APPLICATION_ID = 0x6E657773  # "news"
_VERSION = 3

# Seconds that one run waits for another's transaction. The longest, an offer of 1,000 candidates,
# takes 20 ms; a rebuild in another window takes longer.
_BUSY_TIMEOUT = 30.0
# KiB of page cache a process; what is not in it is in the operating system's.
_CACHE = 32_768
# Pages of 4 KiB the log may reach before a commit folds it into the database by itself (with two
# syncs). ``sync`` folds it earlier, in its thread.
_LOG_LIMIT = 16_384
_FOLD_AT = 8 * 1024 * 1024

# A condition of queries whose first value is `of_sites(...)`.
OF_SITES = "(?1 IS NULL OR site IN (SELECT value FROM json_each(?1)))"


def of_sites(sites: Collection[str] | None) -> str | None:
    """Return what ``OF_SITES`` compares with; None lets every site pass."""
    return None if sites is None else json.dumps(sorted(sites))


class Database:
    """One connection, for one thread; only :meth:`sync` may be called from another."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_loud = False
        """Whether errors are logged too: in a run, where Scrapy is silent about why it closes."""
        self._depth = 0
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise storage_failure(path.parent, error) from error
        with self._explained():
            self._connection = sqlite3.connect(
                path, timeout=_BUSY_TIMEOUT, isolation_level=None, check_same_thread=False
            )
            self._connection.row_factory = sqlite3.Row
            self._prepare()
        self._file = path.stat()

    @property
    def is_in_place(self) -> bool:
        """Whether what is open is still the file of that name: no rebuild has put another there."""
        try:
            return os.path.samestat(self._file, self.path.stat())
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Close the file; SQLite folds the log into it when nobody else has it open."""
        with self._explained():
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together or not at all; may be nested."""
        if self._depth:
            yield
            return
        with self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is as of one moment; nobody has to wait for it."""
        with self._explained():
            self._connection.execute("BEGIN")
            self._depth += 1
            try:
                yield
            finally:
                self._depth -= 1
                self._connection.execute("COMMIT")

    def write(self, sql: str, *values: object) -> int:
        """Run one statement and return the number of rows it changed."""
        with self._explained():
            return self._connection.execute(sql, values).rowcount

    def write_many(self, sql: str, rows: Sequence[Sequence[object] | Mapping[str, object]]) -> None:
        """Run one statement for each of the rows."""
        with self._explained():
            self._connection.executemany(sql, rows)

    def insert(self, sql: str, *values: object) -> int:
        """Insert one row and return its number."""
        with self._explained():
            return self._connection.execute(sql, values).lastrowid or 0

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Return all rows of a query."""
        with self._explained():
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        """Return the first row of a query, if there is one."""
        with self._explained():
            found: sqlite3.Row | None = self._connection.execute(sql, values).fetchone()
            return found

    def value(self, sql: str, *values: object) -> Any:
        """Return the first column of the first row, None without one."""
        found = self.row(sql, *values)
        return found[0] if found else None

    def each(self, sql: str, *values: object) -> Iterator[sqlite3.Row]:
        """Yield the rows of a query one by one, for results that need not fit in memory."""
        with self._explained():
            yield from self._connection.execute(sql, values)

    def sync(self) -> None:
        """Make all commits so far survive a power cut; from any thread."""
        try:
            size = self._sync_log()
        except FileNotFoundError:
            return  # folded: what was in it is synced
        except OSError as error:
            raise storage_failure(self.path, error) from error
        if size > _FOLD_AT:
            self._fold()

    def _sync_log(self) -> int:
        """Return the bytes of the log that are on the disk now."""
        descriptor = os.open(self.path.with_name(self.path.name + "-wal"), os.O_RDWR)
        try:
            os.fsync(descriptor)
            return os.fstat(descriptor).st_size
        finally:
            os.close(descriptor)

    def _fold(self) -> None:
        try:
            with closing(sqlite3.connect(self.path, timeout=0, isolation_level=None)) as other:
                other.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except sqlite3.DatabaseError as error:
            # Busy, or the disk is full; what is worse, the next statement meets and explains.
            logger.debug("the log is folded next time: %s", error)

    def _prepare(self) -> None:
        execute = self._connection.execute
        execute("PRAGMA journal_mode = WAL")
        execute("PRAGMA synchronous = NORMAL")
        execute(f"PRAGMA cache_size = -{_CACHE}")
        execute(f"PRAGMA wal_autocheckpoint = {_LOG_LIMIT}")
        execute("PRAGMA journal_size_limit = 0")  # a folded log shrinks, so that its size tells
        with self.transaction():
            version = execute("PRAGMA user_version").fetchone()[0]
            if version == 0:
                self._create()
            elif (
                version != _VERSION
                or execute("PRAGMA application_id").fetchone()[0] != _APPLICATION_ID
            ):
                raise FrontierError(
                    f"{self.path} is no frontier of this version of newscrawl (it has version "
                    f"{version}, this one reads {_VERSION}). Nothing was changed. "
                    "`scrapy frontier rebuild` makes one of it and of the output files."
                )
            elif not self._has_schema():
                raise DatabaseDamagedError(self.path, "its tables are not as they were made")

    def _create(self) -> None:
        if self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise FrontierError(f"{self.path} is another program's database. Nothing was changed.")
        for statement in _STATEMENTS:
            self._connection.execute(statement)
        self._connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
        self._connection.execute(f"PRAGMA user_version = {_VERSION}")

    def _has_schema(self) -> bool:
        rows = self._connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {_squeeze(sql) for (sql,) in rows} >= set(_STATEMENTS)

    def find_damage(self) -> str | None:
        """Return what is wrong with the file itself, None if nothing is; reads all of it."""
        found: str = self.value("PRAGMA quick_check(1)")
        return None if found == "ok" else found

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            explained = self._explain(error)
            if explained is None:
                raise
            if self.is_loud:
                logger.error("%s", explained)  # noqa: TRY400 - a full disk has no trace
            raise explained from error

    def _explain(self, error: sqlite3.DatabaseError) -> FrontierError | None:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_FULL:
            return DiskFullError(self.path)
        if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
            return DatabaseDamagedError(self.path, error)
        if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
            return StorageError(f"the frontier {self.path} cannot be written: {error}")
        if code == sqlite3.SQLITE_BUSY:
            return FrontierError(
                f"another program has held {self.path} for {_BUSY_TIMEOUT:.0f} seconds: {error}"
            )
        return None

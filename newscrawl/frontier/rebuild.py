"""A new frontier from the output files, when the old one is damaged or lost."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from newscrawl.discovery.sites import site_of
from newscrawl.fingerprints import sketch
from newscrawl.frontier.database import Database
from newscrawl.frontier.errors import AlreadyRunningError
from newscrawl.frontier.lock import take_lock
from newscrawl.frontier.originals import REMEMBERED, Originals
from newscrawl.frontier.output import folder_of
from newscrawl.frontier.reading import output_files, read_lines
from newscrawl.frontier.runs import rebuild_lock, running_scopes
from newscrawl.frontier.schedule import parse_moment
from newscrawl.frontier.tail import sync_folder, whole_length
from newscrawl.frontier.texts import describe_text

logger = logging.getLogger(__name__)

_KEPT_TABLES = ("page", "listing", "pause", "note")
# The database first: one that has lost its log would be opened, and have forgotten what is in it.
_SUFFIXES = ("", "-wal", "-shm")


@dataclass(slots=True)
class Rebuilt:
    """What a rebuild found."""

    files: int = 0
    records: int = 0
    unreadable: int = 0
    """Lines that are no records; they stay in their files."""
    salvaged: int = 0
    """Rows that could still be read in the old database."""
    missing: int = 0
    """Articles that the old database counted as saved and no file has."""
    kept: Path | None = None
    """Where the old database is now."""


def _name_running(path: Path) -> list[str]:
    """Return the scopes whose runs go on, with their processes; of any state of the database.

    One that cannot be read any more leaves the names of the locks.
    """
    held = set(running_scopes(path))
    runs = {
        row["scope"]: row["pid"]
        for row in _readable_rows(path, "run")
        if row["finished_at"] is None and folder_of(row["scope"]) in held
    }
    return sorted(f"{scope} (process {pid})" for scope, pid in runs.items()) or sorted(held)


def rebuild(path: Path, folder: Path, *, now: float, refetch: bool = False) -> Rebuilt:
    """Put a new database in the place of one: what that still tells, and what output files hold.

    The files have the last word on what is saved; ``refetch`` makes due what only the old database
    counts as saved, otherwise that stays known. What was found but not yet downloaded is only
    in the old database; if that cannot be read, listings name it again, unless they have
    forgotten it. The old one stays in its place until the new one is whole, and then beside it.

    Raises AlreadyRunningError while a run goes on, or another rebuild; no run starts meanwhile.
    """
    with _alone(path):
        return _rebuild(path, folder, now=now, refetch=refetch)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    try:
        lock = take_lock(rebuild_lock(path))
    except BlockingIOError:
        raise AlreadyRunningError("another rebuild is still going") from None
    try:
        if running := _name_running(path):
            raise AlreadyRunningError(f"still running: {', '.join(running)}; end it first")
        yield
    finally:
        lock.close()


def _rebuild(path: Path, folder: Path, *, now: float, refetch: bool) -> Rebuilt:
    new = path.with_name(f"{path.name}.new")
    _remove(new)
    try:
        database = Database(new)
        try:
            rebuilt = _fill(database, folder, old=path, now=now, refetch=refetch)
        finally:
            database.close()
    except BaseException:
        _remove(new)
        raise
    rebuilt.kept = _set_aside(path, datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%S"))
    _rename(new, path)
    sync_folder(path.parent)
    return rebuilt


def _set_aside(path: Path, stamp: str) -> Path | None:
    """Rename a database and its log out of the way; return the new path, None if there is none."""
    is_there = path.exists()
    aside = path.with_name(f"{path.name}.{stamp}")
    _rename(path, aside)
    return aside if is_there else None


def _rename(path: Path, to: Path) -> None:
    for suffix in _SUFFIXES:
        file = path.with_name(path.name + suffix)
        if file.exists():
            file.rename(to.with_name(to.name + suffix))


def _remove(path: Path) -> None:
    for suffix in _SUFFIXES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _fill(database: Database, folder: Path, *, old: Path, now: float, refetch: bool) -> Rebuilt:
    rebuilt = Rebuilt()
    if old.exists() and old.stat().st_size:
        rebuilt.salvaged = _salvage(database, old)
    with database.transaction():
        database.write("UPDATE page SET state = 'due', run = NULL WHERE state = 'leased'")
        database.write(
            "CREATE TEMP TABLE seen (key, revision, sketch, downloaded,"
            " PRIMARY KEY (key, revision)) WITHOUT ROWID"
        )
    for file in output_files(folder):
        with database.transaction():
            _take_in(database, folder, file, rebuilt, now)
    with database.transaction():
        _remember_texts(database)
    with database.transaction():
        _settle_missing(database, rebuilt, refetch=refetch)
    database.sync()
    return rebuilt


def _salvage(database: Database, old: Path) -> int:
    count = 0
    for table in _KEPT_TABLES:
        columns = {row["name"] for row in database.rows(f"PRAGMA table_info({table})")} - {"number"}
        with database.transaction():
            for row in _readable_rows(old, table):
                names = [name for name in row if name in columns]
                marks = ",".join("?" * len(names))
                count += database.write(
                    f"INSERT OR IGNORE INTO {table} ({','.join(names)}) VALUES ({marks})",  # noqa: S608
                    *(row[name] for name in names),
                )
    return count


def _readable_rows(old: Path, table: str) -> Iterator[dict[str, Any]]:
    try:
        connection = sqlite3.connect(f"{old.resolve().as_uri()}?mode=ro", uri=True)
    except sqlite3.DatabaseError:
        return
    connection.row_factory = sqlite3.Row
    try:
        for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - from our list
            yield dict(row)
    except sqlite3.DatabaseError as error:
        logger.warning("the rest of table %s in %s cannot be read: %s", table, old, error)
    finally:
        connection.close()


def _take_in(database: Database, folder: Path, file: str, rebuilt: Rebuilt, now: float) -> None:
    path = folder / file
    length = whole_length(path) if path.suffix == ".jsonl" else path.stat().st_size
    records = 0
    for line in read_lines(path, length):
        if line.record is None:
            rebuilt.unreadable += 1
            logger.warning("%s:%d is no record", path, line.number)
        else:
            records += 1
            _take_in_record(database, line.record, now)
    database.write("INSERT INTO output_file (path, length, records) VALUES (?, ?, ?)",
                   file, length, records)  # fmt: skip
    rebuilt.files += 1
    rebuilt.records += records


def _take_in_record(database: Database, record: dict[str, Any], now: float) -> None:
    published = parse_moment(record.get("date_published"))
    downloaded = parse_moment(record.get("date_downloaded")) or now
    http = record.get("http") or {}
    url = record.get("url") or ""
    text = describe_text(
        record.get("title") or "", record.get("text") or "", record.get("content_hash") or ""
    )
    database.write(
        "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)",
        record["id"], record["revision"], sketch(record.get("text") or ""), downloaded,
    )  # fmt: skip
    database.write(
        _RECORD,
        record["id"], record.get("site") or site_of(url), url,
        published or downloaded, published is not None, record["revision"],
        text.content_hash, text.title_hash, text.histogram, http.get("etag"),
        http.get("last_modified"), downloaded,
    )  # fmt: skip


# The scope of a record is not in the output: whoever offers the article next looks after it.
_RECORD = """
INSERT INTO page (key, scope, site, url, state, published, dated, evidence, revision, content_hash,
    title_hash, histogram, etag, last_modified, first_seen, checked_at, saved_at)
VALUES (?1, '', ?2, ?3, 'done', ?4, ?5, '{}', ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?12, ?12)
ON CONFLICT (key) DO UPDATE SET state = CASE state WHEN 'gone' THEN state ELSE 'done' END,
    revision = excluded.revision, content_hash = excluded.content_hash,
    title_hash = excluded.title_hash, histogram = excluded.histogram,
    saved_at = excluded.saved_at, checked_at = max(coalesce(checked_at, 0), excluded.checked_at)
WHERE excluded.revision >= revision
"""


def _remember_texts(database: Database) -> None:
    """Sketch the last version of each article, in the order of the first ones."""
    originals = Originals(database)
    rows = database.rows(
        "SELECT key FROM seen GROUP BY key ORDER BY min(downloaded) DESC, key DESC LIMIT ?",
        REMEMBERED,
    )
    for row in reversed(rows):
        last = "SELECT sketch FROM seen WHERE key = ? ORDER BY revision DESC"
        originals.remember(row["key"], database.value(last, row["key"]))


def _settle_missing(database: Database, rebuilt: Rebuilt, *, refetch: bool) -> None:
    """Fetch again, or count as taken away, what the old database had saved and no file has."""
    if refetch:
        rebuilt.missing = database.write(
            "UPDATE page SET state = 'due', due_at = NULL, attempts = 0, revision = 0,"
            " content_hash = NULL, etag = NULL, last_modified = NULL"
            " WHERE revision > 0 AND key NOT IN (SELECT key FROM seen)"
        )
    else:
        rebuilt.missing = database.value(
            "SELECT count(*) FROM page WHERE revision > 0 AND key NOT IN (SELECT key FROM seen)"
        )
    taken = database.value("SELECT (SELECT sum(revision) FROM page) - (SELECT count(*) FROM seen)")
    if taken:
        database.write("INSERT INTO output_file VALUES ('(taken away)', 0, 0, ?)", taken)
    database.write("DROP TABLE seen")

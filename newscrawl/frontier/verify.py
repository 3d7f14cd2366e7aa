"""Whether the output files and the frontier agree: by lengths, lines and ids, not by texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from sqlite3 import Row

from newscrawl.frontier.database import Database
from newscrawl.frontier.reading import output_files, read_lines

# Findings of one kind that are named; beyond it a count says enough.
_NAMED = 20


@dataclass(slots=True)
class Totals:
    """What was looked at."""

    files: int = 0
    records: int = 0


def verify(
    database: Database, folder: Path, totals: Totals, *, is_live: bool = False
) -> Iterator[str]:
    """Yield one line for each disagreement, nothing when all is well; fills ``totals``.

    Every file has its committed bytes and no more, in whole lines; every article has exactly one
    line for each of its revisions. A run may go on meanwhile (``is_live``): what it appends after
    this moment is not looked at.
    """
    if damage := database.find_damage():
        yield f"{database.path} is damaged ({damage}): `scrapy frontier rebuild` makes it anew"
        return
    with database.snapshot():
        database.write("CREATE TEMP TABLE line (id TEXT NOT NULL, revision INTEGER NOT NULL)")
        try:
            for row in database.rows("SELECT * FROM output_file ORDER BY path"):
                yield from _verify_file(database, folder, row, totals, is_live=is_live)
            yield from _unknown_files(database, folder)
            yield from _verify_articles(database)
        finally:
            database.write("DROP TABLE line")


def _verify_file(
    database: Database, folder: Path, row: Row, totals: Totals, *, is_live: bool
) -> Iterator[str]:
    path = folder / row["path"]
    if row["length"] == 0 and not path.exists():
        return
    totals.files += 1
    if not path.exists():
        yield f"{row['path']}: the file is gone, with {row['records']} records"
        return
    size = path.stat().st_size
    if size < row["length"]:
        yield f"{row['path']}: {size} bytes, but {row['length']} are committed"
    elif size > row["length"] and not is_live:
        excess = size - row["length"]
        yield f"{row['path']}: {excess} bytes are not committed; the next run cuts them off"
    lines: list[tuple[str, int]] = []
    for line in read_lines(path, row["length"]):
        if line.record is None:
            yield f"{row['path']}:{line.number}: not a record"
        else:
            lines.append((line.record["id"], line.record["revision"]))
    database.write_many("INSERT INTO line VALUES (?, ?)", lines)
    totals.records += len(lines)
    if len(lines) != row["records"]:
        yield f"{row['path']}: {len(lines)} records, but {row['records']} are committed"


def _unknown_files(database: Database, folder: Path) -> Iterator[str]:
    known = {row["path"] for row in database.rows("SELECT path FROM output_file")}
    for path in output_files(folder):
        if path not in known:
            yield f"{path}: the frontier does not know this file"


def _verify_articles(database: Database) -> Iterator[str]:
    database.write("CREATE INDEX line_id ON line (id, revision)")
    yield from _named(
        database,
        "{} revision {}: {} lines",
        "SELECT id, revision, count(*) FROM line GROUP BY 1, 2 HAVING count(*) > 1",
    )
    yield from _named(
        database,
        "{} revision {}: a line of an article that the frontier does not count as saved",
        "SELECT id, line.revision FROM line LEFT JOIN page ON key = id"
        " WHERE page.revision IS NULL OR line.revision NOT BETWEEN 1 AND page.revision",
    )
    taken = database.value("SELECT coalesce(sum(taken), 0) FROM output_file")
    missing = database.value(f"SELECT coalesce(sum(missing), 0) FROM ({_MISSING})")  # noqa: S608
    if missing != taken:
        if taken:
            yield f"{missing} records are missing, {taken} of them were taken away with their files"
        yield from _named(database, "{} ({}): {} of its records are missing", _MISSING)


_MISSING = (
    "SELECT key, url, page.revision - count(line.id) AS missing FROM page"
    " LEFT JOIN line ON line.id = key WHERE page.revision > 0"
    " GROUP BY key HAVING missing > 0"
)


def _named(database: Database, template: str, query: str) -> Iterator[str]:
    count = 0
    for row in database.each(query):
        count += 1
        if count <= _NAMED:
            yield template.format(*row)
    if count > _NAMED:
        yield f"... and {count - _NAMED} more of this kind"

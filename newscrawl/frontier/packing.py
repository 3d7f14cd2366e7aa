"""Compressing the files of finished days, without a moment in which a record is nowhere.

A file is packed beside itself and synced, then the frontier commits the packed file in its stead,
then it is removed. A kill in between leaves at worst both; the next packing puts that right.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from newscrawl.frontier.database import Database
from newscrawl.frontier.errors import storage_failure
from newscrawl.frontier.lock import FileLock
from newscrawl.frontier.reading import DAMAGED, PACKERS, create_packed, open_plain
from newscrawl.frontier.tail import sync_folder

# Seconds after midnight UTC until a day is over: a page may take that long from its download to
# its line.
_GRACE = 3600.0


class Packing:
    """The files of one output folder that are to be packed."""

    def __init__(self, database: Database, folder: Path, packer: str) -> None:
        """``packer`` is "gzip" or "zstd"."""
        self._database = database
        self._folder = folder
        self._suffix = PACKERS[packer]

    def files(self, now: float) -> list[str]:
        """Return the files of finished days that are not packed yet."""
        today = time.strftime("%Y-%m-%d", time.gmtime(now - _GRACE))
        rows = self._database.rows(
            "SELECT path FROM output_file AS plain WHERE path LIKE '%.jsonl' AND length > 0"
            " AND NOT EXISTS (SELECT 1 FROM output_file WHERE path = plain.path || ?)",
            self._suffix,
        )
        return [row["path"] for row in rows if Path(row["path"]).stem < today]

    def lock(self, file: str) -> FileLock:
        """Keep other runs from appending to a file."""
        return FileLock(self._folder / file, wait=True)

    def pack(self, file: str) -> None:
        """Write the packed file, synced; slow, and may run in another thread."""
        plain = self._folder / file
        packed = plain.with_name(plain.name + self._suffix)
        part = plain.with_name(packed.name + ".part")
        try:
            self._write(part, plain)
            part.replace(packed)
            sync_folder(packed.parent)
        except OSError as error:
            part.unlink(missing_ok=True)
            raise storage_failure(packed, error) from error

    def commit(self, file: str) -> None:
        """Let the packed file stand for the plain one, and remove that."""
        size = (self._folder / (file + self._suffix)).stat().st_size
        with self._database.transaction():
            self._database.write(
                "INSERT INTO output_file (path, length, records, taken)"
                " SELECT ?, ?, records, taken FROM output_file WHERE path = ?",
                file + self._suffix, size, file,
            )  # fmt: skip
            self._database.write("DELETE FROM output_file WHERE path = ?", file)
        self._database.sync()
        (self._folder / file).unlink()

    def tidy(self) -> None:
        """Remove what a kill between commit and removal left: plain files that are packed."""
        for file in self._left_over():
            if _same(self._folder / file, self._folder / (file + self._suffix)):
                (self._folder / file).unlink()

    def _write(self, part: Path, plain: Path) -> None:
        with plain.open("rb") as source, create_packed(part, self._suffix) as target:
            shutil.copyfileobj(source, target, 1 << 20)
        with part.open("rb+") as file:
            os.fsync(file.fileno())

    def _left_over(self) -> Iterator[str]:
        rows = self._database.rows(
            "SELECT path FROM output_file AS packed WHERE path LIKE '%' || ?1 AND NOT EXISTS"
            " (SELECT 1 FROM output_file WHERE path || ?1 = packed.path)",
            self._suffix,
        )
        for row in rows:
            file = row["path"].removesuffix(self._suffix)
            if (self._folder / file).exists():
                yield file


def _same(plain: Path, packed: Path) -> bool:
    """Whether a packed file has the bytes of a plain one; a damaged one has not."""
    with plain.open("rb") as one, open_plain(packed) as other:
        try:
            while (left := one.read(1 << 20)) == other.read(1 << 20):
                if not left:
                    return True
        except DAMAGED:
            pass
    return False

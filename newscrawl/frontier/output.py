"""Output files: whole lines only, and as many bytes as the frontier has committed.

A batch goes ``open`` → ``write`` → (the frontier commits the new lengths) → ``close``. From open
to close each file is locked, so that the runs of two spiders may write to one site's file. Only
``write`` waits for the disk; it touches no database and may run in another thread.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from newscrawl.frontier.database import Database
from newscrawl.frontier.errors import FrontierError, OutputDamagedError, storage_failure
from newscrawl.frontier.reading import output_files
from newscrawl.frontier.tail import Tail, whole_length

logger = logging.getLogger(__name__)

_UNSAFE = re.compile(r"[^\w.-]+|\.{2,}")
# Names that Windows keeps for devices, whatever follows a dot: "con.kz" cannot be a folder there.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)")
# Bytes of a folder's name; file systems take 255, and archivers add to it.
_LONGEST_NAME = 100
# Files that are synced at a time: a disk answers eight together as fast as one alone. Measured with
# fifty files of 7 KB on ext4: 160 ms one by one, 10 ms so.
_SYNCS = 8


class Line(NamedTuple):
    """One record as it goes to its file."""

    file: str
    """Path below the output folder, with slashes: "zakon.kz/2026-11-22.jsonl"."""
    data: bytes
    """The JSON and its line feed."""


def folder_of(site: str) -> str:
    """Return the name of a site's folder: one plain name, whatever a hostile page calls its site.

    >>> folder_of("zakon.kz"), folder_of("../../etc"), folder_of("con.kz")
    ('zakon.kz', '_etc', '_con.kz')
    """
    name = _UNSAFE.sub("_", site.lower()).strip(". ")
    name = re.sub(r"_{2,}", "_", name) or "unknown"
    if _DEVICE.match(name):
        name = "_" + name
    if len(name.encode()) > _LONGEST_NAME:
        digest = blake2b(site.encode("utf-8", "replace"), digest_size=6).hexdigest()
        name = name.encode()[: _LONGEST_NAME - 13].decode("utf-8", "ignore") + "-" + digest
    return name


def refuse_to_forget(path: Path, output: Path) -> None:
    """Raise FrontierError when a database would begin anew beside records."""
    if path.exists() and path.stat().st_size:
        return
    file = next((file for file in output_files(output) if (output / file).stat().st_size), None)
    if file:
        raise FrontierError(
            f"the frontier {path} is gone, and {output / file} has records that would come twice. "
            "Nothing was changed. `scrapy frontier rebuild` makes it anew from the output files."
        )


class Output:
    """The folder of the records, and how much of each file is committed.

    Without a database nothing is committed: each file counts as far as its last whole line.
    """

    def __init__(self, folder: Path, database: Database | None = None) -> None:
        self.folder = folder
        self._database = database
        self._disk = ThreadPoolExecutor(_SYNCS, thread_name_prefix="output")

    def open(self, lines: Sequence[Line]) -> Batch:
        """Lock the files of the lines and return a batch that will append them."""
        batch = Batch(self._disk)
        by_file: dict[str, list[bytes]] = {}
        for line in lines:
            by_file.setdefault(line.file, []).append(line.data)
        try:
            self._register(by_file)
            for file in sorted(by_file):  # one order for all: no two runs wait for each other
                batch.add(self._tail(file), by_file[file])
        except OSError as error:
            batch.close()
            raise storage_failure(self.folder, error) from error
        except BaseException:
            batch.close()
            raise
        return batch

    def commit(self, batch: Batch) -> None:
        """Write down the new lengths; to be called in the transaction that finishes the pages."""
        if self._database is not None:
            self._database.write_many(
                "UPDATE output_file SET length = ?, records = records + ? WHERE path = ?",
                [(part.tail.length, len(part.lines), part.tail.file) for part in batch.parts],
            )

    def recover(self) -> int:
        """Cut every file back to what is committed and return the bytes that were cut off."""
        if self._database is None:
            return 0
        cut = 0
        for row in self._database.rows("SELECT path, length FROM output_file"):
            path = self.folder / row["path"]
            try:
                if not path.exists():
                    self._take_away(row["path"])
                elif path.stat().st_size != row["length"]:
                    cut += self._recover_file(row["path"])
            except OSError as error:
                raise storage_failure(path, error) from error
        return cut

    def close(self) -> None:
        """End the threads that write; nothing may be written any more."""
        self._disk.shutdown()

    def _recover_file(self, file: str) -> int:
        tail = self._tail(file)
        try:
            return tail.cut()
        finally:
            tail.close()

    def _tail(self, file: str) -> Tail:
        """Return the locked end of a file; what the frontier does not know is not touched."""
        path = self.folder / file
        if self._database is None:
            tail = Tail(file, path)
            tail.expect(whole_length(path))
            return tail
        if not path.exists():
            self._take_away(file)
        tail = Tail(file, path)
        try:
            tail.expect(self._committed(file))
        except BaseException:
            tail.close()
            raise
        return tail

    def _committed(self, file: str) -> int:
        """Return the length of a file we hold: only now can no other run change it."""
        assert self._database is not None  # noqa: S101 - the only caller has looked
        length = self._database.value("SELECT length FROM output_file WHERE path = ?", file)
        if length is None:  # packed while we waited for it: this one begins anew
            self._register([file])
        return length or 0

    def _register(self, files: Iterable[str]) -> None:
        """Write new files down, durably, before they are made.

        The other way round, a kill in between would leave a file that nobody dares to cut.
        """
        if self._database is None:
            return
        known = "SELECT 1 FROM output_file WHERE path = ?"
        new = [file for file in files if not self._database.row(known, file)]
        for file in new:
            path = self.folder / file
            if path.exists() and path.stat().st_size:
                raise OutputDamagedError(
                    f"{path} has records that the frontier {self._database.path} does not know. "
                    "Nothing was changed. `scrapy frontier rebuild` takes them in."
                )
        if new:
            self._database.write_many(
                "INSERT INTO output_file (path, length, records) VALUES (?, 0, 0)"
                " ON CONFLICT DO NOTHING",
                [(file,) for file in new],
            )
            self._database.sync()

    def _take_away(self, file: str) -> None:
        """A whole file that is gone was somebody's to take: what was in it stays known."""
        assert self._database is not None  # noqa: S101 - the only callers have looked
        if self._database.write(
            "UPDATE output_file SET length = 0, records = 0, taken = taken + records"
            " WHERE path = ? AND length > 0",
            file,
        ):
            logger.warning("%s was taken away; its articles stay known", self.folder / file)


class Part(NamedTuple):
    """The lines of a batch that go to one file."""

    tail: Tail
    lines: list[bytes]


class Batch:
    """Lines on their way to their files."""

    def __init__(self, disk: Executor) -> None:
        """``disk`` runs the writes of different files side by side."""
        self.parts: list[Part] = []
        self._disk = disk

    def add(self, tail: Tail, lines: list[bytes]) -> None:
        """Take in what is to be appended to one file."""
        self.parts.append(Part(tail, lines))

    def write(self) -> None:
        """Append and sync all, or nothing: on failure every file is as long as before."""
        before = [(part.tail, part.tail.length) for part in self.parts]
        written = [self._disk.submit(tail.append, b"".join(lines)) for tail, lines in self.parts]
        failures = [error for each in written if (error := each.exception())]
        if failures:
            for tail, length in before:
                tail.shorten(length)
            raise failures[0]

    def close(self) -> None:
        """Let other runs at the files."""
        for part in self.parts:
            part.tail.close()

"""The end of an output file: what is appended is on the disk, or was never there."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from newscrawl.frontier.errors import OutputDamagedError, storage_failure
from newscrawl.frontier.lock import FileLock

logger = logging.getLogger(__name__)

_READ = 1 << 20


class Tail:
    """The end of one output file, locked against other runs until it is closed."""

    def __init__(self, file: str, path: Path) -> None:
        self.file = file
        self.path = path
        self._lock = FileLock(path, wait=True)
        self.length = 0

    def expect(self, length: int) -> None:
        """Take so many bytes for committed.

        Raises OutputDamagedError when some are missing, or no line ends where the last one did.
        """
        size = self.path.stat().st_size
        if size < length or not _ends_line(self.path, length):
            what = "shortened" if size < length else "edited"
            raise OutputDamagedError(
                f"{self.path} has {size} bytes, {length} were committed: somebody {what} it. "
                "Nothing was changed. Bring it back, or let `scrapy frontier rebuild` take it as "
                "it is."
            )
        self.length = length

    def cut(self) -> int:
        """Cut off what was never committed and return how many bytes that were."""
        excess = self.path.stat().st_size - self.length
        if excess > 0:
            os.truncate(self.path, self.length)
            logger.warning(
                "%s: cut off %d bytes that a run which did not end well left uncommitted; its "
                "articles are due again",
                self.path,
                excess,
            )
        return max(0, excess)

    def append(self, data: bytes) -> None:
        """Write and sync; on failure the file is as long as before."""
        before = self.length
        try:
            self.cut()
            with self.path.open("ab", buffering=0) as file:
                _write_all(file.fileno(), data)
                os.fsync(file.fileno())
            if before == 0:
                sync_folder(self.path.parent)
        except OSError as error:
            self.shorten(before)
            raise storage_failure(self.path, error) from error
        self.length += len(data)

    def shorten(self, length: int) -> None:
        """Take back what was appended since the file had this length.

        If the disk does not even let us do that, it stays uncommitted: the next run cuts it off.
        """
        self.length = length
        try:
            os.truncate(self.path, length)
        except OSError as error:
            logger.warning("%s cannot be cut back to %d bytes: %s", self.path, length, error)

    def close(self) -> None:
        """Release the lock."""
        self._lock.close()


def _ends_line(path: Path, length: int) -> bool:
    """Return whether a line ends at so many bytes; none has to at the beginning."""
    with path.open("rb") as file:
        file.seek(max(0, length - 1))
        return length == 0 or file.read(1) == b"\n"


def whole_length(path: Path) -> int:
    """Return the bytes of a file up to and with its last line feed."""
    with path.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        while end > 0:
            start = max(0, end - _READ)
            file.seek(start)
            found = file.read(end - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            end = start
    return 0


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def sync_folder(folder: Path) -> None:
    """Make a new file's name survive a power cut; Windows does that by itself."""
    if os.name == "nt":
        return
    for each in (folder, folder.parent):
        descriptor = os.open(each, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

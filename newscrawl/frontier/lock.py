"""Locks that the operating system releases when their holder dies, however it dies."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_PATIENCE = 0.5  # seconds

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, wait: bool) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int, *, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


class FileLock:
    """An exclusive lock on a file, held while this object is open."""

    def __init__(self, path: Path, *, wait: bool = False) -> None:
        """Take the lock; raises BlockingIOError when another holds it and ``wait`` is off.

        A file that was replaced or removed while we waited is not the one to hold.
        """
        path.parent.mkdir(parents=True, exist_ok=True)
        self._open(path, wait=wait)
        while not self._is_at(path):
            self.close()
            self._open(path, wait=wait)

    def _open(self, path: Path, *, wait: bool) -> None:
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)
        try:
            _take(self._descriptor, wait=wait)
        except PermissionError as error:  # what Windows says of a held lock
            os.close(self._descriptor)
            raise BlockingIOError(*error.args) from error
        except OSError:
            os.close(self._descriptor)
            raise

    def _is_at(self, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(self._descriptor), path.stat())
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Release the lock. The file stays: removing it would let two runs lock two files."""
        os.close(self._descriptor)


def take_lock(path: Path) -> FileLock:
    """Return the lock of a file; raises BlockingIOError if another holds it for half a second.

    Whoever looks whether a lock is held takes it for a moment.
    """
    patience = time.monotonic() + _PATIENCE
    while True:
        try:
            return FileLock(path)
        except BlockingIOError:
            if time.monotonic() >= patience:
                raise
            time.sleep(0.02)


def is_locked(path: Path) -> bool:
    """Return whether a live process holds the lock of a file."""
    if not path.exists():
        return False
    try:
        FileLock(path).close()
    except BlockingIOError:
        return True
    return False

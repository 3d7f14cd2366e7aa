"""What ends a run: each error says what happened, what was kept, and the way out.

All are Scrapy's ``CloseSpider``: raised in a callback or in ``start()`` they close the spider with
their ``reason``, so that no run goes on without its memory.
"""

from __future__ import annotations

import errno
from pathlib import Path
from typing import ClassVar

from scrapy.exceptions import CloseSpider


class FrontierError(CloseSpider):
    """The frontier or its output cannot be used; ``str()`` is a message for the user."""

    slug: ClassVar[str] = "frontier_error"

    def __init__(self, message: str) -> None:
        super().__init__(self.slug)
        self.message = message

    def __str__(self) -> str:
        return self.message


class AlreadyRunningError(FrontierError):
    """Another run holds the lock of the scope."""

    slug = "locked"


class DatabaseDamagedError(FrontierError):
    """The state database cannot be read; it was left as it is."""

    slug = "frontier_damaged"

    def __init__(self, path: Path, detail: object) -> None:
        super().__init__(
            f"the frontier {path} is damaged ({detail}). Nothing was changed. "
            "`scrapy frontier rebuild` makes a new one from the output files and keeps the old "
            "one beside it."
        )


class OutputDamagedError(FrontierError):
    """An output file is not what the frontier committed; it was left as it is."""

    slug = "output_damaged"


class StorageError(FrontierError):
    """The disk took no more; what was committed before is whole."""

    slug = "disk_error"


class DiskFullError(StorageError):
    """No space left; the next run goes on where this one stopped."""

    slug = "disk_full"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"no space left on the disk of {path}. All that was committed is whole; make room and "
            "start the run again: it goes on where this one stopped."
        )


def storage_failure(path: Path, error: OSError) -> StorageError:
    """Return what a failed write means to the user."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFullError(path)
    return StorageError(f"{path} cannot be written: {error}")

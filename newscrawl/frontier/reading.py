"""Reading output files back: lines with their bytes, from plain and compressed files alike."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

# Suffixes of the files that hold records, with what `NEWSCRAWL_COMPRESS` calls them.
PACKERS = {"gzip": ".gz", "zstd": ".zst"}


_TEXTS = ("id", "url", "site", "title", "text")
_MOST_REVISIONS = 1_000_000

# What unpacking raises when a packed file is cut short or damaged.
DAMAGED = (EOFError, zlib.error, gzip.BadGzipFile, zstd.ZstdError)


class ReadLine(NamedTuple):
    """One line of an output file."""

    number: int
    """From 1."""
    record: dict[str, Any] | None
    """None when the line is no JSON object with an id and a revision, or not one of ours."""


def output_files(folder: Path) -> Iterator[str]:
    """Yield the paths of all files of records below a folder, relative to it, with slashes."""
    for path in sorted(folder.glob("*/*.jsonl*")):
        is_ours = path.suffix == ".jsonl" or path.suffix in PACKERS.values()
        if is_ours and path.is_file():
            yield path.relative_to(folder).as_posix()


def open_plain(path: Path) -> IO[bytes]:
    """Return an output file opened for reading its lines, unpacked when it is compressed."""
    if path.suffix == ".gz":
        return cast("IO[bytes]", gzip.open(path))
    if path.suffix == ".zst":
        return cast("IO[bytes]", zstd.open(path))
    return path.open("rb")


def create_packed(path: Path, suffix: str) -> IO[bytes]:
    """Return a new compressed file to write to; ``suffix`` tells how."""
    if suffix == ".gz":
        return cast("IO[bytes]", gzip.GzipFile(path, "wb", mtime=0))
    return cast("IO[bytes]", zstd.open(path, "wb"))


def read_lines(path: Path, length: int) -> Iterator[ReadLine]:
    """Yield the whole lines of the first ``length`` bytes of a file (of all of a packed one).

    Where a packed one is damaged, the last line is no record.
    """
    with open_plain(path) as file:
        read = number = 0
        try:
            for number, line in enumerate(file, 1):
                read += len(line)
                if path.suffix == ".jsonl" and read > length:
                    return
                yield ReadLine(number, _record(line))
        except DAMAGED:
            yield ReadLine(number + 1, None)


def _record(line: bytes) -> dict[str, Any] | None:
    try:
        record = json.loads(line) if line.endswith(b"\n") else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    has_texts = "id" in record and all(isinstance(record.get(key, ""), str) for key in _TEXTS)
    revision = record.get("revision")
    has_revision = isinstance(revision, int) and 0 < revision < _MOST_REVISIONS
    return record if has_texts and has_revision else None

"""What our commands share: unknown options are named, and so is an output that takes no more."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from scrapy.exceptions import UsageError

# What a write says; reading or opening a file fails otherwise, or with the file's name.
_UNWRITTEN = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def refuse_options(args: list[str]) -> None:
    """Raise UsageError for what is left of a command line and looks like an option: it is none."""
    if unknown := find_option(args):
        raise UsageError(f"unknown option {unknown}", print_help=False)


def find_option(args: list[str]) -> str | None:
    """Return the first argument that looks like an option; "-" is standard input.

    >>> find_option(["-", "--quite"])
    '--quite'
    """
    return next((word for word in args if word.startswith("-") and word != "-"), None)


@contextmanager
def printing(command: str) -> Iterator[None]:
    """Write out what is printed inside; exit with 1 if standard output takes it not."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough, as in `| head`
        _drop_output()
    except OSError as error:
        if error.filename is not None or error.errno not in _UNWRITTEN:
            raise
        _drop_output()
        sys.stderr.write(f"scrapy {command}: standard output: {error.strerror}\n")
        sys.exit(1)


def _drop_output() -> None:
    """Let what is still in the buffer go nowhere, or Python complains of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

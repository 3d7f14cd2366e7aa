"""Commands as their users type them, each in a process of its own, started from a warm one."""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).parents[2]
_LOOK = 0.01  # seconds between two looks whether a process has ended


@dataclass
class Process:
    """A command that runs, or has ended."""

    pid: int
    code: int | None = None

    def wait(self, seconds: float = 60) -> int:
        """Return the exit code; a process that does not end in time is killed."""
        deadline = time.monotonic() + seconds
        while self.code is None:
            self.code = _ask(self.pid)
            if self.code is None and time.monotonic() > deadline:
                self.signal(signal.SIGKILL)
                raise TimeoutError(f"process {self.pid} did not end in {seconds} seconds")
            time.sleep(_LOOK)
        return self.code

    def signal(self, number: int) -> None:
        os.kill(self.pid, number)


def start_scrapy(
    *arguments: object,
    output: Path,
    errors: Path | None = None,
    stdin: Path | None = None,
    cwd: Path = ROOT,
    environment: Mapping[str, str] | None = None,
    names: Mapping[str, list[str]] | None = None,
    measures: Path | None = None,
) -> Process:
    """Start `scrapy` with these arguments; what it writes is appended to files.

    ``names`` are host names and their addresses, see `zygote.py`; time and memory go into
    ``measures``.
    """
    files = (stdin or os.devnull, output, errors or output)
    order = {
        "argv": ["scrapy", *map(str, arguments)],
        "files": list(map(str, files)),
        "cwd": str(cwd),
        "environment": dict(environment or {}),
        "names": names,
        "measures": str(measures) if measures else None,
    }
    return Process(_ask(order))


def run_scrapy(*arguments: object, data: bytes = b"", cwd: Path = ROOT) -> SimpleNamespace:
    """Return exit code, standard output and error of `scrapy` with these arguments, as bytes."""
    with tempfile.TemporaryDirectory() as folder:
        stdin, output, errors = (Path(folder, name) for name in ("in", "out", "err"))
        stdin.write_bytes(data)
        process = start_scrapy(*arguments, stdin=stdin, output=output, errors=errors, cwd=cwd)
        code = process.wait()
        return SimpleNamespace(
            returncode=code, stdout=output.read_bytes(), stderr=errors.read_bytes()
        )


def _ask(question: object) -> int:
    zygote = _zygote()
    zygote.stdin.write(json.dumps(question) + "\n")
    zygote.stdin.flush()
    return json.loads(zygote.stdout.readline())


@cache
def _zygote() -> subprocess.Popen[str]:
    zygote = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("zygote.py"))],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},  # this checkout, whatever is installed
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(_end, zygote)
    return zygote


def _end(zygote: subprocess.Popen[str]) -> None:
    zygote.stdin.close()
    zygote.wait()
    zygote.stdout.close()

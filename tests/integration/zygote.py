"""Start Scrapy commands in processes of their own; `processes.py` asks for them by standard input.

Python and Scrapy are imported once and each command starts in a fork: a hundred commands would
otherwise spend most of their time on imports. A line of input is an order for a command, answered
by the number of its process, or such a number, answered by its exit code, null while it runs.
"""

from __future__ import annotations

import gc
import json
import os
import socket
import sys
import time
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

from scrapy.cmdline import execute

from newscrawl.extensions.memory import peak_memory_mb

# What commands import late; none of it may import the reactor, which each of them installs.
_WARM = (
    "scrapy.commands.bench",
    "scrapy.core.downloader.handlers.http11",
    "scrapy.core.engine",
    "scrapy.downloadermiddlewares.httpcompression",
    "scrapy.extensions.remote_control",
    "scrapy.shell",
    "newscrawl.commands.clean",
    "newscrawl.commands.frontier",
    "newscrawl.cleaning",
    "newscrawl.extensions.run_report",
    "newscrawl.extraction.plain.articles",
    "newscrawl.pipelines.store",
    "newscrawl.probe.marked",
    "newscrawl.probe.pages",
    "newscrawl.probe.terminal",
    "newscrawl.crawling.resolver",
    "newscrawl.spiders.demo",
)
_FLAGS = (os.O_RDONLY, *[os.O_WRONLY | os.O_CREAT | os.O_APPEND] * 2)


def main() -> None:
    for name in _WARM:
        import_module(name)
    assert "twisted.internet.reactor" not in sys.modules
    sys.path.insert(1, str(Path(__file__).with_name("hostile")))
    gc.freeze()
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(start(order) if isinstance(order, dict) else exit_code(order)), flush=True)


def start(order: dict[str, Any]) -> int:
    child = os.fork()
    if child == 0:
        os._exit(run(**order))
    return child


def exit_code(child: int) -> int | None:
    ended, status = os.waitpid(child, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if ended else None


def run(
    argv: list[str],
    files: list[str],
    cwd: str,
    environment: dict[str, str],
    names: dict[str, list[str]] | None,
    measures: str | None,
) -> int:
    """Run a command as `scrapy` would; ``files`` are its standard input, output and error."""
    started = time.monotonic()
    os.chdir(cwd)
    os.environ.update(environment)
    for number, (path, flags) in enumerate(zip(files, _FLAGS, strict=True)):
        os.dup2(os.open(path, flags, 0o600), number)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - until the end
    if names is not None:
        serve_names(names)
    sys.argv = argv
    code: Any = 1
    try:
        execute(argv)
    except SystemExit as ended:
        code = ended.code or 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    if measures:
        found = {"peak_mb": peak_memory_mb(), "seconds": time.monotonic() - started}
        Path(measures).write_text(json.dumps(found))
    return code if isinstance(code, int) else 1


def serve_names(table: dict[str, list[str]]) -> None:
    """Answer look-ups as a name server would, with the addresses of a name in turn.

    "*" stands for all other names; one without addresses does not exist.
    """
    turns = {name: count() for name in table}

    def look_up(name: str) -> str:
        known = name if name in table else "*"
        if not table.get(known):
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        addresses = table[known]
        return addresses[min(next(turns[known]), len(addresses) - 1)]

    socket.gethostbyname = look_up


if __name__ == "__main__":
    main()

"""Start Scrapy commands in processes of their own, as standard input tells: ["start", argv, log].

Python and Scrapy are imported once and each command starts in a fork: thirty crawls that are
killed after a second would otherwise spend most of their time on imports.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from scrapy.cmdline import execute

import newscrawl.pipelines.store
import newscrawl.spider  # noqa: F401


def run(argv: list[str], log: str) -> None:
    sys.stdout = sys.stderr = Path(log).open("a", buffering=1)  # noqa: SIM115 - until the end
    try:
        execute(argv)
    except SystemExit as ended:
        sys.stdout.flush()
        os._exit(ended.code if isinstance(ended.code, int) else 1)


def main() -> None:
    assert "twisted.internet.reactor" not in sys.modules
    for line in sys.stdin:
        verb, *values = json.loads(line)
        if verb == "start":
            answer = os.fork()
            if answer == 0:
                run(*values)
        else:
            _, status = os.waitpid(values[0], 0)
            answer = os.waitstatus_to_exitcode(status)
        print(answer, flush=True)


if __name__ == "__main__":
    main()

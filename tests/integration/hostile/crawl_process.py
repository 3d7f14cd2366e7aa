"""`scrapy crawl` in a process where ".example" names resolve as the test says; tells its memory.

Usage: crawl_process.py NAMES MEASURES crawl news -a url=... ; NAMES is a JSON object of host names
and lists of addresses, given in turn at each look-up ("*" for all others; none: no such host).
"""

import contextlib
import json
import socket
import sys
import time
from itertools import count
from pathlib import Path

from scrapy.cmdline import execute

from newscrawl.extensions.memory import peak_memory_mb


def serve_names(table):
    """Answer look-ups as a name server would."""
    turns = {name: count() for name in table}

    def look_up(name):
        known = name if name in table else "*"
        if not table.get(known):
            raise socket.gaierror(socket.EAI_NONAME, "no such host")
        addresses = table[known]
        return addresses[min(next(turns[known]), len(addresses) - 1)]

    socket.gethostbyname = look_up


def main():
    names, measures, *command = sys.argv[1:]
    serve_names(json.loads(names))
    started = time.monotonic()
    sys.argv = ["scrapy", *command]
    code = 0
    with contextlib.suppress(BrokenPipeError):
        try:
            execute(sys.argv)
        except SystemExit as ended:
            code = ended.code or 0
    found = {"peak_mb": peak_memory_mb(), "seconds": time.monotonic() - started}
    Path(measures).write_text(json.dumps(found))
    sys.exit(code)


if __name__ == "__main__":
    main()

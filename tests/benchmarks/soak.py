"""Crawl the hostile and the bundled sites together, again and again, and watch the process.

Prints resident memory, open file descriptors, threads and asyncio tasks once a minute, then a
verdict: flat after the warm-up or not. All crawls run in this one process, as the harshest test of
leaks; a user's crawls end theirs. The bad server runs in another.

    python tests/benchmarks/soak.py --minutes 60 --pause 15

An hour at this rate, on a busy machine: 228 crawls, 113.3 MB after a quarter of it, 114.7 MB at its
end (8.6 KB a crawl), 16 files, 4 threads and one task throughout.
"""

import argparse
import asyncio
import contextlib
import ctypes
import gc
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HOSTILE = Path(__file__).parents[1] / "integration" / "hostile"
WARM_UP = 0.25  # share of the time in which caches, pools and the allocator's heaps fill
LEAK_MB = 0.05  # growth of memory in a crawl that is called a leak: a page's worth
SETTINGS = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "DOWNLOAD_TIMEOUT": 2,
    "RETRY_TIMES": 0,
    "LOG_LEVEL": "CRITICAL",
    "NEWSCRAWL_QUIET": True,
    "NEWSCRAWL_ALLOWED_HOSTS": ["127.0.0.1", "pages.example", "other.example"],
}


def serve():
    """Serve the bad sites until standard input ends."""
    sys.path.insert(0, str(HOSTILE))
    from bad_server import BadServer
    from bad_sites import answer

    with BadServer(answer) as server:
        print(server.ports["http"], flush=True)
        for _ in sys.stdin:
            server.requests.clear()


async def crawl_in_a_loop(port, *, minutes, pause):
    """Crawl until the time is over, with a rest after each round; return each minute's measures."""
    from scrapy.crawler import AsyncCrawlerRunner
    from scrapy.utils.project import get_project_settings

    from newscrawl.spiders.demo import DemoSpider
    from newscrawl.spiders.news import AnyNewsSpider

    started, rows, rounds = time.monotonic(), [], 0
    while time.monotonic() - started < 60 * minutes:
        for spider, given in (
            (AnyNewsSpider, {"url": f"http://pages.example:{port}/feed.xml"}),
            (DemoSpider, {}),
        ):
            output = tempfile.mkdtemp(prefix="soak-")
            settings = get_project_settings()
            settings.setdict({**SETTINGS, "NEWSCRAWL_OUTPUT": output}, priority="cmdline")
            await AsyncCrawlerRunner(settings).crawl(spider, **given)
            shutil.rmtree(output)
        rounds += 1
        await asyncio.sleep(pause)
        if time.monotonic() - started >= 60 * len(rows):
            rows.append(measure(time.monotonic() - started, rounds))
            print(" ".join(f"{name}={value}" for name, value in rows[-1].items()), flush=True)
    return rows


def measure(seconds, rounds):
    """Return what the process holds now."""
    gc.collect()
    with contextlib.suppress(AttributeError, OSError):
        # What is freed goes back to the system, so that what remains is held by somebody.
        ctypes.CDLL("libc.so.6").malloc_trim(0)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return {
        "minute": round(seconds / 60, 1),
        "rounds": rounds,
        "mb": round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20, 1),
        "files": len(list(Path("/proc/self/fd").iterdir())),
        "threads": threading.active_count(),
        "tasks": len(asyncio.all_tasks()),
        "objects": len(gc.get_objects()),
    }


def judge(rows):
    """Return a line that says whether the process stayed as it was after the warm-up."""
    late = rows[int(len(rows) * WARM_UP) :]
    first, last = late[0], late[-1]
    crawls = max(1, 2 * (last["rounds"] - first["rounds"]))
    grown = (last["mb"] - first["mb"]) / crawls
    leaks = [name for name in ("files", "threads", "tasks") if last[name] > first[name] + 2]
    leaks += ["memory"] if grown > LEAK_MB else []
    return (
        f"{'LEAKS ' + ', '.join(leaks) if leaks else 'flat'}: {first['mb']} MB at minute "
        f"{first['minute']}, {last['mb']} MB at minute {last['minute']}, {crawls} crawls between: "
        f"{1024 * grown:.1f} KB a crawl; {last['files']} files, {last['threads']} threads, "
        f"{last['tasks']} tasks"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--pause", type=float, default=0, help="seconds of rest after each round")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve()
        return
    from twisted.internet import asyncioreactor

    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    asyncioreactor.install(loop)
    from twisted.internet.defer import Deferred
    from twisted.internet.task import react

    command = [sys.executable, __file__, "--serve"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        port = int(server.stdout.readline())
        socket.gethostbyname = lambda _: "127.0.0.1"

        def run(_):
            return Deferred.fromFuture(
                asyncio.ensure_future(
                    crawl_in_a_loop(port, minutes=options.minutes, pause=options.pause)
                )
            ).addCallback(lambda rows: print(judge(rows), json.dumps(rows[-1])))

        try:
            react(run)
        finally:
            server.stdin.close()


if __name__ == "__main__":
    main()

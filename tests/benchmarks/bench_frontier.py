"""Cost of the frontier: microseconds an operation and memory, beside Scrapy's own queue.

    python tests/benchmarks/bench_frontier.py [--pending 1000000] [--known 10000000] [--folder DIR]

Each part runs in a process of its own, so that its memory is its own.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import multiprocessing
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier import Frontier, Saved, Text
from newscrawl.frontier.pages import pack_evidence

NOW = 1_700_000_000.0
SITES = 50
CHUNK = 1000


def entries(first: int, last: int) -> Iterator[tuple[str, Candidate]]:
    for number in range(first, last):
        url = (
            f"https://www.site{number % SITES}.example/news/2023/11/{number}-a-slug-of-a-title.html"
        )
        yield (
            hashlib.blake2b(url.encode(), digest_size=16).hexdigest(),
            Candidate(
                url=url,
                method="sitemap",
                listing_url=f"https://www.site{number % SITES}.example/sitemap.xml",
                title=f"Headline number {number} of the day",
                date_published=f"2023-{number % 12 + 1:02}-{number % 28 + 1:02}T10:00:00+00:00",
            ),
        )


def rss() -> int:
    """Return resident memory in bytes, the page cache of the operating system not counted."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")


def each(label: str, times: int, action: Callable[[], object]) -> None:
    begun, busy = time.perf_counter(), time.process_time()
    action()
    wall = (time.perf_counter() - begun) / times * 1e6
    cpu = (time.process_time() - busy) / times * 1e6
    print(f"  {label:<46} {wall:9.1f} us ({cpu:.1f} CPU)", flush=True)


def offer_all(frontier: Frontier, count: int) -> None:
    for first in range(0, count, CHUNK):
        frontier.offer("bench", entries(first, min(first + CHUNK, count)), NOW)


def crawl(frontier: Frontier, rounds: int, window: int) -> tuple[list[float], list[float]]:
    """Take and finish in windows, as a crawl does; return the seconds of each call."""
    takes, finishes = [], []
    for _ in range(rounds):
        begun = time.perf_counter()
        taken = frontier.take("bench", window, NOW, per_site=8)
        takes.append(time.perf_counter() - begun)
        for due in taken:
            begun = time.perf_counter()
            frontier.finish(due.key, "dropped", NOW, reason="bench")
            finishes.append(time.perf_counter() - begun)
    return takes, finishes


def save(frontier: Frontier, rounds: int, window: int) -> list[float]:
    commits = []
    for _ in range(rounds):
        records = [
            Saved(
                key=due.key,
                url=due.url,
                site=due.site,
                revision=1,
                text=Text(content_hash=due.key, title_hash=due.key[:16], histogram=bytes(64)),
            )
            for due in frontier.take("bench", window, NOW)
        ]
        batch = frontier.output.open([])
        begun = time.perf_counter()
        frontier.records.save(records, batch, NOW, scope="bench")
        commits.append((time.perf_counter() - begun) / window)
        frontier.database.sync()
    return commits


def spread(label: str, seconds: list[float], per: int = 1) -> None:
    ordered = sorted(seconds)
    middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    print(
        f"  {label:<46} {middle / per * 1e6:9.1f} us"
        f" (call: p99 {high * 1e3:.2f} ms, longest {ordered[-1] * 1e3:.2f} ms)",
        flush=True,
    )


def bench_pending(folder: str, pending: int) -> None:
    before = rss()
    frontier = Frontier(Path(folder) / "pending.sqlite3", output=Path(folder))
    frontier.start_run("bench", run_id="bench", now=NOW)
    print(f"{pending:,} pending pages of {SITES} sites")
    each("offer, new", pending, lambda: offer_all(frontier, pending))
    each("offer, known", 100_000, lambda: offer_all(frontier, min(pending, 100_000)))
    takes, finishes = crawl(frontier, 500, 64)
    spread("take, windows of 64", takes, 64)
    spread("finish", finishes)
    spread("save (commit of the Store), batches of 16", save(frontier, 500, 16))
    print(f"  resident {rss() / 1e6:.0f} MB, {(rss() - before) / 1e6:.0f} MB of it the frontier's")
    print(f"  database {frontier.database.path.stat().st_size / pending:.0f} bytes a page")
    frontier.close()


def bench_known(folder: str, known: int) -> None:
    path = Path(folder) / "known.sqlite3"
    Frontier(path, output=Path(folder)).close()
    print(f"{known:,} known pages")
    each("written in bulk, not as a crawl does", known, lambda: write_known(path, known))
    frontier = Frontier(path, output=Path(folder))
    chance = random.Random(1)
    firsts = [chance.randrange(known - 20) for _ in range(2000)]
    spread(
        "offer of a feed of 20 known entries, an entry",
        [timed(lambda first=first: frontier.offer("bench", entries(first, first + 20), NOW))
         for first in firsts],
        20,
    )  # fmt: skip
    spread(
        "offer of a feed of 20 new entries, an entry",
        [timed(lambda first=first: frontier.offer("bench", entries(first, first + 20), NOW))
         for first in range(known, known + 2000 * 20, 20)],
        20,
    )  # fmt: skip
    print(f"  resident {rss() / 1e6:.0f} MB")
    print(f"  database {frontier.database.path.stat().st_size / 1e9:.2f} GB")
    frontier.close()


def write_known(path: Path, count: int) -> None:
    """Write saved pages as no crawl can: without a log, with all the memory it takes."""
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA cache_size = -2000000")
    database.execute("PRAGMA journal_mode = OFF")
    database.execute("BEGIN")
    database.executemany(
        "INSERT INTO page (key, scope, site, url, state, published, dated, evidence, revision,"
        " content_hash, title_hash, histogram, first_seen, checked_at, saved_at)"
        " VALUES (?, 'bench', ?, ?, 'done', ?, 1, ?, 1, ?, '0123456789', zeroblob(64), ?, ?, ?)",
        (
            (key, f"site{number % SITES}.example", candidate.url, NOW - number,
             pack_evidence(candidate), key, NOW, NOW, NOW)
            for number, (key, candidate) in enumerate(entries(0, count))
        ),
    )  # fmt: skip
    database.execute("COMMIT")
    database.close()


def timed(action: Callable[[], object]) -> float:
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def bench_copies(folder: str, count: int) -> None:
    """Sketches drawn at random, the worst case: none shares a page of the index with another."""
    frontier = Frontier(Path(folder) / "copies.sqlite3", output=Path(folder))
    originals, chance = frontier.records.originals, random.Random(1)
    texts = [chance.randbytes(128) for _ in range(2000)]

    def remember(first: int, last: int) -> None:
        for start in range(first, last, 100):
            with frontier.transaction():
                for number in range(start, start + 100):
                    originals.remember(f"{number:032x}", chance.randbytes(128))

    def find() -> None:
        for number, text in enumerate(texts):
            originals.find(f"new {number}", f"hash {number}", text)
            originals.withdraw([f"new {number}"])

    print(f"{count:,} texts to find copies of")
    each("remember a text", count, lambda: remember(0, count))
    each("remember one more", 2000, lambda: remember(count, count + 2000))
    each("find the original of a text", len(texts), find)
    print(f"  resident {rss() / 1e6:.0f} MB")
    print(f"  database {frontier.database.path.stat().st_size / count:.0f} bytes a text")
    frontier.close()


def bench_scrapy(requests: int) -> None:
    from scrapy import Spider
    from scrapy.core.scheduler import Scheduler
    from scrapy.http import Request
    from scrapy.utils.test import get_crawler

    queue = {"SCHEDULER_PRIORITY_QUEUE": "scrapy.pqueues.ScrapyPriorityQueue"}
    crawler = get_crawler(Spider, queue)
    crawler.spider = Spider(name="bench")
    scheduler = Scheduler.from_crawler(crawler)
    scheduler.open(crawler.spider)
    gc.collect()
    before, begun = rss(), time.perf_counter()
    for key, candidate in entries(0, requests):
        scheduler.enqueue_request(
            Request(candidate.url, callback=crawler.spider.parse,
                    cb_kwargs={"key": key, "candidate": candidate})
        )  # fmt: skip
    seconds = time.perf_counter() - begun
    used = rss() - before
    print(f"Scrapy's own queue and duplicate filter, {requests:,} requests in memory")
    print(f"  enqueue {seconds / requests * 1e6:.1f} us; {used / requests:.0f} bytes a request:"
          f" {used / requests / 1000:.2f} GB a million")  # fmt: skip


def alone(target: Callable[..., None], *args: object) -> None:
    process = multiprocessing.get_context("spawn").Process(target=target, args=args)
    process.start()
    process.join()
    if process.exitcode:
        sys.exit(process.exitcode)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pending", type=int, default=1_000_000)
    parser.add_argument("--known", type=int, default=10_000_000)
    parser.add_argument("--copies", type=int, default=100_000)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--folder", default=tempfile.gettempdir())
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        if options.pending:
            alone(bench_pending, folder, options.pending)
        if options.known:
            alone(bench_known, folder, options.known)
        if options.copies:
            alone(bench_copies, folder, options.copies)
        if options.requests:
            alone(bench_scrapy, options.requests)


if __name__ == "__main__":
    main()

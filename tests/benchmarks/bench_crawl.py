"""Cost of whole crawls of the demo's world: beside plain Scrapy, and when little is new.

    python tests/benchmarks/bench_crawl.py [--sites 4] [--articles 500] [--rounds 3]

Wall and CPU seconds of whole processes, each crawl with an output folder of its own. The plain
crawl is handed all addresses; ours finds them in the listings, so it also asks for those.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from newscrawl.demo.process import RemoteServer, serving

HERE = Path(__file__).parent
SCALED = HERE.parent / "integration" / "scaled_crawl.py"


class Cost(NamedTuple):
    wall: float
    cpu: float
    requests: int
    records: int

    def __str__(self) -> str:
        return (
            f"{self.wall:7.1f} s wall {self.cpu:7.1f} s CPU"
            f" {self.requests:7,} requests {self.records:7,} records"
        )


def crawl(server: RemoteServer, spider: Path, output: Path, *more: str) -> Cost:
    asked, before = len(server.requests()), os.times()
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "scrapy", "runspider", str(spider), *more,
         "-s", f"NEWSCRAWL_OUTPUT={output}", "-s", f"NEWSCRAWL_DEMO_URL={server.url}"],
        check=True,
        capture_output=True,
        env=os.environ | {"SCRAPY_SETTINGS_MODULE": "newscrawl.settings"},
    )  # fmt: skip
    wall, after = time.perf_counter() - begun, os.times()
    cpu = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    lines = sum(path.read_bytes().count(b"\n") for path in output.rglob("*.jsonl"))
    return Cost(wall, cpu, len(server.requests()) - asked, lines)


def compare(server: RemoteServer, world: list[str], rounds: int, folder: Path) -> None:
    walls, cpus = [], []
    for number in range(rounds):
        plain = folder / f"plain{number}"
        plain.mkdir()
        feed = ("-O", str(plain / "feed.jsonl"))
        theirs = crawl(server, HERE / "plain_crawl.py", plain, *world, *feed)
        ours = crawl(server, SCALED, folder / f"ours{number}", *world)
        walls.append(ours.wall / ours.records / theirs.wall * theirs.records)
        cpus.append(ours.cpu / ours.records / theirs.cpu * theirs.records)
        print(f"plain Scrapy, feed export  {theirs}")
        print(f"frontier and Store         {ours}", flush=True)
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    print(f"ours / plain, a record, median of {rounds}: {wall:.2f} wall, {cpu:.2f} CPU", flush=True)


def return_later(server: RemoteServer, world: list[str], folder: Path) -> None:
    """Crawl, let something new appear, and crawl again once the listings are due."""
    print(f"first run                  {crawl(server, SCALED, folder, *world)}", flush=True)
    server.turn_to(2)
    subprocess.run(
        [sys.executable, "-c", _MAKE_LISTINGS_DUE, str(folder / ".frontier.sqlite3")], check=True
    )
    print(f"second run                 {crawl(server, SCALED, folder, *world)}", flush=True)


_MAKE_LISTINGS_DUE = """
import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as database:
    database.execute("UPDATE listing SET due_at = 0 WHERE due_at IS NOT NULL")
    database.execute("UPDATE page SET due_at = NULL WHERE state = 'done'")
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=4)
    parser.add_argument("--articles", type=int, default=500, help="of each site")
    parser.add_argument("--growth", type=int, default=5, help="new articles of each site")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    scale = ("--sites", str(options.sites), "--articles", str(options.articles))
    world = ["-a", f"sites={options.sites}", "-a", f"articles={options.articles}"]
    with tempfile.TemporaryDirectory() as folder:
        with serving(*scale, "--crawl-delay", "0") as server:
            compare(server, world, options.rounds, Path(folder))
        growth = ("--growth", str(options.growth))
        with serving(*scale, *growth, "--crawl-delay", "0") as server:
            return_later(server, world, Path(folder) / "later")


if __name__ == "__main__":
    main()

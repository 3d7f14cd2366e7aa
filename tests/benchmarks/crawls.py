"""Crawls of the demo's world as whole processes, and what they cost."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from typing import NamedTuple

from newscrawl.demo.process import RemoteServer
from newscrawl.frontier import Frontier
from newscrawl.frontier.verify import Totals, verify

SCALED = Path(__file__).parents[1] / "integration" / "scaled_crawl.py"
FRONTIER = ".frontier.sqlite3"


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


def read_size(
    description: str, sites: int, articles: int, **more: tuple[float, str]
) -> argparse.Namespace:
    """Return the size of a world, and more numbers, from the command line: default and help."""
    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    size = {"sites": (sites, "of the world"), "articles": (articles, "of each site")}
    for name, (default, text) in (size | more).items():
        parser.add_argument(f"--{name}", type=type(default), default=default, help=text)
    return parser.parse_args()


def world_of(sites: int, articles: int) -> tuple[list[str], list[str]]:
    """Return the options of the server and of the spider for a world of this size."""
    server = ["--sites", str(sites), "--articles", str(articles), "--crawl-delay", "0"]
    return server, ["-a", f"sites={sites}", "-a", f"articles={articles}"]


def command(server: RemoteServer, spider: Path, output: Path, *more: str) -> list[str]:
    return [
        sys.executable, "-m", "scrapy", "runspider", str(spider), *more,
        "-s", f"NEWSCRAWL_OUTPUT={output}", "-s", f"NEWSCRAWL_DEMO_URL={server.url}",
    ]  # fmt: skip


def environment() -> dict[str, str]:
    return os.environ | {"SCRAPY_SETTINGS_MODULE": "newscrawl.settings"}


def crawl(server: RemoteServer, spider: Path, output: Path, *more: str) -> Cost:
    """Crawl to the end; records are those that the crawl added to the folder."""
    asked, saved, before = len(server.requests()), count_lines(output), os.times()
    begun = time.perf_counter()
    ended = subprocess.run(
        command(server, spider, output, *more), check=True, capture_output=True, env=environment()
    )
    assert b"Spider closed (finished)" in ended.stderr, ended.stderr.decode()
    wall, after = time.perf_counter() - begun, os.times()
    cpu = (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )
    return Cost(wall, cpu, len(server.requests()) - asked, count_lines(output) - saved)


def count_lines(output: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in output.rglob("*.jsonl"))


def count_saved(output: Path) -> Counter[str]:
    """Return the saved articles of each site, as the frontier has them now."""
    with closing(connect(output / FRONTIER)) as database:
        query = "SELECT site, count(*) FROM page WHERE state = 'done' GROUP BY site"
        return Counter(dict(database.execute(query)))


def disagreements(output: Path) -> list[str]:
    """Return what `scrapy frontier verify` finds."""
    frontier = Frontier(output / FRONTIER, output=output)
    found = list(verify(frontier.database, output, Totals()))
    frontier.close()
    return found

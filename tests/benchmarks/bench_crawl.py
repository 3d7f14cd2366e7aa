"""Cost of the frontier and the exactly-once store: whole crawls beside plain Scrapy's.

    python tests/benchmarks/bench_crawl.py [--sites 4] [--articles 250] [--rounds 7]

Both crawl the demo's world, read the same listings and pages with the same code and write what they
find; plain Scrapy by a feed export. The two take turns in being first.
What counts, a record: the median of the rounds' ratios, and on a busy machine, where single rounds
tell little, the ratio of the quickest rounds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from pathlib import Path
from typing import NamedTuple

from crawls import SCALED, Cost, crawl, world_of

from newscrawl.demo.process import RemoteServer, serving

PLAIN = Path(__file__).with_name("plain_crawl.py")


class Pair(NamedTuple):
    """One round."""

    ours: Cost
    plain: Cost


def compare(server: RemoteServer, world: list[str], folder: Path, *, ours_first: bool) -> Pair:
    def crawl_ours() -> Cost:
        return crawl(server, SCALED, folder / "ours", *world)

    def crawl_plain() -> Cost:
        (folder / "plain").mkdir(parents=True)
        feed = ("-O", str(folder / "plain" / "feed.jsonl"))
        return crawl(server, PLAIN, folder / "plain", *world, *feed)

    if ours_first:
        ours, plain = crawl_ours(), crawl_plain()
    else:
        plain, ours = crawl_plain(), crawl_ours()
    print(f"plain Scrapy, feed export  {plain}")
    print(f"frontier and Store         {ours}", flush=True)
    return Pair(ours, plain)


def describe(name: str, rounds: list[Pair]) -> str:
    """Return a line on the seconds of wall time or CPU that a record took."""
    ours = [getattr(pair.ours, name) / pair.ours.records for pair in rounds]
    plain = [getattr(pair.plain, name) / pair.plain.records for pair in rounds]
    ratios = [mine / other for mine, other in zip(ours, plain, strict=True)]
    return (
        f"{name:4} ours / plain: {statistics.median(ratios):.2f}, median of {len(ratios)}"
        f" ({min(ratios):.2f} to {max(ratios):.2f}); quickest rounds {min(ours) / min(plain):.2f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=4)
    parser.add_argument("--articles", type=int, default=250, help="of each site")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    scale, world = world_of(options.sites, options.articles)
    with tempfile.TemporaryDirectory() as folder, serving(*scale) as server:
        rounds = [
            compare(server, world, Path(folder, str(number)), ours_first=number % 2 == 1)
            for number in range(options.rounds)
        ]
    print(describe("wall", rounds))
    print(describe("cpu", rounds))
    print(f"load of the machine at the end: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()

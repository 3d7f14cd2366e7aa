"""Cost of the frontier and the exactly-once store: whole crawls beside plain Scrapy's.

    python tests/benchmarks/bench_crawl.py [--sites 4] [--articles 250] [--rounds 7]

Both crawl the demo's world, extract with the same code and write what they find; plain Scrapy by a
feed export. It is handed all addresses; ours finds them in the listings, so it also asks for those.
The two take turns in being first; what counts is the median of the rounds' ratios, a record.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from crawls import SCALED, Cost, crawl, world_of

from newscrawl.demo.process import RemoteServer, serving

PLAIN = Path(__file__).with_name("plain_crawl.py")


def compare(server: RemoteServer, world: list[str], folder: Path, *, ours_first: bool) -> Cost:
    """Crawl with both; return what ours costs for each second and request of plain Scrapy's."""

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
    return Cost(*(a / ours.records / b * plain.records for a, b in zip(ours, plain, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=4)
    parser.add_argument("--articles", type=int, default=250, help="of each site")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    scale, world = world_of(options.sites, options.articles)
    with tempfile.TemporaryDirectory() as folder, serving(*scale) as server:
        ratios = [
            compare(server, world, Path(folder, str(number)), ours_first=number % 2 == 1)
            for number in range(options.rounds)
        ]
    for name in ("wall", "cpu"):
        each = sorted(getattr(ratio, name) for ratio in ratios)
        print(
            f"{name:4} ours / plain: {statistics.median(each):.2f}, median of {options.rounds}"
            f" ({each[0]:.2f} to {each[-1]:.2f})"
        )


if __name__ == "__main__":
    main()

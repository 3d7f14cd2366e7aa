"""Later runs over a site that is known: what they ask for, when a little or nothing is new.

    python tests/benchmarks/bench_return.py [--sites 1] [--articles 10000] [--new 20]

After a first crawl, half an hour passes before each further one (the frontier's times are moved
back by as much, nothing else). Requests are told apart by the server. A run is as frugal as can be
when all it asks for is new articles, listings that changed, and re-checks that are due; where
nothing is new, a listing must be asked before it can answer so.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path
from sqlite3 import connect
from urllib.parse import urlsplit

from crawls import FRONTIER, SCALED, crawl, read_size, world_of

from newscrawl.demo import World, scaled_sites
from newscrawl.demo.process import RemoteServer, serving

PAUSE = 1800  # seconds, as of a cron job every half hour
EDITIONS = (2, 3, 3, 4, 5, 6, 6, 7)  # with new articles each time but the third and the seventh


def pass_time(output: Path) -> int:
    """Let half an hour pass; return the number of re-checks that are due by then."""
    with closing(connect(output / FRONTIER)) as database, database:
        for table, times in (
            ("listing", ("due_at", "polled_at", "news_at")),
            ("page", ("due_at", "checked_at", "first_seen")),
        ):
            changes = ", ".join(f"{name} = {name} - {PAUSE}" for name in times)
            database.execute(f"UPDATE {table} SET {changes}")
        due = "SELECT count(*) FROM page WHERE state = 'done' AND due_at <= unixepoch()"
        return int(database.execute(due).fetchone()[0])


def articles(options: argparse.Namespace, edition: int) -> set[str]:
    sites = scaled_sites(options.sites, options.articles)
    return {truth.url for truth in World(sites, edition, options.new).truths()}


def kind_of(url: str, status: int, known: set[str], all_articles: set[str]) -> str:
    if urlsplit(url).path == "/robots.txt":
        return "robots.txt"
    if url in all_articles:
        return "re-checks" if url in known else "new articles"
    return "listings unchanged" if status == 304 else "listings changed"


def describe_run(server: RemoteServer, options: argparse.Namespace, output: Path) -> None:
    world = world_of(options.sites, options.articles)[1]
    for before, edition in zip((1, *EDITIONS), EDITIONS, strict=False):
        server.turn_to(edition)
        due, asked = pass_time(output), len(server.requests())
        cost = crawl(server, SCALED, output, *world)
        known, all_articles = articles(options, before), articles(options, edition)
        kinds = Counter(
            kind_of(url, status, known, all_articles)
            for _, url, status in server.requests()[asked:]
        )
        bound = len(all_articles - known) + kinds["listings changed"] + due
        print(f"later run  {cost}")
        print(f"  {len(all_articles - known)} new, {due} re-checks due: {dict(kinds)}")
        print(f"  requests beyond new + changed + due: {kinds.total() - bound}", flush=True)


def main() -> None:
    options = read_size(__doc__, 1, 10_000, new=(20, "new articles of each site and run"))
    scale, world = world_of(options.sites, options.articles)
    growth = ("--growth", str(options.new))
    with tempfile.TemporaryDirectory() as folder, serving(*scale, *growth) as server:
        print(f"first run  {crawl(server, SCALED, Path(folder), *world)}", flush=True)
        describe_run(server, options, Path(folder))


if __name__ == "__main__":
    main()

"""``python -m newscrawl.demo``: serve the demo's world until interrupted."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from importlib import import_module

from newscrawl.demo.server import DemoServer
from newscrawl.demo.sites import SITES, scaled_sites
from newscrawl.demo.world import World


def main() -> None:
    """Serve; the first line on standard output is the server's address."""
    parser = argparse.ArgumentParser(prog="python -m newscrawl.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="port on loopback; 0 takes a free one")
    parser.add_argument("--edition", type=int, default=1)
    parser.add_argument("--growth", type=int, default=2, help="new articles a site and edition")
    parser.add_argument("--sites", type=int, help="so many plain sites instead of the eight")
    parser.add_argument("--articles", type=int, default=2000, help="of each of --sites")
    parser.add_argument(
        "--per-day", type=int, default=200, help="articles a day of each of --sites"
    )
    parser.add_argument("--last-day", type=date.fromisoformat, help="last day of each of --sites")
    parser.add_argument("--crawl-delay", type=float, default=0.01, help="what robots.txt asks for")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before each answer")
    parser.add_argument("--fail-every", type=int, default=0, help="each n-th answer is a 503")
    parser.add_argument("--no-lastmod", action="store_true", help="sitemaps that date nothing")
    options = parser.parse_args()
    sites = SITES
    if options.sites:
        sites = scaled_sites(
            options.sites, options.articles, per_day=options.per_day, last_day=options.last_day
        )
    world = World(
        sites,
        options.edition,
        options.growth,
        options.crawl_delay,
        has_lastmod=not options.no_lastmod,
    )
    server = DemoServer(world, latency=options.latency, fail_every=options.fail_every)
    server.listen(options.port)
    sys.stdout.write(f"{server.url}\n")
    sys.stdout.flush()
    import_module("twisted.internet.reactor").run()


if __name__ == "__main__":
    main()

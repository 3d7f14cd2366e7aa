"""The last two days of a ten-year archive cost what is in those two days, whoever dates it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from processes import run_scrapy

from newscrawl.demo import World, scaled_sites
from newscrawl.demo.process import serving
from newscrawl.discovery.urls import article_key

SPIDER = Path(__file__).with_name("scaled_crawl.py")
ARTICLES, PER_DAY = 18_250, 5
NOW = datetime.now(UTC)
YESTERDAY = NOW.date() - timedelta(days=1)
SINCE = NOW - timedelta(days=2)
# Dates printed without a zone may be UTC-12's, and what is perhaps within is asked for.
SLACK = timedelta(hours=12)
LISTED = 24  # articles on the first page of a list; one prints their hours without their days


@dataclass(frozen=True)
class Case:
    """What dates the articles of so many sites, and what that may cost at each of them."""

    sites: int
    server: tuple[str, ...] = ()
    spider: tuple[str, ...] = ()
    sitemaps: int = 3
    undated: frozenset[str] = frozenset()
    """Hosts whose sitemaps do not date what they list, or lie."""


SITE = "www.site{:03}.example".format
CASES = {
    "sitemaps with dates, one that lies": Case(8, undated=frozenset({SITE(6)})),
    "nothing but sitemaps without": Case(
        2,
        ("--no-lastmod",),
        ("-a", "only=sitemap/"),
        sitemaps=21,
        undated=frozenset({SITE(0), SITE(1)}),
    ),
}
FETCHED = 40
"""Articles of an undated site that are fetched before the dates of enough pages are known."""


@pytest.fixture(scope="module", params=CASES.values(), ids=CASES)
def crawl(tmp_path_factory, request):
    """The addresses that were asked for, the records, and what the world is."""
    case, output = request.param, tmp_path_factory.mktemp("archive")
    world = World(scaled_sites(case.sites, ARTICLES, per_day=PER_DAY, last_day=YESTERDAY))
    size = ("--sites", case.sites, "--articles", ARTICLES)
    days = ("--per-day", PER_DAY, "--last-day", YESTERDAY, "--crawl-delay", 0)
    with serving(*map(str, (*size, *days)), *case.server) as server:
        done = run_scrapy(
            "runspider", SPIDER, "-a", f"sites={case.sites}", "-a", f"articles={ARTICLES}",
            "-a", f"since={SINCE.isoformat()}", *case.spider,
            "-s", f"NEWSCRAWL_OUTPUT={output}", "-s", f"NEWSCRAWL_DEMO_URL={server.url}",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        asked = [url for _, url, status in server.requests() if status == 200]
    lines = b"".join(path.read_bytes() for path in output.glob("*/*.jsonl")).splitlines()
    return SimpleNamespace(
        case=case,
        asked=asked,
        records=[json.loads(line) for line in lines],
        published=newest(world, 365 * PER_DAY),
        listed=newest(world, LISTED),
    )


def newest(world, count):
    """When the newest articles of each site appeared, by their keys."""
    return {
        article_key(world.layouts[site.host].url_of(number)): site.moment(number)
        for site in world.sites
        for number in range(ARTICLES - count, ARTICLES)
    }


def host_of(url):
    return url.split("/")[2]


def test_every_article_since_then_is_saved(crawl):
    wanted = {key for key, when in crawl.published.items() if when >= SINCE}
    assert {record["id"] for record in crawl.records} == wanted


def test_no_older_article_is_asked_for_and_none_twice(crawl):
    times = Counter(url for url in crawl.asked if article_key(url) in crawl.published)
    assert set(times.values()) == {1}
    keys = {article_key(url): url for url in times}
    older = Counter(
        host_of(url)
        for key, url in keys.items()
        if key not in crawl.listed and crawl.published[key] <= SINCE - SLACK
    )
    assert older.keys() <= crawl.case.undated
    assert max(older.values(), default=0) <= FETCHED


def test_no_other_page_is_asked_for_than_the_listings_that_may_tell(crawl):
    """Nor an article of the nine years before the last."""
    others = [url for url in crawl.asked if article_key(url) not in crawl.published]
    assert len(others) <= (6 + crawl.case.sitemaps) * crawl.case.sites, sorted(others)
    sitemaps = Counter(host_of(url) for url in others if "/sitemap/" in url)
    assert max(sitemaps.values()) <= crawl.case.sitemaps

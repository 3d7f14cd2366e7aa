"""The last two days of a ten-year archive cost what is in those two days."""

from __future__ import annotations

import json
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from processes import run_scrapy

from newscrawl.demo import World, scaled_sites
from newscrawl.demo.process import serving
from newscrawl.discovery.urls import article_key

SPIDER = Path(__file__).with_name("scaled_crawl.py")
SITES, ARTICLES, PER_DAY = 6, 18_250, 5
NOW = datetime.now(UTC)
YESTERDAY = NOW.date() - timedelta(days=1)
SINCE = NOW - timedelta(days=2)
# Dates printed without a zone may be UTC-12's, and what is nearly within is asked for.
SLACK = timedelta(days=2)
LISTED = 24  # articles on the first page of a list; one prints their hours without their days


@pytest.fixture(scope="module")
def world():
    return World(scaled_sites(SITES, ARTICLES, per_day=PER_DAY, last_day=YESTERDAY))


@pytest.fixture(scope="module")
def published(world):
    """When each of the articles of the last year appeared, by its key."""
    return newest(world, 365 * PER_DAY)


def newest(world, count):
    return {
        article_key(world.layouts[site.host].truth_of(number).url): site.moment(number)
        for site in world.sites
        for number in range(ARTICLES - count, ARTICLES)
    }


@pytest.fixture(scope="module")
def crawl(tmp_path_factory):
    """The addresses that were asked for, and the records."""
    output = tmp_path_factory.mktemp("archive")
    world = (
        "--sites",
        SITES,
        "--articles",
        ARTICLES,
        "--per-day",
        PER_DAY,
        "--last-day",
        YESTERDAY,
    )
    with serving(*map(str, world), "--crawl-delay", "0") as server:
        done = run_scrapy(
            "runspider", SPIDER, "-a", f"sites={SITES}", "-a", f"articles={ARTICLES}",
            "-a", f"since={SINCE.isoformat()}", "-s", f"NEWSCRAWL_OUTPUT={output}",
            "-s", f"NEWSCRAWL_DEMO_URL={server.url}",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        asked = [url for _, url, status in server.requests() if status == 200]
    paths = output.glob("*/*.jsonl")
    return asked, [json.loads(line) for path in paths for line in path.read_text().splitlines()]


def test_every_article_since_then_is_saved(crawl, published):
    _, records = crawl
    assert {r["id"] for r in records} == {key for key, when in published.items() if when >= SINCE}


def test_no_older_article_is_asked_for_and_none_twice(crawl, published, world):
    asked = Counter(article_key(url) for url in crawl[0])
    times = {key: count for key, count in asked.items() if key in published}
    listed = newest(world, LISTED)
    assert all(key in listed or published[key] > SINCE - SLACK for key in times)
    assert set(times.values()) == {1}


def test_no_older_sitemap_is_asked_for(crawl, published):
    asked, _ = crawl
    others = [url for url in asked if article_key(url) not in published]
    assert len(others) <= 9 * SITES, sorted(others)
    assert max(Counter(url.split("/")[2] for url in others if "/sitemap/" in url).values()) <= 3

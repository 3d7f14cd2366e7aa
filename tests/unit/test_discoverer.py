"""Listings into the frontier, in a real one."""

from __future__ import annotations

import asyncio
from collections import Counter

import pytest
from scrapy.http import TextResponse

from newscrawl.discoverer import Discoverer
from newscrawl.discovery.window import Window
from newscrawl.frontier import Frontier

NOW = 1_700_000_000.0
BASE = "https://paper.example"
SITEMAP = f"{BASE}/sitemap.xml"


@pytest.fixture
def counts():
    return Counter()


@pytest.fixture
def discoverer(tmp_path, counts):
    frontier = Frontier(tmp_path / "frontier.sqlite3", output=tmp_path)
    frontier.start_run("paper", run_id="r", now=NOW)
    yield Discoverer(
        scope="paper",
        frontier=frontier,
        window=Window(),
        sites=frozenset({"paper.example"}),
        count=lambda stat, times=1, *, site: counts.update({stat: times}),
    )
    frontier.close()


def sitemap(first: int, last: int) -> bytes:
    entries = (f"<url><loc>{BASE}/{n}-snow-on-the-road</loc></url>" for n in range(first, last))
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}{''.join(entries)}</urlset>".encode()


def section(path: str, first: int, following: str = "") -> TextResponse:
    links = "".join(
        f'<h2><a href="/{n}-snow-on-the-long-road.html">Snow closes road number {n}</a></h2>'
        for n in range(first, first + 20)
    )
    more = f'<a rel="next" href="{following}">Next</a>' if following else ""
    return TextResponse(BASE + path, body=f"<html><body>{links}{more}</body></html>".encode())


async def read(discoverer: Discoverer, response: TextResponse, method: str = "section") -> None:
    listings = discoverer.frontier.listings
    listings.add("paper", response.url, NOW, method=method)
    await discoverer.read(response, listings.get("paper", response.url))


def due(discoverer: Discoverer) -> set[str]:
    listings = discoverer.frontier.listings.due("paper", NOW * 2)
    return {listing.url.removeprefix(BASE) for listing in listings if not listing.polled_at}


def count_pages(discoverer: Discoverer) -> int:
    return discoverer.frontier.database.value("SELECT count(*) FROM page")


def test_a_long_listing_lets_others_have_their_turns(discoverer):
    turns = []

    async def take_turns():
        while True:
            turns.append(count_pages(discoverer))
            await asyncio.sleep(0)

    async def crawl():
        other = asyncio.ensure_future(take_turns())
        await read(discoverer, TextResponse(SITEMAP, body=sitemap(1_000_000, 1_005_001)))
        other.cancel()

    asyncio.run(crawl())
    assert turns == list(range(500, 5500, 500))
    assert count_pages(discoverer) == 5001


def test_a_long_listing_that_was_not_read_to_its_end_is_read_again(discoverer):
    async def crawl():
        reading = asyncio.ensure_future(
            read(discoverer, TextResponse(SITEMAP, body=sitemap(1_000_000, 1_002_000)))
        )
        await asyncio.sleep(0)
        reading.cancel()

    asyncio.run(crawl())
    assert count_pages(discoverer) == 500
    assert due(discoverer) == {"/sitemap.xml"}
    asyncio.run(read(discoverer, TextResponse(SITEMAP, body=sitemap(1_000_000, 1_002_000))))
    assert count_pages(discoverer) == 2000
    assert due(discoverer) == set()


def test_pages_of_a_list_are_followed_until_most_is_known(discoverer):
    asyncio.run(read(discoverer, section("/news/", 100_020, "/news/?page=2")))
    assert due(discoverer) == {"/news/?page=2"}
    asyncio.run(read(discoverer, section("/news/?page=2", 100_005, "/news/?page=3")))
    assert due(discoverer) == {"/news/?page=3"}
    asyncio.run(read(discoverer, section("/news/?page=3", 100_000, "/news/?page=4")))
    assert due(discoverer) == set()


def test_the_same_list_under_another_address_leads_nowhere(discoverer):
    asyncio.run(read(discoverer, section("/news/", 100_000)))
    asyncio.run(read(discoverer, section("/gone/", 100_000, "/gone/?page=2")))
    assert due(discoverer) == set()
    assert count_pages(discoverer) == 20


def test_an_oversized_listing_is_a_failed_one_every_time(discoverer, counts):
    page = TextResponse(f"{BASE}/news/", body=b"<html>" + b"<a href=/x>y" * 60_000)
    for times in (1, 2):
        asyncio.run(read(discoverer, page))
        assert counts["listing/failed/oversized"] == times
        assert discoverer.frontier.listings.get("paper", page.url).error == "oversized"

"""Listings into the frontier, in a real one."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from scrapy.http import TextResponse

from newscrawl.crawling.discoverer import Discoverer
from newscrawl.discovery.window import Window
from newscrawl.frontier import Frontier

NOW = 1_700_000_000.0
BASE = "https://paper.example"
SITEMAP = f"{BASE}/sitemap.xml"


HELD = "candidate/held/number_before_since"


@pytest.fixture
def counts():
    return Counter()


@pytest.fixture
def open_discoverer(tmp_path, counts):
    """Discoverers of one frontier, as of one run after the other."""
    frontier = Frontier(tmp_path / "frontier.sqlite3", output=tmp_path)
    frontier.start_run("paper", run_id="r", now=NOW)
    yield lambda since=None: Discoverer(
        scope="paper",
        frontier=frontier,
        window=Window(since=since),
        domains=frozenset({"paper.example"}),
        count=lambda stat, times=1, *, site: counts.update({stat: times}),
    )
    frontier.close()


@pytest.fixture
def discoverer(open_discoverer):
    return open_discoverer()


def sitemap(first: int, last: int) -> bytes:
    entries = (f"<url><loc>{BASE}/{n}-snow-on-the-road</loc></url>" for n in range(first, last))
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    return f"{head}{''.join(entries)}</urlset>".encode()


def section(path: str, first: int, following: str = "", *, size: int = 20) -> TextResponse:
    links = "".join(
        f'<h2><a href="/{n}-snow-on-the-long-road.html">Snow closes road number {n}</a></h2>'
        for n in range(first, first + size)
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


def begin_anew(discoverer: Discoverer) -> None:
    discoverer.frontier.end_run(reason="finished", now=time.time())
    discoverer.frontier.start_run("paper", run_id="r2", now=time.time())


@pytest.mark.parametrize("size", [500, 501, 1100])
def test_shapes_are_learned_from_all_of_a_long_listing(size, discoverer):
    items = "".join(
        f"<item><title>Snow</title><link>{BASE}/town/2026/{n}-snow-on-the-road</link></item>"
        for n in range(10_000, 10_000 + size)
    )
    body = f"<rss><channel>{items}</channel></rss>".encode()
    asyncio.run(read(discoverer, TextResponse(f"{BASE}/feed", body=body), method="feed"))
    assert discoverer.shapes.of("paper.example")


def test_pages_of_a_list_are_followed_until_most_was_known_before_the_run(discoverer):
    asyncio.run(read(discoverer, section("/latest/", 100_000, size=20)))
    begin_anew(discoverer)
    asyncio.run(read(discoverer, section("/news/", 100_020, "/news/?page=2")))
    assert due(discoverer) == {"/news/?page=2"}
    asyncio.run(read(discoverer, section("/news/?page=2", 100_010, "/news/?page=3")))
    assert due(discoverer) == {"/news/?page=3"}
    asyncio.run(read(discoverer, section("/news/?page=3", 100_000, "/news/?page=4")))
    assert due(discoverer) == set()


def test_pages_of_a_list_are_followed_whose_first_ones_another_listing_showed_in_a_run_before(
    discoverer,
):
    asyncio.run(read(discoverer, section("/news/", 100_000)))
    begin_anew(discoverer)
    asyncio.run(read(discoverer, section("/latest/", 100_020)))
    begin_anew(discoverer)
    asyncio.run(read(discoverer, section("/news/", 100_020, "/news/?page=2", size=21)))
    assert due(discoverer) == {"/news/?page=2"}


def test_a_list_that_is_asked_twice_in_a_run_is_not_followed_for_one_new_article(discoverer):
    asyncio.run(read(discoverer, section("/news/", 100_020, "/news/?page=2")))
    assert due(discoverer) == {"/news/?page=2"}
    discoverer.frontier.listings.forget("paper", f"{BASE}/news/?page=2")
    asyncio.run(read(discoverer, section("/news/", 100_021, "/news/?page=3")))
    assert due(discoverer) == set()


def test_the_days_of_an_archive_since_the_last_run_are_read(open_discoverer):
    discoverer = open_discoverer()
    archive = f"{BASE}/{{year}}/{{month}}/{{day}}"
    discoverer.points.begin([], archive)
    assert len(due(discoverer)) == 3
    last = (datetime.now(UTC) - timedelta(days=10)).date()
    discoverer.frontier.notes.keep("paper", f"walked {archive}", last.isoformat(), NOW)
    open_discoverer().points.begin([], archive)
    assert f"/{last:%Y/%m/%d}" in due(discoverer)
    assert len(due(discoverer)) == 11


@pytest.mark.parametrize(
    ("paths", "intervals"),
    [
        pytest.param(["/about", "/sport/", "/tags/"], {24}, id="sections"),
        pytest.param([], {0.25}, id="empty"),
        pytest.param(["/about", "/1000001-snow-on-the-road"], {0.25}, id="one-article"),
    ],
)
def test_a_sitemap_that_names_other_pages_only_rests(paths, intervals, discoverer):
    entries = "".join(f"<url><loc>{BASE}{path}</loc></url>" for path in paths)
    body = sitemap(0, 0).replace(b"</urlset>", f"{entries}</urlset>".encode())
    asyncio.run(read(discoverer, TextResponse(SITEMAP, body=body)))
    listing = discoverer.frontier.listings.get("paper", SITEMAP)
    assert {listing.interval / 3600} == intervals


def test_the_same_list_under_another_address_leads_nowhere(discoverer):
    asyncio.run(read(discoverer, section("/news/", 100_000)))
    asyncio.run(read(discoverer, section("/gone/", 100_000, "/gone/?page=2")))
    assert due(discoverer) == {"/gone/?page=2"}  # as a section may show what the front page does
    asyncio.run(read(discoverer, section("/gone/?page=2", 100_000, "/gone/?page=3")))
    assert due(discoverer) == set()
    assert count_pages(discoverer) == 20


def test_pages_of_a_list_are_followed_where_a_feed_has_shown_the_first_ones(discoverer):
    asyncio.run(read(discoverer, section("/latest/", 100_000, size=45)))
    for page, first in enumerate((100_000, 100_020, 100_040), 1):
        path = f"/news/?page={page}" if page > 1 else "/news/"
        asyncio.run(read(discoverer, section(path, first, f"/news/?page={page + 1}")))
        assert due(discoverer) == {f"/news/?page={page + 1}"}
    assert count_pages(discoverer) == 60


def test_an_oversized_listing_is_a_failed_one_every_time(discoverer, counts):
    page = TextResponse(f"{BASE}/news/", body=b"<html>" + b"<a href=/x>y" * 60_000)
    for times in (1, 2):
        asyncio.run(read(discoverer, page))
        assert counts["listing/failed/oversized"] == times
        assert discoverer.frontier.listings.get("paper", page.url).error == "oversized"


WEEK_AGO = datetime.now(UTC) - timedelta(days=7)


def feed(first: int, days: int) -> bytes:
    """Twenty articles, the oldest so many days old, four hours between two."""
    items = "".join(
        f"<item><title>Snow</title><link>{BASE}/{first + n}-snow-on-the-road</link><pubDate>"
        f"{datetime.now(UTC) - timedelta(days=days, hours=-4 * n):%a, %d %b %Y %H:%M:%S +0000}"
        "</pubDate></item>"
        for n in range(20)
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def count_takeable(discoverer: Discoverer) -> int:
    since = WEEK_AGO.timestamp()
    return len(discoverer.frontier.take("paper", 10_000, NOW, since=since))


def test_numbers_older_than_a_feed_are_held_back(open_discoverer, counts):
    discoverer = open_discoverer(since=WEEK_AGO)
    asyncio.run(read(discoverer, TextResponse(f"{BASE}/feed", body=feed(1_001_001, 12)), "feed"))
    asyncio.run(read(discoverer, TextResponse(SITEMAP, body=sitemap(1_000_001, 1_001_040))))
    # The nineteen above the feed's may be of any age.
    assert count_takeable(discoverer) == 19
    assert counts[HELD] == 1000


def test_numbers_are_held_back_when_fetched_pages_tell(open_discoverer, counts):
    discoverer = open_discoverer(since=WEEK_AGO)
    asyncio.run(read(discoverer, TextResponse(SITEMAP, body=sitemap(1_000_001, 1_001_000))))
    for n in range(20):
        moment = datetime.now(UTC) - timedelta(days=10 - n / 10)
        url = f"{BASE}/{1_000_901 + n}-snow-on-the-road"
        discoverer.numbers.learn_from_page(url, moment.isoformat())
    asyncio.run(discoverer.numbers.hold_back())
    assert counts[HELD] == 999 - count_takeable(discoverer)
    assert 900 <= counts[HELD] <= 920


def test_a_run_that_is_cut_short_holds_nothing_back_any_more(open_discoverer):
    discoverer = open_discoverer(since=WEEK_AGO)
    asyncio.run(read(discoverer, TextResponse(SITEMAP, body=sitemap(1_000_001, 1_003_000))))
    for n in range(20):
        moment = datetime.now(UTC) - timedelta(days=10 - n / 10)
        url = f"{BASE}/{1_002_901 + n}-snow-on-the-road"
        discoverer.numbers.learn_from_page(url, moment.isoformat())

    async def cut_short() -> None:
        holding = asyncio.ensure_future(discoverer.numbers.hold_back())
        await asyncio.sleep(0)
        discoverer.frontier.close()
        await holding

    asyncio.run(cut_short())


def test_what_was_learned_of_numbers_is_known_to_the_next_run(open_discoverer):
    discoverer = open_discoverer()
    asyncio.run(read(discoverer, TextResponse(f"{BASE}/feed", body=feed(1_001_001, 12)), "feed"))
    discoverer = open_discoverer(since=WEEK_AGO)
    asyncio.run(read(discoverer, TextResponse(SITEMAP, body=sitemap(1_000_001, 1_001_000))))
    assert count_takeable(discoverer) == 0


def test_a_list_without_dates_is_left_where_its_numbers_are_too_old(open_discoverer):
    discoverer = open_discoverer(since=WEEK_AGO)
    asyncio.run(read(discoverer, TextResponse(f"{BASE}/feed", body=feed(1_001_001, 12)), "feed"))
    asyncio.run(read(discoverer, section("/news/", 1_000_501, "/news/?page=2")))
    assert "/news/?page=2" not in due(discoverer)
    discoverer = open_discoverer()
    asyncio.run(read(discoverer, section("/sport/", 1_000_601, "/sport/?page=2")))
    assert "/sport/?page=2" in due(discoverer)


def test_a_section_profits_from_what_a_feed_taught_in_another_run(open_discoverer):
    items = "".join(
        f"<item><title>Snow</title><link>{BASE}/n/{n}.html</link></item>" for n in range(1000, 1003)
    )
    feed = TextResponse(f"{BASE}/feed", body=f"<rss><channel>{items}</channel></rss>".encode())
    body = b'<html><body><a href="/n/1007.html">Rain in the north</a></body></html>'
    asyncio.run(read(open_discoverer(), TextResponse(f"{BASE}/a/", body=body)))
    assert count_pages(open_discoverer()) == 0
    asyncio.run(read(open_discoverer(), feed, "feed"))
    discoverer = open_discoverer()
    asyncio.run(read(discoverer, TextResponse(f"{BASE}/b/", body=body)))
    assert count_pages(discoverer) == 4


def dated_section(path: str, days: list[int], following: str = "") -> TextResponse:
    """A list whose links have the day in their address, so many days ago."""
    moments = [datetime.now(UTC) - timedelta(days=day) for day in days]
    links = "".join(
        f'<h2><a href="/news/{moment:%Y/%m/%d}/snow-closes-the-long-road-{place}-{path[-1]}">'
        f"Snow closes the long road number {place}</a></h2>"
        for place, moment in enumerate(moments)
    )
    more = f'<a rel="next" href="{following}">Next</a>' if following else ""
    return TextResponse(BASE + path, body=f"<html><body>{links}{more}</body></html>".encode())


def test_what_a_window_left_out_of_a_page_read_once_is_read_by_a_run_without_it(open_discoverer):
    first = dated_section("/news/", [0, 1] * 4, "/news/?page=2")
    second = dated_section("/news/?page=2", [1] * 4 + [30] * 8)
    discoverer = open_discoverer(since=WEEK_AGO)
    asyncio.run(read(discoverer, first))
    listing = discoverer.frontier.listings.get("paper", second.url)
    asyncio.run(discoverer.read(second, listing))
    assert count_pages(discoverer) == 12
    for since, is_due in ((WEEK_AGO + timedelta(hours=1), False), (None, True)):
        discoverer = open_discoverer(since)
        discoverer.points.begin([], None)
        due_urls = {x.url for x in discoverer.frontier.listings.due("paper", NOW * 2)}
        assert (second.url in due_urls) == is_due
    asyncio.run(discoverer.read(second, discoverer.frontier.listings.get("paper", second.url)))
    assert count_pages(discoverer) == 20


def test_a_list_that_a_window_ended_goes_on_in_a_run_without_it(open_discoverer):
    discoverer = open_discoverer(since=WEEK_AGO)
    asyncio.run(read(discoverer, TextResponse(f"{BASE}/feed", body=feed(1_001_001, 12)), "feed"))
    asyncio.run(read(discoverer, section("/news/", 1_000_501, "/news/?page=2")))
    assert "/news/?page=2" not in due(discoverer)
    discoverer = open_discoverer()
    discoverer.points.begin([], None)
    assert "/news/?page=2" in due(discoverer)


def test_a_second_reading_in_one_run_tells_of_changed_articles(discoverer):
    listings, database = discoverer.frontier.listings, discoverer.frontier.database
    before = sitemap(1_000_000, 1_000_008)
    asyncio.run(read(discoverer, TextResponse(SITEMAP, body=before)))
    now = datetime.now(UTC)
    database.write(
        "UPDATE page SET state = 'done', revision = 1, checked_at = ?", now.timestamp() - 7200
    )
    changed = f"<lastmod>{now - timedelta(minutes=5):%Y-%m-%dT%H:%M:%SZ}</lastmod></url>"
    response = TextResponse(SITEMAP, body=before.replace(b"</url>", changed.encode(), 1))
    asyncio.run(discoverer.read(response, listings.get("paper", SITEMAP)))
    due_pages = database.rows("SELECT url FROM page WHERE state = 'due'")
    assert [row["url"] for row in due_pages] == [f"{BASE}/1000000-snow-on-the-road"]


@pytest.mark.parametrize(
    ("minutes_ago", "is_due"),
    [pytest.param(60, True, id="an hour ago"), pytest.param(1, False, id="just now")],
)
def test_an_index_that_tells_of_a_change_has_a_listing_asked_again(minutes_ago, is_due, discoverer):
    points, listings = discoverer.points, discoverer.frontier.listings
    now = datetime.now(UTC).timestamp()
    points.add(SITEMAP, method="sitemap", modified=now - 9 * 86_400)
    listings.read("paper", SITEMAP, now - minutes_ago * 60)
    points.add(SITEMAP, method="sitemap", modified=now - 1)
    assert bool(listings.due("paper", now + 1)) == is_due


RECENT = "".join(
    f'<li><a href="/rain-on-the-long-river-{n}/">Rain on the long river number {n}</a></li>'
    for n in range(5)
)


def blog(path: str, days: list[int], following: str, *, recent: str = RECENT) -> TextResponse:
    """A list of cards with dates, so many days ago, beside the latest posts without dates."""
    moments = [datetime.now(UTC) - timedelta(days=day) for day in days]
    cards = "".join(
        f'<article><h2><a href="/snow-closes-the-long-road-{day}-{place}/">Snow closes the long '
        f'road number {place}</a></h2><time datetime="{moment.isoformat()}">x</time></article>'
        for place, (day, moment) in enumerate(zip(days, moments, strict=True))
    )
    body = f"<html><main>{cards}<a rel=next href='{following}'>Next</a></main><aside><ul>{recent}"
    return TextResponse(BASE + path, body=f"{body}</ul></aside></html>".encode())


async def follow(discoverer: Discoverer, *responses: TextResponse) -> None:
    """Read the pages of a list, as they lead to each other."""
    await read(discoverer, responses[0])
    for response in responses[1:]:
        await discoverer.read(response, discoverer.frontier.listings.get("paper", response.url))


@pytest.mark.parametrize(
    ("days", "goes_on"),
    [
        pytest.param([30] * 8, False, id="old ones"),
        pytest.param([6] * 2 + [30] * 6, True, id="some in the window"),
    ],
)
def test_a_list_beside_the_latest_posts_ends_where_its_own_are_too_old(
    days, goes_on, open_discoverer
):
    discoverer = open_discoverer(since=WEEK_AGO)
    first = blog("/news/", [1] * 8, "/news/page/2/")
    second = blog("/news/page/2/", days, "/news/page/3/")
    asyncio.run(follow(discoverer, first, second))
    assert ("/news/page/3/" in due(discoverer)) == goes_on


def test_a_list_goes_on_in_a_run_without_a_window_beside_the_latest_posts(open_discoverer):
    discoverer = open_discoverer()
    first = blog("/news/", [1] * 8, "/news/page/2/")
    second = blog("/news/page/2/", [30] * 8, "/news/page/3/")
    asyncio.run(follow(discoverer, first, second))
    assert "/news/page/3/" in due(discoverer)


def test_a_list_whose_first_page_has_pinned_posts_is_not_ended_by_them(open_discoverer):
    discoverer = open_discoverer(since=WEEK_AGO)
    first = blog("/news/", [30] * 2 + [1] * 6, "/news/page/2/", recent="")
    second = blog("/news/page/2/", [30] * 2 + [3] * 6, "/news/page/3/", recent="")
    asyncio.run(follow(discoverer, first, second))
    assert "/news/page/3/" in due(discoverer)


def test_a_list_ends_beside_the_latest_posts_where_its_own_addresses_are_too_old(open_discoverer):
    discoverer = open_discoverer(since=WEEK_AGO)
    pages = [
        dated_section(path, days, following).body.replace(b"</body>", f"{RECENT}</body>".encode())
        for path, days, following in (("/n/", [1] * 8, "/n/?page=2"), ("/n/2", [30] * 8, "/n/3"))
    ]
    first = TextResponse(f"{BASE}/n/", body=pages[0])
    second = TextResponse(f"{BASE}/n/?page=2", body=pages[1].replace(b"/n/3", b"/n/?page=3"))
    asyncio.run(follow(discoverer, first, second))
    assert "/n/?page=3" not in due(discoverer)

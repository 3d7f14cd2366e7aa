"""What is told of a site that answers oddly, and of a run that cannot tell it; exit codes too.

Each site is a host of one real server; each crawl is what cron starts: `scrapy crawl --quiet`.
"""

import re
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, good, page
from crawling import start_crawl

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier import Frontier

STORIES = [f"/news/harbour-opens-after-long-repairs-{10_000 + number}.html" for number in range(12)]


async def story_feed(exchange):
    await exchange.send(feed(exchange.base, STORIES), content_type="text/xml")


def list_of(paths, more=""):
    links = (f"<h2><a href={p}>The harbour opens after repairs {p[-10:-5]}</a></h2>" for p in paths)
    return page(f"<title>Paper</title><body><main>{''.join(links)}{more}</main></body></html>")


LISTS = {
    "/": list_of(STORIES[:6], "<a rel=next href=/page/2/>Older posts</a>"),
    "/page/2/": list_of(STORIES[6:]),
}
FRONTS = {
    "front.example": list_of(STORIES),
    "empty.example": page("<html><title>x</title><body><div id=app></div></body></html>"),
    "binary.example": page(bytes(range(256)) * 99, content_type="application/octet-stream"),
}


async def moved(exchange):
    await exchange.send(status=301, Location=exchange.url("new.example"))


def answer(request):
    if request.host == "moved.example" and request.path != "/robots.txt":
        return moved
    if request.host == "forbidding.example":
        rules = page("User-agent: *\nDisallow: /\n", content_type="text/plain")
        return rules if request.path == "/robots.txt" else page("not here", 404)
    if request.host == "list.example" and request.path in LISTS:
        return LISTS[request.path]
    if request.host in FRONTS and request.path not in STORIES:
        return FRONTS[request.host] if request.path == "/" else page("not here", 404)
    if request.path == "/feed.xml":
        return story_feed
    if request.path.startswith("/news/"):
        return page("no", 403) if request.host == "refusing.example" else good
    return page("not here", 404)


@pytest.fixture(scope="module")
def server():
    with BadServer(answer) as server:
        yield server


@pytest.fixture
def crawl(server, tmp_path):
    """Crawl some addresses, all into one folder; "host/path" is one of our server."""

    def run(*addresses, settings=None, options=("--quiet",)):
        (tmp_path / "log").unlink(missing_ok=True)
        urls = [_url(server, address) for address in addresses]
        hosts = {address.partition("/")[0] for address in addresses} | {"new.example"}
        return start_crawl(
            tmp_path,
            urls,
            names={"*": ["127.0.0.1"]},
            allowed=hosts,
            settings={"LOG_LEVEL": "ERROR", **(settings or {})},
            options=options,
        ).wait()

    return run


def _url(server, address):
    host, _, path = address.partition("/")
    return server.url(host, f"/{path}")


def test_a_kept_address_that_is_none_costs_only_itself(crawl, tmp_path):
    output = tmp_path / "output"
    frontier = Frontier(output / ".frontier.sqlite3", output=output)
    broken = "http://good.example:99999/news/story-99.html"
    for number in range(20):
        frontier.listings.add(
            "news good.example", f"http://good.example:80x/{number}", 1.0, method="argument"
        )
    frontier.offer("news good.example", [("broken", Candidate(url=broken, method="feed"))], 1.0)
    frontier.close()
    first = crawl("good.example/feed.xml")
    assert (first.code, first.log) == (0, "")
    site = first.report["sites"]["good.example"]
    assert (site["saved"], site["refused"]) == (12, {"broken_url": 1})
    assert site["listings"]["refused"] == {"broken_url": 20}
    again = crawl("good.example/feed.xml")
    assert again.report["sites"]["good.example"]["listings"]["refused"] == {}


@pytest.mark.parametrize(
    "setting",
    [
        pytest.param("NEWSCRAWL_PROMETHEUS_FILE", id="metrics into no folder"),
        pytest.param("NEWSCRAWL_OUTPUT", id="reports is a file"),
    ],
)
@pytest.mark.parametrize("host", ["good.example", "refusing.example"])
def test_what_is_wrong_is_told_though_a_file_cannot_be_written(host, setting, crawl, tmp_path):
    (tmp_path / "output").mkdir()
    if setting == "NEWSCRAWL_OUTPUT":
        (tmp_path / "output" / "reports").touch()
    settings = {"NEWSCRAWL_PROMETHEUS_FILE": "/no/folder/x"} if "METHEUS" in setting else {}
    done = crawl(f"{host}/feed.xml", settings=settings)
    assert done.code == 2
    assert done.log.count("\n") == 1
    assert f"{setting}) cannot be written" in done.log
    assert ("12 of 12 pages failed" in done.log) is (host == "refusing.example")


def test_a_run_of_some_sites_leaves_those_of_an_earlier_run_alone(crawl):
    first = crawl("good.example/feed.xml", "fine.example/feed.xml", options=("-a", "limit=4"))
    assert set(first.report["sites"]) == {"good.example", "fine.example"}
    again = crawl("front.example", "refusing.example/feed.xml")
    assert set(again.report["sites"]) == {"front.example", "refusing.example"}


@pytest.mark.parametrize("host", ["empty.example", "binary.example"])
def test_a_new_site_that_gives_nothing_is_named_each_time(host, crawl):
    for _ in range(2):
        done = crawl("good.example/feed.xml", host)
        assert done.code == 2
        assert done.log.count("\n") == 1
        assert done.log.startswith(f"scrapy crawl news: no article found: {host}, 1 listing ")
        assert "good.example" not in done.log


def test_a_known_site_without_news_is_fine(crawl, tmp_path):
    assert crawl("good.example/feed.xml").code == 0
    for path in (tmp_path / "output" / "reports").rglob("*.json"):
        path.unlink()  # what is known of a site does not hang on the reports of its runs
    done = crawl("good.example/feed.xml")
    assert (done.code, done.log) == (0, "")


@pytest.mark.parametrize(
    ("setting", "cause"),
    [
        ("NEWSCRAWL_FRONTIER", "the frontier {} cannot be written: unable to open database file"),
        ("NEWSCRAWL_OUTPUT", "{} cannot be written: [Errno 17] File exists"),
    ],
)
def test_a_state_file_that_cannot_be_opened_is_named(setting, cause, crawl, tmp_path):
    path = tmp_path / "taken"
    path.mkdir() if setting == "NEWSCRAWL_FRONTIER" else path.touch()
    done = crawl("good.example/feed.xml", settings={setting: path})
    assert done.code == 1
    assert done.log.startswith(f"scrapy crawl news: {cause.format(path)}")
    assert done.log.count("\n") == 1


def test_a_site_that_moved_is_named_with_its_new_address(crawl, server):
    done = crawl("moved.example")
    cause = f"none of 1 listing, mostly offsite (it leads to {server.url('new.example')})"
    assert done.code == 2
    assert done.log == f"scrapy crawl news: has moved: moved.example, {cause}\n"


def test_a_site_that_forbids_it_is_told_from_one_that_is_down(crawl):
    done = crawl("forbidding.example")
    cause = "none of 1 listing, mostly robots_txt (robots.txt forbids it)"
    assert done.code == 2
    assert done.log == f"scrapy crawl news: may not be crawled: forbidding.example, {cause}\n"


def test_places_that_were_guessed_in_vain_are_no_failures(crawl):
    done = crawl("front.example")
    listings = done.report["sites"]["front.example"]["listings"]
    assert (done.code, listings["failed"]) == (0, {})
    assert listings["guessed_in_vain"] > 9


def test_the_page_after_the_last_of_a_list_is_no_failure(crawl, server):
    before = len(server.requests)
    done = crawl("list.example")
    site = done.report["sites"]["list.example"]
    assert (done.code, site["saved"], site["listings"]["failed"]) == (0, 12, {})
    assert "/page/3/" in [request.path for request in server.requests[before:]]


def test_a_run_says_how_far_back_it_got_as_long_as_nothing_older_is_known(crawl):
    back = f"{datetime.now(UTC) - timedelta(days=9):%Y-%m-%d}"
    note = re.compile(rf"\ngood.example: asked since {back}, its oldest article is of 20")
    for _ in range(2):
        assert note.search(crawl("good.example/feed.xml", options=("-a", f"since={back}")).log)
    assert not note.search(crawl("good.example/feed.xml", options=()).log)
    limited = crawl("good.example/feed.xml", options=("-a", f"since={back}", "-a", "limit=3"))
    assert not note.search(limited.log)


def test_a_run_for_which_nothing_was_due_says_when_to_come_again(crawl):
    assert "no page was due" not in crawl("good.example/feed.xml", options=()).log
    done = crawl("good.example/feed.xml", options=())
    assert done.code == 0
    assert re.search(r"\nno page was due; next: 20\d\d-\d\d-\d\d \d\d:\d\d UTC, see", done.log)

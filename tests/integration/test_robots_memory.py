"""Rules that were read are kept for a day, or for as long as the host allows: a guest's memory."""

import asyncio
import sys
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from sqlite3 import connect

import pytest

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, good, page
from crawling import start_crawl

DELAY = 0.6
"""Seconds between two requests that one host asks for."""
RULES = "User-agent: *\nDisallow: /news/closed"
OPEN = [f"/news/open-{number}.html" for number in range(4)]
CLOSED = [f"/news/closed-{number}.html" for number in range(4)]


def rules(status=200, **headers):
    return page(RULES, status, content_type="text/plain", **headers)


# host: (behaviour of robots.txt, runs that ask for it: the third one comes a day later)
HOSTS = {
    "plain.example": (rules(), {0, 2}),
    "aged.example": (rules(Cache_Control="public, max-age=86400000"), {0, 2}),
    "hurried.example": (rules(Cache_Control="max-age=0, must-revalidate"), {0, 1, 2}),
    "forgetful.example": (rules(Cache_Control="no-cache"), {0, 1, 2}),
    "none.example": (rules(404), {0, 2}),
    "refused.example": (rules(403), {0, 1, 2}),
    "broken.example": (rules(503), {0, 1, 2}),
    "slow.example": (page(f"User-agent: *\nCrawl-delay: {DELAY}"), {0, 2}),
}
# Two of a host are asked at the same time: one must wait, though the rules were not asked for.
LISTINGS = [*((host, "/news/feed.xml") for host in HOSTS), ("slow.example", "/news/more.xml")]
WITHOUT_RULES = ["none.example", "refused.example"]


async def growing_feed(exchange):
    """One story more, and one more that is not for us, each time somebody asks."""
    asked = [r for r in exchange.server.requests if r.path == exchange.request.path]
    times = sum(r.host == exchange.request.host for r in asked)
    await exchange.send(feed(exchange.base, [*OPEN[:times], *CLOSED[:times]]))


def answer(request):
    if request.path == "/robots.txt":
        return HOSTS[request.host][0]
    return growing_feed if request.path.endswith(".xml") else good


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """What the server was asked by three runs, the last one more than a day after the others."""
    folder = tmp_path_factory.mktemp("memory")
    seen = []
    with BadServer(answer) as server:
        for run in range(3):
            if run == 2:
                let_a_day_pass(folder / "output/.frontier.sqlite3")
            before = len(server.requests)
            urls = [server.url(*listing) for listing in LISTINGS]
            start_crawl(folder, urls, names={"*": ["127.0.0.1"]}, allowed=HOSTS).wait()
            seen.append(server.requests[before:])
    return seen


def let_a_day_pass(path):
    with closing(connect(path)) as database, database:
        database.execute(
            "UPDATE note SET value = json_set(value, '$.until', value ->> '$.until' - 86400)"
            " WHERE scope = 'robots.txt'"
        )


@pytest.mark.parametrize("host", HOSTS)
def test_rules_are_asked_for_when_those_known_are_too_old(host, runs):
    asked = [(number, r.host, r.path) for number, run in enumerate(runs) for r in run]
    assert {n for n, name, path in asked if (name, path) == (host, "/robots.txt")} == HOSTS[host][1]


@pytest.mark.parametrize("run", range(3))
@pytest.mark.parametrize(
    "host", ["plain.example", "aged.example", "hurried.example", "forgetful.example"]
)
def test_rules_are_obeyed_from_memory_too(host, run, runs):
    stories = {r.path for r in runs[run] if r.host == host and r.path in OPEN + CLOSED}
    assert stories == {OPEN[run]}


@pytest.mark.parametrize("host", WITHOUT_RULES)
def test_no_rules_are_remembered_as_none(host, runs):
    assert set(CLOSED[:3]) <= {r.path for run in runs for r in run if r.host == host}


def test_a_remembered_delay_holds_from_the_first_request_on(runs):
    moments = [request.moment for request in runs[1] if request.host == "slow.example"]
    assert len(moments) >= 2
    assert min(later - earlier for earlier, later in pairwise(moments)) > 0.75 * DELAY


async def slow_rules(exchange):
    await asyncio.sleep(0.5)
    await exchange.send(RULES)


def test_all_that_wait_for_the_rules_obey_them(tmp_path):
    def answer(request):
        return slow_rules if request.path == "/robots.txt" else good

    with BadServer(answer) as server:
        urls = [server.url("many.example", path) for path in (*CLOSED, OPEN[0])]
        names = {"*": ["127.0.0.1"]}
        settings = {"CONCURRENT_REQUESTS_PER_DOMAIN": 8}
        start_crawl(tmp_path, urls, names=names, allowed=["many.example"], settings=settings).wait()
    asked = [request.path for request in server.requests if request.path in CLOSED + OPEN]
    assert asked == [OPEN[0]]

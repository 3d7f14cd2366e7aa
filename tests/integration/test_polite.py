"""A good guest: what the server saw of two runs, not what we meant to send."""

import sys
from itertools import pairwise
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import (
    GUEST_ALLOWED,
    GUEST_STORIES,
    SISTERS,
    SISTERS_DELAY,
    SLOW,
    TIRED_STORIES,
    answer,
)
from crawling import start_crawl

HOSTS = ["guest.example", "slow.example", "later.example"]
TIRED_HOSTS = ["tired.example", "crowded.example"]
CONTACT = "https://research.example/newscrawl"
LONGEST = 0.8
LISTING = "/news/feed.xml"


@pytest.fixture(scope="module")
def server():
    with BadServer(answer) as server:
        yield server


@pytest.fixture(scope="module")
def runs(server, tired, tmp_path_factory):
    """The requests of a first and of a second run, and the records."""
    folder = tmp_path_factory.mktemp("guest")
    settings = {
        "DOWNLOAD_DELAY": 0.2,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": 0.2,
        "NEWSCRAWL_CONTACT": CONTACT,
        "NEWSCRAWL_MAX_CRAWL_DELAY": LONGEST,
    }
    seen = []
    for _ in range(2):
        crawl = start_crawl(
            folder,
            [server.url(host, LISTING) for host in HOSTS],
            names={"*": ["127.0.0.1"]},
            allowed=HOSTS,
            settings=settings,
        ).wait()
        assert crawl.code == 0, crawl.log[-2000:]
        seen.append(server.requests[:])
        server.requests.clear()
    return [*seen, crawl.records]


@pytest.fixture(scope="module")
def tired(tmp_path_factory):
    """A server of sites that are slow, and too busy, and their crawl, which goes on meanwhile."""
    settings = {
        "DOWNLOAD_DELAY": 0.05,
        "RANDOMIZE_DOWNLOAD_DELAY": False,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": 0.05,
    }
    with BadServer(answer) as server:
        yield (
            server,
            start_crawl(
                tmp_path_factory.mktemp("tired"),
                [server.url(host, LISTING) for host in [*TIRED_HOSTS, *SISTERS]],
                names={"*": ["127.0.0.1"]},
                allowed=[*TIRED_HOSTS, *SISTERS],
                settings=settings,
            ),
        )


@pytest.fixture(scope="module")
def pauses(tired):
    """The seconds between the requests for the stories of sites that are slow, and too busy."""
    server, crawl = tired
    crawl.wait()
    moments = {
        host: [r.moment for r in server.requests if r.host == host and r.path in TIRED_STORIES]
        for host in TIRED_HOSTS
    }
    return {host: [b - a for a, b in pairwise(times)] for host, times in moments.items()}


def asked(run, host):
    return [request for request in run if request.host == host]


def stories(run, host):
    return [request for request in asked(run, host) if request.path in GUEST_STORIES]


@pytest.mark.parametrize("host", HOSTS)
def test_the_rules_are_asked_for_first_and_once(host, runs):
    paths = [request.path for request in asked(runs[0], host)]
    assert paths[0] == "/robots.txt"
    assert paths.count("/robots.txt") == 1


@pytest.mark.parametrize("host", ["guest.example", "slow.example"])
def test_the_group_of_our_name_and_the_longest_match_decide(host, runs):
    assert sorted(request.path for request in stories(runs[0], host)) == sorted(GUEST_ALLOWED)


@pytest.mark.parametrize("host", HOSTS)
def test_nothing_is_fetched_that_is_not_needed(host, runs):
    kinds = {Path(request.path).suffix for request in asked(runs[0], host)}
    assert kinds <= {"", ".txt", ".xml", ".html"}


@pytest.mark.parametrize(
    ("host", "seconds"),
    [
        pytest.param("guest.example", 0.5, id="obeyed"),
        pytest.param("slow.example", LONGEST, id="capped"),
    ],
)
def test_crawl_delay_lies_between_two_requests(host, seconds, runs):
    moments = [request.moment for request in asked(runs[0], host)[1:]]
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    # Requests are held up on their way to a busy server: a late one makes the next pause shorter.
    assert min(pauses) > 0.75 * seconds
    assert sum(pauses) > 0.95 * seconds * len(pauses)
    assert sorted(pauses)[len(pauses) // 2] < seconds + 0.5


def test_a_host_has_one_request_at_a_time(runs):
    assert {request.at_once for run in runs[:2] for request in run} == {1}


def test_we_say_who_we_are_and_where_to_find_us(runs):
    for request in [*runs[0], *runs[1]]:
        assert request.headers["user-agent"].startswith("newscrawl/")
        assert f"(+{CONTACT})" in request.headers["user-agent"]


def test_every_request_is_a_get_without_cookies_that_takes_packed_answers(runs):
    for request in [*runs[0], *runs[1]]:
        assert request.method == "GET"
        assert {"gzip", "br", "zstd"} <= set(request.headers["accept-encoding"].split(", "))
        assert not {"cookie", "authorization", "referer"} & request.headers.keys()


@pytest.mark.parametrize("host", ["guest.example", "slow.example"])
def test_the_second_run_asks_whether_the_listing_changed_and_for_no_story_again(host, runs):
    requests = [request for request in asked(runs[1], host) if request.path == LISTING]
    assert [request.headers["if-none-match"] for request in requests] == ['"feed"']
    assert not stories(runs[1], host)


def test_retry_after_holds_at_once_and_across_runs(runs):
    assert len(stories(runs[0], "later.example")) == 1
    assert not stories(runs[1], "later.example")


def test_what_the_owner_asks_for_in_headers_is_recorded(runs):
    asked_for = {record["url"].rpartition("/")[2]: record["opt_outs"] for record in runs[2]}
    assert asked_for["story-0.html"] == ["noarchive", "tdm_reservation"]
    assert asked_for["story-1.html"] == []


def test_a_slow_site_is_given_time_and_asked_faster_when_it_recovers(pauses):
    while_slow, after = pauses["tired.example"][:4], pauses["tired.example"][4:]
    assert min(while_slow) > 0.95 * SLOW
    assert after[0] > 0.45 * SLOW > after[-1]


def test_a_site_that_says_too_many_requests_is_asked_less_and_slowly_more_again(pauses):
    after = pauses["crowded.example"]
    assert len(after) == len(TIRED_STORIES) - 1
    assert after[0] > 1.9
    assert after[-1] < 0.6 * after[0]


def test_all_hosts_of_a_site_are_one_site_that_is_asked_at_one_pace(tired):
    server, crawl = tired
    crawl.wait()
    requests = [request for request in server.requests if request.host in SISTERS]
    hosts = [request.host for request in requests]
    rules = [request.host for request in requests if request.path == "/robots.txt"]
    assert sorted(rules) == sorted(SISTERS)
    assert sum(request.path in TIRED_STORIES for request in requests) == 2 * len(SISTERS)
    pauses = [later.moment - earlier.moment for earlier, later in pairwise(requests)]
    assert min(pauses) > 0.5 * 0.05
    # From when the host is known that asks for most.
    slow = pauses[1 + hosts.index(SISTERS[-1]) :]
    assert min(slow) > 0.75 * SISTERS_DELAY

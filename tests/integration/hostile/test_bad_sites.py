"""Sites of every kind in one crawl, good ones among them: each costs itself and nothing else."""

import re
import socket
from collections import defaultdict
from itertools import pairwise

import pytest
from bad_sites import LISTINGS, ROBOTS
from crawling import start_crawl

UNREACHABLE = [
    *(host for host, (_, allowed) in ROBOTS.items() if not allowed),
    *("nodns.example", "down.example"),
]
HOSTS = ["secure", "expired", "foreign", "untrusted"]
BUSY = ["busy-seconds.example", "busy-date.example"]
ALLOWED = [
    *ROBOTS, *BUSY, *(f"{name}.example" for name in HOSTS), "rules.example", "down.example",
    "lists.example", "endless.example",
]  # fmt: skip


@pytest.fixture(scope="module")
def closed_port():
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        yield unused.getsockname()[1]


@pytest.fixture(scope="module")
def crawls(server, certificates, closed_port, tmp_path_factory):
    """A crawl of many sites and one of many listings, side by side."""
    names = {"*": ["127.0.0.1"], "nodns.example": []}
    dead = f"http://down.example:{closed_port}/"
    hosts = [*ROBOTS, *BUSY, "nodns.example", "endless.example"]
    urls = [*map(server.url, hosts), dead]
    urls += [server.url(f"{name}.example", scheme="https") for name in HOSTS]
    folder = tmp_path_factory.mktemp("sites")
    trust = {"SSL_CERT_FILE": str(certificates[0])}
    crawls = {
        name: start_crawl(
            folder / name, urls, names=names, allowed=ALLOWED, environment=trust,
            settings={"NEWSCRAWL_CONTACT": "desk@newscrawl.example", "DOWNLOAD_TIMEOUT": seconds},
        )
        # A listing of more than 50 MB takes a busy machine more than four seconds.
        for name, urls, seconds in (
            ("sites", urls, 4), ("lists", [server.url("lists.example")], 10)
        )
    }  # fmt: skip
    return {name: crawl.wait() for name, crawl in crawls.items()}


@pytest.fixture(scope="module")
def stories(crawls):
    """The numbers of the good stories that were saved, by site."""
    saved = defaultdict(set)
    for record in crawls["sites"].records:
        saved[record["site"]].add(int(record["url"].rpartition("-")[2].partition(".")[0]))
    return saved


def test_the_run_of_many_sites_names_those_that_cannot_be_reached(crawls):
    assert crawls["sites"].code == 2
    message = crawls["sites"].log.splitlines()[-1]
    named = set(re.findall(r"cannot be reached: (\S+),", message))
    assert named == {*UNREACHABLE, *(f"{name}.example" for name in HOSTS[1:])}
    assert "cannot be read: endless.example, 1 of 1 listings are oversized" in message


def test_the_run_of_many_sites_ends_soon(crawls):
    assert crawls["sites"].measures["seconds"] < 40
    assert crawls["sites"].measures["peak_mb"] < 350  # an unpacked robots.txt has up to 64 MB


@pytest.mark.parametrize("host", ROBOTS)
def test_robots_txt_is_obeyed_whatever_it_looks_like(host, stories):
    assert stories[host] == ROBOTS[host][1]


@pytest.mark.parametrize(
    "host", [host for host, (_, allowed) in ROBOTS.items() if 1 not in allowed]
)
def test_the_server_saw_no_request_that_the_rules_forbid(host, server, crawls):
    assert not server.asked(host, "/news/good-1.html")


def test_a_host_that_cannot_tell_its_rules_is_asked_for_nothing_else(server, crawls):
    assert {request.path for request in server.asked("robots-503.example")} == {"/robots.txt"}


def test_good_certificates_are_trusted(stories):
    assert stories["secure.example"] == {0, 1, 2}


@pytest.mark.parametrize("name", ["expired", "foreign", "untrusted"])
def test_bad_certificates_are_not(name, server, crawls, stories):
    assert not stories[f"{name}.example"]
    assert not server.asked(f"{name}.example")


def test_a_short_retry_after_is_waited_for(server, stories):
    assert stories["busy-seconds.example"] == {0, 1, 2}
    asked = server.asked("busy-seconds.example", "/news/good-1.html")
    assert max(b.moment - a.moment for a, b in pairwise(asked)) >= 1


def test_a_long_retry_after_is_left_to_a_later_run(server, crawls):
    asked = server.asked("busy-date.example")
    refused = next(place for place, r in enumerate(asked) if r.path == "/news/good-1.html")
    assert len(asked) - refused < 10  # what was on its way already, eight at once


def test_bad_listings_cost_no_article(crawls):
    saved = {record["url"].rpartition("/")[2] for record in crawls["lists"].records}
    assert {f"good-{number}.html" for number in range(3)} <= saved
    assert {"good-4.html", "good-5.html"} & saved


def test_the_run_of_bad_listings_ends_soon(crawls):
    assert crawls["lists"].code == 0, crawls["lists"].log[-2000:]
    assert crawls["lists"].measures["seconds"] < 60


def test_bad_listings_cost_memory_within_bounds(crawls):
    # A sitemap may have 50 MB, hence a listing; 272 MB measured.
    assert crawls["lists"].measures["peak_mb"] < 400


def test_no_entity_is_fetched_or_read(server, crawls):
    assert not [request for request in server.requests if "secret" in request.path]
    assert not [record for record in crawls["lists"].records if "root:" in str(record)]


def test_loops_of_sitemaps_end(server, crawls):
    asked = [r.path for r in server.asked("lists.example") if r.path.startswith("/sitemap-")]
    assert len(asked) == len(set(asked)) < 1200


def test_failed_listings_are_counted(crawls):
    stats = crawls["lists"].stats
    assert stats["newscrawl/listing/failed/timeout"] >= 1
    assert stats["newscrawl/listing/failed/blocked"] >= 1
    assert stats["newscrawl/listing/failed/oversized"] == 1
    assert len(LISTINGS) > 8

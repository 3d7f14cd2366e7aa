"""The demo's server, asked by a client that knows nothing of it but that it is a proxy."""

import gzip
import http.client
from contextlib import closing
from urllib.parse import urlsplit

import pytest
from processes import run_scrapy

from newscrawl.demo import SITES, World
from newscrawl.demo.looks import LIMITED
from newscrawl.demo.process import serving

LIST = "http://www.zakon2019.example/news"


@pytest.fixture(scope="module")
def server():
    with serving() as running:
        yield running


def ask(server, target, **headers):
    address = urlsplit(server.url)
    with closing(http.client.HTTPConnection(address.hostname, address.port, timeout=10)) as client:
        client.request("GET", target, headers=headers)
        answer = client.getresponse()
        return answer.status, answer.headers, answer.read()


def test_a_proxys_client_gets_the_page(server):
    assert ask(server, LIST)[::2] == (200, World().answer(LIST).body)


def test_the_host_header_says_the_same(server):
    assert ask(server, "/news", Host="www.zakon2019.example")[2] == ask(server, LIST)[2]


def test_pages_come_gzipped_to_who_takes_it(server):
    _, headers, body = ask(server, LIST, **{"Accept-Encoding": "gzip, deflate"})
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == World().answer(LIST).body


def test_an_unchanged_page_is_not_sent_again(server):
    etag = ask(server, LIST)[1]["ETag"]
    assert ask(server, LIST, **{"If-None-Match": etag})[::2] == (304, b"")


def test_an_unknown_host_is_a_bad_gateway(server):
    assert ask(server, "http://nobody.example/")[0] == 502


def test_one_page_asks_to_come_again(server):
    truth = next(t for t in World().truths("www.zakon2022.example") if t.number == LIMITED)
    first, again = ask(server, truth.url), ask(server, truth.url)
    assert (first[0], first[1]["Retry-After"], again[0]) == (429, "1", 200)


def test_the_desk_tells_what_was_asked_for(server):
    ask(server, "http://www.harbour-courier.example/atom.xml")
    assert ["GET", "http://www.harbour-courier.example/atom.xml", 200] in map(
        list, server.requests()
    )


def test_an_edition_changes_the_lists():
    with serving() as running:
        before = ask(running, LIST)[2]
        running.turn_to(2)
        after = ask(running, LIST)[2]
    assert before != after


def test_failures_come_when_asked_for():
    with serving("--sites", "1", "--articles", "50", "--fail-every", "3") as running:
        statuses = [ask(running, "http://www.site000.example/news")[0] for _ in range(6)]
    assert statuses == [200, 200, 503, 200, 200, 503]


def test_a_crawl_uses_the_server_it_is_given(server, tmp_path):
    settings = [f"NEWSCRAWL_DEMO_URL={server.url}", f"NEWSCRAWL_OUTPUT={tmp_path}"]
    options = [part for setting in settings for part in ("-s", setting)]
    assert run_scrapy("crawl", "demo", "-a", "limit=3", *options).returncode == 0
    asked = {url for _, url, _ in server.requests()}
    assert asked & {f"{site.origin}/robots.txt" for site in SITES}
    assert asked & {truth.url for truth in World().truths()}

"""A site that nobody described: its listings are found, and those it opens later as well."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, page, story
from crawling import start_crawl

HOST = "paper.example"
FEED = '<link rel="alternate" type="application/rss+xml" href="/export/all.xml">'


class Paper:
    """A front page with three stories and two sections; later there is a feed as well."""

    def __init__(self):
        self.head = ""

    def answer(self, request):
        path = request.path
        if path == "/":
            return page(self._front())
        if path in {"/politics/", "/sport/"}:
            return page(self._list(path.strip("/"), 4))
        if path == "/export/all.xml" and self.head:
            return self._feed
        if path.startswith("/story/"):
            return page(story(path.rpartition("/")[2].partition(".")[0]))
        return page("not here", 404)

    def _front(self):
        menu = '<nav><a href="/politics/">Politics</a><a href="/sport/">Sport</a></nav>'
        return f"<html><head>{self.head}</head><body>{menu}{self._list('front', 3)}</body></html>"

    def _list(self, name, count):
        return "".join(
            f'<h2><a href="/story/{name}-story-{n}.html">What {name} saw of number {n}</a></h2>'
            for n in range(count)
        )

    async def _feed(self, exchange):
        paths = [f"/story/feed-story-number-{number}.html" for number in range(5)]
        await exchange.send(feed(exchange.base, paths), content_type="text/xml")


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The paths that two runs asked for, the second after the paper opened a feed."""
    folder, paper = tmp_path_factory.mktemp("paper"), Paper()
    with BadServer(paper.answer) as server:

        def run():
            asked = len(server.requests)
            crawl = start_crawl(
                folder, [server.url(HOST, "/")], names={"*": ["127.0.0.1"]}, allowed=[HOST]
            ).wait()
            assert crawl.code == 0, crawl.log
            return [request.path for request in server.requests[asked:]]

        first = run()
        paper.head = FEED
        return first, run()


def stories(paths):
    return {path.split("/")[2].partition("-")[0] for path in paths if path.startswith("/story/")}


def test_its_sections_are_found(runs):
    assert {"/politics/", "/sport/"} <= set(runs[0])
    assert stories(runs[0]) == {"front", "politics", "sport"}


def test_usual_places_are_tried_where_it_names_no_feed(runs):
    assert {"/sitemap.xml", "/rss.xml"} <= set(runs[0])
    assert not {"/sitemap.xml", "/rss.xml"} & set(runs[1])


def test_a_feed_that_it_opens_later_is_found(runs):
    assert "/export/all.xml" not in runs[0]
    assert "/export/all.xml" in runs[1]
    assert stories(runs[1]) == {"feed"}

"""What cron sees of a good site, of one whose layout changed, of a dead one, and of a mistake.

One paper over real HTTP, crawled by `scrapy crawl news` again and again while things happen to it;
each run's exit code, its last line on standard error and its report are what a mail would tell.
"""

import sys
import time
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, page, story
from crawling import start_crawl

from newscrawl.frontier import Frontier

HOST = "paper.example"
A_RUN = 24  # stories


class Paper:
    """A paper with new stories at each edition, whose pages look as ``layout`` says."""

    def __init__(self):
        self.edition = 0
        self.layout = lambda html: html

    def turn(self, layout=None):
        """Let the next edition begin, perhaps in another layout."""
        self.edition += 1
        self.layout = layout or self.layout

    def answer(self, request):
        if request.path == "/feed.xml":
            return self._feed
        if request.path.startswith("/news/"):
            name = request.path.rpartition("/")[2].partition(".")[0]
            return page(self.layout(story(name)))
        return page("not here", 404)

    def answer_out_of_order(self, request):
        """The feed is there, the pages are not."""
        is_page = request.path.startswith("/news/")
        return page("out of order", 500) if is_page else self.answer(request)

    async def _feed(self, exchange):
        first = A_RUN * self.edition
        paths = [f"/news/story-{number}.html" for number in range(first, first + A_RUN)]
        await exchange.send(feed(exchange.base, paths, dates=False), content_type="text/xml")


def drawn_by_script(html):
    """The text comes by a script, and is not in the page any more."""
    head, _, rest = html.partition("<article>")
    return f'{head}<div id="app"></div><script src="/app.js"></script>{rest[rest.index("</art") :]}'


def without_dates(html):
    """The date moved to where nobody can read it."""
    return html.replace("article:published_time", "x-time")


class Runs:
    """The paper's crawls, one after the other, all into one output folder."""

    def __init__(self, folder):
        self.folder, self.paper = folder, Paper()
        with BadServer(self.paper.answer) as self.server:
            self.good = self.run()
            self.paper.turn(without_dates)
            self.undated = self.run()
            self.paper.turn(drawn_by_script)
            self.changed = self.run()
            self.mistaken = self.run("-a", "since=yesterdayish")
            with self.lock():
                self.locked = self.run()
            self.paper.turn()
            self.server.answer = self.paper.answer_out_of_order
            self.broken = self.run()
        self.dead = self.run()
        self.private = self.run(url="http://127.0.0.1:9/feed.xml")

    @contextmanager
    def lock(self):
        """Hold the paper as another run would."""
        output = self.folder / "output"
        frontier = Frontier(output / ".frontier.sqlite3", output=output)
        frontier.start_run(f"news {HOST}", run_id="another", now=time.time(), sites={HOST})
        yield
        frontier.end_run(reason="finished", now=time.time())
        frontier.close()

    def run(self, *options, url=None):
        (self.folder / "log").unlink(missing_ok=True)
        crawl = start_crawl(
            self.folder,
            [url or self.server.url(HOST, "/feed.xml")],
            names={"*": ["127.0.0.1"]},
            allowed=[HOST],
            settings={"LOG_LEVEL": "ERROR"},
            options=("--quiet", *options),
        ).wait()
        return SimpleNamespace(code=crawl.code, mail=crawl.log, report=crawl.report)


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    return Runs(tmp_path_factory.mktemp("paper"))


@pytest.mark.parametrize(
    ("name", "code", "mail"),
    [
        pytest.param("good", 0, "", id="a good site"),
        pytest.param(
            "undated",
            3,
            "scrapy crawl news: probably broken: paper.example, date_published empty in 100% of "
            "24 pages, was 0%\n",
            id="a site whose dates are gone",
        ),
        pytest.param(
            "changed",
            3,
            "scrapy crawl news: probably broken: paper.example, text empty in 100% of 24 pages, "
            "was 0%\n",
            id="a site whose layout changed",
        ),
        pytest.param(
            "mistaken",
            1,
            "scrapy crawl: since=yesterdayish is no moment: give an age (30m, 12h, 2d, 1w) or a "
            "date (2026-11-01, 2026-11-01T08:00+05:00)\n",
            id="a wrong argument",
        ),
        pytest.param(
            "broken",
            2,
            "scrapy crawl news: probably broken: paper.example, 24 of 24 pages failed, mostly "
            "http_500\n",
            id="a site whose pages fail",
        ),
        pytest.param(
            "dead",
            2,
            "scrapy crawl news: cannot be reached: paper.example, none of 1 listings, mostly "
            "connection_refused\n",
            id="a dead site",
        ),
        pytest.param(
            "private",
            2,
            "scrapy crawl news: cannot be reached: 127.0.0.1, none of 15 listings, mostly "
            "private_address\n",
            id="a site that we may not ask",
        ),
    ],
)
def test_cron_mails_one_line_or_nothing(name, code, mail, runs):
    run = getattr(runs, name)
    assert (run.code, run.mail) == (code, mail)


def test_a_run_beside_another_could_not_start(runs):
    assert runs.locked.code == 1
    assert runs.locked.mail.count("\n") == 1
    assert "another run of news paper.example is still going" in runs.locked.mail


@pytest.mark.parametrize("name", ["undated", "changed", "broken", "dead"])
def test_the_report_holds_the_same_sentence(name, runs):
    run = getattr(runs, name)
    assert run.report["sites"][HOST]["alarms"] == [run.mail[len("scrapy crawl news: ") : -1]]


@pytest.mark.parametrize(
    ("limit", "mail"),
    [
        pytest.param({"CLOSESPIDER_TIMEOUT": 0.5}, "time than CLOSESPIDER_TIMEOUT", id="time"),
        pytest.param(
            {"MEMUSAGE_LIMIT_MB": 1, "MEMUSAGE_CHECK_INTERVAL_SECONDS": 0.5},
            "memory than MEMUSAGE_LIMIT_MB",
            id="memory",
        ),
    ],
)
def test_a_run_that_was_cut_short_fell_short(tmp_path, limit, mail):
    with BadServer(Paper().answer) as server:
        crawl = start_crawl(
            tmp_path,
            [server.url(HOST, "/feed.xml")],
            names={"*": ["127.0.0.1"]},
            allowed=[HOST],
            settings={"CONCURRENT_REQUESTS": 1, "DOWNLOAD_DELAY": 0.5, **limit},
            options=("--quiet",),
        ).wait()
    expected = f"scrapy crawl news: more {mail}: pages are left for the next run\n"
    assert crawl.code == 2
    assert crawl.log.endswith(expected)

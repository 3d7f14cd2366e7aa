"""What a paper's data set is worth once its frontier or its files are gone or damaged."""

import gzip
import json
import sqlite3
import sys
from pathlib import Path

import pytest
from processes import run_scrapy

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, page, story
from crawling import start_crawl

HOST = "paper.example"
PATHS = [f"/news/story-{number}.html" for number in range(3)]


def answer(request):
    """A paper that answers 304 to whoever has seen a page."""
    return _feed if request.path == "/feed.xml" else _page


def answer_unchanged(request):
    """One that answers 304 to everybody."""
    return _feed if request.path == "/feed.xml" else _unchanged


async def _feed(exchange):
    await exchange.send(feed(exchange.base, PATHS), content_type="text/xml")


async def _page(exchange):
    name = exchange.request.path.rpartition("/")[2]
    if exchange.request.headers.get("if-none-match") == f'"{name}"':
        await exchange.send(status=304, ETag=f'"{name}"', length="")
    elif exchange.request.path in PATHS:
        await exchange.send(story(name.partition(".")[0]), ETag=f'"{name}"')
    else:
        await page("not here", 404)(exchange)


async def _unchanged(exchange):
    await exchange.send(status=304, length="")


class Paper:
    """One paper, crawled into one folder."""

    def __init__(self, folder, server):
        self.folder, self.server = folder, server
        self.output = folder / "output"
        self.frontier = self.output / ".frontier.sqlite3"

    def crawl(self):
        (self.folder / "log").unlink(missing_ok=True)
        return start_crawl(
            self.folder,
            [self.server.url(HOST, "/feed.xml")],
            names={"*": ["127.0.0.1"]},
            allowed=[HOST],
            settings={"LOG_LEVEL": "ERROR"},
            options=("--quiet",),
        ).wait()

    def command(self, *arguments):
        return run_scrapy("frontier", *arguments, "-s", f"NEWSCRAWL_OUTPUT={self.output}")

    @property
    def files(self):
        return sorted(self.output.glob("*/*.jsonl*"))

    def ids(self):
        lines = [line for path in self.files for line in path.read_text().splitlines()]
        return [json.loads(line)["id"] for line in lines]

    def change(self, sql, *values):
        database = sqlite3.connect(self.frontier, isolation_level=None)
        database.execute(sql, values)
        database.close()


@pytest.fixture
def paper(tmp_path):
    with BadServer(answer) as server:
        yield Paper(tmp_path, server)


@pytest.fixture
def crawled(paper):
    assert paper.crawl().code == 0
    assert len(paper.ids()) == 3
    return paper


def test_what_is_fetched_again_comes_though_its_site_knows_that_we_have_seen_it(crawled):
    crawled.files[0].unlink()
    assert crawled.command("rebuild", "--refetch").returncode == 0
    assert crawled.crawl().code == 0
    assert len(crawled.ids()) == 3
    assert crawled.command("verify").returncode == 0


def test_an_answer_that_nothing_changed_is_no_article_that_was_never_saved(paper):
    paper.server.answer = answer_unchanged
    assert paper.crawl().report["sites"][HOST]["failed"] == {"http_304": 3}
    paper.server.answer = answer
    paper.change("UPDATE page SET due_at = 1")
    paper.crawl()
    assert len(paper.ids()) == 3


def test_a_rebuild_takes_what_a_packed_file_still_has(crawled):
    [file] = crawled.files
    packed = file.with_name("2020-01-01.jsonl.gz")
    packed.write_bytes(gzip.compress(file.read_bytes())[:-200])
    crawled.frontier.write_bytes(b"garbage" * 9999)
    rebuilt = crawled.command("rebuild")
    assert (rebuilt.returncode, rebuilt.stderr.count(b"is no record")) == (0, 1)
    assert b"records in 2 files, 1 bad lines" in rebuilt.stdout
    assert crawled.crawl().code == 0
    file.rename(file.with_name("2020-01-02.jsonl"))
    crawled.change("UPDATE output_file SET path = replace(path, ?, '2020-01-02.jsonl')", file.name)
    assert crawled.crawl().code == 0
    assert crawled.files == [packed, file.with_name("2020-01-02.jsonl")]


@pytest.mark.parametrize("is_empty", [False, True], ids=["deleted", "emptied"])
def test_a_frontier_that_is_gone_is_not_begun_anew_beside_its_records(crawled, is_empty):
    [file] = crawled.files
    file.rename(file.with_name("2020-01-01.jsonl"))  # the day after: nothing is written to it
    crawled.frontier.unlink()
    if is_empty:
        crawled.frontier.touch()
    run = crawled.crawl()
    assert run.code == 1
    assert run.log.count("\n") == 1
    assert "scrapy frontier rebuild" in run.log
    assert crawled.command("rebuild").returncode == 0
    assert crawled.crawl().code == 0
    assert len(crawled.ids()) == 3

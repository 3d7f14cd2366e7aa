"""A disk that takes no more ends a run at once, and for all to see."""

import json
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, page, story
from crawling import start_crawl

from newscrawl import settings

HOST = "paper.example"
PATHS = [f"/news/story-{number}.html" for number in range(3)]
FULL = Path("/dev/full")  # whatever is written fails, and it cannot be cut back either

pytestmark = pytest.mark.skipif(not FULL.exists(), reason="needs /dev/full")


def answer(request):
    if request.path == "/feed.xml":
        return _feed
    name = request.path.rpartition("/")[2].partition(".")[0]
    return page(story(name)) if request.path in PATHS else page("not here", 404)


async def _feed(exchange):
    await exchange.send(feed(exchange.base, PATHS), content_type="text/xml")


@pytest.fixture
def crawl(tmp_path):
    with BadServer(answer) as server:

        def crawl(**given):
            (tmp_path / "log").unlink(missing_ok=True)
            return start_crawl(
                tmp_path,
                [server.url(HOST, "/feed.xml")],
                names={"*": ["127.0.0.1"]},
                allowed=[HOST],
                settings={"LOG_LEVEL": "ERROR", **given},
                options=("--quiet",),
            ).wait(30)

        yield crawl


@pytest.mark.parametrize("goodbye", [{}, {"slow_goodbye.SlowGoodbye": 0}], ids=["quick", "slow"])
def test_what_cannot_be_written_nor_taken_back_ends_the_run(crawl, tmp_path, goodbye):
    folder = tmp_path / "output" / HOST
    folder.mkdir(parents=True)
    file = folder / f"{datetime.now(UTC):%Y-%m-%d}.jsonl"
    file.symlink_to(FULL)
    run = crawl(EXTENSIONS=json.dumps(settings.EXTENSIONS | goodbye))
    assert run.code == 2
    assert "scrapy crawl news: the disk is full" in run.log
    assert run.report["finish_reason"] == "disk_full"
    assert "Traceback" not in run.log
    file.unlink()
    run = crawl()
    assert run.code == 0
    assert len(run.records) == 3


def test_no_room_to_pack_is_told_and_packed_later(crawl, tmp_path):
    [record, *_] = crawl().records
    folder = tmp_path / "output" / HOST
    today = f"{record['date_downloaded'][:10]}.jsonl"
    plain = (folder / today).rename(folder / "2020-01-01.jsonl")  # a day that is over
    with closing(sqlite3.connect(tmp_path / "output" / ".frontier.sqlite3")) as database, database:
        database.execute("UPDATE output_file SET path = replace(path, ?, ?)", (today, plain.name))
    part, packed = (plain.with_name(f"{plain.name}.gz{end}") for end in (".part", ""))
    part.symlink_to(FULL)
    run = crawl(NEWSCRAWL_COMPRESS="gzip")
    assert run.code == 2
    assert "scrapy crawl news: the disk is full" in run.log
    assert "Traceback" not in run.log
    assert run.report["finish_reason"] == "disk_full"
    assert list(folder.iterdir()) == [plain]
    assert crawl(NEWSCRAWL_COMPRESS="gzip").code == 0
    assert list(folder.iterdir()) == [packed]

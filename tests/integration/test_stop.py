"""Ctrl-C on a terminal: acknowledged, and what is left comes with a later run."""

import asyncio
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from processes import ROOT

sys.path.insert(0, str(Path(__file__).parent / "hostile"))

from bad_server import BadServer
from bad_sites import feed, good, page
from crawling import start_crawl

STORIES = [f"/news/story-{number}.html" for number in range(40)]


async def story_feed(exchange):
    await exchange.send(feed(exchange.base, STORIES), content_type="text/xml")


async def slow(exchange):
    await asyncio.sleep(1)
    await good(exchange)


def answer(request, story=good):
    if request.path == "/feed.xml":
        return story_feed
    return story if request.path in STORIES else page("not here", 404)


def answer_slowly(request):
    return answer(request, slow)


def crawl_on_terminal(server, folder, signals):
    """Return exit code and screen of a crawl that gets SIGINT so often."""
    screen, its_end = pty.openpty()
    options = {
        "NEWSCRAWL_ALLOWED_HOSTS": "127.0.0.1",
        "NEWSCRAWL_OUTPUT": folder,
        "DOWNLOAD_DELAY": 0.15,
        "AUTOTHROTTLE_ENABLED": 0,
    }
    command = ["crawl", "news", "-a", f"url={server.url('127.0.0.1', '/feed.xml')}"]
    command += [part for name, value in options.items() for part in ("-s", f"{name}={value}")]
    process = subprocess.Popen([sys.executable, "-m", "scrapy", *command], stderr=its_end, cwd=ROOT)
    os.close(its_end)
    shown = ""
    for awaited in [r"[1-9] fetched", "stopping: "][:signals]:
        while not re.search(awaited, shown):
            shown += os.read(screen, 4096).decode()
        process.send_signal(signal.SIGINT)
        time.sleep(0.1)
    return process.wait(30), shown + read_all(screen)


def test_what_waits_for_its_turn_is_not_sent_any_more(tmp_path):
    asked = []

    def note(request):
        asked.append(request.path)
        return answer(request)

    with BadServer(note) as server:
        crawl = start_crawl(
            tmp_path,
            [server.url("paper.example", "/feed.xml")],
            names={"*": ["127.0.0.1"]},
            allowed=["paper.example"],
            settings={"DOWNLOAD_DELAY": 2, "CONCURRENT_REQUESTS_PER_DOMAIN": 1},
        )
        while "/feed.xml" not in asked:
            time.sleep(0.05)
        time.sleep(0.5)
        crawl.process.signal(signal.SIGTERM)
        before, began = len(asked), time.monotonic()
        crawl.wait(30)
    assert (crawl.code, len(asked)) == (0, before)
    assert time.monotonic() - began < 12  # sixteen seconds for the eight pages that waited
    site = crawl.report["sites"]["paper.example"]
    assert (site["failed"], site["refused"]) == ({}, {})
    assert crawl.stats.get("newscrawl/page/refused/stopped") is None


def read_all(screen):
    found = b""
    try:
        while data := os.read(screen, 4096):
            found += data
    except OSError:  # the other end is closed
        os.close(screen)
    return found.decode()


@pytest.mark.parametrize(
    ("signals", "code", "last"),
    [
        (1, 0, "stopped: what was not fetched is due again"),
        (2, 2, "scrapy crawl news: stopped at once: what was on its way is due again"),
    ],
    ids=["once", "twice"],
)
def test_ctrl_c_is_acknowledged(signals, code, last, tmp_path):
    with BadServer(answer_slowly) as server:
        found, shown = crawl_on_terminal(server, tmp_path, signals)
    assert re.search(r"stopping: \d+ pages on their way; Ctrl-C again stops at once", shown)
    assert last in shown
    assert found == code

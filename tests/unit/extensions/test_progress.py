"""What a terminal shows of a crawl, and what a log does."""

import asyncio
import io
import sys
from types import SimpleNamespace

import pytest
from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.utils.test import get_crawler

from newscrawl.extensions import progress
from newscrawl.extensions.progress import Progress
from newscrawl.spiders.news import AnyNewsSpider

SITES = ("a.example", "b.example")


class Screen(io.StringIO):
    """Standard error on a terminal."""

    def isatty(self):
        return True

    def shown(self):
        """Return the lines that stand on the screen, with "up so many lines and erase" obeyed."""
        lines = []
        for part in self.getvalue().split("\x1b[J"):
            written, _, up = part.partition("\x1b[")
            lines += written.splitlines()
            if up:
                del lines[-int(up.rstrip("A")) :]
        return lines


@pytest.fixture
def crawler(tmp_path, monkeypatch):
    """A crawl of two sites, looked at ten times as often."""
    monkeypatch.setattr(progress, "_TERMINAL_PAUSE", 0.01)
    monkeypatch.setattr(progress, "_LOG_PAUSE", 0.01)
    crawler = get_crawler(AnyNewsSpider, {"NEWSCRAWL_OUTPUT": str(tmp_path)})
    crawler.crawling = True
    crawler.spider = AnyNewsSpider(url=f"https://{SITES[0]}")
    for site in SITES:
        crawler.spider.tally.add(site, "candidate/new", 9)
        crawler.spider.tally.add(site, "page/fetched", 4)
    return crawler


def watch(crawler):
    """Run the extension for some looks; return the lines that stood there before the end."""

    async def run():
        extension = Progress.from_crawler(crawler)
        await crawler.signals.send_catch_log_async(signals.spider_opened, spider=crawler.spider)
        await asyncio.sleep(0.2)
        shown = sys.stderr.shown() if extension.is_live else []
        await crawler.signals.send_catch_log_async(
            signals.spider_closed, spider=crawler.spider, reason="finished"
        )
        return shown

    return asyncio.run(run())


def test_a_terminal_has_one_live_line_a_site_which_go_before_the_report(crawler, monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    lines = watch(crawler)
    assert [line.split()[:5] for line in lines] == [
        [site, "9", "found", "4", "fetched"] for site in SITES
    ]
    assert screen.getvalue().count("found") > 2 * len(SITES)
    assert screen.shown() == []


def test_a_run_that_is_told_to_stop_says_so_first(crawler, monkeypatch):
    monkeypatch.setattr(sys, "stderr", Screen())
    crawler.crawling = False
    crawler.engine = SimpleNamespace(downloader=SimpleNamespace(active={"a page"}))
    assert watch(crawler)[0].startswith("stopping: 1 pages on their way; Ctrl-C again")


def test_without_a_terminal_there_are_plain_log_lines(crawler, monkeypatch, caplog):
    caplog.set_level("INFO")
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    watch(crawler)
    assert any(
        record.message.startswith("a.example  9 found  4 fetched") for record in caplog.records
    )
    assert sys.stderr.getvalue() == ""


def test_quiet_shows_nothing():
    crawler = get_crawler(AnyNewsSpider, {"NEWSCRAWL_QUIET": True})
    with pytest.raises(NotConfigured):
        Progress.from_crawler(crawler)

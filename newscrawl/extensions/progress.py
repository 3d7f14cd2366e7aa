"""What a crawl is doing, while it does it: a live line a site on a terminal, else log lines."""

from __future__ import annotations

import asyncio
import logging
import shutil
import sys
import time
from collections.abc import Iterable
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newscrawl.health.report import format_copies, format_span
from newscrawl.health.tally import SiteTally
from newscrawl.spider import NewsSpider

logger = logging.getLogger(__name__)

# Seconds between two looks: quick enough to seem live; a log line a minute fills no disk.
_TERMINAL_PAUSE = 0.5
_LOG_PAUSE = 60.0


class Progress:
    """Shows found, fetched, saved and failed pages of each site, the speed and the time left."""

    def __init__(self, crawler: Crawler) -> None:
        if crawler.settings.getbool("NEWSCRAWL_QUIET"):
            raise NotConfigured
        self.crawler = crawler
        self.is_live = sys.stderr.isatty() and not crawler.settings["LOG_FILE"]
        self._lines = 0
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not issubclass(crawler.spidercls, NewsSpider):
            raise NotConfigured
        extension = cls(crawler)
        crawler.signals.connect(extension.opened, signals.spider_opened)
        crawler.signals.connect(extension.closed, signals.spider_closed)
        return extension

    def opened(self) -> None:
        """Begin to show."""
        self.started_at = time.monotonic()
        self._task = asyncio.ensure_future(self._watch())

    def closed(self) -> None:
        """Show the end."""
        if self._task:
            self._task.cancel()
        self._erase()

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_TERMINAL_PAUSE if self.is_live else _LOG_PAUSE)
            if self.is_live:
                self._draw()
            else:
                for line in self._describe_sites():
                    logger.info("%s", line)

    def _draw(self) -> None:
        """Write the lines over the last ones."""
        size = shutil.get_terminal_size()
        lines = list(self._describe_sites())
        if len(lines) > size.lines - 2:
            lines = [*lines[: size.lines - 3], f"… and {len(lines) - size.lines + 3} more sites"]
        self._erase()
        sys.stderr.write("".join(line[: size.columns - 1] + "\n" for line in lines))
        sys.stderr.flush()
        self._lines = len(lines)

    def _erase(self) -> None:
        if self._lines:
            sys.stderr.write(f"\x1b[{self._lines}A\x1b[J")
            self._lines = 0

    def _describe_sites(self) -> Iterable[str]:
        spider = self.crawler.spider
        assert isinstance(spider, NewsSpider)  # noqa: S101
        seconds = time.monotonic() - self.started_at
        width = max(map(len, spider.tally.sites), default=0)
        is_ending = not self.crawler.crawling
        if is_ending:
            pages = len(self.crawler.engine.downloader.active)
            yield f"stopping: {pages} pages on their way; Ctrl-C again stops at once"
        for name, site in sorted(spider.tally.sites.items()):
            line = describe_site(site, seconds, is_ending=is_ending)
            yield f"{name:<{width}}  {line}"


def describe_site(site: SiteTally, seconds: float, *, is_ending: bool = False) -> str:
    """Return one line about a site after so many seconds of a run."""
    counts = site.counts
    fetched, failed = counts["page/fetched"], site.total("page/failed/")
    speed = fetched / seconds if seconds else 0.0
    left = max(0, counts["candidate/new"] - fetched - failed - site.total("page/refused/"))
    is_open = left and speed and not is_ending
    time_left = f"  about {format_span(left / speed)} left" if is_open else ""
    return (
        f"{counts['candidate/new']} found  {fetched} fetched  "
        f"{counts['saved'] + counts['revised']} saved{format_copies(counts['copies'])}  "
        f"{failed + site.total('listing/failed/')} failed  {speed:.1f} pages/s{time_left}"
    )

"""The delay between two requests to a site: never below what a host of it asked for."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import defaultdict
from datetime import UTC, datetime
from typing import Self

from scrapy import Request, signals
from scrapy.core.downloader import Slot
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser

from newscrawl.crawling.answers import read_retry_after
from newscrawl.discovery.sites import site_of
from newscrawl.middlewares.pauses import LONGEST_BACKOFF, PausedError, StoppedError

logger = logging.getLogger(__name__)

_BUSY = {429, 503}
# Seconds. A first refusal means at least two; each further one doubles, up to a minute, and each
# good answer takes a third off again: a host that recovered is asked at the old pace after some
# ten pages.
_FIRST_BACKOFF = 2.0
_RELIEF = 0.67
# Seconds between two looks whether the run is to stop.
_LOOK = 0.1


class PoliteDelay:
    """Obeys ``Crawl-delay`` up to ``NEWSCRAWL_MAX_CRAWL_DELAY`` seconds, and slows down on 429/503.

    A long Retry-After also holds for what waits already: those requests fail, and none is sent.
    Nor is one that waits when the run is told to stop; its page or listing is due again.

    It only raises the delay that ``DOWNLOAD_DELAY`` and AutoThrottle give, hence comes after them.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.longest = crawler.settings.getfloat("NEWSCRAWL_MAX_CRAWL_DELAY")
        self.asked: defaultdict[str, float] = defaultdict(float)
        self.backoff: defaultdict[str, float] = defaultdict(float)
        self._task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        extension = cls(crawler)
        crawler.signals.connect(extension.opened, signals.spider_opened)
        crawler.signals.connect(extension.closed, signals.spider_closed)
        crawler.signals.connect(extension.read_robots, signals.robots_parsed)
        crawler.signals.connect(extension.sent, signals.request_reached_downloader)
        crawler.signals.connect(extension.answered, signals.response_downloaded)
        return extension

    def opened(self) -> None:
        """Begin to look whether the run is to stop: no signal tells of it."""
        self._task = asyncio.ensure_future(self._watch())

    def closed(self) -> None:
        """Look no more."""
        if self._task:
            self._task.cancel()

    async def _watch(self) -> None:
        while self.crawler.crawling:  # noqa: ASYNC110 - Scrapy has no event for it
            await asyncio.sleep(_LOOK)
        self._stop()

    def read_robots(self, robotparser: RobotParser, request: Request) -> None:
        """Take the delay that a robots.txt asks us for."""
        settings = self.crawler.settings
        asked = robotparser.crawl_delay(settings["ROBOTSTXT_USER_AGENT"] or settings["USER_AGENT"])
        if asked:
            key = self.crawler.engine.downloader.get_slot_key(request)
            # Of a site's hosts each may ask for another delay.
            self.asked[key] = max(self.asked[key], min(float(asked), self.longest))
            self.crawler.stats.inc_value("newscrawl/crawl_delay/obeyed")
            self._apply(key)

    def sent(self, request: Request) -> None:
        """Slow the first requests to a host down, whose rules may be those of an earlier run."""
        key = request.meta["download_slot"]
        if key in self.asked:
            self._apply(key)

    def answered(self, response: Response, request: Request) -> None:
        """Slow down for a host that is busy, and speed up again when it is not."""
        key = request.meta.get("download_slot")
        if key is None:
            return
        if response.status in _BUSY:
            asked = read_retry_after(response, now=datetime.now(UTC)) or 0.0
            pause = max(_FIRST_BACKOFF, 2 * self.backoff[key])
            if asked <= LONGEST_BACKOFF:
                pause = max(pause, asked)
            self.backoff[key] = min(pause, LONGEST_BACKOFF)
            self.crawler.stats.inc_value("newscrawl/slowed_down")
            logger.debug("%s is busy: %.0f s between requests", key, self.backoff[key])
            if asked > LONGEST_BACKOFF:
                self._pause(request, key, asked)
        elif self.backoff[key]:
            self.backoff[key] = self.backoff[key] * _RELIEF if self.backoff[key] > 0.05 else 0.0
        self._apply(key)

    def _pause(self, request: Request, key: str, seconds: float) -> None:
        frontier = getattr(self.crawler.spider, "frontier", None)
        slot: Slot | None = self.crawler.engine.downloader.slots.get(key)
        if frontier and slot:
            frontier.notes.pause(site_of(request.url), time.time() + seconds)
            _drop_waiting(slot, PausedError(key))

    def _stop(self) -> None:
        """Send nothing more: what waits for its turn would come minutes after a SIGTERM."""
        for key, slot in list(self.crawler.engine.downloader.slots.items()):
            _drop_waiting(slot, StoppedError(key))

    def _apply(self, key: str) -> None:
        slot = self.crawler.engine.downloader.slots.get(key)
        if slot is not None:
            own = self.crawler.settings.getfloat("DOWNLOAD_DELAY")
            wanted = max(own, self.asked[key], self.backoff[key])
            is_throttled = self.crawler.settings.getbool("AUTOTHROTTLE_ENABLED")
            slot.delay = max(slot.delay, wanted) if is_throttled else wanted
            if self.asked[key]:
                # Scrapy's variation of a delay would halve it now and then.
                slot.jitter = 0.0


def _drop_waiting(slot: Slot, error: IgnoreRequest) -> None:
    while slot.queue:
        _, waiting = slot.queue.popleft()
        waiting.errback(error)

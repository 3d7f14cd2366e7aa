"""Sites that asked for a long pause are asked for nothing, whatever waits for them already."""

from __future__ import annotations

import time
from typing import Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from newscrawl.discovery.sites import site_of

LONGEST_BACKOFF = 60.0
"""Seconds of a pause that a site's delay makes up for; a longer one ends its requests."""


class PausedError(IgnoreRequest):
    """A request that was not sent: its host asked us to wait."""

    reason = "paused"
    is_put_off = True


class StoppedError(IgnoreRequest):
    """A request that was not sent: the run was told to stop before its turn came."""

    reason = "stopped"


class PausesMiddleware:
    """Refuses what still lay in Scrapy's queue when a site sent a long Retry-After."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        frontier = getattr(self.crawler.spider, "frontier", None)
        if frontier and frontier.notes.paused_until(
            site_of(request.url), time.time() + LONGEST_BACKOFF
        ):
            raise PausedError(request.url)

"""robots.txt by RFC 9309: a server that cannot tell its rules is not crawled until it can."""

from __future__ import annotations

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.http import Response
from scrapy.robotstxt import RobotParser


class RobotsUnreachableError(Exception):
    """The host's robots.txt could not be read: its pages wait for a later run."""

    slug = "robots_unreachable"


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's own, which takes "no answer" for "all is allowed"; the standard says the contrary.

    4xx means that there are no rules; 429, 5xx and a broken connection that we do not know them
    (RFC 9309, 2.3.1.3 and 2.3.1.4).
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._unreachable: set[str] = set()

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what the rules forbid, and put off what they may forbid."""
        if request.url.split("/", 3)[2] in self._unreachable:
            raise RobotsUnreachableError(request.url)
        super().process_request_2(rp, request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status == 429 or response.status >= 500:
            self._put_off(netloc)
        await super()._parse_robots(response, netloc, request)

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._put_off(netloc)
        super()._robots_error(exc, netloc)

    def _put_off(self, netloc: str) -> None:
        self._unreachable.add(netloc)
        self.crawler.stats.inc_value("newscrawl/robots/unreachable")

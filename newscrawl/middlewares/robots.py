"""robots.txt by RFC 9309: a server that cannot tell its rules is not crawled until it can."""

from __future__ import annotations

import asyncio
import logging
import re
import time
from collections import defaultdict

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.robotstxt import RobotsTxtMiddleware
from scrapy.exceptions import IgnoreRequest, StopDownload
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.misc import build_from_crawler

from newscrawl.crawling.answers import explain_error, read_header
from newscrawl.frontier.notes import Notes

logger = logging.getLogger(__name__)

# Bytes of a robots.txt that are read; RFC 9309, 2.5, wants 500 KiB at least. More rules would slow
# down every request: each is matched against all of them.
_MAXSIZE = 512 * 1024
# Seconds that rules are used for; RFC 9309, 2.4, wants no more than a day. A run every half hour
# would ask 47 times in vain.
_LIFETIME = 24 * 3600.0
_NOTE = "robots.txt"  # where the frontier keeps them
_KEPT = {200, 404, 410}  # others, such as a refusal, may be answered otherwise by the next run
_MAX_AGE = re.compile(r"max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_TO_KEEP = re.compile(r"no-(?:cache|store)", re.IGNORECASE)


class RobotsUnreachableError(Exception):
    """The host's robots.txt could not be read: its pages wait for a later run."""

    is_put_off = True

    def __init__(self, url: str, cause: str) -> None:
        super().__init__(url)
        self.slug = f"robots_{cause}"


class RobotsMiddleware(RobotsTxtMiddleware):
    """Scrapy's own, which takes "no answer" for "all is allowed"; the standard says the contrary.

    4xx means that there are no rules; 429, 5xx and a broken connection that we do not know them
    (RFC 9309, 2.3.1.3 and 2.3.1.4). What was read is kept in the frontier for a day, or for as long
    as ``Cache-Control`` allows if that is less.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        # Why the rules of a host are not known, by host.
        self._unreachable: dict[str, str] = {}
        # Of requests that wait for one robots.txt Scrapy (2.19) tells the first its rules, and each
        # one after it None, which means that all is allowed: here one asks and the others look.
        self._asking: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        crawler.signals.connect(self.stop_at_the_limit, signals.bytes_received)

    def stop_at_the_limit(self, data: bytes, request: Request) -> None:
        """End the download of an endless robots.txt, and keep what has come of it."""
        if request.meta.get("dont_obey_robotstxt"):
            received = request.meta.get("newscrawl_received", 0) + len(data)
            request.meta["newscrawl_received"] = received
            if received > _MAXSIZE:
                self.crawler.stats.inc_value("newscrawl/robots/truncated")
                raise StopDownload(fail=False)

    def process_request_2(self, rp: RobotParser | None, request: Request) -> None:
        """Refuse what the rules forbid, and put off what they may forbid."""
        if cause := self._unreachable.get(urlparse_cached(request).netloc):
            raise RobotsUnreachableError(request.url, cause)
        super().process_request_2(rp, request)

    async def robot_parser(self, request: Request) -> RobotParser | None:
        """Return the rules of a host, as it told them to an earlier run if that is not long ago."""
        netloc = urlparse_cached(request).netloc
        async with self._asking[netloc]:
            if netloc not in self._parsers and (rules := self._recall(netloc)) is not None:
                parser = build_from_crawler(self._parserimpl, self.crawler, rules.encode())
                self._parsers[netloc] = parser
                self.crawler.stats.inc_value("newscrawl/robots/remembered")
                await self.crawler.signals.send_catch_log_async(
                    signals.robots_parsed, robotparser=parser, request=request
                )
            return await super().robot_parser(request)

    async def _parse_robots(self, response: Response, netloc: str, request: Request) -> None:
        if response.status == 429 or response.status >= 500:
            self._put_off(netloc, f"http_{response.status}")
        if response.status >= 400:
            response = response.replace(body=b"")
        elif len(response.body) > _MAXSIZE:
            response = response.replace(body=response.body[:_MAXSIZE].rpartition(b"\n")[0])
        self._keep(response, netloc)
        await super()._parse_robots(response, netloc, request)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Say in one line that a robots.txt cannot be had; Scrapy's own log shows a traceback."""
        if request.meta.get("dont_obey_robotstxt"):
            logger.warning("%s: %s; the host waits for a later run", request.url, exception)
            raise IgnoreRequest(str(exception)) from exception

    def _robots_error(self, exc: Exception, netloc: str) -> None:
        self._put_off(netloc, explain_error(exc.__cause__ or exc).slug)
        super()._robots_error(exc, netloc)

    def _put_off(self, netloc: str, cause: str) -> None:
        self._unreachable[netloc] = cause
        self.crawler.stats.inc_value("newscrawl/robots/unreachable")

    def _keep(self, response: Response, netloc: str) -> None:
        lifetime = _lifetime(response)
        if lifetime and response.status in _KEPT and self._notes:
            now = time.time()
            note = {"rules": response.body.decode(errors="replace"), "until": now + lifetime}
            self._notes.keep(_NOTE, netloc, note, now)

    def _recall(self, netloc: str) -> str | None:
        note = self._notes.recall(_NOTE, netloc) if self._notes else None
        if not note:
            return None
        # Rules for longer than their lifetime were read when the clock was ahead.
        return note["rules"] if 0 < note["until"] - time.time() <= _LIFETIME else None

    @property
    def _notes(self) -> Notes | None:
        """What the frontier remembers; nothing when a page is only looked at."""
        frontier = getattr(self.crawler.spider, "frontier", None)
        return frontier.notes if frontier else None


def _lifetime(response: Response) -> float:
    """Return the seconds that a robots.txt may be used for."""
    told = read_header(response, "Cache-Control") or ""
    if _NOT_TO_KEEP.search(told):
        return 0.0
    age = _MAX_AGE.search(told)
    return min(float(age[1]), _LIFETIME) if age else _LIFETIME

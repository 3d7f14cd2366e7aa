"""The first gate of every request: only HTTP, only to the open internet."""

from __future__ import annotations

from typing import Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.utils.reactor import is_reactor_installed

from newscrawl.crawling.reach import refuse_host
from newscrawl.crawling.resolver import PublicResolver
from newscrawl.discovery.addresses import MAX_URL_LENGTH
from newscrawl.discovery.sites import is_on

# Bytes that a robots.txt may announce or unpack to; RobotsMiddleware stops long before.
_ROBOTS_MAXSIZE = 64 * 1024 * 1024


class Refused(IgnoreRequest):
    """A request that is not sent, with the slug of the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ReachMiddleware:
    """Refuses other schemes, addresses that are not public, and redirects to other sites.

    ``NEWSCRAWL_ALLOWED_HOSTS`` names exceptions. Names that resolve to such addresses are refused
    by :class:`newscrawl.crawling.resolver.PublicResolver`.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.allowed = frozenset(crawler.settings.getlist("NEWSCRAWL_ALLOWED_HOSTS"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        middleware = cls(crawler)
        crawler.signals.connect(middleware.guard_connections, signals.engine_started)
        return middleware

    def guard_connections(self) -> None:
        """Check every address at the moment of its connection.

        Scrapy's setting for a resolver belongs to the process and knows nothing of a spider's
        settings, hence from here. Without a Twisted reactor only names are checked.
        """
        if is_reactor_installed():
            from twisted.internet import reactor  # noqa: PLC0415  importing it installs one

            PublicResolver.from_crawler(self.crawler, reactor).install_on_reactor()

    def process_request(self, request: Request) -> None:
        if request.meta.get("dont_obey_robotstxt"):
            # The rules of a host may lie on another one (RFC 9309, 2.3.1.2).
            request.meta["allow_offsite"] = True
            request.meta["download_maxsize"] = _ROBOTS_MAXSIZE
        reason = self._reason_against(request.url) or self._leaves_site(request)
        if reason:
            self.crawler.stats.inc_value(f"newscrawl/refused/{reason}")
            raise Refused(reason)

    def _reason_against(self, url: str) -> str | None:
        if len(url) > MAX_URL_LENGTH:
            return "url_too_long"
        try:
            parts = urlsplit(url)
            host = parts.hostname or ""
        except ValueError:
            return "broken_url"
        if parts.scheme not in ("http", "https"):
            return "scheme"
        return refuse_host(host, allowed=self.allowed)

    def _leaves_site(self, request: Request) -> str | None:
        """Tell a redirect to another site, which Scrapy's own guard lets pass with dont_filter."""
        if request.meta.get("allow_offsite") or not request.meta.get("redirect_times"):
            return None
        domains = getattr(self.crawler.spider, "allowed_domains", None) or ()
        return None if is_on(request.url, domains) else "offsite"

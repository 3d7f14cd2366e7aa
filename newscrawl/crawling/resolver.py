"""A resolver that connects to public addresses only."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Self

from scrapy.crawler import Crawler
from scrapy.resolver import CachingThreadedResolver
from twisted.internet.base import ReactorBase
from twisted.internet.defer import Deferred
from twisted.internet.error import DNSLookupError

from newscrawl.crawling.reach import is_public

logger = logging.getLogger(__name__)


class PublicResolver(CachingThreadedResolver):
    """Scrapy's resolver, which refuses names that lead to addresses not of the open internet.

    The address that is checked here is the one that is connected to, so a name that answers
    differently the second time gains nothing. ``NEWSCRAWL_ALLOWED_HOSTS`` names exceptions, the
    proxy's host among them if there is one.
    """

    allowed: frozenset[str] = frozenset()
    crawler: Crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> Self:
        """Return the resolver with the hosts that the settings allow."""
        resolver = super().from_crawler(crawler, reactor)
        resolver.allowed = frozenset(crawler.settings.getlist("NEWSCRAWL_ALLOWED_HOSTS"))
        resolver.crawler = crawler
        return resolver

    def getHostByName(self, name: str, timeout: Sequence[int] = ()) -> Deferred[str]:  # noqa: N802
        """Return the address of a host; it fails with DNSLookupError for one that is refused."""
        return super().getHostByName(name, timeout).addCallback(self._check, name)

    def _check(self, address: str, name: str) -> str:
        if name in self.allowed or is_public(address):
            return address
        self.crawler.stats.inc_value("newscrawl/refused/private_address")
        logger.debug("%s leads to %s: refused", name, address)
        raise DNSLookupError(f"{name} leads to {address}, which is not of the open internet")

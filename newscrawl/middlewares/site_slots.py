"""One queue for all hosts of a site: they share a server more often than not."""

from __future__ import annotations

from scrapy import Request

from newscrawl.discovery.sites import site_of


class SiteSlotsMiddleware:
    """Gives a site's hosts one download slot, hence one delay and one number of requests at a time.

    A robots.txt and a redirect wait in it as well.
    """

    def process_request(self, request: Request) -> None:
        request.meta["download_slot"] = site_of(request.url)

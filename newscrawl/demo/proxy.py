"""A downloader middleware that sends a whole crawl to the demo's server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from scrapy import Request, signals

from newscrawl.demo.server import DemoServer, start_demo_server

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class DemoProxyMiddleware:
    """Serves the demo's world during a crawl and makes it the proxy of every request.

    With the setting ``NEWSCRAWL_DEMO_URL`` it uses a server that runs already. Its place is before
    Scrapy's own ``HttpProxyMiddleware`` (750).
    """

    def __init__(self, url: str | None) -> None:
        self.url = url
        self.server: DemoServer | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware, its server bound to the life of the crawl."""
        middleware = cls(crawler.settings["NEWSCRAWL_DEMO_URL"])
        crawler.signals.connect(middleware.start, signals.engine_started)
        crawler.signals.connect(middleware.stop, signals.engine_stopped)
        return middleware

    def start(self) -> None:
        """Start serving, unless somebody else does."""
        if self.url is None:
            self.server = start_demo_server()
            self.url = self.server.url

    async def stop(self) -> None:
        """Stop serving."""
        if self.server is not None:
            await self.server.stop()

    def process_request(self, request: Request) -> None:
        """Send the request to the demo's server."""
        request.meta["proxy"] = self.url

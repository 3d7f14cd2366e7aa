"""Redirects in circles: an address that was asked answers the same again, but for a cookie."""

from __future__ import annotations

from typing import Self
from urllib.parse import urldefrag, urljoin

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from w3lib.url import safe_url_string

from newscrawl.middlewares.reach import Refused

_REDIRECTS = {301, 302, 303, 307, 308}


class CirclesMiddleware:
    """Refuses to ask an address again that a chain of redirects came through.

    With ``COOKIES_ENABLED`` it is asked once more: the answer may have come with a cookie.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("REDIRECT_ENABLED"):
            raise NotConfigured
        self.keeps_cookies = crawler.settings.getbool("COOKIES_ENABLED")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        location = response.headers.get("Location")
        if response.status in _REDIRECTS and location:
            target = urldefrag(urljoin(request.url, safe_url_string(location))).url
            asked = [request.url, *request.meta.get("redirect_urls", ())]
            times = sum(urldefrag(url).url == target for url in asked)
            if times > self.keeps_cookies:
                wants_cookie = "Set-Cookie" in response.headers and not self.keeps_cookies
                raise Refused("wants_cookie" if wants_cookie else "redirects")
        return response

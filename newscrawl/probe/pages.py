"""The page to look at: a saved file, or one fetched as a crawl would fetch it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from newscrawl.crawling.answers import describe_http, explain_error, explain_slug, read_charset
from newscrawl.crawling.user_agent import name_contact
from newscrawl.extraction.page.media_kinds import is_binary
from newscrawl.items import Http

# A tag, a comment or a doctype; what has none of them in its first bytes is not HTML.
_MARKUP = re.compile(rb"<[a-zA-Z!?/]")
_MARKUP_BYTES = 64 * 1024


class ProbeError(Exception):
    """There is no page to look at; the message says why, in one line."""


@dataclass(slots=True)
class SourcePage:
    """A page's bytes and what its response said of them."""

    body: bytes
    url: str
    requested_url: str
    charset: str | None = None
    http: Http = field(default_factory=Http)


def read_file(path: Path, *, url: str = "") -> SourcePage:
    """Return a saved page; raises ProbeError if it cannot be read or is not HTML."""
    try:
        body = path.read_bytes()
    except OSError as error:
        raise ProbeError(f"{path}: {error.strerror or error}") from error
    if not is_markup(body):
        raise ProbeError(f"{path}: not HTML")
    return SourcePage(body, url, url)


def is_markup(body: bytes) -> bool:
    """Whether there is a tag in the first bytes, in ASCII or UTF-16, and they are text."""
    return not is_binary(body) and bool(_MARKUP.search(body[:_MARKUP_BYTES].replace(b"\x00", b"")))


class ProbeSpider(Spider):
    """Fetches one page under the project's settings: its user agent, robots.txt, limits."""

    name = "probe"

    def __init__(self, *, url: str, results: list[SourcePage | ProbeError]) -> None:
        super().__init__()
        self._url = url
        self._results = results

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """One page is asked for once, and nothing is stored."""
        super().update_settings(settings)
        name_contact(settings)
        settings.setdict(
            {
                "ITEM_PIPELINES": {},
                "RETRY_ENABLED": False,
                "DOWNLOAD_DELAY": 0,
                "AUTOTHROTTLE_ENABLED": False,
            },
            priority="spider",
        )

    async def start(self) -> AsyncIterator[Request]:
        """Yield the only request."""
        yield Request(self._url, callback=self.parse, errback=self.fail, dont_filter=True)

    def parse(self, response: Response) -> None:
        """Take the page over, if it is one."""
        http = describe_http(response, encoding=None)
        if not is_markup(response.body):
            kind = http.content_type or "no content type"
            self._results.append(ProbeError(f"{response.url}: not HTML but {kind}"))
            return
        page = SourcePage(
            response.body, response.url, self._url, charset=read_charset(response), http=http
        )
        self._results.append(page)

    def fail(self, failure: Failure) -> None:
        """Say in one line why there is no page."""
        slug = explain_error(failure.value).slug
        self._results.append(ProbeError(f"{self._url}: {_explain(slug)}"))


def _explain(slug: str) -> str:
    """Return in words why a page could not be had.

    >>> _explain("http_404"), _explain("robots_dns")
    ('HTTP 404', 'no robots.txt: the host name cannot be resolved')
    """
    hint = " (to look all the same: -s ROBOTSTXT_OBEY=0)" if slug == "robots_txt" else ""
    return (explain_slug(slug) or slug.replace("http_", "HTTP ")) + hint

"""Answers that are no page: what a guard sends in its place, and pictures sent as pages."""

from __future__ import annotations

from scrapy import Request
from scrapy.http import Response

from newscrawl.extraction.page.media_kinds import is_binary
from newscrawl.extraction.verdict.block_pages import is_block_page
from newscrawl.middlewares.reach import Refused

# What a page or a guard is sent with; a 404 is gone whatever it says.
_LOOKED_AT = {200, 202, 401, 403, 405, 406, 429, 503}


class BlockedError(Exception):
    """A guard stands before the page: it waits for a later run."""

    slug = "blocked"


class EmptyBodyError(Exception):
    """A page was answered with nothing at all: it waits for a later run."""

    slug = "empty_body"


class ObstacleMiddleware:
    """Fails requests whose answer is no page, so that none is saved, and each is counted.

    A page behind a captcha and an empty one are asked for again in a later run; a picture or a PDF
    is not.
    """

    def process_response(self, request: Request, response: Response) -> Response:
        is_robots_txt = request.meta.get("dont_obey_robotstxt")
        if not is_robots_txt and response.status in _LOOKED_AT:
            if is_block_page(response.body):
                raise BlockedError(response.url)
            # Listings may be packed; what they are, is told by their content.
            if response.status == 200 and "due" in request.cb_kwargs:
                _check_page(response)
        return response


def _check_page(response: Response) -> None:
    if not response.body.strip():
        raise EmptyBodyError(response.url)
    if is_binary(response.body):
        raise Refused("no_html")

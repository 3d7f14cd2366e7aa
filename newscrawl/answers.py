"""What a response's headers say, and what a failed request means for its page."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure
from w3lib.encoding import http_content_type_encoding

from newscrawl.items import Http

_GONE = {404, 410}


class Answer(NamedTuple):
    """A failed request, explained."""

    slug: str
    """For counting: "http_503", "robots_txt", "DownloadTimeoutError"."""
    is_gone: bool = False
    """The page does not exist any more."""
    is_refused: bool = False
    """We do not fetch it: robots.txt, another site, an address we refuse."""
    retry_after: float | None = None
    """Seconds the site asked us to wait."""


def explain_failure(failure: Failure) -> Answer:
    """Return what the failure of a request means for its page."""
    error = failure.value
    if isinstance(error, HttpError):
        status = error.response.status
        return Answer(
            f"http_{status}",
            is_gone=status in _GONE,
            retry_after=read_retry_after(error.response, now=datetime.now(UTC)),
        )
    if isinstance(error, IgnoreRequest):
        slug = getattr(error, "reason", None) or _refusal_slug(str(error))
        return Answer(slug, is_refused=True)
    return Answer(type(error).__name__)


def read_retry_after(response: Response, *, now: datetime) -> float | None:
    """Return the seconds of a Retry-After header, given as seconds or as a date; None without."""
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())


def read_header(response: Response, name: str) -> str | None:
    """Return a header's value, None if it was not sent."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def read_charset(response: Response) -> str | None:
    """Return the encoding that the Content-Type header declares, None if it declares none."""
    return http_content_type_encoding(read_header(response, "Content-Type") or "")


def read_validators(response: Response) -> dict[str, str | None]:
    """Return ``etag`` and ``last_modified`` as sent, None where not."""
    return {
        "etag": read_header(response, "ETag"),
        "last_modified": read_header(response, "Last-Modified"),
    }


def conditional_headers(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """Return the headers that ask for a page only if it changed; empty without validators."""
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in headers.items() if value}


def describe_http(response: Response, *, encoding: str | None) -> Http:
    """Return what a record keeps of the response it was made from."""
    return Http(
        status=response.status,
        content_type=read_header(response, "Content-Type"),
        encoding=encoding,
        **read_validators(response),
    )


def _refusal_slug(message: str) -> str:
    lowered = message.lower()
    if "robots.txt" in lowered:
        return "robots_txt"
    return "offsite" if "offsite" in lowered else "refused"

"""What a response's headers say, and what a failed request means for its page."""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import ConnectionDone, ConnectionLost
from w3lib.encoding import http_content_type_encoding

from newscrawl.extraction.metadata.opt_outs import read_opt_outs
from newscrawl.items import Http

_GONE = {404, 410}
_BUSY = {429, 503}
# Seconds of a Retry-After that are believed: one bad answer must not silence a site for years.
_LONGEST_RETRY_AFTER = 24 * 3600.0
# What a failed download counts as; all others as the name of their class.
_SLUGS: dict[type[BaseException], str] = {
    CannotResolveHostError: "dns",
    DownloadConnectionRefusedError: "connection_refused",
    DownloadTimeoutError: "timeout",
    # Cancelled by the limit of its size, and by nothing else.
    DownloadCancelledError: "too_large",
    ResponseDataLossError: "truncated",
    zlib.error: "broken_encoding",
    EOFError: "broken_encoding",
}
# Exceptions of the decompressors, which are Scrapy's choice and not ours to import.
_DECOMPRESSORS = ("brotli", "brotlicffi", "zstd", "compression.zstd", "backports.zstd", "gzip")
# Refusals of Scrapy's own, by words of their messages.
_REFUSALS = (
    ("robots.txt", "robots_txt"),
    ("offsite", "offsite"),
    ("max redirections", "redirects"),
    ("during decompression", "too_large"),
)


_ALLOW = "if it may be asked, name the host in NEWSCRAWL_ALLOWED_HOSTS"
_WORDS = {
    "dns": "the host name cannot be resolved",
    "connection_refused": "the connection was refused",
    "timeout": "no answer in time",
    "certificate": (
        "its certificate cannot be trusted: have it mended, or give its http:// address in "
        "start_urls or -a url="
    ),
    "private_address": f"not an address of the open internet; {_ALLOW}",
    "local_name": f"a name of this machine or its network; {_ALLOW}",
    "robots_txt": "robots.txt forbids it",
    "wants_cookie": "the site wants a cookie: try -s COOKIES_ENABLED=True",
}


class Answer(NamedTuple):
    """A failed request, explained."""

    slug: str
    """For counting: "http_503", "robots_txt", "timeout", "certificate", "too_large"."""
    is_gone: bool = False
    """The page does not exist any more."""
    is_refused: bool = False
    """We do not fetch it: robots.txt, another site, an address we refuse, a body too large."""
    is_put_off: bool = False
    """It comes again at no cost: its host asked us to wait, or cannot tell its rules."""
    retry_after: float | None = None
    """Seconds the site asked us to wait."""

    @property
    def outcome(self) -> str:
        """What it counts as: "refused" is our own choice, "failed" the site's fault."""
        return "refused" if self.is_refused else "failed"


def explain_error(error: BaseException | None) -> Answer:
    """Return what the exception that ended a request means for its page."""
    if isinstance(error, HttpError):
        status = error.response.status
        return Answer(
            f"http_{status}",
            is_gone=status in _GONE,
            retry_after=_retry_after(error.response),
        )
    is_put_off = getattr(error, "is_put_off", False)
    if isinstance(error, IgnoreRequest):
        slug = getattr(error, "reason", None) or _refusal_slug(str(error))
        return Answer(slug, is_refused=True, is_put_off=is_put_off)
    slug = _download_slug(error)
    return Answer(slug, is_refused=slug == "too_large", is_put_off=is_put_off)


def explain_slug(slug: str) -> str:
    """Return in words why a page could not be had, and what to do; "" where the slug says all.

    >>> explain_slug("robots_dns"), explain_slug("http_404")
    ('no robots.txt: the host name cannot be resolved', '')
    """
    if slug in _WORDS or not slug.startswith("robots_"):
        return _WORDS.get(slug, "")
    cause = slug.removeprefix("robots_")
    return f"no robots.txt: {explain_slug(cause) or cause.replace('http_', 'HTTP ')}"


def read_retry_after(response: Response, *, now: datetime) -> float | None:
    """Return the seconds of a Retry-After header, given as seconds or as a date; None without.

    At most a day.
    """
    value = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if value.isdecimal():
        return min(float(value[:9]), _LONGEST_RETRY_AFTER)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return min(max(0.0, (moment - now).total_seconds()), _LONGEST_RETRY_AFTER)


def read_header(response: Response, name: str) -> str | None:
    """Return a header's value, None if it was not sent."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def read_header_opt_outs(response: Response) -> list[str]:
    """Return what the headers ask others not to do with the page, as slugs."""
    names = ("X-Robots-Tag", "TDM-Reservation")
    stated = {
        name.lower(): [value.decode("latin-1") for value in response.headers.getlist(name)]
        for name in names
    }
    return read_opt_outs(stated)


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


def _retry_after(response: Response) -> float | None:
    return read_retry_after(response, now=datetime.now(UTC)) if response.status in _BUSY else None


def _refusal_slug(message: str) -> str:
    lowered = message.lower()
    return next((slug for words, slug in _REFUSALS if words in lowered), "refused")


def _download_slug(error: BaseException | None) -> str:
    if isinstance(error, DownloadFailedError):
        return _failed_slug(error)
    if type(error).__module__.startswith(_DECOMPRESSORS):
        return "broken_encoding"
    slug = next((slug for kind, slug in _SLUGS.items() if isinstance(error, kind)), None)
    return slug or getattr(error, "slug", None) or type(error).__name__


def _failed_slug(error: DownloadFailedError) -> str:
    """Tell a certificate we do not trust from an answer that is no HTTP and a lost connection."""
    reasons = getattr(error.__cause__, "reasons", ())
    text = " ".join(repr(reason.value) for reason in reasons)
    if "certificate" in text.lower() or "VerificationError" in text:
        return "certificate"
    is_lost = any(isinstance(r.value, ConnectionLost | ConnectionDone) for r in reasons)
    return "connection_lost" if is_lost else "broken_answer"

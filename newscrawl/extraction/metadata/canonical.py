"""The address that a page claims for itself, when the claim is plausible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from newscrawl.discovery.urls import is_plausible_canonical, resolve_link
from newscrawl.extraction.page.json_ld import as_list
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page

# Where sites are built and tried: "localhost", "staging.bernpost.example".
_WORKSHOP = re.compile(
    r"localhost|127\.[\d.]+|0\.0\.0\.0|(?:stag(?:e|ing)|stg|dev|test|uat|pre-?(?:prod|view))\d?"
    r"[.-][\w-]+\.[\w.-]+"
)


def read_canonical_url(page: Page, structured: Structured) -> tuple[str | None, str]:
    """Return the claimed address and its source; None if it is absent or implausible.

    A page whose own address is not known is believed all but a homepage.
    """
    for claim, source in _claims(structured):
        url = resolve_link(claim, page.base_url or page.url)
        if url and _is_workshop(url, page.url):
            continue
        if url and is_plausible_canonical(url, page.url or url, elsewhere=True):
            return url, source
    return None, ""


def _is_workshop(url: str, own: str) -> bool:
    """Return whether an address is that of a host for trials, which the page's own is not."""
    host = urlsplit(url).hostname or ""
    return _WORKSHOP.fullmatch(host) is not None and host not in own


def _claims(structured: Structured) -> Iterator[tuple[str, str]]:
    for href in structured.links.get("canonical", ()):
        yield href, "link"
    for content in structured.meta.get("og:url", ()):
        yield content, "meta og:url"
    for value in as_list(structured.article.get("mainEntityOfPage")):
        claim = value.get("@id") if isinstance(value, dict) else value
        if isinstance(claim, str):
            yield claim, "json_ld"
    if isinstance(url := structured.article.get("url"), str):
        yield url, "json_ld"

"""The address that a page claims for itself, when the claim is plausible."""

from __future__ import annotations

from collections.abc import Iterator

from newscrawl.discovery.urls import is_plausible_canonical, resolve_link
from newscrawl.extraction.page.json_ld import as_list
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page


def read_canonical_url(page: Page, structured: Structured) -> tuple[str | None, str]:
    """Return the claimed address and its source; None if it is absent or implausible.

    A page whose own address is not known is believed all but a homepage.
    """
    for claim, source in _claims(structured):
        url = resolve_link(claim, page.base_url or page.url)
        if url and is_plausible_canonical(url, page.url or url, elsewhere=True):
            return url, source
    return None, ""


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

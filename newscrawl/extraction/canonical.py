"""The address that a page claims for itself, when the claim is plausible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urljoin, urlsplit

from newscrawl.discovery.urls import site_of
from newscrawl.extraction.json_ld import as_list
from newscrawl.extraction.page import Page
from newscrawl.extraction.structured import Structured

_ID = re.compile(r"\d{4,}")
_SLUG_WORD = re.compile(r"[^\W\d_]{3,}")
# Parameters that name the article: without them the address is that of the list.
_ID_PARAMETER = re.compile(r"&(?:\w*id|p|article|story|news|post|item|doc)=[\w-]", re.IGNORECASE)
_HOMEPAGE = re.compile(r"/?(?:[a-z]{2}(?:[-_][a-z]{2})?/?|index\.\w+|home/?|amp/?)?", re.IGNORECASE)


def read_canonical_url(page: Page, structured: Structured) -> tuple[str | None, str]:
    """Return the claimed address and its source; None if it is absent or implausible."""
    for claim, source in _claims(structured):
        url = _absolute(claim, page.base_url or page.url)
        if url and is_plausible(url, page.url):
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


def _absolute(claim: str, base: str) -> str | None:
    try:
        url = urljoin(base, claim.strip()).partition("#")[0]
        parts = urlsplit(url)
        valid = parts.scheme in {"http", "https"} and "." in (parts.hostname or "")
    except ValueError:
        return None
    return url if valid and not re.search(r"\s", url) else None


def is_plausible(claim: str, url: str) -> bool:
    """Return whether a page at ``url`` may call itself ``claim``: no homepage, no other article.

    >>> is_plausible("https://a.example/", "https://a.example/2019/snow-in-bern")
    False
    """
    claimed, actual = urlsplit(claim), urlsplit(url)
    if _HOMEPAGE.fullmatch(claimed.path) and not claimed.query:
        return not url or bool(_HOMEPAGE.fullmatch(actual.path) and not actual.query)
    if not url:
        return True
    same_path = unquote(claimed.path).strip("/") == unquote(actual.path).strip("/")
    if same_path:
        return bool(claimed.query) or not _ID_PARAMETER.search(f"&{actual.query}")
    if site_of(claim) != site_of(url):
        return _slug_agrees(claimed.path, actual.path)
    return _may_be_same_article(f"{claimed.path}?{claimed.query}", f"{actual.path}?{actual.query}")


def _may_be_same_article(claimed: str, actual: str) -> bool:
    ids, other_ids = set(_ID.findall(claimed)), set(_ID.findall(actual))
    if ids & other_ids:
        return True
    words = _SLUG_WORD.findall(unquote(actual))
    return len(words) < 3 or _slug_agrees(claimed, actual)


def _slug_agrees(one: str, other: str) -> bool:
    """Return whether at least half of the words of the shorter address are in the other one."""
    words, others = (set(_SLUG_WORD.findall(unquote(path).lower())) for path in (one, other))
    return len(words & others) * 2 >= max(1, min(len(words), len(others)))

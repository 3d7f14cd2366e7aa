"""Where a request for an article ended: at the article, wherever it lies now, or somewhere else."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import urlsplit

from scrapy.http import Response

from newscrawl.discovery.urls import article_key, is_plausible_canonical
from newscrawl.fingerprints import words
from newscrawl.frontier import Due
from newscrawl.items import Article

_PERMANENT = {301, 308}
# Where a page itself states its date.
_PAGE_DATES = {"json_ld", "meta", "time", "rules", "text"}
# Words that a headline of a listing and a page must share, beside two thirds of the longer: fewer
# are shared by chance ("of the town").
_SHARED_WORDS = 3


class _Hop(NamedTuple):
    before: str
    after: str
    status: int


def identify(response: Response, article: Article, due: Due) -> str | None:
    """Return the key of the article that a page is, None for a page shown in its stead.

    A site that sends us elsewhere for the time being (302, 303, 307) or to its home page shows us a
    notice, a log-in, a list, unless something tells that it is the article that was asked for: the
    address it claims, its headline, or the address we ended at if the page states a date: notices
    do not.
    """
    canonical = article.canonical_url
    if not _is_diverted(response):
        return article_key(response.url, canonical)
    if _is_home(response.url):
        return None
    if canonical and is_plausible_canonical(canonical, due.url):
        return article_key(due.url, canonical)
    if _has_headline(article, due) or (
        article.date_source in _PAGE_DATES and is_plausible_canonical(response.url, due.url)
    ):
        return article_key(response.url, canonical)
    return None


def _is_diverted(response: Response) -> bool:
    hops = list(_hops(response))
    if not hops or article_key(hops[0].before) == article_key(hops[-1].after):
        return False
    return any(
        (hop.status not in _PERMANENT or _is_home(hop.after))
        and article_key(hop.before) != article_key(hop.after)
        for hop in hops
    )


def _hops(response: Response) -> Iterator[_Hop]:
    urls = [*response.meta.get("redirect_urls", ()), response.url]
    for (before, after), status in zip(
        pairwise(urls), response.meta.get("redirect_reasons", ()), strict=False
    ):
        yield _Hop(before, after, status)


def _is_home(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.path.strip("/") and not parts.query


def _has_headline(article: Article, due: Due) -> bool:
    """Whether the page has the headline that the listing told."""
    told, own = set(words(due.candidate.title or "")), set(words(article.title))
    shared = len(told & own)
    return shared >= _SHARED_WORDS and 3 * shared >= 2 * max(len(told), len(own))

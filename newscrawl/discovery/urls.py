"""Addresses: one clean form to fetch, one key for an article, its site, its day."""

from newscrawl.discovery.addresses import normalize_url, resolve_link
from newscrawl.discovery.identity import article_key, is_plausible_canonical
from newscrawl.discovery.sites import site_of
from newscrawl.discovery.url_dates import url_date, url_span

__all__ = [
    "article_key",
    "is_plausible_canonical",
    "normalize_url",
    "resolve_link",
    "site_of",
    "url_date",
    "url_span",
]

"""Any listing in, candidates out: what it is, is told by its content, not by its name."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from newscrawl.discovery.candidates import Candidate, Listing, ListingLink
from newscrawl.discovery.feeds import read_feed
from newscrawl.discovery.json_lists import read_json_list
from newscrawl.discovery.pagination import find_next_page, next_page_url
from newscrawl.discovery.sections import read_section
from newscrawl.discovery.site import ANY_SITE, Site
from newscrawl.discovery.sitemaps import ADDRESS, read_sitemap
from newscrawl.discovery.sites import is_on
from newscrawl.discovery.url_dates import url_date
from newscrawl.discovery.url_shapes import MAYBE_ARTICLE, explain_no_article, score_url
from newscrawl.discovery.xml_trees import MAX_XML_BYTES, unpack
from newscrawl.extraction.page.encoding import decode
from newscrawl.extraction.page.tree import Page, parse_page

_ROOT = re.compile(
    rb"<(?:[\w-]+:)?(?P<tag>rss|feed|rdf|urlset|sitemapindex|html|head|body)[\s>]", re.IGNORECASE
)
_FEEDS = frozenset({b"rss", b"feed", b"rdf"})
# Bytes of a feed or of JSON, which are read whole, in a second; sitemaps are read entry by entry.
_MAX_WHOLE = 16 * 1024 * 1024
_HEAD = 16_384  # bytes in which a root element is looked for: comments and styles may precede it
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_FEW = 3  # articles; a list that shows fewer as links may be drawn by a script
_MAX_STATE = 4_000_000  # characters of JSON in a page; front pages measured up to 1.5 million
_TAGS = re.compile(rb"<[a-z!/][^<>]*>", re.IGNORECASE)


def read_listing(
    body: bytes,
    *,
    url: str,
    encoding: str | None = None,
    site: Site = ANY_SITE,
    limit: int = MAX_XML_BYTES,
) -> Listing:
    """Return what a fetched listing holds, whatever it calls itself.

    ``encoding`` is the charset of the Content-Type header, ``site`` what is known before. ``limit``
    bounds the bytes after decompression.
    """
    body, is_cut = unpack(body, limit=limit)
    body = _as_utf8(body)
    listing = _read(body, url, encoding, site)
    if is_cut:
        listing.skipped["truncated"] += 1
    return _keep_articles(listing, site)


def read_page_listing(
    page: Page,
    *,
    site: Site = ANY_SITE,
) -> Listing:
    """Return what a parsed section, front page or archive day holds."""
    skipped: Counter[str] = Counter()
    candidates = read_section(
        page.root,
        url=page.url,
        base=page.base_url,
        site=site,
        skipped=skipped,
    )
    if len(candidates) < _FEW:
        candidates += _read_state(page, candidates, site)
    if url_date(page.url):
        candidates = [replace(candidate, method="archive") for candidate in candidates]
    following = find_next_page(page.root, url=page.url, base=page.base_url)
    if following is None and candidates:
        following = next_page_url(page.url, step=len(candidates))
    return Listing(
        kind="section",
        url=page.url,
        candidates=candidates,
        listings=(ListingLink(url=following, kind="next"),) if following else (),
        skipped=skipped,
        page=page,
        language=page.root.get("lang"),
    )


def _read_state(page: Page, found: list[Candidate], site: Site) -> Iterator[Candidate]:
    """Yield what a page that is drawn by a script keeps for it as JSON."""
    known = {candidate.url for candidate in found}
    domains = site.domains_of(page.url)
    for script in page.root.iter("script"):
        text = script.text or ""
        if "json" not in (script.get("type") or "") or len(text) > _MAX_STATE:
            continue
        for candidate in read_json_list(text, url=page.url, site=site).candidates:
            is_likely = site.article_url or score_url(candidate.url).points >= MAYBE_ARTICLE
            if is_likely and candidate.url not in known and is_on(candidate.url, domains):
                known.add(candidate.url)
                yield replace(candidate, method="section")


def _read(
    body: bytes,
    url: str,
    encoding: str | None,
    site: Site,
) -> Listing:
    start = body[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return Listing(kind="empty", url=url)
    root = _ROOT.search(_COMMENT.sub(b"", start))
    tag = root["tag"].lower() if root else b""
    is_json = start[:1] in b'{["'
    if len(body) > _MAX_WHOLE and (is_json or tag in _FEEDS):
        return Listing(kind="oversized", url=url)
    if is_json:
        text, _ = decode(body, encoding)
        return read_json_list(text, url=url, site=site)
    if tag in {b"urlset", b"sitemapindex"} or ADDRESS.match(start):
        return read_sitemap(body, url=url, encoding=encoding)
    if tag in _FEEDS:
        return read_feed(body, url=url, encoding=encoding)
    if not tag and not _TAGS.search(start):
        return Listing(kind="unknown", url=url)
    page = parse_page(body, url=url, encoding=encoding)
    if page.is_oversized:
        return Listing(kind="oversized", url=url)
    listing = read_page_listing(page, site=site)
    return listing if tag else replace(listing, kind="fragment" if listing.candidates else "empty")


def _as_utf8(body: bytes) -> bytes:
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(body)[0].encode()
    return body


def _keep_articles(listing: Listing, site: Site) -> Listing:
    if listing.kind not in {"feed", "json_feed", "sitemap"}:
        return listing
    kept = _filter(listing, site)
    return replace(listing, candidates=kept if listing.kind == "sitemap" else list(kept))


def _filter(listing: Listing, site: Site) -> Iterator[Candidate]:
    for candidate in listing.candidates:
        if not is_on(candidate.url, site.domains or ()):
            reason: str | None = "offsite"
        elif site.article_url:
            reason = None if site.article_url.search(candidate.url) else "not_article_url"
        else:
            is_entry = candidate.title or candidate.date_published
            reason = None if is_entry else explain_no_article(candidate.url)
        if reason:
            listing.skipped[reason] += 1
        else:
            yield candidate

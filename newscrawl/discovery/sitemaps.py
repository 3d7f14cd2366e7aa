"""Sitemaps and sitemap indexes, streamed: entries are parsed while they are taken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from urllib.parse import urlsplit

from lxml import etree
from lxml.etree import _Element as Element

from newscrawl.discovery.addresses import resolve_link
from newscrawl.discovery.candidates import Candidate, Listing, ListingLink
from newscrawl.discovery.moments import read_date_field, read_moment
from newscrawl.discovery.plain_text import read_plain
from newscrawl.discovery.url_dates import url_span
from newscrawl.discovery.xml_trees import (
    is_plain,
    local_name,
    repair_xml,
    stream_xml,
)
from newscrawl.extraction.page.encoding import decode

MAX_ENTRIES = 200_000
"""Entries of one file. The protocol allows 50,000; the rest is a fault or an attack."""

# Entries. From how many equal ``lastmod`` on the clock's time is written by, not the article's: a
# desk does not publish twenty articles in one second, nor five hundred on one day while the rest
# of the file has no other. Below, a day's own sitemap would be called a liar.
_LIE_SAME_MOMENT = 20
_LIE_SAME_DAY = 500
_LIE_SHARE = 0.9
_LIE_CHILDREN = 3

_LASTMOD = re.compile(
    rb"<(?:\w+:)?lastmod>\s*+(?:<!\[CDATA\[)?\s*+([0-9T:.,Z+ -]{4,35})", re.IGNORECASE
)
_ENTRIES = ("{*}url", "{*}sitemap")
_INDEX_ROOT = re.compile(rb"<(?:[\w-]+:)?sitemapindex[\s>]", re.IGNORECASE)
_LOC = re.compile(rb"<(?:\w+:)?loc>\s*+(?:<!\[CDATA\[)?\s*+([^<\]]*)", re.IGNORECASE)
_NEWS_NAME = re.compile(r"news|latest|recent|last[-_]", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{1,9}")
ADDRESS = re.compile(rb"(?:\xef\xbb\xbf)?\s*https?://[^\s<>\"]+\s*(?:\n|$)")
"""How a plain list of addresses begins."""


def read_sitemap(body: bytes, *, url: str, encoding: str | None = None) -> Listing:
    """Return what a sitemap, a sitemap index or a plain list of addresses holds.

    Pages come as candidates, parsed while they are taken, at most one in memory; child sitemaps
    come as ``listings``. A ``lastmod`` that is the same all over the file is left out, and counted
    as "lastmod_lies".
    """
    skipped: Counter[str] = Counter()
    if ADDRESS.match(body):
        return Listing(
            kind="sitemap", url=url, candidates=_read_lines(body, url, skipped), skipped=skipped
        )
    lies = _has_lying_lastmod(body)
    skipped.update(["lastmod_lies"] if lies else [])
    entries = _iterate_entries(body, encoding)
    if _INDEX_ROOT.search(body[:4096]) or _names_sitemaps(body):
        children = _read_children(entries, url, skipped)
        return Listing(kind="sitemap_index", url=url, listings=tuple(children), skipped=skipped)
    pages = _read_pages(entries, url, skipped, has_lastmod=not lies)
    return Listing(kind="sitemap", url=url, candidates=pages, skipped=skipped)


def _read_children(
    entries: Iterator[Element], url: str, skipped: Counter[str]
) -> list[ListingLink]:
    """Return the child sitemaps, the newest first: news, then by ``lastmod``, name and place."""
    found: dict[str, str | None] = {}
    for entry in entries:
        link = resolve_link(_text(entry, "loc"), url)
        if not link or link == url or link in found:
            skipped["no_link" if not link else "duplicate"] += 1
        else:
            found[link] = read_moment(_text(entry, "lastmod"))
    values = set(found.values())
    lies = len(found) >= _LIE_CHILDREN and len(values) == 1 and None not in values
    links = [
        ListingLink(url=link, kind="sitemap", date_modified=None if lies else modified)
        for link, modified in found.items()
    ]
    return sorted(links, key=_newness, reverse=True)


def _newness(link: ListingLink) -> tuple[bool, str, str, int]:
    path = urlsplit(link.url).path
    span = url_span(link.url)
    numbers = _NUMBERS.findall(path)
    return (
        _NEWS_NAME.search(path) is not None,
        (link.date_modified or "")[:10],
        span.last.isoformat() if span else "",
        int(numbers[-1]) if numbers else 0,
    )


def _read_pages(
    entries: Iterator[Element], url: str, skipped: Counter[str], *, has_lastmod: bool
) -> Iterator[Candidate]:
    for number, entry in enumerate(entries):
        if number >= MAX_ENTRIES:
            skipped["too_many_entries"] += 1
            return
        link = resolve_link(_text(entry, "loc"), url)
        if not link:
            skipped["no_link"] += 1
            continue
        yield _candidate(entry, link, url, has_lastmod=has_lastmod)


def _candidate(entry: Element, link: str, url: str, *, has_lastmod: bool) -> Candidate:
    news = image = None
    modified = ""
    for child in entry:
        name = local_name(child)
        if name == "lastmod":
            modified = child.text or ""
        elif name == "news":
            news = child
        elif name == "image" and image is None:
            image = child
    return Candidate(
        url=link,
        method="sitemap",
        listing_url=url,
        title=read_plain(_text(news, "title")),
        date_published=read_date_field(_text(news, "publication_date")),
        date_modified=read_moment(modified) if has_lastmod else None,
        language=_text(news, "language", within="publication") or None,
        image=resolve_link(_text(image, "loc"), url) or None,
    )


def _read_lines(body: bytes, url: str, skipped: Counter[str]) -> Iterator[Candidate]:
    for number, line in enumerate(BytesIO(body)):
        if number >= MAX_ENTRIES:
            skipped["too_many_entries"] += 1
            return
        if not line.strip():
            continue
        link = resolve_link(line.decode("utf-8", "replace").lstrip("\ufeff"), "")
        if link:
            yield Candidate(url=link, method="sitemap", listing_url=url)
        else:
            skipped["no_link"] += 1


def _iterate_entries(body: bytes, encoding: str | None) -> Iterator[Element]:
    """Yield the ``url`` and ``sitemap`` elements; a broken file is mended and taken up again."""
    taken = 0
    if is_plain(body):
        try:
            for entry in stream_xml(body, _ENTRIES, recover=False):
                yield entry
                taken += 1
        except (etree.XMLSyntaxError, ValueError):
            pass
        else:
            return
    mended = repair_xml(decode(body, encoding)[0]).encode()
    try:
        for number, entry in enumerate(stream_xml(mended, _ENTRIES, recover=True)):
            if number >= taken:
                yield entry
    except (etree.XMLSyntaxError, ValueError):
        return


def _names_sitemaps(body: bytes) -> bool:
    """Return whether a ``urlset`` names sitemaps and nothing else: it is meant for an index."""
    locations = (match[1].strip() for match in _LOC.finditer(body))
    return _LOC.search(body) is not None and all(
        location.endswith((b".xml", b".xml.gz")) for location in locations
    )


def _has_lying_lastmod(body: bytes) -> bool:
    """Return whether the dates of change in a file are one date: the day it was written."""
    moments: Counter[bytes] = Counter()
    for match in _LASTMOD.finditer(body):
        moments[match[1].strip()] += 1
    total = moments.total()
    if total < _LIE_SAME_MOMENT:
        return False
    value, count = moments.most_common(1)[0]
    if len(value) > 10 and count >= _LIE_SHARE * total:
        return True
    days = Counter[bytes]()
    for value, count in moments.items():
        days[value[:10]] += count
    return total >= _LIE_SAME_DAY and days.most_common(1)[0][1] >= _LIE_SHARE * total


def _text(element: Element | None, name: str, *, within: str = "") -> str:
    if element is None:
        return ""
    for child in element:
        if local_name(child) == name:
            return " ".join((child.text or "").split())
        if within and local_name(child) == within:
            return _text(child, name)
    return ""

"""Feeds, sitemaps and robots.txt, in the formats that sites publish."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from email.utils import format_datetime
from html import escape

from newscrawl.demo.papers import Paper
from newscrawl.demo.printing import JSON, XML, Reply, reply
from newscrawl.demo.truth import Truth

SITEMAP_SIZE = 1000
XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS_NS = "http://www.google.com/schemas/sitemap-news/0.9"


def robots(paper: Paper, sitemaps: Iterable[str]) -> Reply:
    """Return robots.txt."""
    lines = ["User-agent: *", f"Crawl-delay: {paper.crawl_delay:g}", "Disallow: /search/"]
    lines += [f"Sitemap: {paper.site.origin}{path}" for path in sitemaps]
    return reply("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def rss(paper: Paper, truths: Iterable[Truth], tracking: str = "") -> Reply:
    """Return an RSS 2.0 feed; ``tracking`` is put after each link."""
    items = "".join(_rss_item(truth, tracking) for truth in truths)
    site = paper.site
    text = (
        f'{XML_HEAD}<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{site.name}</title><link>{site.origin}/</link>"
        f"<description>{site.name}</description><language>{site.language}</language>"
        f"{items}</channel></rss>"
    )
    return reply(text, content_type="application/rss+xml; charset=utf-8")


def atom(paper: Paper, truths: list[Truth]) -> Reply:
    """Return an Atom feed."""
    site = paper.site
    entries = "".join(_atom_entry(truth) for truth in truths)
    text = (
        f'{XML_HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{site.language}">'
        f'<title>{site.name}</title><link href="{site.origin}/"/><id>{site.origin}/</id>'
        f"<updated>{truths[0].date_published}</updated>{entries}</feed>"
    )
    return reply(text, content_type="application/atom+xml; charset=utf-8")


def json_feed(paper: Paper, truths: Iterable[Truth]) -> Reply:
    """Return a JSON Feed 1.1."""
    site = paper.site
    items = [
        {
            "id": truth.url,
            "url": truth.url,
            "title": truth.title,
            "summary": truth.description,
            "date_published": truth.date_published,
            "authors": [{"name": author} for author in truth.authors],
            "tags": list(truth.tags),
        }
        for truth in truths
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.name,
        "home_page_url": f"{site.origin}/",
        "language": site.language,
        "items": items,
    }
    return reply(json.dumps(feed, ensure_ascii=False), content_type="application/feed+json")


def sitemap_index(locations: Iterable[tuple[str, datetime | None]]) -> Reply:
    """Return a sitemap index of (address, last change)."""
    rows = "".join(
        f"<sitemap><loc>{escape(url)}</loc>{_lastmod(moment)}</sitemap>"
        for url, moment in locations
    )
    return reply(
        f'{XML_HEAD}<sitemapindex xmlns="{SITEMAP_NS}">{rows}</sitemapindex>', content_type=XML
    )


def sitemap(locations: Iterable[tuple[str, datetime | None]]) -> Reply:
    """Return a sitemap of (address, last change)."""
    rows = "".join(
        f"<url><loc>{escape(url)}</loc>{_lastmod(moment)}</url>" for url, moment in locations
    )
    return reply(f'{XML_HEAD}<urlset xmlns="{SITEMAP_NS}">{rows}</urlset>', content_type=XML)


def news_sitemap(paper: Paper, truths: Iterable[Truth]) -> Reply:
    """Return a news sitemap: title, day and language of each article."""
    rows = "".join(
        f"<url><loc>{escape(truth.url)}</loc><news:news><news:publication>"
        f"<news:name>{paper.site.name}</news:name>"
        f"<news:language>{truth.language}</news:language></news:publication>"
        f"<news:publication_date>{truth.date_published}</news:publication_date>"
        f"<news:title>{escape(truth.title)}</news:title></news:news></url>"
        for truth in truths
    )
    head = f'{XML_HEAD}<urlset xmlns="{SITEMAP_NS}" xmlns:news="{NEWS_NS}">'
    return reply(f"{head}{rows}</urlset>", content_type=XML)


def page_count(paper: Paper) -> int:
    """Return how many numbered sitemaps a site has."""
    return -(-paper.count // SITEMAP_SIZE)


def numbers_on(paper: Paper, page: int) -> range:
    """Return the articles of numbered sitemap ``page``, from 1, oldest first."""
    return range((page - 1) * SITEMAP_SIZE, min(page * SITEMAP_SIZE, paper.count))


def as_json(value: object) -> Reply:
    """Return JSON."""
    return reply(json.dumps(value, ensure_ascii=False), content_type=JSON)


def _rss_item(truth: Truth, tracking: str) -> str:
    published = format_datetime(datetime.fromisoformat(truth.date_published))
    parts = {
        "title": truth.title,
        "link": truth.url + tracking,
        "guid": truth.url,
        "pubDate": published,
        "description": truth.description,
        "category": truth.section,
    }
    authors = "".join(f"<dc:creator>{name}</dc:creator>" for name in truth.authors)
    fields = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in parts.items() if text)
    return f"<item>{fields}{authors}</item>"


def _atom_entry(truth: Truth) -> str:
    authors = "".join(f"<author><name>{name}</name></author>" for name in truth.authors)
    return (
        f'<entry><title>{escape(truth.title)}</title><link rel="alternate" href="{truth.url}"/>'
        f"<id>{truth.url}</id><published>{truth.date_published}</published>"
        f"<updated>{truth.date_modified or truth.date_published}</updated>{authors}"
        f"<summary>{escape(truth.description or '')}</summary></entry>"
    )


def _lastmod(moment: datetime | None) -> str:
    return f"<lastmod>{moment.isoformat()}</lastmod>" if moment else ""

"""The three modern papers: what is each one's own."""

from __future__ import annotations

import gzip
from datetime import datetime
from typing import ClassVar

from newscrawl.demo import feeds
from newscrawl.demo.layouts.base import LATEST, Query
from newscrawl.demo.layouts.modern import ModernLayout
from newscrawl.demo.printing import Reply
from newscrawl.demo.slugs import slug_of

COMMON = {
    r"/": "front",
    r"/robots\.txt": "robots",
    r"/sitemap/index\.xml": "sitemap_index",
    r"/sitemap/(\d+|rubrics)\.xml": "sitemap",
    r"/sitemap-news\.xml": "news_sitemap",
    r"/(?:tag|author)/([^/]+)/": "tag_page",
}
SECTION = {r"/([a-z-]+)/": "section_page"}


class CourierLayout(ModernLayout):
    """English: dates in the path, Atom, the whole text in JSON-LD."""

    routes: ClassVar = {
        **COMMON,
        r"/latest/": "list_page",
        r"/atom\.xml": "feed",
        r"/[a-z-]+/\d{4}/\d\d/\d\d/[\w-]+-(\d+)/?": "article",
        **SECTION,
    }
    listings: ClassVar = ("/latest/", "/sitemap-news.xml", "/sitemap/index.xml", "/atom.xml")
    indexes: ClassVar = ("/", "/latest/")
    redirects_bare: ClassVar = True
    kind: ClassVar = "hc"
    list_path: ClassVar = "/latest/"
    page_parameter: ClassVar = "page"
    feed_path: ClassVar = "/atom.xml"
    feed_type: ClassVar = "application/atom+xml"
    body_in_data: ClassVar = True
    states_access: ClassVar = True
    joint: ClassVar = " and "

    def path_of(self, number: int) -> str:
        """Return a path with section, day, slug and id."""
        heading, moment = self.paper.heading(number), self.paper.moment(number)
        name = f"{slug_of(heading.title, limit=60)}-{self.site.article_id(number)}"
        return f"/{heading.section_slug}/{moment:%Y/%m/%d}/{name}"

    def feed(self, _: Query) -> Reply:
        """Answer with Atom."""
        return feeds.atom(self.paper, [self.truth_of(number) for number in self.latest(LATEST)])


class AnzeigerLayout(ModernLayout):
    """German: RSS, slugs with the id at their end, a sitemap that lies about changes."""

    routes: ClassVar = {
        **COMMON,
        r"/schlagzeilen/": "list_page",
        r"/rss\.xml": "rss",
        r"/[a-z-]+/[\w-]+-(\d+)\.html": "article",
        **SECTION,
    }
    listings: ClassVar = ("/schlagzeilen/", "/rss.xml", "/sitemap/index.xml")
    indexes: ClassVar = ("/", "/schlagzeilen/")
    tracking: ClassVar = "?utm_source=rss"
    kind: ClassVar = "nwa"
    list_path: ClassVar = "/schlagzeilen/"
    page_parameter: ClassVar = "seite"
    feed_path: ClassVar = "/rss.xml"
    feed_type: ClassVar = "application/rss+xml"
    joint: ClassVar = " und "

    def path_of(self, number: int) -> str:
        """Return a path with section, slug and id."""
        heading = self.paper.heading(number)
        name = f"{slug_of(heading.title, limit=70)}-{self.site.article_id(number)}"
        return f"/{heading.section_slug}/{name}.html"

    def last_change(self, number: int) -> datetime:  # noqa: ARG002  it lies
        """Return the newest article's moment, whatever was asked for."""
        return self.paper.moment(self.paper.count - 1)

    def feed(self, query: Query) -> Reply:
        """Answer with RSS."""
        return self.rss(query)


class RibaoLayout(ModernLayout):
    """Chinese: a JSON Feed, a gzipped sitemap, paths of nothing but numbers."""

    routes: ClassVar = {
        **COMMON,
        r"/node_1\.html": "list_page",
        r"/feed\.json": "feed",
        r"/sitemap\.xml\.gz": "sitemap_gz",
        r"/\d{4}-\d\d/\d\d/content_(\d+)\.html": "article",
        **SECTION,
    }
    listings: ClassVar = ("/node_1.html", "/feed.json", "/sitemap.xml.gz")
    indexes: ClassVar = ("/", "/node_1.html")
    sitemap_path: ClassVar = "/sitemap.xml.gz"
    kind: ClassVar = "jcrb"
    list_path: ClassVar = "/node_1.html"
    page_parameter: ClassVar = "p"
    feed_path: ClassVar = "/feed.json"
    feed_type: ClassVar = "application/feed+json"
    joint: ClassVar = " "

    def path_of(self, number: int) -> str:
        """Return a path of the day and the id."""
        return f"/{self.paper.moment(number):%Y-%m/%d}/content_{self.site.article_id(number)}.html"

    def feed(self, _: Query) -> Reply:
        """Answer with a JSON Feed."""
        return feeds.json_feed(self.paper, map(self.truth_of, self.latest(LATEST)))

    def sitemap_gz(self, query: Query) -> Reply:
        """Answer with the first sitemap as a gzip file."""
        body = gzip.compress(self.sitemap(query, "1").body, mtime=0)
        return Reply(body, content_type="application/gzip")

"""Where to begin on a site that nobody described: robots.txt, feeds, usual places, sections."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from newscrawl.discovery.addresses import resolve_link
from newscrawl.discovery.anchors import find_anchors
from newscrawl.discovery.archives import find_day_archive
from newscrawl.discovery.identity import article_key
from newscrawl.discovery.query_sections import find_query_sections
from newscrawl.discovery.sites import site_of, split_host
from newscrawl.discovery.url_shapes import MAYBE_ARTICLE, score_url
from newscrawl.extraction.page.tree import Page

MAX_SITEMAPS = 50
MAX_SECTIONS = 20
"""Sections of one front page: the menu of a paper has 5 to 15 entries."""

_ARCHIVE_DEPTH = 2  # slashes before the day: "/2019/05/20", "/news/2019/05/20"

_FEED_TYPES = (
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/rdf+xml",
)
_SITEMAP_LINE = re.compile(r"^[ \t]*site-?map[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_OTHER_CONTENT = re.compile(
    r"sitemap[\w-]*(?:image|video|tag|categor|author|page|product|static|section|rubric|term|user)|"
    r"(?:image|video|tag|categor|author|page|product|static|section|rubric|term|user)s?[\w-]*sitemap|"
    r"comments?[/_-]?(?:feed|rss)|(?:feed|rss)[/_-]comments|/comments/",
    re.IGNORECASE,
)
_NEWS_SITEMAP = re.compile(r"news|google|latest|recent|last", re.IGNORECASE)
_USUAL_PLACES = (
    ("/sitemap.xml", "sitemap"),
    ("/sitemap_index.xml", "sitemap"),
    ("/sitemap-index.xml", "sitemap"),
    ("/sitemap/index.xml", "sitemap"),
    ("/news-sitemap.xml", "sitemap"),
    ("/sitemap-news.xml", "sitemap"),
    ("/sitemap_news.xml", "sitemap"),
    ("/rss.xml", "feed"),
    ("/feed/", "feed"),
    ("/rss/", "feed"),
    ("/rss", "feed"),
    ("/feed.xml", "feed"),
    ("/atom.xml", "feed"),
    ("/index.xml", "feed"),
    ("/news.rss", "feed"),
    ("/news/", "section"),
)  # fmt: skip

EntryKind = Literal["feed", "sitemap", "section", "archive"]
EntryMethod = Literal["robots", "link", "guess", "front_page"]
_METHOD_RANKS = {"robots": 0, "link": 0, "front_page": 1, "guess": 2}
_KIND_RANKS = {"feed": 0, "sitemap": 1, "archive": 2, "section": 3}


@dataclass(frozen=True, slots=True)
class EntryPoint:
    """A listing to begin with."""

    url: str
    kind: EntryKind
    """What it should be; what it is, its content says."""
    method: EntryMethod
    """"robots", "link", "front_page": the site names it. "guess": a usual place, may be a 404."""


def find_entry_points(
    robots_txt: str | None, front_page: Page | None, url: str
) -> list[EntryPoint]:
    """Return a site's listings, each once, the best first.

    First what the site itself names (news sitemaps, feeds, other sitemaps), then its front page and
    sections, then usual places that may not exist. ``url`` is the site's front page.
    """
    points = [*_from_robots(robots_txt or "", url), EntryPoint(_home(url), "section", "front_page")]
    if front_page is not None:
        points += [*_from_head(front_page), *_from_links(front_page, url)]
    points += [
        EntryPoint(resolve_link(path, url), kind, "guess")  # type: ignore[arg-type]
        for path, kind in _USUAL_PLACES
    ]
    found: dict[str, EntryPoint] = {}
    for point in sorted(points, key=_rank):
        if point.url:
            found.setdefault(article_key(point.url), point)
    return list(found.values())


def _from_robots(robots_txt: str, url: str) -> Iterator[EntryPoint]:
    for line in _SITEMAP_LINE.findall(robots_txt[:500_000])[:MAX_SITEMAPS]:
        if target := resolve_link(line, url):
            yield EntryPoint(target, "sitemap", "robots")


def _from_head(page: Page) -> Iterator[EntryPoint]:
    for link in page.root.iter("link"):
        kinds = (link.get("type") or "").lower()
        is_feed = "alternate" in (link.get("rel") or "").lower() and kinds.startswith(_FEED_TYPES)
        if is_feed and (target := resolve_link(link.get("href") or "", page.base_url)):
            yield EntryPoint(target, "feed", "link")
        if (link.get("rel") or "").lower() == "sitemap":
            yield EntryPoint(resolve_link(link.get("href") or "", page.base_url), "sitemap", "link")


def _from_links(page: Page, url: str) -> Iterator[EntryPoint]:
    """Yield the sections and day archives that a front page links to."""
    site = site_of(url)
    anchors = find_anchors(page.root, page.base_url, Counter())
    own = [anchor for anchor in anchors if site_of(anchor.url) == site]
    here = [anchor for anchor in own if _bare_host(anchor.url) == _bare_host(url)]
    menu = [anchor.url for anchor in here if anchor.zone in {"nav", "header"}]
    rest = [anchor.url for anchor in here if anchor.zone not in {"nav", "header", "footer"}]
    queries = find_query_sections(here)
    for target in _first_sections([*menu, *rest], queries):
        yield EntryPoint(target, "section", "front_page")
    for anchor in own:
        if re.search(r"rss|/feed/?$|\.atom$", anchor.url, re.IGNORECASE):
            yield EntryPoint(anchor.url, "feed", "front_page")
        elif _is_whole_archive(anchor.url):
            yield EntryPoint(anchor.url, "archive", "front_page")


def _is_whole_archive(url: str) -> bool:
    """Return whether a day's list is the paper's: deeper ones are galleries and series."""
    archive = find_day_archive(url)
    if archive is None:
        return False
    path = urlsplit(archive.template).path
    return path.partition("{")[0].count("/") <= _ARCHIVE_DEPTH


def _bare_host(url: str) -> str:
    return split_host(urlsplit(url).hostname or "").bare


def _first_sections(urls: Iterable[str], queries: Container[str]) -> list[str]:
    found: dict[str, None] = {}
    for url in urls:
        if len(found) == MAX_SECTIONS:
            break
        if _is_section(url) or url in queries:
            found.setdefault(url)
    return list(found)


def _is_section(url: str) -> bool:
    parts = urlsplit(url)
    depth = sum(bool(segment) for segment in parts.path.split("/"))
    score = score_url(url)
    return 1 <= depth <= 2 and not parts.query and not score.reason and score.points < MAYBE_ARTICLE


def _home(url: str) -> str:
    return resolve_link("/", url)


def _rank(point: EntryPoint) -> tuple[int, int, int]:
    is_other = bool(_OTHER_CONTENT.search(point.url))
    is_news = point.kind == "sitemap" and _NEWS_SITEMAP.search(urlsplit(point.url).path) is not None
    kind = -1 if is_news else _KIND_RANKS[point.kind]
    return is_other, _METHOD_RANKS[point.method], kind

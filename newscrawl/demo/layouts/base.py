"""What all layouts have in common: routing, pages that are no articles, feeds and sitemaps."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from html import escape
from typing import ClassVar

from newscrawl.demo import feeds
from newscrawl.demo.looks import COPIED, COPY, GONE, REMOVED, TWICE, VIDEO
from newscrawl.demo.papers import Paper
from newscrawl.demo.printing import Reply, labels, not_found, print_blocks, tag
from newscrawl.demo.truth import Truth

EXTRAS = {VIDEO: "video_page", REMOVED: "soft_404", GONE: "gone"}
"""Pages that are linked among the articles and are none."""
LATEST = 30
"""Entries of a feed."""

Query = dict[str, str]


class Layout(ABC):
    """A paper as a web site."""

    routes: ClassVar[dict[str, str]]
    """Patterns of paths with the method that answers; groups become its arguments."""
    listings: ClassVar[tuple[str, ...]]
    """Paths to start from; together they lead to every article."""
    indexes: ClassVar[tuple[str, ...]] = ("/",)
    """Paths of pages that only list articles."""
    services: ClassVar[tuple[str, ...]] = ()
    """Paths of pages that have a text and are no news."""
    sitemap_path: ClassVar[str] = "/sitemap/index.xml"
    redirects_bare: ClassVar[bool] = False
    """Whether the host without "www." redirects, instead of answering itself."""
    tracking: ClassVar[str] = ""
    """What feeds put after each link."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.site = paper.site
        self.words = labels(paper.site.language)

    @abstractmethod
    def path_of(self, number: int) -> str:
        """Return the path of an article, or of an extra."""

    @abstractmethod
    def truth_of(self, number: int) -> Truth:
        """Return what the record of an article must say."""

    @abstractmethod
    def article_page(self, number: int) -> Reply:
        """Return the page of an article that is out."""

    @abstractmethod
    def extra_page(self, title: str, content: str) -> Reply:
        """Return a page of the site around any content."""

    def plain_truth(self, number: int) -> Truth:
        """Return the truth as far as it is the same in every layout."""
        story, url = self.paper.story(number), self.url_of(number)
        return Truth(
            number=number,
            url=url,
            canonical_url=url,
            site=self.site.domain,
            site_name=self.site.name,
            title=story.title,
            description=story.lead,
            blocks=story.blocks,
            date_published=self.paper.moment(number).replace(second=0).isoformat(),
            language=self.site.language,
            copy_of=self._copied_url(number),
        )

    def open_graph(self, truth: Truth) -> dict[str, str | None]:
        """Return the Open Graph properties of an article."""
        return {
            "og:type": "article",
            "og:site_name": self.site.name,
            "og:title": truth.title,
            "og:description": truth.description,
            "og:url": truth.url,
            "og:image": truth.images[0].url if truth.images else None,
        }

    def url_of(self, number: int) -> str:
        """Return the address of an article, or of an extra."""
        return self.site.origin + self.path_of(number)

    def link(self, number: int, before: str = "", **attributes: str) -> str:
        """Return a link to an article with its title as text."""
        text = before + escape(self.paper.headline(number))
        return tag("a", text, href=self.path_of(number), **attributes)

    def body_lines(self, truth: Truth) -> list[str]:
        """Return the text as lines of HTML, on some pages with a link to another article in it."""
        lines = print_blocks(truth.blocks, link=self.site.name)
        if self.paper.look(truth.number).read_also:
            other = self.link(max(truth.number - 9, 0))
            lines.insert(2, tag("p", f"{tag('b', self.words['read_also'])} {other}"))
        return lines

    def printed_day(self, number: int) -> str:
        """Return the day of an article as a reader sees it, "20 мая 2019"."""
        moment = self.paper.moment(number)
        return f"{moment.day} {self.words['months'].split()[moment.month - 1]} {moment.year}"

    def others(self) -> dict[str, str]:
        """Return the linked pages that are no articles, each with what it is."""
        extras = {self.url_of(number): kind for number, kind in EXTRAS.items()}
        pages = dict.fromkeys(self.indexes, "index_page") | dict.fromkeys(
            self.services, "service_page"
        )
        return extras | {self.site.origin + path: kind for path, kind in pages.items()}

    def answer(self, path: str, query: Query) -> Reply:
        """Return what the site answers to a GET."""
        for pattern, method in self._routes:
            if match := pattern.fullmatch(path):
                return method(query, *match.groups())
        return not_found()

    def article(self, _: Query, article_id: str, *__: str) -> Reply:
        """Answer with the article of an id, whatever else the address says."""
        number = self.site.number_of(int(article_id))
        if number is None or number >= self.paper.count:
            return not_found()
        if number == VIDEO:
            return self.extra_page(self.paper.headline(VIDEO), self._video())
        if number == REMOVED:
            text = tag("h1", self.words["missing"]) + tag("p", self.words["missing_text"])
            return self.extra_page(self.words["missing"], text)
        return self.article_page(number) if self.paper.has(number) else not_found(410)

    def privacy(self, _: Query) -> Reply:
        """Answer with what the site does with its readers' data."""
        title, text = self.words["privacy"], self.words["privacy_text"]
        return self.extra_page(title, tag("h1", title) + tag("p", text))

    def robots(self, _: Query) -> Reply:
        """Answer with robots.txt."""
        return feeds.robots(self.paper, [self.sitemap_path])

    def rss(self, _: Query) -> Reply:
        """Answer with the feed of the latest articles."""
        return feeds.rss(self.paper, map(self.truth_of, self.latest(LATEST)), self.tracking)

    def sitemap_index(self, _: Query) -> Reply:
        """Answer with the index: numbered children in growing order, and one without articles."""
        children: list[tuple[str, datetime | None]] = [
            (f"{self.site.origin}/sitemap/rubrics.xml", None)
        ]
        for page in range(1, feeds.page_count(self.paper) + 1):
            last = self.paper.moment(feeds.numbers_on(self.paper, page)[-1])
            lastmod = last if self.paper.has_lastmod else None
            children.append((f"{self.site.origin}/sitemap/{page}.xml", lastmod))
        return feeds.sitemap_index(children)

    def sitemap(self, _: Query, page: str) -> Reply:
        """Answer with a child of the index."""
        if page == "rubrics":
            return feeds.sitemap((self.site.origin + path, None) for path in self.indexes)
        numbers = feeds.numbers_on(self.paper, int(page))
        if not numbers:
            return not_found()
        stale = sorted(EXTRAS) if page == "1" else []
        return feeds.sitemap(
            (self.url_of(number), self.last_change(number) if self.paper.has_lastmod else None)
            for number in (*stale, *numbers)
        )

    def last_change(self, number: int) -> datetime:
        """Return what the sitemap says of an article's last change."""
        return self.paper.changed(number) or self.paper.moment(number)

    def latest(self, size: int, *, skip: int = 0) -> list[int]:
        """Return numbers of articles, the newest first, withdrawn ones left out."""
        last = self.paper.count - 1 - skip
        return [
            number for number in range(last, max(last - size, -1), -1) if self.paper.has(number)
        ]

    def listed(self, size: int, *, skip: int = 0) -> list[int]:
        """Return what a list shows: the latest, one of them twice, at the end the extras."""
        numbers = self.latest(size, skip=skip)
        if self.site.special and TWICE in numbers:
            numbers.insert(0, TWICE)
        return [*numbers, *EXTRAS] if skip + size >= self.paper.count else numbers

    def _copied_url(self, number: int) -> str | None:
        return self.url_of(COPIED) if self.site.special and number == COPY else None

    def _video(self) -> str:
        player = tag("iframe", src="https://player.example/embed/7", width="690", height="388")
        title = tag("h1", escape(self.paper.headline(VIDEO)))
        return title + tag("div", player, class_="video")

    @cached_property
    def _routes(self) -> list[tuple[re.Pattern[str], Callable[..., Reply]]]:
        return [(re.compile(path), getattr(self, name)) for path, name in self.routes.items()]

"""zakon.kz in 2022 and 2023: a list that scripts draw from JSON, flat addresses, no sections."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from itertools import groupby
from typing import ClassVar

from newscrawl.demo import feeds
from newscrawl.demo.layouts.base import Layout, Query
from newscrawl.demo.printing import Reply, fill, not_found, print_properties, reply, tag
from newscrawl.demo.slugs import slug_of
from newscrawl.demo.truth import Truth
from newscrawl.items import Image

PAGE_SIZE = 24


class Zakon2022Layout(Layout):
    """``div.articleBlock``; ``/api/all-news-ajax/`` and lists of ``zmainCard``."""

    routes: ClassVar = {
        r"/": "front",
        r"/news/?": "news",
        r"/api/all-news-ajax/": "news_json",
        r"/(\d+)-[\w-]*(?:\.html)?/?": "article",
        r"/rss/": "rss",
        r"/sitemap/index\.xml": "sitemap_index",
        r"/sitemap/(\d+|rubrics)\.xml": "sitemap",
        r"/(authors)/[\w-]+/": "named",
        r"/robots\.txt": "robots",
        r"/privacy_policy/": "privacy",
    }
    listings: ClassVar = ("/api/all-news-ajax/?pn=1&pSize=24", "/news/", "/sitemap/index.xml")
    indexes: ClassVar = ("/", "/news/")
    redirects_bare: ClassVar = True
    services: ClassVar = ("/privacy_policy/",)

    def path_of(self, number: int) -> str:
        """Return the flat path of an article."""
        slug = slug_of(self.paper.headline(number))
        return f"/{self.site.article_id(number)}-{slug}.html"

    def truth_of(self, number: int) -> Truth:
        """Return what the record says; the layout prints no section and no tags."""
        story, look, url = self.paper.story(number), self.paper.look(number), self.url_of(number)
        moment = self.paper.moment(number)
        picture = f"{self.site.origin}/uploads/posts/{moment:%Y-%m-%d}/big_{number}.jpg"
        return replace(
            self.plain_truth(number),
            aliases=(f"{url}/", f"{url}?utm_source=telegram", url.replace("//www.", "//", 1)),
            description=story.lead if look.lead else None,
            authors=story.authors,
            images=(Image(url=picture, credit=story.credit),) if look.picture else (),
            comment_count=look.comments,
        )

    def article_page(self, number: int) -> Reply:
        """Return the page of an article."""
        truth, moment = self.truth_of(number), self.paper.moment(number)
        content = fill(
            "zakon2022_article",
            **self.words,
            title=escape(truth.title),
            machine_moment=moment.isoformat(timespec="minutes"),
            moment=f"{self.printed_day(number)}, {moment:%H:%M}",
            authors=", ".join(self.author_link(name) for name in truth.authors),
            picture=self._picture(truth),
            lead=tag("div", escape(truth.description), class_="description")
            if truth.description
            else "",
            body="\n".join(self.body_lines(truth)),
            count=str(truth.comment_count),
            cards=self._cards(self.latest(3, skip=number % 9)),
        )
        return reply(self._frame(self._head(truth), content))

    def extra_page(self, title: str, content: str) -> Reply:
        """Return a page around any content."""
        return reply(self._frame(tag("title", f"{escape(title)} - {self.site.name}"), content))

    def front(self, _: Query) -> Reply:
        """Answer with the front page."""
        return self.extra_page(self.site.name, self._cards(self.latest(12)))

    def named(self, _: Query, name: str) -> Reply:
        """Answer with an author's page."""
        return self.extra_page(name, self._cards(self.latest(6)))

    def news(self, query: Query) -> Reply:
        """Answer with a page of the list, ``?p=2``; past the end there is none."""
        numbers = self._page(query.get("p"), PAGE_SIZE)
        return self.extra_page(self.words["news"], self._cards(numbers)) if numbers else not_found()

    def news_json(self, query: Query) -> Reply:
        """Answer with the list as JSON by days, ``?pn=1&pSize=24``; empty past the end."""
        numbers = self._page(query.get("pn"), min(int(query.get("pSize") or PAGE_SIZE), 150))
        days = groupby(numbers, key=lambda number: f"{self.paper.moment(number):%Y-%m-%d}")
        data = [{"data": day, "news_list": list(map(self._entry, news))} for day, news in days]
        return feeds.as_json({"data_list": data})

    def author_link(self, name: str) -> str:
        """Return a link to an author's page."""
        return tag("a", name, href=f"/authors/{slug_of(name)}/")

    def _page(self, page: str | None, size: int) -> list[int]:
        skip = size * (int(page or 1) - 1)
        return self.listed(size, skip=skip) if skip < self.paper.count else []

    def _entry(self, number: int) -> dict[str, object]:
        return {
            "id": self.site.article_id(number),
            "alias": self.path_of(number).removeprefix("/"),
            "page_title": self.paper.headline(number),
            "published_date": self.paper.moment(number).isoformat(timespec="minutes"),
        }

    def _cards(self, numbers: list[int]) -> str:
        return "\n".join(map(self._card, numbers))

    def _card(self, number: int) -> str:
        title = tag("div", escape(self.paper.headline(number)), class_="title")
        clock = tag("div", f"{self.paper.moment(number):%H:%M}", class_="zmainCard_item date")
        return tag("a", tag("div", title + clock, class_="zmainCard"), href=self.path_of(number))

    def _frame(self, head: str, content: str) -> str:
        return fill(
            "zakon2022",
            **self.words,
            language=self.site.language,
            name=self.site.name,
            head=head,
            content=content,
        )

    def _head(self, truth: Truth) -> str:
        lines = [
            tag("title", f"{escape(truth.title)} - {self.site.name}"),
            tag("link", None, rel="canonical", href=truth.url),
            print_properties(self.open_graph(truth)),
        ]
        return "\n".join(lines)

    def _picture(self, truth: Truth) -> str:
        if not truth.images:
            return ""
        image = truth.images[0]
        credit = tag("span", f"{self.words['photo']} {image.credit}")
        return tag(
            "div", tag("img", None, src=image.url, alt=truth.title) + credit, class_="picture"
        )

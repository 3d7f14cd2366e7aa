"""zakon.kz since 2024: sections in addresses, AMP, a list that grows by HTML fragments."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import escape
from typing import ClassVar

from newscrawl.demo.layouts.base import Layout, Query
from newscrawl.demo.printing import (
    Reply,
    fill,
    not_found,
    print_properties,
    redirect,
    reply,
    tag,
)
from newscrawl.demo.slugs import slug_of
from newscrawl.demo.truth import Truth
from newscrawl.items import Image

PAGE_SIZE = 15
FRAGMENT = "LoadMoreNews"


class Zakon2026Layout(Layout):
    """``div.article__block``, ``newscard_link``, ``?handler=LoadMoreNews``, ``/amp/``."""

    routes: ClassVar = {
        r"/": "front",
        r"/(?:news|search)/": "news",
        r"/robots\.txt": "robots",
        r"/privacy_policy/": "privacy",
        r"/rss/": "rss",
        r"/sitemap/index\.xml": "sitemap_index",
        r"/sitemap/(\d+|rubrics)\.xml": "sitemap",
        r"/amp/([a-z-]+)/(\d+)-[\w-]*\.html": "amp",
        r"/([a-z-]+)/(\d+)-[\w-]*\.html/?": "article_in_section",
        r"/(\d+)-[\w-]*\.html/?": "article_without_section",
        r"/(?:authors|tags)/([\w-]+)/": "named",
        r"/([a-z-]+)/": "section",
    }
    listings: ClassVar = (
        "/news/",
        "/news/?handler=LoadMoreNews&p=1&type=list",
        "/sitemap/index.xml",
        "/rss/",
    )
    indexes: ClassVar = ("/", "/news/")
    services: ClassVar = ("/privacy_policy/",)
    tracking: ClassVar = "?utm_source=rss"

    def path_of(self, number: int) -> str:
        """Return a path with the section."""
        heading = self.paper.heading(number)
        name = f"{self.site.article_id(number)}-{slug_of(heading.title)}.html"
        return f"/{heading.section_slug}/{name}"

    def truth_of(self, number: int) -> Truth:
        """Return what the record says; comments are drawn by a script and not on the page."""
        story, look, path = self.paper.story(number), self.paper.look(number), self.path_of(number)
        url, moment = self.site.origin + path, self.paper.moment(number).replace(second=0)
        changed = self.paper.changed(number)
        bare = re.sub(r"^/[a-z-]+/", "/", path)
        guid = f"{self.site.article_id(number):08x}-5a1e"
        picture = f"{self.site.origin}/pbi/WEBP/{moment:%Y-%m-%d}/file-{guid}/800x450.webp"
        aliases = {f"http://{host}{tail}" for host in self.site.hosts for tail in (path, bare)}
        return replace(
            self.plain_truth(number),
            aliases=(
                *sorted(aliases - {url}),
                f"{self.site.origin}/amp{path}",
                f"{url}?utm_source=rss",
            ),
            authors=story.authors,
            date_modified=changed.replace(second=0).isoformat() if changed else None,
            date_precision="second",
            section=story.section,
            tags=story.tags,
            images=(Image(url=picture, credit=story.credit),) if look.picture else (),
            article_type="news",
        )

    def article_page(self, number: int) -> Reply:
        """Return the page of an article, on a few of them with the next one below."""
        content = self._block(number)
        if self.paper.look(number).appended and self.paper.has(number - 1):
            content += "\n" + self._block(number - 1)
        return reply(self._frame(self._head(number), content))

    def extra_page(self, title: str, content: str) -> Reply:
        """Return a page around any content."""
        return reply(self._frame(tag("title", f"{escape(title)} - {self.site.name}"), content))

    def article_in_section(self, query: Query, section: str, article_id: str) -> Reply:
        """Answer with an article; its other addresses redirect."""
        number = self.site.number_of(int(article_id))
        if number is not None and self.paper.has(number):
            right = self.path_of(number)
            if not right.startswith(f"/{section}/"):
                return redirect(self.site.origin + right)
        return self.article(query, article_id)

    def article_without_section(self, _: Query, article_id: str) -> Reply:
        """Answer with a redirect into the section."""
        number = self.site.number_of(int(article_id))
        known = number is not None and self.paper.has(number)
        return redirect(self.url_of(number or 0)) if known else not_found()

    def amp(self, _: Query, __: str, article_id: str) -> Reply:
        """Answer with the page for mobiles."""
        number = self.site.number_of(int(article_id))
        if number is None or not self.paper.has(number):
            return not_found()
        frame = {"language": self.site.language, "name": self.site.name}
        block = self._block(number).replace("<img ", '<amp-img width="800" height="450" ')
        return reply(
            fill("zakon2026_amp", **self.words, **frame, head=self._head(number), content=block)
        )

    def front(self, _: Query) -> Reply:
        """Answer with the front page."""
        return self.extra_page(self.site.name, self._cards(self.latest(12)))

    def news(self, query: Query) -> Reply:
        """Answer with the list, or with the fragment that its script asks for: empty at the end."""
        skip = PAGE_SIZE * (int(query.get("p") or 1) - 1)
        cards = self._cards(self.listed(PAGE_SIZE, skip=skip)) if skip < self.paper.count else ""
        if query.get("handler") == FRAGMENT:
            return reply(cards)
        return self.extra_page(self.words["news"], tag("div", cards, class_="news-list"))

    def section(self, query: Query, slug: str) -> Reply:
        """Answer with the latest of a section."""
        numbers = self.latest(8 * PAGE_SIZE)
        found = [n for n in numbers if self.paper.heading(n).section_slug == slug]
        if query.get("handler") == FRAGMENT and query.get("p") != "1":
            return reply("")
        return self.extra_page(slug, self._cards(found[:PAGE_SIZE])) if found else not_found()

    def named(self, _: Query, name: str) -> Reply:
        """Answer with an author's or a tag's page."""
        return self.extra_page(name, tag("h1", name) + self._cards(self.latest(8)))

    def _cards(self, numbers: list[int]) -> str:
        return "\n".join(card for number in numbers for card in self._addresses(number))

    def _addresses(self, number: int) -> list[str]:
        path = self.path_of(number)
        paths = [path]
        if number % 10 == 3:
            paths = [re.sub(r"^/[a-z-]+/", "/", path)]
        elif number % 10 == 6:
            paths.append(f"/amp{path}")
        return [self._card(number, address) for address in paths]

    def _card(self, number: int, path: str) -> str:
        moment = self.paper.moment(number)
        parts = (
            tag("img", None, class_="newscard__image", src="/img/card.webp", alt=""),
            tag("span", escape(self.paper.headline(number)), class_="newscard__title"),
            tag("span", f"{moment:%H:%M}, {self.printed_day(number)}", class_="newscard__date"),
        )
        link = tag("a", "".join(parts), class_="newscard_link", href=path)
        return tag("div", link, class_="news-item")

    def _frame(self, head: str, content: str) -> str:
        headings = map(self.paper.heading, self.latest(12))
        menu = dict.fromkeys((heading.section_slug, heading.section) for heading in headings)
        return fill(
            "zakon2026",
            **self.words,
            language=self.site.language,
            name=self.site.name,
            head=head,
            menu=" ".join(tag("a", text, href=f"/{slug}/") for slug, text in menu),
            content=content,
        )

    def _head(self, number: int) -> str:
        truth = self.truth_of(number)
        properties = self.open_graph(truth) | {
            "article:published_time": truth.date_published,
            "article:modified_time": truth.date_modified,
            "article:section": truth.section,
        }
        amp = f"{self.site.origin}/amp{self.path_of(number)}"
        return "\n".join([
            tag("title", f"{escape(truth.title)} - {self.site.name}"),
            tag("link", None, rel="canonical", href=truth.url),
            tag("link", None, rel="amphtml", href=amp),
            print_properties(properties),
            tag("script", self._data(truth), type="application/ld+json"),
        ])  # fmt: skip

    def _data(self, truth: Truth) -> str:
        """Return JSON-LD whose ``articleBody`` is the lead alone, as on the real site."""
        data = {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": truth.title,
            "articleBody": truth.description,
            "datePublished": truth.date_published,
            "dateModified": truth.date_modified,
            "mainEntityOfPage": truth.url,
            "author": [{"@type": "Person", "name": name} for name in truth.authors],
            "publisher": {"@type": "Organization", "name": self.site.name},
        }
        return json.dumps({key: value for key, value in data.items() if value}, ensure_ascii=False)

    def _block(self, number: int) -> str:
        truth, moment = self.truth_of(number), self.paper.moment(number)
        stamp = (
            f' datetime="{truth.date_published}"' if self.paper.look(number).machine_time else ""
        )
        authors = (tag("a", name, href=f"/authors/{slug_of(name)}/") for name in truth.authors)
        tags = (
            tag("a", name, class_="badge large", href=f"/tags/{slug_of(name)}/")
            for name in truth.tags
        )
        return fill(
            "zakon2026_article",
            **self.words | {"tags": " ".join(tags)},
            article_id=str(self.site.article_id(number)),
            section=truth.section or "",
            section_href=f"/{self.paper.heading(number).section_slug}/",
            title=escape(truth.title),
            machine_time=stamp,
            moment=f"{moment:%H:%M}, {self.printed_day(number)}",
            authors=" ".join(authors),
            lead=escape(truth.description or ""),
            picture=self._picture(truth),
            body="\n".join(self.body_lines(truth)),
        )

    def _picture(self, truth: Truth) -> str:
        if not truth.images:
            return ""
        image = truth.images[0]
        picture = tag("img", None, src=image.url, alt=truth.title)
        credit = tag("div", f"{self.words['photo']} {image.credit}", class_="article__photo-credit")
        return tag("div", picture + credit, class_="article__photo")

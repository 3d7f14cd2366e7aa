"""The markup of today: JSON-LD, Open Graph, news sitemaps, a feed, sections, tags, authors."""

from __future__ import annotations

import json
from abc import abstractmethod
from dataclasses import replace
from html import escape
from typing import ClassVar

from newscrawl.demo import feeds
from newscrawl.demo.layouts.base import LATEST, Layout, Query
from newscrawl.demo.printing import Reply, fill, not_found, print_properties, reply, tag
from newscrawl.demo.slugs import slug_of
from newscrawl.demo.truth import Truth
from newscrawl.items import ArticleType, Image

PAGE_SIZE = 20
ARTICLE_TYPES: dict[ArticleType, str] = {"news": "NewsArticle", "opinion": "OpinionNewsArticle"}


class ModernLayout(Layout):
    """What the three papers share; each has its own addresses and habits."""

    kind: ClassVar[str]
    """First part of its class names."""
    list_path: ClassVar[str]
    page_parameter: ClassVar[str]
    feed_path: ClassVar[str]
    feed_type: ClassVar[str]
    body_in_data: ClassVar[bool] = False
    """Whether JSON-LD repeats the whole text."""
    states_access: ClassVar[bool] = False
    """Whether JSON-LD says that all may read, and how many comments there are."""
    joint: ClassVar[str] = ", "
    """Between authors."""

    @abstractmethod
    def feed(self, _: Query) -> Reply:
        """Answer with the feed."""

    def truth_of(self, number: int) -> Truth:
        """Return what the record says: these pages state everything."""
        story, moment, url = (
            self.paper.story(number),
            self.paper.moment(number),
            self.url_of(number),
        )
        picture = f"{self.site.origin}/media/{moment:%Y/%m}/{self.site.article_id(number)}-1200.jpg"
        changed = self.paper.changed(number)
        look = self.paper.look(number)
        image = Image(url=picture, caption=story.caption, credit=story.credit)
        return replace(
            self.plain_truth(number),
            aliases=(url + "?utm_source=newsletter", url.replace("//www.", "//", 1)),
            authors=story.authors,
            date_published=moment.isoformat(),
            date_modified=changed.isoformat() if changed else None,
            date_precision="second",
            section=story.section,
            tags=story.tags,
            images=(image,) if look.picture else (),
            article_type="opinion" if number % 11 == 6 else "news",
            is_free=True if self.states_access else None,
            comment_count=look.comments if self.states_access else None,
        )

    def article_page(self, number: int) -> Reply:
        """Return the page of an article."""
        truth = self.truth_of(number)
        content = fill(
            "modern_article",
            **self.words,
            kind=self.kind,
            title=escape(truth.title),
            lead=escape(truth.description or ""),
            section=self._section_link(number),
            byline=self._byline(truth),
            times=self._times(truth),
            figure=self._figure(truth),
            body=self._body(truth),
            topics=self._topics(truth),
            related_links=self._cards([n for n in self.latest(4, skip=number % 9) if n != number]),
            comment_line=self._comments(truth),
        )
        return reply(self._frame(self._head(truth), content))

    def extra_page(self, title: str, content: str) -> Reply:
        """Return a page around any content."""
        return reply(self._frame(f"<title>{escape(title)} | {self.site.name}</title>", content))

    def front(self, _: Query) -> Reply:
        """Answer with the front page."""
        cards = tag("main", self._cards(self.latest(12)), class_=f"{self.kind}-front")
        return self.extra_page(self.site.name, cards)

    def list_page(self, query: Query) -> Reply:
        """Answer with a page of the list of all articles; past its end there is none."""
        page = int(query.get(self.page_parameter) or 1)
        numbers = self.listed(PAGE_SIZE, skip=PAGE_SIZE * (page - 1))
        if not self.latest(1, skip=PAGE_SIZE * (page - 1)):
            return not_found()
        address = f"{self.list_path}?{self.page_parameter}={page + 1}"
        older = tag("nav", tag("a", self.words["next"], rel="next", href=address))
        cards = tag("main", self._cards(numbers), class_=f"{self.kind}-list")
        return self.extra_page(self.site.name, cards + older)

    def section_page(self, _: Query, section: str) -> Reply:
        """Answer with the latest of a section."""
        recent = self.latest(8 * PAGE_SIZE)
        numbers = [n for n in recent if self.paper.heading(n).section_slug == section]
        return self._named_page(section, numbers[:PAGE_SIZE]) if numbers else not_found()

    def tag_page(self, _: Query, name: str) -> Reply:
        """Answer with a tag's or an author's page."""
        return self._named_page(name, self.latest(8))

    def robots(self, _: Query) -> Reply:
        """Answer with robots.txt."""
        return feeds.robots(self.paper, [self.sitemap_path, "/sitemap-news.xml"])

    def news_sitemap(self, _: Query) -> Reply:
        """Answer with the news sitemap."""
        return feeds.news_sitemap(self.paper, map(self.truth_of, self.latest(LATEST)))

    def _named_page(self, name: str, numbers: list[int]) -> Reply:
        title = tag("h1", escape(name))
        return self.extra_page(name, tag("main", title + self._cards(numbers)))

    def _frame(self, head: str, content: str) -> str:
        headings = map(self.paper.heading, self.latest(12))
        sections = dict.fromkeys((heading.section_slug, heading.section) for heading in headings)
        links = (tag("a", text, href=f"/{slug}/") for slug, text in sections)
        return fill(
            "modern",
            **self.words,
            kind=self.kind,
            name=self.site.name,
            language=self.site.language,
            head=head,
            content=content,
            nav="".join(tag("li", link) for link in links),
            list_path=self.list_path,
            feed=tag("link", None, rel="alternate", type=self.feed_type, href=self.feed_path),
        )

    def _head(self, truth: Truth) -> str:
        properties = self.open_graph(truth) | {
            "article:published_time": truth.date_published,
            "article:modified_time": truth.date_modified,
            "article:section": truth.section,
        }
        lines = [
            tag("title", f"{escape(truth.title)} | {self.site.name}"),
            tag("meta", None, name="description", content=truth.description),
            tag("link", None, rel="canonical", href=truth.url),
            print_properties(properties),
            tag("script", self._data(truth), type="application/ld+json"),
        ]
        return "\n".join(lines)

    def _data(self, truth: Truth) -> str:
        site, publisher = self.site, f"{self.site.origin}/#publisher"
        article = {
            "@type": ARTICLE_TYPES[truth.article_type or "news"],
            "headline": truth.title,
            "description": truth.description,
            "datePublished": truth.date_published,
            "dateModified": truth.date_modified,
            "author": [{"@type": "Person", "name": name} for name in truth.authors],
            "publisher": {"@id": publisher},
            "articleSection": truth.section,
            "keywords": list(truth.tags),
            "inLanguage": truth.language,
            "mainEntityOfPage": truth.url,
            "image": [{"@type": "ImageObject", "url": image.url} for image in truth.images],
            "isAccessibleForFree": truth.is_free,
            "commentCount": truth.comment_count,
            "articleBody": truth.text if self.body_in_data else None,
        }
        graph = [
            {
                "@type": "NewsMediaOrganization",
                "@id": publisher,
                "name": site.name,
                "url": site.origin,
            },
            {"@type": "WebSite", "name": site.name, "url": f"{site.origin}/"},
            {name: value for name, value in article.items() if value is not None},
        ]
        return json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)

    def _section_link(self, number: int) -> str:
        heading = self.paper.heading(number)
        address = f"/{heading.section_slug}/"
        return tag("a", heading.section, class_=f"{self.kind}-kicker", href=address)

    def _byline(self, truth: Truth) -> str:
        links = (
            tag("a", name, rel="author", href=f"/author/{slug_of(name) or name}/")
            for name in truth.authors
        )
        return f"{self.words['by']} {self.joint.join(links)}"

    def _times(self, truth: Truth) -> str:
        times = {self.words["published"]: truth.date_published}
        if truth.date_modified:
            times[self.words["updated"]] = truth.date_modified
        shown = (
            f"{word} {tag('time', f'{moment[:10]} {moment[11:16]}', datetime=moment)}"
            for word, moment in times.items()
        )
        return " ".join(tag("span", text) for text in shown)

    def _figure(self, truth: Truth) -> str:
        if not truth.images:
            return ""
        image = truth.images[0]
        credit = tag("span", f"{self.words['photo']} {image.credit}", class_="credit")
        caption = tag("figcaption", f"{image.caption} {credit}")
        return tag("figure", tag("img", None, src=image.url, alt="") + caption)

    def _body(self, truth: Truth) -> str:
        lines, words = self.body_lines(truth), self.words
        box = tag("h3", words["newsletter"]) + tag("p", words["newsletter_text"])
        lines.insert(len(lines) // 2 + 1, tag("aside", box, class_="newsletter"))
        return "\n".join(lines)

    def _topics(self, truth: Truth) -> str:
        links = (tag("a", name, href=f"/tag/{slug_of(name) or name}/") for name in truth.tags)
        return "".join(tag("li", link) for link in links)

    def _comments(self, truth: Truth) -> str:
        if truth.comment_count is None:
            return ""
        text = f"{truth.comment_count} {self.words['comments']}"
        return tag("a", text, class_="comment-count", href="#comments")

    def _cards(self, numbers: list[int]) -> str:
        links = (tag("h3", self.link(number)) for number in numbers)
        return "\n".join(tag("div", link, class_="teaser") for link in links)

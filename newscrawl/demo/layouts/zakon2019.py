"""zakon.kz from 2017 to 2021, on DataLife Engine: rows by day, one box of text among widgets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from html import escape
from typing import ClassVar

from newscrawl.demo import feeds
from newscrawl.demo.layouts.base import EXTRAS, Layout, Query
from newscrawl.demo.looks import MALFORMED, TWICE, WINDOWS_1251
from newscrawl.demo.printing import Reply, fill, not_found, reply, tag
from newscrawl.demo.slugs import slug_of
from newscrawl.demo.truth import Truth
from newscrawl.items import Image

SLUG_LENGTH = 30
NO_UTF8 = b"\xd0\xff\xb8"
FEW = 5
PARAGRAPHS = {
    "full_text": ("", "<br><br>"),
    "WordSection1": ('<p class="MsoNormal">&nbsp;<span lang="RU">', "<o:p></o:p></span></p>"),
    "clear_floats": ('<p><span class="s0">', "</span></p>"),
}
"""How a paragraph begins and ends in the odd boxes: typed by hand, pasted, imported."""


class Zakon2019Layout(Layout):
    """``div.fullnews``, ``p.description``, ``#initial_news_story``; lists of ``cat_news_item``."""

    routes: ClassVar = {
        r"/": "front",
        r"/news": "news",
        r"/rubric/(\d+)": "rubric",
        r"/(\d{4})/(\d\d)/(\d\d)": "day",
        r"/zakon_cache/category/2/(\d{4})/(\d\d)-(\d\d)_news\.json": "day_json",
        r"/(\d+)-[\w-]*(?:\.html)?/?": "article",
        r"/rss/(?:rss_all\.xml)?": "rss",
        r"/sitemap/index\.xml": "sitemap_index",
        r"/sitemap/(\d+|rubrics)\.xml": "sitemap",
        r"/robots\.txt": "robots",
    }
    listings: ClassVar = ("/news", "/rss/rss_all.xml", "/sitemap/index.xml")
    indexes: ClassVar = ("/", "/news")
    tracking: ClassVar = "?utm_source=rss&utm_medium=feed"

    def path_of(self, number: int) -> str:
        """Return the path of an article, its slug cut hard."""
        slug = slug_of(self.paper.headline(number), limit=SLUG_LENGTH)
        return f"/{self.site.article_id(number)}-{slug}.html"

    def truth_of(self, number: int) -> Truth:
        """Return what the record says; the layout prints no author, section or tags."""
        story, look, path = self.paper.story(number), self.paper.look(number), self.path_of(number)
        folder = f"{self.paper.moment(number):%Y-%m}"
        picture = f"http://static.{self.site.domain}/uploads/posts/{folder}/pic_690/{number}_1.jpg"
        tails = ("", "?utm_source=rss&utm_medium=feed", "?utm_campaign=mail#comments")
        return replace(
            self.plain_truth(number),
            aliases=tuple(f"http://{host}{path}{t}" for host in self.site.hosts for t in tails)[1:],
            description=story.lead if look.lead else None,
            images=(Image(url=picture, caption=story.caption),) if look.picture else (),
            comment_count=look.comments,
        )

    def article_page(self, number: int) -> Reply:
        """Return the page, two of them in bytes that their header denies."""
        html = self._frame(self._head(number), self._content(number), number)
        if self.site.special and number == WINDOWS_1251:
            html = html.replace("charset=utf-8", "charset=windows-1251", 1)
            return Reply(html.encode("windows-1251", "xmlcharrefreplace"))
        if self.site.special and number == MALFORMED:
            box = b'id="left_scrollable">'
            return Reply(html.encode().replace(box, box + NO_UTF8, 1))
        return reply(html)

    def extra_page(self, title: str, content: str) -> Reply:
        """Return a page around any content."""
        head = tag("title", f"{escape(title)} » {self.site.name}")
        return reply(self._frame(head, tag("div", content, id="dle-content")))

    def front(self, _: Query) -> Reply:
        """Answer with the front page, where comment counts are glued to titles."""
        links = [tag("li", self._counted_link(number)) for number in self.latest(12)]
        content = (
            tag("ul", links[0], class_="super_main")
            + tag("ul", "".join(links[1:FEW]), class_="main_list")
            + tag("ul", "".join(links[FEW:]), class_="last_feed")
        )
        return self.extra_page(self.words["news"], content)

    def news(self, _: Query) -> Reply:
        """Answer with the rows of the last two days."""
        last = self.paper.moment(self.paper.count - 1).date()
        return self._rows_page([last, last - timedelta(days=1)])

    def day(self, _: Query, *day: str) -> Reply:
        """Answer with the rows of one day, of any day: the calendar has no end."""
        found = _date(*day)
        return self._rows_page([found]) if found else not_found()

    def rubric(self, _: Query, page: str) -> Reply:
        """Answer with a page of the rubric; past its end there is a page without a list."""
        numbers = self.latest(FEW * 4, skip=FEW * 4 * (int(page) - 1))
        title = tag("h1", self.words["news"], class_="roboto")
        if not numbers:
            return reply(self._frame(tag("title", self.site.name), title))
        rows = (tag("div", self._row(number), class_="cat_news_item") for number in numbers)
        return self.extra_page(self.words["news"], title + "\n".join(rows))

    def day_json(self, _: Query, *day: str) -> Reply:
        """Answer with the JSON that the site keeps of a day."""
        found = _date(*day)
        items = [
            {
                "id": self.site.article_id(number),
                "title": self.paper.headline(number),
                "date_print": f"{self.paper.moment(number):%H:%M}",
                "url": self.path_of(number),
                "lang": self.site.language,
                "comm_num": self.paper.look(number).comments,
            }
            for number in (self._numbers(found) if found else ())
        ]
        return feeds.as_json({"items": items})

    def _rows_page(self, days: Iterable[date]) -> Reply:
        rows = "\n".join(row for day in days for row in self._rows(day))
        title = tag("title", f"{self.words['news']} » {self.site.name}")
        listed = tag("div", tag("div", rows, id="dle-content"), class_="notmain white_block")
        return reply(self._frame(title, listed))

    def _rows(self, day: date) -> list[str]:
        numbers = self._numbers(day)
        heads = [tag("span", str(day), class_="date")] if numbers else []
        rows = map(self._row, numbers)
        return [tag("div", row, class_="cat_news_item") for row in (*heads, *rows)]

    def _row(self, number: int) -> str:
        return f"{tag('span', f'{self.paper.moment(number):%H:%M}')} {self._counted_link(number)}"

    def _numbers(self, day: date) -> list[int]:
        numbers = [
            number for number in reversed(self.site.numbers_of(day)) if self.paper.has(number)
        ]
        if self.site.special and TWICE in numbers:
            numbers.insert(0, TWICE)
        return [*numbers, *EXTRAS] if day == self.site.first_day else numbers

    def _counted_link(self, number: int) -> str:
        comments = self.paper.look(number).comments if number >= 0 else 0
        count = " " + tag("span", str(comments), class_="comm_num") if comments else ""
        return self.link(number, class_="tahoma") + count

    def _frame(self, head: str, content: str, number: int = 0) -> str:
        clocks = (
            (n, tag("span", f"{self.paper.moment(n):%H:%M}", class_="ln_time"))
            for n in self.latest(FEW)
        )
        latest = "".join(tag("li", self.link(n, f"{clock} ")) for n, clock in clocks)
        partners = tag("div", self.words["partners"], class_="ln_header")
        partners += tag("a", self.words["ad2"], href="//ads.example/1")
        bare = self.paper.look(number).bare
        return fill(
            "zakon2019",
            head=head,
            content=content,
            language=self.site.language,
            name=self.site.name,
            latest=self.words["latest"],
            last_news="" if bare else latest,
            partners="" if bare else partners,
            push=fill("zakon2019_push", **self.words),
        )

    def _head(self, number: int) -> str:
        truth = self.truth_of(number)
        lines = [
            tag("title", f"{escape(truth.title)} » {self.site.name}"),
            tag("link", None, rel="canonical", href=truth.url),
        ]
        if truth.description:
            lines.append(tag("meta", None, name="description", content=truth.description))
        return "\n".join(lines)

    def _content(self, number: int) -> str:
        truth, look = self.truth_of(number), self.paper.look(number)
        advert = self.words["ad" if self.paper.edition % 2 else "ad2"]
        side = look.box == "newscont"
        return fill(
            "zakon2019_side" if side else "zakon2019_article",
            **self.words | {"comments": str(truth.comment_count)},
            title=escape(truth.title),
            day=self.printed_day(number),
            clock=f"{self.paper.moment(number):%H:%M}",
            opening=self._opening(truth, side=side),
            box=self._box(truth),
            advert="" if look.bare else tag("span", advert),
            reading_now="" if look.bare else self._reading(number),
        )

    def _opening(self, truth: Truth, *, side: bool) -> str:
        look = self.paper.look(truth.number)
        lead = (
            tag("p", escape(truth.description), class_="description") if truth.description else ""
        )
        parts = [self._picture(truth), lead] if look.caption_first else [lead, self._picture(truth)]
        return "\n".join(filter(None, (*parts, "" if side else self._news_info(truth.number))))

    def _news_info(self, number: int) -> str:
        clock = tag("span", f", {self.paper.moment(number):%H:%M}")
        votes = "" if self.paper.look(number).bare else str(number % 9)
        return tag(
            "div",
            tag("span", self.printed_day(number) + clock, class_="news_date")
            + tag("span", votes, class_="rate_votes"),
            class_="news_info",
        )

    def _picture(self, truth: Truth) -> str:
        if not truth.images:
            return ""
        image, moment = truth.images[0], self.paper.moment(truth.number)
        alt = f"{image.caption}, {self.words['photo_of']} {moment:%d.%m.%Y %H:%M}"
        source = image.url.removeprefix("http:")
        picture = tag("img", None, class_="main_pic", src=source, alt=alt, title=alt)
        return picture + "\n" + tag("span", image.caption, class_="pic_caption")

    def _box(self, truth: Truth) -> str:
        look = self.paper.look(truth.number)
        lines = self.body_lines(truth)
        start, end = PARAGRAPHS.get(look.box, ("<p>", "</p>"))
        lines = [line.replace("<p>", start).replace("</p>", end) for line in lines]
        if not look.bare:
            lines.insert(1, tag("div", tag("script", "show(2)"), id="adv_2"))
            lines.append(tag("p", self.words["telegram"], id="tg_invite"))
        name = {"id" if look.box == "initial_news_story" else "class": look.box}
        return tag("div", "\n".join(lines), **name)

    def _reading(self, number: int) -> str:
        others = ((number + step) % self.paper.count for step in (3, 8, 13))
        items = "".join(tag("li", self.link(other)) for other in others)
        return tag("div", tag("b", self.words["reading"]) + tag("ul", items), class_="reading_now")


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

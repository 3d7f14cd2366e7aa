"""zakon.kz from 2017 to 2021, on DataLife Engine: rows by day, one box of text among widgets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from html import escape
from typing import ClassVar

from newscrawl.demo import feeds
from newscrawl.demo.layouts.base import EXTRAS, Layout, Query
from newscrawl.demo.looks import MALFORMED, TWICE, WINDOWS_1251
from newscrawl.demo.printing import Reply, fill, not_found, print_blocks, reply
from newscrawl.demo.slugs import slug_of
from newscrawl.demo.truth import Truth
from newscrawl.items import Image

SLUG_LENGTH = 30
NO_UTF8 = b"\xd0\xff\xb8"
FEW = 5


class Zakon2019Layout(Layout):
    """``div.fullnews``, ``p.description``, ``div#initial_news_story``; lists of ``cat_news_item``."""

    routes: ClassVar = {
        r"/": "front",
        r"/news": "news",
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
        return Truth(
            number=number,
            url=self.site.origin + path,
            aliases=tuple(f"http://{host}{path}{t}" for host in self.site.hosts for t in tails)[1:],
            canonical_url=self.site.origin + path,
            site=self.site.domain,
            site_name=self.site.name,
            title=story.title,
            description=story.lead if look.lead else None,
            blocks=story.blocks,
            date_published=self.paper.moment(number).replace(second=0).isoformat(),
            language=self.site.language,
            images=(Image(url=picture, caption=story.caption),) if look.picture else (),
            comment_count=look.comments,
            copy_of=self.copied_url(number),
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
        head = f"<title>{escape(title)} - {self.site.name}</title>"
        return reply(self._frame(head, f'<div id="dle-content">{content}</div>'))

    def front(self, _: Query) -> Reply:
        """Answer with the front page, where comment counts are glued to titles."""
        links = [f"<li>{self._link(number)}</li>" for number in self.latest(12)]
        content = (
            f'<div class="super_main">{links[0]}</div><ul class="main_list">{"".join(links[1:FEW])}</ul>'
            f'<ul class="last_feed">{"".join(links[FEW:])}</ul>'
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
        rows = "".join(self._rows(day) for day in days)
        return self.extra_page(self.words["news"], f'<div class="notmain white_block">{rows}</div>')

    def _rows(self, day: date) -> str:
        numbers = self._numbers(day)
        if not numbers:
            return ""
        row = '<div class="cat_news_item">{}</div>\n'
        rows = [row.format(f'<span class="date">{day}</span>')]
        for number in numbers:
            clock = f"<span>{self.paper.moment(number):%H:%M}</span>"
            rows.append(row.format(f"{clock} {self._link(number, 'tahoma')}"))
        return "".join(rows)

    def _numbers(self, day: date) -> list[int]:
        numbers = [
            number for number in reversed(self.site.numbers_of(day)) if self.paper.has(number)
        ]
        if self.site.special and TWICE in numbers:
            numbers.insert(0, TWICE)
        return [*numbers, *EXTRAS] if day == self.site.first_day else numbers

    def _link(self, number: int, kind: str = "") -> str:
        comments = self.paper.look(number).comments if number >= 0 else 0
        count = f' <span class="comm_num">{comments}</span>' if comments else ""
        title = escape(self.paper.headline(number))
        return f'<a class="{kind}" href="{self.path_of(number)}">{title}</a>{count}'

    def _frame(self, head: str, content: str, number: int = 0) -> str:
        bare = self.paper.look(number).bare
        latest = "".join(
            f'<li><a href="{self.path_of(n)}"><span class="ln_time">{self.paper.moment(n):%H:%M}</span>'
            f" {escape(self.paper.headline(n))}</a></li>"
            for n in self.latest(FEW)
        )
        partners = f'<div class="ln_header">{self.words["partners"]}</div><a href="//ads.example/1">{self.words["ad2"]}</a>'
        return fill(
            "zakon2019",
            head=head,
            content=content,
            language=self.site.language,
            latest=self.words["latest"],
            last_news="" if bare else latest,
            partners="" if bare else partners,
            push=fill("zakon2019_push", **self.words),
        )

    def _head(self, number: int) -> str:
        truth = self.truth_of(number)
        lead = (
            f'\n<meta name="description" content="{escape(truth.description)}" />'
            if truth.description
            else ""
        )
        return (
            f"<title>{escape(truth.title)} - {self.words['news']} {self.site.name}</title>"
            f'\n<link rel="canonical" href="{truth.url}" />{lead}'
        )

    def _content(self, number: int) -> str:
        truth, look = self.truth_of(number), self.paper.look(number)
        advert = self.words["ad" if self.paper.edition % 2 else "ad2"]
        side = look.box == "newscont"
        return fill(
            "zakon2019_side" if side else "zakon2019_article",
            **self.words | {"comments": str(truth.comment_count)},
            title=escape(truth.title),
            day=self._day(number),
            clock=f"{self.paper.moment(number):%H:%M}",
            opening=self._opening(truth, side=side),
            box=self._box(truth),
            advert="" if look.bare else f"<span>{advert}</span>",
            reading_now="" if look.bare else self._reading(number),
        )

    def _opening(self, truth: Truth, *, side: bool) -> str:
        look = self.paper.look(truth.number)
        lead = (
            f'<p class="description">{escape(truth.description)}</p>' if truth.description else ""
        )
        parts = [self._picture(truth), lead] if look.caption_first else [lead, self._picture(truth)]
        votes = "" if look.bare else str(truth.number % 9)
        moment = self.paper.moment(truth.number)
        news_date = (
            f'<div class="news_info"><span class="news_date">{self._day(truth.number)}'
            f'<span>, {moment:%H:%M}</span></span><span class="rate_votes">{votes}</span></div>'
        )
        return "\n".join([*filter(None, parts), "" if side else news_date])

    def _picture(self, truth: Truth) -> str:
        if not truth.images:
            return ""
        image, moment = truth.images[0], self.paper.moment(truth.number)
        alt = f"{image.caption}, {self.words['photo_of']} {moment:%d.%m.%Y %H:%M}"
        return (
            f'<img class="main_pic" src="{image.url.removeprefix("http:")}" alt="{escape(alt)}" '
            f'title="{escape(alt)}" />\n<span class="pic_caption">{image.caption}</span>'
        )

    def _box(self, truth: Truth) -> str:
        look = self.paper.look(truth.number)
        lines = print_blocks(truth.blocks, link=self.site.name).split("\n")
        if look.box == "full_text":
            lines = [line.replace("<p>", "").replace("</p>", "<br><br>") for line in lines]
        if look.read_also:
            other = (
                f"<p><b>{self.words['read_also']}</b> {self._link(max(truth.number - 9, 0))}</p>"
            )
            lines.insert(2, other)
        if not look.bare:
            lines.insert(1, '<div id="adv_2"><script>show(2)</script></div>')
            lines.append(f'<p id="tg_invite">{self.words["telegram"]}</p>')
        name = f'id="{look.box}"' if look.box == "initial_news_story" else f'class="{look.box}"'
        return f"<div {name}>" + "\n".join(lines) + "</div>"

    def _reading(self, number: int) -> str:
        others = (self._link((number + step) % self.paper.count) for step in (3, 8, 13))
        items = "".join(f"<li>{link}</li>" for link in others)
        return f'<div class="reading_now"><b>{self.words["reading"]}</b><ul>{items}</ul></div>'

    def _day(self, number: int) -> str:
        moment = self.paper.moment(number)
        return f"{moment.day} {self.words['months'].split()[moment.month - 1]} {moment.year}"


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None

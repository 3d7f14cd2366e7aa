"""The shape of a page: how much prose, how many teasers, what controls and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.walls import consent_share
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.text.body import Body
from newscrawl.extraction.verdict.kinds import phrases_of, words_of
from newscrawl.extraction.verdict.lines import (
    count_linked_headings,
    count_posts,
    count_stamps,
    is_dated_story,
    is_linked_line,
    is_prose,
    signs_reply,
)

# Units (words). A teaser's text is shorter than a paragraph that merely follows a linked line;
# between two such lines, as in a list of threads, it may be longer.
_LONGEST_TEASER, _LONGEST_BETWEEN = 60, 120
# Words. A consent wall has little else on its page.
_LONGEST_WALL = 700
# Words of a link that leads on from a teaser, and how many such links make a listing.
_LONGEST_MORE, _LEAST_MORE = 4, 3
# Rows of a table that is the page: 11 of 2,416 articles have so many that are most of their text,
# and 22 of 344 other pages.
_LEAST_ROWS = 20
_TEASER_END = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|»|→)$")
_CLOCK = re.compile(r"\d{1,2}\s?[:.h]\s?\d\d(?:\s?(?:h|uhr|am|pm|[ap]\.m\.))?", re.IGNORECASE)
# "Showing 1-20 of 9,291", "Ergebnisse 21 – 40 von 345": what stands above a list of results.
_RESULTS = re.compile(
    r"(?:^|\s)\d{1,7}\s?[-–—]\s?\d{1,7}\s"
    r"(?:of|out of|von|de|sur|di|van|av|af|z|из|з|od|sur un total de|/)\s(?:about |over )?\d"
    r"|\d{1,7}件中"
)
_PAGINATION = re.compile(r"pagination|pager|paging|nav-links|load-?more|next-?page")
# "3 Pumps", "3.1. Valves", "A.2 Keys", "Appendix B", "第 3 章 水泵". A manual has so many headings,
# and numbers so large a share of them; 2 of 100 articles do, too, and 4 of 100 other pages.
_NUMBERED = re.compile(
    r"(?:chapter )?\d+(?:\.\d+)*\.?\s+\S|[A-Z](?:\.\d+)+\.?\s|appendix [A-Z]\b|第\s?\d+\s?章",
    re.IGNORECASE,
)
_LEAST_CHAPTERS, _NUMBERED_SHARE = 3, 0.6
# What a price is written with, and a price: "€ 12.90", "12,90 zł", "1 200 руб.".
_CURRENCIES = (
    *"$€£¥₽₴₸₹₺₩円元", "EUR", "USD", "GBP", "CHF", "PLN", "CZK", "SEK", "NOK", "DKK", "HUF", "RON",
    "RUB", "UAH", "KZT", "TRY", "INR", "руб", "грн", "zł", "Kč", " kr", "лв", " Ft", "R$",
)  # fmt: skip
_CURRENCY = "(?:" + "|".join(re.escape(name.strip()) for name in _CURRENCIES) + ")"
_PRICE = re.compile(rf"{_CURRENCY}\s?\d|\d\s?{_CURRENCY}")
# Words. A price and a shop's label stand on lines of their own; a paragraph may name one, too.
_LONGEST_LABEL = 6
# A text may hold fewer: a comment's button, the price of a ticket.
LEAST_FORUM_LABELS, LEAST_PRICES = 4, 2
_COUNTED = ("time", "article", "video", "iframe")
_CONTROLS = ("button", "form", "input", "select", "textarea")
_COMMANDS = ("code", "kbd", "samp", "tt", "var")
_FIELDS = frozenset(("text", "email", "tel", "password", "date", "number", "checkbox", "radio"))
_LINKS = XPath("//a/@href", smart_strings=False)
_USER_LINK = re.compile(
    r"(?:memberlist\.php|member\.php|profile\.php|action=profile|/members?/|/users?/|/u/|space-uid)"
    r"[^\n]*"
)
_POST_LINK = re.compile(
    r"posting\.php|newreply|action=(?:quote|reply)|do=(?:post|newreply)|#p\d{3}|#post-?\d{3}"
    r"|/reply\?|quote=|view(?:topic|forum)\.php|showthread\.php|forumdisplay\.php"
    r"|[?;&](?:topic|board)=\d"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers behind a page's shape."""

    prose: int
    """Words in kept paragraphs that are no teasers."""
    teasers: int
    """Lines that are a link to another page, each with or without a text of its own."""
    heads: int
    """Headings inside the text that are links."""
    posts: int
    """Lines with a link and a date inside the text, each with prose below."""
    is_dated_story: bool
    """Whether a date stands by the headline and the text right below."""
    times: int
    """``time`` elements."""
    replies: int
    """Lines with a link, a day and a clock in the text's range, where no article is stated."""
    stamps: int
    """Lines in the text's range with a day and a clock written the same way, linked or not."""
    clocks: int
    """Lines in the text's range that are a time of day, as in a live ticker."""
    cards: int
    """``article`` elements."""
    has_links: bool
    has_pagination: bool
    has_results: bool
    """Whether it says which of how many results it shows."""
    is_table: bool
    """Whether most of the text is rows of tables, and many of them."""
    has_player: bool
    controls: str
    """Names and labels of buttons and forms, lower case."""
    user_links: int
    """Links to members' profiles."""
    post_links: int
    """Links that lead to threads and boards, or answer or quote a post."""
    forum_labels: int
    """Lines with a label that forums print beside each post."""
    consent: float
    """Share of words about consent among all words of the page, 0 to 1."""
    fields: int
    """Fields of forms that are to be filled in."""
    passwords: int
    prices: int
    """Lines that are a price."""
    shop_labels: int
    """Lines that a shop prints beside its goods."""
    codes: int
    """Blocks of code inside the text."""
    commands: int
    """Elements for code, keys and variables; mostly inside lines."""
    is_numbered: bool
    """Whether its headings are numbered: "1.2 Install"."""
    manual_names: bool
    """Whether boxes are named as the makers of manuals name them."""


def read_shape(
    page: Page, structured: Structured, body: Body, *, title: str, is_forum: bool
) -> Shape:
    """Return the shape of a page; ``is_forum`` is whether anything else says so.

    The labels of a forum are not looked for where JSON-LD states an article; its links neither,
    nor without labels or ``is_forum``, as articles link members too. The labels of a shop are not
    looked for without prices.
    """
    blocks = body.page_blocks
    linked = [is_linked_line(block) for block in blocks]
    continued = _find_continued(blocks)
    counts, controls = _count_elements(page)
    names = " ".join({block.box.names for block in blocks}).lower().split()
    labels = "\n".join(["", *(block.text for block in blocks if block.units <= _LONGEST_LABEL)])
    lines = labels.lower()
    forum_labels = 0 if structured.article else _count_forum_labels(lines)
    has_posts = not structured.article and (is_forum or forum_labels >= LEAST_FORUM_LABELS)
    links = "\n".join(cast("list[str]", _LINKS(page.root))) if has_posts else ""
    prices = _count_prices(labels)
    return Shape(
        prose=_count_prose(blocks, linked, continued),
        teasers=sum(linked) + len(continued),
        heads=count_linked_headings(blocks, linked),
        posts=count_posts(blocks, linked),
        is_dated_story=is_dated_story(blocks, linked, title),
        times=counts["time"],
        replies=0 if structured.article else sum(map(signs_reply, blocks)),
        stamps=count_stamps(blocks),
        clocks=sum(map(_is_clock, blocks)),
        cards=counts["article"],
        has_links=any(block.links for block in blocks),
        has_pagination=_has_pagination(blocks, structured),
        has_results=_RESULTS.search(lines) is not None,
        is_table=_is_table(blocks),
        has_player=bool(counts["video"] or counts["iframe"]),
        controls=controls,
        user_links=len(set(_USER_LINK.findall(links))),
        post_links=len(_POST_LINK.findall(links)),
        forum_labels=forum_labels,
        consent=_share_of_consent(blocks),
        fields=counts["field"],
        passwords=counts["password"],
        prices=prices,
        shop_labels=_count_shop_labels(lines) if prices >= LEAST_PRICES else 0,
        codes=sum(block.box.type == "code" for block in blocks if block.reason is None),
        commands=counts["command"],
        is_numbered=_is_numbered(blocks),
        manual_names=not _MANUAL_NAMES.isdisjoint(names),
    )


def _count_elements(page: Page) -> tuple[dict[str, int], str]:
    counts = dict.fromkeys((*_COUNTED, "field", "password", "command"), 0)
    controls: list[str] = []
    for element in page.root.iter(*_COUNTED, *_CONTROLS, *_COMMANDS):
        if element.tag in _COMMANDS:
            counts["command"] += 1
        elif element.tag in _CONTROLS:
            controls.extend(_names_of(element))
            kind = (element.get("type") or "text").lower() if element.tag == "input" else ""
            counts["field"] += kind in _FIELDS or element.tag in ("select", "textarea")
            counts["password"] += kind == "password"
        elif element.tag != "iframe" or _is_player(element.get("src") or ""):
            counts[element.tag] += 1
    return counts, " ".join(controls).lower()


def _names_of(control: HtmlElement) -> Iterator[str]:
    if control.tag == "input" and control.get("type") not in ("submit", "button", "image"):
        return
    text = control.text if control.tag == "button" else None
    keys = ("class", "id", "name", "value", "action")
    for value in (text, *map(control.get, keys)):
        if value:
            yield value[:80].replace(" ", "-")


def _is_player(source: str) -> bool:
    return any(name in source for name in ("youtu", "vimeo", "dailymotion", "player", "video"))


def _is_table(blocks: list[PageBlock]) -> bool:
    kept = [block for block in blocks if block.reason is None]
    cells = [block for block in kept if block.box.row]
    rows = len({block.box.row for block in cells})
    words = sum(block.units for block in kept)
    return rows >= _LEAST_ROWS and sum(block.units for block in cells) >= words / 2


def _is_numbered(blocks: list[PageBlock]) -> bool:
    headings = [block.text for block in blocks if block.box.type == "heading"]
    numbered = sum(1 for text in headings if _NUMBERED.match(text))
    return len(headings) >= _LEAST_CHAPTERS and numbered >= _NUMBERED_SHARE * len(headings)


def _has_pagination(blocks: list[PageBlock], structured: Structured) -> bool:
    if not structured.links.keys().isdisjoint(("next", "prev")):
        return True
    names = {block.box.names for block in blocks if block.units <= 20}
    return _PAGINATION.search("\n".join(names)) is not None


def _find_continued(blocks: list[PageBlock]) -> set[int]:
    """Return the paragraphs that end in the same short link as others do: "Read more"."""
    ends: dict[str, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.link_share > 0.8 and block.units <= _LONGEST_MORE and index:
            before = blocks[index - 1]
            if before.reason is None and before.link_share < 0.5 and is_prose(before):
                ends.setdefault(block.text, []).append(index - 1)
    return {index for found in ends.values() if len(found) >= _LEAST_MORE for index in found}


def _count_prose(blocks: list[PageBlock], linked: list[bool], continued: set[int]) -> int:
    prose = 0
    since_link = 9
    for index, (block, is_linked) in enumerate(zip(blocks, linked, strict=True)):
        if is_linked:
            since_link = 0
            continue
        since_link = 9 if block.box.type == "heading" else since_link + 1
        if block.reason is not None or block.link_share > 0.5 or not is_prose(block):
            continue
        is_between = any(linked[index + 1 : index + 4])
        longest = _LONGEST_BETWEEN if is_between else _LONGEST_TEASER
        is_teaser = since_link <= 2 and block.units < longest
        if not (is_teaser or index in continued or _TEASER_END.search(block.text)):
            prose += block.units
        since_link = 9
    return prose


def _is_clock(block: PageBlock) -> bool:
    return (
        block.in_range
        and block.units <= 2
        and not block.links
        and _CLOCK.fullmatch(block.text) is not None
    )


def _count_prices(labels: str) -> int:
    if not any(name in labels for name in _CURRENCIES):
        return 0
    return sum(1 for label in labels.split("\n") if _PRICE.search(label))


def _count_shop_labels(lines: str) -> int:
    return sum(lines.count(f"\n{start}") for start in _SHOP_LABELS)


def _share_of_consent(blocks: list[PageBlock]) -> float:
    if sum(block.units for block in blocks) > _LONGEST_WALL:
        return 0.0
    return consent_share(" ".join(block.text for block in blocks))


def _count_forum_labels(lines: str) -> int:
    if _FORUM_LABELS.isdisjoint(lines.split()):
        return 0
    return sum(not _FORUM_LABELS.isdisjoint(line.split()) for line in lines.split("\n"))


_FORUM_LABELS = words_of("forum_labels")["words"]
_MANUAL_NAMES = words_of("manual_names")["names"]
_SHOP_LABELS = phrases_of("shop_labels")["starts"]

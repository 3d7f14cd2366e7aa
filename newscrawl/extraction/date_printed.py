"""Dates that a page prints for its readers: near the headline, before the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newscrawl.extraction.blocks import PageBlock
from newscrawl.extraction.body import Body
from newscrawl.extraction.date_evidence import Stated, is_foreign
from newscrawl.extraction.date_lines import LONGEST_LINE, split_line
from newscrawl.extraction.date_parsing import is_full_date
from newscrawl.extraction.page import Page

# Blocks. On the tuned pages the date line stands this near to the headline or the text.
_BEFORE_HEADLINE, _AFTER_TEXT, _PAST_FIRST_BLOCK, _MOST_BETWEEN = 4, 6, 2, 12
# Characters. Without a label only a part this short is there for its date.
_LONGEST_UNLABELLED = 70
_LONE_LINE = 40
_DIGIT = re.compile(r"\d")
_DATE_NAMES = re.compile(
    r"date|time|publi|posted|pub[-_]|datum|fecha|data(?![a-z-])|created|entry-meta|post-meta|byline",
    re.IGNORECASE,
)
_FOREIGN_TAGS = frozenset(("nav", "footer", "article"))
# "Berlin, 25. Januar 2022 -", "(21 November 2022)", "29.11.2022 –" before the first sentence.
_DATELINE = re.compile(
    r"\D{0,40}?(\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}\.? [^\W\d]{3,12}\.?,? \d{4}|[^\W\d]{3,9}\.? \d{1,2}, \d{4})"
)


def from_lines(body: Body, headline: HtmlElement | None) -> Iterator[Stated]:
    """Yield the dates of lines near the headline and after the text, labelled ones first."""
    around = _around(body, headline)
    between = _blocks_between(body.page_blocks, headline)
    own = [
        stated
        for block in [*between, *_blocks_around(body.page_blocks, headline)]
        if (line := _read_line(block))
        and (any(block is near for near in between) or not _is_foreign(block, around))
        for stated in line
    ]
    yield from (stated for stated in own if stated.kind)
    yield from (stated for stated in own if not stated.kind)


def from_datelines(body: Body) -> Iterator[Stated]:
    """Yield the date that stands before the first sentence of the text."""
    kept = [index for index, block in enumerate(body.page_blocks) if block.reason is None]
    first = kept[0] if kept else 0
    for block in body.page_blocks[max(0, first - 1) : first + 2]:
        match = _DATELINE.match(block.text[:80])
        if match:
            yield from (Stated(part.text, "text", part.kind) for part in split_line(match[0]))


def from_named_boxes(body: Body) -> Iterator[Stated]:
    """Yield the dates of short lines anywhere that a label or the element's name announces."""
    around = _around(body, None)
    for block in body.page_blocks:
        line = _read_line(block) if len(block.text) <= LONGEST_LINE // 2 else []
        if not line or _is_foreign(block, around):
            continue
        names = f"{block.element.get('class') or ''} {block.element.get('id') or ''}"
        is_named = bool(_DATE_NAMES.search(names))
        yield from (stated for stated in line if stated.kind or is_named)


def from_lone_dates(page: Page, body: Body) -> Iterator[Stated]:
    """Yield the date of a page that prints just one, wherever it stands."""
    times = {element.get("datetime") or "" for element in page.root.iter("time")} - {""}
    if len(times) == 1:
        yield Stated(times.pop(), "time")
    lines = [_read_line(block) for block in body.page_blocks if len(block.text) <= _LONE_LINE]
    lone = {stated.text: stated for line in lines for stated in line if is_full_date(stated.text)}
    if len(lone) == 1:
        yield next(iter(lone.values()))


def _around(body: Body, headline: HtmlElement | None) -> set[HtmlElement]:
    """The elements that hold the headline or the start of the text."""
    first = next((block.element for block in body.page_blocks if block.reason is None), None)
    return {
        ancestor
        for element in (headline, first)
        if element is not None
        for ancestor in element.iterancestors()
    }


def _is_foreign(block: PageBlock, around: set[HtmlElement]) -> bool:
    return block.element not in around and is_foreign(block.element, around, _FOREIGN_TAGS)


def _read_line(block: PageBlock) -> list[Stated]:
    if len(block.text) > LONGEST_LINE or not _DIGIT.search(block.text):
        return []
    return [
        Stated(part.text, "text", part.kind)
        for part in split_line(_part_children(block))
        if part.kind or len(part.text) <= _LONGEST_UNLABELLED
    ]


def _part_children(block: PageBlock) -> str:
    """Return a block's text, with a bar where two elements meet without a space.

    Styles keep them apart on the screen: "08:14" and the number of votes would read "08:142".
    """
    children = list(block.element)
    if len(children) < 2 or all(child.tail for child in children[:-1]):
        return block.text
    parts = [block.element.text or ""]
    for child in children:
        text = str(child.text_content()) if isinstance(child.tag, str) else ""
        parts += [text, child.tail or " | "]
    return " ".join("".join(parts).split())


def _blocks_between(blocks: list[PageBlock], headline: HtmlElement | None) -> list[PageBlock]:
    """The few blocks that part the headline from the text."""
    first = next((i for i, block in enumerate(blocks) if block.reason is None), 0)
    top = _last_block_of(headline, blocks[: first + 1])
    return [] if top is None or first - top > _MOST_BETWEEN else blocks[top + 1 : first]


def _blocks_around(blocks: list[PageBlock], headline: HtmlElement | None) -> list[PageBlock]:
    """The blocks where date lines also stand, the likeliest first."""
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    if not kept:
        return []
    first, last = kept[0], kept[-1]
    top = _last_block_of(headline, blocks[: first + 1])
    if top is None:
        top = max(0, first - 3 * _BEFORE_HEADLINE)
    order = [*range(top + 1, first + _PAST_FIRST_BLOCK + 1)]
    order += range(top, max(-1, top - _BEFORE_HEADLINE - 1), -1)
    order += range(last + 1, last + 1 + _AFTER_TEXT)
    return [blocks[index] for index in order if index < len(blocks)]


def _last_block_of(headline: HtmlElement | None, blocks: list[PageBlock]) -> int | None:
    inside = set(headline.iter()) if headline is not None else set()
    return next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i].element in inside), None)

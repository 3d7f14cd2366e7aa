"""Dates that a page prints for its readers: near the headline, before the first sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.extraction.dates.date_lines import is_date_line, on_day_of
from newscrawl.extraction.dates.lines import (
    LONGEST_LINE,
    Kind,
    ends_sentence,
    may_hold_date,
    split_line,
)
from newscrawl.extraction.dates.parsing import is_full_date
from newscrawl.extraction.metadata.date_evidence import Stated, is_foreign, read_time
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.text.body import Body
from newscrawl.extraction.text.headline_blocks import (
    blocks_below_headline,
    common_box,
    last_block_of,
)

# Blocks. On the tuned pages the date line stands this near to the headline or the text.
_BEFORE_HEADLINE, _AFTER_TEXT, _PAST_FIRST_BLOCK = 4, 6, 2
# Characters. Without a label only a part this short is there for its date.
_LONGEST_UNLABELLED = 70
# Elements in that of a date line. A text parted by line breaks has thousands for each line.
_MOST_CHILDREN = 40
_LONE_LINE = 40
_MERE_DATE = 25
_DIGIT = re.compile(r"\d")
_DATE_NAMES = re.compile(
    r"date|time|publi|posted|pub[-_]|datum|fecha|data(?![a-z-])|created|entry-meta|post-meta|byline",
    re.IGNORECASE,
)
_FOREIGN_TAGS = frozenset(("nav", "footer", "article"))
_BESIDE = frozenset(("aside", "nav", "footer", "figure", "figcaption"))
# "Berlin, 25. Januar 2022 -", "(21 November 2022)", "29.11.2022 –" before the first sentence.
_DATELINE = re.compile(
    r"\D{0,40}?(\d{1,2}[./]\s?\d{1,2}[./]\s?\d{4}|\d{4}-\d\d-\d\d|\d{4}年\d{1,2}月\d{1,2}日"
    r"|\d{1,2}\.? [^\W\d]{3,12}\.?,? \d{4}|[^\W\d]{3,9}\.? \d{1,2}, \d{4})"
)


def near_headline(body: Body, headline: HtmlElement | None) -> list[Stated]:
    """Return the dates printed between the headline and the text, labelled ones first.

    Not those of captions: they are of the picture.
    """
    between = blocks_below_headline(body.page_blocks, headline)
    own = (block for block in between if not _BESIDE.intersection(_tags_above(block)))
    read = (stated for block in own if not _is_caption(block) for stated in _read_block(block))
    return _labelled_first(_with_days(read))


def from_lines(body: Body, headline: HtmlElement | None) -> list[Stated]:
    """Return the dates of lines around the headline and after the text.

    Labelled ones come first, then those of the box that holds both: what stands before it is the
    day of the visit, or of other articles.
    """
    around = _around(body, headline)
    box = common_box(body.page_blocks, headline)
    blocks = _blocks_around(body.page_blocks, headline)
    own = [b for b in blocks if not _is_foreign(b, around) and not _is_caption(b)]
    own.sort(key=lambda block: box not in block.element.iterancestors())
    read = (
        stated
        for block in own
        for stated in _read_line(block)
        if stated.kind or block.reason or not _is_sentence(block.text)
    )
    return _labelled_first(_with_days(read))


def _is_sentence(text: str) -> bool:
    """Whether a line of the text tells of a day, rather than being there for it."""
    return ends_sentence(text) and not is_date_line(text)


def mere_dates(dates: Iterable[Stated]) -> Iterator[Stated]:
    """Yield the first day that lines name, if nothing else is said with it."""
    first = next((stated for stated in dates if is_full_date(stated.text)), None)
    if first and is_date_line(first.text):
        yield first


def _with_days(dates: Iterable[Stated]) -> Iterator[Stated]:
    """Yield the dates, a change that prints its time of day alone with the day printed before."""
    before = None
    for stated in dates:
        line = None
        if stated.kind == "modified" and stated.source == "text" and before:
            line = on_day_of(stated.text, before)
        yield stated._replace(text=line) if line else stated
        before = stated.text if stated.source == "text" and not line else before


def _labelled_first(dates: Iterable[Stated]) -> list[Stated]:
    return sorted(dates, key=lambda stated: stated.kind is None)


def from_datelines(body: Body) -> Iterator[Stated]:
    """Yield the date that stands before the first sentence of the text, or right before that."""
    blocks = body.page_blocks
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    first = kept[0] if kept else 0
    for index in sorted({max(0, first - 1), first, first + 1, *kept[1:2]}):
        match = _DATELINE.match(blocks[index].text[:80]) if index < len(blocks) else None
        for part in split_line(match[0]) if match else ():
            kind = part.kind or _kind_before(blocks[index].element)
            yield Stated(part.text, "text", kind)


class Line(NamedTuple):
    """A printed line and the dates in it."""

    block: PageBlock
    dates: list[Stated]


def read_lines(body: Body) -> list[Line]:
    """Return the lines of the whole page that have dates."""
    return [Line(block, dates) for block in body.page_blocks if (dates := _read_line(block))]


def from_named_boxes(lines: list[Line], body: Body) -> Iterator[Stated]:
    """Yield the dates of short lines anywhere that a label or the element's name announces."""
    around = _around(body, None)
    for block, dates in lines:
        if len(block.text) > LONGEST_LINE // 2:
            continue
        names = f"{block.element.get('class') or ''} {block.element.get('id') or ''}"
        told = [date for date in dates if date.kind or _DATE_NAMES.search(names)]
        if told and not _is_foreign(block, around):
            yield from told


def from_labels(lines: list[Line], kind: Kind) -> list[Stated]:
    """Return the one day that lines anywhere call the day of publication, or of change."""
    labelled = [
        date for line in lines if not _is_prose(line) for date in line.dates if date.kind == kind
    ]
    days = {date.text for date in labelled if is_full_date(date.text)}
    return labelled if len(days) == 1 else []


def _is_prose(line: Line) -> bool:
    """Whether a line is a sentence of the text, which may tell of any update."""
    return line.block.reason is None and len(line.block.text) > LONGEST_LINE // 2


def from_lone_dates(lines: list[Line], page: Page) -> Iterator[Stated]:
    """Yield the date of a page that prints just one, wherever it stands."""
    times = {element.get("datetime") or "" for element in page.root.iter("time")} - {""}
    if len(times) == 1:
        yield Stated(times.pop(), "time")
    short = [date for line in lines if len(line.block.text) <= _LONE_LINE for date in line.dates]
    lone = {date.text: date for date in short if is_full_date(date.text)}
    if len(lone) == 1:
        yield next(iter(lone.values()))


def from_first_dates(body: Body, headline: HtmlElement | None) -> Iterator[Stated]:
    """Yield the first line below the headline that is nothing but a date."""
    around = _around(body, headline)
    top = last_block_of(headline, body.page_blocks)
    for block in body.page_blocks[top + 1 :] if top is not None else ():
        is_mere = len(block.text) <= _MERE_DATE and is_full_date(block.text)
        if is_mere and not _is_foreign(block, around):
            yield from _read_line(block)
            return


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


def _tags_above(block: PageBlock) -> set[str]:
    return {str(element.tag) for element in (block.element, *block.element.iterancestors())}


def _is_caption(block: PageBlock) -> bool:
    """Whether a block repeats what stands for a picture beside it."""
    parent = block.element.getparent()
    pictures = parent.iter("img") if parent is not None else ()
    return any(block.text in (picture.get("alt"), picture.get("title")) for picture in pictures)


def _read_block(block: PageBlock) -> list[Stated]:
    """The dates of a block's line, those of its ``time`` elements to the second."""
    times = block.element.iter("time") if _is_whole_element(block) else ()
    return [*map(read_time, times), *_read_line(block)]


def _is_whole_element(block: PageBlock) -> bool:
    """Whether a block is all of its element, not a loose line among its element's blocks."""
    return len(str(block.element.text_content()).strip()) <= LONGEST_LINE


def _read_line(block: PageBlock) -> list[Stated]:
    if not may_hold_date(block.text):
        return []
    kind = _kind_before(block.element) if len(block.text) <= _MERE_DATE else None
    return [
        Stated(part.text, "text", part.kind or kind)
        for part in split_line(_part_children(block))
        if part.kind or len(part.text) <= _LONGEST_UNLABELLED
    ]


def _kind_before(element: HtmlElement) -> Kind | None:
    """What the element before calls a date, where it is nothing but a label."""
    before = element.getprevious()
    label = "" if before is None else " ".join(str(before.text_content()).split())
    if not label or len(label) > _MERE_DATE or _DIGIT.search(label):
        return None
    parts = split_line(f"{label} 1 1999")
    return parts[0].kind if parts else None


def _part_children(block: PageBlock) -> str:
    """Return a block's text, with a bar where two elements meet without a space.

    Styles keep them apart on the screen: "08:14" and the number of votes would read "08:142".
    """
    children = list(islice(block.element, _MOST_CHILDREN + 1))
    if not 1 < len(children) <= _MOST_CHILDREN or all(child.tail for child in children[:-1]):
        return block.text
    if not _is_whole_element(block):
        return block.text
    parts = [block.element.text or ""]
    for child in children:
        text = str(child.text_content()) if isinstance(child.tag, str) else ""
        parts += [text, child.tail or " | "]
    return " ".join("".join(parts).split())


def _blocks_around(blocks: list[PageBlock], headline: HtmlElement | None) -> list[PageBlock]:
    """The blocks where date lines also stand, the likeliest first."""
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    if not kept:
        return []
    first, last = kept[0], kept[-1]
    top = last_block_of(headline, blocks[: first + 1])
    if top is None:
        top = max(0, first - 3 * _BEFORE_HEADLINE)
    order = [*range(top + 1, first + _PAST_FIRST_BLOCK + 1)]
    order += range(top, max(-1, top - _BEFORE_HEADLINE - 1), -1)
    order += range(last + 1, last + 1 + _AFTER_TEXT)
    return [blocks[index] for index in order if index < len(blocks)]

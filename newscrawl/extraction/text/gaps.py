"""Blocks that are unlikely but for where they stand: inside the text, like its others."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import takewhile

from newscrawl.extraction.boilerplate.named_boxes import is_caption
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import DEPTH, Box, boxes_around, group_of, table_of
from newscrawl.extraction.page.names import BITS

# Probabilities from which on a gap is text. Lower, adverts between paragraphs are. Counted on 890
# annotated pages, what was text and what not: 77 paragraphs and 7, 93 subheadings on 34 pages and
# 24 on 15, 3 quotes and none, 27 items of lists and 19, 738 cells of tables and 386.
LEAST = 0.2
LEAST_BY_TYPE = {"heading": 0.3, "list_item": 0.1}
LEAST_ABOVE_LIST = 0.1
# Words of the longest line above a list: "What we liked".
SHORT = 12
# Share of characters inside links from which on a line is a link elsewhere.
LINKED = 0.3
# What ends a line that announces a list or table. On 2,158 annotated pages three more lines above
# lists stay, two of them annotated as text, and two tables, one of them so.
ANNOUNCES = (":", "：")
# Words of the shortest line that announces anything else.
ANNOUNCING = 5
# Cells of a row, on average, from which on a table holds data, and blocks before and behind it
# among which is text; chosen.
CELLS = 2
BESIDE = 20
_HEADING_NAME = re.compile(
    r"(?:^|[\s_-])(?:sub-?head(?:ing|line)?|zwischentitel|mellantitel|mellomtittel"
    r"|intertitre|ladillo|intert[ií]tulo)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FOREIGN = sum(
    BITS[name]
    for name in ("caption", "comments", "newsletter", "share", "related", "ad", "note", "tags")
)


def find_gaps(blocks: list[PageBlock], kept: set[int], phrases: Container[int]) -> set[int]:
    """Return the indices of blocks between two kept ones that are text like these.

    A gap is a paragraph among others of its box or above a list, a subheading (an advert may stand
    above it), a quote, a list or a table. No word of it is known for boilerplate (``phrases``), and
    no name says so. A listing of code is text wherever it stands: of 72 unlikely ones on 671 pages
    39 are annotated as text, and the others stand on two pages.
    """
    found: set[int] = set()
    # From the end, for what a gap stands above may be one that is text itself.
    for gap in reversed(list(_gaps_between(blocks, kept))):
        first = blocks[gap.start]
        if first.box.type == "code" and not first.box.hidden:
            found.update(gap)
            continue
        if first.box.row and _is_table_among(blocks, gap, kept):
            found.update(gap)
            continue
        is_open = gap.start - 1 in kept or first.box.type == "heading" or _announces(blocks, gap)
        is_announced = first.box.row and blocks[gap.start - 1].text.endswith(ANNOUNCES)
        is_followed = gap.stop in kept or gap.stop in found
        if is_open and (is_announced or (is_followed and _belongs(blocks, gap))):
            is_known = not first.box.row and any(index in phrases for index in gap)
            if not is_known and all(may_be_text(blocks[index]) for index in gap):
                found.update(gap)
    return found


def _gaps_between(blocks: list[PageBlock], kept: set[int]) -> Iterator[range]:
    """Yield what is not kept between the first and the last kept block: lists and tables whole."""
    index, last = min(kept, default=0), max(kept, default=0)
    while index < last:
        end = index + 1
        if index not in kept:
            while end < last and end not in kept and _are_parts(blocks[index], blocks[end]):
                end += 1
            yield range(index, end)
        index = end


def _are_parts(one: PageBlock, other: PageBlock) -> bool:
    if one.box.row:
        return bool(other.box.row)
    is_item = one.box.type == other.box.type == "list_item"
    return is_item and group_of(one.box) is group_of(other.box)


def may_be_text(block: PageBlock) -> bool:
    """Return whether nothing speaks against a block but that it is unlikely."""
    box = block.box
    if box.hidden or box.mask & _FOREIGN or is_caption(box) or block.link_share >= LINKED:
        return False
    return box.row != 0 or any(map(str.isalpha, block.text))


def _belongs(blocks: list[PageBlock], gap: range) -> bool:
    first = blocks[gap.start]
    score = sum(blocks[index].score for index in gap) / len(gap)
    is_sure = first.box.row or first.box.type in ("heading", "list_item", "quote")
    if (is_sure or _is_quote(first)) and score >= LEAST_BY_TYPE.get(first.box.type, LEAST):
        return True
    if first.box.type == "list_item" and _is_list_among(blocks, gap):
        return True
    if _announces(blocks, gap):
        return True
    if len(gap) > 1 or gap.start - 1 < 0:
        return False
    if first.box.tag == "caption" and blocks[gap.stop].box.row:
        return True
    if _heads(first) and blocks[gap.stop].box.type == "paragraph":
        return True
    if score >= LEAST and _is_among(blocks, gap.start):
        return True
    return score >= LEAST_ABOVE_LIST and _is_above_list(first, blocks[gap.stop])


def _heads(block: PageBlock) -> bool:
    """Return whether a line without a heading's element is one by its role or its name."""
    if block.box.type != "paragraph" or block.units > SHORT:
        return False
    is_named = _HEADING_NAME.search(block.box.names) is not None
    return is_named or block.element.get("role") == "heading"


def _announces(blocks: list[PageBlock], gap: range) -> bool:
    """Return whether a line says what follows: "The table shows arrivals at both ports:".

    Of unlikely ones right above what is kept, on 890 annotated pages, all three are text; of
    shorter ones three of six.
    """
    line = blocks[gap.start]
    is_line = len(gap) == 1 and line.box.type == "paragraph" and not line.box.row
    is_long = line.units >= ANNOUNCING and line.score >= LEAST_ABOVE_LIST
    return is_line and is_long and line.text.endswith(ANNOUNCES)


def _is_quote(block: PageBlock) -> bool:
    parent = block.box.parent
    return bool((block.box.mask | (parent.mask if parent is not None else 0)) & BITS["quote"])


def _is_among(blocks: list[PageBlock], index: int) -> bool:
    """Return whether a block and its neighbours share a box, or are boxes of one make."""
    own, before, behind = (blocks[at].box for at in (index, index - 1, index + 1))
    group = group_of(own)
    if all(group_of(near) is group for near in (before, behind)):
        return True
    return _make_of(before) == _make_of(own) == _make_of(behind)


def _is_list_among(blocks: list[PageBlock], gap: range) -> bool:
    """Return whether a list without links stands between two kept blocks of one box.

    On 2,158 real pages no such list is unlikely; newsletters have some, in boxes called so.
    """
    items = group_of(blocks[gap.start].box)
    if gap.start == 0 or items.mask & _FOREIGN or any(blocks[index].links for index in gap):
        return False
    near = (blocks[gap.start - 1], blocks[gap.stop])
    return all(group_of(block.box) is items.parent for block in near)


def _is_table_among(blocks: list[PageBlock], gap: range, kept: set[int]) -> bool:
    """Return whether cells are of a table of data with text before and behind it.

    The text stands in one of the boxes around; the caption of the table, its source and an advert
    may stand between. Of 180 such tables on 671 annotated pages 135 are text.
    """
    table = table_of(blocks[gap.start].box)
    if not _holds_data(blocks[table.start : table.end]):
        return False
    if not all(may_be_text(blocks[index]) for index in gap):
        return False
    before = next((i for i in range(table.start - 1, -1, -1)[:BESIDE] if i in kept), None)
    behind = next((i for i in range(table.end, len(blocks))[:BESIDE] if i in kept), None)
    if before is None or behind is None:
        return False
    around = boxes_around(table)
    between = list(takewhile(lambda box: box.start > before or box.end <= behind, around))
    is_foreign = any(box.mask & _FOREIGN or "widget" in box.names for box in between)
    return len(between) < DEPTH and not is_foreign


def _holds_data(cells: list[PageBlock]) -> bool:
    rows = {cell.box.row for cell in cells}
    return len(rows) > 1 and len(cells) >= CELLS * len(rows)


def _make_of(box: Box) -> tuple[Box | None, str, str]:
    return box.parent, box.tag, box.names


def _is_above_list(block: PageBlock, item: PageBlock) -> bool:
    if item.box.type != "list_item":
        return False
    if block.text.endswith(ANNOUNCES):
        return True
    if block.units > SHORT:
        return False
    around, group = group_of(item.box).parent, group_of(block.box)
    return around is not None and (around in (group, group.parent) or around.parent is group)

"""Items of a list: kept or dropped together."""

from __future__ import annotations

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box

COLONS = (":", "：")
# Share of characters inside links from which on a list is one of links, whatever stands
# before it: half, chosen and not measured.
LINKS = 0.5
# Words from which on what ends in a colon is prose that goes on in the list below, be it of links;
# "Buying options:" and "Read next:" are labels. On annotated pages prose announced links that are
# text on eight, others on three; labels on four and five (by weights learned from other sites).
PROSE = 12
# Blocks before a list among which the paragraph is looked for: an advert may stand between.
# Chosen: the demo's longest gap is within it.
NEAR = 4


def even_out_lists(blocks: list[PageBlock], least: float) -> None:
    """Give the items of a list one score, the mean by length: a list is text or it is not.

    It is at least ``least`` where the last kept paragraph before the list ends with a colon.
    """
    lists: dict[Box, list[int]] = {}
    for index, block in enumerate(blocks):
        if block.box.type == "list_item":
            lists.setdefault(_list_of(block.box), []).append(index)
    for around, indices in lists.items():
        items = [blocks[index] for index in indices]
        units = sum(item.units for item in items)
        mean = sum(item.score * item.units for item in items) / units
        before = blocks[max(0, indices[0] - NEAR) : indices[0]]
        last = next((block for block in reversed(before) if block.score >= least), None)
        if last is not None and _announces(last, around, items):
            mean = max(mean, least)
        for item in items:
            item.score = mean


def _announces(block: PageBlock, around: Box, items: list[PageBlock]) -> bool:
    is_sibling = around.parent is not None and around.parent in (block.box, block.box.parent)
    is_prose = block.units >= PROSE
    return is_sibling and block.text.endswith(COLONS) and (is_prose or not are_links(items))


def are_links(items: list[PageBlock]) -> bool:
    """Return whether the items of a list are links more than text; true of none."""
    links = sum(item.link_share * item.units for item in items)
    return links >= LINKS * sum(item.units for item in items)


def _list_of(box: Box) -> Box:
    """Return the box around the list item that a box is or stands in."""
    while box.parent is not None and box.tag != "li":
        box = box.parent
    return box.parent or box

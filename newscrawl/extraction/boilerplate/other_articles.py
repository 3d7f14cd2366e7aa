"""Further articles on an article's page, as endless scrolling appends them."""

from __future__ import annotations

from collections.abc import Sequence

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, with_inner


def find_other_articles(blocks: list[PageBlock], boxes: list[Box], start: int) -> set[Box]:
    """Return all boxes of further articles; ``start`` is the index of the text's first paragraph.

    Another article has a main heading of its own, and is either an ``article`` element that neither
    holds the paragraph nor stands in an ``article`` that does, or a twin: a neighbour, of the same
    element and class, of a box that holds the paragraph and one main heading.
    """
    headings = [index for index, block in enumerate(blocks) if block.box.tag == "h1"]
    if not headings:
        return set()
    others = _other_elements(blocks, boxes, start) | _twins(blocks, boxes, start, headings)
    return with_inner(others, boxes)


def _other_elements(blocks: list[PageBlock], boxes: list[Box], start: int) -> set[Box]:
    nearest: dict[Box, Box | None] = {}
    for box in boxes:
        around = nearest[box.parent] if box.parent is not None else None
        nearest[box] = box if box.tag == "article" else around
    own = nearest[blocks[start].box]
    if own is None:
        return set()
    headed = {nearest[block.box] for block in blocks if block.box.tag == "h1"}
    inside = with_inner({own}, boxes)
    return {
        box
        for box in boxes
        if box in headed and box not in inside and not box.start <= start < box.end
    }


def _twins(
    blocks: list[PageBlock], boxes: list[Box], start: int, headings: Sequence[int]
) -> set[Box]:
    box: Box | None = blocks[start].box
    while box is not None and box.parent is not None:
        if box.names and _count(box, headings) == 1:
            return {
                other
                for other in boxes
                if other.parent is box.parent
                and other is not box
                and (other.tag, other.names) == (box.tag, box.names)
                and _count(other, headings) == 1
            }
        box = box.parent
    return set()


def _count(box: Box, headings: Sequence[int]) -> int:
    return sum(box.start <= index < box.end for index in headings)

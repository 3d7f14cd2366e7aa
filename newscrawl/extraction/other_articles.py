"""Further articles on an article's page, as endless scrolling appends them."""

from __future__ import annotations

from newscrawl.extraction.blocks import Box, PageBlock


def find_other_articles(blocks: list[PageBlock], boxes: list[Box], start: int) -> set[Box]:
    """Return all boxes of further articles; ``start`` is the index of the text's first paragraph.

    Another article is an ``article`` element with a main heading of its own, that neither holds
    the paragraph nor stands in an ``article`` that does.
    """
    nearest: dict[Box, Box | None] = {}
    for box in boxes:
        around = nearest[box.parent] if box.parent is not None else None
        nearest[box] = box if box.tag == "article" else around
    own = nearest[blocks[start].box]
    if own is None:
        return set()
    headed = {nearest[block.box] for block in blocks if block.box.tag == "h1"}
    found: set[Box] = set()
    inside = {own}
    for box in boxes:
        if box.parent in inside:
            inside.add(box)
        holds = box.start <= start < box.end
        if box.parent in found or (box in headed and box not in inside and not holds):
            found.add(box)
    return found

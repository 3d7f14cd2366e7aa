"""Further articles on an article's page, as endless scrolling appends them."""

from __future__ import annotations

from newscrawl.extraction.blocks import Box, PageBlock


def find_other_articles(blocks: list[PageBlock], boxes: list[Box], start: int) -> set[Box]:
    """Return all boxes of further articles; ``start`` is the index of the text's first paragraph.

    Another article is an ``article`` element with a main heading of its own, that neither holds
    the paragraph nor stands in an ``article`` that does.
    """
    own = _article_of(blocks[start].box)
    if own is None:
        return set()
    around = set(_ancestors(own))
    headed = {_article_of(block.box) for block in blocks if block.box.tag == "h1"}
    found: set[Box] = set()
    for box in boxes:
        is_other = box in headed and box not in around and own not in _ancestors(box)
        if is_other or box.parent in found:
            found.add(box)
    return found


def _article_of(box: Box) -> Box | None:
    return next((around for around in _ancestors(box) if around.tag == "article"), None)


def _ancestors(box: Box) -> list[Box]:
    found = [box]
    while found[-1].parent is not None:
        found.append(found[-1].parent)
    return found

"""Fact boxes amid the text: what papers set beside an article to be known about its subject."""

from __future__ import annotations

import re
from functools import lru_cache

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box

# As sites call them, in one of an element's names. Of 35 blocks of such boxes on five of 2,158 real
# pages one is annotated as text: a line that says who wrote the box.
_FACT_BOX = re.compile(
    r"(?:[a-z]+[-_]+)*(?:fact-?box|fakta-?(?:boks|box|ruta)|fakten-?box)(?:[-_].*)?", re.IGNORECASE
)
# What all of these hold: one look for a page is cheaper than one for each of its names.
_MAY_NAME = re.compile(r"fa[ck]t", re.IGNORECASE)
# Share that fact boxes have at most of the words that are likely text, chosen: what has more is
# the article, whatever it is called.
SHARE = 0.8


def find_fact_boxes(blocks: list[PageBlock], boxes: list[Box], likely: list[int]) -> set[Box]:
    """Return the fact boxes and all boxes inside these; none where they may be the text.

    ``likely`` are the indices of what may be text.
    """
    found: set[Box] = set()
    if not _MAY_NAME.search("\n".join({box.names for box in boxes})):
        return found
    for box in boxes:
        if box.parent in found or (box.names and _is_fact_box(box.names)):
            found.add(box)
    inside = sum(blocks[index].units for index in likely if blocks[index].box in found)
    return found if inside <= SHARE * sum(blocks[index].units for index in likely) else set()


@lru_cache(maxsize=1 << 12)  # the boxes of a site are the same ones again and again
def _is_fact_box(names: str) -> bool:
    return any(map(_FACT_BOX.fullmatch, names.split()))

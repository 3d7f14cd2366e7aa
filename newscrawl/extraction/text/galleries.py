"""Pages that are pictures and their captions: these are the article then."""

from __future__ import annotations

from newscrawl.extraction.boilerplate.captions import is_credit
from newscrawl.extraction.boilerplate.named_boxes import is_caption
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.names import BITS

# Captions that make a gallery; a page without text has one or two for its lead picture.
LEAST_CAPTIONS = 3
# Words from which on a caption says something. Shorter ones are names, dates and credits.
CAPTION_WORDS = 4
# Share of characters inside links under which a caption is no teaser.
LINKED = 0.5


def find_gallery(blocks: list[PageBlock], kept: set[int], title: int) -> set[int]:
    """Return the indices of the captions below the headline (-1: none), if all text is captions.

    Empty if they are few, or if another block is kept.
    """
    if not all(_is_caption(blocks[index]) for index in kept):
        return set()
    captions = {index for index in range(title + 1, len(blocks)) if _says_something(blocks[index])}
    return captions if len(captions) >= LEAST_CAPTIONS else set()


def _says_something(block: PageBlock) -> bool:
    if block.units < CAPTION_WORDS or block.link_share >= LINKED or is_credit(block.text):
        return False
    return _is_caption(block)


def _is_caption(block: PageBlock) -> bool:
    return is_caption(block.box) or bool(block.box.mask & BITS["caption"])

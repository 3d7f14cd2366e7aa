"""Pages that are pictures and their captions: these are the article then, or a part of it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import pairwise

from newscrawl.extraction.boilerplate.captions import is_credit
from newscrawl.extraction.boilerplate.named_boxes import is_caption
from newscrawl.extraction.boilerplate.reasons import ends_in_credit
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box
from newscrawl.extraction.page.names import BITS

# Captions that make a gallery; a page without text has one or two for its lead picture.
LEAST_CAPTIONS = 3
# Words from which on a caption says something. Shorter ones are names, dates and credits.
CAPTION_WORDS = 4
# Share of characters inside links under which a caption is no teaser.
LINKED = 0.5
# Headings with nothing but captions below that make a list of pictures. Of 2,158 real pages one has
# so many, a list; one has four, which name its videos.
LEAST_LISTED = 5
# Probability under which what stands beside a caption is chrome; chosen.
CHROME = 0.1


def find_gallery(blocks: list[PageBlock], kept: set[int], title: int) -> set[int]:
    """Return the indices of the captions below the headline (-1: none), if all text is captions.

    Empty if they are few, or if another block is kept.
    """
    if not all(_is_caption(blocks[index]) for index in kept):
        return set()
    captions = {index for index in range(title + 1, len(blocks)) if _says_something(blocks[index])}
    return captions if len(captions) >= LEAST_CAPTIONS else set()


def lift_listed(
    blocks: list[PageBlock], main: Box, phrases: Container[int], least: float
) -> set[int]:
    """Give headings and captions of a list of pictures the score ``least``; return their indices.

    A site may set the text of each item below its picture. Empty if headings in the main box with
    nothing else below are few.
    """
    entries = list(_entries(blocks, main, phrases))
    if sum(is_whole for _, is_whole in entries) < LEAST_LISTED:
        return set()
    listed = {index for entry, _ in entries for index in entry}
    for index in listed:
        blocks[index].score = max(blocks[index].score, least)
    return listed


def _entries(
    blocks: list[PageBlock], main: Box, phrases: Container[int]
) -> Iterator[tuple[list[int], bool]]:
    """Yield each heading with the captions right below it, and whether no other text follows."""
    heads = [i for i in range(main.start, main.end) if _may_head(blocks[i])]
    for head, end in pairwise((*heads, main.end)):
        texts = (i for i in range(head + 1, end) if _may_be_text(blocks[i]) and i not in phrases)
        first = next(texts, end)
        captions = [i for i in range(head + 1, first) if _says_something(blocks[i])]
        if captions:
            yield [head, *captions], first == end


def _may_head(block: PageBlock) -> bool:
    """Return whether a block is a heading, not of a teaser nor of a slide, which is all caption."""
    is_heading = block.box.type == "heading" and block.link_share < LINKED
    return is_heading and not _is_caption(block)


def _may_be_text(block: PageBlock) -> bool:
    return block.score >= CHROME and not _is_caption(block)


def _says_something(block: PageBlock) -> bool:
    if block.units < CAPTION_WORDS or block.link_share >= LINKED or is_credit(block.text):
        return False
    return _is_caption(block)


def _is_caption(block: PageBlock) -> bool:
    is_named = is_caption(block.box) or bool(block.box.mask & BITS["caption"])
    return is_named or ends_in_credit(block)

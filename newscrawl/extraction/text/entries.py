"""Entries of a live blog: neighbours of one make, each with a time of day and a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from newscrawl.extraction.boilerplate.reasons import is_signed_clock
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box
from newscrawl.extraction.page.names import split_names
from newscrawl.extraction.text.gaps import may_be_text

# Neighbours of one make that are entries, and the share of them that begin with a time of day and
# hold kept text. Chosen.
MANY = 3
SHARE = 0.5
# Blocks of an entry among which its time of day stands.
HEAD = 2
# Probability from which on a block of an entry is text; chosen.
LEAST = 0.08


def find_in_entries(
    blocks: list[PageBlock], boxes: list[Box], kept: set[int], phrases: Container[int]
) -> set[int]:
    """Return the indices of unlikely blocks in the entries of a live blog.

    What else stands in an entry is its own headline, its lists and its tables. None of 2,158 real
    pages, of which few are live blogs, has a text that changes.
    """
    return {
        index
        for entry in _entries(blocks, boxes, kept)
        for index in range(entry.start, entry.end)
        if _is_likely(blocks[index]) and index not in phrases and may_be_text(blocks[index])
    }


def _is_likely(block: PageBlock) -> bool:
    return block.score >= LEAST or block.box.row != 0


def _entries(blocks: list[PageBlock], boxes: list[Box], kept: set[int]) -> Iterator[Box]:
    """Yield the boxes of rows of one make, most of which have a time of day and a text."""
    sure = {box for index in _clocks(blocks, kept) for box in _boxes_from(blocks, index)}
    sure = {box for box in sure if not kept.isdisjoint(range(box.start, box.end))}
    parents = {box.parent for box in sure}
    rows: dict[tuple[Box | None, str, tuple[str, ...]], list[Box]] = defaultdict(list)
    for box in boxes if sure else ():
        if box.parent in parents:
            rows[box.parent, box.tag, tuple(split_names(box.names)[:1])].append(box)
    for row in rows.values():
        if len(row) >= MANY and len(sure.intersection(row)) >= SHARE * len(row):
            yield from row


def _clocks(blocks: list[PageBlock], kept: set[int]) -> Iterator[int]:
    """Yield the indices of the times of day in the text."""
    for index in range(max(0, min(kept, default=0) - HEAD), max(kept, default=0)):
        if is_signed_clock(blocks[index].text):
            yield index


def _boxes_from(blocks: list[PageBlock], index: int) -> Iterator[Box]:
    """Yield the boxes around a block that begin with it, or right before it."""
    box: Box | None = blocks[index].box
    while box is not None and box.start > index - HEAD:
        yield box
        box = box.parent

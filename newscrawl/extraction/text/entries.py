"""Entries of a live blog: neighbours of one make, each with its time of day and a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from newscrawl.extraction.boilerplate.reasons import is_moment
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box
from newscrawl.extraction.page.names import split_names
from newscrawl.extraction.text.gaps import may_be_text

# Neighbours of one make that are entries, and the share of them that begin with a moment and hold
# kept text. Chosen.
MANY = 3
SHARE = 0.5
# Blocks of an entry among which its moment stands.
HEAD = 2
# Probability from which on a block of an entry is text.
LEAST = 0.2


def find_in_entries(
    blocks: list[PageBlock], boxes: list[Box], kept: set[int], phrases: Container[int]
) -> set[int]:
    """Return the indices of unlikely blocks in the entries of a live blog.

    What else stands in an entry is its own headline and its lists.
    """
    return {
        index
        for entry in _entries(blocks, boxes, kept)
        for index in range(entry.start, entry.end)
        if blocks[index].score >= LEAST and index not in phrases and may_be_text(blocks[index])
    }


def _entries(blocks: list[PageBlock], boxes: list[Box], kept: set[int]) -> Iterator[Box]:
    rows: dict[tuple[Box | None, str, tuple[str, ...]], list[Box]] = defaultdict(list)
    for box in boxes:
        if box.away:
            rows[box.parent, box.tag, tuple(split_names(box.names)[:1])].append(box)
    for row in rows.values():
        sure = sum(_is_entry(box, blocks, kept) for box in row) if len(row) >= MANY else 0
        if sure and sure >= SHARE * len(row):
            yield from row


def _is_entry(box: Box, blocks: list[PageBlock], kept: set[int]) -> bool:
    if kept.isdisjoint(range(box.start, box.end)):
        return False
    return any(is_moment(block.text) for block in blocks[box.start : box.end][:HEAD])

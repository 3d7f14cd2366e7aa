"""The text once more in one piece, as what a pay wall covers or a script reads aloud."""

from __future__ import annotations

from collections.abc import Sequence

from newscrawl.extraction.page.blocks import PageBlock

# Other blocks of so many words that a copy holds to the letter, how many at least, and their share
# of its words: a paragraph may repeat two quotes, and a piece that holds more than the others is
# the text itself. One of 2,158 real pages has such a copy.
UNITS = 10
PARTS = 3
SHARE = 0.6


def find_copies(blocks: Sequence[PageBlock], likely: Sequence[int]) -> set[int]:
    """Return the index of the longest likely block, if it repeats the others; empty if not."""
    if len(likely) <= PARTS:
        return set()
    longest = max(likely, key=lambda index: blocks[index].units)
    whole = blocks[longest]
    units = [
        blocks[index].units
        for index in likely
        if UNITS <= blocks[index].units < whole.units and blocks[index].text in whole.text
    ]
    is_copy = len(units) >= PARTS and sum(units) >= SHARE * whole.units
    return {longest} if is_copy else set()

"""Headings of one make, or of one count: text where most of them are."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import pairwise

from newscrawl.extraction.page.blocks import PageBlock

# Share of characters inside links from which on a heading is a link: to a place or a firm, where
# the text goes on below, and above a teaser.
LINKED = 0.6
# Of the headings of one tag and names, the share that is likely text.
SHARE = 0.7
# Headings of one tag and class that are text from which on another of them is; chosen.
LIKE = 3
# "3. Ferry", "#3: Ferry"; not "2025. A year".
_NUMBERED = re.compile(r"#?\d{1,2}[.):] |#\d{1,2}\s")


def even_out_headings(blocks: list[PageBlock], least: float) -> None:
    """Give headings right above text ``least``, where others like them have it.

    So are links, if most of one make are text, and numbers, if any is. Of 12 such links that were
    less likely, on four of 890 annotated pages, and of six such numbers on two all are text.
    """
    headings = [block for block in blocks if block.box.type == "heading"]
    likely = _likely_makes(headings, least)
    is_counted = any(block.score >= least for block in headings if _NUMBERED.match(block.text))
    for block, after in pairwise(blocks):
        if block.box.type != "heading" or after.score < least:
            continue
        is_link = block.link_share > LINKED and (block.box.tag, block.box.names) in likely
        if is_link or (is_counted and _NUMBERED.match(block.text)):
            block.score = max(block.score, least)


def find_like_headings(
    blocks: list[PageBlock], kept: set[int], phrases: Container[int]
) -> set[int]:
    """Return the indices of headings right above text, if nearly all of one class are text.

    Of five such ones on four of 890 annotated pages all are text (by weights of other sites).
    """
    inside = range(min(kept, default=0), max(kept, default=0))
    makes: dict[tuple[str, str], list[int]] = {}
    for index in inside:
        box = blocks[index].box
        if box.type == "heading" and box.classes:
            makes.setdefault((box.tag, box.classes), []).append(index)
    found: set[int] = set()
    for like in makes.values():
        others = [index for index in like if index not in kept]
        if len(like) - len(others) >= max(LIKE, SHARE * len(like)):
            found.update(i for i in others if i + 1 in kept and i not in phrases)
    return found


def _likely_makes(headings: Iterable[PageBlock], least: float) -> set[tuple[str, str]]:
    """Return tag and names of headings most of which are likely text."""
    makes: dict[tuple[str, str], list[bool]] = {}
    for each in headings:
        makes.setdefault((each.box.tag, each.box.names), []).append(each.score >= least)
    return {make for make, are in makes.items() if sum(are) >= SHARE * len(are)}

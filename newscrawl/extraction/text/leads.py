"""The lead that stands apart: between headline and text, not among the text's paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice, pairwise

from newscrawl.extraction.boilerplate.captions import split_caption
from newscrawl.extraction.boilerplate.named_boxes import is_caption
from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, group_of
from newscrawl.extraction.page.evidence import Evidence
from newscrawl.extraction.page.letters import STOPS
from newscrawl.extraction.page.names import BITS, STANDFIRST, split_names

# "summary" is what the key points are called too, but those are not alone in their box.
_LEAD = BITS["lead"] | BITS["summary"]
# Names of a lead alone, unless they are part of a longer word.
_STANDFIRST = re.compile(rf"{STANDFIRST}|^excerpt$|^sub(?:title|head|deck)|^description$")
# Blocks before the first paragraph among which the lead is looked for.
NEAR = 12
# The same right below the headline, of what only a lead is called: buttons and bylines of a dozen
# lines stand between it and the text. Of 2,158 pages four get a lead so, each of them one.
FAR = 40
# Paragraphs of the text that may be called a lead: some systems call all so ("description").
MOST_NAMED = 3
# Words: a kicker is shorter, a paragraph that the site only calls "intro" longer.
SHORTEST = 3
LONGEST = 120
# Words from which on a kept block is the text's first paragraph, not a caption before it.
PROSE = 8
SENTENCE_ENDS = (*STOPS, "”", '"', "»", "“")


def find_lead(blocks: list[PageBlock], kept: set[int], evidence: Evidence) -> int | None:
    """Return the index of the lead that stands apart, None if there is none.

    A lead is what the page's description repeats, or alone in a box that the markup calls so. It
    stands apart if it is a heading, or no sibling of the text's paragraphs and called a lead, no
    sentence or right below the headline. (Many descriptions are but the first paragraph again.)
    """
    by_name = sum(_is_named(blocks[index]) for index in kept) <= MOST_NAMED
    subheadings = _find_subheadings(blocks, kept)

    def may_be_lead(index: int) -> bool:
        return index not in subheadings and _is_lead(blocks[index], evidence, by_name=by_name)

    texts = (index for index in sorted(kept) if not may_be_lead(index))
    start = next((index for index in texts if blocks[index].units >= PROSE), None)
    if start is None:
        return None
    group = group_of(blocks[start].box)
    is_first = True
    for index in range(start - 1, max(-1, start - FAR), -1):
        block = blocks[index]
        if not may_be_lead(index):
            continue
        is_below_title = evidence.is_title(blocks[max(0, index - 1)].text)
        if (start - index >= NEAR or not is_first) and not (
            is_below_title and is_standfirst(block)
        ):
            continue
        is_first = False
        if block.box.type == "heading":
            return index
        is_line = not block.text.endswith(SENTENCE_ENDS)
        apart = (by_name and _is_named(block)) or is_line or (index in kept and is_below_title)
        if apart and group_of(block.box) is not group:
            return index
    return None


def _find_subheadings(blocks: list[PageBlock], kept: set[int]) -> set[int]:
    """Return the indices of kept headings of one class, which a site may call "subtitle"."""
    headings = [index for index in kept if blocks[index].box.type == "heading"]
    makes = Counter((blocks[i].box.tag, blocks[i].box.classes) for i in headings)
    return {i for i in headings if makes[blocks[i].box.tag, blocks[i].box.classes] > 1}


def find_stated(blocks: list[PageBlock], main: Box, evidence: Evidence) -> list[int]:
    """Return the index of the paragraph inside a box that the page's description begins with.

    The beginning is all that some sites show of an article, and too little to be told by its place.
    """
    stated = (
        index
        for index in range(main.start, main.end)
        if blocks[index].units >= PROSE
        and evidence.is_lead(blocks[index].text)
        and _is_lead(blocks[index], evidence, by_name=False)
    )
    return list(islice(stated, 1))


def is_standfirst(block: PageBlock) -> bool:
    """Return whether the markup gives a lead apart from the text; any other one begins it."""
    words = split_names(_named_box(block).names)
    return any(map(_STANDFIRST.search, (*words, *map("".join, pairwise(words)))))


def _is_lead(block: PageBlock, evidence: Evidence, *, by_name: bool) -> bool:
    box = block.box
    if not SHORTEST <= block.units <= LONGEST or block.link_share > 0.5:
        return False
    if block.text == evidence.title or box.tag == "h1":
        return False
    if is_caption(box) or box.mask & BITS["caption"]:  # some sites describe the article by it
        return False
    is_told = evidence.is_lead(block.text) or (by_name and _is_named(block))
    if not is_told or match_phrase(block.text):
        return False
    return split_caption(block.text).credit is None


def _is_named(block: PageBlock) -> bool:
    """Return whether the markup calls a block, or the box around it alone, a lead."""
    named = _named_box(block)
    return bool(named.mask & _LEAD) and named.end - named.start == 1


def _named_box(block: PageBlock) -> Box:
    """Return the box that says what a block is: its own, or its parent if that has it alone."""
    box = block.box
    if box.mask & _LEAD or box.parent is None or box.parent.end - box.parent.start > 1:
        return box
    return box.parent

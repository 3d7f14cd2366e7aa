"""The lead that stands apart: between headline and text, not among the text's paragraphs."""

from __future__ import annotations

from newscrawl.extraction.blocks import PageBlock
from newscrawl.extraction.containers import group_of
from newscrawl.extraction.evidence import Evidence
from newscrawl.extraction.names import BITS

_LEAD = BITS["lead"]
# Blocks before the first paragraph among which the lead is looked for.
NEAR = 12
# Words: a kicker or a date line is shorter, a paragraph that the site only calls "intro" longer.
SHORTEST = 5
LONGEST = 120


def find_lead(blocks: list[PageBlock], kept: set[int], evidence: Evidence) -> int | None:
    """Return the index of the lead that stands apart, None if there is none.

    Apart is what the markup calls a lead or a description, or sets as a heading that says the
    description; and what is alone in its box, not a sibling of the text's paragraphs.
    """
    start = next((i for i in sorted(kept) if not _is_lead(blocks[i], evidence)), None)
    if start is None:
        return None
    group = group_of(blocks[start].box)
    for index in range(start - 1, max(-1, start - NEAR), -1):
        block = blocks[index]
        if _is_lead(block, evidence):
            apart = group_of(block.box) is not group or block.box.type == "heading"
            return index if apart else None
    return None


def _is_lead(block: PageBlock, evidence: Evidence) -> bool:
    box = block.box
    if not SHORTEST <= block.units <= LONGEST or block.link_share > 0.5:
        return False
    if block.text == evidence.title or box.tag == "h1":
        return False
    if box.type == "heading" and evidence.is_lead(block.text):
        return True
    named = box if box.mask & _LEAD or box.parent is None else box.parent
    return bool(named.mask & _LEAD) and named.end - named.start == 1

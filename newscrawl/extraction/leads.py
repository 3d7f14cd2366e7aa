"""The lead that stands apart: between headline and text, not among the text's paragraphs."""

from __future__ import annotations

from newscrawl.extraction.blocks import PageBlock
from newscrawl.extraction.containers import group_of
from newscrawl.extraction.evidence import Evidence
from newscrawl.extraction.names import MEANINGS

_LEAD = 1 << MEANINGS.index("lead")
# Blocks before the first paragraph among which the lead is looked for.
NEAR = 12
# Words: a kicker or a date line is shorter, a paragraph that the site only calls "intro" longer.
SHORTEST = 5
LONGEST = 120


def find_lead(blocks: list[PageBlock], kept: set[int], evidence: Evidence) -> int | None:
    """Return the index of the lead, None if there is none or it is the text's first paragraph.

    A lead is what the page's description repeats or its markup calls so. It stands apart unless
    the next kept paragraph has the same parent element.
    """
    order = sorted(kept)
    start = next((index for index in order if not _is_lead(blocks[index], evidence)), None)
    if start is None:
        return None
    for index in range(start - 1, max(-1, start - NEAR), -1):
        block = blocks[index]
        if _is_lead(block, evidence):
            apart = group_of(block.box) is not group_of(blocks[start].box)
            return index if apart or block.box.type == "heading" else None
    return None


def _is_lead(block: PageBlock, evidence: Evidence) -> bool:
    if not SHORTEST <= block.units <= LONGEST or block.link_share > 0.5:
        return False
    if block.text == evidence.title or block.box.tag == "h1":
        return False
    return evidence.is_lead(block.text) or bool(block.box.mask & _LEAD)

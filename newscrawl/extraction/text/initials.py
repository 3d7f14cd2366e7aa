"""A paragraph's first letter, set large in an element of its own."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from newscrawl.extraction.page.blocks import PageBlock

# Words of the paragraph: "X" before "facebook" is an icon before a label. 3 of 2,896 real pages
# have an initial, and none a letter before so long a paragraph that is not its own.
LONG = 8
# What style sheets call it where it stands in the paragraph, with a space behind: "N a endlich".
_STYLED = re.compile(r"initial|drop-?cap|first-?letter|lettrine|capital", re.IGNORECASE)
_PARTED = re.compile(r"[^\W\d_] (?=[^\W\d_])")
# Elements of a paragraph that are looked at: the letter and what wraps it.
_FIRST = 5


def join_initials(blocks: list[PageBlock]) -> set[int]:
    """Give paragraphs their first letter back; return the indices of the letters."""
    found: set[int] = set()
    for index, (letter, paragraph) in enumerate(pairwise(blocks)):
        if len(letter.text) == 1 and letter.text.isupper() and _lacks_initial(paragraph):
            paragraph.text = letter.text + paragraph.text
            found.add(index)
    for block in blocks:
        if _PARTED.match(block.text) and block.text[2].islower() and _has_styled_initial(block):
            block.text = block.text[0] + block.text[2:]
    return found


def _has_styled_initial(block: PageBlock) -> bool:
    """Whether an element of its own holds the first letter, and its class says so."""
    return any(
        (element.text or "").strip() == block.text[0]
        and _STYLED.search(element.get("class") or "") is not None
        for element in islice(block.element.iter("span", "b", "strong", "em", "i", "font"), _FIRST)
    )


def _lacks_initial(block: PageBlock) -> bool:
    is_paragraph = block.box.type == "paragraph" and not block.box.row
    return is_paragraph and block.units >= LONG and block.text[0].islower()

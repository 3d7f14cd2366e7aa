"""A paragraph's first letter, set large in an element of its own."""

from __future__ import annotations

from itertools import pairwise

from newscrawl.extraction.page.blocks import PageBlock

# Words of the paragraph: "X" before "facebook" is an icon before a label. 3 of 2,896 real pages
# have an initial, and none a letter before so long a paragraph that is not its own.
LONG = 8


def join_initials(blocks: list[PageBlock]) -> set[int]:
    """Give paragraphs their first letter back; return the indices of the letters."""
    found: set[int] = set()
    for index, (letter, paragraph) in enumerate(pairwise(blocks)):
        if len(letter.text) == 1 and letter.text.isupper() and _lacks_initial(paragraph):
            paragraph.text = letter.text + paragraph.text
            found.add(index)
    return found


def _lacks_initial(block: PageBlock) -> bool:
    is_paragraph = block.box.type == "paragraph" and not block.box.row
    return is_paragraph and block.units >= LONG and block.text[0].islower()

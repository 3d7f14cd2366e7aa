"""What a text does not begin with."""

from __future__ import annotations

from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.letters import STOPS

# Words of a line that names somebody, or who checked the text. Chosen.
_NAME = 5
_SENTENCE_ENDS = (*STOPS, ":", "：")


def drop_line_beside_date(blocks: list[PageBlock], kept: set[int]) -> None:
    """Take a first line out of ``kept`` that only names somebody, right above or below a date.

    Of 2,158 real pages three had such a line in their text, and none of them was text.
    """
    first = min(kept, default=-1)
    if first < 0 or len(kept) == 1:
        return
    block = blocks[first]
    is_name = block.units <= _NAME and not block.text.endswith(_SENTENCE_ENDS)
    near = blocks[max(0, first - 1) : first + 2]
    if block.box.type == "paragraph" and is_name and any(is_date_line(b.text) for b in near):
        kept.discard(first)

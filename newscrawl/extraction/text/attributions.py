"""Who is quoted: the line inside a quote that goes where the quote goes."""

from __future__ import annotations

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box

_QUOTED_BY = ("cite", "footer")
# "— Moira Tansley, who runs the café": words of the longest such line.
_DASHES = "—–-"
LONGEST = 12


def settle_attributions(blocks: list[PageBlock], kept: set[int]) -> None:
    """Keep the lines that say who is quoted with their quotes, or drop them with these."""
    for index, block in enumerate(blocks):
        may_be = block.box.type == "quote" or block.box.tag in _QUOTED_BY
        if index and may_be and _is_attribution(block, blocks[index - 1]):
            (kept.add if index - 1 in kept else kept.discard)(index)


def _is_attribution(block: PageBlock, before: PageBlock) -> bool:
    quote = _quote_of(block.box)
    if quote is None or quote is not _quote_of(before.box):
        return False
    if block.text[0] in _DASHES and block.units <= LONGEST:
        return True
    lines = (" ".join(str(e.text_content()).split()) for e in block.element.iter(*_QUOTED_BY))
    return block.text in lines


def _quote_of(box: Box | None) -> Box | None:
    while box is not None and box.tag != "blockquote":
        box = box.parent
    return box

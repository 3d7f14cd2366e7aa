"""Who is quoted: the line inside a quote that goes where the quote goes."""

from __future__ import annotations

from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box

_QUOTED_BY = ("cite", "footer")
# "— Moira Tansley, who runs the café": words of the longest such line.
_DASHES = "—–-"
LONGEST = 12
# Boxes between a line and its quote, and parts of a quote that are read: more are no quote's.
DEPTH = 4
MOST = 8


def settle_attributions(blocks: list[PageBlock], kept: set[int]) -> None:
    """Keep the lines that say who is quoted with their quotes, or drop them with these."""
    named: dict[HtmlElement, frozenset[str]] = {}
    for index, block in enumerate(blocks):
        may_be = block.box.type == "quote" or block.box.tag in _QUOTED_BY
        if not (index and may_be and _is_of_one_quote(block, blocks[index - 1])):
            continue
        if block.element not in named:
            named[block.element] = _lines_of(block.element)
        is_dashed = block.text[0] in _DASHES and block.units <= LONGEST
        if is_dashed or block.text in named[block.element]:
            (kept.add if index - 1 in kept else kept.discard)(index)


def _lines_of(element: HtmlElement) -> frozenset[str]:
    """Return what the parts of an element say that name who is quoted."""
    parts = islice(element.iter(*_QUOTED_BY), MOST)
    return frozenset(" ".join(str(part.text_content()).split()) for part in parts)


def _is_of_one_quote(block: PageBlock, before: PageBlock) -> bool:
    quote = _quote_of(block.box)
    return quote is not None and quote is _quote_of(before.box)


def _quote_of(box: Box | None) -> Box | None:
    """Return the box of the quote around a box, None if it is none or far off."""
    for _ in range(DEPTH):
        if box is None or box.tag == "blockquote":
            return box
        box = box.parent
    return None

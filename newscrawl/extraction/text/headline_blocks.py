"""The lines between the headline and the text, where date and byline are printed."""

from __future__ import annotations

from lxml.html import HtmlElement

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.marks import Marks

# Blocks; on the tuned pages date and byline stand this near to the headline.
MOST_BETWEEN = 12
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))


def find_headline(marks: Marks, blocks: list[PageBlock], title: str) -> HtmlElement | None:
    """Return the heading that prints the title, else the line above the text that does.

    Else the first ``h1``; None without one.
    """
    heading, wanted = marks.headline(title), letters_of(title)
    element = heading.element if heading else None
    if element is not None and wanted in letters_of(str(element.text_content())):
        return element
    first = next((index for index, block in enumerate(blocks) if block.reason is None), 0)
    lines = (block for block in reversed(blocks[:first]) if letters_of(block.text) == wanted)
    line = next(lines, None)
    return line.element if line and wanted else element


def blocks_below_headline(blocks: list[PageBlock], headline: HtmlElement | None) -> list[PageBlock]:
    """Return the few blocks that part the headline from the text below it."""
    top = last_block_of(headline, blocks)
    if top is None:
        return []
    ends = (index for index in range(top + 1, len(blocks)) if _ends_head(blocks[index]))
    return blocks[top + 1 : min(next(ends, len(blocks)), top + 1 + MOST_BETWEEN)]


def last_block_of(headline: HtmlElement | None, blocks: list[PageBlock]) -> int | None:
    """Return the place of the headline's own (last) block, None if it has none."""
    inside = set(headline.iter()) if headline is not None else set()
    return next((i for i in range(len(blocks) - 1, -1, -1) if blocks[i].element in inside), None)


def _ends_head(block: PageBlock) -> bool:
    """Whether the text begins here, or the headline of another article is linked."""
    if block.reason is None:
        return True
    return block.element.tag in _HEADINGS and next(block.element.iter("a"), None) is not None


def common_box(blocks: list[PageBlock], headline: HtmlElement | None) -> HtmlElement | None:
    """Return the smallest element around the headline and the start of the text, if both stand."""
    first = next((block.element for block in blocks if block.reason is None), None)
    if headline is None or first is None:
        return None
    above = set(headline.iterancestors())
    return next((element for element in first.iterancestors() if element in above), None)

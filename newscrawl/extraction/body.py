"""The article's blocks among all blocks of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from newscrawl.extraction.blocks import Box, PageBlock, find_blocks
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.structured import Structured
from newscrawl.items import Block, Removed

__all__ = ["Body", "PageBlock", "read_body"]


@dataclass(slots=True)
class Body:
    """The article's text as structure, and what was decided about everything else."""

    blocks: list[Block] = field(default_factory=list)
    """What is kept: the record's blocks."""
    lead: str | None = None
    """The standfirst, when one stands apart between headline and text."""
    removed: list[Removed] = field(default_factory=list)
    page_blocks: list[PageBlock] = field(default_factory=list)
    """All blocks of the page: metadata looks here for bylines, date lines and captions."""

    @property
    def text(self) -> str:
        """The blocks' texts, parted by a blank line."""
        return "\n\n".join(block.text for block in self.blocks if block.text)


def read_body(page: Page, structured: Structured, *, title: str, rules: Rules) -> Body:
    """Return the article's body; empty if the page has none."""
    blocks, boxes = find_blocks(page.root)
    if not blocks:
        return Body()
    main = _main_box(blocks, boxes)
    for index, block in enumerate(blocks):
        block.in_range = main.start <= index < main.end
        block.reason = _reason(block, title) if block.in_range else "boilerplate"
    return Body(
        blocks=[
            Block(type=block.box.type, text=block.text, level=block.box.level)
            for block in blocks
            if block.reason is None
        ],
        removed=[
            Removed(reason=block.reason, text=block.text)
            for block in blocks
            if block.in_range and block.reason
        ],
        page_blocks=blocks,
    )


def _main_box(blocks: list[PageBlock], boxes: list[Box]) -> Box:
    for block in blocks:
        if block.units >= 8 and block.link_share < 0.5 and not block.box.hidden:
            block.box.score += block.units * (1 - block.link_share)
    for box in reversed(boxes):
        if box.parent is not None:
            weight = 0.2 if box.tag in ("aside", "footer", "nav") else 1.0
            box.parent.score += box.score * weight
    children: dict[int, Box] = {}
    for box in boxes:
        if box.parent is not None:
            best = children.get(id(box.parent))
            if best is None or box.score > best.score:
                children[id(box.parent)] = box
    main = boxes[0]
    while (child := children.get(id(main))) is not None and child.score > 0.6 * main.score:
        if child.tag in ("p", "blockquote", "ul"):
            break
        main = child
    return main


def _reason(block: PageBlock, title: str) -> str | None:
    box = block.box
    if box.hidden:
        return "hidden"
    if block.text == title:
        return "title_repeat"
    if box.tag in ("figcaption", "caption"):
        return "caption"
    if block.link_share > 0.6 and block.units < 40:
        return "read_also"
    if box.tag not in ("p", "h2", "h3", "h4", "li") and block.units < 10:
        return "boilerplate"
    return None

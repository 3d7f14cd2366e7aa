"""The article's blocks among all blocks of a page."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.structured import Structured
from newscrawl.items import Block, Removed


@dataclass(slots=True)
class PageBlock:
    """One block of the page, in document order, kept or not."""

    element: HtmlElement
    """The element it was read from."""
    text: str
    """White space collapsed."""
    reason: str | None = None
    """None: part of the article's text; otherwise the slug of why it is not."""
    in_range: bool = False
    """Between the article's first and last kept block, or its headline and end."""


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
        return "\n\n".join(block.text for block in self.blocks)


def read_body(page: Page, structured: Structured, *, title: str, rules: Rules) -> Body:
    """Return the article's body; empty if the page has none."""
    raise NotImplementedError

"""The text that a page states for machines, where its markup has none."""

from __future__ import annotations

from html import unescape

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.json_ld import plain_text
from newscrawl.extraction.page.states import HTML_TAG, read_state_text
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page, parse_page
from newscrawl.extraction.page.units import count_units
from newscrawl.items import Block

# The stated text is taken if the markup's has less than this share of its words: a page that
# scripts fill has none of them, a teaser a few. Above, the markup has the better structure.
LEAST_SHARE = 0.3
# Words from which on the markup is taken to have the text, and scripts are not looked through for
# it; chosen.
FEW = 100


def read_stated(page: Page, structured: Structured, units: int, *, title: str) -> list[Block]:
    """Return the blocks of the stated text; none if ``units`` words were found without it."""
    text = structured.article_body or ""
    if not text and units < FEW:
        text = read_state_text(page.root, title, page.url)
    if units >= LEAST_SHARE * count_units(text) or not text.strip():
        return []
    if not HTML_TAG.search(text):
        text = unescape(text)  # line breaks and tags may be written as entities
    if not HTML_TAG.search(text):
        lines = map(plain_text, text.splitlines())
        return [Block(type="paragraph", text=line) for line in lines if line]
    blocks, _ = find_blocks(parse_page(text).root)
    return [
        Block(type=b.box.type, text=b.text, level=b.box.level)
        for b in blocks
        if match_phrase(b.text) is None
    ]

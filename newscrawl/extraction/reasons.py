"""Why a block is not part of the article: the slug that its markup, phrase or place gives."""

from __future__ import annotations

from newscrawl.extraction.blocks import PageBlock
from newscrawl.extraction.evidence import Evidence
from newscrawl.extraction.names import MEANINGS, spread_mask
from newscrawl.extraction.phrases import match_phrase

# What names say of a box, as reasons; the other meanings say nothing of why.
REASONS = {
    "caption": "caption",
    "comments": "comments",
    "newsletter": "newsletter",
    "share": "share",
    "related": "read_also",
    "ad": "ad",
    "author": "byline",
    "tags": "tags",
    "date": "date_line",
    "note": "notice",
    "navigation": "navigation",
    "media": "embed",
    "box": "box",
}
# Share of characters inside links from which on a block is a list of links.
LINKS = 0.6


def find_reason(block: PageBlock, evidence: Evidence) -> str:
    """Return the slug of why a block was taken out of the article's range."""
    box = block.box
    if box.hidden:
        return "hidden"
    if evidence.is_title(block.text):
        return "title_repeat"
    if phrase := match_phrase(block.text):
        return phrase
    if box.tag in ("figcaption", "caption"):
        return "caption"
    for mask in (box.mask, box.path_mask):
        for meaning, said in zip(MEANINGS, spread_mask(mask), strict=True):
            if said and meaning in REASONS:
                return REASONS[meaning]
    return "read_also" if block.link_share > LINKS else "boilerplate"

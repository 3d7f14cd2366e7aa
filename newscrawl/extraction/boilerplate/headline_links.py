"""Headlines that link to other articles of the site."""

from __future__ import annotations

from itertools import chain
from urllib.parse import urljoin, urlsplit

from newscrawl.extraction.page.blocks import PageBlock

# Share of a headline's characters in its link.
LINKED = 0.9


def is_linked(block: PageBlock) -> bool:
    """Return whether all of a block is a link, but for a mark or a number."""
    return block.link_share >= LINKED


def leads_away(block: PageBlock, url: str) -> bool:
    """Return whether a linked block leads to another page of the site, not to a place on this."""
    inside, around = block.element.iter("a"), block.element.iterancestors("a")
    link = next(chain(inside, around), None)
    address = str(link.get("href") or "") if link is not None else ""
    try:
        here, there = urlsplit(url), urlsplit(urljoin(url, address.strip()))
    except ValueError:
        return False
    return there.hostname == here.hostname and there.path != here.path

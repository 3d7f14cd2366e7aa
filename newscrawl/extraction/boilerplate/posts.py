"""Posts of social networks in quotes that do not say so, told by how they are signed."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box

# Blocks of the longest post with its signature.
LONGEST = 12
# As in "— Bay Ferry (@bay.example.social) May 3, 2024".
_HANDLE = re.compile(r"(?:^|[\s(])@\w[\w.@-]*")


def find_posts(blocks: list[PageBlock], phrases: Mapping[int, str]) -> set[int]:
    """Return the indices of quotes whose last line is the signature of a post.

    ``phrases`` holds the kinds of phrases by index. The networks' own names for such a box get lost
    where a site cleans its markup, or writes it for AMP.
    """
    found: set[int] = set()
    for index, kind in phrases.items():
        if kind != "credit" or not _HANDLE.search(blocks[index].text):
            continue
        quote = _quote_around(blocks[index].box)
        if quote and quote.end == index + 1 and quote.end - quote.start <= LONGEST:
            found.update(range(quote.start, quote.end))
    return found


def _quote_around(box: Box) -> Box | None:
    if box.type != "quote":
        return None
    while box.tag != "blockquote" and box.parent is not None:
        box = box.parent
    return box

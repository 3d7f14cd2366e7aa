"""Tags that a page prints behind a word for them: "Tags: Snow, Bern", "Теги: снег, Берн"."""

from __future__ import annotations

import re
from itertools import takewhile

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.word_tables import read_table
from newscrawl.extraction.text.body import Body, PageBlock

# Blocks behind the text in which tags are printed; farther off than a few a word for them without
# a colon is the title of a menu: so on a dozen of 67 real pages with 15 for both.
BEHIND, SOON = 15, 5
# Characters of a line of tags; in a longer element other things are linked.
MAX_LINE = 400
# Lines of tags below their label, chosen: menus have more.
MOST = 15
# Share of a line of tags, commas with them, or of a tag alone in its line, that is linked; chosen.
MOSTLY, LINKED = 0.7, 0.9


def printed_tags(body: Body) -> list[str]:
    """Return the links of the first line that a word for tags begins, or below the word."""
    blocks = body.page_blocks
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    first, last = (kept[0], kept[-1]) if kept else (0, -1)
    for index, block in enumerate(blocks[first : last + 1 + BEHIND], first):
        label = _LABEL.match(block.text)
        if label is None or block.reason is None:
            continue
        if label.end() < len(block.text):
            links = _links_of(block, len(block.text) - label.end())
        elif index <= last + SOON or label[0].endswith((":", "：")):
            links = _tags_below(blocks[index + 1 : index + 2 + MOST])
        else:
            continue
        if links:
            return links
    return []


def _links_of(block: PageBlock, length: int) -> list[str]:
    """Return the links of a line of which so many characters stand behind its label."""
    if len(str(block.element.text_content())) > MAX_LINE:
        return []
    links = [" ".join(str(link.text_content()).split()) for link in block.element.iter("a")]
    return links if sum(map(len, links)) >= MOSTLY * length else []


def _tags_below(blocks: list[PageBlock]) -> list[str]:
    """Return the links of the neighbours that begin here; none of many, which are a menu."""
    home = blocks[0].box.parent if blocks else None
    below = list(takewhile(lambda block: _is_tag(block) and block.box.parent is home, blocks))
    links = [link for block in below for link in _links_of(block, len(block.text))]
    return links if len(below) <= MOST else []


def _is_tag(block: PageBlock) -> bool:
    return block.link_share >= LINKED and not match_phrase(block.text)


def _read_label() -> re.Pattern[str]:
    table = read_table("tag_words")
    words = sorted(
        {word for row in table["labels"].values() for word in row}, key=len, reverse=True
    )
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s*(?:[:：]\s*|$)", re.IGNORECASE)


_LABEL = _read_label()

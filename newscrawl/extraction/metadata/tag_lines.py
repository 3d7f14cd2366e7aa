"""Tags that a page prints behind its text: "Tags: Snow, Bern", or links to lists of tags."""

from __future__ import annotations

import re
from itertools import islice, takewhile

from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.metadata.labels import is_chrome
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
    """Return the links of the first line that a word for tags begins, or below the word.

    Without such a word those that lead to the site's tags, by their addresses.
    """
    blocks = body.page_blocks
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    first, last = (kept[0], kept[-1]) if kept else (0, -1)
    for index, block in enumerate(blocks[first : last + 1 + BEHIND], first):
        label = _LABEL.match(block.text) if block.reason else None
        if label is None:
            continue
        if label.end() < len(block.text):
            links = _links_of(block, len(block.text) - label.end())
        elif index <= last + SOON or label[0].endswith((":", "：")):
            links = _tags_below(blocks[index + 1 : index + 2 + MOST])
        else:
            continue
        if links:
            return links
    return _tags_by_address(blocks[last + 1 : last + 1 + BEHIND])


def _tags_by_address(blocks: list[PageBlock]) -> list[str]:
    """Return the links of the first neighbours that lead nowhere but to tags."""
    first = next((i for i, block in enumerate(blocks) if _leads_to_tags(block)), len(blocks))
    below = takewhile(_leads_to_tags, blocks[first:])
    links = [link for block in below for link in _links_of(block, len(block.text))]
    return links if len(links) > 1 else []


def _leads_to_tags(block: PageBlock) -> bool:
    links = _anchors_of(block) if block.link_share >= MOSTLY else []
    addresses = [(link.get("href") or "").lower() for link in links]
    is_own = bool(links) and not is_chrome(links[0])
    return is_own and all(map(_TAG_ADDRESS.search, addresses))


def _links_of(block: PageBlock, length: int) -> list[str]:
    """Return the links of a line of which so many characters stand behind its label."""
    if len(str(block.element.text_content())) > MAX_LINE:
        return []
    links = [" ".join(str(link.text_content()).split()) for link in _anchors_of(block)]
    return links if sum(map(len, links)) >= MOSTLY * length else []


def _anchors_of(block: PageBlock) -> list[HtmlElement]:
    """Return the links in a block, or the one that it stands in."""
    return [*block.element.iter("a")] or [*islice(block.element.iterancestors("a"), 1)]


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
_FOLDERS = "|".join(read_table("page_kinds")["folders"]["tag_page"].split())
_TAG_ADDRESS = re.compile(rf"/(?:{_FOLDERS})/[^/]+/?(?:[?#]|$)|[?&]tag=")

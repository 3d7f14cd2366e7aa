"""Rows of other articles: neighbours, each with a linked headline and a sentence or two.

Below a short article they hold more prose than it does, and are taken for the text. A list of
things may look the same: what makes a row one of articles is a date in each, or what the site
calls it. 25 of 2,158 real pages have such rows, and no text in them.
"""

from __future__ import annotations

import re
from collections import defaultdict

from newscrawl.extraction.boilerplate.headline_links import is_linked, leads_away
from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, with_inner
from newscrawl.extraction.page.names import split_names

# Words of the shortest headline, chosen: menus have shorter ones.
HEADLINE = 3
# Words of the longest card, and of the shortest sentence in one, chosen: entries of lists are
# longer.
LONGEST = 80
SENTENCE = 6
# Boxes around a headline among which its card is looked for.
DEPTH = 4
# Cards that make a row.
MANY = 3
# Words of the longest line above a row that says what it is: "More on this subject".
LONGEST_TITLE = 12
_OTHERS = re.compile(
    r"^relate|^recommend|^recirc|^more$|^also$|similar|trending|popular|mostread|^latest|^recent"
    r"|teaser|^weitere|relacion|correlat|^next$|upnext"
)


def find_cards(blocks: list[PageBlock], boxes: list[Box], url: str) -> set[Box]:
    """Return the boxes of the cards of all rows, and all boxes inside these.

    An entry of a live blog has a headline and a time of day, too, but links to its own page.
    """
    rows: dict[tuple[Box | None, str], dict[Box, None]] = defaultdict(dict)
    heads = [index for index, block in enumerate(blocks) if _is_headline(block)]
    for index in heads if len(heads) >= MANY else ():
        card = _card_around(blocks, index)
        if card is not None and leads_away(blocks[index], url):
            rows[card.parent, card.tag][card] = None
    found = {card for row in rows.values() if _are_articles(list(row), blocks) for card in row}
    return with_inner(found, boxes)


def _is_headline(block: PageBlock) -> bool:
    return is_linked(block) and block.units >= HEADLINE


def _card_around(blocks: list[PageBlock], index: int) -> Box | None:
    """Return the smallest box around a headline that has a sentence, and no other headline."""
    box = blocks[index].box
    for _ in range(DEPTH):
        if box.parent is None or box.units > LONGEST:
            return None
        if box.units - box.link_units >= SENTENCE:
            inside = blocks[box.start : box.end]
            return box if sum(map(_is_headline, inside)) == 1 else None
        box = box.parent
    return None


def _are_articles(row: list[Box], blocks: list[PageBlock]) -> bool:
    """Return whether a row is of articles: most have a date, or the site says that there are more.

    A date that stands beside its card counts for the card before it.
    """
    if len(row) < MANY:
        return False
    ends = [*(card.start for card in row[1:]), row[-1].end]
    dated = sum(_has_date(blocks[c.start : end]) for c, end in zip(row, ends, strict=True))
    return dated * 2 > len(row) or _is_called_others(row[0], blocks)


def _has_date(inside: list[PageBlock]) -> bool:
    numbered = (block.text for block in inside if any(map(str.isdigit, block.text)))
    return any(map(is_date_line, numbered))


def _is_called_others(card: Box, blocks: list[PageBlock]) -> bool:
    """Return whether the names or the title of a row say that it leads to more articles."""
    around = [box for box in (card, card.parent, card.parent and card.parent.parent) if box]
    if any(_OTHERS.search(word) for box in around for word in split_names(box.names)):
        return True
    title = blocks[card.start - 1] if card.start else None
    return (
        title is not None
        and title.units <= LONGEST_TITLE
        and match_phrase(title.text) == "read_also"
    )

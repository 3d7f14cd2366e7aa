"""Rows of other articles: neighbours, each with a linked headline, a date and a sentence or two.

Below a short article they hold more prose than it does, and are taken for the text.
"""

from __future__ import annotations

from collections import defaultdict

from newscrawl.extraction.boilerplate.headline_links import is_linked, leads_away
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box

# Words of the shortest headline.
HEADLINE = 3
# Words of the longest card, and of the shortest sentence in one.
LONGEST = 80
SENTENCE = 6
# Boxes around a headline among which its card is looked for.
DEPTH = 4
# Cards that make a row.
MANY = 3


def find_cards(blocks: list[PageBlock], boxes: list[Box], url: str) -> set[Box]:
    """Return the boxes of the cards of all rows, and all boxes inside these.

    An entry of a live blog has a headline and a time of day, too, but links to its own page.
    """
    rows: dict[tuple[Box | None, str], set[Box]] = defaultdict(set)
    heads = [index for index, block in enumerate(blocks) if _is_headline(block)]
    for index in heads if len(heads) >= MANY else ():
        card = _card_around(blocks, index)
        if card is not None and leads_away(blocks[index], url):
            rows[card.parent, card.tag].add(card)
    found = {card for row in rows.values() if len(row) >= MANY for card in row}
    for box in boxes if found else ():
        if box.parent in found:
            found.add(box)
    return found


def _is_headline(block: PageBlock) -> bool:
    return is_linked(block) and block.units >= HEADLINE


def _card_around(blocks: list[PageBlock], index: int) -> Box | None:
    """Return the smallest box around a headline that has a date and a sentence, not another's."""
    box = blocks[index].box
    for _ in range(DEPTH):
        if box.parent is None or box.units > LONGEST:
            return None
        if box.units - box.link_units >= SENTENCE and _is_card(blocks[box.start : box.end]):
            return box
        box = box.parent
    return None


def _is_card(inside: list[PageBlock]) -> bool:
    if sum(map(_is_headline, inside)) != 1:
        return False
    numbered = (block.text for block in inside if any(map(str.isdigit, block.text)))
    return any(map(is_date_line, numbered))

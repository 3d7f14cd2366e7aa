"""Teasers of other articles amid the text: a linked headline, a picture and a sentence in a box."""

from __future__ import annotations

from newscrawl.extraction.boilerplate.further_links import is_labelled_link
from newscrawl.extraction.boilerplate.headline_links import is_linked, leads_away
from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, with_inner
from newscrawl.extraction.page.elements import HEADINGS

# Words of the longest teaser with its headline, and of the shortest without; chosen.
LONGEST = 60
SHORTEST = 8
# Share that teasers have at most of the words that are likely text, chosen: where it is more, they
# are the entries of a list.
SHARE = 0.25


def find_teasers(
    blocks: list[PageBlock], boxes: list[Box], likely: list[int], start: int, url: str
) -> set[Box]:
    """Return the boxes of teasers and all boxes inside these; none where they may be the text.

    ``likely`` are the indices of what may be text, ``start`` that of its first prose. A list of
    things has linked headlines among its text that are no teasers': of long entries, or of ones on
    other sites. On 4 of 2,158 real pages teasers would be text otherwise; none is annotated.
    """
    heads = [index for index, block in enumerate(blocks) if _is_linked_heading(block)]
    cards = {index: _card_around(blocks[index], start, url) for index in heads}
    if not heads or any(cards.get(index, blocks) is None for index in likely):
        return set()
    prose = {index for index in likely if blocks[index].box.type != "heading"}
    with_prose = {
        card
        for card in cards.values()
        if card is not None and not prose.isdisjoint(range(card.start, card.end))
    }
    found = with_inner(with_prose, boxes)
    inside = sum(blocks[index].units for index in likely if blocks[index].box in found)
    return found if inside <= SHARE * sum(blocks[index].units for index in likely) else set()


def _is_linked_heading(block: PageBlock) -> bool:
    return is_linked(block) and block.box.tag in HEADINGS


def _card_around(headline: PageBlock, start: int, url: str) -> Box | None:
    """Return the smallest box with a picture around a headline, None if that is no teaser's.

    Around one that says "Read also" a sentence makes a teaser, too.
    """
    is_labelled = match_phrase(headline.text) == "read_also" or is_labelled_link(headline)
    box: Box | None = headline.box
    while box is not None and not box.images:
        if is_labelled and box.units - box.link_units >= SHORTEST:
            break
        box = box.parent
    if box is None or not box.away or box.units > LONGEST or box.start <= start < box.end:
        return None
    is_teaser = box.units - box.link_units >= SHORTEST and leads_away(headline, url)
    return box if is_teaser else None

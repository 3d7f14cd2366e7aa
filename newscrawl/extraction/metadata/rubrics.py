"""The section that a page prints right above its headline: the end of a trail, or one name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.dates.around import pieces_beside_dates
from newscrawl.extraction.dates.date_lines import is_date_part
from newscrawl.extraction.dates.lines import may_hold_date
from newscrawl.extraction.dates.words import fold
from newscrawl.extraction.metadata.labels import is_chrome
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import group_of
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.marks import Marks
from newscrawl.extraction.text.headline_blocks import common_box, find_headline

# Blocks above the headline in which a rubric stands, and blocks between the start of its box and
# the headline; a menu has more. Chosen.
_ABOVE = 2
_FEW = 3
# Blocks below the headline among which the line of its date is, and words of such a line. Chosen.
_BELOW = 4
_LONGEST = 14
# Share of link text from which on a block is a link.
_LINKED = 0.9
# What parts the steps of a trail: "Home > Weather > Snow".
_STEPS = re.compile(r"\s*(?:>+|»|›|→)\s*|\s/\s")
# What announces a trail: "You are here:".
_LABEL = re.compile(r"^[^:：>»›→/]{2,20}[:：]\s*")
_FOLDER = re.compile(r"(?:https?://[^/?#]+)?/[^?#\d]*/?")


def steps_of_trails(marks: Marks, blocks: list[PageBlock], title: str) -> Iterator[str]:
    """Yield the steps of a trail above the headline, the last one first."""
    top = _place_of(find_headline(marks, blocks, title), blocks)
    for block in _above(top, blocks):
        steps = [step for step in _STEPS.split(_LABEL.sub("", block.text)) if step]
        if len(steps) > 1:
            yield from reversed(steps)


def lone_rubrics(marks: Marks, blocks: list[PageBlock], title: str) -> Iterator[str]:
    """Yield what stands alone above the headline: a link to a folder, or an item of the menu.

    It shares a box with headline and text.
    """
    headline = find_headline(marks, blocks, title)
    top, box = _place_of(headline, blocks), common_box(blocks, headline)
    for block in _above(top, blocks):
        is_lone = top - group_of(block.box).start <= _FEW and not match_phrase(block.text)
        shown = next(block.element.iter("a"), block.element)
        is_own = is_lone and box in shown.iterancestors() and not is_chrome(shown)
        if is_own and (_leads_to_folder(block) or _stands_elsewhere(block.text, block, blocks)):
            yield block.text


def rubrics_beside_dates(marks: Marks, blocks: list[PageBlock], title: str) -> Iterator[str]:
    """Yield the links to folders, and items of the menu, in a line with a date at the headline."""
    place = _place_of(find_headline(marks, blocks, title), blocks)
    near = blocks[max(0, place - _ABOVE) : place + 1 + _BELOW]
    for block in near:
        if block.units > _LONGEST or not may_hold_date(block.text):
            continue
        for piece in pieces_beside_dates(block.text):
            leads = any(_leads_to(piece, link) for link in block.element.iter("a"))
            # Accounts and parts of dates stand there, too, and begin small or are some of those.
            is_other = piece[0].islower() or is_date_part(fold(piece))
            if not is_other and (leads or _stands_elsewhere(piece, block, blocks)):
                yield piece


def _leads_to(name: str, link: HtmlElement) -> bool:
    is_folder = _FOLDER.fullmatch(link.get("href") or "") is not None
    return is_folder and letters_of(str(link.text_content())) == letters_of(name)


def _place_of(headline: HtmlElement | None, blocks: list[PageBlock]) -> int:
    """Return the index of the headline's first block, 0 without one."""
    inside = set(headline.iter()) if headline is not None else set()
    return next((i for i, block in enumerate(blocks) if block.element in inside), 0)


def _above(top: int, blocks: list[PageBlock]) -> list[PageBlock]:
    """Return the blocks right above an index, the nearest first."""
    return blocks[max(0, top - _ABOVE) : top][::-1]


def _leads_to_folder(block: PageBlock) -> bool:
    if block.links != 1 or block.link_share < _LINKED:
        return False
    addresses = [link.get("href") or "" for link in block.element.iter("a")]
    return any(_FOLDER.fullmatch(address) for address in addresses)


def _stands_elsewhere(name: str, block: PageBlock, blocks: list[PageBlock]) -> bool:
    """Whether a link somewhere else on the page is called so: an item of the menu."""
    letters = letters_of(name)
    same = (other for other in blocks if len(other.text) == len(name) and other is not block)
    return any(other.links and letters_of(other.text) == letters for other in same)

"""What is known of each block of a page, as numbers that a classifier can weigh.

Most blocks are told by a glance at where they stand; the text of the others is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box
from newscrawl.extraction.page.evidence import Evidence
from newscrawl.extraction.page.letters import STOPS
from newscrawl.extraction.page.names import MEANINGS, spread_mask
from newscrawl.extraction.text import standing
from newscrawl.extraction.text.standing import Row, Standing, tag_code
from newscrawl.extraction.text.sums import FAR, sum_up

# Words. Longer blocks are prose or nearly so: the costly looks at form, phrase and title are for
# the shorter ones.
SHORT = 40
# What stands for the neighbour of the first block, and for evidence that the page lacks.
NONE = -1
# Blocks before and after the main box that are weighed, and the share of link text from which on
# they are not. Measured: 0.3 % of the article's words stand further off.
BEFORE = 16
AFTER = 25
LINKED = 0.8
# Characters in which a text is looked for a second time: all of an article, and no more, for each
# block looks through all of them. The longest article measured has 49,000.
SEARCHED = 60_000

_STOPS = (". ", "。", "? ", "! ", "। ", "۔ ", "؟ ", "။", "። ", "។")
_TERMINAL = frozenset(STOPS)
_CLOSING = "\"'”’»)]› "
_CAPITAL = re.compile(r"[A-ZÀ-ÞА-Я]")
_TOKEN = re.compile(r"\w+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d\d?[:.]\d\d|\d\d?[./]\d\d?[./]\d\d|\d年|\d月")
_SIGN = re.compile(r"[|©»›→•·]|\.{3}$|…$")

# By line: the block's text; the same text elsewhere; the boxes around; what stands before it; the
# blocks around it. What the boxes around are called comes last.
_NAMES = """
sentences terminal commas capitals date sign phrase title_share
is_lead repeats in_json quoted
grand_images grand_units figure main_direct
from_title from_heading heading_phrase heading_name past_stop
prev_units prev_link_share prev_tag next_units next_link_share next_tag
prev2_units prev2_link_share next2_units next2_link_share
"""
GLANCE_NAMES = standing.NAMES
LOOK_NAMES = GLANCE_NAMES + _NAMES.split() + [f"in_{meaning}" for meaning in MEANINGS]


class Before(NamedTuple):
    """What stands before a block: its heading, and how many phrases since the headline."""

    heading: int = NONE
    heading_phrase: bool = False
    heading_name: float = 0.0
    stops: int = 0


class FeatureTable:
    """The features of a page's blocks: sums over the whole page once, then a row for a block."""

    def __init__(self, blocks: list[PageBlock], main: Box, evidence: Evidence) -> None:
        self.blocks = blocks
        self.main = main
        self.evidence = evidence
        self.title_tokens = set(_TOKEN.findall(evidence.title.lower()))
        self.sums = sum_up(blocks)
        self.glance = Standing(blocks, main, self.sums, evidence.news).row
        self.title_index = self._find_title()
        own = self.sums.groups.get(main)
        self.main_direct = own.units / (main.units or 1) if own else 0.0
        main_text = "\n".join(block.text for block in blocks[main.start : main.end])
        self.main_text = main_text[:SEARCHED]
        self.stated_types = self._find_stated_types()
        self.first = max(0, main.start - BEFORE)
        self.last = min(len(blocks), main.end + AFTER)
        self.phrases = self._find_phrases()
        self.before = self._look_back()

    def _find_stated_types(self) -> set[str]:
        """Return the types of block that JSON-LD's text has: some sites leave out subheadings."""
        if not self.evidence.body:
            return set()
        inside = self.blocks[self.main.start : self.main.end]
        return {block.box.type for block in inside if self.evidence.has_in_body(block.text)}

    def _find_title(self) -> int:
        """Return the index of the headline: a heading that says the title, the last before text."""
        found = NONE
        title = self.evidence.title
        named = any(block.text == title for block in self.blocks)
        for index, block in enumerate(self.blocks):
            if index > self.main.end:
                break
            if block.text == title if named else block.box.tag == "h1":
                found = index
                if index >= self.main.start:
                    break
        return found

    def _find_phrases(self) -> dict[int, str]:
        """Return the kind of each short block that is a known phrase."""
        found: dict[int, str] = {}
        for index in self.worth_weighing():
            block = self.blocks[index]
            if block.units <= SHORT and (kind := match_phrase(block.text)):
                found[index] = kind
        return found

    def _look_back(self) -> dict[int, Before]:
        found: dict[int, Before] = {}
        before = Before()
        for index in self.worth_weighing():
            found[index] = before
            box = self.blocks[index].box
            is_phrase = index in self.phrases
            if box.type == "heading":
                before = before._replace(
                    heading=index, heading_phrase=is_phrase, heading_name=box.own
                )
            if is_phrase and self.title_index < index:
                before = before._replace(stops=before.stops + 1)
        return found

    def worth_weighing(self) -> Iterator[int]:
        """Yield the indices of the blocks that may be part of the article, in page order."""
        start, end = self.main.start, self.main.end
        for index in range(self.first, self.last):
            if start <= index < end or self.blocks[index].link_share <= LINKED:
                yield index

    def look(self, index: int, glance: Row) -> Row:
        """Return all features of a block, in the order of ``LOOK_NAMES``."""
        block = self.blocks[index]
        return (
            *glance,
            *self._form(index, block),
            *self._elsewhere(block),
            *self._surroundings(block),
            *self._place(index),
            *self._neighbours(index),
            *spread_mask(block.box.path_mask),
        )

    def _form(self, index: int, block: PageBlock) -> Row:
        text = block.text
        sentences = sum(map(text.count, _STOPS))
        terminal = text.rstrip(_CLOSING)[-1:] in _TERMINAL
        commas = text.count(",") / len(text)
        if block.units > SHORT:
            return sentences, terminal, commas, 0, 0, 0, 0, 0
        return (
            sentences,
            terminal,
            commas,
            len(_CAPITAL.findall(text)) / len(text),
            _DATE.search(text) is not None,
            _SIGN.search(text) is not None,
            index in self.phrases,
            self._title_share(text),
        )

    def _title_share(self, text: str) -> float:
        tokens = _TOKEN.findall(text.lower())
        return sum(map(self.title_tokens.__contains__, tokens)) / (len(tokens) or 1)

    def _elsewhere(self, block: PageBlock) -> Row:
        text, evidence = block.text, self.evidence
        return (
            evidence.is_lead(text),
            self.sums.repeats[text],
            evidence.has_in_body(text) if block.box.type in self.stated_types else NONE,
            4 <= block.units <= SHORT and self.main_text.count(text) > 1,
        )

    def _surroundings(self, block: PageBlock) -> Row:
        box = block.box
        parent = box.parent or box
        grand = parent.parent or parent
        return (
            grand.images,
            grand.units - block.units,
            "figure" in (box.tag, parent.tag, grand.tag),
            self.main_direct,
        )

    def _place(self, index: int) -> Row:
        before = self.before[index]
        return (
            index - self.title_index if self.title_index != NONE else -FAR,
            min(index - before.heading, FAR),
            before.heading_phrase,
            before.heading_name,
            before.stops,
        )

    def _neighbours(self, index: int) -> list[float]:
        blocks = self.blocks
        row: list[float] = []
        for at in (index - 1, index + 1):
            if 0 <= at < len(blocks):
                near = blocks[at]
                row += (near.units, near.link_share, tag_code(near.box.tag))
            else:
                row += (NONE, NONE, NONE)
        for at in (index - 2, index + 2):
            if 0 <= at < len(blocks):
                row += (blocks[at].units, blocks[at].link_share)
            else:
                row += (NONE, NONE)
        return row

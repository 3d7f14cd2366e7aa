"""What is known of each block of a page, as numbers that a classifier can weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extraction.blocks import Box, PageBlock
from newscrawl.extraction.containers import group_of
from newscrawl.extraction.evidence import Evidence
from newscrawl.extraction.names import MEANINGS, spread_mask
from newscrawl.extraction.phrases import match_phrase
from newscrawl.extraction.sums import FAR, sum_up

# Words. Longer blocks are prose or nearly so: the costly looks at form, phrase and title are for
# the shorter ones.
SHORT = 40
# What stands for the neighbour of the first block, and for evidence that the page lacks.
NONE = -1
# Blocks before and after the main box that are looked at, and the share of link text from which on
# they are not. Measured: 0.3 % of the article's words stand further off.
BEFORE = 16
AFTER = 25
LINKED = 0.8
# Blocks of one page that are looked at: no article has more, and time stays bounded.
MOST = 20_000
# Characters in which a text is looked for a second time: all of an article, and no more, for each
# block looks through all of them. The longest article measured has 49,000.
SEARCHED = 100_000

_STOPS = (". ", "。", "? ", "! ")
_TERMINAL = frozenset(".!?…。！？؟।։")
_CLOSING = "\"'”’»)]› "
_CAPITAL = re.compile(r"[A-ZÀ-ÞА-Я]")
_TOKEN = re.compile(r"\w+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d\d?[:.]\d\d|\d\d?[./]\d\d?[./]\d\d|\d年|\d月")
_SIGN = re.compile(r"[|©»›→•·]|\.{3}$|…$")
_TAGS = {
    tag: code
    for code, tags in enumerate(
        (
            "p",
            "div",
            "li",
            "h1",
            "h2",
            "h3",
            "h4 h5 h6",
            "blockquote",
            "figcaption caption",
            "td th",
            "section article main",
            "pre",
            "dt dd",
            "figure",
            "header footer nav aside address form button label legend summary details",
        )
    )
    for tag in tags.split()
}
OTHER_TAG = len(set(_TAGS.values()))

# By line: the block itself; pictures in and around its box; where its box stands from the main
# box, and what the boxes between are called; blocks of the same parent; of the same tag and class;
# its place in the page; the blocks around it; the page.
_NAMES = """
tag level units link_share sentences terminal commas capitals date sign phrase title_share
is_lead repeats hidden in_json table list
images parent_images parent_units parent_count grand_images grand_units figure
own_name path_name path_worst up away depth
branch_units branch_link_share branch_count branch_tag branch_name branch_place
group_units group_link_share group_count group_share
kin_units kin_link_share kin_count kin_share kin_prose
place before_share from_prose to_prose from_title from_heading heading_phrase heading_name past_stop
prev_units prev_link_share prev_tag next_units next_link_share next_tag
prev2_units prev2_link_share next2_units next2_link_share
page_units main_units main_share main_link_share main_count main_prose main_direct quoted news
"""
NAMES = _NAMES.split()
NAMES += [f"in_{meaning}" for meaning in MEANINGS]


class FeatureTable:
    """The features of a page's blocks: sums over the whole page once, then a row for a block."""

    def __init__(self, blocks: list[PageBlock], main: Box, evidence: Evidence) -> None:
        self.blocks = blocks
        self.main = main
        self.evidence = evidence
        self.title_tokens = set(_TOKEN.findall(evidence.title.lower()))
        self.sums = sum_up(blocks)
        self.title_index = self._find_title()
        self.main_prose = sum(self.sums.prose[main.start : main.end])
        own = self.sums.groups.get(id(main))
        self.main_direct = own.units / (main.units or 1) if own else 0.0
        main_text = "\n".join(block.text for block in blocks[main.start : main.end])
        self.main_text = main_text[:SEARCHED]
        self.heading = (NONE, 0.0, 0.0)
        self.stops = 0
        self.phrases: dict[int, str] = {}

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

    def worth_weighing(self) -> Iterator[int]:
        """Yield the indices of the blocks that may be part of the article, in page order."""
        main = self.main
        first = max(0, main.start - BEFORE)
        last = min(len(self.blocks), main.end + AFTER, first + MOST)
        for index in range(first, last):
            block = self.blocks[index]
            if block.link_share <= LINKED or main.start <= index < main.end:
                yield index

    def row(self, index: int) -> list[float]:
        """Return the features of one block, in the order of ``NAMES``; call in page order."""
        block = self.blocks[index]
        phrase = 0.0
        if block.units <= SHORT and (kind := match_phrase(block.text)):
            phrase = 1.0
            self.phrases[index] = kind
        row = self._own(block, phrase)
        row += self._standing(block)
        row += self._alike(block)
        row += self._place(index, block, phrase)
        row += self._around(index)
        main = self.main
        row += (
            self.sums.before[-1],
            main.units,
            main.units / self.sums.before[-1],
            main.link_units / (main.units or 1),
            main.end - main.start,
            self.main_prose,
            self.main_direct,
            4 <= block.units <= SHORT and self.main_text.count(block.text) > 1,
            self.evidence.news,
        )
        row += spread_mask(block.box.path_mask)
        return row

    def _own(self, block: PageBlock, phrase: float) -> list[float]:
        text = block.text
        box = block.box
        end = text.rstrip(_CLOSING)[-1:]
        row: list[float] = [
            _TAGS.get(box.tag, OTHER_TAG),
            box.level or 0,
            block.units,
            block.link_share,
            sum(map(text.count, _STOPS)),
            end in _TERMINAL,
        ]
        if block.units <= SHORT:
            row += self._form(text, phrase)
        else:
            row += (text.count(",") / len(text), 0, 0, 0, 0, 0)
        row += (
            self.evidence.is_lead(text),
            self.sums.repeats[text],
            box.hidden,
            self._in_json(text),
            box.row != 0,
            box.type == "list_item",
        )
        parent = box.parent or box
        grand = parent.parent or parent
        row += (
            box.images,
            parent.images,
            parent.units - block.units,
            parent.end - parent.start,
            grand.images,
            grand.units - block.units,
            box.tag == "figure" or parent.tag == "figure" or grand.tag == "figure",
        )
        return row

    def _form(self, text: str, phrase: float) -> list[float]:
        size = len(text)
        share = 0.0
        if self.title_tokens:
            tokens = _TOKEN.findall(text.lower())
            share = sum(token in self.title_tokens for token in tokens) / (len(tokens) or 1)
        return [
            text.count(",") / size,
            len(_CAPITAL.findall(text)) / size,
            _DATE.search(text) is not None,
            _SIGN.search(text) is not None,
            phrase,
            share,
        ]

    def _in_json(self, text: str) -> int:
        return self.evidence.has_in_body(text) if self.evidence.body else NONE

    def _standing(self, block: PageBlock) -> tuple[float, ...]:
        box = block.box
        branch = box.branch or box
        main = self.main
        return (
            box.own,
            box.path,
            box.worst,
            box.up,
            box.away,
            box.depth,
            branch.units,
            branch.link_units / (branch.units or 1),
            branch.end - branch.start,
            _TAGS.get(branch.tag, OTHER_TAG),
            branch.own,
            0 if box.up == 0 else 1 if branch.start < main.start else 2,
        )

    def _alike(self, block: PageBlock) -> tuple[float, ...]:
        group = self.sums.groups[id(group_of(block.box))]
        kin = self.sums.kins[block.box.tag, block.box.names]
        total = self.main.units or 1
        return (
            group.units,
            group.link_share,
            group.count,
            group.units / total,
            kin.units,
            kin.link_share,
            kin.count,
            kin.units / total,
            kin.prose / kin.count,
        )

    def _place(self, index: int, block: PageBlock, phrase: float) -> tuple[float, ...]:
        heading, heading_phrase, heading_name = self.heading
        before = self.sums.before
        place = (
            index - self.main.start,
            (before[index] - before[self.main.start]) / (self.main.units or 1),
            min(self.sums.from_prose[index], FAR),
            min(self.sums.to_prose[index], FAR),
            index - self.title_index if self.title_index != NONE else -FAR,
            min(index - heading, FAR),
            heading_phrase,
            heading_name,
            self.stops,
        )
        if block.box.type == "heading":
            self.heading = (index, phrase, block.box.own)
        self.stops += phrase > 0 and self.title_index < index
        return place

    def _around(self, index: int) -> list[float]:
        blocks = self.blocks
        row: list[float] = []
        for at in (index - 1, index + 1):
            if 0 <= at < len(blocks):
                near = blocks[at]
                row += (near.units, near.link_share, _TAGS.get(near.box.tag, OTHER_TAG))
            else:
                row += (NONE, NONE, NONE)
        for at in (index - 2, index + 2):
            if 0 <= at < len(blocks):
                row += (blocks[at].units, blocks[at].link_share)
            else:
                row += (NONE, NONE)
        return row

"""What is known of each block of a page, as numbers that a classifier can weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newscrawl.extraction.blocks import Box, PageBlock
from newscrawl.extraction.containers import group_of
from newscrawl.extraction.evidence import Evidence
from newscrawl.extraction.names import MEANINGS, spread_mask
from newscrawl.extraction.phrases import match_phrase

# Words. Longer blocks are prose or nearly so: the costly looks at form, phrase and title are for
# the shorter ones.
SHORT = 40
# Words outside links from which on a block counts as prose.
PROSE = 10
# What stands for a distance that does not exist, and for the neighbour of the first block.
FAR = 99
NONE = -1
# Blocks before and after the main box that are looked at, and the share of link text from which on
# they are not. Measured: 0.3 % of the article's words stand further off.
BEFORE = 16
AFTER = 25
LINKED = 0.8
# Characters in which a text is looked for a second time: all of an article, and no more, for each
# block looks through all of them. The longest article measured has 49,000.
SEARCHED = 100_000

_SENTENCE = re.compile(r"[.!?…؟।։][\"'”’»)\]]*(?:\s|$)|[。！？]")
_TERMINAL = frozenset(".!?…。！？؟।։")
_CLOSING = "\"'”’»)]› "
_TOKEN = re.compile(r"\w+")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\d\d?[:.]\d\d|\d\d?[./]\d\d?[./]\d\d|\d年|\d月")
_ADDRESS = re.compile(r"@\w|https?:|www\.")
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

NAMES = (
    # The block itself.
    "tag level units link_share links sentences terminal colon lower commas digits capitals date"
    " address sign phrase title_share is_title is_lead repeats hidden in_json table quote list"
    # Pictures in its box, its parent and grandparent, and how much text there is beside them.
    " images parent_images parent_units parent_count grand_images grand_units figure"
    # Where its box stands from the main box, and what the boxes between are called.
    " own_name path_name path_worst up away in_main depth branch_units branch_link_share"
    " branch_count branch_tag branch_name branch_place"
    # Blocks of the same parent, and of the same tag and class.
    " group_units group_link_share group_count group_share kin_units kin_link_share kin_count"
    " kin_share kin_prose"
    # Its place in the page.
    " place before_share from_prose to_prose from_title from_heading heading_phrase heading_name"
    " past_stop"
    # Blocks around.
    " prev_units prev_link_share prev_tag prev_kin prev_colon next_units next_link_share next_tag"
    " next_kin prev2_units prev2_link_share next2_units next2_link_share"
    # The page.
    " page_units main_units main_share main_link_share main_count main_prose main_direct"
    # Its text stands inside another block too.
    " quoted news"
).split()
NAMES += [f"own_{meaning}" for meaning in MEANINGS] + [f"in_{meaning}" for meaning in MEANINGS]


@dataclass(slots=True)
class Kin:
    """Sums over blocks that are alike: of one parent, or of one tag and class."""

    units: int = 0
    link_units: float = 0.0
    count: int = 0
    prose: int = 0

    def add(self, block: PageBlock) -> None:
        """Count a block in."""
        self.units += block.units
        self.link_units += block.units * block.link_share
        self.count += 1
        self.prose += is_prose(block)

    @property
    def link_share(self) -> float:
        """Share of the words that are inside links."""
        return self.link_units / self.units if self.units else 0.0


def is_prose(block: PageBlock) -> bool:
    """Return whether a block is running text."""
    return block.units * (1 - block.link_share) >= PROSE


class FeatureTable:
    """The features of a page's blocks: sums over the whole page once, then a row for a block."""

    def __init__(self, blocks: list[PageBlock], main: Box, evidence: Evidence) -> None:
        self.blocks = blocks
        self.main = main
        self.evidence = evidence
        self.title_tokens = set(_TOKEN.findall(evidence.title.lower()))
        self.groups: dict[int, Kin] = {}
        self.kins: dict[tuple[str, str], Kin] = {}
        self.repeats: dict[str, int] = {}
        self.last_prose: list[int] = []
        self.next_prose: list[int] = []
        self.before: list[int] = []
        self._sum_up()
        self._measure_prose()
        self.title_index = self._find_title()
        self.page_units = self.before[-1] + blocks[-1].units
        self.main_prose = sum(is_prose(block) for block in blocks[main.start : main.end])
        own = self.groups.get(id(main))
        self.main_direct = own.units / (main.units or 1) if own else 0.0
        main_text = "\n".join(block.text for block in blocks[main.start : main.end])
        self.main_text = main_text[:SEARCHED]
        self.heading = (NONE, 0.0, 0.0)
        self.stops = 0

    def _sum_up(self) -> None:
        total = 0
        for block in self.blocks:
            box = block.box
            self.groups.setdefault(id(group_of(box)), Kin()).add(block)
            self.kins.setdefault((box.tag, box.names), Kin()).add(block)
            self.repeats[block.text] = self.repeats.get(block.text, 0) + 1
            self.before.append(total)
            total += block.units

    def _measure_prose(self) -> None:
        last = -FAR
        for index, block in enumerate(self.blocks):
            self.last_prose.append(index - last)
            if is_prose(block):
                last = index
        following = len(self.blocks) + FAR
        for index in range(len(self.blocks) - 1, -1, -1):
            self.next_prose.append(following - index)
            if is_prose(self.blocks[index]):
                following = index
        self.next_prose.reverse()

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
        for index in range(max(0, main.start - BEFORE), min(len(self.blocks), main.end + AFTER)):
            block = self.blocks[index]
            if block.link_share <= LINKED or main.start <= index < main.end:
                yield index

    def row(self, index: int) -> list[float]:
        """Return the features of one block, in the order of ``NAMES``; call in page order."""
        block = self.blocks[index]
        phrase = 0.0
        if block.units <= SHORT and match_phrase(block.text):
            phrase = 1.0
        row = self._own(block, phrase)
        row += self._standing(block)
        row += self._alike(block)
        row += self._place(index, block, phrase)
        row += self._around(index, block)
        main = self.main
        row += (
            self.page_units,
            main.units,
            main.units / self.page_units,
            main.link_units / (main.units or 1),
            main.end - main.start,
            self.main_prose,
            self.main_direct,
            4 <= block.units <= SHORT and self.main_text.count(block.text) > 1,
            self.evidence.news,
        )
        box = block.box
        row += spread_mask(box.mask | (box.parent.mask if box.parent is not None else 0))
        row += spread_mask(box.path_mask)
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
            block.links,
            len(_SENTENCE.findall(text)) if block.units <= 4 * SHORT else 9,
            end in _TERMINAL,
            end in ":：",
            text[0].islower(),
        ]
        if block.units <= SHORT:
            row += self._form(text, phrase)
        else:
            row += (text.count(",") / block.units, 0, 0, 0, 0, 0, 0, 0, 0)
        row += (
            self.evidence.is_lead(text),
            self.repeats[text],
            box.hidden,
            self._in_json(text),
            box.row is not None,
            box.type == "quote",
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
            sum(map(str.isdigit, text)) / size,
            sum(map(str.isupper, text)) / size,
            _DATE.search(text) is not None,
            _ADDRESS.search(text) is not None,
            _SIGN.search(text) is not None,
            phrase,
            share,
            text == self.evidence.title,
        ]

    def _in_json(self, text: str) -> int:
        return self.evidence.has_in_body(text) if self.evidence.body else NONE

    def _standing(self, block: PageBlock) -> tuple[float, ...]:
        box = block.box
        branch = box.branch
        main = self.main
        return (
            box.own,
            box.path,
            box.worst,
            box.up,
            box.away,
            box.up == 0,
            box.depth,
            branch.units,
            branch.link_units / (branch.units or 1),
            branch.end - branch.start,
            _TAGS.get(branch.tag, OTHER_TAG),
            branch.own,
            0 if box.up == 0 else 1 if branch.start < main.start else 2,
        )

    def _alike(self, block: PageBlock) -> tuple[float, ...]:
        group = self.groups[id(group_of(block.box))]
        kin = self.kins[block.box.tag, block.box.names]
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
        place = (
            index - self.main.start,
            (self.before[index] - self.before[self.main.start]) / (self.main.units or 1),
            min(self.last_prose[index], FAR),
            min(self.next_prose[index], FAR),
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

    def _around(self, index: int, block: PageBlock) -> list[float]:
        blocks = self.blocks
        row: list[float] = []
        for at in (index - 1, index + 1):
            if 0 <= at < len(blocks):
                near = blocks[at]
                same = near.box.tag == block.box.tag and near.box.names == block.box.names
                row += (near.units, near.link_share, _TAGS.get(near.box.tag, OTHER_TAG), same)
            else:
                row += (NONE, NONE, NONE, NONE)
            if at < index:
                row.append(at >= 0 and blocks[at].text[-1:] in ":：")
        for at in (index - 2, index + 2):
            if 0 <= at < len(blocks):
                row += (blocks[at].units, blocks[at].link_share)
            else:
                row += (NONE, NONE)
        return row

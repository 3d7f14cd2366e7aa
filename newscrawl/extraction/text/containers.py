"""Where on the page the article stands: the box around most of its text."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, group_of
from newscrawl.extraction.page.elements import LEAVES
from newscrawl.extraction.page.evidence import Evidence
from newscrawl.extraction.page.names import MEANINGS, read_names, spread_mask

# A block of so many words outside links counts fully as prose, a shorter one in proportion.
PROSE = 12
# Boxes with less than this share of the page's prose are no candidates.
LEAST_SHARE = 0.04
# A box whose one child has this share of its prose says nothing that the child does not.
SAME_SHARE = 0.995
# Words outside links, as a share of the main box's, that boxes beside it of its tag and class hold
# if they are parts of one text, between which a site puts adverts; and levels above the main box on
# which such are looked for. Of 2,158 annotated pages the levels beyond two change nine: five get a
# part of their text more, two of them with lines of chrome, four get chrome alone.
PART_SHARE = 0.2
PART_DEPTH = 4

_NAMES = """
score share prose units link_share unit_share count own path_name path_worst depth is_article
child_share parent_share mean_prose place title_away titles in_json has_lead direct images
"""
NAMES = _NAMES.split()
NAMES += [f"in_{meaning}" for meaning in MEANINGS]


class Candidates:
    """The boxes of a page that may hold its article, with their features.

    None is ``foreign``, and the prose of ``cards`` speaks for no box around them.
    """

    def __init__(
        self,
        blocks: list[PageBlock],
        boxes: list[Box],
        evidence: Evidence,
        weights: Mapping[str, float],
        foreign: AbstractSet[Box] = frozenset(),
        cards: AbstractSet[Box] = frozenset(),
    ) -> None:
        self.blocks = blocks
        self.boxes = boxes
        self.evidence = evidence
        self.heaviest: dict[Box, Box] = {}
        self.direct: dict[Box, float] = {}
        self.before: list[int] = []
        self.titles = [i for i, block in enumerate(blocks) if block.text == evidence.title] or [
            i for i, block in enumerate(blocks) if block.box.tag == "h1"
        ]
        self.in_json = {
            index
            for index, block in enumerate(blocks)
            if block.units >= PROSE and evidence.has_in_body(block.text)
        }
        self.leads = {index for index, block in enumerate(blocks) if evidence.is_lead(block.text)}
        _weigh_names(boxes, weights)
        self._sum_up(cards)
        others = foreign | cards
        own = [box for box in boxes if box not in others] if blocks else []
        self.choices = [box for box in own if self._may_hold(box)]

    def _sum_up(self, cards: AbstractSet[Box]) -> None:
        total = 0
        for block in self.blocks:
            self.before.append(total)
            total += block.units
            prose = block.units * (1 - block.link_share)
            score = prose * min(1.0, prose / PROSE)
            box = block.box
            if box in cards:
                prose = score = 0.0
            elif box.hidden:
                score *= 0.3
            box.score += score
            box.prose += prose >= PROSE
            group = group_of(box)
            self.direct[group] = self.direct.get(group, 0.0) + score
        self.before.append(total)
        for box in reversed(self.boxes):
            parent = box.parent
            if parent is not None:
                parent.score += box.score
                parent.prose += box.prose
                best = self.heaviest.get(parent)
                if best is None or box.score >= best.score:
                    self.heaviest[parent] = box
        for box in self.boxes:
            parent = box.parent
            box.path = box.own + (parent.path if parent else 0.0)
            box.worst = min(box.own, parent.worst if parent else 0.0)
            box.path_mask = box.mask | (parent.path_mask if parent else 0)

    def _may_hold(self, box: Box) -> bool:
        if box.score < LEAST_SHARE * self.boxes[0].score or box.tag in LEAVES:
            return False
        child = self.heaviest.get(box)
        return child is None or child.tag in LEAVES or child.score < SAME_SHARE * box.score

    def row(self, box: Box) -> list[float]:
        """Return the features of a candidate, in the order of ``NAMES``."""
        page = self.boxes[0]
        child = self.heaviest.get(box)
        start, end = box.start, box.end
        before = [index for index in self.titles if index < end]
        title = before[-1] if before else None
        return [
            box.score,
            box.score / (page.score or 1),
            box.prose,
            box.units,
            box.link_units / (box.units or 1),
            box.units / (page.units or 1),
            end - start,
            box.own,
            box.path,
            box.worst,
            box.depth,
            box.tag == "article",
            child.score / (box.score or 1) if child else 0,
            box.score / (box.parent.score or 1) if box.parent else 1,
            box.score / (box.prose or 1),
            start / len(self.blocks),
            self.before[start] - self.before[title] if title is not None else -999,
            sum(start <= index < end for index in self.titles),
            sum(start <= index < end for index in self.in_json) if self.evidence.body else -1,
            sum(start <= index < end for index in self.leads),
            self.direct.get(box, 0.0) / (box.score or 1),
            box.images,
            *spread_mask(box.path_mask),
        ]


def join_parts(main: Box, boxes: list[Box]) -> Box:
    """Return the box around all parts of a text that is parted into boxes of one make."""
    least = PART_SHARE * (main.units - main.link_units)
    part = main
    for _ in range(PART_DEPTH):
        if part.parent is None:
            break
        if part.classes and _prose_beside(part, boxes) > least:
            return part.parent
        part = part.parent
    return main


def _prose_beside(part: Box, boxes: list[Box]) -> float:
    make = part.parent, part.tag, part.classes
    return sum(
        box.units - box.link_units
        for box in boxes
        if (box.parent, box.tag, box.classes) == make and box is not part
    )


def measure_from(main: Box, boxes: list[Box]) -> None:
    """Note in every box where it stands from the main one."""
    trunk: dict[Box, int] = {}
    box: Box | None = main
    while box is not None:
        trunk[box] = len(trunk)
        box = box.parent
    for box in boxes:
        step = trunk.get(box)
        parent = box.parent
        if step is not None:
            box.up, box.away, box.path, box.worst, box.branch = step, 0, 0.0, 0.0, None
            box.path_mask = 0
        elif parent is not None:
            box.up, box.away = parent.up, parent.away + 1
            box.path = parent.path + box.own
            box.worst = min(parent.worst, box.own)
            box.path_mask = parent.path_mask | box.mask
            box.branch = parent.branch or parent if parent.away else None


def _weigh_names(boxes: list[Box], weights: Mapping[str, float]) -> None:
    known: dict[str, tuple[float, int]] = {"": (0.0, 0)}
    for box in boxes:
        names = box.names
        meaning = known.get(names)
        if meaning is None:
            meaning = known[names] = read_names(names, weights)
        box.own, box.mask = meaning

"""Sums over a page's blocks: by parent, by tag and class, by place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, group_of

# Words outside links from which on a block counts as prose.
PROSE = 10
# What stands for a distance to nothing.
FAR = 99


@dataclass(slots=True)
class Kin:
    """Sums over blocks that are alike: of one parent, or of one tag and class."""

    units: int = 0
    link_units: float = 0.0
    count: int = 0
    prose: int = 0

    @property
    def link_share(self) -> float:
        """Share of the words that are inside links."""
        return self.link_units / self.units if self.units else 0.0


@dataclass(slots=True)
class PageSums:
    """What the other blocks of a page tell about each one."""

    groups: dict[Box, Kin] = field(default_factory=lambda: defaultdict(Kin))
    """Blocks of one parent, by the parent."""
    kins: dict[tuple[str, str], Kin] = field(default_factory=lambda: defaultdict(Kin))
    """Blocks of one tag and names."""
    repeats: dict[str, int] = field(default_factory=dict)
    """How often each text stands on the page."""
    prose: list[bool] = field(default_factory=list)
    """Whether each block is prose."""
    before: list[int] = field(default_factory=list)
    """Words before each block, and at last of all blocks."""
    from_prose: list[int] = field(default_factory=list)
    """Blocks from the last prose before each block, ``FAR`` and more if there is none."""
    to_prose: list[int] = field(default_factory=list)
    """Blocks to the next prose after each block."""


def sum_up(blocks: list[PageBlock]) -> PageSums:
    """Return the sums over a page's blocks."""
    sums = PageSums()
    total = 0
    groups, kins, repeats = sums.groups, sums.kins, sums.repeats
    for block in blocks:
        box, units, text = block.box, block.units, block.text
        link_units = units * block.link_share
        prose = units - link_units >= PROSE
        for alike in (groups[group_of(box)], kins[box.tag, box.names]):
            alike.units += units
            alike.link_units += link_units
            alike.count += 1
            alike.prose += prose
        repeats[text] = repeats.get(text, 0) + 1
        sums.prose.append(prose)
        sums.before.append(total)
        total += units
    sums.before.append(total)
    sums.from_prose = _distances(sums.prose)
    sums.to_prose = _distances(sums.prose[::-1])[::-1]
    return sums


def _distances(prose: list[bool]) -> list[int]:
    found = []
    last = -FAR
    for index, is_prose in enumerate(prose):
        found.append(index - last)
        if is_prose:
            last = index
    return found

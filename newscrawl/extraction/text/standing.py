"""What is known of a block before its text is looked at: its length, its place, its likes."""

from __future__ import annotations

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, group_of
from newscrawl.extraction.text.sums import FAR, Kin, PageSums

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

# By line: the block itself; where its box stands from the main box; the box by which it parts from
# there; pictures and words around it; blocks of the same parent; of the same tag and class; its
# place in the page; the page.
_NAMES = """
tag level units link_share hidden table list
own_name path_name path_worst up away depth
branch_units branch_link_share branch_count branch_tag branch_name branch_place
images parent_images parent_units parent_count
group_units group_link_share group_count group_share
kin_units kin_link_share kin_count kin_share kin_prose
place before_share from_prose to_prose
page_units main_units main_share main_link_share main_count main_prose news
"""
NAMES = _NAMES.split()

Row = tuple[float, ...]


def tag_code(tag: str) -> int:
    """Return the number that stands for an element's name."""
    return _TAGS.get(tag, OTHER_TAG)


class Standing:
    """The rows of a page's blocks; what several blocks share is summed up once."""

    def __init__(self, blocks: list[PageBlock], main: Box, sums: PageSums, news: int) -> None:
        self.blocks = blocks
        self.main = main
        self.sums = sums
        self.total = main.units or 1
        page_units = sums.before[-1]
        self._page: Row = (
            page_units,
            main.units,
            main.units / page_units,
            main.link_units / self.total,
            main.end - main.start,
            sum(sums.prose[main.start : main.end]),
            news,
        )
        self._branches: dict[Box, Row] = {}
        self._groups: dict[Box, Row] = {}
        self._kins: dict[tuple[str, str], Row] = {}

    def row(self, index: int) -> Row:
        """Return the features of one block, in the order of ``NAMES``."""
        block = self.blocks[index]
        box, units = block.box, block.units
        parent = box.parent or box
        sums, main = self.sums, self.main
        from_prose, to_prose = sums.from_prose[index], sums.to_prose[index]
        return (
            _TAGS.get(box.tag, OTHER_TAG),
            box.level or 0,
            units,
            block.link_share,
            box.hidden,
            box.row != 0,
            box.type == "list_item",
            box.own,
            box.path,
            box.worst,
            box.up,
            box.away,
            box.depth,
            *self._branch(box),
            box.images,
            parent.images,
            parent.units - units,
            parent.end - parent.start,
            *self._group(box),
            *self._kin(box),
            index - main.start,
            (sums.before[index] - sums.before[main.start]) / self.total,
            min(FAR, from_prose),
            min(FAR, to_prose),
            *self._page,
        )

    def _branch(self, box: Box) -> Row:
        branch = box.branch or box
        row = self._branches.get(branch)
        if row is None:
            row = self._branches[branch] = (
                branch.units,
                branch.link_units / (branch.units or 1),
                branch.end - branch.start,
                _TAGS.get(branch.tag, OTHER_TAG),
                branch.own,
                0 if branch.up == 0 else 1 if branch.start < self.main.start else 2,
            )
        return row

    def _group(self, box: Box) -> Row:
        parent = group_of(box)
        row = self._groups.get(parent)
        if row is None:
            row = self._groups[parent] = self._share(self.sums.groups[parent])
        return row

    def _kin(self, box: Box) -> Row:
        key = box.tag, box.names
        row = self._kins.get(key)
        if row is None:
            kin = self.sums.kins[key]
            row = self._kins[key] = (*self._share(kin), kin.prose / kin.count)
        return row

    def _share(self, kin: Kin) -> Row:
        return kin.units, kin.link_share, kin.count, kin.units / self.total

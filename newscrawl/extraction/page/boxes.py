"""Boxes of a page: the block-level elements around its blocks, and what they pass on to these."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extraction.page.elements import HEADINGS, LEAVES, NAMING, SECTIONS, SPECIAL, TYPES
from newscrawl.items import BlockType

# A list that lays out a page has no more items than a page has columns; one of so many paragraphs
# is a column of text. 48 of 2,158 real pages have such an item: their texts are the same with and
# without this rule, a newspaper of that layout would have none.
_COLUMNS = 3
_COLUMN_PARAGRAPHS = 5
# Boxes that a caption, a post or a table may be wrapped in; chosen.
DEPTH = 4
# Characters of an attribute's value that are read: one of 10 MB would take three seconds. The
# longest of 2,158 real pages has 7,433.
_NAMES = 10_000
# Roles that say what an element is and not what for: style sheets that take bullets away need them.
_MERE_ROLES = frozenset(("list", "listitem", "none", "presentation"))
_HIDING_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# With a prefix of the site's own or without. 49 of 2,158 real pages have Elementor's, 30 one that
# ends in "-screen-reader-text"; "screen-only" alone is what is not printed on paper.
_HIDING_CLASS = re.compile(
    r"(?:^|[\s_-])(?:sr[_-]only|show-for-sr|sro|(?:visually-?|element-?)(?:hidden|invisible)"
    r"|screen-?reader(?:-?only|-?text)?|hidden-visually|u-hidden|a11y-hidden"
    r"|assistive-text|off-?screen|screen_out|sound_only)(?:-focusable)?(?:$|[\s_])"
    r"|(?:^|\s)(?:blind|elementor-screen-only)(?:$|\s)"
)
# One of these is in each; to look for them is quicker than to search.
_HIDING_PARTS = ("hid", "sr-", "sr_", "-sr", "sro", "screen", "invis", "blind", "assist", "sound")


class Box:
    """A block-level element: what its blocks inherit, and the sums over them.

    ``start`` and ``end`` are the indices of its blocks. What its names say (``own``, ``mask``), and
    where it stands from the main box (``up`` steps of that one, then ``away`` steps down, through
    ``branch``, itself if None, and names that say ``path``, ``worst``, ``path_mask``), is filled in
    later by :mod:`~newscrawl.extraction.text.containers`. ``row`` is the ``id()`` of the table row
    around, 0 outside tables. No box refers to itself or to its children, so that a page is freed at
    once when it is done with.
    """

    own: float
    mask: int
    path: float
    worst: float
    path_mask: int
    up: int
    away: int
    branch: Box | None

    __slots__ = (
        "away", "branch", "classes", "depth", "element", "end", "hidden", "images", "level",
        "link_units", "mask", "names", "own", "parent", "path", "path_mask", "prose", "row",
        "score", "start", "tag", "type", "units", "up", "worst",
    )  # fmt: skip

    def __init__(self, element: HtmlElement, tag: str, parent: Box | None, start: int) -> None:
        self.element = element
        self.tag = tag
        self.parent = parent
        self.start = self.end = start
        self.units = self.images = self.prose = 0
        self.link_units = self.score = 0.0
        self.names, self.classes, self.hidden = read_attributes(element)
        self.type: BlockType = "paragraph"
        self.level: int | None = None
        if parent is None:
            self.depth = self.row = 0
            return
        self.depth = parent.depth + 1
        self.row = parent.row
        if parent.hidden:
            self.hidden = True
        if tag not in SECTIONS:
            self.type, self.level = parent.type, parent.level
        if tag in SPECIAL:
            self._specialize(parent, tag)

    def _specialize(self, parent: Box, tag: str) -> None:
        if tag in HEADINGS:
            self.type, self.level = "heading", HEADINGS[tag]
        elif tag == "li" and (parent.type == "list_item" or not _is_column(self.element)):
            around = parent.parent
            nested = around is not None and around.type == "list_item"
            self.type, self.level = "list_item", 1
            if nested and around is not None:
                self.level += around.level or 1
        elif tag in TYPES:
            self.type, self.level = TYPES[tag], None
        elif tag != "li":
            self.row = id(self.element) if tag == "tr" else 0


def boxes_around(box: Box) -> Iterator[Box]:
    """Yield a box and the nearest ones around, ``DEPTH`` at most."""
    around: Box | None = box
    for _ in range(DEPTH):
        if around is not None:
            yield around
            around = around.parent


def with_inner(found: set[Box], boxes: Iterable[Box]) -> set[Box]:
    """Return boxes and all boxes of the page (``boxes``, in document order) inside these."""
    inside = set(found)
    for box in boxes if found else ():
        if box.parent in inside:
            inside.add(box)
    return inside


def table_of(box: Box) -> Box:
    """Return the table that a cell stands in, the outermost box outside tables."""
    while box.parent is not None and box.tag != "table":
        box = box.parent
    return box


def group_of(box: Box) -> Box:
    """Return the box whose blocks are siblings of the blocks of this one."""
    return box.parent if box.parent is not None and box.tag in LEAVES else box


def read_attributes(element: HtmlElement) -> tuple[str, str, bool]:
    """Return the names of an element, those of them that are its classes, whether it is hidden."""
    names = classes = ""
    hidden = False
    for key, value in element.items():
        if key in NAMING:
            if key != "role" or value not in _MERE_ROLES:
                names += value[:_NAMES] + " "
            if key == "class":
                classes = value
        elif key == "style":
            hidden = hidden or _HIDING_STYLE.search(value) is not None
        elif key in ("hidden", "aria-hidden"):
            hidden = hidden or value != "false"
    return names, classes, hidden or (names != "" and _hides(names))


@lru_cache(maxsize=1 << 12)  # the boxes of a site are the same ones again and again
def _hides(names: str) -> bool:
    lower = names.lower()
    return any(part in lower for part in _HIDING_PARTS) and _HIDING_CLASS.search(lower) is not None


def _is_column(item: HtmlElement) -> bool:
    """Return whether a list lays out the page: few items, and this one holds many paragraphs."""
    around = item.getparent()
    is_short = around is not None and len(around) <= _COLUMNS
    return is_short and len(list(islice(item.iter("p"), _COLUMN_PARAGRAPHS))) == _COLUMN_PARAGRAPHS

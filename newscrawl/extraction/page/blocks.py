"""All blocks of a page in document order, by one walk over its tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.extraction.page.boxes import Box, read_attributes
from newscrawl.extraction.page.elements import HEADINGS, INLINE, SKIPPED
from newscrawl.extraction.page.letters import INVISIBLE
from newscrawl.extraction.page.line_breaks import find_cuts
from newscrawl.extraction.page.units import count_units
from newscrawl.items import BlockType

# Characters of a link that may be a mere sign, with its white space.
_HANDLE = 8

# Inline elements that hold a picture's caption on some sites, amid a paragraph that goes on.
_CAPTIONING = frozenset(("span", "em", "i", "small"))
# Inline elements that hide words on some pages: to disturb those who copy, for other screens.
_HIDEABLE = frozenset(("span", "b", "em", "font", "i", "s", "small", "strong", "u"))
# What MathJax calls the parts of a formula.
_FORMULA = "mjx-"
_CAPTION_NAME = re.compile(
    r"(?:caption|cutline|legende?|(?:img|image|photo|picture|pic|foto|bild)[-_]?"
    r"(?:desc(?:ription)?|text|txt|info|credit|cap))(?:$|[\s_-])",
    re.IGNORECASE,
)

# A site's own elements ("x-quote") are inline in these; elsewhere they are boxes more often.
_PARAGRAPHS = frozenset(("p", *HEADINGS))
# The non-joiner is part of words in Persian, Kurdish and the scripts of India, of none elsewhere.
_NON_JOINER = "\u200c"
_JOINING = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufb50-\ufdff\ufe70-\ufefc"
_STRAY = re.compile(f"(?<![{_JOINING}]){_NON_JOINER}+|{_NON_JOINER}+(?![{_JOINING}])")
# Words of the longest term that a button in a sentence explains; chosen.
_TERM = 4
# A line of the source that ends between characters of Chinese or Japanese, which are written
# without spaces (CSS Text, 4.1.3).
_WIDE = "[\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uffee]"
_WRAP = re.compile(rf"(?<={_WIDE})[^\S\n]*\n\s*(?={_WIDE})")
# White space, and the joiner: it shapes the letters and emojis beside it, alone it is nothing.
_NOTHING = " \t\r\n\xa0\u200d"
# After one line break these begin a paragraph, as printed in Chinese and Japanese or typewritten.
_INDENT = re.compile("\\s*(?:\u00a0\u00a0|\u3000)\\S")


@dataclass(slots=True)
class PageBlock:
    """One block of the page, in document order, kept or not."""

    element: HtmlElement
    """The element it was read from."""
    text: str
    """White space collapsed."""
    box: Box
    """The block-level element it stands in."""
    units: int = 0
    """Length in words; in scripts without spaces, two characters are a word."""
    links: int = 0
    """Number of links in it."""
    link_share: float = 0.0
    """Share of its characters that are inside links, 0 to 1."""
    score: float = 0.0
    """How likely it is part of the article, 0 to 1."""
    reason: str | None = None
    """None: part of the article's text; otherwise the slug of why it is not."""
    in_range: bool = False
    """Between the article's first and last kept block, or its headline and end."""


def find_blocks(
    root: HtmlElement, stands_alone: Callable[[str], bool] | None = None
) -> tuple[list[PageBlock], list[Box]]:
    """Return all blocks of a page, and its boxes that hold any or a picture, in document order.

    With ``stands_alone``, single line breaks part long paragraphs, too, and lines before and behind
    prose that it is true of: "By Jane Doe" above it, "Photo: Jane Doe" below. Otherwise what they
    part is one block.
    """
    walk = _Walk(stands_alone)
    for element in root.iter():
        walk.visit(element)
    walk.finish()
    return walk.blocks, [box for box in walk.boxes if box.end > box.start or box.images]


class _Mark(NamedTuple):
    """A place in a text run: its parts, its links and their characters before it."""

    parts: int = 0
    links: int = 0
    link_chars: int = 0


class _Walk:
    """The state of one walk: open elements, the text run being read, what was found."""

    def __init__(self, stands_alone: Callable[[str], bool] | None) -> None:
        self._stands_alone = stands_alone
        self.blocks: list[PageBlock] = []
        self.boxes: list[Box] = []
        self._open: list[tuple[HtmlElement, str | Box]] = []
        self._box: Box | None = None
        self._parts: list[str] = []
        self._skipped = 0
        self._in_link = 0
        self._links = 0
        self._link_chars = 0
        self._after_break = False
        self._breaks: list[_Mark] = []

    def visit(self, element: HtmlElement) -> None:
        """Read an element's start; the elements that ended before it are closed first."""
        parent = element.getparent()
        opened = self._open
        while opened and opened[-1][0] is not parent:
            self._close()
        tag = element.tag
        if self._skipped or (tag in SKIPPED and not _holds_page(element)):
            self._skipped += 1
            opened.append((element, "skip"))
            return
        if tag in INLINE and not (tag in _CAPTIONING and _is_caption(element)):
            self._open_inline(element, tag)
        elif tag == "br":
            opened.append((element, "br"))
            self._break_line()
        elif self._is_within_line(element, tag):
            opened.append((element, tag))
        else:
            if self._parts:
                self._flush()
            self._box = box = Box(element, tag, self._box, len(self.blocks))
            self.boxes.append(box)
            opened.append((element, box))
        if (text := element.text) and not self._skipped:
            self._read(text)

    def finish(self) -> None:
        """Close what is still open at the end of the page."""
        while self._open:
            self._close()

    def _is_within_line(self, element: HtmlElement, tag: str) -> bool:
        """Whether a site's own element, or a word to be explained, stands in a paragraph."""
        if self._box is None or self._box.tag not in _PARAGRAPHS:
            return False
        if tag == "button" and _is_word(element) and self._parts:
            self._parts.append(" ")  # its own edges part it from the words beside it
            return True
        return "-" in tag

    def _open_inline(self, element: HtmlElement, tag: str) -> None:
        if tag == "a":
            if _is_handle(element):
                self._skipped += 1
                tag = "skip"
            elif self._box is not None and self._box.tag in HEADINGS and _is_own_anchor(element):
                tag = "span"
            else:
                self._in_link += 1
                self._links = self._links + 1 if self._parts else 1
        elif tag in ("img", "picture") and self._box is not None:
            self._box.images += 1
        elif tag in _HIDEABLE and _is_hidden(element):
            self._skipped += 1
            tag = "skip"
        self._open.append((element, tag))

    def _close(self) -> None:
        element, kind = self._open.pop()
        if kind == "skip":
            self._skipped -= 1
        elif kind == "a":
            self._in_link -= 1
        elif isinstance(kind, Box):
            if self._parts:
                self._flush()
            self._close_box(kind)
        if not self._skipped and (tail := element.tail):
            self._read(tail)

    def _close_box(self, box: Box) -> None:
        box.end = len(self.blocks)
        self._box = parent = box.parent
        if parent is not None and (box.units or box.images):
            parent.units += box.units
            parent.link_units += box.link_units
            parent.images += box.images

    def _read(self, text: str) -> None:
        parts = self._parts
        if text.isspace():
            if parts:
                parts.append(text)
            return
        if self._after_break:
            if parts and _INDENT.match(text):
                self._flush()
            self._after_break = False
        if "\n" in text and not text.isascii():
            text = _WRAP.sub("", text)
        parts.append(text)
        if self._in_link:
            self._link_chars += len(text)

    def _break_line(self) -> None:
        if self._after_break:
            self._flush()
        elif self._parts:
            self._parts.append("\n")
            self._after_break = True
            self._breaks.append(_Mark(len(self._parts), self._links, self._link_chars))

    def _flush(self) -> None:
        """End the text run that is being read: it is a block, or its lines are."""
        if self._breaks and self._stands_alone:
            self._part_lines(self._stands_alone)
        else:
            self._end("".join(self._parts), self._links, self._link_chars)
        self._parts.clear()
        self._breaks.clear()
        self._links = self._link_chars = 0
        self._after_break = False

    def _part_lines(self, stands_alone: Callable[[str], bool]) -> None:
        """End the text run in blocks: its paragraphs, and each line around that stands alone."""
        marks = [_Mark(), *self._breaks, _Mark(len(self._parts), self._links, self._link_chars)]
        parts = ("".join(self._parts[one.parts : two.parts]) for one, two in pairwise(marks))
        lines = [" ".join(part.split()) for part in parts]
        for one, two in pairwise(marks[at] for at in find_cuts(lines, stands_alone)):
            text = "".join(self._parts[one.parts : two.parts])
            self._end(text, two.links - one.links, two.link_chars - one.link_chars)

    def _end(self, text: str, links: int, link_chars: int) -> None:
        """Add a block, if there is anything of it to see."""
        if not text.isascii():
            text = INVISIBLE.sub("", text)
            if _NON_JOINER in text:
                text = _STRAY.sub("", text)
            if not text.strip(_NOTHING):
                text = ""
        box = self._box
        if box is None or not (text := _collapse(text, box.type)):
            return
        link_share = min(1.0, link_chars / len(text))
        units = count_units(text)
        links = max(links, 1) if link_chars else 0
        box.units += units
        box.link_units += units * link_share
        self.blocks.append(PageBlock(box.element, text, box, units, links, link_share))


def _is_word(button: HtmlElement) -> bool:
    """Return whether a button may be a word of a sentence: a term, the name of a share."""
    words = (button.text or "").split()
    goes_on = bool((button.tail or "").strip())
    return not len(button) and 0 < len(words) <= _TERM and goes_on


def _is_hidden(element: HtmlElement) -> bool:
    """Return whether a reader does not see it; formulas are kept from screen readers only."""
    names, _, hidden = read_attributes(element)
    return hidden and not names.startswith(_FORMULA)


def _is_caption(element: HtmlElement) -> bool:
    """Return whether the class of an inline element calls it a picture's caption."""
    names = element.get("class")
    return names is not None and _CAPTION_NAME.search(names) is not None


def _is_own_anchor(link: HtmlElement) -> bool:
    """Return whether a link leads into the page itself, or nowhere: a heading's to the heading."""
    return (link.get("href") or "#").startswith("#")


def _is_handle(link: HtmlElement) -> bool:
    """Return whether a link into the same page shows no word: the "#" of a heading, a way back."""
    text = link.text
    if not text or len(text) > _HANDLE or len(link) or any(map(str.isalnum, text)):
        return False
    return not text.isspace() and _is_own_anchor(link)


def _holds_page(element: HtmlElement) -> bool:
    """Return whether an element that browsers do not show, or not always, holds text of the page.

    A template does if browsers make it the inside of its parent (HTML, 4.12.3). An element for
    those without scripts does if it was never closed, or repeats the template before it, of which
    scripts make the text.
    """
    if element.tag == "template":
        return element.get("shadowrootmode") is not None
    if element.tag != "noscript":
        return False
    before = element.getprevious()
    is_twin = before is not None and "template" in (before.get("type") or "")
    return is_twin or element.find(".//h1") is not None


def _collapse(text: str, kind: BlockType) -> str:
    if kind == "code":
        return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")
    return " ".join(text.split())

"""Caption and credit that the page prints with a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice

from lxml import etree
from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.captions import (
    MAX_CAPTION,
    Caption,
    clean_credit,
    is_credit,
    is_of_agency,
    split_caption,
)

# Elements around an image that may still be its own box.
MAX_CLIMB_TO_CAPTION = 4
# Elements in the box of one picture.
MAX_BOX = 40

# Elements that are lines of their own, and those that mark words within one.
_LINES = frozenset(("br", "p", "div", "li", "dd", "dt", "figcaption", "section", "h4", "h5"))
_PHRASES = frozenset(
    ("a", "abbr", "b", "em", "font", "i", "mark", "q", "strong", "sub", "sup", "u")
)
# Words of a name that stands alone. Chosen.
_NAME_WORDS = range(2, 5)
_LETTER = re.compile(r"[^\W\d_]{2}")
_OPENED = ("(", "[", "©")
_ENDED = (".", "!", "?", "…", ")", "”", "»", "。", "！", "？", "।")

_CAPTION_CLASS = re.compile(
    r"caption|legend|bildunterschrift|pic_?(?:desc|text)|foto-?tekst|kepalairas|podpis|popisek"
    r"|didascalia|bijschrift"
    r"|(?<!text)(?<!and)(?:photo|foto|image|img|pic(?:ture)?|bild|kep)[-_]{0,2}(?:sign|desc|popis|opis|text)",
    re.IGNORECASE,
)
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|source|rights|fotograf|quelle", re.IGNORECASE
)


def printed_caption(element: HtmlElement) -> Caption:
    """Return caption and credit of the figure (or picture box) around an image."""
    box = _picture_box(element)
    if box is None:
        return Caption(None, None)
    holders = [box] if box.tag == "figcaption" else _caption_elements(box) or [box]
    named = (e for e in _with_class(box, _CREDIT_CLASS) if len(_text(e)) > 1)
    credit_element = next(chain(named, _set_apart(box), _credit_behind(box)), None)
    credit = clean_credit(_text(credit_element)) if credit_element is not None else None
    for holder in holders:
        parts = _parts(holder)
        if credit_element is not None and credit_element is not holder:
            parts = [" ".join(parts).replace(_text(credit_element), " ")]
        caption, found = _split_parts(parts)
        if caption or found:
            return Caption(caption, credit or found)
    return Caption(None, credit)


def _split_parts(parts: list[str]) -> Caption:
    """Return caption and credit of a text in parts, one of which may be the credit alone."""
    split = [split_caption(part) for part in parts]
    credit = next((c.credit for c in split if not c.caption and c.credit), None)
    if len(parts) < 2:
        return split[0] if split else Caption(None, None)
    said = [p for p, c in zip(parts, split, strict=True) if c.caption and _LETTER.search(p)]
    if credit is None and len(said) > 1 and _is_name_behind(said[-2], said[-1]):
        credit = clean_credit(said.pop())
    if credit is None:
        return split_caption(" ".join(parts))
    rest = split_caption(" ".join(said))
    return Caption(rest.caption, rest.credit or credit)


def _is_name_behind(caption: str, part: str) -> bool:
    """Return whether a part names who made the picture: "Jane Doe" behind a whole sentence."""
    words = part.split()
    is_name = len(words) in _NAME_WORDS and all(word[0].isupper() for word in words)
    return is_of_agency(part) or (is_name and caption[-1] in _ENDED and part[-1] not in _ENDED)


def _credit_behind(box: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the element right behind a caption that is called its credit."""
    behind = box.getnext() if box.tag != "figure" else None
    if behind is not None and _CREDIT_CLASS.search(behind.get("class") or ""):
        yield behind


def _set_apart(box: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what a caption sets apart from the rest of it."""
    whole = _text(box)
    return (e for e in box.iter("small", "cite") if 0 < len(_text(e)) < len(whole))


def _picture_box(element: HtmlElement) -> HtmlElement | None:
    """Return the nearest box around an image that names a caption or credit for it alone.

    A caption that stands right behind the image, in the text's own box, is a box too.
    """
    for climbed, box in enumerate((element, *element.iterancestors())):
        if box.tag == "figure":
            return box
        if climbed > MAX_CLIMB_TO_CAPTION or box.tag in {"body", "article", "main"}:
            break
        if not _is_of_one_picture(box):
            break
        if climbed and _caption_elements(box):
            return box
        behind = box.getnext()
        if behind is not None and _CAPTION_CLASS.search(behind.get("class") or ""):
            return behind
    return None


def _is_of_one_picture(box: HtmlElement) -> bool:
    is_small = len(list(islice(box.iter("*"), MAX_BOX))) < MAX_BOX
    return is_small and sum(1 for _ in box.iter("img")) <= 2 and len(_text(box)) <= MAX_CAPTION


def _caption_elements(box: HtmlElement) -> list[HtmlElement]:
    """Return what in a picture's box is its caption; at last a mere "Photo: Jane Doe"."""
    named = [*box.iter("figcaption")] or list(_with_class(box, _CAPTION_CLASS))
    if named or next(iter(_with_class(box, _CREDIT_CLASS)), None) is not None:
        return named or [box]
    return [box] if is_credit(_text(box)) else []


def _with_class(box: HtmlElement, pattern: re.Pattern[str]) -> Iterable[HtmlElement]:
    return (e for e in box.iter("*") if e is not box and pattern.search(e.get("class") or ""))


def _text(element: HtmlElement) -> str:
    return " ".join(_parts(element))


def _parts(element: HtmlElement) -> list[str]:
    """Return the text of an element, parted at its lines and where elements are glued."""
    parts = [""]
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start":
            if node.tag in _LINES or _is_glued(node, parts[-1]):
                parts.append("")
            parts[-1] += node.text or ""
            continue
        if node.tag in _LINES:
            parts.append("")
        if node is not element:
            parts[-1] += node.tail or ""
    return [text for part in parts if (text := " ".join(part.split()))]


def _is_glued(node: HtmlElement, before: str) -> bool:
    """Return whether an element begins where a text ended, without a space between them."""
    start = (node.text or "")[:1]
    if node.tag in _PHRASES or not before or before[-1].isspace() or start.isspace():
        return False
    is_start = start.isupper() or start in _OPENED
    return before[-1] in _ENDED or (is_start and before[-1].isalnum())

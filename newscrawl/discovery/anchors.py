"""The links of a page, each with its words, its place and the dates around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree
from lxml.etree import _Element as Element

from newscrawl.discovery.addresses import resolve_link
from newscrawl.discovery.moments import read_moment

MAX_ANCHORS = 20_000
"""Links of one page. Front pages hold 200 to 1,000; the rest is a fault or an attack."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ZONES = {
    "nav": "nav",
    "menu": "nav",
    "footer": "footer",
    "aside": "aside",
    "header": "header",
    "form": "nav",
}
_ZONE_WORDS = re.compile(
    r"(?<![a-z])(?:(?P<footer>footer|copyright|bottom[-_]?(?:menu|links))|"
    r"(?P<nav>nav|navbar|navigation|menu|breadcrumbs?|pagination|pager|social|share|tags?|topbar|"
    r"langs?|language|login|cookies?)|(?P<aside>sidebar|aside|partners?|advert\w*|banner))(?![a-z])",
    re.IGNORECASE,
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "select", "option"})
_TITLE_WORDS = re.compile(r"title|headline|heading|zagolov", re.IGNORECASE)
_COUNT = re.compile(r"[\s(\[]*\d{1,6}[\s)\]]*$")
_GLUED_COUNT = re.compile(r"(?<=[a-zа-яё»”!?)])\d{1,4}$")  # "…closes the road15" has 15 comments
_CLOCK = re.compile(r"(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])")
_MAX_DATE_LENGTH = 60  # characters of a row that is nothing but a date
_MOST_INSIDE = 200  # elements of a link that are read; links nested by mistake hold all that follow


@dataclass(slots=True)
class Anchor:
    """One ``a[href]`` of a page."""

    url: str
    element: Element
    text: str
    """Its headline, if it is one: a heading or title inside it, else its words."""
    in_heading: bool
    zone: str
    """"main", "nav", "header", "footer" or "aside"."""
    day: str | None
    """The day row above it, if the list has day rows."""


def find_anchors(root: Element, base: str, skipped: Counter[str]) -> list[Anchor]:
    """Return the links to web pages in reading order; others are counted in ``skipped``."""
    return list(_iterate_anchors(root, base, skipped))


def find_title(element: Element) -> str:
    """Return the headline in an anchor or card: heading, title class, the words, the picture's."""
    for child in element.iter("h1", "h2", "h3", "h4", "h5", "h6"):
        if text := read_text(child):
            return text
    for child in islice(element.iterdescendants(), _MOST_INSIDE):
        if isinstance(child.tag, str) and _TITLE_WORDS.search(child.get("class") or ""):
            text = read_text(child)
            if len(text) > 3:
                return text
    if text := read_text(element):
        return text
    image = next(element.iter("img"), None)
    label = element.get("title") or element.get("aria-label")
    return " ".join((label or (image.get("alt") if image is not None else "") or "").split())


def read_text(element: Element) -> str:
    """Return an element's words on one line, without the counts and clocks set beside them."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag not in _SILENT and isinstance(child.tag, str):
            parts = islice(child.itertext(), _MOST_INSIDE)
            text = " ".join("".join(map(str, parts)).split())
            if not _is_beside_words(text):
                pieces.append(text)
        pieces.append(child.tail or "")
    return _GLUED_COUNT.sub("", " ".join(" ".join(pieces).split()))


def read_day(text: str | None) -> str | None:
    """Return the day of a text that is nothing but a date."""
    text = " ".join((text or "").split())
    if not 6 <= len(text) <= _MAX_DATE_LENGTH or not any(c.isdigit() for c in text):
        return None
    moment = read_moment(text)
    return moment if moment and len(moment) == 10 else None


def read_clock(text: str | None) -> str | None:
    """Return the time of day in a short text: "18:44"."""
    match = _CLOCK.search(text or "")
    return f"{int(match[1]):02}:{match[2]}" if match else None


def _iterate_anchors(root: Element, base: str, skipped: Counter[str]) -> Iterator[Anchor]:
    zones: list[str] = ["main"]
    headings = 0
    silent = 0
    day: str | None = None
    count = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "end":
            zones.pop()
            headings -= tag in _HEADINGS
            silent -= tag in _SILENT
            continue
        zones.append(_zone_of(element, tag, zones[-1]))
        headings += tag in _HEADINGS
        silent += tag in _SILENT
        if tag == "a" and not silent and (href := element.get("href")):
            count += 1
            if count > MAX_ANCHORS:
                skipped["too_many_links"] += 1
                return
            if url := resolve_link(href, base):
                text, zone = find_title(element), zones[-1]
                yield Anchor(url, element, text, headings > 0, zone, day)
            else:
                skipped["not_web"] += 1
        elif not silent and (found := _read_day_row(element)):
            day = found


def _zone_of(element: Element, tag: str, outer: str) -> str:
    if outer in {"nav", "footer"} or tag in {"html", "body", "main", "article"}:
        return outer
    if tag in _ZONES:
        return _ZONES[tag]
    if tag in _HEADINGS or tag in {"a", "span", "img", "p"}:
        return outer
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    if len(names) > 2 and (match := _ZONE_WORDS.search(names[:300])):
        return match.lastgroup or outer
    return outer


def _read_day_row(element: Element) -> str | None:
    text = element.text
    if text is None or len(text) > _MAX_DATE_LENGTH * 2 or element.tag == "a":
        return None
    return read_day(text)


def _is_beside_words(text: str) -> bool:
    return bool(_COUNT.match(text)) or (len(text) <= 5 and read_clock(text) is not None)

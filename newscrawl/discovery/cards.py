"""Cards: the part of a list that belongs to one article, with its date and picture."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml.etree import _Element as Element

from newscrawl.discovery.addresses import resolve_link
from newscrawl.discovery.anchors import read_clock
from newscrawl.discovery.moments import read_date_field, read_moment

_MAX_CLIMB = 8
"""Ancestors of a link that may still be its card."""
_MAX_ELEMENTS = 80
"""Elements of a card that are looked at for a date."""
_MAX_TEXT = 40  # characters of a text that is a date or a time and nothing else
_DATE_CLASS = re.compile(r"date|time|publish|day|ago", re.IGNORECASE)
_IMAGE_ATTRIBUTES = ("data-src", "data-original", "data-lazy-src", "src")


def find_cards(links: Mapping[str, list[Element]]) -> dict[str, Element]:
    """Return, for each address, the largest element around its first link that has no other's."""
    owners: dict[Element, str | None] = {}
    for url, elements in links.items():
        for element in elements:
            _mark(element, url, owners)
    return {url: _climb(elements[0], url, owners) for url, elements in links.items()}


def find_card_date(card: Element, day: str | None) -> str | None:
    """Return when a card says its article was published, in ISO 8601.

    ``day`` is the day row above it, which a mere time of day completes.
    """
    clock = None
    for number, element in enumerate(card.iter()):
        if number > _MAX_ELEMENTS:
            break
        if not isinstance(element.tag, str):
            continue
        if element.tag == "time" and (moment := read_moment(element.get("datetime"))):
            return moment
        for text in (element.text, element.tail if element is not card else None):
            found = _read_short(element, text)
            if found and len(found) > 5:
                return found
            clock = clock or found
    return f"{day}T{clock}" if day and clock else None


def find_card_image(card: Element, base: str) -> str | None:
    """Return the address of a card's picture."""
    image = next(card.iter("img"), None)
    if image is None:
        return None
    for name in _IMAGE_ATTRIBUTES:
        if (value := image.get(name)) and not value.startswith("data:"):
            return resolve_link(value, base) or None
    return None


def _mark(element: Element, url: str, owners: dict[Element, str | None]) -> None:
    for _ in range(_MAX_CLIMB):
        owners[element] = url if owners.get(element, url) == url else None
        parent = element.getparent()
        if parent is None or parent.tag in {"body", "html", "main"}:
            return
        element = parent


def _climb(element: Element, url: str, owners: dict[Element, str | None]) -> Element:
    while (parent := element.getparent()) is not None and owners.get(parent) == url:
        element = parent
    return element


def _read_short(element: Element, text: str | None) -> str | None:
    if not text or len(text) > _MAX_TEXT * 3:
        return None
    text = " ".join(text.split()).strip(" |·•,-–—")
    if not 4 < len(text) <= _MAX_TEXT or not any(char.isdigit() for char in text):
        return None
    if moment := read_moment(text):
        return moment
    is_date = element.tag == "time" or _DATE_CLASS.search(element.get("class") or "") is not None
    if is_date and (printed := read_date_field(text)):
        return printed
    return read_clock(text) if (is_date or len(text) == 5) and not _has_word(text) else None


def _has_word(text: str) -> bool:
    """Return whether a time stands beside a word such as "yesterday", which moves its day."""
    return any(char.isalpha() for char in text)

"""Dates that elements state beside the printed one: "data-timestamp", "relative-time datetime"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newscrawl.extraction.metadata.date_evidence import MODIFIED_NAMES, Stated, is_foreign

# Elements behind the headline, up to the text, among which a date is looked for; chosen.
_MOST_ELEMENTS = 80
# The hover text and the label for screen readers, whatever names them, and what scripts read.
_NAMES = re.compile(r"datetime|title|aria-label|data-.*(?:date|time|publi|stamp|epoch|utc|iso).*")
# A day with or without its time of day, or seconds or milliseconds since 1970.
_MACHINE_DATE = re.compile(
    r"(?:19|20)\d\d-\d\d-\d\d(?:[T ][\d:.]{4,15} ?\S{0,6})?|1\d{9}(?:\d{3})?"
)


def from_attributes(
    elements: list[HtmlElement], headline: HtmlElement | None, text: HtmlElement | None
) -> Iterator[Stated]:
    """Yield the dates in attributes of the elements between headline and text.

    What ``time`` states as its ``datetime`` is read elsewhere.
    """
    if headline is None:
        return
    around = {*headline.iterancestors(), *(text.iterancestors() if text is not None else ())}
    start = elements.index(headline) + 1
    for element in elements[start : start + _MOST_ELEMENTS]:
        if element is text:
            return
        is_time = element.tag == "time" and element.get("datetime")
        for name, value in element.attrib.items() if not is_time else ():
            if not (_MACHINE_DATE.fullmatch(value.strip()) and _NAMES.fullmatch(name)):
                continue
            if not is_foreign(element, around):
                is_change = MODIFIED_NAMES.search(f"{name} {element.get('class')}")
                yield Stated(value, "time", "modified" if is_change else None)

"""Boxes among the text that ask the reader for something: sign-up forms and polls."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from lxml.html import HtmlElement

from newscrawl.extraction.page.boxes import Box, with_inner

# Words of the largest box. Half as many change three of 2,158 real texts, twice as many two.
LARGEST = 80


# How sites call a poll, whose answers are no fields until a script runs. Two such boxes of
# 2,158 pages held what would be text otherwise; neither is annotated as text.
_POLL = re.compile(
    r"(?:^|[\s_-])(?:vote|voting|polls?|quiz|survey|umfrage|sondage|sondaggio|encuesta|enquete|opros"
    r"|golosovan\w*|anketa?|ankieta)(?:$|[\s_-])",
    re.IGNORECASE,
)
# What these begin with.
_POLL_STARTS = (
    *("vot", "poll", "quiz", "survey", "umfrage", "sond", "encuesta", "enquete", "opros"),
    *("golosovan", "anket", "ankieta"),
)
_ADDRESS = re.compile(
    r"mail|\w@\w|почт|пошт|メール|邮箱|郵箱|電郵|이메일|بريد|ایمیل|אימייל|דוא.?ל|ईमेल|ইমেইল|อีเมล|e-?posta"
)


def find_widgets(root: HtmlElement, boxes: list[Box], start: int) -> set[Box]:
    """Return the boxes around fields for an address or a choice, and all boxes inside these.

    A box is taken as far up as it stays small, beside the main box's ancestors, and without the
    text's first paragraph, whose index is ``start``. On 6 of 2,158 real pages such boxes held what
    would be text otherwise: forms, the settings of a page, and on one the origin of a coffee.
    """
    small = [box for box in boxes if box.away and box.units <= LARGEST]
    names = "\n".join({box.names for box in small}).lower()
    found = {box for box in small if _is_poll(box.names)} if _may_hold_poll(names) else set()
    if fields := _find_fields(root):
        of_element = {box.element: box for box in boxes}
        widest = (_widest(field, of_element, start) for field in fields)
        found.update(box for box in widest if box is not None)
    return with_inner(found, boxes)


def _may_hold_poll(names: str) -> bool:
    """One look for all names of a page is cheaper than one for each."""
    return any(start in names for start in _POLL_STARTS)


@lru_cache(maxsize=1 << 12)  # the boxes of a site are the same ones again and again
def _is_poll(names: str) -> bool:
    return _POLL.search(names) is not None


def _find_fields(root: HtmlElement) -> list[HtmlElement]:
    kinds = {field: (field.get("type") or "").lower() for field in root.iter("input")}
    choices = Counter(field.get("name") for field, kind in kinds.items() if kind == "radio")
    return [
        field
        for field, kind in kinds.items()
        if kind == "email"
        or (kind in ("", "text") and _asks_for_address(field))
        or (kind == "radio" and choices[field.get("name")] > 1)
    ]


def _asks_for_address(field: HtmlElement) -> bool:
    """Return whether a field for any text is called one for an address, or shows one."""
    texts = ((field.get(key) or "").lower() for key in ("name", "id", "placeholder", "aria-label"))
    return any(_ADDRESS.search(text) for text in texts)


def _widest(field: HtmlElement, of_element: dict[HtmlElement, Box], start: int) -> Box | None:
    around = (of_element[parent] for parent in field.iterancestors() if parent in of_element)
    widest = None
    for box in around:
        if not box.away or box.units > LARGEST or box.start <= start < box.end:
            break
        widest = box
    return widest

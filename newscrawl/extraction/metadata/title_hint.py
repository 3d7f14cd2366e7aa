"""The headline as a listing told it, where all that a page states is the name of its paper."""

from __future__ import annotations

from newscrawl.extraction.page.json_ld import plain_text
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.tree import Page


def find_told_title(page: Page, told: str | None, title_tag: str) -> str | None:
    """Return the title that a listing told, if the page prints it and its ``<title>`` is another.

    Small papers have one ``<title>`` for all pages, and set the headline in bold.
    """
    title = plain_text(told or "")
    wanted = letters_of(title)
    if not wanted or wanted in letters_of(title_tag):
        return None
    elements = (element for element in page.root.iter("b", "strong", "font", "span", "div", "td"))
    is_printed = any(letters_of(element.text) == wanted for element in elements if element.text)
    return title if is_printed else None

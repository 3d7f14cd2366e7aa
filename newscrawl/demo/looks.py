"""Which article has which odd page: the variants that real sites are known for."""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.demo.sites import Site

VIDEO, REMOVED, GONE = -1, -2, -3
"""Numbers of pages that lists link though they are no articles: a page with nothing but a video,
a soft 404 (status 200), and a real 410."""
QUOTING = 13
"""Quotes boilerplate as news."""
COPIED, COPY = 15, 20
"""Two ids with one text."""
WINDOWS_1251 = 17
"""Bytes and ``meta`` say windows-1251, the header says utf-8."""
MALFORMED = 18
"""Bytes that are no UTF-8 among the page's links."""
LIMITED = 22
"""Answered with 429 the first time."""
VANISHED = 24
"""410 from the second edition on."""
RESHAPED = 25
"""In another template from the second edition on."""
EDITED = 37
"""Two paragraphs more from the second edition on."""
TWICE = 39
"""Twice in the list."""
TWIN = 41
"""The page whose text dump has all widgets, at 18:44 of the fourth day."""


@dataclass(frozen=True, kw_only=True)
class Look:
    """How one article is printed."""

    box: str = "initial_news_story"
    """The element that holds the text, in the layouts of 2019."""
    caption_first: bool = True
    """Caption before the lead, not after it."""
    picture: bool = True
    lead: bool = True
    comments: int = 0
    read_also: bool = False
    """Whether a link to another article stands inside the text."""
    appended: bool = False
    """Whether the next article stands below."""
    machine_time: bool = True
    """Whether ``time`` has a ``datetime``."""
    bare: bool = False
    """Whether the page has the twin's widgets and no others."""


def look_of(site: Site, number: int, edition: int) -> Look:
    """Return how an article is printed; the variants recur with different periods."""
    usual = "initial_news_story"
    boxes = (usual, usual, "WordSection1", usual, "full_text", usual, "newscont", "clear_floats")
    reshaped = site.special and number == RESHAPED and edition > 1
    return Look(
        box="newscont" if reshaped else boxes[number % len(boxes)],
        caption_first=number % 3 != 0,
        picture=number % 9 != 4,
        lead=number % 10 != 7,
        comments=(0, 0, 12, 0, 3)[number % 5],
        read_also=number % 6 == 1,
        appended=number % 14 == 5,
        machine_time=number % 2 == 0,
        bare=site.special and number == TWIN,
    )

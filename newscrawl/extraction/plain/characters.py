"""The characters of a scraped text made those that a crawled article has."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from html.entities import html5

from newscrawl.extraction.page.letters import INVISIBLE
from newscrawl.extraction.page.misread import mend_text

PASSES = 3
"""How often a text may have been escaped or misread, one within the other; chosen."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,30});")


def make_uniform(line: str) -> str:
    r"""Return a line in NFC, without entities, invisible characters or doubled spaces.

    >>> make_uniform("\u200bIt&#8217;s  Zu\u0308\u00adrich, itâ€™s 20&nbsp;°C")
    'It’s Zürich, it’s 20 °C'
    """
    before = once = _clean(line)
    for _ in range(PASSES):
        text = _clean(mend_text(_ENTITY.sub(_meant, before)))
        if text == before:
            return text
        before = text
    return once


def _clean(line: str) -> str:
    line = " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", line)).split())
    return line if line.strip(" \u200c\u200d") else ""


def _meant(entity: re.Match[str]) -> str:
    name = entity[0][1:]
    return unescape(entity[0]) if name in html5 or name[0] == "#" else entity[0]

"""Lines between headline and text that are neither: date, byline, place, section."""

from __future__ import annotations

import re

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.bylines.byline import ends_in_role, split_byline
from newscrawl.extraction.bylines.prefix import has_prefix
from newscrawl.extraction.dates.around import pieces_beside_dates
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.dates.lines import ends_sentence, may_hold_date
from newscrawl.extraction.dates.parsing import is_full_date
from newscrawl.extraction.page.bars import unify_bars
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.units import count_units

# Words of the longest date line: "Martes 22 de junio de 2004, 18:40 | A. Author and B. Author".
DATE_UNITS = 14
# Words of a line that tells date, byline, section and time to read. Chosen.
HEAD_UNITS = 30
# Words of a piece beside a date that is no sentence: "5 min read". Chosen.
BESIDE_DATE = 3
# From where a paper reports, set before the paragraphs: "Berlin.", "New York.". Two of 890
# annotated pages have it in the box of the paragraphs, a lead before it, and it is no text.
_PLACE = re.compile(r"[^\W\d_a-zà-ÿа-я][\w’'-]+(?: [^\W\d_a-zà-ÿа-я][\w’'-]+){0,2}\.")
_PARTS = re.compile(r"[|•·–—]")
# What an obituary begins with: "Born: August 2nd, 1941".
_LIFE = re.compile(
    r"(?:born|died|geboren|gestorben|née?|décédée?|nacid[oa]|nació|falleci\w+|murió|nasceu|morreu"
    r"|faleceu|nat[oa]|mort[oa]|född|död|født|død|родил\w+|умер(?:ла)?)\b",
    re.IGNORECASE,
)


def is_place(text: str) -> bool:
    """Return whether a line is a place from where a paper reports, by its capitals.

    >>> is_place("New York."), is_place("כך אמר השר.")
    (True, False)
    """
    return _PLACE.fullmatch(text) is not None and all(word[0].isupper() for word in text.split())


def is_before_text(block: PageBlock) -> bool:
    """Return whether a block is no text before the first prose: date, byline, place, mere number.

    A date line is a date with an author's name or a clock beside it at most, and no sentence. No
    block without letters was text there in 890 annotated pages, and one byline was.
    """
    if block.box.type != "paragraph" or _LIFE.match(block.text):
        return False
    if block.units > DATE_UNITS:
        return is_head_line(block)
    if not any(map(str.isalpha, block.text)) or is_byline(block.text):
        return True
    if block.box.tag != "p" and is_place(block.text):
        return True
    if ends_sentence(block.text):
        return is_date_line(block.text)
    dated = any(is_full_date(part.strip()) for part in _PARTS.split(block.text))
    return dated or is_date_line(block.text)


def is_head_line(block: PageBlock) -> bool:
    """Return whether a line tells date, byline, section and such, though as long as prose."""
    text = block.text
    if block.box.type != "paragraph" or block.units > HEAD_UNITS or not may_hold_date(text):
        return False
    if ends_sentence(text):
        return is_date_line(text)
    pieces = pieces_beside_dates(unify_bars(text))
    parts = (part for piece in pieces for part in _PARTS.split(piece))
    are_short = all(count_units(p) <= BESIDE_DATE or is_byline(p) for p in parts)
    return (bool(pieces) and are_short) or is_date_line(text)


def is_furniture(line: str) -> bool:
    """Return whether a line, set off by line breaks, is no text: byline, date, credit, call.

    >>> is_furniture("By Jane Doe"), is_furniture("Photo: Jane Doe"), is_furniture("By the sea")
    (True, True, False)
    """
    return match_phrase(line) is not None or is_byline(line) or is_date_line(line)


def is_byline(text: str) -> bool:
    """Return whether a line names its author, and perhaps what he is: "By Jane Doe, BBC News"."""
    if text[-1] in ".!?:…":
        return False
    return ends_in_role(text) or (has_prefix(text) and bool(split_byline(text, strict=True)))

"""Why a block is not part of the article: the slug that its markup, phrase or place gives."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.captions import PICTURE_WORD
from newscrawl.extraction.boilerplate.further_links import is_further_link
from newscrawl.extraction.boilerplate.head_lines import DATE_UNITS, is_byline, is_place
from newscrawl.extraction.boilerplate.named_boxes import calls_to_act, is_caption, is_embed
from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.boilerplate.shortcodes import is_shortcode
from newscrawl.extraction.boilerplate.walls import is_scrambled
from newscrawl.extraction.bylines.han_reporters import (
    is_credits_line,
    is_reporters_line,
    is_source_line,
)
from newscrawl.extraction.bylines.names import is_full_name
from newscrawl.extraction.dates.date_lines import is_date_line, is_moment, is_stamp, strip_clock
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, boxes_around, group_of, table_of
from newscrawl.extraction.page.elements import LEAVES
from newscrawl.extraction.page.evidence import Evidence
from newscrawl.extraction.page.letters import STOPS
from newscrawl.extraction.page.names import BITS

# What names say of a box, as reasons; the other meanings say nothing of why.
REASONS = {
    "caption": "caption",
    "comments": "comments",
    "newsletter": "newsletter",
    "share": "share",
    "related": "read_also",
    "ad": "ad",
    "author": "byline",
    "tags": "tags",
    "date": "date_line",
    "note": "notice",
    "navigation": "navigation",
    "media": "embed",
    "box": "box",
}
# Share of characters inside links from which on a block is a list of links.
LINKS = 0.6


# Phrases that are text now and then: "Yes" is a table's cell, "Share" a heading. Of seven
# paragraphs of more words in 890 annotated pages four were no text, two the source of a picture.
DOUBTFUL = frozenset({"ui"})
DOUBTFUL_UNITS = 2
# Phrases that are no data in a table's cell: of 18 annotated cells of one or two words that these
# match none is text, of 58 that others match 50 are.
_OF_CELLS = frozenset(("ad", "read_also"))
# Phrases that head what is no text. Of six headings on 2,158 annotated pages one was text.
_OF_OTHERS = frozenset(("follow", "newsletter", "read_also", "typo"))
# Phrases that are no item of a list, others that are none if they are longer, and if they are not.
# Of 46, 72 and 18 items in annotated ranges seven, none and none are text.
_OF_ITEMS = frozenset(("read_also", "typo"))
_OF_LONG_ITEMS = frozenset(("comments", "copyright", "follow", "newsletter", "paywall", "share"))
_OF_SHORT_ITEMS = frozenset(("ad",))
# Blocks of an item from which on it is an entry of a ticker; chosen.
ENTRY = 3
# Cells of a row from which on it is data: a timetable. Rows of layouts hold a date and a source.
# One of 2,158 annotated pages has such, a table of results.
DATA_CELLS = 3
# Words of the longest caption that ends in the credit of its picture, as agencies write it, and
# characters of the longest credit. Chosen: no paragraph of 890 annotated pages is one.
CAPTION_UNITS = 60
CREDIT = 100
_CREDIT_END = re.compile(
    r"\((?:[A-Z]{2,5} Photo/|Photo by )[^()]{3,80}\)\.?$|\bPhotograph: [^.:]{3,60}$"
    r"|[.!?] [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}"
    r" ?/ ?(?:AFP|AP|dpa|EFE|EPA|Getty Images|Reuters)$"
)
# How the languages of the world label a credit that ends a caption: "The pier. Photo: Jane Doe",
# "The pier (Foto: dpa)". Six more lines of 2,158 real pages end so, all of them captions.
_PICTURE_END = re.compile(
    rf"(?:[.!?…»”\"。)]\s*|\s[|/–—-]\s+|\s?[(（]){PICTURE_WORD}\s?[:：]"
    r"\s?[^.!?。:：]{2,60}[)）]?\.?$",
    re.IGNORECASE,
)
# The same of a block beside a picture, which needs no sign before it: "The pier Foto: Jane Doe".
# The text of none of 2,158 real pages changes.
_BARE_CREDIT = re.compile(rf"\s{PICTURE_WORD}\s?[:：]\s?[^.!?。:：]{{2,60}}$", re.IGNORECASE)
# The same in Chinese, without a colon: "记者 林海峰 摄", "（香港觀鳥會圖片）", "林海峰摄（影像）".
_TAKEN_BY = re.compile(
    r"(?:[\s。」）]|记者|記者)[^\s。，]{2,8}(?: [^\s。，]{1,6})? ?[摄攝]"
    r"(?:[（(][^（）()]{2,12}[）)])?$"
    r"|[（(][^（）()]{2,20}(?:图片|圖片|供图|供圖|提供|[摄攝])[)）]$"
)
# What points from a caption to the picture above it, in Chinese papers. 12 such lines on 7 pages of
# our own are none of their text; no annotated page has one.
_POINTER = "▲"
_SENTENCE_ENDS = (*STOPS, ":", "：", '"', "»", "”", "」")
# Pictures of a caption's box.
MOST_PICTURES = 20
# Blocks of a box that holds a caption, its credit, and one more at most.
CREDITED = 3


def says_title(block: PageBlock, evidence: Evidence) -> bool:
    """Return whether a block is the headline, or says it again."""
    is_headline = block.box.tag == "h1" and evidence.has_title(block.text)
    return is_headline or evidence.is_title(block.text)


def is_certain(block: PageBlock, phrase: str | None) -> bool:
    """Return whether a block is no text, however likely: caption, embed, stamp, phrase, call.

    Of 373 stamps on 2,158 real pages four are annotated as text, of 48 days with a clock none.
    """
    if is_caption(block.box) or is_embed(block.box) or calls_to_act(block.box):
        return True
    kind = block.box.type
    is_long = block.units > DOUBTFUL_UNITS
    if kind == "heading":
        return phrase in _OF_OTHERS or _is_named_byline(block)
    if kind == "list_item":
        is_phrase = phrase in _OF_ITEMS or phrase in (
            _OF_LONG_ITEMS if is_long else _OF_SHORT_ITEMS
        )
        return is_phrase or is_stamp(block.text) or _is_of_entry(block, phrase)
    if kind not in ("paragraph", "quote"):
        return False
    if ends_in_credit(block) or is_under_picture(block):
        return True
    if kind == "paragraph" and any(tells(block) for tells in _CERTAIN):
        return True
    is_doubtful = phrase in DOUBTFUL or (block.box.row and phrase not in _OF_CELLS)
    return phrase is not None and (is_long or not is_doubtful)


def _is_of_entry(block: PageBlock, phrase: str | None) -> bool:
    """Return whether a block only dates or signs an entry of a ticker, shares or advertises."""
    if phrase not in ("ad", "share") and not _is_moment(block.text):
        return False
    item = next((around for around in boxes_around(block.box) if around.tag == "li"), block.box)
    return item.end - item.start >= ENTRY


def _is_moment(text: str) -> bool:
    return is_stamp(text) or is_signed_clock(text) or is_moment(text)


def is_signed_clock(text: str) -> bool:
    """Return whether a line is a time of day, perhaps with a name, as above a ticker's entries."""
    rest = strip_clock(text)
    return rest != text and (not rest or (rest[0].isalpha() and is_full_name(rest)))


def ends_in_credit(block: PageBlock) -> bool:
    """Return whether a line is a caption with its credit: "The pier. (AP Photo/Jane Doe)"."""
    if block.units > CAPTION_UNITS:
        return False
    end = block.text[-CREDIT:]
    if not end.isascii() and _TAKEN_BY.search(end):
        return True
    if ("Photo" in end or "/" in end) and _CREDIT_END.search(end) is not None:
        return True
    if not (":" in end or "：" in end):
        return False
    if _PICTURE_END.search(end):
        return True
    return _is_beside_picture(block) and _BARE_CREDIT.search(end) is not None


def _is_beside_picture(block: PageBlock) -> bool:
    around = block.box.parent or block.box
    return 0 < around.images <= MOST_PICTURES and around.end - around.start <= CREDITED


def is_under_picture(block: PageBlock) -> bool:
    """Return whether a block is the caption of the picture that it stands with in one element.

    It says what the picture's replacement text says, stands behind the picture and a line break, or
    is all else in a table.
    Of 18 such lines in 2,158 real texts one is annotated as text.
    """
    if block.box.row and block.units <= CAPTION_UNITS and _is_of_picture_table(block.box):
        return True
    is_short = block.units <= CAPTION_UNITS and 0 < block.box.images <= MOST_PICTURES
    if not is_short or block.text.endswith(_SENTENCE_ENDS):
        return False
    element = block.element
    if any(" ".join((e.get("alt") or "").split()) == block.text for e in element.iter("img")):
        return True
    is_first = not (element.text or "").strip()
    return is_first and [child.tag for child in element[:2]] == ["img", "br"]


def _is_of_picture_table(box: Box) -> bool:
    """Return whether a box is all that a table has beside a picture, as old pages set captions."""
    table = next((around for around in boxes_around(box) if around.tag == "table"), None)
    return table is not None and table.images == 1 and table.end - table.start == 1


def points_at_picture(block: PageBlock) -> bool:
    """Return whether a line is a caption by the sign before it: "▲渡船靠岸", not "▲ 2.5%".

    In a cell the sign tells a loss, and of several such lines it parts the items of a list.
    """
    is_short = block.units <= CAPTION_UNITS and block.text.startswith(_POINTER)
    return is_short and not (block.text[1:].isascii() or block.box.row or _is_listed(block))


def _is_listed(block: PageBlock) -> bool:
    element = block.element
    near = (element, element.getprevious(), element.getnext())
    texts = (str(each.text_content()) for each in near if isinstance(each, HtmlElement))
    return sum(text.count(_POINTER) for text in texts) > 1


def _is_named_byline(block: PageBlock) -> bool:
    """Return whether a byline stands in a box that is called after authors, wherever that is."""
    is_short = block.units <= DATE_UNITS
    is_named = is_short and any(box.mask & BITS["author"] for box in boxes_around(block.box))
    return is_named and is_byline(block.text)


def _holds_others(box: Box) -> bool:
    return box.tag not in LEAVES and box.end - box.start > 1


def _is_in_table(box: Box) -> bool:
    """Return whether a box is a cell whose moment is what the table tells: of many, or headed."""
    row = next((around for around in boxes_around(box) if around.tag == "tr"), None)
    if row is None:
        return False
    return row.end - row.start >= DATA_CELLS or table_of(row).element.find(".//th") is not None


def is_credited(blocks: list[PageBlock], index: int, phrases: Mapping[int, str]) -> bool:
    """Return whether a block stands beside a picture's credit in a box of little more: a caption.

    The picture is in that box, or in the one around if that holds little more, too. What is longer
    than a date line and stands beside a date ("Updated 3 May") or a headline is none. In 890
    annotated pages three such blocks would be text otherwise, and none was.
    """
    block = blocks[index]
    group = group_of(block.box)
    around = islice(boxes_around(group), 2)
    if not any(box.images and box.end - box.start <= CREDITED for box in around):
        return False
    return any(
        phrases.get(near) == "credit"
        and group_of(blocks[near].box) is group
        and (block.units <= DATE_UNITS or not _tells_time(blocks[near]))
        for near in (index - 1, index + 1)
    )


def _tells_time(block: PageBlock) -> bool:
    return block.box.type == "heading" or any(map(str.isdigit, block.text))


def find_reason(block: PageBlock, evidence: Evidence) -> str:
    """Return the slug of why a block was taken out of the article's range."""
    if block.box.hidden:
        return "hidden"
    if evidence.is_title(block.text):
        return "title_repeat"
    if phrase := match_phrase(block.text):
        return phrase
    shown = (reason for reason, is_shown in _SHOWN if is_shown(block))
    return next(shown, None) or _named_reason(block)


def _named_reason(block: PageBlock) -> str:
    """The reason that the names of the boxes around give."""
    for mask in (block.box.mask, block.box.path_mask):
        for meaning, reason in REASONS.items():
            if mask & BITS[meaning]:
                return reason
    return "read_also" if block.link_share > LINKS else "boilerplate"


_HAN_LINES = (is_reporters_line, is_source_line, is_credits_line)
_CERTAIN: tuple[Callable[[PageBlock], bool], ...] = (
    is_further_link,
    points_at_picture,
    lambda block: _holds_others(block.box) and is_place(block.text),
    lambda block: not _is_in_table(block.box) and _is_moment(block.text),
    lambda block: any(is_line(block.text) for is_line in _HAN_LINES),
    lambda block: is_scrambled(block.text),
    lambda block: is_shortcode(block.text),
    _is_named_byline,
)
_SHOWN: tuple[tuple[str, Callable[[PageBlock], bool]], ...] = (
    ("read_also", is_further_link),
    ("paywall", lambda block: is_scrambled(block.text)),
    ("caption", lambda block: is_caption(block.box) or ends_in_credit(block)),
    ("caption", is_under_picture),
    ("caption", points_at_picture),
    ("embed", lambda block: is_embed(block.box) or is_shortcode(block.text)),
    ("date_line", lambda block: is_date_line(block.text)),
)

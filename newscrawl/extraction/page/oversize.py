"""Pages too large to be read: known from their bytes, before a tree is made of them.

A tree costs far more than its page. 10 MB of paragraphs of one letter take 740 MB and a minute to
weigh; and libxml2 appends an attribute to its tag by walking over all the others, so that 100,000
of them take 14 s. The largest of 2,158 real news pages have 19,629 tags, 10,968 attributes, 51 of
them in one tag, 6,220 blocks (the next has 2,734) and 97,000 characters to read; of 337 more pages,
one has 17,770 attributes, and the script of four looks like a tag of 1,291. The limits below leave
room for these, and hold the event loop for 1.5 s at worst, most pages of this size for less than
one (``tests/benchmarks/worst_pages.py``; seconds of CPU).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

# Occurrences of "<". A tree has 300 bytes for each.
MOST_TAGS = 50_000
# Of a page; each is weighed, and looked at for dates and names, which takes 100 microseconds.
MOST_BLOCKS = 8_000
# Of a page; a tree has 130 bytes for each.
MOST_ATTRIBUTES = 100_000
# Of one tag; 50 such tags take 0.9 s to parse.
MOST_IN_A_TAG = 2_000
# Characters to read.
MOST_TEXT = 500_000
# Bytes below which a page is not searched: if all of one is a tag's attributes, they take 0.9 s.
_SMALL = 80_000
# Bytes below which a tag cannot hold so many, with a blank each.
_LONG_TAG = 2 * MOST_IN_A_TAG
# Bytes below which a page cannot have attributes enough to matter: 22 MB of a tree.
_MIDDLING = 500_000

# As the standard's tokenizer reads an attribute (HTML, 13.2.5.32 to 40), but for "<", which begins
# another here: no byte is looked at from more than MOST_IN_A_TAG places.
_ATTRIBUTE = (
    rb"[\s/]*+[^\s/>][^\s/><=]*+"
    rb"""(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s><"'][^\s><]*+)?+)?+"""
)
_CROWDED_TAG = re.compile(rb"[a-zA-Z][^\s/><]*+(?:%b){%d}" % (_ATTRIBUTE, MOST_IN_A_TAG))
_TAG = re.compile(rb"<[a-zA-Z][^\s/>]*+(?:%b)*+" % _ATTRIBUTE)
_WORD_OF_TAG = re.compile(_ATTRIBUTE)
_READ = etree.XPath(
    "//text()[not(parent::script or parent::style or parent::template)]", smart_strings=False
)


def has_too_much_markup(source: bytes) -> bool:
    """Return whether a page's tree would cost more memory or time than a page may."""
    if source.count(b"<") > MOST_TAGS:
        return True
    if len(source) > _SMALL and any(map(_CROWDED_TAG.match, _long_tags(source))):
        return True
    return len(source) > _MIDDLING and _has_too_many_attributes(source)


def _long_tags(source: bytes) -> Iterator[bytes]:
    """Yield what stands between two "<" so far apart that it may be a crowded tag.

    Only the last "<" of each stretch is looked for, as all between two of one stretch is short.
    """
    start = 0
    while len(source) - start > _LONG_TAG:
        last = source.rfind(b"<", start, start + _LONG_TAG + 1)
        if last >= 0:
            start = last + 1
            continue
        end = source.find(b"<", start)
        end = end if end >= 0 else len(source)
        yield source[start:end]
        start = end + 1


def has_too_much_text(source: bytes, root: HtmlElement) -> bool:
    """Return whether there is more to read than in any article."""
    if len(source) <= MOST_TEXT:
        return False
    texts = cast("list[str]", _READ(root))
    return sum(len(text.strip()) for text in texts) > MOST_TEXT


def _has_too_many_attributes(source: bytes) -> bool:
    attributes = 0
    for tag in _TAG.finditer(source):
        attributes += sum(1 for _ in _WORD_OF_TAG.finditer(source, *tag.span())) - 1
        if attributes > MOST_ATTRIBUTES:
            return True
    return False

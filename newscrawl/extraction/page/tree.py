"""A page, decoded and parsed once; everything else reads from its one tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from newscrawl.extraction.page.encoding import decode
from newscrawl.extraction.page.misread import mend_misread
from newscrawl.extraction.page.oversize import has_too_much_markup, has_too_much_text

EMPTY = b"<html><body></body></html>"

# libxml2 reads no further than "</html>", where browsers go on (HTML, 13.2.6.4.22): 34 of 2,158
# real pages have more than 200 characters behind it, as they close their first half, or a frame.
# The end of a break, which has none, is one for browsers (13.2.6.4.7).
_END_TAGS = re.compile(rb"</(?:html|body|(?P<br>br))\s*/?>", re.IGNORECASE)
# lxml.html looks the class of each element up in Python, at each visit; this is twice as fast.
_HTML_ELEMENTS = etree.ElementDefaultClassLookup(element=HtmlElement)


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page."""

    root: HtmlElement
    """The ``html`` element. Shared by all readers: never changed after parsing."""
    url: str
    """Address the page was fetched from, "" if unknown."""
    base_url: str
    """What relative links are resolved against."""
    encoding: str | None
    """Encoding the bytes were decoded with; None if the page came as text."""
    is_oversized: bool = False
    """Whether there was too much of it to be read; the tree is an empty one then."""


def parse_page(html: str | bytes, *, url: str = "", encoding: str | None = None) -> Page:
    """Return the parsed page; whatever the bytes are, there is a tree (at worst an empty one).

    So it costs at most a second or two and 150 MB, at 10 MB: see :mod:`.oversize`.

    ``encoding`` is the charset of the Content-Type header, which a BOM and valid UTF-8 overrule.
    """
    used = None
    if isinstance(html, bytes):
        html, used = decode(html, encoding)
    # A null byte would end the document for libxml2; lone surrogates cannot be written as UTF-8.
    source = mend_misread(html.replace("\x00", "").encode("utf-8", "replace"))
    root = _parse(source)
    is_oversized = root is None
    if root is None:
        root = _tree(EMPTY)
    return Page(root, url, _base_url(root, url), used, is_oversized)


def _parse(source: bytes) -> HtmlElement | None:
    """Return the tree, None if there is too much of it."""
    if has_too_much_markup(source):
        return None
    root = _tree(source)
    if root is None:
        return _tree(EMPTY)
    return None if has_too_much_text(source, root) else root


def _tree(source: bytes) -> HtmlElement | None:
    # Bytes, as text with an XML declaration is refused; comments go, so that text is not split.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(_HTML_ELEMENTS)
    try:
        return etree.fromstring(_END_TAGS.sub(_mended, source), parser)
    except etree.XMLSyntaxError:
        return None


def _mended(tag: re.Match[bytes]) -> bytes:
    return b"<br>" if tag["br"] else b""


def _base_url(root: HtmlElement, url: str) -> str:
    base = root.find("head/base[@href]")
    if base is None:
        return url
    try:
        return str(urljoin(url, base.get("href", "").strip()))
    except ValueError:
        return url

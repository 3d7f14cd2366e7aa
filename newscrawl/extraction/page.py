"""A page, decoded and parsed once; everything else reads from its one tree."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from newscrawl.extraction.encoding import decode

EMPTY = b"<html><body></body></html>"

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


def parse_page(html: str | bytes, *, url: str = "", encoding: str | None = None) -> Page:
    """Return the parsed page; whatever the bytes are, there is a tree (at worst an empty one).

    ``encoding`` is the charset of the Content-Type header, which a BOM and valid UTF-8 overrule.
    """
    used = None
    if isinstance(html, bytes):
        html, used = decode(html, encoding)
    root = _parse(html)
    return Page(root, url, _base_url(root, url), used)


def _parse(html: str) -> HtmlElement:
    # A null byte would end the document for libxml2; lone surrogates cannot be written as UTF-8.
    source = html.replace("\x00", "").encode("utf-8", "replace")
    root = _tree(source)
    return root if root is not None else _tree(EMPTY)


def _tree(source: bytes) -> HtmlElement | None:
    # Bytes, as text with an XML declaration is refused; comments go, so that text is not split.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    parser.set_element_class_lookup(_HTML_ELEMENTS)
    try:
        return etree.fromstring(source, parser)
    except etree.XMLSyntaxError:
        return None


def _base_url(root: HtmlElement, url: str) -> str:
    base = root.find("head/base[@href]")
    if base is None:
        return url
    try:
        return str(urljoin(url, base.get("href", "").strip()))
    except ValueError:
        return url

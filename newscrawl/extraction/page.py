"""A page, decoded and parsed once; everything else reads from its one tree."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import html as lxml_html
from lxml.html import HtmlElement


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

    ``encoding`` is the charset of the Content-Type header, which a BOM overrules.
    """
    parser = lxml_html.HTMLParser(encoding=encoding or "utf-8", huge_tree=True)
    body = html.encode("utf-8", "surrogatepass") if isinstance(html, str) else html
    root = lxml_html.document_fromstring(body or b"<html></html>", parser=parser)
    return Page(root, url, url, encoding)

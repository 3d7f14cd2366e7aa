"""Elements by CSS or XPath, compiled once."""

from __future__ import annotations

from functools import lru_cache
from typing import cast

from cssselect import HTMLTranslator
from lxml.etree import XPath
from lxml.html import HtmlElement


@lru_cache(maxsize=1000)
def compile_selector(selector: str) -> XPath:
    """Return a compiled selector: XPath if it starts with ``/``, ``./`` or ``(``, else CSS."""
    if selector.startswith(("/", "./", "(")):
        return XPath(selector)
    return XPath(HTMLTranslator().css_to_xpath(selector))


def find_all(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """Return the elements that a selector matches, in page order.

    A selector of text or attributes matches no element: it gives an empty list.
    """
    found = compile_selector(selector)(root)
    if not isinstance(found, list):
        return []
    return [cast("HtmlElement", item) for item in found if isinstance(item, HtmlElement)]


def read_texts(root: HtmlElement, selector: str) -> list[str]:
    """Return the texts that a selector names, white space collapsed, empty ones left out.

    ``meta`` elements give their content; an XPath may name text or attributes itself.
    """
    found = compile_selector(selector)(root)
    items = found if isinstance(found, list) else [found]
    texts = (" ".join(_text_of(item).split()) for item in items)
    return [text for text in texts if text]


def _text_of(item: object) -> str:
    if isinstance(item, HtmlElement):
        return str(item.get("content") or item.text_content())
    return item if isinstance(item, str) else ""

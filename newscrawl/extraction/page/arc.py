"""The story that a page of Arc XP leaves to its scripts to print.

Papers of many countries use this system, and some pages of it hold their text in no other form. Its
elements are those of the Arc Native Specification: https://github.com/washingtonpost/ans-schema.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from newscrawl.extraction.page.json_ld import MAX_DEPTH, as_list, parse_leading

_STATED = "Fusion.globalContent="


def read_arc_text(root: HtmlElement) -> str:
    """Return the text of a page's story as HTML, "" if it states none."""
    for script in root.iter("script"):
        _, is_stated, text = (script.text or "").partition(_STATED)
        if is_stated:
            return "".join(_parts(parse_leading(text), "content_elements", MAX_DEPTH))
    return ""


def _parts(parent: Any, key: str, depth: int) -> Iterator[str]:
    """Yield the parts of a story, quote or list, no more than ``depth`` levels of them."""
    parts = as_list(parent.get(key)) if isinstance(parent, dict) and depth else []
    for part in parts:
        if isinstance(part, dict):
            yield _to_html(part, depth - 1)


def _to_html(element: dict[str, Any], depth: int) -> str:
    """Return an element of text; "" for pictures, links to other stories and code."""
    content = str(element.get("content") or "")
    match element.get("type"):
        case "text":
            return f"<p>{content}</p>"
        case "header":
            return f"<h2>{content}</h2>"
        case "quote":
            return f"<blockquote>{''.join(_parts(element, 'content_elements', depth))}</blockquote>"
        case "list":
            items = (f"<li>{item}</li>" for item in _parts(element, "items", depth))
            return f"<ul>{''.join(items)}</ul>"
    return ""

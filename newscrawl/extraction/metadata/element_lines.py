"""The lines of an element that is called an author's, as a reader of names wants them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from newscrawl.extraction.bylines.names import is_full_name
from newscrawl.extraction.bylines.prefix import has_prefix
from newscrawl.extraction.metadata.site_name import is_root

_MOST_PARTS = 3  # of a name, as "first-name" and "last-name"


def lines_of(element: HtmlElement) -> Iterator[str]:
    """Yield the texts of an element, one for each text node, without those of other links."""
    joined: set[HtmlElement] = set()
    for node in element.iter("*"):
        if node.tag in {"script", "style"} or node in joined:
            continue
        if name := _parted_name(node):
            joined.update(node)
        is_other = node.tag == "a" and _leads_elsewhere(node)
        own = "" if is_other else name or node.text
        texts = (own, node.tail if node is not element else None)
        yield from (line for text in texts if text and (line := " ".join(text.split())))


def _parted_name(element: HtmlElement) -> str:
    """Return the name that an element holds word by word, in an inline element each; else ""."""
    if not 0 < len(element) <= _MOST_PARTS or any(len(child) for child in element):
        return ""
    texts = [element.text, *(text for child in element for text in (child.text, child.tail))]
    words = [word for text in texts if text and (word := text.strip())]
    is_parted = len(words) > 1 and all(word.isalpha() and word[0].isupper() for word in words)
    name = " ".join(words)
    return name if is_parted and is_full_name(name) and not has_prefix(name) else ""


def _leads_elsewhere(link: HtmlElement) -> bool:
    """Return whether a link leads to a category or home."""
    return "tag" in (link.get("rel") or "") or is_root(link.get("href") or "?")

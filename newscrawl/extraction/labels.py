"""Short texts that file an article: what sections and tags have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from newscrawl.extraction.json_ld import as_list, name_of
from newscrawl.extraction.structured import Structured

# Characters and words of one label; longer ones are sentences.
MAX_LABEL = 60
MAX_LABEL_WORDS = 6

_MARKUP = re.compile(r"://|[{}<>]|\w+\.\w+\(")


def is_label(text: str) -> bool:
    """Return whether a text can be the name of a section or a tag."""
    if len(text) < 2 and text.isascii():
        return False
    is_short = len(text) <= MAX_LABEL and len(text.split()) <= MAX_LABEL_WORDS
    return is_short and not _MARKUP.search(text)


def labels_of(value: object) -> Iterator[str]:
    """Yield the names in a JSON-LD value: a string, an object, or a list of them."""
    for item in as_list(value):
        if text := name_of(item):
            yield text


def meta_values(structured: Structured, names: Iterable[str]) -> Iterator[str]:
    """Yield the contents of these ``meta`` names, in their order."""
    for name in names:
        yield from structured.meta.get(name, ())


def is_chrome(element: HtmlElement) -> bool:
    """Return whether an element stands beside the page's content."""
    return any(parent.tag in {"aside", "footer", "nav"} for parent in element.iterancestors())

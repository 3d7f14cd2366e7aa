"""Short texts that file an article: what sections and tags have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from newscrawl.extraction.page.json_ld import as_list, name_of, plain_text
from newscrawl.extraction.page.selectors import compile_selector
from newscrawl.extraction.page.structured import Structured

# Characters and words of one label; longer ones are sentences.
MAX_LABEL = 60
MAX_LABEL_WORDS = 6

_SHOWN_TEXTS = ".//text()[not(parent::script or parent::style or parent::noscript)]"
_CHROME = frozenset(("aside", "footer", "nav"))
# Numbers that systems give to tags and articles.
_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}")
_MARKUP = re.compile(r"://|[{}<>]|\w+\.\w+\(")


def is_label(text: str) -> bool:
    """Return whether a text can be the name of a section or a tag."""
    if len(text) < 2 and text.isascii():
        return False
    is_short = len(text) <= MAX_LABEL and len(text.split()) <= MAX_LABEL_WORDS
    return is_short and not _MARKUP.search(text) and not _UUID.match(text)


def labels_of(value: object) -> Iterator[str]:
    """Yield the names in a JSON-LD value: a string, an object, or a list of them."""
    for item in as_list(value):
        if text := name_of(item):
            yield text


def meta_values(structured: Structured, names: Iterable[str]) -> Iterator[str]:
    """Yield the contents of the ``meta`` names with these letters and digits, in their order."""
    for name in names:
        yield from structured.meta_by_letters.get(name, ())


def printed_text(element: HtmlElement) -> str:
    """Return the text that an element shows, on one line: without scripts and styles.

    A style sheet parts elements where a small letter meets a capital: "BernIt snowed".
    """
    found = compile_selector(_SHOWN_TEXTS)(element)
    texts = list(map(str, found)) if isinstance(found, list) else []
    parted = (
        f"{text} " if text[-1:].islower() and behind[:1].isupper() else text
        for text, behind in pairwise([*texts, ""])
    )
    return plain_text("".join(parted))


def is_chrome(element: HtmlElement) -> bool:
    """Return whether an element stands beside the page's content; an article has its own footer."""
    tags = [parent.tag for parent in element.iterancestors()]
    if "article" in tags and "footer" in tags[: tags.index("article")]:
        tags.remove("footer")
    return not _CHROME.isdisjoint(tags)

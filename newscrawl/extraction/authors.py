"""The authors: persons, or the desk or agency when that is the byline, in printed order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from newscrawl.extraction.body import Body
from newscrawl.extraction.byline import has_prefix, is_same_name, split_byline, unique_names
from newscrawl.extraction.json_ld import as_list, as_text, types_of
from newscrawl.extraction.marks import Mark
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.selectors import read_texts
from newscrawl.extraction.site_name import is_site_name
from newscrawl.extraction.structured import Structured

META_NAMES = (
    "author",
    "article:author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "byl",
    "byline",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.name",
    "citation_author",
    "og:article:author",
    "og:author",
    "book:author",
    "cxenseparse:author",
    "vr:author",
    "article.author",
    "authors",
)


class Authors(NamedTuple):
    """The names and where they were read."""

    names: list[str]
    source: str


def read_authors(
    page: Page, structured: Structured, body: Body | None, *, title: str, rules: Rules
) -> Authors:
    """Return the authors, ``([], "")`` if the page names none."""
    if rules.authors and (texts := read_texts(page.root, rules.authors)):
        return Authors(unique_names(n for text in texts for n in split_byline(text)), "rules")
    cascade: tuple[tuple[str, Callable[[], list[str]]], ...] = (
        ("json_ld", lambda: _from_json_ld(structured)),
        ("byline", lambda: _from_marks(structured, title)),
        ("meta", lambda: _from_meta(structured)),
        ("itemprop", lambda: _from_itemprops(structured)),
        ("text", lambda: _from_blocks(body)),
    )
    for source, read in cascade:
        names = [name for name in read() if not is_site_name(name, page, structured)]
        if names:
            return Authors(names, source)
    return Authors([], "")


def _from_json_ld(structured: Structured) -> list[str]:
    names: list[str] = []
    for value in as_list(structured.article.get("author")) or as_list(
        structured.article.get("creator")
    ):
        names.extend(_names_of(structured.resolve(value)))
    return unique_names(names)


def _names_of(author: Any) -> list[str]:
    if isinstance(author, dict):
        if "Organization" in types_of(author) and not author.get("name"):
            return []
        return [n for name in as_list(author.get("name")) for n in _names_of(name)]
    text = as_text(author)
    return split_byline(text) if text and "://" not in text else []


def _from_meta(structured: Structured) -> list[str]:
    for key in META_NAMES:
        values = [v for v in structured.meta.get(key, ()) if "/" not in v and v.strip()]
        names = unique_names(name for value in values for name in split_byline(value))
        if names:
            return names
    return []


def _from_itemprops(structured: Structured) -> list[str]:
    values = structured.itemprops.get("author", ())
    return unique_names(name for value in values[:6] for name in split_byline(value))


def _from_marks(structured: Structured, title: str) -> list[str]:
    """Return the names of the first byline below the headline, else of the first one at all."""
    start = _headline_position(structured, title)
    marks = structured.marks.of("author")
    below = [mark for mark in marks if mark.position > start]
    above = [mark for mark in marks if mark.position <= start]
    for mark in (*below, *above[::-1]):
        if not _is_foreign(mark.element) and (names := _names_in(mark)):
            return names
    return []


def _headline_position(structured: Structured, title: str) -> int:
    for element, position in structured.marks.headings:
        if title and title in " ".join(str(element.text_content()).split()):
            return position
    return 0


_FOREIGN = re.compile(
    r"comment|related|sidebar|widget|teaser|recommend|popular|footer|most-?read|trending|promo"
    r"|reply|more-?(?:from|stories|news)|latest|card-list|listing",
    re.IGNORECASE,
)


def _is_foreign(element: HtmlElement) -> bool:
    """Return whether a byline belongs to a comment or to another article."""
    for parent in (element, *element.iterancestors()):
        if parent.tag in {"aside", "footer", "nav"}:
            return True
        if parent.tag in {"body", "html"}:
            break
        if _FOREIGN.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


def _names_in(mark: Mark) -> list[str]:
    links = [
        link
        for link in mark.element.iter("a")
        if "author" in (link.get("rel") or "") or re.search("autho?r", link.get("href") or "")
    ]
    for group in (links, [mark.element]):
        names = unique_names(
            name for element in group for name in split_byline(_visible_text(element), strict=True)
        )
        if names:
            return names
    return []


def _visible_text(element: HtmlElement) -> str:
    parts = (text.strip() for text in _texts(element))
    return "\n".join(part for part in parts if part)


def _texts(element: HtmlElement) -> Iterator[str]:
    for node in element.iter():
        if isinstance(node.tag, str) and node.tag not in {"script", "style"} and node.text:
            yield node.text
        if node is not element and node.tail:
            yield node.tail


def _from_blocks(body: Body | None) -> list[str]:
    blocks = body.page_blocks if body else []
    for block in blocks:
        if block.in_range and len(block.text) < 100 and has_prefix(block.text):
            names = split_byline(block.text, strict=True)
            if names and sum(map(len, names)) > len(block.text) / 2:
                return names
    return []


def same_authors(one: list[str], other: list[str]) -> bool:
    """Return whether two lists name the same persons."""
    return len(one) == len(other) and all(any(is_same_name(a, b) for b in other) for a in one)

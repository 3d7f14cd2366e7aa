"""Who wrote an article with the author that its page states: some systems know one alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from newscrawl.extraction.bylines.byline import split_byline
from newscrawl.extraction.bylines.conjunctions import CONJUNCTION
from newscrawl.extraction.bylines.names import is_full_name
from newscrawl.extraction.bylines.spellings import unique_names
from newscrawl.extraction.metadata.site_name import mentions_site
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.marks import Marks

# Characters of a sentence whose links are no byline.
MAX_LINE = 100

_AND = re.compile(rf"\w {CONJUNCTION} \w")
_BETWEEN = re.compile(rf"\s*(?:,|{CONJUNCTION})\s*")


def with_co_authors(stated: list[str], marks: Marks, site: frozenset[str]) -> list[str]:
    """Return authors, with those whom their first byline joins or links: "A. Doe and B. Roe"."""
    for line, byline in _bylines_of(stated, marks):
        printed = split_byline(line, strict=True) if _AND.search(line) else _linked(byline, line)
        printed = printed or [*stated, *_beside(byline)]
        if printed == stated:
            printed = _names_alone(line)
        names = [name for name in printed if not mentions_site(name, site)]
        are_persons = all(is_full_name(name) and not name.startswith("The ") for name in names)
        if are_persons and set(stated) < set(names):
            return names
    return stated


def _bylines_of(stated: list[str], marks: Marks) -> Iterator[tuple[str, HtmlElement]]:
    """Yield the first byline that names an author, and those inside it, with their lines."""
    elements = [mark.element for mark in marks.of("author")]
    elements += (mark.element.getparent() for mark in marks.of("profile"))
    known = [name.casefold() for name in stated]  # a byline may be in capitals
    first: HtmlElement | None = None
    for element in dict.fromkeys(elements):
        if first is not None and not _is_inside(element, first):
            continue
        line = _line_of(element)
        if first is None and any(name in line.casefold() for name in known):
            first = element
        if first is not None and len(line) <= MAX_LINE:
            yield line, element


def _is_inside(element: HtmlElement, outer: HtmlElement) -> bool:
    return element is outer or outer in element.iterancestors()


def is_author_link(link: HtmlElement) -> bool:
    """Return whether a link leads to its author, by what it says of itself or by its address."""
    return "author" in (link.get("rel") or "") or bool(
        re.search(r"autho?r|/people/|/profile", link.get("href") or "")
    )


def _line_of(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _linked(byline: HtmlElement, line: str) -> list[str]:
    """Return the authors whom a byline links, none if it has words between: "edited by B. Roe"."""
    links = filter(is_author_link, byline.iter("a"))
    names = unique_names(name for link in links for name in split_byline(_line_of(link)))
    return names if letters_of("".join(names)) in letters_of(line) else []


def _names_alone(line: str) -> list[str]:
    """Return the first and last names in a line, none if it says anything else: a place."""
    names = split_byline(line, strict=True)
    is_all = letters_of("".join(names)) == letters_of(line)
    return names if is_all and all(" " in name for name in names) else []


def _beside(byline: HtmlElement) -> Iterator[str]:
    """Yield the names in the elements behind one of their make that nothing but "and" parts."""
    sort = byline.tag, byline.get("class")
    following = byline.getnext()
    while following is not None and (following.tag, following.get("class")) == sort:
        if not _BETWEEN.fullmatch(byline.tail or ""):
            return
        yield from split_byline(_line_of(following), strict=True)
        byline, following = following, following.getnext()

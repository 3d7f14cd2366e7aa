"""Elements whose class, id or rel says what they are: byline, tags, comment counter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

# What sites call things, in the languages whose sites name classes in their own words. A plain
# search for these comes first: it is ten times as fast as the patterns, which then decide.
_STEMS = {
    "author": "author byline by-line autor auteur autore writer written reporter journalist"
    " columnist signature contributor penulis yazar forfatter skribent toimittaja redactor"
    " verfasser firma creator article-by articleby posted-by",
    "tags": "tag keyword topic etiquet schlagw themen",
    "section": "categor rubri section channel kicker cat-link",
    "meta_line": "meta submitted info dateline",
    "breadcrumb": "breadcrumb bread-crumb ariane brotkrumen migas",
    "comments": "comm",
    "paywall": "paywall pay-wall premium piano regwall subscri fade",
}
_KIND_OF_STEM = {stem: kind for kind, stems in _STEMS.items() for stem in stems.split()}
_PATTERNS = {
    "author": re.compile(
        r"(?!.*(?:photo|image|media|caption)[-_]*(?:author|credit))(?!.*authori[sz])"
    ),
    "tags": re.compile(
        r".*(?:^|[\s_-])(?:tags?|keywords?|topics?|etiquetas|schlagw|themen)(?:$|[\s_-]|list)"
    ),
    "section": re.compile(
        r".*(?:^|[\s_-])(?:categor(?:y|ies)|rubri[ckq]\w*|section-?(?:name|link|title)|channel"
        r"|kicker|cat-?links?)(?:$|[\s_-])"
    ),
    "meta_line": re.compile(
        r".*(?:^|[\s_-])(?:(?:post|entry|article|news|story|page|my)?[\s_-]*meta[-_]?(?:data|info|line)?"
        r"|submitted|(?:article|post|entry|news|page)[-_]?info|dateline)(?:$|[\s_-])"
    ),
    "breadcrumb": re.compile(""),
    "comments": re.compile(
        r".*(?:comm?(?:ent)?s?[-_]*(?:num|count|counter|total|qty|amount)|num[-_]?comm"
        r"|(?:num|count|total)[-_]?(?:of[-_]?)?comments?|comments?-?(?:link|header|title))"
    ),
    "paywall": re.compile(
        r".*(?:pay-?wall|premium-?(?:content|teaser|box)|piano-?(?:offer|inline)|regwall"
        r"|subscri(?:be|ption)-?(?:wall|gate|required)|fade-?out|text-?fade)"
    ),
}
# Folders of addresses below which sites describe their authors.
_PROFILES = re.compile(
    r"/(?:authors?|autor(?:es|en|in)?|auteurs?|autori|people|persons?|profiles?|profil[eo]?s?|users?"
    r"|staff|contributors?|contributor|team|journalists?|redaktion|redaktor|reporters?|writers?|by"
    r"|columnists?|avtor[iy]?|redakcja|yazar(?:lar)?|penulis|schrijver|skribent|forfatter|experts?)/"
    r"|[?&]author=",
    re.IGNORECASE,
)
_HEADINGS = frozenset(("h1", "h2", "h3"))


class Mark(NamedTuple):
    """An element and where it stands among the elements of the page."""

    element: HtmlElement
    position: int


@dataclass(slots=True)
class Marks:
    """What the page's markup points out, in page order, by kind."""

    by_kind: dict[str, list[Mark]] = field(default_factory=dict)
    headings: list[Mark] = field(default_factory=list)

    def add(self, element: HtmlElement, position: int) -> None:
        """Note an element under the kind that its attributes name, if they name any."""
        if element.tag in _HEADINGS:
            self.headings.append(Mark(element, position))
        names = element.get("class") or element.get("id")
        kind = kind_of(names) if names else None
        if kind is None and element.tag == "a":
            kind = _kind_of_link(element)
        if kind:
            self.by_kind.setdefault(kind, []).append(Mark(element, position))

    def of(self, kind: str) -> list[Mark]:
        """Return the marked elements of one kind."""
        return self.by_kind.get(kind, [])


@lru_cache(maxsize=20_000)
def kind_of(names: str) -> str | None:
    """Return what a class attribute calls its element.

    >>> kind_of("article-byline u-small")
    'author'
    """
    lower = names.lower()
    for stem, kind in _KIND_OF_STEM.items():
        if stem in lower and _PATTERNS[kind].match(lower):
            return kind
    return None


def _kind_of_link(element: HtmlElement) -> str | None:
    names = (element.get("rel") or "").lower().split()
    if "author" in names:
        return "author"
    if "tag" in names:
        return "tags"
    return "profile" if _PROFILES.search(element.get("href") or "") else None

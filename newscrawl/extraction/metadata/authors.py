"""The authors: persons, or the desk or agency when that is the byline, in printed order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from newscrawl.extraction.bylines.byline import is_picture_credit, split_byline
from newscrawl.extraction.bylines.conjunctions import CONJUNCTION
from newscrawl.extraction.bylines.desks import is_desk
from newscrawl.extraction.bylines.han_reporters import has_surname
from newscrawl.extraction.bylines.names import MAX_NAME, is_account, is_full_name
from newscrawl.extraction.bylines.prefix import has_prefix, is_given_name
from newscrawl.extraction.bylines.roles import drop_roles
from newscrawl.extraction.bylines.spellings import unique_names
from newscrawl.extraction.metadata.author_lines import (
    from_blocks,
    from_credits,
    from_dateline,
    from_labels,
    from_reporters,
    from_roles,
    from_signature,
)
from newscrawl.extraction.metadata.co_authors import (
    MAX_LINE,
    is_author_link,
    with_co_authors,
)
from newscrawl.extraction.metadata.element_lines import lines_of
from newscrawl.extraction.metadata.site_name import is_root, mentions_site, site_names
from newscrawl.extraction.page.json_ld import as_list, as_text, types_of
from newscrawl.extraction.page.letters import STOPS
from newscrawl.extraction.page.marks import Mark
from newscrawl.extraction.page.selectors import read_texts
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body

# Names of meta tags as sites write them, letters and digits only, the surest first.
META_NAMES = (
    "author", "articleauthor", "articleauthorname", "parselyauthor", "sailthruauthor", "byl",
    "byline", "articlebyline", "dccreator", "dctermscreator", "dccreatorname", "citationauthor",
    "bepresscitationauthor", "ogarticleauthor", "ogarticleauthorname", "ogauthor", "bookauthor",
    "cxenseparseauthor", "vrauthor", "authors", "authorname", "mediatorauthor", "dableauthor",
    "rnewsauthor", "shareaholicarticleauthorname", "articlecontributorname",
)  # fmt: skip
# Bylines that are tried on each side of the headline; a real one is among the nearest.
MAX_MARKS = 12
# Characters of an element that is called an author's: more are the article's, "post author-doe".
# Chosen, not measured: a box with a biography has some hundreds.
MAX_BOX = 1_500
# Elements between two authors of one byline.
MAX_GAP = 5
MAX_BESIDE = 30

_FOREIGN_CLASS = re.compile(
    r"(?:^|[\s_-])(?:comments?|comment-author|reply|related|sidebar|teasers?|recommend\w*|popular"
    r"|trending|promo|testimonials?(?:_\w+)?|most-?read|latest|more-?(?:from|stories|news)|carousel|caption|copyright)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_REVIEWS = frozenset({"Claim", "ClaimReview", "Review", "Comment", "Question", "Answer", "Product"})
_FOREIGN_TAGS = frozenset({"aside", "nav", "figure", "figcaption", "form", "label", "blockquote"})
_CONNECTED = re.compile(rf"^\W*(?:{CONJUNCTION}(?!\w)|,|;|/|·|、)\W*(?:\w|$)|(?:,|&|;|/)$")


class Authors(NamedTuple):
    """The names and where they were read."""

    names: list[str]
    source: str


def read_authors(
    page: Page, structured: Structured, body: Body | None, *, title: str, rules: Rules
) -> Authors:
    """Return the authors, ``([], "")`` if the page names none.

    The first source that names persons in full wins. Else the first that names anybody: a pen
    name or a desk, at last an account or the site itself, if the page states that for its author.
    """
    if rules.authors and (texts := read_texts(page.root, rules.authors)):
        return Authors(unique_names(n for text in texts for n in split_byline(text)), "rules")
    headline = structured.marks.headline(title)
    site = site_names(page, structured)
    sources: tuple[tuple[str, Callable[[], list[str]]], ...] = (
        ("json_ld", lambda: _from_json_ld(structured)),
        ("reporters", lambda: from_reporters(body)),
        ("byline", lambda: _from_marks(structured, headline, ("author",))),
        ("itemprop", lambda: _from_itemprops(structured)),
        ("meta", lambda: _from_meta(structured)),
        ("links", lambda: _from_marks(structured, headline, ("profile", "meta_line"))),
        ("text", lambda: from_blocks(body, headline, site, title)),
        ("text", lambda: from_roles(body, headline)),
        ("text", lambda: from_dateline(body)),
        ("reporters", lambda: from_credits(body)),
        ("text label", lambda: from_labels(body)),
    )
    weak: list[Authors] = []
    accounts: list[Authors] = []
    own: list[Authors] = []
    for source, read in sources:
        names = read()
        others = [name for name in names if not mentions_site(name, site)]
        if any(map(is_full_name, others)):
            if _are_han_outlets(others) and (names := from_reporters(body) or from_credits(body)):
                return Authors(names, "reporters")
            return Authors(with_co_authors(others, structured.marks, site), source)
        if others and all(map(is_account, others)):
            accounts.append(Authors(names, source))
        elif others and (not own or any(map(is_desk, others))):
            weak.append(Authors(names, source))
        elif names:
            own.append(Authors(names, source))
    if (names := from_signature(body)) and (not weak or any(map(is_full_name, names))):
        return Authors(names, "signature")
    return next(iter((*weak, *accounts, *own)), Authors([], ""))


def _are_han_outlets(names: list[str]) -> bool:
    """Return whether names are in Chinese characters and none begins as a person's does there."""
    return all("\u4e00" <= name[0] <= "\u9fff" and not has_surname(name) for name in names)


def _from_json_ld(structured: Structured) -> list[str]:
    nodes = [structured.article] if structured.article else structured.nodes
    for node in nodes:
        if node is not structured.article and _REVIEWS.intersection(types_of(node)):
            continue
        for key in ("author", "creator"):
            values = [structured.resolve(value) for value in as_list(node.get(key))]
            if names := unique_names(name for value in values for name in _names_of(value)):
                return names
    return []


def _names_of(author: Any) -> list[str]:
    """Return the names of a JSON-LD author; organizations keep theirs whole."""
    if isinstance(author, dict):
        name = as_text(author.get("name"))
        if name and any("Organization" in kind for kind in types_of(author)):
            return [name] if len(name) <= MAX_NAME and "://" not in name else []
        values = as_list(author.get("name") or _full(author) or _inside(author))
        return [name for value in values for name in _names_of(value)]
    text = as_text(author)
    if not text or "://" in text:
        return []
    return [text] if is_given_name(text) else split_byline(text)


def _inside(value: dict[str, Any]) -> object:
    """Return what a typed literal, a role or a list in JSON-LD holds, None if nothing."""
    held = (value.get(key) for key in ("@value", "author", "item", "itemListElement"))
    return next(filter(None, held), None)


def _full(person: dict[str, Any]) -> str:
    """Return the name of a person whose parts are stated apart, "" if none is."""
    parts = (as_text(person.get(key)) for key in ("givenName", "familyName"))
    return " ".join(part for part in parts if part)


def _from_meta(structured: Structured) -> list[str]:
    for key in META_NAMES:
        contents = structured.meta_by_letters.get(key, ())
        values = [v for v in contents if "://" not in v and v.strip()]
        if names := _split_all(values):
            return names
    creators = _split_all(structured.meta_by_letters.get("creator", ()))
    return _from_label(structured) or list(filter(is_full_name, creators))


def _from_label(structured: Structured) -> list[str]:
    """Return the names that WordPress labels for chat programs: "Written by", "Verfasst von"."""
    for number in ("1", "2"):
        label = structured.first_meta(f"twitter:label{number}")
        data = structured.first_meta(f"twitter:data{number}")
        if label and data and has_prefix(label):
            return split_byline(data)
    return []


def _from_itemprops(structured: Structured) -> list[str]:
    return _split_all(structured.itemprops.get("author", ())[:6])


def _split_all(texts: Iterable[str]) -> list[str]:
    return unique_names(name for text in texts for name in split_byline(text))


def _from_marks(structured: Structured, headline: Mark | None, kinds: Iterable[str]) -> list[str]:
    """Return the names in the nearest byline below the headline, else above it.

    The account that posted the text gives way to a person named farther away.
    """
    accounts: list[str] = []
    stems = set(headline.element.iterancestors()) if headline else set()
    start = headline.position if headline else 0
    for kind in kinds:
        marks = structured.marks.of(kind)
        below = [mark for mark in marks if mark.position > start]
        above = [mark for mark in marks if mark.position <= start]
        for mark in (*below[:MAX_MARKS], *above[:-MAX_MARKS:-1]):
            if _is_too_long(mark.element) or _is_foreign(mark.element, stems):
                continue
            if kind == "profile" and _is_in_prose(mark.element):
                continue
            names = _names_in(mark, kind)
            if names and all(map(is_account, names)):
                accounts = accounts or names
            elif names:
                return unique_names([*names, *_names_beside(mark, kind, marks)])
    return accounts


def _names_beside(first: Mark, kind: str, marks: list[Mark]) -> Iterator[str]:
    """Yield the full names in the elements of the same sort right behind the first one."""
    sort, last = (first.element.tag, first.element.get("class")), first.position
    behind = [mark for mark in marks if mark.position > last][:MAX_BESIDE]
    for element, position in behind if kind == "author" else ():
        if last < position <= last + MAX_GAP and (element.tag, element.get("class")) == sort:
            last = position
            yield from filter(is_full_name, _names_in(Mark(element, position), kind))


def _is_too_long(element: HtmlElement) -> bool:
    return len(str(element.text_content())) > MAX_BOX


def _is_in_prose(link: HtmlElement) -> bool:
    """Return whether a link stands in a sentence: those that an article names have profiles too.

    A biography begins with the name, and what says so is a byline however long.
    """
    parent = link.getparent()
    text = str(parent.text_content()).strip() if parent is not None else ""
    is_line = parent is not None and parent.find(".//p") is None
    is_sentence = is_line and len(text) > MAX_LINE and text.endswith(tuple(STOPS))
    begins = text.startswith(str(link.text_content()).strip()) or has_prefix(text)
    return is_sentence and not begins


def _is_foreign(element: HtmlElement, stems: set[HtmlElement]) -> bool:
    """Return whether a byline belongs to a comment, a picture or another article.

    Only boxes that do not hold the headline too can say so.
    """
    for parent in (element, *element.iterancestors()):
        if parent in stems or parent.tag in {"body", "html"}:
            return False
        if parent.tag in _FOREIGN_TAGS:
            return True
        if _FOREIGN_CLASS.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


def _names_in(mark: Mark, kind: str) -> list[str]:
    lines = list(lines_of(mark.element))
    if kind == "author":
        links = [a for a in mark.element.iter("a") if is_author_link(a)]
        linked = unique_names(
            n for a in links for n in _names_of_lines([*lines_of(a)], strict=False)
        )
        alike = _names_alike(mark)
        if linked and not set(linked) < set(alike):
            return linked
        return alike or _names_of_lines(lines, strict=True) or _owner(mark.element)
    if kind == "profile":
        named = _names_of_lines(lines, strict=True)
        return [n for n in named if " " in n and _is_named_by(mark.element, n)]
    start = next((i for i, line in enumerate(lines) if _begins_byline(line)), len(lines))
    return _names_of_lines(lines[start:], strict=True)


def _owner(byline: HtmlElement) -> list[str]:
    """Return the person whose name leads home: the site is his."""
    homes = (link for link in byline.iter("a") if is_root(link.get("href") or "?"))
    return [n for a in homes for n in split_byline(str(a.text_content()), strict=True)]


def _names_alike(mark: Mark) -> list[str]:
    """Return the names that stand in elements of one make, [] if one does or another text too."""
    makes: dict[tuple[object, ...], list[str]] = {}
    for element in mark.element.iter("a", "span", "li", "p", "div", "b", "strong"):
        text = " ".join((element.text or "").split())
        if not len(element) and text:
            makes.setdefault((element.tag, element.get("class")), []).append(text)
    for texts in makes.values():
        names = [name for text in texts for name in split_byline(text, strict=True)]
        if 1 < len(texts) == len(names) <= MAX_BESIDE and all(map(is_full_name, names)):
            return unique_names(names)
    return []


def _begins_byline(line: str) -> bool:
    """Return whether a line begins like a byline and is no end of a sentence: "from your site."."""
    is_end = line.endswith(".") and line[0].islower() and line.rpartition(" ")[2][0].islower()
    return has_prefix(line) and not is_end


def _names_of_lines(lines: list[str], *, strict: bool) -> list[str]:
    """Return the names of the first line that has any, and of those it is connected with."""
    names: list[str] = []
    lone = len(lines) == 1 or (len(lines) == 2 and has_prefix(lines[0]))
    for number, line in enumerate(lines):
        before = lines[number - 1] if number else ""
        if names and not (_CONNECTED.search(line) or _CONNECTED.search(before)):
            break
        if not is_picture_credit(f"{before} {line}"):
            names.extend(split_byline(line, strict=strict and not lone))
    return unique_names(drop_roles(names) or names)


def _is_named_by(link: HtmlElement, name: str) -> bool:
    """Return whether a profile's address has a part of the name (if in one alphabet)."""
    address = (link.get("href") or "").lower()
    words = re.findall(r"[a-z]{3,}", name.lower())
    return not name.isascii() or any(word in address for word in words)

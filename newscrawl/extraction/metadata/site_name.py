"""The name of the publication, and titles without it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.extraction.page.json_ld import as_text, name_of, types_of
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page

_SEPARATOR = re.compile(r"\s+(?:[|:•·»«›‹/>~]|::|[-–—―]{1,2}|//|\|\|)\s+|\s*[|｜¦│]\s*|(?<=\w):\s+")
# What may part a headline from the site's name without a space, as in Chinese.
_TIGHT = re.compile(r"\s*[-_|–—:：]+\s*")
_ROOT = re.compile(r"(?:(?:https?:)?//[^/]+)?/?(?:[a-z]{2}/?)?")
# Characters; no longer title is looked through for the name at its ends.
MAX_TITLE = 400
# Links that are looked at: that of the logo is among a page's first. Chosen, not measured.
MAX_LINKS = 30
# Headings that are looked at: a page's name stands at its top. Chosen, not measured.
MAX_HEADINGS = 3
# Words; a longer part of a title is hardly a name.
MAX_NAME_WORDS = 6
# Words from which on a name that has parts holds a slogan.
SLOGAN_WORDS = 5

# In the place of a name; another with a stop is the company's: "Bern Post Ltd.".
_ADDRESS = re.compile(r"www\.[\w.-]+", re.IGNORECASE)
# Accounts that systems come with and state for the publisher.
_ACCOUNTS = frozenset(("admin", "administrator", "editor", "root", "superadmin", "webmaster"))


def read_site_name(page: Page, structured: Structured) -> tuple[str | None, str]:
    """Return the publication's name and where it was read."""
    stated = list(_stated_names(structured))
    if stated and _ADDRESS.fullmatch(stated[0][0]):
        stated = [each for each in stated if "." not in each[0]] or stated
    for name, source in stated:
        if len(name.split()) <= 2 * MAX_NAME_WORDS and "://" not in name:
            return _without_slogan(name, _host_letters(page)), source
    if title_part := _name_in_title(page, structured):
        return title_part, "title"
    return None, ""


def _stated_names(structured: Structured) -> Iterator[tuple[str, str]]:
    if name := structured.first_meta("og:site_name"):
        yield name, "meta og:site_name"
    name = name_of(structured.resolve(structured.article.get("publisher")))
    if name and name.casefold() not in _ACCOUNTS:
        yield name, "json_ld"
    for node in structured.nodes:
        if "WebSite" in types_of(node) and (name := as_text(node.get("name"))):
            yield name, "json_ld"
    for key in ("application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"):
        if name := structured.first_meta(key):
            yield name, f"meta {key}"


def _without_slogan(name: str, host: str) -> str:
    """Return the part of a long name that is the host's: "The Bern Post - News, Sport, Weather"."""
    parts = _SEPARATOR.split(name) if len(name.split()) >= SLOGAN_WORDS else []
    names = (part.strip() for part in parts if _resembles_host(part, host))
    return next((part for part in names if len(part.split()) < SLOGAN_WORDS), name)


def _resembles_host(text: str, host: str) -> bool:
    letters = letters_of(text)
    return bool(host) and len(letters) > 2 and (letters in host or host in letters)


def _name_in_title(page: Page, structured: Structured) -> str | None:
    """Return the end of ``<title>`` that resembles the host's name, or that a link home shows."""
    host = _host_letters(page)
    title = structured.title_tag or ""
    parts = _SEPARATOR.split(title)
    for part in (parts[-1], parts[0]) if len(parts) > 1 else ():
        if len(part.split()) <= MAX_NAME_WORDS and _resembles_host(part, host):
            return part
    shown = set(_names_of_header(page, structured))
    return next((end for end in _ends(title) if _letters(end) in shown), None)


def _ends(title: str) -> list[str]:
    """Return what stands before and behind each separator of a title."""
    if len(title) > MAX_TITLE:
        return []
    cuts = [*_SEPARATOR.finditer(title), *_TIGHT.finditer(title)]
    return [title[cut.end() :] for cut in cuts] + [title[: cut.start()] for cut in cuts]


def site_names(page: Page, structured: Structured) -> frozenset[str]:
    """Return the letters of every name the page gives its publication, and of its host."""
    if structured.site_names is None:
        names = {_letters(name) for name, _ in _stated_names(structured)} | {_host_letters(page)}
        names.update(_names_of_header(page, structured))
        structured.site_names = frozenset(name for name in names if len(name) > 1)
    return structured.site_names


def _names_of_header(page: Page, structured: Structured) -> Iterator[str]:
    """Yield the letters of headings and links that lead home, if ``<title>`` has them at an end."""
    ends = set(map(_letters, _ends(structured.title_tag or "")))
    if not ends:
        return
    for heading, _ in structured.marks.headings[:MAX_HEADINGS]:
        if any(_leads_home(link, page) for link in islice(heading.iter("a"), 1)):
            yield from ends & {_letters(str(heading.text_content()))}
    for link in islice(page.root.iter("a"), MAX_LINKS):
        if _leads_home(link, page):
            pictures = (picture.get("alt") or "" for picture in link.iter("img"))
            yield from ends & set(map(_letters, (str(link.text_content()), *pictures)))


def _leads_home(link: HtmlElement, page: Page) -> bool:
    """Return whether a link leads to the page's own front page, not to that of another host."""
    address = link.get("href") or "?"
    return is_root(address) and ("//" not in address or _host_letters(page) in letters_of(address))


def is_site_name(text: str, names: frozenset[str]) -> bool:
    """Return whether a text is one of the publication's names, or nearly.

    >>> is_site_name("The Bern Post", frozenset({"bernpost"}))
    True
    """
    letters = _letters(text)
    if not letters or len(text.split()) > MAX_NAME_WORDS:
        return False
    return letters in names or any(
        (letters in name or name in letters) and _are_alike(len(letters), len(name))
        for name in names
    )


def _are_alike(length: int, other: int) -> bool:
    return min(length, other) > 3 and 2 * min(length, other) > max(length, other)


def mentions_site(text: str, names: frozenset[str]) -> bool:
    """Return whether a name is the publication's or one made with it: "MDR Thüringen"."""
    return is_site_name(text, names) or any(
        len(word) > 2 and word in names for word in text.casefold().split()
    )


def strip_site_name(title: str, names: frozenset[str]) -> str:
    """Return a title without the site's name at either end; never nothing.

    >>> strip_site_name("Snow falls in Bern | Bern Post", frozenset({"bernpost"}))
    'Snow falls in Bern'
    """
    title = title.strip(" |")
    if len(title) > MAX_TITLE:
        return title
    pieces = list(_SEPARATOR.finditer(title))
    for match in pieces[:-3:-1]:
        if is_site_name(title[match.end() :], names):
            return strip_site_name(title[: match.start()], names) or title
    for match in pieces[:1]:
        if is_site_name(title[: match.start()], names):
            return title[match.end() :]
    for match in _TIGHT.finditer(title):
        if match.start() and _letters(title[match.end() :]) in names:
            return title[: match.start()]
    return title


def longest_piece(title: str) -> str:
    """Return the longest of the pieces that a title's separators part, "" if it is a mere label.

    >>> longest_piece("Weather » Snow falls in Bern » The Bern Post")
    'Snow falls in Bern'
    """
    longest = max(_SEPARATOR.split(title), key=len)
    return longest if len(longest.split()) >= 3 else ""


def is_root(address: str) -> bool:
    """Return whether an address is a homepage's: "https://a.example/", "/de/"."""
    return _ROOT.fullmatch(address) is not None


def _letters(text: str) -> str:
    return letters_of(text).removeprefix("www")


def _host_letters(page: Page) -> str:
    """Return the host's own label: "bbc" of "www.bbc.co.uk"."""
    try:
        host = (urlsplit(page.url).hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return ""
    labels = [label for label in host.split(".")[:-1] if len(label) > 3] or host.split(".")[:1]
    return letters_of(labels[-1])

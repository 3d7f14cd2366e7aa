"""Folders of addresses, by the names under which the page's own links lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from newscrawl.extraction.page.json_ld import plain_text
from newscrawl.extraction.page.structured import Structured

_SLUG = re.compile(r"[a-z0-9]+(?:[/_-][a-z0-9]+)*")


def path_of(address: str) -> str:
    """Return the path of an address, "" of a malformed one: in small letters, not quoted.

    >>> path_of("https://a.example/News/%D0%A1%D0%BD%D0%B5%D0%B3/?page=2")
    '/news/снег'
    """
    try:
        return unquote(urlsplit(address.strip()).path).rstrip("/").lower()
    except ValueError:
        return ""


def is_slug(text: str) -> bool:
    """Return whether a text is the name of a folder, not one that is printed.

    >>> is_slug("news/police_reports"), is_slug("Police reports")
    (True, False)
    """
    return _SLUG.fullmatch(text) is not None


def names_of_slug(structured: Structured, slug: str) -> Iterator[str]:
    """Yield the texts of links to folders called so, highest first: "Local" for "news/local"."""
    links = [link for link in _links_to(structured, f"/{slug}") if link[0].endswith(f"/{slug}")]
    yield from (text for _, text in sorted(links, key=lambda link: link[0].count("/")))


def names_of_folders(structured: Structured, url: str) -> Iterator[tuple[str, str]]:
    """Yield the folders around an address, the deepest first, with the texts of links to each."""
    path = path_of(url).rpartition("/")[0]
    while path:
        for found, text in _links_to(structured, path):
            if found == path:
                yield path.rpartition("/")[2], text
        path = path.rpartition("/")[0]


def _links_to(structured: Structured, end: str) -> Iterator[tuple[str, str]]:
    """Yield path and text of the links whose addresses end so, up to a slash."""
    for element in structured.elements:
        if element.tag != "a" or not (href := element.get("href")):
            continue
        if unquote(href).lower().rstrip("/ ").endswith(end):
            text = plain_text(str(element.text_content()))
            yield path_of(href), text.removesuffix(" (current)")  # of menus made with Bootstrap

"""Articles in several parts, each at an address of its own: the first one is not the whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import SplitResult, parse_qsl, urljoin, urlsplit

from lxml.html import HtmlElement

# The end of an address that may be of a second part: "/slug/2/", "name_2.html", "?page=2".
_SECOND = re.compile(r"(?:^|[/_=-]|[_-]p)2/?(?:\.\w{3,5})?$")
_TAIL = 12  # characters at an address's end that are more than such an end has
_EXTENSION = re.compile(r"\.\w{3,5}$")
# What stands between the name of a file and the number of its part.
_SEPARATORS = ("-", "_", "-p", "_p")
# Names and values in the query of a page that shows all parts at once.
_WHOLE = frozenset(("all", "complete", "full", "komplett", "print", "single"))
_PAGE = {("page", "2"), ("p", "2")}
_NUMBERS = re.compile(r"\d+")


def has_next_part(elements: Iterable[HtmlElement], *, url: str, base_url: str) -> bool:
    """Return whether a page, of these elements, leads to a second part of itself.

    That is a link to a numbered child or sibling of its own address, called "next" by its markup or
    by its number. A query's number may be that of comments: it counts in the head's link alone. Of
    2,158 real pages five have such a link: their text ends where it stands.
    """
    own = _split(url)
    if own is None or not own.path.strip("/") or not _WHOLE.isdisjoint(_words(own)):
        return False
    seconds = set(_seconds(own.path.rstrip("/")))
    return any(
        _is_second(target, own, seconds, in_head=element.tag == "link")
        for element in elements
        if element.tag in ("a", "link")
        and "2" in (href := element.get("href") or "")[-_TAIL:]  # quicker than to search
        and _SECOND.search(href.strip())
        and _is_next(element)
        and (target := _split(href.strip(), base_url))
    )


def _split(url: str, base_url: str = "") -> SplitResult | None:
    try:
        return urlsplit(urljoin(base_url, url))
    except ValueError:
        return None


def _words(own: SplitResult) -> set[str]:
    return {word.lower() for pair in parse_qsl(own.query, keep_blank_values=True) for word in pair}


def _seconds(path: str) -> Iterator[str]:
    """Yield the paths that a second part may have, without a slash at the end."""
    yield f"{path}/2"
    if extension := _EXTENSION.search(path):
        stem = path[: extension.start()]
        yield from (f"{stem}{separator}2{extension[0]}" for separator in _SEPARATORS)


def _is_second(target: SplitResult, own: SplitResult, seconds: set[str], *, in_head: bool) -> bool:
    if target.netloc.removeprefix("www.") != own.netloc.removeprefix("www."):
        return False
    path = target.path.rstrip("/")
    if path in seconds:
        return True
    is_page = not _PAGE.isdisjoint(parse_qsl(target.query))
    return in_head and is_page and path == own.path.rstrip("/")


def _is_next(element: HtmlElement) -> bool:
    is_called_next = "next" in (element.get("rel") or "").lower().split()
    return is_called_next or _NUMBERS.findall("".join(element.itertext())) == ["2"]

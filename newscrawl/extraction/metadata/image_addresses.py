"""Addresses of pictures: the largest of a set, whether it is content, what its sizes share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.extraction.page.tree import Page

# Where systems keep the picture as it was uploaded, or what a click enlarges it to.
_FULL_SIZE = (
    *("data-orig-file", "data-large-file", "data-full", "data-full-src", "data-hi-res-src"),
    *("data-highres", "data-zoom-src", "data-zoom-image", "data-pin-media"),
)
_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "src")
_AROUND = frozenset(("source", "picture", "span", "div"))
_SOURCE_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# The width of a variant in pixels, or its density.
_SIZE = re.compile(r"(\d+(?:\.\d{1,3})?)[wxh]")
_MOST_DIGITS = 6  # of a width; more are a fault or an attack
_MIN_WIDTH = re.compile(r"min-width:\s?(\d{2,4})")
_NOT_CONTENT = re.compile(
    r"(?:^|[/_.\s-])(?:logos?|avatars?|icons?|favicon|sprite|pixel|spacer|blank|1x1|placeholder"
    r"|gravatar|emoji|smil(?:ey|ies)|buttons?|badge|loader|loading|transparent|dummy|default[-_]?"
    r"(?:image|img|share|og)|social|share|banner|adserver|doubleclick|tracking|counter|author"
    r"|userpic|profile[-_](?:pic|image|photo))(?:$|[/_.\s\d-])|\.svg(?:$|\?)|\.gif(?:$|\?)",
    re.IGNORECASE,
)
# What sites state for articles without a picture: a part of their design, or a file named so.
_OF_DESIGN = re.compile(
    r"/wp-content/themes/|/(?:templates?|themes?|skins?)/[^/]+/(?:[^/]+/)?(?:images?|img|assets)/"
    r"(?!.*(?:19|20)\d\d)",
    re.IGNORECASE,
)
# "default.jpg" below a number is a size of a picture.
_DEFAULT_FILE = re.compile(
    r"(?:^|/)(?![^/]*\d{3})[^/]*/(?:(?:og|fb|facebook|open-?graph)(?:[-_]?(?:image|img|pic|default"
    r"|share|logo|cover))?|(?<!\d/)default|no[-_]?(?:image|photo|foto|img|pic(?:ture)?|thumb)"
    r"|logotype|site-?logo)[-_]?\d?\.(?:jpe?g|png|webp)$",
    re.IGNORECASE,
)
_PICTURE_FILE = re.compile(
    r"(?=[^\s?]{0,300}/)[^\s?]{4,1000}\.(?:jpe?g|png|webp|avif)(?:\?\S*)?", re.IGNORECASE
)
_PICTURE_END = re.compile(r"\.(?:jpe?g|png|webp|avif)$", re.IGNORECASE)
# An address that an image server or script takes as its argument, or behind its own path.
_INNER_ADDRESS = re.compile(r"(?:^|&)(?:url|src|image)=((?:https?)?(?:%3A|:|%2F|/)[^&?]+)")
_ADDRESS_IN_PATH = re.compile(r"(?:.+/)?https?:/{1,2}[^/]+(/.+)")
_SIZE_ARGUMENT = re.compile(
    r"(?:^|&)(?:w|h|width|height|q|quality|fit|dpr|auto|format|fm|resize|crop|s|v|itok)=[^&]*"
)
_SIZE_IN_NAME = re.compile(
    r"(?:^|[-_])(?:\d{2,4}x\d{2,4}|w\d{3,4}|scaled|large|medium|small|thumb(?:nail)?)"
    r"(?=$|[-_.])|_(?-i:XS|X?[SML])$",
    re.IGNORECASE,
)
# The width that a path or a query tells.
_WIDTH = re.compile(
    r"(?<=[-_/])(\d{2,4})x\d{2,4}(?=[-_./]|$)|/[ws](\d{3,4})(?=[-/])|[/,](?:w_|w=|width=)(\d{2,4})(?=[,/])"
)
_WIDTH_ARGUMENT = re.compile(r"&(?:w|width|resize|fit)=(\d{2,4})(?=\D|$)")
# What in a path is a size, not the picture: folders of content systems and image servers.
_SIZE_FOLDERS = re.compile(r"/(?:styles/[^/]+/public|size/[wh]\d[^/]*|cdn-cgi/image/[^/]+)(?=/)")
_SIZE_FOLDER = re.compile(
    r"\d{2,4}x\d{2,4}|[wsh]\d{2,4}(?:-[a-z\d-]{1,40})?|(?:x-?)?(?:large|small)|big|medium|middle"
    r"|normal|mini|thumbs?|thumbnails?|preview|orig|originals?|full|unsafe|smart|fit-in"
    r"|filters:.*|(?:.*,)?(?:[wh]_|(?:width|height|w|h)=)\d{2,4}(?:,.*)?",
    re.IGNORECASE,
)
# The host whose pictures an image server hands on: "i0.wp.com/www.bernpost.example/a.jpg".
_HOST = re.compile(r"(?:[\w-]+\.){1,4}(?!jpe?g|png|webp|avif|html?|php)[a-z]{2,12}", re.IGNORECASE)
# "snow.jpg.webp": the format that a system made of another one.
_FORMATS = re.compile(r"(?:(?<=\.jpg)|(?<=\.png)|(?<=\.jpeg))\.(?:webp|avif)$", re.IGNORECASE)
# A name that is a size or format alone: the folder then names the picture.
_MERE_SIZE = re.compile(r"[1-9]\d{2,3}(?:@\d+)?|[1-9]\d{2,3}x\d{2,4}|original|master|jpe?g|webp")
_NUMBERED = re.compile(r"\d{6}|jpg|jpeg|\d+x\d+")
# Characters; a shorter name ("photo") may be that of another picture. Chosen, not measured.
_LONG_NAME = 12
# "/100x67/", "/120x120/": the address of a thumbnail.
_THUMBNAIL = re.compile(
    r"(?<![\dx])\d{2}x\d{2,3}(?![\dx])|(?<![\dx])1[0-5]\dx(?:\d{2}|1[0-5]\d)(?![\dx])"
)


def content_url(address: str, page: Page) -> str | None:
    """Return the absolute address of a picture, None if it is no content."""
    address = address.strip(" \t\r\n'\"")
    if not address or address.startswith(("data:", "blob:", "about:", "javascript:")):
        return None
    try:
        url = urljoin(page.base_url or page.url, address)
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or _NOT_CONTENT.search(parts.path):
        return None
    if _THUMBNAIL.search(parts.path):
        return None
    return url.replace(" ", "%20")


def is_default(url: str, *, has_others: bool) -> bool:
    """Return whether a stated picture is the site's for any page; by its name only beside others.

    >>> is_default("https://a.example/templates/news/images/a.jpg", has_others=False)
    True
    """
    path = urlsplit(url).path
    return bool(_OF_DESIGN.search(path) or (has_others and _DEFAULT_FILE.search(path)))


def picture_key(url: str) -> str:
    """Return what the sizes of one picture have in common: its path without size.

    >>> picture_key("https://a.example/2025/snow-in-bern-in-may-640x480.jpg")
    'snow-in-bern-in-may'
    """
    path, query = _picture_path(url)
    if query:
        return path + _SIZE_ARGUMENT.sub("", query)
    folders = _without_sizes(path)
    name = _FORMATS.sub("", folders[-1]).rsplit(".", 1)[0]
    stem = _SIZE_IN_NAME.sub("", name).strip("-_")
    while len(folders) > 2 and (not stem or _MERE_SIZE.fullmatch(stem)):
        if not _NUMBERED.search(folders[-2]):
            break
        stem = folders[-2]
        folders.pop()
    return stem if len(stem) >= _LONG_NAME else "/".join([*folders[:-1], stem or name])


def _picture_path(url: str) -> tuple[str, str]:
    """Return the path of a picture, also behind an image server, and what it needs as query."""
    parts = urlsplit(url)
    inner = _INNER_ADDRESS.search(parts.query)
    path = unquote(inner[1]).partition("?")[0] if inner else unquote(parts.path)
    if behind := _ADDRESS_IN_PATH.fullmatch(path):
        path = behind[1]
    return path, "" if inner or _PICTURE_END.search(path) else parts.query


def _without_sizes(path: str) -> list[str]:
    """Return the folders of a picture's path that are no size, its file's name last."""
    *above, name = _SIZE_FOLDERS.sub("", path).split("/")
    folders = [folder for folder in above if not _SIZE_FOLDER.fullmatch(folder)]
    if len(folders) > 1 and _HOST.fullmatch(folders[1]):
        del folders[1]
    return [*folders, name]


def larger_of(first: str, twin: str) -> str:
    """Return the larger of two sizes of a picture, the first unless an address says otherwise.

    >>> larger_of("https://a.example/snow-300x200.jpg", "https://a.example/snow.jpg")
    'https://a.example/snow.jpg'
    """
    width = _told_width(first)
    if width is None:
        return first
    told = _told_width(twin)
    is_larger = told > width if told else _is_upload(first, twin)
    return twin if is_larger else first


def _told_width(url: str) -> int | None:
    """Return the width in pixels that an address tells, the one asked for before any in it."""
    parts = urlsplit(url)
    told = [*_WIDTH.finditer(parts.path), *_WIDTH_ARGUMENT.finditer(f"&{parts.query}")]
    return max(int(width) for width in told[-1].groups("0")) if told else None


def _is_upload(size: str, url: str) -> bool:
    """Return whether an address is that of a size without what makes it one."""
    path, query = _picture_path(size)
    *folders, name = _without_sizes(path)
    own, parts = urlsplit(size), urlsplit(url)
    is_size = not query and not _SIZE_ARGUMENT.sub("", own.query).strip("&")
    bare = "/".join([*folders, _SIZE_IN_NAME.sub("", name)])
    return is_size and not parts.query and unquote(parts.path) == bare


def addresses_of(element: HtmlElement) -> Iterator[str]:
    """Yield the addresses of a picture, the largest variant first."""
    # The parser knows no void ``source``: unless closed, it nests what follows, the image included.
    above = [*takewhile(lambda e: e.tag in {"source", "picture"}, element.iterancestors())]
    yield from _largest_first([*above, element])
    yield from (value for key in _SOURCES if (value := element.get(key)))
    if above:
        yield from _largest_first(above[-1].iter("source"))
    # Scripts that load pictures late name their attributes as they like.
    yield from (str(value) for value in element.values() if _PICTURE_FILE.fullmatch(str(value)))


def full_size_of(element: HtmlElement) -> Iterator[str]:
    """Yield where a picture may be in full size: as uploaded, what a click leads to."""
    yield from (value for key in _FULL_SIZE if (value := element.get(key)))
    link = next((e for e in element.iterancestors() if e.tag not in _AROUND), element)
    if link.tag == "a" and _PICTURE_FILE.fullmatch(link.get("href") or ""):
        yield str(link.get("href"))


def _largest_first(elements: Iterable[HtmlElement]) -> Iterator[str]:
    variants = [
        (max(size, _least_width(element)), url)
        for element in elements
        for key in _SOURCE_SETS
        for size, url in parse_srcset(element.get(key) or "")
    ]
    yield from (url for _, url in sorted(variants, key=lambda v: -v[0]))


def _least_width(source: HtmlElement) -> float:
    """Return the width of the screen from which on a source of a picture is shown, in pixels."""
    width = _MIN_WIDTH.search(source.get("media") or "")
    return float(width[1]) if width else 0.0


def parse_srcset(value: str) -> list[tuple[float, str]]:
    """Return the variants of a ``srcset`` with their size, in its order.

    >>> parse_srcset("a.jpg 320w, b.jpg 2x")
    [(320.0, 'a.jpg'), (2.0, 'b.jpg')]
    >>> parse_srcset("t_fit-1120w,f_auto/a.jpg")
    [(1.0, 't_fit-1120w,f_auto/a.jpg')]
    """
    variants: list[tuple[float, str]] = []
    url = ""
    for token in value.split():
        size, _, behind = token.partition(",")
        if known := _SIZE.fullmatch(size):
            digits = known[1] if len(known[1]) <= _MOST_DIGITS else "1"
            variants += [(float(digits), url)] if url else []
            url = behind
        else:
            variants += [(1.0, url)] if url else []
            url = token
        if url.endswith(","):
            url = url.rstrip(",")
            variants += [(1.0, url)] if url else []
            url = ""
    return variants + ([(1.0, url)] if url else [])

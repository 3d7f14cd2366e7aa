"""The pictures of an article, the main one first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, takewhile
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.captions import (
    MAX_CAPTION,
    Caption,
    clean_credit,
    is_credit,
    split_caption,
)
from newscrawl.extraction.page.json_ld import as_list, as_text
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.text.body import Body
from newscrawl.items import Image

# Pictures of one article; the longest galleries seen have about 100.
MAX_IMAGES = 100
# Pixels; smaller ones are icons, avatars and counting pixels.
MIN_SIDE = 100
# Elements above the text's own box that may still hold the main picture.
MAX_CLIMB = 2
# Elements around an image that may still be its own box.
MAX_CLIMB_TO_CAPTION = 4
# Elements in the box of one picture.
MAX_BOX = 40

_SOURCES = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-url", "src")
_SOURCE_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_NOT_CONTENT = re.compile(
    r"(?:^|[/_.\s-])(?:logos?|avatars?|icons?|favicon|sprite|pixel|spacer|blank|1x1|placeholder"
    r"|gravatar|emoji|smil(?:ey|ies)|buttons?|badge|loader|loading|transparent|dummy|default[-_]?"
    r"(?:image|img|share|og)|social|share|banner|adserver|doubleclick|tracking|counter|author"
    r"|userpic|profile[-_](?:pic|image|photo))(?:$|[/_.\s\d-])|\.svg(?:$|\?)|\.gif(?:$|\?)",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"related|recommend|sidebar|teaser|promo|author|byline|avatar|comment|share|social|newsletter"
    r"|footer|logo|advert|banner|read-?(?:also|more|next)|more-?(?:stories|news)|most-?read"
    r"|journalist|columnist|contributor|redakteur|(?:^|[\s_-])autore?s?(?:$|[\s_-])|lire-?aussi"
    r"|leia-?(?:mais|tambem)|lees-?(?:ook|meer)|siehe-?auch|werbung|anzeige|publicidad|reklam"
    r"|(?<!elementor-)(?<!elementor-element )widget(?!-(?:image|theme-post))"
    r"|(?:^|[\s_-])ads?(?:$|[\s_-])",
    re.IGNORECASE,
)
# The pages that show one picture alone, and links that enlarge it.
_PICTURE_PAGE = re.compile(
    r"\.(?:jpe?g|png|webp|gif|avif)|photo|foto|bild|gall?er|slide|image|img|media|attachment|file:"
    r"|zoom|showpic|picture",
    re.IGNORECASE,
)
_SOCIAL_HOST = re.compile(
    r"(?:^|\.)(?:facebook\.com|twitter\.com|x\.com|t\.me|wa\.me|whatsapp\.com|linkedin\.com"
    r"|pinterest\.\w+|news\.google\.com|play\.google\.com|apps\.apple\.com)$"
)
_PICTURE_FILE = re.compile(
    r"(?=[^\s?]{0,300}/)[^\s?]{4,1000}\.(?:jpe?g|png|webp|avif)(?:\?\S*)?", re.IGNORECASE
)
# An address that an image server or script takes as its argument.
_INNER_ADDRESS = re.compile(r"(?:^|&)(?:url|src|image)=((?:https?)?(?:%3A|:|%2F|/)[^&?]+)")
_SIZE_ARGUMENT = re.compile(
    r"(?:^|&)(?:w|h|width|height|q|quality|fit|dpr|auto|format|fm|resize|crop|s|v|itok)=[^&]*"
)
_SIZE_IN_NAME = re.compile(
    r"(?:^|[-_])(?:\d{2,4}x\d{2,4}|w\d{3,4}|scaled|large|medium|small|thumb(?:nail)?)(?=$|[-_.])"
)
# "snow.jpg.webp": the format that a system made of another one.
_FORMATS = re.compile(r"(?:(?<=\.jpg)|(?<=\.png)|(?<=\.jpeg))\.(?:webp|avif)$", re.IGNORECASE)
# A name that is a size or format alone: the folder then names the picture.
_MERE_SIZE = re.compile(r"[1-9]\d{2,3}(?:@\d+)?|[1-9]\d{2,3}x\d{2,4}|original|master|jpe?g|webp")
_NUMBERED = re.compile(r"\d{6}|jpg|jpeg|\d+x\d+")
_LONG_NAME = 12
# "/100x67/", "/120x120/": the address of a thumbnail.
_THUMBNAIL = re.compile(
    r"(?<![\dx])\d{2}x\d{2,3}(?![\dx])|(?<![\dx])1[0-5]\dx(?:\d{2}|1[0-5]\d)(?![\dx])"
)
_CAPTION_CLASS = re.compile(
    r"caption|legend|bildunterschrift|pic_?(?:desc|text)|foto-?tekst", re.IGNORECASE
)
_CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|source|rights|fotograf|quelle", re.IGNORECASE
)


def read_images(page: Page, structured: Structured, body: Body) -> tuple[list[Image], str]:
    """Return the pictures and where the main one was read.

    The stated main picture is merged with its twin in the text, which has caption and credit.
    """
    stated = list(_stated_images(page, structured))
    printed = list(_printed_images(page, body))
    main = stated[:1] or printed[:1]
    images: dict[str, Image] = {}
    for image in (*main, *printed, *stated[1:]):
        key = _picture_key(image.url)
        images[key] = _merge(images[key], image) if key in images else image
    source = "meta" if stated else "text" if printed else ""
    return list(images.values())[:MAX_IMAGES], source


def _merge(first: Image, twin: Image) -> Image:
    return Image(
        url=first.url,
        caption=first.caption or twin.caption,
        credit=first.credit or twin.credit,
    )


def _stated_images(page: Page, structured: Structured) -> Iterator[Image]:
    for name in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image"):
        for content in structured.meta.get(name, ()):
            if url := _content_url(content, page):
                yield Image(url=url)
    for value in as_list(structured.article.get("image")):
        node = structured.resolve(value)
        address = node.get("url") or node.get("contentUrl") if isinstance(node, dict) else node
        if (text := as_text(address)) and (url := _content_url(text, page)):
            yield Image(url=url, **_stated_caption(node)._asdict())


def _stated_caption(node: object) -> Caption:
    if not isinstance(node, dict):
        return Caption(None, None)
    caption, credit = split_caption(as_text(node.get("caption")) or "")
    stated = as_text(node.get("creditText")) or as_text(node.get("copyrightNotice"))
    return Caption(caption, (clean_credit(stated) if stated else None) or credit)


def _content_url(address: str, page: Page) -> str | None:
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


def _picture_key(url: str) -> str:
    """Return what the sizes of one picture have in common: its path without size.

    >>> _picture_key("https://a.example/2025/snow-in-bern-in-may-640x480.jpg")
    'snow-in-bern-in-may'
    """
    parts = urlsplit(url)
    inner = _INNER_ADDRESS.search(parts.query)
    if not inner and parts.query and not _PICTURE_FILE.fullmatch(parts.path):
        return parts.path + _SIZE_ARGUMENT.sub("", parts.query)
    folders = (unquote(inner[1]).partition("?")[0] if inner else parts.path).split("/")
    stem = _SIZE_IN_NAME.sub("", _FORMATS.sub("", folders[-1]).rsplit(".", 1)[0]).strip("-_")
    while len(folders) > 2 and (not stem or _MERE_SIZE.fullmatch(stem)):
        if not _NUMBERED.search(folders[-2]):
            break
        stem = folders[-2]
        folders.pop()
    return stem if len(stem) >= _LONG_NAME else "/".join(folders)


def _printed_images(page: Page, body: Body) -> Iterator[Image]:
    region = _region(body)
    if region is None:
        return
    headlines = 0
    for element in region.iter("img", "amp-img", "h1"):
        headlines += element.tag == "h1"
        if headlines > 1:  # another article follows on the same page
            break
        if element.tag == "h1" or _is_small(element) or _is_foreign(element, region, page):
            continue
        if url := next((u for a in _addresses(element) if (u := _content_url(a, page))), None):
            yield Image(url=url, **_printed_caption(element)._asdict())


def _region(body: Body) -> HtmlElement | None:
    """Return the box that holds the text's blocks and, a little above, the main picture."""
    kept = [block.element for block in body.page_blocks if block.reason is None]
    if not kept:
        return None
    region = _common_ancestor(kept[0], kept[-1])
    for _ in range(MAX_CLIMB):
        parent = region.getparent() if region is not None else None
        if region is None or parent is None or parent.tag in {"body", "html"}:
            break
        if region.tag in {"article", "main"}:
            break
        region = parent
    return region


def _common_ancestor(first: HtmlElement, last: HtmlElement) -> HtmlElement | None:
    above = {first, *first.iterancestors()}
    return next((e for e in (last, *last.iterancestors()) if e in above), None)


def _is_small(element: HtmlElement) -> bool:
    sides = ((element.get(side) or "").removesuffix("px") for side in ("width", "height"))
    return any(side.isdecimal() and len(side) < 6 and int(side) < MIN_SIDE for side in sides)


def _is_foreign(element: HtmlElement, region: HtmlElement, page: Page) -> bool:
    for parent in (element, *element.iterancestors()):
        if parent is region:
            return False
        if parent.tag in {"aside", "nav", "footer"}:
            return True
        if parent.tag == "a" and _leads_away(parent, page):
            return True
        if _is_foreign_name(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


def _leads_away(link: HtmlElement, page: Page) -> bool:
    """Return whether a link around a picture leads to another page of the site, as a teaser's."""
    href, rel = (link.get("href") or "").strip(), link.get("rel") or ""
    if "sponsored" in rel:
        return True
    if not href or href.startswith(("#", "javascript:")) or "attachment" in rel:
        return False
    try:
        own, target = urlsplit(page.url), urlsplit(urljoin(page.base_url or page.url, href))
    except ValueError:
        return False
    if target.netloc.removeprefix("www.") != own.netloc.removeprefix("www."):
        return _SOCIAL_HOST.search(target.netloc) is not None
    is_below = target.path.startswith(own.path.removesuffix(".html"))
    return not is_below and not _PICTURE_PAGE.search(f"{target.path}?{target.query}")


@lru_cache(maxsize=1 << 12)  # the boxes around pictures are the same ones again and again
def _is_foreign_name(names: str) -> bool:
    return _FOREIGN.search(names) is not None


def _addresses(element: HtmlElement) -> Iterator[str]:
    """Yield the addresses of a picture, the largest variant first."""
    # The parser knows no void ``source``: unless closed, it nests what follows, the image included.
    above = [*takewhile(lambda e: e.tag in {"source", "picture"}, element.iterancestors())]
    yield from _largest_first([*above, element])
    yield from (value for key in _SOURCES if (value := element.get(key)))
    if above:
        yield from _largest_first(above[-1].iter("source"))
    # Scripts that load pictures late name their attributes as they like.
    yield from (str(value) for value in element.values() if _PICTURE_FILE.fullmatch(str(value)))


def _largest_first(elements: Iterable[HtmlElement]) -> Iterator[str]:
    sets = [element.get(key) or "" for element in elements for key in _SOURCE_SETS]
    variants = [variant for value in sets for variant in parse_srcset(value)]
    yield from (url for _, url in sorted(variants, key=lambda v: -v[0]))


def parse_srcset(value: str) -> list[tuple[float, str]]:
    """Return the variants of a ``srcset`` with their size, in its order.

    >>> parse_srcset("a.jpg 320w, b.jpg 2x")
    [(320.0, 'a.jpg'), (2.0, 'b.jpg')]
    """
    variants = []
    for candidate in re.split(r",\s+|(?<=[wx]),", value):
        parts = candidate.split()
        if parts:
            size = re.fullmatch(r"(\d{1,6}(?:\.\d{1,3})?)[wxh]", parts[-1]) if parts[1:] else None
            variants.append((float(size.group(1)) if size else 1.0, parts[0].rstrip(",")))
    return variants


def _printed_caption(element: HtmlElement) -> Caption:
    """Return caption and credit of the figure (or picture box) around an image."""
    box = _picture_box(element)
    if box is None:
        return Caption(None, None)
    holders = [box] if box.tag == "figcaption" else _caption_elements(box) or [box]
    credit_element = next(iter(_with_class(box, _CREDIT_CLASS)), None)
    credit = clean_credit(_text(credit_element)) if credit_element is not None else None
    for holder in holders:
        text = _text(holder)
        if credit_element is not None and credit_element is not holder:
            text = text.replace(_text(credit_element), " ")
        caption, found = split_caption(text)
        if caption or found:
            return Caption(caption, credit or found)
    return Caption(None, credit)


def _picture_box(element: HtmlElement) -> HtmlElement | None:
    """Return the nearest box around an image that names a caption or credit for it alone.

    A caption that stands right behind the image, in the text's own box, is a box too.
    """
    for climbed, box in enumerate((element, *element.iterancestors())):
        if box.tag == "figure":
            return box
        if climbed > MAX_CLIMB_TO_CAPTION or box.tag in {"body", "article", "main"}:
            break
        if len(list(islice(box.iter("*"), MAX_BOX))) == MAX_BOX:
            break
        if sum(1 for _ in box.iter("img")) > 2 or len(_text(box)) > MAX_CAPTION:
            break
        if climbed and _caption_elements(box):
            return box
        behind = box.getnext()
        if behind is not None and _CAPTION_CLASS.search(behind.get("class") or ""):
            return behind
    return None


def _caption_elements(box: HtmlElement) -> list[HtmlElement]:
    """Return what in a picture's box is its caption; at last a mere "Photo: Jane Doe"."""
    named = [*box.iter("figcaption")] or list(_with_class(box, _CAPTION_CLASS))
    if named or next(iter(_with_class(box, _CREDIT_CLASS)), None) is not None:
        return named or [box]
    return [box] if is_credit(_text(box)) else []


def _with_class(box: HtmlElement, pattern: re.Pattern[str]) -> Iterable[HtmlElement]:
    return (e for e in box.iter("*") if e is not box and pattern.search(e.get("class") or ""))


def _text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())

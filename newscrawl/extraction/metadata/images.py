"""The pictures of an article, the main one first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.captions import Caption, clean_credit, split_caption
from newscrawl.extraction.metadata.image_addresses import (
    addresses_of,
    content_url,
    full_size_of,
    is_default,
    larger_of,
    picture_key,
)
from newscrawl.extraction.metadata.image_captions import printed_caption
from newscrawl.extraction.page.json_ld import as_list, as_text
from newscrawl.extraction.page.marks import MAX_NAMES, kind_of
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

_FOREIGN = re.compile(
    r"related|recommend|sidebar|teaser|promo|author|byline|avatar|comment|share|social|newsletter"
    r"|footer|logo|advert|banner|read-?(?:also|more|next)|more-?(?:stories|news)|most-?read"
    r"|journalist|columnist|contributor|redakteur|(?:^|[\s_-])autore?s?(?:$|[\s_-])|lire-?aussi"
    r"|leia-?(?:mais|tambem)|lees-?(?:ook|meer)|siehe-?auch|werbung|anzeige|publicidad|reklam"
    r"|(?<!elementor-)(?<!elementor-element )widget(?!-(?:image|theme-post))"
    r"|(?:^|[\s_-])(?:ads?|bio)(?:$|[\s_-])|(?:^|\s|__)profile(?:$|[\s_-])|iklan|adfox|code-block-\d",
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
    r"|pinterest\.\w+|news\.google\.com|play\.google\.com|apps\.apple\.com|vk\.com|ok\.ru"
    r"|youtube\.com|instagram\.com)$"
)
# Where a network shows the picture or film itself, rather than who to follow.
_SHOWN_THERE = re.compile(r"/(?:watch$|p/|reels?/|shorts/)")


def read_images(page: Page, structured: Structured, body: Body) -> tuple[list[Image], str]:
    """Return the pictures and where the main one was read.

    The stated main picture is merged with its twin in the text, which has caption and credit and
    may be larger.
    """
    printed = list(_printed_images(page, body))
    stated = [
        image
        for image in _stated_images(page, structured)
        if not is_default(image.url, has_others=bool(printed))
    ]
    main = stated[:1] or printed[:1]
    images: dict[str, Image] = {}
    for image in (*main, *printed, *stated[1:]):
        key = picture_key(image.url)
        images[key] = _merge(images[key], image) if key in images else image
    source = "meta" if stated else "text" if printed else ""
    return list(images.values())[:MAX_IMAGES], source


def _merge(first: Image, twin: Image) -> Image:
    return Image(
        url=larger_of(first.url, twin.url),
        caption=first.caption or twin.caption,
        credit=first.credit or twin.credit,
    )


def _stated_images(page: Page, structured: Structured) -> Iterator[Image]:
    for name in ("og:image", "og:image:url", "og:image:secure_url", "twitter:image"):
        for content in structured.meta.get(name, ()):
            if url := content_url(content, page):
                yield Image(url=url)
    for value in as_list(structured.article.get("image")):
        node = structured.resolve(value)
        address = node.get("url") or node.get("contentUrl") if isinstance(node, dict) else node
        if (text := as_text(address)) and (url := content_url(text, page)):
            yield Image(url=url, **_stated_caption(node)._asdict())


def _stated_caption(node: object) -> Caption:
    if not isinstance(node, dict):
        return Caption(None, None)
    caption, credit = split_caption(as_text(node.get("caption")) or "")
    stated = as_text(node.get("creditText")) or as_text(node.get("copyrightNotice"))
    return Caption(caption, (clean_credit(stated) if stated else None) or credit)


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
        if url := _largest_of(element, page):
            yield Image(url=url, **printed_caption(element)._asdict())


def _largest_of(element: HtmlElement, page: Page) -> str | None:
    """Return the address of a picture's largest variant, None if it is no content."""
    shown = next((url for a in addresses_of(element) if (url := content_url(a, page))), None)
    if shown is None:
        return None
    larger = (url for a in full_size_of(element) if (url := content_url(a, page)))
    return next((url for url in larger if picture_key(url) == picture_key(shown)), shown)


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
        if parent.tag in {"aside", "nav", "footer"} or parent.get("itemprop") == "author":
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
        is_social = _SOCIAL_HOST.search(target.netloc) is not None
        return is_social and not _SHOWN_THERE.match(target.path)
    is_below = target.path.startswith(own.path.removesuffix(".html"))
    return not is_below and not _PICTURE_PAGE.search(f"{target.path}?{target.query}")


@lru_cache(maxsize=1 << 12)  # the boxes around pictures are the same ones again and again
def _is_foreign_name(names: str) -> bool:
    return _FOREIGN.search(names) is not None or kind_of(names[:MAX_NAMES]) == "author"

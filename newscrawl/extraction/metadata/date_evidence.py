"""What a page says of its dates, place by place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from lxml.html import HtmlElement

from newscrawl.discovery.url_dates import url_date
from newscrawl.extraction.dates.lines import Kind, split_line
from newscrawl.extraction.page.json_ld import as_list, as_text, types_of
from newscrawl.extraction.page.microdata import links_headline
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.items import DateSource

# ruff: noqa: E501 - tables of names, a few to a line
# Names of meta tags as sites write them, letters and digits only, the surest first.
PUBLISHED_META = (
    "articlepublishedtime", "ogarticlepublishedtime", "articlepublished", "ogpublishedtime",
    "datepublished", "publishedtime", "publisheddate", "datepublish", "publishdate", "ogpublishdate",
    "parselypubdate", "sailthrudate", "cxenseparserecspublishtime", "cxenseparsepublishtime",
    "cxenseparserecspublishedtime", "cxenseparsearticlepublisheddate", "shareaholicarticlepublishedtime",
    "vrpublishedtime", "pubdate", "publicationdate", "datepub", "dcdateissued", "dctermsissued",
    "dcissued", "datepublic", "displaydate", "contentpublishdate", "contentpublisheddate",
    "publishedat", "published", "articledateoriginal", "articledate", "articlecreated", "firstpublished",
    "originalpublicationdate", "prismpublicationdate", "citationonlinedate", "citationpublicationdate",
    "citationdate", "weiboarticlecreateat", "bytedancepublishedtime", "ogregdate", "ogreleasedate",
    "yaovsuploaddate", "mediatorpublishedtime", "storydate", "newsdate",
)  # fmt: skip
# These say of what they are the date as little as a date in print does.
VAGUE_META = (
    "dcdate", "dcdatecreated", "dctermscreated", "dctermsdate", "datecreated", "created", "createddate",
    "creationdate", "dateavailable", "date", "articledateavailable", "ptime", "timestamp", "ogtime",
)  # fmt: skip
MODIFIED_META = (
    "articlemodifiedtime", "ogarticlemodifiedtime", "articlemodified", "ogupdatedtime", "ogmodifiedtime",
    "datemodified", "modifiedtime", "modifieddate", "lastmodified", "lastmoddate", "dcdatemodified",
    "dctermsmodified", "dcmodified", "dateupdated", "dateupdate", "lastupdateddate", "lastupdated",
    "updatedtime", "updated", "revised", "shareaholicarticlemodifiedtime", "weiboarticleupdateat",
    "articleupdated", "cxenseparserecsmodifiedtime", "vrmodifiedtime", "bytedanceupdatedtime", "moddate",
    "articleupdatedtime", "articledateupdated", "iso8601updatedate", "cxenseparsemodifiedtime",
    "mediatormodifiedtime", "vrupdatedtime", "lastmodifieddate", "lastmod", "modified", "updatedat",
)  # fmt: skip
_LIKE_PUBLISHED = re.compile(
    r"pub(?:li(?:shed|cation|sh)?)?(?:on|at)?(?:date|time)|date(?:of)?publi|firstpubli|postdate"
    r"|(?:issue|release|reg)date|createat|article(?:created|post)(?:date|time)|citation(?:online)?date"
)
# "publishedDate":"2016-11-04T20:37:27Z", also with its quotes escaped.
_SCRIPT_DATE = re.compile(
    r"""\\?["'](?:[a-z]{2,12}[_-]?)?(?:date_?)?pub(?:li(?:sh(?:ed|ing)?|cation)_?(?:date|time|at|on)?|_?(?:date|time))\w{0,6}\\?["']\s*:\s*"""
    r"""\\?["'](\d{4}-\d\d-\d\d[^"'\\]{0,25})""",
    re.IGNORECASE,
)
# var ct = "1684279800"; var createTime = '2023-05-17 07:30'; as accounts of WeChat have it, whose
# printed line a script fills in: seconds since 1970, or a date. The rare value is looked for first.
_SCRIPT_VALUE = re.compile(
    r"""=\s*["'](?:(?P<seconds>1\d{9})|(?P<date>20\d\d-\d\d-\d\d[^"']{0,20}))["']"""
)
_SCRIPT_VARIABLE = re.compile(
    r"\b(?:ct|create_?time|pub(?:lish)?_?(?:date|time))\s*$", re.IGNORECASE
)
# Characters before a value among which its variable stands.
_VARIABLE = 30
# Characters of one script that are searched.
_MAX_SCRIPT = 1_000_000
# Characters before a date among which its label stands.
_LABEL = 40
_FOREIGN_BOX = re.compile(
    r"comment|related|teaser|recommend|sidebar|widget|most-?read|popular|trending|latest|more-?(?:news|stories|from)"
    r"|footer|read-?next|up-?next|card|promo|carousel|ticker",
    re.IGNORECASE,
)
MODIFIED_NAMES = re.compile(r"updat|modif|edited|revis|last-?mod", re.IGNORECASE)
# Names of a class by themselves, whatever stands beside them.
_PUBLISHED_NAMES = re.compile(r"(?<!\S)(?:\S{0,20}published|entry-date(?=.*updated))(?!\S)")
_HATOM = re.compile(r"(?:^|\s)(?:published|updated|dt-published|dt-updated|date)(?:$|\s)")
_FOREIGN_TAGS = frozenset(("aside", "nav", "footer", "li", "article", "figure", "blockquote"))
_DATED_TYPES = frozenset(
    ("WebPage", "ItemPage", "VideoObject", "Article", "NewsArticle", "HowTo", "PodcastEpisode")
)


class Stated(NamedTuple):
    """A date as the page writes it."""

    text: str
    source: DateSource
    kind: Kind | None = None
    """None where the page does not say which of the two it is."""


def from_json_ld(structured: Structured, kind: Kind) -> Iterator[Stated]:
    """Yield the dates of the main article's JSON-LD object."""
    key = "datePublished" if kind == "published" else "dateModified"
    yield from _json_dates(structured.article, key, kind)


def from_other_json_ld(structured: Structured, kind: Kind) -> Iterator[Stated]:
    """Yield the dates of the objects around the article: its page, its video."""
    key = "datePublished" if kind == "published" else "dateModified"
    for node in structured.nodes:
        if _DATED_TYPES.intersection(types_of(node)):
            yield from _json_dates(node, key, kind)
    if kind == "published":
        yield from _json_dates(structured.article, "dateCreated", kind)


def _json_dates(node: dict[str, Any], key: str, kind: Kind) -> Iterator[Stated]:
    for value in as_list(node.get(key)):
        if text := str(value) if isinstance(value, int) else as_text(value):
            yield Stated(text, "json_ld", kind)


def from_meta(structured: Structured, kind: Kind) -> Iterator[Stated]:
    """Yield the dates of meta tags, the surest names first."""
    by_name = structured.meta_by_letters
    for name in PUBLISHED_META if kind == "published" else MODIFIED_META:
        for value in by_name.get(name, ()):
            yield Stated(value, "meta", kind)
    for name, values in by_name.items():
        if _LIKE_PUBLISHED.search(name) and kind == "published":
            yield from (Stated(value, "meta", kind) for value in values)


def from_vague_meta(structured: Structured) -> Iterator[Stated]:
    """Yield the dates of meta tags that do not say of what they are the date."""
    for name in VAGUE_META:
        values = structured.meta_by_letters.get(name, ())
        yield from (Stated(value, "meta", "published") for value in values)


def from_itemprops(structured: Structured, kind: Kind) -> Iterator[Stated]:
    """Yield the dates of microdata."""
    names = (
        ("datePublished",) if kind == "published" else ("dateModified", "dateUpdated", "dateUpdate")
    )
    for name in names:
        for value in structured.itemprops.get(name, ())[:1]:
            yield Stated(value, "time", kind)


def from_time_elements(
    page: Page, headline: HtmlElement | None
) -> Iterator[tuple[HtmlElement, Stated]]:
    """Yield ``time`` and hAtom's ``abbr`` with their dates, those right after the headline first."""
    before: list[tuple[HtmlElement, Stated]] = []
    after: list[tuple[HtmlElement, Stated]] = []
    seen = headline is None
    around = set(headline.iterancestors()) if headline is not None else set()
    for element in page.root.iter("time", "abbr", "h1", "h2"):
        if element is headline:
            seen = True
        elif _is_time(element) and not is_foreign(element, around):
            stated = read_time(element)
            (after if seen else before).append((element, stated))
    yield from sorted(after, key=lambda found: found[1].kind != "published")
    yield from reversed(before)


def _is_time(element: HtmlElement) -> bool:
    if element.tag == "abbr":
        return bool(element.get("title") and _HATOM.search(element.get("class") or ""))
    return bool(element.tag == "time")


def read_time(element: HtmlElement) -> Stated:
    """Return the date of a ``time`` element with what its names or label say of it."""
    kind = _kind_named(element)
    if kind is None and (label := _label_of(element)) and (parts := split_line(f"{label} 1 1999")):
        kind = parts[0].kind
    stated = (element.get(key) for key in ("datetime", "content", "title"))
    text = next(filter(None, stated), None) or str(element.text_content())
    return Stated(text, "time", kind)


def _kind_named(element: HtmlElement) -> Kind | None:
    """What the names of a ``time`` element call its date; its property is surer than its class.

    WordPress has "published updated" for an article that was never changed, and its themes
    "entry-date updated": of publication on 26 of 31 annotated pages.
    """
    prop, names = element.get("itemprop") or "", element.get("class") or ""
    if MODIFIED_NAMES.search(prop):
        return "modified"
    if "ublish" in prop or element.get("pubdate") is not None or _PUBLISHED_NAMES.search(names):
        return "published"
    if MODIFIED_NAMES.search(names):
        return "modified"
    return "published" if "ublish" in names else None


def _label_of(element: HtmlElement) -> str:
    """Return the text right before a date, and its own beginning."""
    parent, before = element.getparent(), element.getprevious()
    texts = [
        parent.text if parent is not None and before is None else None,
        None if before is None else f"{before.text_content()} {before.tail or ''}",
        element.text,
    ]
    return " ".join(text[-_LABEL:] for text in texts if text and text.strip())


def is_foreign(
    element: HtmlElement, around: set[HtmlElement], tags: frozenset[str] = _FOREIGN_TAGS
) -> bool:
    """Return whether the element is in a box of its own: a teaser, a comment, the footer.

    Boxes in ``around``, which hold the headline, are the article's, as is the footer of its own
    ``article``.
    """
    for parent in element.iterancestors():
        if parent in around:
            return False
        if parent.tag == "footer" and next(parent.iterancestors("article"), None) in around:
            return False
        if parent.tag in tags or links_headline(parent):
            return True
        if _names_foreign_box(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


@lru_cache(maxsize=1 << 12)  # the boxes of a site are the same ones again and again
def _names_foreign_box(names: str) -> bool:
    return _FOREIGN_BOX.search(names) is not None


def from_scripts(page: Page) -> Iterator[Stated]:
    """Yield the first day of publication that the scripts of a page hold."""
    found: list[str] = []
    for element in page.root.iter("script"):
        text = (element.text or "")[:_MAX_SCRIPT]
        if "pub" in text.lower():
            found += (match[1] for match in _SCRIPT_DATE.finditer(text))
        found += (
            match["date"] or _moment(match["seconds"])
            for match in _SCRIPT_VALUE.finditer(text)
            if _SCRIPT_VARIABLE.search(text, max(0, match.start() - _VARIABLE), match.start())
        )
    if found:
        yield Stated(found[0], "json_ld", "published")


def _moment(seconds: str) -> str:
    return datetime.fromtimestamp(int(seconds), UTC).isoformat()


def from_url(url: str) -> Iterator[Stated]:
    """Yield the day in an address."""
    if day := url_date(url):
        yield Stated(day.isoformat(), "url", "published")

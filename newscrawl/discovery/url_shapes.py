"""How much an address looks like an article's, by itself and beside its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from newscrawl.discovery.article_ids import find_article_id
from newscrawl.discovery.url_dates import url_date

_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|pdf|docx?|xlsx?|pptx?|zip|rar|gz|mp[34]|m4a|avi|mov|webm|"
    r"css|js|json|xml|rss|atom|txt|apk|exe|ics|epub)$",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"/(?:login|signin|sign-in|signup|register|registration|account|profile|users?|cart|checkout|"
    r"subscri(?:be|ption)s?|abo|newsletters?|search|poisk|suche|(?:\w+[-_])?tags?|tegi|authors?|avtory?|"
    r"autor(?:es)?|about(?:-us)?|o-nas|contacts?(?:-us)?|kontakty?|kontakt|impressum|datenschutz|"
    r"privacy(?:[-_]policy)?|terms(?:-\w+)*|cookies?|reklama|advertis\w*|faq|sitemap|rss|feeds?|"
    r"shop|ads|werbung|anzeigen?|vacancies|careers?|redaktsiya|agb|print|share|wp-admin|wp-login\.php|cdn-cgi)(?:/|$|\.)",
    re.IGNORECASE,
)
_COLLECTION = re.compile(
    r"/(?:category|categories|rubric|rubrics|topics?|themes?|tema|temy|document|comments?|"
    r"forum|help|apps?|jobs?|thema|dossiers?|specials?|events?)(?:/|$|\.)",
    re.IGNORECASE,
)
# A tag, an author, a category of up to four words: longer ones are headlines below it.
_LABEL = re.compile(
    r"/(?:(?:(?:\w+[-_])?tags?|tegi|authors?|avtory?|autor(?:es)?)/[^/.]+"
    r"|categor(?:y|ies)/(?:[^/.-]+-){0,3}[^/.-]+)/?$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"(?<!\d)\d{4,}(?!\d)")
_QUERY_ID = re.compile(
    r"(?:^|&)(?:(?:article|story|news|element|content|art|doc|n|a|s)?_?id|p|article|news|story|post"
    r"|idxno|newsidx|tx_(?:ttnews|news_pi1)(?:%5B|\[)(?:tt_)?news(?:%5D|\]))=\d+",
    re.IGNORECASE,
)
_PAGE_PATH = re.compile(r"/(?:page|p|seite|pagina|strana|str)[/-]?\d+/?$", re.IGNORECASE)
_PAGE_QUERY = re.compile(r"(?:^|&)(?:page|paged|pn|pagen?_?\d*|start|offset|PAGEN_\d)=\d+")


class Shape(NamedTuple):
    """What addresses made by one template share."""

    host: str
    folders: tuple[str, ...]
    last: str
    query: tuple[str, ...]


class UrlScore(NamedTuple):
    """Points of an address, and why it cannot be an article at all."""

    points: float
    reason: str | None


# Points. One sign alone is not enough for an article (see MIN_POINTS in sections.py): "about-us"
# has words, "/2019/05/20/" a day, "/tag/123456" a number.
_DAY = 2.5
_ID = 2.5
_SHORT_ID = 1.0
_LONG_SLUG = 2.5
_SLUG = 1.5
_TWO_WORDS = 0.3
_EXTENSION = 0.7
_IN_COLLECTION = -2.5
_NO_SIGN = -2.0
_IMPOSSIBLE = -100.0

MAYBE_ARTICLE = 1.5
"""Points from which on an address may be an article's; below it is rather a section's."""


@lru_cache(maxsize=8192)
def score_url(url: str) -> UrlScore:
    """Return how much a normalised address looks like an article's: about -2 to 8."""
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    if reason := _find_impossible(parts.path, parts.query, segments):
        return UrlScore(_IMPOSSIBLE, reason)
    stem, dot, _ = segments[-1].partition(".") if segments else ("", "", "")
    words = _count_words(_slug_of(segments))
    points = _LONG_SLUG if words >= 4 else _SLUG if words == 3 else _TWO_WORDS * (words == 2)
    if find_article_id(segments):
        points += _ID
    elif _NUMBER.search(stem) or _QUERY_ID.search(parts.query):
        points += _SHORT_ID
    points += _DAY * (url_date(url) is not None and words > 0)
    points += _EXTENSION * bool(dot)
    points = points or _NO_SIGN
    return UrlScore(points + _IN_COLLECTION * bool(_COLLECTION.search(parts.path)), None)


def explain_no_article(url: str) -> str | None:
    """Return why an address in a feed or sitemap is surely no article, None when it may be one.

    Weaker than the score: such listings mostly hold articles, and an odd address is fetched rather
    than lost. "homepage", "file", "pagination", "archive", or "section": one word below the host,
    or what is called a tag, an author, a category.
    """
    if _FILE.search(url):
        return "file"
    if _LABEL.search(url) and not find_article_id(url.rstrip("/").rsplit("/", 1)[-1:]):
        return "section"
    if url.count("/") > 4 and not url.endswith("/"):
        return None
    score = score_url(url)
    if score.reason in {"homepage", "pagination", "archive"}:
        return score.reason
    return "section" if score.points <= _NO_SIGN and url.rstrip("/").count("/") <= 3 else None


@lru_cache(maxsize=8192)
def shape_of(url: str) -> Shape:
    """Return the template that an address seems to be made by.

    >>> shape_of("https://a.example/politics/6011400-snow-on-road.html").last
    'number-words.html'
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    folders = tuple(_segment_shape(segment, is_folder=True) for segment in segments[:-1])
    last = _segment_shape(segments[-1], is_folder=False) if segments else ""
    query = tuple(sorted(part.partition("=")[0] for part in parts.query.split("&") if part))
    return Shape(parts.netloc, folders, last, query)


def group_by_shape(urls: Iterable[str]) -> dict[Shape, set[str]]:
    """Return the addresses by template."""
    groups: dict[Shape, set[str]] = {}
    for url in urls:
        groups.setdefault(shape_of(url), set()).add(url)
    return groups


def _find_impossible(path: str, query: str, segments: list[str]) -> str | None:
    if not segments and not _QUERY_ID.search(query):
        return "homepage"
    if _FILE.search(path):
        return "file"
    if _PAGE_PATH.search(path) or _PAGE_QUERY.search(query):
        return "pagination"
    if _SERVICE.search("/" + "/".join(segments[:3])) and not _QUERY_ID.search(query):
        return "service"
    if _ends_in_a_date(segments):
        return "archive"
    return None


def _slug_of(segments: list[str]) -> str:
    """Return the last segment that is not a number: those behind it are ids and days."""
    stems = (segment.partition(".")[0] for segment in reversed(segments))
    return next((stem for stem in stems if not stem.isdigit()), "")


def _ends_in_a_date(segments: list[str]) -> bool:
    """Return whether nothing but a day, a month or a page is named; some put it behind the slug."""
    digits = [segment.isdigit() and len(segment) in {1, 2, 4} for segment in segments]
    return bool(segments) and all(digits[-2:]) and _count_words(_slug_of(segments)) < 3


def _count_words(segment: str) -> int:
    text = unquote(segment)
    words = _WORD.findall(text)
    if text.isascii():
        return sum(len(word) > 1 for word in words)
    # Scripts without spaces write a headline as one word; four characters stand for one.
    return max(len(words), sum(len(word) for word in words) // 6)


def _segment_shape(segment: str, *, is_folder: bool) -> str:
    stem, dot, extension = unquote(segment).partition(".")
    if stem.isdigit():
        kind = "year" if len(stem) == 4 else "number"
    elif _count_words(stem) >= 3:
        digits = _NUMBER.search(stem)
        kind = (
            "words" if digits is None else "number-words" if digits.start() < 3 else "words-number"
        )
    elif _NUMBER.search(stem):
        kind = "word-number"
    else:
        kind = "word" if is_folder else "name"
    return f"{kind}{dot}{extension if len(extension) <= 5 else ''}"

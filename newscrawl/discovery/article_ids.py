"""Article numbers in paths: what stays when a slug or a section is edited."""

from __future__ import annotations

import re
from typing import NamedTuple

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_HEX = re.compile(
    r"(?:^|[-_.])((?=[0-9a-f]*\d)(?=\d*[a-f])[0-9a-f]{12,40})(?:$|(?=[-_.]))", re.IGNORECASE
)
_EXTENSION = re.compile(r"\.(?:[sx]?html?|php\d?|aspx?|jsp|ece|cms|html5|news)$", re.IGNORECASE)
_WHOLE = re.compile(r"(?:!(?=\d))?([a-z]{0,8})(\d{5,12})$", re.IGNORECASE)  # taz.de: "/!5928990/"
_LEADING = re.compile(r"((?:[a-z]{1,8}-)?)(\d{5,12})[-_.,]+(?=[^\W\d_]|%)", re.IGNORECASE)
_TRAILING = re.compile(r".*?[-_.,]([a-z]{0,3})(\d{6,12})$", re.IGNORECASE)
_SLUG = re.compile(r"[^/]*[-_%][^/]*")

# Digits. Fewer than six and desks, years of a ticker and sums of money share numbers; five are
# an id only beside its slug in an unchanged folder. Below a day's folder a number may be a
# time or count within that day, so seven.
_GLOBAL_DIGITS = 6
_GLOBAL_DIGITS_BELOW_DAY = 7

_DATE_LIKE = re.compile(
    r"(?:19[89]|20[0-4])\d(?:0[1-9]|1[0-2])(?:(?:0[1-9]|[12]\d|3[01])\d*)?$"  # yyyymm, yyyymmdd…
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:(?:19[89]|20[0-4])\d|[0-4]\d|9\d)$"  # ddmmyy(yy)
    r"|(?:[0-4]\d|9\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$"  # yymmdd
    r"|(?:19|20)\d\d(?:19|20)\d\d$"  # a season or a budget: 20192020
    r"|0"  # a ticker or a phone; article numbers do not begin with nought
)
_HAS_DAY = re.compile(
    r"(?<!\d)(?:19[89]|20[0-4])\d(?:\D?(?:0[1-9]|1[0-2])(?!\d)|(?:0[1-9]|1[0-2])\d\d)"
)

_KIND_TABLE = """
gallery galleries photo photos foto fotos bild bilder photogallery photoreport fotoreportazh
fotostrecke slideshow infographics video videos audio podcast podcasts radio live liveblog
online tag tags topic topics theme themes tema temy author authors avtor user users profile
person persons people persona forum forums topic comment comments kommentare blog blogs
company companies firm brand product products shop event events afisha poll polls quiz test
tests game games match tournament team teams player series collection collections category
categories rubric rubrics special specials project projects dossier search feed widget embed
job jobs vacancy recipe recipes book books movie movies film films document documents docs
newsletter page pages archive
rus kaz qaz kir uzb ukr eng ger deu fra fre spa ita por tur ara chn zho jpn kor
"""
_KINDS = frozenset(_KIND_TABLE.split())


class ArticleId(NamedTuple):
    """An article's number and the part of the site it counts in."""

    scope: str
    number: str


def find_article_id(segments: list[str]) -> ArticleId | None:
    """Return the article number in the segments of a path, None when none is certain.

    Dates, round numbers, page numbers and numbers of tags or authors do not count.
    """
    if not segments:
        return None
    stem = _EXTENSION.sub("", segments[-1])
    if unique := _find_unique(stem):
        return ArticleId(_scope(segments[:-1]), unique)
    if number := _find_number(stem, segments[:-1]):
        return number
    if len(segments) > 1 and _SLUG.fullmatch(segments[-1]):
        return _find_parent_number(segments)
    return None


def _find_unique(stem: str) -> str | None:
    if match := _UUID.search(stem):
        return match[0].lower()
    if match := _HEX.search(stem):
        return match[1].lower()
    return None


def _find_number(stem: str, folders: list[str]) -> ArticleId | None:
    match = _WHOLE.match(stem) or _LEADING.match(stem) or _TRAILING.match(stem)
    if match is None or not _is_article_number(match[2], is_leading=match.re is _LEADING):
        return None
    number = f"{match[1].lower().rstrip('-_')}{match[2]}"
    if len(match[2]) >= _digits_needed(folders, stem):
        return ArticleId(_scope(folders), number)
    if len(match[2]) < _GLOBAL_DIGITS and not _HAS_DAY.search("/".join(folders)):
        return ArticleId("/".join(folders), number)
    return None


def _find_parent_number(segments: list[str]) -> ArticleId | None:
    """Return the number of "/economy/712345/slug.html", unless it counts a collection."""
    folders, parent = segments[:-2], segments[-2]
    if not parent.isdigit() or not _is_article_number(parent):
        return None
    if len(parent) < _digits_needed(folders, "") or (folders and folders[-1].lower() in _KINDS):
        return None
    return ArticleId(_scope(folders), parent)


def _digits_needed(folders: list[str], stem: str) -> int:
    has_day = _HAS_DAY.search("/".join([*folders, stem]))
    return _GLOBAL_DIGITS_BELOW_DAY if has_day else _GLOBAL_DIGITS


def _is_article_number(digits: str, *, is_leading: bool = False) -> bool:
    return _DATE_LIKE.match(digits) is None and not _is_round(digits, is_leading=is_leading)


def _is_round(digits: str, *, is_leading: bool) -> bool:
    """Return whether it is rather a sum ("-450000-tenge"); long numbers in front are not."""
    if len(digits) <= _GLOBAL_DIGITS:
        return digits.endswith("00")
    return digits.endswith("000") and not is_leading


def _scope(folders: list[str]) -> str:
    """Return the folders that tell kinds and languages apart; sections may change, so not them.

    One and two letters ("ru", "a", "z") are a language or a type, never a section.
    """
    return "/".join(
        folder.lower()
        for folder in folders
        if folder.lower() in _KINDS or (len(folder) <= 2 and folder.isalpha())
    )

"""Sections of small papers that are one page with a query: "index.php?cat=3"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from newscrawl.discovery.anchors import Anchor
from newscrawl.discovery.url_shapes import MAYBE_ARTICLE, score_url

_NAME_TABLE = """
c cat cat_id categ category category_id categoryid catid channel channelid cid classid columnid
newscat new_topic sec sect section section_id sectionid tid topic topicid typeid
categoria categorie dzial id_cat id_categoria id_categorie id_category id_rubrica id_rubrique
id_section id_sezione idcat idcategoria idcategorie idrubrica idrubrique idsection idsezione kat
kategori kategoria kategorie kategorija kategory razdel ressort rub rubric rubrica rubrik rubrika
rubrique secao seccion sekce sezione tema
"""
_NAMES = frozenset(_NAME_TABLE.split())
# SPIP writes "rubrique12".
_PARAMETER = re.compile(
    r"(?P<name>[a-z_]+)(?:=(?P<value>[\w%+.-]{1,60})|(?P<number>\d{1,6}))$", re.IGNORECASE
)
# What a page is asked for beside the section: an article, a page, a search, a sorting, a visit.
_OTHER_NAMES = re.compile(
    r"(?:\w*(?:sort|order|search|lang|locale|print|sess|login|month|year|date)\w*|dir|q|query|s|"
    r"keywords?|word|tags?|hl|lng|sid|token|user|day|cal|calendar|p|pages?|start|offset|limit|"
    r"a?id|article|news|story|post)$",
    re.IGNORECASE,
)
_OTHER_VALUES = re.compile(
    r"(?:log-?in|log-?out|register|registration|sign-?(?:in|up)|search|print|rss|feed|calendar|"
    r"contacts?|about|forum|gallery|polls?|profile|cart|[a-z]{2})$",
    re.IGNORECASE,
)
_OTHER_PATHS = re.compile(r"comment|forum|guestbook|search|vote", re.IGNORECASE)
_MOST = 20  # sections of one menu, as in entry_points; what has more is a filter
_DEEPEST = 3  # segments of a path: "/e/action/ListInfo/?classid=3"
_LONGEST_WORD = 25  # characters of a menu's word, as in sections; headlines have more


def find_query_sections(anchors: Iterable[Anchor]) -> set[str]:
    """Return the addresses of a page's links that differ in nothing but the section they name.

    Two at least and few, with a menu's words; none that also names an article, a page, a search, a
    sorting, a language or a visit.
    """
    groups: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for anchor in anchors:
        if anchor.zone != "footer" and _is_short(anchor.text) and _may_be_section(anchor.url):
            for template in _find_templates(anchor.url):
                groups[template].add(anchor.url)
    few = (urls for urls in groups.values() if 2 <= len(urls) <= _MOST)
    return {url for urls in few for url in urls}


def _is_short(text: str) -> bool:
    return 0 < len(text) < _LONGEST_WORD and not text.isdecimal()


def _may_be_section(url: str) -> bool:
    path, score = urlsplit(url).path, score_url(url)
    if _OTHER_PATHS.search(path):
        return False
    is_listing = score.reason in {None, "homepage"} and score.points < MAYBE_ARTICLE
    return is_listing and sum(bool(segment) for segment in path.split("/")) <= _DEEPEST


def _find_templates(url: str) -> Iterator[tuple[str, ...]]:
    """Yield the address without its section, for each parameter that may name one."""
    parts = urlsplit(url)
    parameters = [_PARAMETER.match(part) for part in parts.query.split("&")]
    found = [match for match in parameters if match]
    if len(found) < len(parameters) or any(map(_is_other, found)):
        return
    for match in found:
        if match["name"].lower() in _NAMES:
            rest = sorted(other[0] for other in found if other is not match)
            yield parts.netloc, parts.path, match["name"], *rest


def _is_other(parameter: re.Match[str]) -> bool:
    value = parameter["value"] or ""
    return bool(_OTHER_NAMES.match(parameter["name"]) or _OTHER_VALUES.match(value))

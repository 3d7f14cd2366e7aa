"""What a page shows of its kind: its address, its markup, its words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from newscrawl.extraction.json_ld import types_of
from newscrawl.extraction.page import Page
from newscrawl.extraction.structured import Structured

ARTICLE_KIND = "article"
# Characters of an address or a title that are looked at, so that a hostile one costs little.
_LONGEST = 400
_STORY_SLUG = re.compile(r"(?:[^-_]+[-_]){4}|\d{5}|^[0-9a-f]{8,}$|\d{4}-\d{2}-\d{2}")
_DATED_PATH = re.compile(
    r"/(?:19|20)\d\d/\d\d?/\d\d?/[^/]{4}|/(?:19|20)\d\d/\d\d/[^/]*[^/\d][^/]{6}"
)
_FORUM_HOST = re.compile(
    r"(?:^|\.)(?:foro|foren|board|boards|community|discuss|talk|answers|ask|bbs)\.|forum|reddit\."
    r"|stackexchange|stackoverflow|quora|ycombinator|superuser|askubuntu|serverfault"
)
_PAGE_NUMBER = re.compile(r"/(?:page|seite|pagina|sida|p)[/-]?\d{1,4}/?$|/\d{1,3}/?$")
_INDEX_FILE = re.compile(r"^(?:index|default|home|main)?(?:\.\w{3,5})?$")
_LANGUAGE_FOLDER = re.compile(r"^[a-z]{2}(?:[-_][a-z]{2})?$")
_SPLIT_CLASS = re.compile(r"[^\w-]+")


def kinds_of_url(url: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for what the address says: "root", "folder", "query", "story"."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    if not parts.netloc:
        return
    path = _PAGE_NUMBER.sub("", parts.path[:_LONGEST].lower())
    segments = [part for part in path.split("/") if part]
    while segments and (_LANGUAGE_FOLDER.match(segments[0]) or _INDEX_FILE.match(segments[-1])):
        segments.pop(0 if _LANGUAGE_FOLDER.match(segments[0]) else -1)
    if _FORUM_HOST.search(parts.netloc.lower()):
        yield "host", "forum_page"
    keys = {key.lower() for key, value in parse_qsl(parts.query) if value}
    yield from (("query", kind) for kind, names in _QUERIES.items() if keys & names)
    if not segments:
        if not keys:
            yield "root", "index_page"
        return
    if len(path) < len(parts.path[:_LONGEST].rstrip("/")) and not _STORY_SLUG.search(segments[-1]):
        yield "numbered", "index_page"
    if _STORY_SLUG.search(segments[-1]) or _DATED_PATH.search(path):
        yield "story", ARTICLE_KIND
    elif len(segments) <= 2 and segments[-1].count("-") <= 1 and "." not in segments[-1]:
        yield "section", "index_page"
    yield from _kinds_of_folders(segments)


def _kinds_of_folders(segments: list[str]) -> Iterator[tuple[str, str]]:
    is_story = bool(_STORY_SLUG.search(segments[-1]))
    for kind, names in _FOLDERS.items():
        for position, segment in enumerate(segments):
            after = len(segments) - position - 1
            if segment not in names or (kind in _LISTINGS and (after > 2 or (is_story and after))):
                continue
            weak = segment in _WEAK_FOLDERS[kind]
            yield ("weak_folder" if weak else "folder"), kind
            break


def kinds_of_markup(page: Page, structured: Structured) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for what classes, JSON-LD, Open Graph and the generator say."""
    body = page.root.find("body")
    names = _SPLIT_CLASS.split((body.get("class") or "").lower()) if body is not None else []
    classes = {kind for kind, words in _BODY_CLASSES.items() if not words.isdisjoint(names)}
    if ARTICLE_KIND in classes:
        classes -= {"index_page", "tag_page"}
    yield from (("body_class", kind) for kind in sorted(classes))
    yield from _kinds_of_json_ld(structured)
    if {"offers.price", "price", "product:price:amount"} & (
        structured.itemprops.keys() | structured.meta.keys()
    ):
        yield "price", "product_page"
    og_type = (structured.first_meta("og:type") or "").lower()
    for kind, words in _OG_TYPES.items():
        if og_type in words or og_type.partition(".")[0] in words:
            yield "og_type", kind
    generator = (structured.first_meta("generator", "application-name") or "").lower()
    ids = f"{page.root.get('id') or ''} {' '.join(names[:40])}".lower().split()
    for kind, words in _SOFTWARE.items():
        if any(word in generator for word in words if len(word) > 3) or not words.isdisjoint(ids):
            yield "software", kind


def _kinds_of_json_ld(structured: Structured) -> Iterator[tuple[str, str]]:
    nested = {
        id(child)
        for node in structured.nodes
        for value in node.values()
        for child in (value if isinstance(value, list) else [value])
        if isinstance(child, dict) and value is not node.get("@graph")
    }
    seen: set[str] = set()
    for node in structured.nodes:
        if id(node) in nested:
            continue
        for name in types_of(node):
            kind = _SCHEMA_TYPES.get(name)
            if kind and kind not in seen:
                seen.add(kind)
                yield ("main_type" if _is_full(node, name) else "weak_type"), kind


def _is_full(node: dict[str, Any], name: str) -> bool:
    """An offer makes a product; a list or a blog alone makes no page."""
    if name == "Product":
        return "offers" in node
    return name not in ("ItemList", "Blog", "Movie", "Clip", "TVSeries")


def kinds_of_words(structured: Structured, title: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for what the headline and the title say."""
    lines = [title.strip().lower(), (structured.title_tag or "").strip().lower()]
    lines += [
        " ".join(str(mark.element.text_content()).split()).lower()
        for mark in structured.marks.headings[:3]
    ]
    lines = [line[:_LONGEST] for line in lines if line]
    for kind, starts in _TITLES.items():
        if any(line.startswith(starts) for line in lines) or any(
            phrase in line for line in lines for phrase in _SAID.get(kind, ())
        ):
            yield "title", kind


def kinds_of_controls(labels: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for the names and labels of a page's buttons and forms."""
    for kind, words in _BUTTONS.items():
        if any(word in labels for word in words):
            yield "button", kind


def _sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in table.items()}


TABLE: dict[str, Any] = tomllib.loads(
    files("newscrawl.extraction").joinpath("data/page_kinds.toml").read_text("utf-8")
)
_LISTINGS = frozenset(("tag_page", "author_page", "search_page", "index_page"))
_FOLDERS = _sets(TABLE["folders"])
_WEAK_FOLDERS = _sets(TABLE["weak_folders"])
_QUERIES = _sets(TABLE["queries"])
_BODY_CLASSES = _sets(TABLE["body_classes"])
_OG_TYPES = _sets(TABLE["og_types"])
_SOFTWARE = _sets(TABLE["software"])
_BUTTONS = _sets(TABLE["buttons"])
_SCHEMA_TYPES = {
    name: kind for kind, names in TABLE["schema_types"].items() for name in names.split()
}
_TITLES = {kind: tuple(starts) for kind, starts in TABLE["titles"].items()}
_SAID: dict[str, list[str]] = TABLE["said"]

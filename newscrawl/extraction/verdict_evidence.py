"""What a page shows of its kind: its address, its markup, its words, the shape of its text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, cast
from urllib.parse import parse_qsl, urlsplit

from lxml.etree import XPath

from newscrawl.extraction.blocks import PageBlock
from newscrawl.extraction.body import Body
from newscrawl.extraction.json_ld import types_of
from newscrawl.extraction.page import Page
from newscrawl.extraction.structured import Structured

ARTICLE_KIND = "article"
_STORY_SLUG = re.compile(r"(?:[^-_]+[-_]){4}|\d{5}|^[0-9a-f]{8,}$|\d{4}-\d{2}-\d{2}")
_DATED_PATH = re.compile(
    r"/(?:19|20)\d\d/\d\d?/\d\d?/[^/]{4}|/(?:19|20)\d\d/\d\d/[^/]*[^/\d][^/]{6}"
)
_FORUM_HOST = re.compile(
    r"(?:^|\.)(?:foro|foren|board|boards|community|discuss|talk|answers|ask|bbs)\.|forum|reddit\.|stackexchange|stackoverflow|quora|ycombinator|superuser|askubuntu|serverfault"
)
_PAGE_NUMBER = re.compile(r"/(?:page|seite|pagina|sida|p)[/-]?\d{1,4}/?$|/\d{1,3}/?$")
_INDEX_FILE = re.compile(r"^(?:index|default|home|main)?(?:\.\w{3,5})?$")
_LANGUAGE_FOLDER = re.compile(r"^[a-z]{2}(?:[-_][a-z]{2})?$")
_TEASER_END = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\]|»|→)$")
_PAGINATION = re.compile(r"pagination|pager|paging|nav-links|load-?more|next-?page")
_LINKS = XPath("//a/@href", smart_strings=False)
_USER_LINK = re.compile(
    r"(?:memberlist\.php|member\.php|profile\.php|/members?/|/users?/|/u/|space-uid)[^\n]*"
)
_POST_LINK = re.compile(
    r"posting\.php|newreply|action=(?:quote|reply)|do=(?:post|newreply)|#p\d{3}|#post-?\d{3}|/reply\?|quote="
)
_SPLIT_CLASS = re.compile(r"[^\w-]+")

# Units (words). Blocks of prose are longer than labels and headlines.
_LEAST_PROSE = 12
# Words. A consent wall has little else on its page.
_LONGEST_WALL = 700
_STOPS = '.!?。！？।؟…"”»'
# Units. A teaser's text is shorter than a paragraph that merely follows a linked line.
_LONGEST_TEASER = 60


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers behind a page's shape."""

    prose: int
    """Words in kept paragraphs that are no teasers."""
    teasers: int
    """Lines that are a link to another page, each with or without a text of its own."""
    heads: int
    """Headings inside the text that are links."""
    times: int
    """``time`` elements."""
    cards: int
    """``article`` elements."""
    has_pagination: bool
    has_player: bool
    user_links: int
    """Links to members' profiles."""
    post_links: int
    """Links that answer or quote a post."""


def read_shape(page: Page, structured: Structured, body: Body) -> Shape:
    """Return the shape of a page."""
    counts = {"time": 0, "article": 0, "video": 0, "iframe": 0}
    for element in page.root.iter(*counts):
        if element.tag != "iframe" or _is_player(element.get("src") or ""):
            counts[element.tag] += 1
    links = "\n".join(cast("list[str]", _LINKS(page.root)))
    return Shape(
        prose=_count_prose(body.page_blocks),
        teasers=sum(map(_is_linked_line, body.page_blocks)),
        heads=_count_linked_headings(body.page_blocks),
        times=counts["time"],
        cards=counts["article"],
        has_pagination=_has_pagination(body, structured),
        has_player=bool(counts["video"] or counts["iframe"]),
        user_links=len(set(_USER_LINK.findall(links))),
        post_links=len(_POST_LINK.findall(links)),
    )


def _is_player(source: str) -> bool:
    return any(name in source for name in ("youtu", "vimeo", "dailymotion", "player", "video"))


def _has_pagination(body: Body, structured: Structured) -> bool:
    if not structured.links.keys().isdisjoint(("next", "prev")):
        return True
    return any(
        block.units <= 20 and _PAGINATION.search(box.names)
        for block in body.page_blocks
        if (box := block.box) and "a" in box.names
    )


def _count_prose(blocks: list[PageBlock]) -> int:
    prose = 0
    since_link = 9
    for block in blocks:
        if _is_linked_line(block):
            since_link = 0
            continue
        since_link += 1
        if block.reason is not None or block.link_share > 0.5 or not _is_prose(block):
            continue
        is_teaser = since_link <= 2 and block.units < _LONGEST_TEASER
        if not is_teaser and not _TEASER_END.search(block.text):
            prose += block.units
        since_link = 9
    return prose


def _count_linked_headings(blocks: list[PageBlock]) -> int:
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    inside = blocks[kept[0] : kept[-1] + 1] if kept else []
    return sum(1 for block in inside if block.box.type == "heading" and _is_linked_line(block))


def _is_prose(block: PageBlock) -> bool:
    return block.units >= _LEAST_PROSE or (block.units >= 5 and block.text[-1] in _STOPS)


def _is_linked_line(block: PageBlock) -> bool:
    return (
        block.link_share > 0.8
        and 3 <= block.units <= 40
        and (block.units > 4 or len(block.text) > 15)
    )


def kinds_of_url(url: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for what the address says: "root", "folder", "query", "story"."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    if not parts.netloc:
        return
    path = _PAGE_NUMBER.sub("", parts.path.lower())
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
    if len(path) < len(parts.path.rstrip("/")) and not _STORY_SLUG.search(segments[-1]):
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


def kinds_of_words(page: Page, structured: Structured, title: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for what the headline, the title and the buttons say."""
    lines = [title.strip().lower(), (structured.title_tag or "").strip().lower()]
    lines += [
        " ".join(str(mark.element.text_content()).split()).lower()
        for mark in structured.marks.headings[:3]
    ]
    lines = [line for line in lines if line]
    for kind, starts in _TITLES.items():
        if any(line.startswith(starts) for line in lines) or any(
            phrase in line for line in lines for phrase in _SAID.get(kind, ())
        ):
            yield "title", kind
    labels = " ".join(_button_names(page))
    for kind, words in _BUTTONS.items():
        if any(word in labels for word in words):
            yield "button", kind


def _button_names(page: Page) -> Iterator[str]:
    for element in page.root.iter("button", "form", "input"):
        if element.tag == "input" and element.get("type") not in ("submit", "button", "image"):
            continue
        text = (element.text or "") if element.tag == "button" else ""
        for value in (
            element.get("class"),
            element.get("id"),
            element.get("name"),
            element.get("value"),
            element.get("action"),
            text,
        ):
            if value:
                yield value.lower()[:80].replace(" ", "-")


def count_consent(body: Body) -> float:
    """Return the share of words about consent among all words of the page, 0 to 1."""
    words = " ".join(block.text for block in body.page_blocks[:60]).lower().split()
    if not words or len(words) > _LONGEST_WALL:
        return 0.0
    return sum(1 for word in words if word.strip(".,:;!?()") in _CONSENT) / len(words)


def count_forum_labels(body: Body) -> int:
    """Return how often the labels stand that forums print beside each post."""
    count = 0
    for block in body.page_blocks:
        if block.units <= 12 and not _FORUM_LABELS.isdisjoint(block.text.lower().split()):
            count += 1
    return count


def _sets(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in table.items()}


_TABLE: dict[str, Any] = tomllib.loads(
    files("newscrawl.extraction").joinpath("data/page_kinds.toml").read_text("utf-8")
)
_LISTINGS = frozenset(("tag_page", "author_page", "search_page", "index_page"))
_FOLDERS = _sets(_TABLE["folders"])
_WEAK_FOLDERS = _sets(_TABLE["weak_folders"])
_QUERIES = _sets(_TABLE["queries"])
_BODY_CLASSES = _sets(_TABLE["body_classes"])
_OG_TYPES = _sets(_TABLE["og_types"])
_SOFTWARE = _sets(_TABLE["software"])
_BUTTONS = _sets(_TABLE["buttons"])
_SCHEMA_TYPES = {
    name: kind for kind, names in _TABLE["schema_types"].items() for name in names.split()
}
_TITLES = {kind: tuple(starts) for kind, starts in _TABLE["titles"].items()}
_SAID: dict[str, list[str]] = _TABLE["said"]
_CONSENT = frozenset(_TABLE["consent"]["words"].split())
_FORUM_LABELS = frozenset(_TABLE["forum_labels"]["words"].split())

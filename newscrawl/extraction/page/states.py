"""The article that a page leaves to its scripts to draw, in the state from which they start.

Frameworks write such a state into the page: ``__NEXT_DATA__``,
``window.__INITIAL_STATE__ = {...}``, Arc XP ``Fusion.globalContent = {...}``. Editors keep texts as
HTML or as lists of typed parts (the Arc Native Specification, Editor.js, ProseMirror, Portable
Text, Contentful's rich text), of which the same few keys tell what is what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from lxml.html import HtmlElement

from newscrawl.extraction.page.json_ld import MAX_DEPTH, as_text, iter_nodes, parse_leading
from newscrawl.extraction.page.letters import letters_of

# Where a state begins: a script of nothing but JSON, or what is assigned.
_ASSIGNED = re.compile(
    r"\b(?:(?:window|self|globalThis)\.__\w+__|Fusion\.globalContent)\s*=\s*(?=\{)|\A\s*(?=[\[{])"
)
# Characters of all states of a page; to read a million takes 45 ms (CPU).
_MOST = 1_000_000
HTML_TAG = re.compile(
    r"</|<(?:p|br|div|h[1-6]|[uo]l|li|b|i|em|strong|a|span|blockquote|figure|img)\b[^<>]*>",
    re.IGNORECASE,
)
"""A tag of text; "x<y and z>w" holds none."""
_TITLES = ("title", "headline", "headlines", "name", "heading")
# Where a title or a text lies in an object of its own, as in WordPress and Arc.
_SHOWN = ("rendered", "basic")
_ADDRESSES = ("url", "canonicalUrl", "canonical_url", "slug", "path", "link", "id", "_id")
_SHORTEST = 3  # characters of an address that names an article; chosen
_BODIES = (
    "body", "content", "text", "html", "articleBody", "bodyHtml", "contentHtml", "body_html",
    "content_html", "fullText", "story", "blocks", "paragraphs", "content_elements",
)  # fmt: skip
_INSIDE = (
    "children", "content", "content_elements", "items", "blocks", "nodes", "paragraphs", "data",
    "props",
)  # fmt: skip
_SAID = ("html", "text", "value", "content", "body", "rendered")
_KINDS = ("type", "nodeType", "_type", "__typename", "tag")
_BREAK = "hardBreak"
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HEADING = re.compile(r"head(?:er|ing)|subtitle|^h[1-6]$", re.IGNORECASE)
_BOXES = {"list": "<ul>{}</ul>", "quote": "<blockquote>{}</blockquote>"}
_NO_TEXT = frozenset(
    ("ad", "advert", "ads", "caption", "code", "comment", "comments", "divider", "embed", "gallery",
     "iframe", "image", "img", "link", "newsletter", "photo", "poll", "raw", "recommend", "related",
     "script", "teaser", "video")
)  # fmt: skip


def read_state_text(root: HtmlElement, title: str, url: str = "") -> str:
    """Return the text of the object of that title in a page's states, as HTML; "" if there is none.

    Of several, one that the page's address names, then the longest. Not read are states that are no
    JSON (of Nuxt), strings of JSON (``JSON.parse``) and what lies behind the first million
    characters.
    """
    wanted = letters_of(title)
    found = [
        (_is_named(node.value, url), len(text), text)
        for state in _states(root)
        for node in iter_nodes(parse_leading(state))
        if wanted and _has_title(node.value, wanted)
        for text in _texts_of(node.value)
    ]
    return max(found, default=(False, 0, ""))[-1]


def _states(root: HtmlElement) -> Iterator[str]:
    room = _MOST
    for script in root.iter("script"):
        source = script.text or ""
        if "ld+json" in (script.get("type") or "") or len(source) > room:
            continue
        begins = [match.end() for match in _ASSIGNED.finditer(source)]
        room -= len(source) if begins else 0
        yield from (source[begin:] for begin in begins)


def _is_named(thing: dict[str, Any], url: str) -> bool:
    """Whether the page's address holds what an object states of its own."""
    stated = (str(thing.get(name) or "").strip("/").rpartition("/")[2] for name in _ADDRESSES)
    return any(len(part) >= _SHORTEST and part in url for part in stated)


def _has_title(thing: dict[str, Any], wanted: str) -> bool:
    values = (thing.get(name) for name in _TITLES)
    titles = (as_text(_shown(value)) for value in values)
    return any(letters_of(title) == wanted for title in titles if title)


def _shown(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return next((value[name] for name in _SHOWN if isinstance(value.get(name), str)), value)


def _texts_of(thing: dict[str, Any]) -> Iterator[str]:
    for name in _BODIES:
        value = _shown(thing.get(name))
        if isinstance(value, str):
            yield value
        elif isinstance(value, (dict, list)):
            yield "".join(_parts(value, MAX_DEPTH))


def _parts(value: Any, depth: int) -> Iterator[str]:
    """Yield paragraphs, headings, lists and quotes of typed parts."""
    if isinstance(value, str):
        yield f"<p>{value}</p>"
    elif isinstance(value, list) and depth:
        for item in value:
            yield from _parts(item, depth - 1)
    elif isinstance(value, dict) and depth:
        kind = _kind_of(value)
        if not _NO_TEXT.isdisjoint(map(str.lower, _WORD.findall(kind))) or _is_of_other(value):
            return
        if said := _said(value, depth):
            yield f"<h2>{said}</h2>" if _HEADING.search(kind) else f"<p>{said}</p>"
            return
        box = next((html for name, html in _BOXES.items() if name in kind.lower()), "{}")
        inner = (part for name in _INSIDE for part in _parts(value.get(name), depth - 1))
        if "<ul>" in box:
            inner = (f"<li>{part}</li>" for part in inner)
        yield box.format("".join(inner))


def _is_of_other(part: dict[str, Any]) -> bool:
    """Whether a part has a headline and a text of its own: another article, a box."""
    has_title = any(isinstance(_shown(part.get(name)), str) for name in _TITLES if name != "name")
    return has_title and any(part.get(name) for name in _BODIES)


def _kind_of(part: dict[str, Any]) -> str:
    return next((str(part[name]) for name in _KINDS if part.get(name)), "")


def _said(part: dict[str, Any], depth: int) -> str:
    """Return the line that a part says itself, or in the runs of text inside it."""
    own = next((part[name] for name in _SAID if isinstance(part.get(name), str)), "")
    if own or not depth:
        return own if HTML_TAG.search(own) else own.replace("<", "&lt;")
    for name in ("children", "content"):
        runs = part.get(name)
        if isinstance(runs, list) and runs and all(map(_is_run, runs)):
            return "".join(
                "<br>" if run.get("type") == _BREAK else escape(_run_text(run), quote=False)
                for run in runs
            )
    data = part.get("data")
    return _said(data, depth - 1) if isinstance(data, dict) else ""


def _is_run(value: Any) -> bool:
    """Whether a part is text of one style within a line, a link or a break."""
    return isinstance(value, dict) and bool(_run_text(value) or value.get("type") == _BREAK)


def _run_text(run: dict[str, Any]) -> str:
    own = run.get("text", run.get("value"))
    if isinstance(own, str):
        return own
    inner = run.get("children") or run.get("content")
    is_link = "link" in _kind_of(run).lower()
    return "".join(map(_run_text, inner)) if is_link and isinstance(inner, list) else ""

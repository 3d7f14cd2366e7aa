"""Replies, and the printing of templates and of a story's blocks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape
from importlib.resources import files
from itertools import groupby
from string import Template

from newscrawl.demo.texts import load_stock
from newscrawl.items import Block

HTML = "text/html; charset=utf-8"
XML = "application/xml; charset=utf-8"
JSON = "application/json; charset=utf-8"
TAGS = {"paragraph": "p", "quote": "blockquote", "list_item": "li"}


@dataclass(frozen=True)
class Reply:
    """An answer of the server before it goes over the wire."""

    body: bytes
    status: int = 200
    content_type: str = HTML
    headers: dict[str, str] = field(default_factory=dict)


def reply(text: str, *, content_type: str = HTML, status: int = 200) -> Reply:
    """Return an answer in UTF-8."""
    return Reply(text.encode(), status, content_type)


def redirect(url: str) -> Reply:
    """Return a redirect for good."""
    return Reply(b"", 301, headers={"Location": url})


def not_found(status: int = 404) -> Reply:
    """Return a page that is not there (404) or no longer (410)."""
    return reply(fill("not_found", title=str(status)), status=status)


def fill(template: str, **values: str) -> str:
    """Return ``pages/<template>.html`` with its ``$names`` filled; the values are HTML already."""
    return _template(template).substitute(values)


@cache
def labels(language: str) -> dict[str, str]:
    """Return what a site's frame says in a language: "share", "follow", "typo"."""
    lines = load_stock(language).tables["labels"]
    return {key: text for key, _, text in (line.partition(": ") for line in lines)}


def tag(name: str, content: str | None = "", /, **attributes: str | None) -> str:
    """Return an element around HTML, or a void one around None; ``class_`` stands for ``class``.

    >>> tag("a", "Snow &amp; ice", class_="card", href="/news?p=1&x=2")
    '<a class="card" href="/news?p=1&amp;x=2">Snow &amp; ice</a>'
    """
    pairs = ((key.rstrip("_"), value) for key, value in attributes.items() if value is not None)
    start = "".join([f"<{name}", *(f' {key}="{escape(value)}"' for key, value in pairs), ">"])
    return start if content is None else f"{start}{content}</{name}>"


def print_properties(properties: Mapping[str, str | None]) -> str:
    """Return Open Graph ``meta`` elements of what is known."""
    known = ((name, text) for name, text in properties.items() if text)
    return "\n".join(tag("meta", None, property=name, content=text) for name, text in known)


def print_blocks(blocks: Iterable[Block], *, link: str = "") -> list[str]:
    """Return a story's blocks as lines of HTML; the first ``link`` in it becomes a link."""
    lines: list[str] = []
    for kind, group in groupby(blocks, key=lambda block: block.type):
        printed = [_print_block(block, link) for block in group]
        lines += [tag("ul", "".join(printed))] if kind == "list_item" else printed
    return lines


def _print_block(block: Block, link: str) -> str:
    name = f"h{block.level}" if block.type == "heading" else TAGS[block.type]
    text = escape(block.text, quote=False)
    return tag(name, text.replace(link, tag("a", link, href="/"), 1) if link else text)


@cache
def _template(name: str) -> Template:
    path = files(__package__) / "pages" / f"{name}.html"
    return Template(path.read_text(encoding="utf-8"))

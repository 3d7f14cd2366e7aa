"""Replies, and the printing of templates and of a story's blocks."""

from __future__ import annotations

from collections.abc import Iterable
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


def redirect(url: str, *, status: int = 301) -> Reply:
    """Return a redirect."""
    return Reply(b"", status, headers={"Location": url})


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


def print_blocks(blocks: Iterable[Block], *, link: str = "") -> str:
    """Return a story's blocks as HTML; the name ``link`` becomes a link where it first stands."""
    lines: list[str] = []
    for kind, group in groupby(blocks, key=lambda block: block.type):
        if kind == "list_item":
            lines.append(
                "<ul>" + "".join(f"<li>{escape(item.text)}</li>" for item in group) + "</ul>"
            )
        else:
            lines += map(_print_block, group)
    html = "\n".join(lines)
    return html.replace(link, f'<a href="/">{link}</a>', 1) if link else html


def _print_block(block: Block) -> str:
    tag = f"h{block.level}" if block.type == "heading" else TAGS[block.type]
    return f"<{tag}>{escape(block.text, quote=False)}</{tag}>"


@cache
def _template(name: str) -> Template:
    path = files(__package__) / "pages" / f"{name}.html"
    return Template(path.read_text(encoding="utf-8"))

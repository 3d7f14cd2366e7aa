"""XML as sites really serve it: strict first, then repaired, never trusted."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence
from html.entities import html5
from io import BytesIO
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from newscrawl.extraction.page.encoding import decode

MAX_XML_BYTES = 64 * 1024 * 1024
"""Bytes after decompression: the sitemap protocol allows 50 MB, some sites exceed it a little."""

# Options of libxml2 under which a file can neither fetch nor explode.
_SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ROOT = re.compile(
    r"<(?:[\w-]+:)?(?:rss|feed|rdf|urlset|sitemapindex|channel)[\s/>]", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FAULT = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|(?P<html></?(?:b|i|u|em|strong|br|p|span|div|a|img|font|sup|sub|hr|nobr)(?:\s[^<>]*)?/?>)"
    r"|(?P<open><)(?=[^<>]*<)"
    r"|&(?:#(?P<number>\d{1,7}|[xX][0-9a-fA-F]{1,6});|(?P<name>\w{1,32});)?",
    re.DOTALL,
)


def unpack(body: bytes, *, limit: int = MAX_XML_BYTES) -> tuple[bytes, bool]:
    """Return the bytes, inflated if they are gzip, and whether they were cut at ``limit``.

    Told by the magic number, not by name or header. What a damaged stream holds before the damage
    is returned.
    """
    if not body.startswith(b"\x1f\x8b"):
        return body[:limit], len(body) > limit
    parts: list[bytes] = []
    size = 0
    while body.startswith(b"\x1f\x8b") and size < limit:
        stream = zlib.decompressobj(wbits=31)
        try:
            part = stream.decompress(body, limit - size)
        except zlib.error:
            break
        parts.append(part)
        size += len(part)
        body = stream.unused_data or stream.unconsumed_tail
    return b"".join(parts), size >= limit


def parse_xml(body: bytes, *, encoding: str | None = None) -> Element | None:
    """Return the root of a feed, None when there is no XML in it.

    ``encoding`` is the charset of the Content-Type header. No entity is ever expanded, nothing is
    ever fetched, depth and text are bounded by libxml2's own limits.
    """
    if is_plain(body):
        try:
            return etree.fromstring(body.lstrip(), parser=etree.XMLParser(recover=False, **_SAFE))
        except (etree.XMLSyntaxError, ValueError):
            pass
    text = repair_xml(decode(body, encoding)[0])
    try:
        return etree.fromstring(text.encode(), parser=etree.XMLParser(recover=True, **_SAFE))
    except (etree.XMLSyntaxError, ValueError):
        return None


def is_plain(body: bytes) -> bool:
    """Return whether libxml2 may read the bytes as they are.

    Not: a document type, or a declared encoding other than UTF-8. Templates declare one that the
    text is not in ("iso-8859-1" above UTF-8, "gb2312" above GBK).
    """
    declared = _DECLARED.match(body[:400])
    if declared and declared[1].lower() not in {b"utf-8", b"utf8"}:
        return False
    return b"<!DOCTYPE" not in body[:2000] and b"<!doctype" not in body[:2000]


def repair_xml(text: str) -> str:
    """Return text that libxml2 can recover without losing what follows a fault.

    libxml2 drops every named entity, ``&amp;`` too, that follows any fault, and stops at control
    characters and junk before the root. So named entities become numbers, which it keeps, HTML tags
    and a "<" that nothing closes become text (an open tag would swallow what follows, and many take
    quadratic time), and the rest is taken out. Document types go: an undeclared entity cannot
    explode.
    """
    text = _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1)
    if root := _ROOT.search(text):
        text = text[root.start() :]
    return _FAULT.sub(_mend, _CONTROL.sub("", text))


def stream_xml(body: bytes, tags: Sequence[str], *, recover: bool) -> Iterator[Element]:
    """Yield the elements of these tags one by one, as safely as :func:`parse_xml`.

    Each is emptied when the next is taken, so that the tree never grows. Raises XMLSyntaxError at a
    fault, or with ``recover`` only where nothing can be made of what follows.
    """
    events = etree.iterparse(
        BytesIO(body.lstrip()), events=("end",), tag=tags, recover=recover, **_SAFE
    )
    for _, element in events:
        yield element
        element.clear()
        while (previous := element.getprevious()) is not None:
            parent = previous.getparent()
            if parent is None:
                break
            parent.remove(previous)


def local_name(element: Element) -> str:
    """Return an element's name in lower case, without its namespace or undeclared prefix."""
    tag = element.tag
    return tag.rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower() if isinstance(tag, str) else ""


def _mend(fault: re.Match[str]) -> str:
    found, name, number = fault[0], fault["name"], fault["number"]
    if fault["html"]:
        return f"&#60;{found[1:-1].replace('&', '&#38;')}&#62;"
    if fault["open"]:
        return "&#60;"
    if name is not None:
        characters = html5.get(f"{name};")
        return f"&#38;{name};" if characters is None else _as_references(characters)
    if number is not None:
        code = int(number[1:], 16) if number[0] in "xX" else int(number)
        return found if _is_xml_character(code) else ""
    return "&#38;" if found == "&" else found


def _as_references(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)


def _is_xml_character(code: int) -> bool:
    return code in {9, 10, 13} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0x10FFFF

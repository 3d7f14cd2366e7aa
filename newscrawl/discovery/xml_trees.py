"""XML as sites really serve it: strict first, then repaired, never trusted."""

from __future__ import annotations

import codecs
import re
import zlib
from collections.abc import Iterator, Sequence
from html.entities import html5
from io import BytesIO
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

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

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_ROOT = re.compile(
    r"<(?:[\w-]+:)?(?:rss|feed|rdf|urlset|sitemapindex|channel)[\s/>]", re.IGNORECASE
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_FAULT = re.compile(
    r"<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|(?P<html></?(?:b|i|u|em|strong|br|p|span|div|a|img|font|sup|sub|hr|nobr)(?:\s[^<>]*)?/?>)"
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
    plain = b"<!DOCTYPE" not in body[:2000] and b"<!doctype" not in body[:2000]
    if plain:
        try:
            return etree.fromstring(body.lstrip(), parser=etree.XMLParser(recover=False, **_SAFE))
        except (etree.XMLSyntaxError, ValueError):
            pass
    text = repair_xml(decode_xml(body, encoding))
    try:
        return etree.fromstring(text.encode(), parser=etree.XMLParser(recover=True, **_SAFE))
    except (etree.XMLSyntaxError, ValueError):
        return None


def decode_xml(body: bytes, encoding: str | None = None) -> str:
    """Return the text: by BOM, declaration, header or UTF-8, whichever fits without error first."""
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(name, "replace")
    declared = _DECLARED.match(body[:400])
    names = [declared[1].decode("ascii") if declared else "", encoding or "", "utf-8"]
    for name in names:
        if (text := _decode(body, name)) is not None:
            return text
    return body.decode("utf-8", "replace")


def repair_xml(text: str) -> str:
    """Return text that libxml2 can recover without losing what follows a fault.

    libxml2 drops every named entity, ``&amp;`` too, that follows any fault, and stops at control
    characters and junk before the root. So named entities become numbers, which it keeps, HTML tags
    become text (an open one would swallow what follows), and the rest is taken out. Document types
    go: an undeclared entity cannot explode.
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


def _decode(body: bytes, name: str) -> str | None:
    if name.lower().startswith(("utf-16", "utf16", "ucs", "utf-32")) and body[:1] == b"<":
        return None  # declared by a template, while the bytes are plain ASCII
    try:
        return body.decode(name) if name else None
    except (LookupError, UnicodeError):
        return None


def _mend(fault: re.Match[str]) -> str:
    found, name, number = fault[0], fault["name"], fault["number"]
    if fault["html"]:
        return f"&#60;{found[1:-1].replace('&', '&#38;')}&#62;"
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

"""The objects of a JSON-LD script, read even when it is broken, and its values of any type.

About one script in eighty is not JSON: control characters, CDATA, comments, trailing commas,
unescaped quotes, several documents, a truncated end. What a repair yields is as good as what the
page meant in nearly all cases; what it cannot repair is given up without an error.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from newscrawl.extraction.page.letters import INVISIBLE

# Characters; trades time on a hostile page against a real one (the largest real script that was
# seen, a live blog, had 566,000).
MAX_SCRIPT = 1_000_000
# Characters handed to the repair, which is written in Python (about 30 ms at this size).
MAX_REPAIR = 200_000
# Levels and objects; real pages stay under 15 and 3,000.
MAX_DEPTH = 40
MAX_NODES = 5_000

_DECODER = json.JSONDecoder(strict=False)
_WRAPPING = re.compile(
    r"<!\[CDATA\[|\]\]>|<!--|-->|^[^\S\n]*+//[^\S\n]*+$|^[^\S\n]*+/\*\s*+\*/", re.MULTILINE
)
_GAP = re.compile(r"[\s,;\ufeff]*")
_BARE_DATE = re.compile(r"\d{4}-\d\d-\d\d[\d:T.+-]*Z?")
_NOISE = re.compile(r"\s+|//[^\n]*|/\*.*?(?:\*/|\Z)", re.DOTALL)
_STRING_PART = re.compile(r'[^"\\]+')
_ENDS_STRING = re.compile(r'\s*(?:$|[:}\]]|,\s*(?:$|["{}\[\]\d-]|true|false|null|//|/\*))')
_CLOSING = {"{": "}", "[": "]"}
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_PARTING_TAG = re.compile(r"</?(?:br|p|div|li|h[1-6])\b", re.IGNORECASE)


class Script(NamedTuple):
    """The documents of one script."""

    documents: list[Any]
    broken: bool
    """Whether it had to be repaired or given up."""


def parse_script(text: str) -> Script:
    """Return the JSON documents of a script, repaired where it is broken.

    >>> parse_script('{"a": 1,}')
    Script(documents=[{'a': 1}], broken=True)
    """
    if len(text) > MAX_SCRIPT or not text.strip():
        return Script([], broken=bool(text.strip()))
    try:
        documents, is_broken = [_DECODER.decode(text)], False
    except (ValueError, RecursionError):
        documents, is_broken = _recover(text), True
    if text.count("{") + text.count("[") > MAX_DEPTH:
        documents = [_cut_off(document) for document in documents]
    return Script(documents, is_broken)


def _cut_off(value: Any, depth: int = 0) -> Any:
    """Return a document without what is nested deeper than any reader could follow."""
    if depth > MAX_DEPTH:
        return None
    if isinstance(value, list):
        return [_cut_off(item, depth + 1) for item in value]
    if isinstance(value, dict):
        return {key: _cut_off(item, depth + 1) for key, item in value.items()}
    return value


def parse_leading(text: str) -> Any:
    """Return the JSON value that a text begins with, None if it begins with none.

    >>> parse_leading('{"a": 1}; b = 2')
    {'a': 1}
    """
    try:
        return _DECODER.raw_decode(text[:MAX_SCRIPT])[0]
    except (ValueError, RecursionError):
        return None


def _recover(text: str) -> list[Any]:
    text = _WRAPPING.sub("", text).strip(" \t\r\n;\ufeff")
    if '"' not in text and "&quot;" in text:
        text = unescape(text)
    documents, end = _decode_all(text, 0)
    if end < len(text) and len(text) - end <= MAX_REPAIR:
        for candidate in _repair(text[end:]):
            more, read = _decode_all(candidate, 0)
            if more and read >= len(candidate):
                return documents + more
    return documents


def _decode_all(text: str, position: int) -> tuple[list[Any], int]:
    """Return the documents that stand one after the other, and where the last one ends."""
    documents: list[Any] = []
    while (start := _gap_end(text, position)) < len(text):
        try:
            document, position = _DECODER.raw_decode(text, start)
        except (ValueError, RecursionError):
            return documents, start
        documents.append(document)
    return documents, len(text)


def _gap_end(text: str, position: int) -> int:
    match = _GAP.match(text, position)
    return match.end() if match else position


def _repair(text: str) -> Iterator[str]:
    """Yield likely meanings of broken JSON, the best one first; one pass, no backtracking."""
    out: list[str] = []
    open_brackets: list[str] = []
    last_comma: tuple[int, list[str]] | None = None
    position = 0
    while position < len(text):
        if match := _NOISE.match(text, position):
            position = match.end()
            continue
        token, position = _read_token(text, position)
        if token:
            out.append(token)
            continue
        char = text[position]
        position += 1
        if char in "{[":
            open_brackets.append(char)
            if len(open_brackets) > MAX_DEPTH:
                return
        elif char in "}]":
            _drop_comma(out)
            if not open_brackets:
                continue
            char = _CLOSING[open_brackets.pop()]
        elif char == ",":
            last_comma = len(out), list(open_brackets)
        out.append(char)
    _drop_comma(out)
    yield "".join(out) + _closing_of(open_brackets)
    if last_comma:
        yield "".join(out[: last_comma[0]]) + _closing_of(last_comma[1])


def _drop_comma(out: list[str]) -> None:
    if out and out[-1] == ",":
        out.pop()


def _closing_of(open_brackets: list[str]) -> str:
    return "".join(_CLOSING[bracket] for bracket in reversed(open_brackets))


def _read_token(text: str, position: int) -> tuple[str, int]:
    """Return a string, or a date that lacks its quotes, as a token and its end; "" for others."""
    if text[position] == '"':
        return _read_string(text, position + 1)
    match = _BARE_DATE.match(text, position)
    return (f'"{match[0]}"', match.end()) if match else ("", position)


def _read_string(text: str, position: int) -> tuple[str, int]:
    """Return a string token whose inner quotes and backslashes are escaped, and its end."""
    parts = ['"']
    while position < len(text):
        if match := _STRING_PART.match(text, position):
            parts.append(match.group())
            position = match.end()
        elif text[position] == "\\":
            escape = text[position : position + 2]
            parts.append(escape if escape[1:] in tuple('"\\/bfnrtu') else "\\" + escape)
            position += 2
        elif _ENDS_STRING.match(text, position + 1):
            position += 1
            break
        else:
            parts.append('\\"')
            position += 1
    return "".join(parts) + '"', position


class Node(NamedTuple):
    """A JSON-LD object and where it hangs."""

    value: dict[str, Any]
    path: tuple[str, ...]
    """The keys that lead to it, ``@graph`` left out; () for the objects of the top."""


def iter_nodes(document: object) -> Iterator[Node]:
    """Yield all objects of a document, outer ones first, as deep as sane pages go."""
    stack: list[tuple[object, tuple[str, ...], int]] = [(document, (), 0)]
    count = 0
    while stack and count < MAX_NODES:
        value, path, depth = stack.pop()
        if depth > MAX_DEPTH:
            continue
        if isinstance(value, list):
            stack.extend((item, path, depth + 1) for item in reversed(value))
        elif isinstance(value, dict):
            count += 1
            yield Node(value, path)
            stack.extend(
                (child, path if key == "@graph" else (*path, key), depth + 1)
                for key, child in reversed(value.items())
                if isinstance(child, (dict, list))
            )


def types_of(node: dict[str, Any]) -> list[str]:
    """Return the ``@type`` names of an object without their namespace.

    >>> types_of({"@type": ["https://schema.org/NewsArticle", None]})
    ['NewsArticle']
    """
    names = as_list(node.get("@type"))
    return [re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str)]


def as_list(value: object) -> list[Any]:
    """Return a value that may be one thing, a (nested) list of things, or nothing, as a list.

    Some systems write the list into a string.

    >>> as_list('["Snow", "Bern"]')
    ['Snow', 'Bern']
    """
    flat: list[Any] = []
    stack = [value]
    while stack and len(flat) < MAX_NODES:
        item = stack.pop()
        if isinstance(item, str) and item.startswith(("[", "{")):
            item = _decoded(item)
        if isinstance(item, list):
            stack.extend(reversed(item))
        elif item is not None:
            flat.append(item)
    return flat


def _decoded(text: str) -> object:
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return text


def as_text(value: object) -> str | None:
    r"""Return a string value as plain text on one line, None if it is none or empty.

    >>> as_text("Tom &amp;amp; Ann:\n <b>a&shy;gain</b>")
    'Tom & Ann: again'
    """
    if isinstance(value, list):
        return next((text for item in as_list(value) if (text := as_text(item))), None)
    if isinstance(value, dict):
        return as_text(value.get("@value"))
    if not isinstance(value, str):
        return None
    return plain_text(value) or None


def plain_text(text: str) -> str:
    """Return text in NFC without entities, tags, invisible characters and needless white space."""
    if "&" in text:
        text = unescape(unescape(text))
    if "<" in text:
        text = _TAG.sub(" " if _PARTING_TAG.search(text) else "", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return " ".join(text.split())


def name_of(value: object) -> str | None:
    """Return the name of a thing that is given as a string or as an object."""
    if isinstance(value, list):
        return next((name for item in as_list(value) if (name := name_of(item))), None)
    if isinstance(value, dict):
        return as_text(value.get("name")) or as_text(value)
    return as_text(value)

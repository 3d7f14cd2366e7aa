"""Bodies that are no text, whatever their header says."""

from __future__ import annotations

import codecs
import re

_MAGIC = (
    b"%PDF-",
    b"\x89PNG\r\n",
    b"GIF87a",
    b"GIF89a",
    b"\xff\xd8\xff",
    b"PK\x03\x04",
    b"RIFF",
    b"OggS",
    b"ID3",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!\x1a",
    b"\x7fELF",
    b"\x1aE\xdf\xa3",
    b"wOFF",
    b"wOF2",
    b"\x00asm",
    b"%!PS-",
    b"{\\rtf",
)
_BOMS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)
_BINARY = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
# Bytes that are looked at, and the share of control characters from which on they are no text: in
# random bytes it is 0.1, in the worst text seen (a null byte here and there) below 0.001.
_HEAD = 4096
_MOST_BINARY = 0.02


def is_binary(body: bytes) -> bool:
    r"""Return whether a body is a picture, a PDF, an archive or anything else that is no text.

    >>> is_binary(b"%PDF-1.7\n"), is_binary(b"<p>text"), is_binary("<p>text".encode("utf-16"))
    (True, False, False)
    """
    head = body[:_HEAD]
    if head.lstrip(b" \t\r\n").startswith(_MAGIC) or head[4:8] == b"ftyp":
        return True
    if head.startswith(_BOMS) or _is_wide_text(head):
        return False
    return len(_BINARY.findall(head)) > _MOST_BINARY * len(head)


def _is_wide_text(head: bytes) -> bool:
    """Whether every other byte is null, as in markup of UTF-16 without a BOM."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0.4 * len(head) / 2 > 10 * min(even, odd)

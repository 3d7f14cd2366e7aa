"""Bytes in, text out: which of the encodings that a page may be in is the one it is in."""

from __future__ import annotations

import re
from math import inf

from w3lib.encoding import html_body_declared_encoding, read_bom, resolve_encoding

# For pages that declare nothing true. Of those that read a page as well the first one is taken:
# in a few quotes and accents among English words any codec finds some letters of its own.
GUESSES = ("cp1252", "cp932", "euc_jp", "gb18030", "big5hkscs", "cp949", "cp1251", "koi8_r")

# What browsers suppose of undeclared pages in a language (HTML, 13.2.3.2), and what some sites
# write instead; the guesses know the others' scripts.
_OF_LANGUAGE = {
    "ar": ("cp1256",), "az": ("cp1254",), "cs": ("cp1250", "iso8859_2"), "el": ("cp1253",),
    "et": ("cp1257",), "fa": ("cp1256",), "he": ("cp1255",), "hr": ("cp1250", "iso8859_2"),
    "hu": ("cp1250", "iso8859_2"), "ku": ("cp1254",), "lt": ("cp1257",), "lv": ("cp1257",),
    "pl": ("iso8859_2", "cp1250"), "ro": ("cp1250", "iso8859_2"), "sk": ("cp1250", "iso8859_2"),
    "sl": ("cp1250", "iso8859_2"), "th": ("cp874",), "tr": ("cp1254",), "ur": ("cp1256",),
    "vi": ("cp1258",),
}  # fmt: skip
_LANGUAGE = re.compile(rb"<html\b[^>]*?\blang\s*=\s*[\"']?([a-z]{2})\b", re.IGNORECASE)
# Bytes at the start of a page in which its language is looked for.
_HEAD = 2_000

# A page in UTF-8 with a few broken bytes (a cut excerpt, a pasted advert) is still UTF-8: at
# least this share of its non-ASCII characters must be whole, or the second one of a page that says
# so. Other encodings read as UTF-8 keep under a tenth whole; the shares between are chosen.
WHOLE_SHARE = 0.5
WHOLE_IF_DECLARED = 0.25

# Bytes that a guess is judged by: enough for a stable share, and cheap.
SAMPLE = 40_000

# What the wrong 8-bit encoding makes of words: runs of accented letters, capitals, signs and
# another script inside words, control characters.
_ODD = re.compile(
    r"[\x80-\x9f\ufffd\ue000-\uf8ff\u2500-\u259f]"
    r"|[À-ÖØ-öø-ÿ]{3,}"
    r"|[а-яё][А-ЯЁ]|[A-Za-z][А-яЁё]|[А-яЁё][A-Za-z]"
    r"|[^\W\d_][¤¦§¨©¬®°±¶·¸¹²³º¼½¾¿×÷][^\W\d_]"
    r"|[\uff61-\uff9f]{2,}"
    r"|[A-Za-z][\u3400-\u9fff]{1,2}[a-z]"
)
# Valid as ASCII, hence as UTF-8: only their declaration tells them.
_SEVEN_BIT = frozenset({"iso2022_jp", "iso2022_kr", "hz"})
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
# The commonest characters of Chinese (both scripts), Japanese and Korean: wrong encodings of
# these languages give rare characters.
_COMMON = re.compile(
    r"[\u3040-\u30ff，。、「」的一是不了在人有我他这中大来上国个到说们這個來國說們는이다의을를에은가고]"
)


def decode(body: bytes, declared: str | None = None) -> tuple[str, str]:
    """Return the text of a page and the name of the encoding it was read with.

    ``declared`` is the charset of the Content-Type header. A byte order mark comes first, then
    UTF-8 if the bytes allow it, then whichever of header, page and guesses reads best.
    """
    bom, mark = read_bom(body)
    if bom:
        return body[len(mark or b"") :].decode(bom, "replace"), bom
    names = _declared(body, declared)
    seven_bit = next((name for name in names if name in _SEVEN_BIT), None)
    if seven_bit and body.isascii():
        return body.decode(seven_bit, "replace"), seven_bit
    if _is_utf_16(body):
        return body.decode("utf-16-be" if body[:1] == b"\x00" else "utf-16-le", "replace"), "utf-16"
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        encoding = _choose(body, names)
        return body.decode(encoding, "replace"), encoding


def _declared(body: bytes, header: str | None) -> list[str]:
    found = (resolve_encoding(header) if header else None, html_body_declared_encoding(body))
    return [name for name in dict.fromkeys(found) if name]


def _is_utf_16(body: bytes) -> bool:
    head = body[:200]
    return len(head) > 8 and head.count(b"\x00") > len(head) * 0.3


def _choose(body: bytes, declared: list[str]) -> str:
    least = WHOLE_IF_DECLARED if "utf-8" in declared else WHOLE_SHARE
    if _whole_share(body) >= least:
        return "utf-8"
    sample = body[:SAMPLE] if len(body) <= SAMPLE else _non_ascii_part(body)
    told = [name for name in declared if name != "utf-8"]
    names = list(dict.fromkeys([*told, *_usual(body), *GUESSES]))
    # A declaration is believed unless a guess reads much better.
    return max(names, key=lambda name: _plausibility(sample, name) + 0.2 * (name in declared))


def _usual(body: bytes) -> tuple[str, ...]:
    """Return the encodings that pages in the language of this one are written in."""
    named = _LANGUAGE.search(body[:_HEAD])
    return _OF_LANGUAGE.get(named[1].decode().lower(), ()) if named else ()


def _whole_share(body: bytes) -> float:
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(_NON_ASCII.findall(text)) - broken
    return whole / (whole + broken)


def _non_ascii_part(body: bytes) -> bytes:
    first = re.search(rb"[\x80-\xff]", body)
    start = first.start() if first else 0
    return body[start : start + SAMPLE]


def _plausibility(sample: bytes, encoding: str) -> float:
    try:
        text = sample.decode(encoding, "replace")
    except (LookupError, UnicodeError):  # no such codec, or "idna", which is not one of texts
        return -inf
    foreign = len(_NON_ASCII.findall(text)) or 1
    odd = sum(len(match) for match in _ODD.findall(text))
    return (len(_COMMON.findall(text)) - odd) / foreign

"""Characters that a site itself read in a wrong encoding before it sent them."""

from __future__ import annotations

import re

# Of windows-1252, what Latin-1 has controls for.
_SIGNS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
# Punctuation and signs in UTF-8 that were read as windows-1252 or Latin-1 ("â€™" for "’", "Â©" for
# "©"), and small letters with accents ("Ã©" for "é"). Only what no language writes so: "é…”" stays,
# which would be a Chinese character, and so does "Ã" before a space or a quotation mark. As bytes,
# all of which begin alike, a page is looked through in a tenth of the time.
_TWICE = re.compile(
    rb"\xc3(?:\xa2(?:\xe2\x82\xac|\xc2\x80)(?:\xc2[\x80-\xbf]|%s)"
    rb"|\x82\xc2[\xa0-\xbf]|\x83\xc2[\xa1-\xaa\xac-\xba\xbc-\xbf])" % "|".join(_SIGNS).encode()
)
# Controls stand for what windows-1252 has in their place, as in numbered entities (HTML,
# 13.2.5.80): archives that were moved have quotes and dashes so. The one for a line's end stays.
_CONTROL = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")


def mend_misread(source: bytes) -> bytes:
    r"""Return a text in UTF-8 with the characters that were meant.

    >>> mend_misread("Itâ€™s 20 Â°C, café…”, O\x92Brien".encode()).decode()
    'It’s 20 °C, café…”, O’Brien'
    """
    return _CONTROL.sub(_as_windows, _TWICE.sub(_once, source))


def mend_text(text: str) -> str:
    """Return a text with the characters that were meant; lone surrogates become "?"."""
    return text if text.isascii() else mend_misread(text.encode("utf-8", "replace")).decode()


def _once(found: re.Match[bytes]) -> bytes:
    meant = _bytes_of(found[0])
    try:
        meant.decode()
    except UnicodeDecodeError:
        return found[0]
    return meant


def _as_windows(found: re.Match[bytes]) -> bytes:
    return _bytes_of(found[0]).decode("cp1252", "ignore").encode()


def _bytes_of(text: bytes) -> bytes:
    """Return characters in windows-1252, what that lacks in Latin-1."""
    return b"".join(c.encode("latin-1" if c < "\u0100" else "cp1252") for c in text.decode())

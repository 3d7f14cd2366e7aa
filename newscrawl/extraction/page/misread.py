"""Characters that a site itself read in a wrong encoding before it sent them."""

from __future__ import annotations

import re

# Punctuation and signs in UTF-8 that were read as windows-1252 or Latin-1 ("â€™" for "’", "Â©" for
# "©"), and small letters with accents ("Ã©" for "é"). Only what no language writes so: "é…”" stays,
# which would be a Chinese character, and so does "Ã" before a space or a quotation mark.
_TWICE = re.compile(
    "â[€\x80][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Â[\xa0-\xbf]|Ã[\xa1-\xaa\xac-\xba\xbc-\xbf]"
)
# Controls stand for what windows-1252 has in their place, as in numbered entities (HTML,
# 13.2.5.80): archives that were moved have quotes and dashes so. The one for a line's end stays.
_CONTROL = re.compile("[\x80-\x84\x86-\x9f]")


def mend_misread(text: str) -> str:
    r"""Return a text with the characters that were meant.

    >>> mend_misread("Itâ€™s 20 Â°C"), mend_misread("O\x92Brien"), mend_misread("café…”")
    ('It’s 20 °C', 'O’Brien', 'café…”')
    """
    if text.isascii():
        return text
    return _CONTROL.sub(_as_windows, _TWICE.sub(_once, text))


def _once(found: re.Match[str]) -> str:
    try:
        return _bytes_of(found[0]).decode()
    except UnicodeDecodeError:
        return found[0]


def _as_windows(found: re.Match[str]) -> str:
    return _bytes_of(found[0]).decode("cp1252", "ignore")


def _bytes_of(text: str) -> bytes:
    """Return a text as windows-1252, what that lacks as Latin-1."""
    return b"".join(c.encode("latin-1" if c < "\u0100" else "cp1252") for c in text)

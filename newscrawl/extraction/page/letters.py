"""What of a line counts when two are compared: its letters and digits."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

FIRST_UNSPACED = "\u0e00"
"""From here on, Thai to Hangul, a word of a table may stand amid letters of others."""

STOPS = ".!?…。！？।؟۔։።။។"
"""What ends a sentence, in all scripts; quotation marks and brackets may follow it."""

INVISIBLE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]+"
)
"""Zero-width and soft characters, direction marks and controls, which break search.

The joiners U+200C and U+200D are none of them: Persian, Hindi and emoji are spelt with them.
"""

_OTHERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=512)  # every reader compares its line with the same few titles and names
def letters_of(text: str) -> str:
    """Return the letters and digits of a text, case folded.

    >>> letters_of("Snow in May – “not yet”!")
    'snowinmaynotyet'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)  # marks of their own are no letters
    return _OTHERS.sub("", text.casefold())

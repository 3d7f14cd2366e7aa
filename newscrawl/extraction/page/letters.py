"""What of a line counts when two are compared: its letters and digits."""

from __future__ import annotations

import re

_OTHERS = re.compile(r"[\W_]+")


def letters_of(text: str) -> str:
    """Return the letters and digits of a text, case folded.

    >>> letters_of("Snow in May – “not yet”!")
    'snowinmaynotyet'
    """
    return _OTHERS.sub("", text.casefold())

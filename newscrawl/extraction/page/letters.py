"""What of a line counts when two are compared: its letters and digits."""

from __future__ import annotations

import re
from functools import lru_cache

_OTHERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=512)  # every reader compares its line with the same few titles and names
def letters_of(text: str) -> str:
    """Return the letters and digits of a text, case folded.

    >>> letters_of("Snow in May – “not yet”!")
    'snowinmaynotyet'
    """
    return _OTHERS.sub("", text.casefold())

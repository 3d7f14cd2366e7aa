"""The length of a text in words, whatever its script."""

from __future__ import annotations

import re

# Characters of scripts that are written without spaces: two count as a word.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)


def count_units(text: str) -> int:
    """Return the length of a text in words, whatever its script.

    >>> count_units("Snow fell in Bern."), count_units("伯尔尼下雪了。")
    (4, 4)
    """
    units = text.count(" ") + 1
    return units if text.isascii() else units + len(_UNSPACED.findall(text)) // 2

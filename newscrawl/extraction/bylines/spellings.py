"""One name in several spellings: "DOE, Jané" and "J. Doe"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def unique_names(names: Iterable[str]) -> list[str]:
    """Return names once each: case, accents, order and initials make no difference."""
    kept: list[str] = []
    for name in names:
        if not any(is_same_name(name, other) for other in kept):
            kept.append(name)
    return kept


def is_same_name(one: str, other: str) -> bool:
    """Return whether two spellings name one person.

    >>> is_same_name("DOE, Jané", "J. Doe")
    True
    """
    first, second = sorted((_parts(one), _parts(other)), key=len)
    if not first or not second:
        return False
    if sorted(first) == sorted(second):
        return True
    if len(first) != len(second) or len(first) < 2:
        return False
    return first[-1] == second[-1] and all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0])
        for a, b in zip(first, second, strict=True)
    )


def _parts(name: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", name).casefold()
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    if flat.count(",") == 1:
        last, first = flat.split(",")
        flat = f"{first} {last}"
    return re.findall(r"\w+", flat)

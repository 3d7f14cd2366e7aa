"""One name in several spellings: "DOE, Jané" and "J. Doe"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Of Latin, Greek and Cyrillic letters; the vowel signs of India are letters, not accents.
_ACCENTS = re.compile("[\u0300-\u036f]")


def unique_names(names: Iterable[str]) -> list[str]:
    """Return names once each: case, accents, order and initials make no difference."""
    kept: list[str] = []
    spelled: set[tuple[str, ...]] = set()
    alike: dict[tuple[int, str], list[list[str]]] = {}
    for name in names:
        if not (parts := _parts(name)):
            kept.append(name)
            continue
        words = tuple(sorted(parts))
        others = alike.setdefault((len(parts), parts[-1]), [])
        if words not in spelled and not any(_have_same_initials(parts, each) for each in others):
            kept.append(name)
            spelled.add(words)
            others.append(parts)
    return kept


def is_same_name(one: str, other: str) -> bool:
    """Return whether two spellings name one person.

    >>> is_same_name("DOE, Jané", "J. Doe")
    True
    """
    return len(unique_names((one, other))) == 1


def _have_same_initials(one: list[str], other: list[str]) -> bool:
    """Return whether two names of as many words differ at most where one has an initial."""
    return len(one) > 1 and all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, other, strict=True)
    )


def _parts(name: str) -> list[str]:
    flat = _ACCENTS.sub("", unicodedata.normalize("NFKD", name).casefold())
    if flat.count(",") == 1:
        last, first = flat.split(",")
        flat = f"{first} {last}"
    return "".join(char if _is_of_word(char) else " " for char in flat).split()


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char == "_" or unicodedata.category(char).startswith("M")

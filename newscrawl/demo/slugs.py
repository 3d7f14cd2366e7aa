"""Slugs: a headline in the letters of an address."""

from __future__ import annotations

import re

CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі"
LATIN = (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya a g k n o u u h i"
)
UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}
SPELT = [letters.strip("-") for letters in LATIN.split()]
LETTERS = str.maketrans(dict(zip(CYRILLIC, SPELT, strict=True)) | UMLAUTS)


def slug_of(title: str, *, limit: int = 80) -> str:
    """Return the slug of a headline, cut hard at ``limit`` as the sites of 2019 did.

    >>> slug_of("В Таразе отремонтируют 12 улиц", limit=18)
    'v-taraze-otremonti'
    """
    words = re.findall(r"[a-z0-9]+", title.lower().translate(LETTERS))
    return "-".join(words)[:limit].rstrip("-")

"""Cities of a byline, from which its persons write: "Jane Doe - Oslo", "Oslo — Jane Doe"."""

from __future__ import annotations

import re

from newscrawl.extraction.bylines.conjunctions import CONJUNCTION
from newscrawl.extraction.bylines.desks import is_desk
from newscrawl.extraction.bylines.names import is_full_name, is_institution
from newscrawl.extraction.bylines.roles import AGENCIES, names_role

_LETTERS = 4  # from which on a word before a full stop is no abbreviation; chosen
# In Chinese, Japanese and Korean letters a whole name is one word.
_ONE_WORD_SCRIPTS = re.compile("[\u2e80-\u9fff\uac00-\ud7af]")
_SIGNS = re.compile(r"[.@_·\d]")


def drop_places(names: list[str], text: str) -> list[str]:
    """Return the names of a byline without a lone word behind a full name, or a dash before it.

    A word that is joined to a name is another's: "Jane Doe and Hester".

    >>> drop_places(["Jane Doe", "Oslo"], "Jane Doe / Oslo")
    ['Jane Doe']
    """
    first = next((i for i, name in enumerate(names) if " " in name and is_full_name(name)), None)
    if first is None:
        return names
    return [
        name
        for number, name in enumerate(names)
        if not _may_be_place(name) or not _stands_apart(name, text, is_first=number < first)
    ]


def _may_be_place(name: str) -> bool:
    is_lone = " " not in name and not _SIGNS.search(name) and not name[0].islower()
    is_other = name in AGENCIES or names_role(name) or is_desk(name) or is_institution(name)
    return is_lone and not is_other and not _ONE_WORD_SCRIPTS.search(name)


def _stands_apart(name: str, text: str, *, is_first: bool) -> bool:
    word = re.escape(name)
    if is_first:
        return re.search(rf"{word}\s*(?:\s[–—-]|:)\s", text) is not None
    joined = rf"(?:{CONJUNCTION}|\+)\s+{word}(?!\w)|{word}\s+(?:{CONJUNCTION}|\+)(?!\w)"
    return re.search(joined, text) is None


def cut_city(name: str) -> str:
    """Return a name without the city behind its full stop.

    >>> cut_city("Lucía Herrero. Madrid"), cut_city("Jane D. Doe"), cut_city("St. Doe")
    ('Lucía Herrero', 'Jane D. Doe', 'St. Doe')
    """
    person, _, city = name.rpartition(". ")
    is_city = city.isalpha() and not (city[0].islower() or names_role(city))
    return person if " " in person and is_city and person[-_LETTERS:].isalpha() else name

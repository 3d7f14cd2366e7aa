"""Authors whom a line names beside its date: "3 May 2025 | By Jane Doe in Books"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extraction.bylines.byline import ends_in_role, split_byline
from newscrawl.extraction.bylines.prefix import announces_author, has_prefix
from newscrawl.extraction.dates.around import pieces_beside_dates
from newscrawl.extraction.page.bars import unify_bars

_BARS = re.compile(r"\s[|–—/-]\s")
# Where a text is filed, or when: "By Jane Doe in Books", "By Jane DoePublished: 3 May 2025".
_FILED = re.compile(r"\s(?:in|In|IN)\b.*$|(?<=[a-z])(?:In|Published|Posted|Updated)\b.*$")


def bylines_beside_dates(line: str) -> Iterator[str]:
    """Yield what a line says of its author before or behind its date.

    >>> list(bylines_beside_dates("Politik | Von Anna Lehmann, 22. November 2011, 14:05 Uhr"))
    ['Von Anna Lehmann']
    """
    for piece in pieces_beside_dates(unify_bars(line)):
        parts = (_FILED.sub("", part) for part in _BARS.split(piece))
        yield from (part for part in parts if has_prefix(part) or ends_in_role(part))


def lone_name_beside_date(line: str) -> list[str]:
    """Return the one word that a line calls its author beside a date, [] without such a word.

    >>> lone_name_beside_date("By Hester | 3 May 2025"), lone_name_beside_date("By Hester")
    (['Hester'], [])
    """
    for part in filter(announces_author, bylines_beside_dates(line)):
        names = split_byline(part)
        if len(names) == 1 and names[0].isalnum() and names[0][0].isupper():
            return names
    return []

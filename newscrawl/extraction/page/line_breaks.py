"""Lines that single breaks part: which of them are paragraphs, or stand alone beside one."""

from __future__ import annotations

import re
from collections.abc import Callable

from newscrawl.extraction.page.letters import STOPS
from newscrawl.extraction.page.units import count_units

# Words from which on a line between others that stand alone is prose, and from which on two lines
# are a paragraph each; chosen.
_PROSE, _PARAGRAPH = 15, 20
_ENDED = re.compile(rf"[{STOPS}][\"'”’»)\]]*$")


def find_cuts(lines: list[str], stands_alone: Callable[[str], bool]) -> list[int]:
    """Return where blocks begin and end among lines: 0, their number, and places between.

    Lines before and behind prose that ``stands_alone`` is true of are blocks of their own ("By Jane
    Doe", "Photo: Jane Doe"), and so are paragraphs; other lines belong together.
    """
    first, end = _find_prose(lines, stands_alone)
    between = [at for at in range(first + 1, end) if _are_paragraphs(lines[at - 1], lines[at])]
    return [*range(first + 1), *between, *range(end, len(lines) + 1)]


def _find_prose(lines: list[str], stands_alone: Callable[[str], bool]) -> tuple[int, int]:
    """Return where the prose among lines begins and ends; all of them where there is none."""
    long = [at for at, line in enumerate(lines) if count_units(line) >= _PROSE]
    first, end = 0, len(lines)
    while long and first < long[-1] and (not lines[first] or stands_alone(lines[first])):
        first += 1
    while long and end > long[0] + 1 and (not lines[end - 1] or stands_alone(lines[end - 1])):
        end -= 1
    return (first, end) if any(first <= at < end for at in long) else (0, len(lines))


def _are_paragraphs(above: str, below: str) -> bool:
    """Return whether a line break parts two lines that are a paragraph each.

    So it is on 107 of 2,158 real pages: of the paragraphs annotated on 35 of these 2,231 are then
    found instead of 2,166, on two of them fewer.
    """
    is_ended = _ENDED.search(above) is not None
    return is_ended and min(count_units(above), count_units(below)) >= _PARAGRAPH

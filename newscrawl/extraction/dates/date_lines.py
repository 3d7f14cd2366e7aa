"""Lines that say nothing but a date: "Published: Monday, 3 March 2025, 10:14", "3 hours ago"."""

from __future__ import annotations

from datetime import UTC, datetime

from newscrawl.extraction.dates.clock import find_clock
from newscrawl.extraction.dates.lines import may_hold_date
from newscrawl.extraction.dates.parsing import TOKEN, fold_line, is_full_date, parse_date
from newscrawl.extraction.dates.relative import counts_from_now
from newscrawl.extraction.dates.words import is_date_word
from newscrawl.extraction.dates.zones import is_zone

# Characters; a line without spaces or digits is shorter.
_LONGEST, _SHORT = 100, 24
# Letters of "at", "de", "г": what may stand between the parts of a date in any language.
_LONGEST_FILLER = 2
# Any moment will do: whether "yesterday" is a date does not depend on it.
_NOW = datetime(2025, 1, 1, tzinfo=UTC)


def is_date_line(line: str) -> bool:
    """Return whether a line says nothing but a date, with a label, a weekday and a clock at most.

    A day without its year needs a clock, or to count from now.

    >>> is_date_line("Yesterday at 10:15"), is_date_line("Mis à jour le lundi 3 mars 2025 à 10h14")
    (True, True)
    >>> is_date_line("It snowed on 3 March 2025.")
    False
    """
    if len(line) > _LONGEST or not (len(line) <= _SHORT or may_hold_date(line)):
        return False
    folded = fold_line(line)
    words = [token for token in TOKEN.findall(folded) if not token[0].isdigit()]
    if not all(map(_is_part, words)):
        return False
    if is_full_date(line):
        return True
    is_near = counts_from_now(words) or find_clock(folded, line) is not None
    return is_near and parse_date(line, now=_NOW) is not None


def _is_part(word: str) -> bool:
    return len(word) <= _LONGEST_FILLER or is_date_word(word) or is_zone(word)

"""Dates printed in a line of the page: "By Ann Lee | 3 March 2025, 10:14 | Updated 4 March"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from newscrawl.extraction.dates.numerals import in_digits
from newscrawl.extraction.dates.words import LABELS, WEEKDAYS, fold, join_phrases
from newscrawl.extraction.page.letters import STOPS

Kind = Literal["published", "modified"]

# Characters. A line that prints a date for its own sake is shorter; the longest are of the first
# WordPress themes ("This entry was posted on ... You can leave a response ...").
LONGEST_LINE = 320
_PARTS = re.compile(r"\s[|•·▪●►–—]\s|[|•·▪●]|\s-\s|\n|[;()（）\[\]]|\s/\s")
# The end of a sentence with a date: what follows counts comments, or names a feed ("RSS 2.0").
# No day and no time of day does ("2025 r., godz. 10:14", "2025. márc. 3.").
_SENTENCE_END = re.compile(r"(\b(?:19|20)\d\d\b.*?[^\W\d]{3}[.!?]) (?!\d{1,2}[:.,])")
# From Jordan to Iraq months have two names, and both are printed: "24 نيسان / أبريل 2020".
_ARABIC = r"[\u0620-\u065f]+(?: [\u0620-\u065f]+)?"
_OTHER_NAME = re.compile(rf"(\d{{1,2}} {_ARABIC}) ?[/(] ?{_ARABIC} ?\)? ?(?=\d{{4}})")
# A sign between a day and its time of day parts one date and not two: "3 March 2025 | 10:14",
# "10:14 Uhr - 03.03.2025", "26 | 01 | 2022"; so do brackets: "2025/3/3(月) 10:14", "3 maja (8:07)".
_SIGN = r"\s*[|•·▪●►–—(（/-]\s*"
_CLOCK = r"\d{1,2}(?::\d\d){1,2}(?!\d)(?:\s?(?:[ap]\.?m\b\.?|uhr\b|h\b))?"
_DAY_AHEAD = (
    r"(?=(?:[^\W\d]{2,12}[.,]{0,2} )?"
    r"(?:\d{1,2}[./ -]|\d{4}[-./年년]|[^\W\d]{3,12}\.? \d))"
)
_ONE_DATE = re.compile(
    rf"(?:(?<=\d)|(?<=\d\.)|(?<=[日일])|(?<= г\.)|(?<= года)){_SIGN}(?P<clock>{_CLOCK})[)）]?"
    rf"|(?<=[^\W\d]{{3}})\s?[(（](?P<boxed>{_CLOCK})[)）]"
    rf"|(?<!\S)(?<![^\s|•·–—-] )(?P<early>{_CLOCK}){_SIGN}{_DAY_AHEAD}"
    rf"|(?<!\d)(?P<day>\d\d?)\s?\|\s?(?P<month>\d\d?)\s?\|\s?(?=(?:19|20)\d\d(?!\d))"
    rf"|(?<=[\d日일])\s?[(（][^\W\d]{{1,12}}\.?[)）](?=\s?\d{{1,2}}[:時시])"
    # The same time on a second clock: "10:14 GMT (18:14 HKT)".
    rf"|(?<=\d [A-Z]{{3}}) \({_CLOCK} [A-Z]{{2,4}}\)",
    re.IGNORECASE,
)
# So does one behind a weekday: "3 March 2025, Monday / 10:14".
_BEHIND_WEEKDAY = re.compile(rf"(?<= )([^\W\d][^\s\d|]{{1,15}}){_SIGN}(?={_CLOCK})", re.IGNORECASE)
# What all of these hold.
_MAY_PART = re.compile(r"[:|(（]")
_DIGIT = re.compile(r"\d")
# A date in the digits of Persian, and right behind it one in others: the same on another calendar.
_OTHER_DIGITS = re.compile("(?<=[\u06f0-\u06f9])(?=[0-9])")
# How dates end in some languages: "22 d.", "2011 г.", "2011. november 22.".
_ABBREVIATED = re.compile(r"\d [^\W\d]{1,2}\.$|(?<!\d)\d{1,2}\.$")
_WORD = re.compile(r"[^\s\d!-/;-@\[-\^`{-~·•–—…،。、（）「」|«»“”„]+:?")
# A sign that is no letter may be a vowel of Hindi or Thai.
_MAY_BE_DATE = re.compile(r"\d{1,2}\D{1,24}\d|\d\s?[^\W\d](?:[^\W\d]|[^\s!-~])|[^\W\d]{3,}\.? \d")


class Part(NamedTuple):
    """A piece of a line that may hold one date."""

    text: str
    kind: Kind | None
    """What its label says; None without a label."""


def may_hold_date(text: str) -> bool:
    """Return whether a line is short and has numbers as dates have; costs next to nothing."""
    if len(text) > LONGEST_LINE:
        return False
    if not _DIGIT.search(text):
        return "年" in text and in_digits(text) != text
    return _MAY_BE_DATE.search(text) is not None


def ends_sentence(text: str) -> bool:
    """Return whether a line ends like a sentence, and not like a date.

    >>> ends_sentence("It snowed on 22 November 2011."), ends_sentence("22 ноября 2011 г.")
    (True, False)
    """
    return text.endswith(tuple(STOPS)) and not _ABBREVIATED.search(text)


@lru_cache(maxsize=4096)  # several readers ask of each line of a page; a pure function of it
def split_line(text: str) -> tuple[Part, ...]:
    """Return the pieces of a printed line, each with what its label says of its date.

    >>> [part.kind for part in split_line("Published 3 March 2025 Updated 4 March 2025")]
    ['published', 'modified']
    """
    if not may_hold_date(text):
        return ()
    text = in_digits(text)
    parts: list[Part] = []
    kind: Kind | None = None
    line = text if text.isascii() else _OTHER_NAME.sub(r"\1 ", _OTHER_DIGITS.sub("\n", text))
    if _MAY_PART.search(line):
        line = _ONE_DATE.sub(_in_one, _BEHIND_WEEKDAY.sub(_without_sign, line))
    for piece in _PARTS.split(_SENTENCE_END.sub(r"\1\n", line)):
        for start, label in _split_at_labels(piece):
            kind = label or kind
            if _MAY_BE_DATE.search(start) or kind:
                parts.append(Part(start, kind))
            if _DIGIT.search(start):
                kind = None
    return tuple(parts)


def _in_one(match: re.Match[str]) -> str:
    clock, boxed, early, day, month = match.group("clock", "boxed", "early", "day", "month")
    return f"{day}.{month}." if day else f" {clock or boxed or early or ''} "


def _without_sign(match: re.Match[str]) -> str:
    return f"{match[1]} " if fold(match[1].rstrip(".,")) in WEEKDAYS else match[0]


def _split_at_labels(piece: str) -> list[tuple[str, Kind | None]]:
    """The piece cut before each label that follows a digit; a label at its end counts for it."""
    folded = join_phrases(fold(piece))
    found = [(match, _label_of(match[0])) for match in _WORD.finditer(folded)]
    labels = [(match, number) for match, number in found if number]
    if not labels:
        return [(piece, None)]
    names: tuple[Kind, Kind] = ("modified", "published")
    cuts = [0]
    kinds: list[Kind | None] = [names[labels[0][1] - 1]]
    for match, number in labels[1:]:
        if _DIGIT.search(folded, cuts[-1], match.start()):
            cuts.append(match.start())
            kinds.append(names[number - 1])
    line = piece if len(piece) == len(folded) else folded
    if len(cuts) == 1:
        start = labels[0][0].start()
        behind = _MAY_BE_DATE.search(folded, labels[-1][0].end())
        if behind and _DIGIT.search(folded, 0, start):
            return [(line[:start], None), (line[start:], kinds[0])]
        changed = any(number == 1 for _, number in labels)
        return [(piece, "modified" if changed else "published")]
    ends = [*cuts[1:], len(folded)]
    return [(line[a:b], kind) for a, b, kind in zip(cuts, ends, kinds, strict=True)]


@lru_cache(maxsize=8192)
def _label_of(word: str) -> int | None:
    return LABELS.find(word) or LABELS.find(word.rstrip(":"))

"""Words of dates in some seventy languages: months, days, units, "ago"."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Any

from newscrawl.extraction.page.word_tables import read_table

# Accents of Latin, Greek and Cyrillic; hamza, madda and vowel marks of Arabic.
_MARKS = re.compile("[\u0300-\u036f\u064b-\u0655\u200b-\u200f\u2060\u00ad]+")
# Thai abbreviations: the dots in "พ.ค." hold its letters together.
_THAI_DOT = re.compile(r"(?<=[\u0e00-\u0e7f])\.")
_LONGEST_ENDING = 6
# Letters of a word by which most others are told from it at once; no stem is shorter.
_START = 3


def fold(text: str) -> str:
    """Return the text in the form in which words are compared: no case, accents, odd digits.

    >>> fold("20 Févr. ٢٠٢٦")
    '20 fevr. 2026'
    """
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFD", text.casefold())
    folded = unicodedata.normalize("NFKC", _MARKS.sub("", decomposed)).replace("ı", "i")
    folded = " ".join(_THAI_DOT.sub("", folded).split())
    return "".join([_ascii_digit(char) for char in folded]) if _ODD_DIGIT.search(folded) else folded


@lru_cache(maxsize=8192)
def month_of(word: str, language: str | None = None) -> int | None:
    """Return 1 to 12 when a folded word names a month, in ``language`` first."""
    if language in _LANGUAGES:
        month = _LANGUAGES[language].find(word)
        if month:
            return month
    return None if word in _WEEKDAYS else _ANY_LANGUAGE.find(word)


def solar_month_of(word: str) -> int | None:
    """Return 1 to 12 when a folded word names a month of the Persian calendar."""
    return _SOLAR.find(word)


def solar_day_of(word: str) -> int | None:
    """Return 1 to 31 when a folded word spells a day of a Persian month."""
    return _SOLAR_DAYS.find(word)


def unit_of(word: str) -> str | None:
    """Return "second", "minute", "hour", "day" or "week" when a folded word names one."""
    number = _UNITS.find(word)
    return _UNIT_NAMES[number - 1] if number else None


@lru_cache(maxsize=8192)
def is_date_word(word: str) -> bool:
    """Return whether a folded word is part of a date in some language, or a label of one."""
    if word in _LONE_WORDS or (word[-1] in "前전" and _UNITS.find(word[:-1])):
        return True
    find = (_ANY_LANGUAGE.find, _SOLAR.find, _UNITS.find, LABELS.find)
    return any(number(word) or number(f"{word}:") for number in find)


def join_phrases(folded: str) -> str:
    """Return the text with date words of several parts held together by "_".

    >>> join_phrases("il y a 2 heures"), join_phrases("aujourd'hui")
    ('il_y_a 2 heures', 'aujourd_hui')
    """
    return _PHRASES.sub(lambda match: match[0].translate(_JOINTS), folded)


class Words:
    """Numbers by word: whole words, and stems that endings may follow."""

    def __init__(self) -> None:
        self._whole: dict[str, int] = {}
        self._stems: dict[str, int] = {}
        self._starts: set[str] = set()

    def add(self, words: str, number: int) -> None:
        """Give all these words a number, unless they have one."""
        for word in words.split():
            table = self._stems if word.endswith("*") else self._whole
            folded = fold(word.rstrip("*"))
            table.setdefault(folded, number)
            self._starts.add(folded[:_START])

    def find(self, word: str) -> int | None:
        """Return the number of a folded word."""
        if word[:_START] not in self._starts:
            return None
        number = self._whole.get(word)
        if number is not None:
            return number
        for cut in range(len(word), max(2, len(word) - _LONGEST_ENDING - 1), -1):
            number = self._stems.get(word[:cut])
            if number is not None:
                return number
        return None


def _read_words(rows: list[str]) -> Words:
    words = Words()
    for number, row in enumerate(rows, 1):
        words.add(row, number)
    return words


def _read_any_language(months: dict[str, str]) -> Words:
    words = Words()
    for row in months.values():
        for number, names in enumerate(row.split("|"), 1):
            words.add(names, number)
    return words


def _ascii_digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def _all_phrases(table: dict[str, Any]) -> re.Pattern[str]:
    text = " ".join(row.replace("|", " ") for part in table.values() for row in part.values())
    phrases = {fold(word.replace("_", " ")) for word in text.split() if "_" in word}
    ordered = sorted(phrases, key=len, reverse=True)
    spelled = (re.escape(phrase).replace(r"\ ", "[ '’]") for phrase in ordered)
    return re.compile("(?<![a-z])(?:" + "|".join(spelled) + ")(?![a-z])")


_ODD_DIGIT = re.compile(r"(?![0-9])\d")
_JOINTS = str.maketrans(dict.fromkeys(" '’", "_"))
_TABLE: dict[str, Any] = read_table("date_words")
_LANGUAGES = {code: _read_words(row.split("|")) for code, row in _TABLE["months"].items()}
_WEEKDAYS = frozenset(map(fold, _TABLE["weekdays"]["like_months"].split()))
_ANY_LANGUAGE = _read_any_language(_TABLE["months"])
_SOLAR = _read_words(_TABLE["solar_months"]["fa"].split("|"))
_SOLAR_DAYS = _read_words(_TABLE["solar_days"]["fa"].split("|"))
_UNIT_NAMES = tuple(_TABLE["units"])
_UNITS = _read_words(list(_TABLE["units"].values()))
_PHRASES = _all_phrases(_TABLE)

DAYS_BACK = {fold(word): int(days) for days, row in _TABLE["days"].items() for word in row.split()}
"""0 for "today", 1 for "yesterday", 2 for the day before, by folded word."""
AGO = frozenset(fold(word) for word in _TABLE["ago"]["words"].split())
"""Folded words that count back from now."""
NOW = frozenset(fold(word) for word in _TABLE["now"]["words"].split())
"""Folded words for the present moment."""
LABELS = _read_words([_TABLE["labels"]["modified"], _TABLE["labels"]["published"]])
"""1 for words that announce a date of change, 2 for one of publication."""
HALVES = {fold(word): half for half, row in _TABLE["halves"].items() for word in row.split()}
"""The part of the day, "before_noon", "after_noon", "noon" or "night", by folded word."""
HALVES_IN = {
    language: {
        fold(word): half
        for half, row in _TABLE[f"halves_{language}"].items()
        for word in row.split()
    }
    for language in ("sq", "vi")
}
"""The same by language, for words that mean something else in another."""
TWELVE_HOURS = frozenset(_TABLE["twelve_hours"]["languages"].split())
"""Languages that count the hours twice and say which half they mean by a word."""
WEEKDAYS = frozenset(map(fold, _TABLE["weekdays"]["names"].split()))
"""Folded names of the days of the week, long and short."""
_LONE_WORDS = frozenset(
    (
        *AGO,
        *NOW,
        *DAYS_BACK,
        *WEEKDAYS,
        *HALVES,
        *map(fold, _TABLE["fillers"]["words"].split()),
    )
)

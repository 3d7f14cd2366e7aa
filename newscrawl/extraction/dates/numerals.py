"""Dates in other numerals than ours: "22.XI.2011", "二〇一一年十一月二十二日"."""

from __future__ import annotations

import re

_HAN_DIGITS = {
    **{digit: value for value, digit in enumerate("〇一二三四五六七八九")},
    "零": 0,
    "○": 0,
}
_HAN = "".join(_HAN_DIGITS)
_HAN_DATE = re.compile(
    rf"(?P<year>[{_HAN}]{{4}})年(?P<month>[{_HAN}十]{{1,3}})月(?P<day>[{_HAN}十]{{1,3}})[日号號]"
)
_MONTHS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# With dots, or of two letters and more between a day and a year: "22 XI 2011 r.".
_ROMAN_DATE = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})(?:\.\s?(?P<dotted>[ivx]{1,4})\.\s?|\s(?P<bare>[ivx]{2,4})\s)"
    r"(?P<year>\d{4})(?!\d)"
)


# A day of the Islamic calendar, with its sign; one of ours stands beside it: "1446/02/22 هـ".
_HIJRI_SIGN = "ه"
_HIJRI = re.compile(
    r"(?:\d{1,4}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?|\d{1,2} [^\d\s]+(?: [^\d\s]+)? )"
    rf"\d{{1,4}}\s?{_HIJRI_SIGN}ـ?(?!\w)"
)


def in_digits(folded: str) -> str:
    """Return a folded line with Roman months and Chinese numerals of dates as digits.

    Days of the Islamic calendar, which have a sign, go.

    >>> in_digits("22.xi.2011"), in_digits("二〇一一年十一月二十二日")
    ('22.11.2011', '2011年11月22日')
    """
    line = _ROMAN_DATE.sub(_of_roman, folded)
    if line.isascii():
        return line
    line = _HIJRI.sub(" ", line) if _HIJRI_SIGN in line else line
    return _HAN_DATE.sub(_of_han, line)


def _of_roman(match: re.Match[str]) -> str:
    day, year = match.group("day", "year")
    month = match["dotted"] or match["bare"]
    return f"{day}.{_MONTHS.index(month) + 1}.{year}" if month in _MONTHS else match[0]


def _of_han(match: re.Match[str]) -> str:
    year = "".join(str(_HAN_DIGITS[digit]) for digit in match["year"])
    return f"{year}年{_count(match['month'])}月{_count(match['day'])}日"


def _count(numeral: str) -> int:
    """Return a number below 100: 十一 is 11, 二十二 is 22."""
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return int("".join(str(_HAN_DIGITS[digit]) for digit in numeral))
    return 10 * _HAN_DIGITS.get(tens, 1) + _HAN_DIGITS.get(ones, 0)

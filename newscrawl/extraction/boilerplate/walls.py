"""What stands before a text until readers pay, sign in or consent: the words of walls."""

from __future__ import annotations

import re

from newscrawl.extraction.page.letters import FIRST_UNSPACED
from newscrawl.extraction.page.word_tables import read_table

# Each character 47 places on among the 94 of ASCII that are printed; what o, i, n and l become, and
# the least share of these among the characters: two lines of 1,519 annotated pages have as many and
# are none, figures. Least share of small letters behind it, and the fewest characters, for
# "13:30" is as likely; all chosen.
_ROT47 = {33 + place: 33 + (place + 47) % 94 for place in range(94)}
_SCRAMBLED_SIGNS, _SCRAMBLED_SHARE, _LETTERS_SHARE = "@:?=", 0.14, 0.6
_SHORTEST_SCRAMBLED = 20
# "<p>", scrambled with the paragraph that it begins.
_SCRAMBLED_TAG = "kAm"
# Words about consent in a request for it; a short page's footer has two or three.
LEAST_CONSENT = 4
# Their share of a request's words: two of 2,158 real pages have such a one above the headline, and
# it is none of their text.
CONSENT_SHARE = 0.1
# Share of words about subscriptions and their terms from which on a text offers them: where the
# page is stated to be paid for, and where nothing is stated; and the fewest such words. Of 151 real
# and made pages stated so the first article has 0.017, of six walls five have 0.071 to 0.15; of
# 3,533 others none has more than 0.072.
OFFER_SHARE, UNSTATED_OFFER_SHARE = 0.06, 0.1
LEAST_OFFER, LEAST_UNSTATED_OFFER = 4, 8


def asks_to_pay(line: str) -> bool:
    """Return whether a line speaks of reading on and of subscribing, registering or signing in.

    >>> asks_to_pay("Become a member to read this story"), asks_to_pay("Become a member today")
    (True, False)
    """
    return _READING.search(line) is not None and _PAYING.search(line) is not None


def asks_for_consent(text: str) -> bool:
    """Return whether a text is about cookies, partners and personal data more than anything."""
    return consent_share(text) >= CONSENT_SHARE


def is_scrambled(text: str) -> bool:
    """Return whether a text is a paragraph that only subscribers' browsers decode (ROT47).

    Papers whose system is BLOX serve such.

    >>> is_scrambled("kAm%96 D49@@= 3@2C5 >6E @? %F6D52J"), is_scrambled("4: 4% 8: 5% 5: 11% 2")
    (True, False)
    """
    if len(text) < _SHORTEST_SCRAMBLED:
        return False
    if text.startswith(_SCRAMBLED_TAG):
        return True
    if sum(map(text.count, _SCRAMBLED_SIGNS)) < _SCRAMBLED_SHARE * len(text):
        return False
    return sum(map(str.islower, text.translate(_ROT47))) >= _LETTERS_SHARE * len(text)


def consent_share(text: str) -> float:
    """Return the share of words about consent, 0 to 1; 0 for a text with a few of them."""
    return _share(text, _CONSENT, LEAST_CONSENT)


def offers_subscriptions(text: str, *, is_stated: bool) -> bool:
    """Return whether a text is about subscriptions and their terms more than anything.

    ``is_stated``: whether the page says that its article is paid for.
    """
    text = text.replace("’", " ").replace("'", " ")  # "l'abonnement"
    if is_stated:
        return _share(text, _OFFER, LEAST_OFFER) >= OFFER_SHARE
    return _share(text, _OFFER, LEAST_UNSTATED_OFFER) >= UNSTATED_OFFER_SHARE


def _share(text: str, starts: tuple[str, ...], least: int) -> float:
    """Return the share of words that begin so, 0 if there are fewer than ``least``."""
    words = text.lower().split()
    found = sum(word.lstrip("(«„“").startswith(starts) for word in words)
    return found / len(words) if found >= least else 0.0


def _any_word(words: dict[str, list[str]]) -> re.Pattern[str]:
    """Return what finds the beginnings of words, or whole ones; of unspaced scripts anywhere."""
    starts = sorted({word for row in words.values() for word in row}, key=len, reverse=True)
    spaced = "|".join(_to_pattern(start) for start in starts if start[0] < FIRST_UNSPACED)
    unspaced = "|".join(re.escape(start) for start in starts if start[0] >= FIRST_UNSPACED)
    return re.compile(rf"\b(?:{spaced})|{unspaced}", re.IGNORECASE)


def _to_pattern(start: str) -> str:
    return re.escape(start.rstrip()) + (r"\b" if start.endswith(" ") else "")


_WORDS = read_table("wall_words")
_READING, _PAYING = _any_word(_WORDS["reading"]), _any_word(_WORDS["paying"])
_CONSENT = tuple(_WORDS["consent"]["starts"].split())
_OFFER = tuple(_WORDS["offer"]["starts"].split())

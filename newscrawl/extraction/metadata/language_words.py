"""A guess at a text's language by its script, its letters and its small words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import Any, NamedTuple

from newscrawl.extraction.page.word_tables import read_table

# Marks that stand on letters (vowel signs of Indian scripts) are part of the word.
_WORD = re.compile(r"[^\s\d!-&(-,./:-@\[-`{-~…«»“”„।،؟؛·–—]+")
# Uzbek has letters that look like it, with characters of their own.
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʻʼ", "'"))
# Small words, each counted by how few languages share it. Below this the text says too little.
_LEAST = 1.5
# Score of the best over that of the next: 1.3 is right 99 times in 100 on the tuned pages.
_SURE, _CERTAIN = 1.3, 2.0
_LEAST_SURE = 4.0
# One letter that few languages have counts as much as this part of a small word.
_LETTER_WEIGHT = 0.7
# Share of the letters. A Japanese text may be nine tenths Chinese characters, a Korean one less.
_LEAST_KANA = 0.03
# Share of the letters from which on another script than the Latin one is the text's own: names and
# code are written in Latin everywhere. No tuned page has so many letters that it merely quotes.
_LEAST_OWN = 0.2


class Guess(NamedTuple):
    """A language and how sure it is."""

    language: str
    is_sure: bool
    """Enough to overrule the page's markup."""
    is_certain: bool
    """Enough to tell it from its closest relatives."""


def guess_language(text: str) -> Guess | None:
    """Return the language of some lines of text, None if they say too little."""
    letters = Counter(filter(str.isalpha, text.lower()))
    scripts = _count_scripts(letters)
    if not scripts:
        return None
    script, count = _main_script(scripts)
    if scripts["ja"] > _LEAST_KANA * scripts.total() and script in ("zh", "ja"):
        return Guess("ja", is_sure=True, is_certain=True)
    if script not in _MIXED_SCRIPTS:
        # Languages that share a script of their own are all one to us: Bengali and Assamese.
        return Guess(script, is_sure=count >= 10, is_certain=False)
    return _guess_by_words(text, letters, script)


def share_script(one: str, other: str) -> bool:
    """Return whether texts of two languages may be in one script; those unknown may be in any.

    >>> share_script("tr", "ru"), share_script("tr", "az"), share_script("tr", "ilo")
    (False, True, True)
    """
    scripts, others = _scripts_of(one), _scripts_of(other)
    return not scripts or not others or not scripts.isdisjoint(others)


def _scripts_of(language: str) -> set[str]:
    if language in ("ja", "zh"):
        return {"zh"}
    mixed = {script for script, languages in _MIXED_SCRIPTS.items() if language in languages}
    return mixed | {language}.intersection(name for _, _, name in _RANGES)


def _main_script(scripts: Counter[str]) -> tuple[str, int]:
    (first, count), *others = scripts.most_common(2)
    if first == "latin" and scripts.total() - count >= _LEAST_OWN * scripts.total():
        return others[0]
    return first, count


def _count_scripts(letters: Counter[str]) -> Counter[str]:
    scripts: Counter[str] = Counter()
    for letter, count in letters.items():
        script = _script_of(letter)
        if script:
            # A Chinese character holds as much as a short word.
            scripts[script] += 2 * count if script == "zh" else count
    return scripts


@lru_cache(maxsize=20_000)
def _script_of(letter: str) -> str | None:
    point = ord(letter)
    return next((name for first, last, name in _RANGES if first <= point <= last), None)


def _guess_by_words(text: str, letters: Counter[str], script: str) -> Guess | None:
    scores: defaultdict[str, float] = defaultdict(float)
    for word in _WORD.findall(text.lower().translate(_APOSTROPHES)):
        for language, weight in _WORDS.get(word, ()):
            scores[language] += weight
    _weigh_letters(letters, script, scores)
    return _weigh(scores, script)


def _weigh_letters(letters: Counter[str], script: str, scores: dict[str, float]) -> None:
    """Add what letters say for the languages that have them, and against those that lack them."""
    for letter, languages in _LETTERS[script].items():
        count = letters[letter]
        if not count:
            continue
        for language in languages:
            scores[language] += _LETTER_WEIGHT * count / len(languages)
        if script != "latin":
            for language in _MIXED_SCRIPTS[script].difference(languages):
                scores[language] -= _LETTER_WEIGHT * count


def _weigh(scores: dict[str, float], script: str) -> Guess | None:
    allowed = _MIXED_SCRIPTS[script]
    ranked = sorted((scores[language], language) for language in allowed if language in scores)
    if not ranked or ranked[-1][0] < _LEAST:
        return None
    score, best = ranked[-1]
    ratio = score / max(ranked[-2][0], 0.1) if len(ranked) > 1 else _CERTAIN
    enough = score >= _LEAST_SURE
    return Guess(best, is_sure=enough and ratio >= _SURE, is_certain=enough and ratio >= _CERTAIN)


def _read_ranges(scripts: dict[str, str]) -> list[tuple[int, int, str]]:
    return [
        (int(first, 16), int(last, 16), name)
        for name, row in scripts.items()
        for first, _, last in (part.partition("-") for part in row.split())
    ]


def _read_words(words: dict[str, str]) -> dict[str, list[tuple[str, float]]]:
    """Languages by word; one that four languages share counts a quarter for each."""
    owners: dict[str, set[str]] = {}
    for language, row in words.items():
        for word in row.split():
            owners.setdefault(word.lower(), set()).add(language)
    return {
        word: [(language, 1.0 / len(languages)) for language in sorted(languages)]
        for word, languages in owners.items()
    }


def _languages_of(script: str) -> frozenset[str]:
    """The languages whose small words are written in this script."""
    return frozenset(
        language
        for language, row in _TABLE["words"].items()
        if any(_script_of(char) == script for char in row)
    )


def _read_letters(script: str) -> dict[str, list[str]]:
    owners: dict[str, list[str]] = {}
    for language, row in _TABLE["letters"].items():
        for letter in row:
            if _script_of(letter) == script:
                owners.setdefault(letter, []).append(language)
    return owners


_TABLE: dict[str, Any] = read_table("languages")
_RANGES = _read_ranges(_TABLE["scripts"])
_MIXED_SCRIPTS = {
    script: _languages_of(script) for script in ("latin", "cyrillic", "arabic", "devanagari")
}
_LETTERS = {script: _read_letters(script) for script in _MIXED_SCRIPTS}
_WORDS = _read_words(_TABLE["words"])

"""The syntax of phrase tables: from ``Share [this] (article|story) on *`` to what matches it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

WILDCARDS = {
    # Bounds in characters: the name of a site or channel; a linked headline or credit; a person.
    "*": r"(?:[^.!?;:]|\.(?=\w)){1,40}?",
    "**": r".{1,160}",
    "{name}": r"([^!?;:]{2,70})",
}
_TOKEN = re.compile(r"\*\*|\*|\{name\}|[\[\](|)]|[^*{\[\](|)]+")
# Of a phrase: optional words in front and the first that is there in any case, none inside another.
_TEXT = r"[^\[\](|)]+"
_TEXTS = rf"{_TEXT}(?:\|{_TEXT})*"
_FIRST = re.compile(rf"(?:\[{_TEXTS}\] *)*(?:\({_TEXTS}\)|(?! ){_TEXT}\(?)")
_LETTER = r"[^\W\d_]"
_LETTERS = rf"{_LETTER}(?:{_LETTER}| (?={_LETTER})){{,3}}{_LETTER}"
# Of each text, none if it begins otherwise. The second may be a vowel sign, no letter: "মা".
_STARTS = re.compile(
    rf"(?:^|[\[\](|)]) *(?=[^ \[\](|)])"
    rf"({_LETTERS}|[^\W_][^\s_\[\](|)*{{.:!?-]|(?:[^\W_]|#) (?=[^\W_]|\()|)"
)
_CLOSING = {"[": "]", "(": ")"}
_MARKS = ":.!?"
_UNKNOWN = "\0"


class Choice(NamedTuple):
    """A part of a phrase that differs: ``(this|that)``, or ``[this]``, which may be missing."""

    alternatives: list[list[Part]]
    optional: bool


_COLON = Choice([[":"]], optional=True)
Part = str | Choice
"""A text, a wildcard, or a choice."""


def parse_phrase(phrase: str) -> list[Part]:
    """Return the parts of a phrase; ``ValueError`` for brackets that do not match.

    Each word carries the space before it, so that a missing word leaves no space behind.

    >>> parse_phrase("Read [it]")
    [' Read', Choice(alternatives=[[' it']], optional=True)]
    """
    alternatives = list(_parse_alternatives(iter(_TOKEN.findall(phrase)), "", " "))
    if len(alternatives) != 1:
        raise ValueError(f"a bar outside brackets: {phrase!r}")
    return alternatives[0]


def _parse_alternatives(tokens: Iterator[str], end: str, space: str) -> Iterator[list[Part]]:
    parts: list[Part] = []
    pending = space
    for token in tokens:
        if token in _CLOSING:
            inner = list(_parse_alternatives(tokens, _CLOSING[token], pending))
            parts.append(Choice(inner, optional=token.startswith("[")))
            pending = ""
        elif token in ("|", end):
            yield _settle_spaces(parts)
            parts, pending = [], space
            if token == end:
                return
        elif token in ("]", ")"):
            raise ValueError(f"stray bracket {token!r}")
        elif token in WILDCARDS:
            parts += [pending, token] if pending else [token]
            pending = ""
        else:
            text = pending * (token[0] not in _MARKS) + token.lstrip() if pending else token
            pending = " " if text.endswith(" ") else ""
            parts += [text.rstrip()] if text.strip() else []
    if end:
        raise ValueError(f"bracket {end!r} is missing")
    yield _settle_spaces(parts)


def _settle_spaces(parts: list[Part]) -> list[Part]:
    if len(parts) == 1:  # most are a word in brackets
        return parts
    return _carry_spaces(_close_colons(parts))


def _close_colons(parts: list[Part]) -> list[Part]:
    """No space follows a colon, be what stands between optional or not: ``Time: [about] #``.

    A colon that is optional itself leaves a space where it is missing: ``Time[:] #``.
    """
    for at, (choice, after) in enumerate(pairwise(parts)):
        if isinstance(choice, Choice) and choice == _COLON and isinstance(after, str):
            parts[at : at + 2] = Choice([[":"], [" "]], optional=False), _without_space(after)
    for at, (before, choice) in enumerate(pairwise(parts[:-1])):
        is_colon = isinstance(before, str) and before.endswith(":")
        if is_colon and isinstance(choice, Choice) and choice.optional:
            for alternative in choice.alternatives:
                alternative.append(" ")
            parts[at + 2] = _without_space(parts[at + 2])
    return parts


def _without_space(part: Part) -> Part:
    if isinstance(part, str):
        return part.removeprefix(" ")
    inner = [[_without_space(each[0]), *each[1:]] for each in part.alternatives if each]
    return Choice(inner, part.optional)


def _carry_spaces(parts: list[Part]) -> list[Part]:
    """A word written to one that may be missing begins with its space then: ``[your]browser``."""
    for at, (choice, after) in enumerate(pairwise(parts)):
        if isinstance(choice, Choice) and _may_leave_a_space(choice) and _is_word(after):
            parts[at] = Choice([*choice.alternatives, [" "]], optional=False)
    return parts


def _may_leave_a_space(choice: Choice) -> bool:
    firsts = [alternative[0] for alternative in choice.alternatives if alternative]
    return choice.optional and all(isinstance(each, str) and each[0] == " " for each in firsts)


def _is_word(part: Part) -> bool:
    if isinstance(part, Choice):
        return not part.optional and all(_is_word(each[0]) for each in part.alternatives if each)
    return part not in WILDCARDS and part[:1].isalnum()


def has_wildcard(parts: Iterable[Part]) -> bool:
    """Return whether a phrase stands for more than a list of spellings."""
    return any(
        part in WILDCARDS if isinstance(part, str) else any(map(has_wildcard, part.alternatives))
        for part in parts
    )


def count_spellings(parts: Iterable[Part]) -> int:
    """Return in how many ways a phrase can be spelled."""
    count = 1
    for part in parts:
        if isinstance(part, Choice):
            count *= sum(map(count_spellings, part.alternatives)) + part.optional
    return count


def spell(parts: Iterable[Part]) -> list[str]:
    """Return all spellings of a phrase.

    >>> spell(parse_phrase("Read [it] (now|later)"))
    [' Read it now', ' Read it later', ' Read now', ' Read later']
    """
    spellings = [""]
    for part in parts:
        spellings = [text + piece for text in spellings for piece in _spell_part(part)]
    return spellings


def _spell_part(part: Part) -> list[str]:
    if isinstance(part, str):
        return [part]
    pieces = [piece for alternative in part.alternatives for piece in spell(alternative)]
    return [*pieces, ""] if part.optional else pieces


def to_regex(parts: Iterable[Part]) -> str:
    """Return the regular expression of a phrase."""
    return "".join(_part_regex(part) for part in parts)


def _part_regex(part: Part) -> str:
    if isinstance(part, str):
        return WILDCARDS.get(part) or re.escape(part)
    inner = "|".join(map(to_regex, part.alternatives))
    return f"(?:{inner})" + "?" * part.optional


def read_needs(parts: Iterable[Part]) -> list[list[str]]:
    """Return lists of texts; all that a phrase matches has a text of each, the rarest first.

    >>> read_needs(parse_phrase("(Read|Watch) * [again] on our site"))
    [[' on our site'], [' Read', ' Watch']]
    """
    needs = []
    for part in parts:
        if isinstance(part, str):
            needs.append([_longest_text([part])])
        elif not part.optional:
            needs.append([_longest_text(alternative) for alternative in part.alternatives])
    needs = [texts for texts in needs if all(text.strip() for text in texts)]
    return sorted(needs, key=lambda texts: (len(texts), -len(texts[0])))


def _longest_text(parts: Iterable[Part]) -> str:
    texts = (part for part in parts if isinstance(part, str) and part not in WILDCARDS)
    return max(texts, key=len, default="")


def read_starts(phrase: str) -> set[str]:
    """Return the first two to five characters of all that it matches, empty if a look tells not.

    >>> sorted(read_starts("[please|kindly] (share|send) *"))
    ['kindl', 'pleas', 'send', 'share']
    >>> read_starts("(a|the) [(new|old)] article")
    set()
    """
    match = _FIRST.match(phrase)
    starts = set(_STARTS.findall(match[0])) if match else set()
    return set() if "" in starts else starts


def read_edges(parts: list[Part], lengths: Sequence[int], *, end: bool = False) -> set[str] | None:
    """Return the first (last) characters of all that a phrase matches, None if they may be any.

    Each edge has the greatest of the lengths, in descending order, that is known of it.

    >>> sorted(read_edges(parse_phrase("[Please] share *"), (6, 3)))
    [' Pleas', ' share']
    """
    edges = set()
    for text in _edges(parts, lengths[0], end=end):
        known = text.rpartition(_UNKNOWN)[2] if end else text.partition(_UNKNOWN)[0]
        length = next((length for length in lengths if length <= len(known)), 0)
        if not length:
            return None
        edges.add(known[-length:] if end else known[:length])
    return edges


def _edges(parts: list[Part], length: int, *, end: bool) -> set[str]:
    found = {""}
    for part in reversed(parts) if end else parts:
        pieces = _part_edges(part, length, end=end)
        found = {
            text
            if len(text) >= length
            else ((piece + text)[-length:] if end else (text + piece)[:length])
            for text in found
            for piece in pieces
        }
    return found


def _part_edges(part: Part, length: int, *, end: bool) -> set[str]:
    if isinstance(part, str):
        return {_UNKNOWN * length if part in WILDCARDS else part}
    pieces = {piece for each in part.alternatives for piece in _edges(each, length, end=end)}
    return pieces | {""} if part.optional else pieces

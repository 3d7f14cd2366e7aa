"""Words that join the names of a byline: "Jane Doe and Max Muster", "Ana Lemos y Luis Gil"."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Of two letters and more: small or all in capitals, since "Con", "Mit" and "Va" are names, too.
_WORDS = (
    "and|und|sowie|et|och|og|en|ja|és|și|si|και|та|және|менен|жана|va|ва|ve|və|ile|oraz|ir|un|eta|dhe"
    "|agus|һәм|болон|და|և|եւ|اور|और|एवं|आणि|तथा|এবং|மற்றும்|మరియు|અને|ഒപ്പം|සහ|และ|và|dan|iyo|እና|និង|ແລະ"
    "|နှင့်|con|com|with|mit|avec|及|和|与|與|と"
)
_LONG = f"{_WORDS}|{_WORDS.upper()}"
# Of one letter, small only: "John A Smith" is one person.
_SHORT = "y|e|i|u|o|a|и|й|і|و|ও|र"
CONJUNCTION = f"(?-i:{_LONG}|{_SHORT}|&)"
"""Pattern of a word between two names."""

_BY_LONG = re.compile(rf"\s+(?:{_LONG})\s+")
_BY_SHORT = re.compile(rf"\s+(?:{_SHORT})\s+")
_BY_CAPITALS = re.compile(rf"\s+(?:{_SHORT.upper()})\s+")
# "Ludwig von und zu Berg".
_PARTICLE = re.compile(r"(?:zum?|zur|auf)\s")


def split_at_conjunctions(text: str) -> Iterator[str]:
    """Yield the names that words join; surnames stay whole.

    >>> list(split_at_conjunctions("Jane Doe and José Ortega y Gasset"))
    ['Jane Doe', 'José Ortega y Gasset']
    """
    start = 0
    for match in _BY_LONG.finditer(text):
        if not _PARTICLE.match(text, match.end()):
            yield from _split_at_short(text[start : match.start()])
            start = match.end()
    yield from _split_at_short(text[start:])


def _split_at_short(text: str) -> list[str]:
    """Return two persons apart: each has two words and more, or none has; agencies have one.

    Of capitals alone an initial may be one letter between two words.
    """
    if text.isupper():
        names = _BY_CAPITALS.split(text)
        return names if all(" " in name for name in names) else [text]
    names = _BY_SHORT.split(text)
    have_two = {" " in name or name.isupper() for name in names}
    return names if len(have_two) == 1 else [text]

"""The stock of sentences of each language, and a writer that draws from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from random import Random

_SLOT = re.compile(r"\{([^{}]*)\}")
_NUMBER = re.compile(r"(?:(\w+)=)?(\d+)-(\d+)(?: (.+))?")


@dataclass(frozen=True)
class Topic:
    """What a kind of news is written from: lines by kind, and where a site files it."""

    slug: str
    section: str
    tags: tuple[str, ...]
    lines: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Stock:
    """A language's tables by name ("town", "quote") and its topics."""

    tables: Mapping[str, list[str]] = field(default_factory=dict)
    topics: tuple[Topic, ...] = ()


@cache
def load_stock(language: str) -> Stock:
    """Return the stock of ``texts/<language>.txt``."""
    tables: dict[str, list[str]] = {}
    topics: list[Topic] = []
    lines: list[str] = []
    for line in read_text(f"{language}.txt").splitlines():
        if line.startswith("[topic "):
            topics.append(_topic(line))
        elif line.startswith("["):
            lines = tables.setdefault(line.strip("[]"), [])
        elif not line or line.startswith("#"):
            continue
        elif topics:
            kind, _, text = line.partition(": ")
            topics[-1].lines.setdefault(kind, []).append(text)
        else:
            lines.append(line)
    return Stock(tables, tuple(topics))


@cache
def read_text(name: str) -> str:
    """Return a data file of ``texts/``."""
    return (files(__package__) / "texts" / name).read_text(encoding="utf-8")


class Writer:
    """Fills the slots of lines; a name once bound ("town", "person2") stays the same.

    A slot is ``{this|or that}``; a number ``{10-90}``, perhaps with what it counts in the forms
    that the language has, ``{1-9 week/weeks}``, perhaps named to come again, ``{n=10-90}``; or a
    bound name with the index of one of its forms, ``{town.2}``. Slots nest, the innermost is
    filled first.
    """

    def __init__(self, tables: Mapping[str, list[str]], random: Random) -> None:
        self.tables = tables
        self.random = random
        self.bound: dict[str, tuple[str, ...]] = {}
        self.numbers: dict[str, int] = {}

    def fill(self, line: str) -> str:
        """Return the line with every slot filled."""
        while slot := _SLOT.search(line):
            line = line[: slot.start()] + self._draw(slot[1]) + line[slot.end() :]
        return line

    def _draw(self, slot: str) -> str:
        if "|" in slot:
            return self.random.choice(slot.split("|"))
        if number := _NUMBER.fullmatch(slot):
            return self._number(*number.groups())
        name, _, form = slot.partition(".")
        if name not in self.bound:
            self._bind(name)
        return self.bound[name][int(form or 0)]

    def _number(self, name: str | None, low: str, high: str, word: str | None) -> str:
        number = self.random.randint(int(low), int(high))
        if name:
            number = self.numbers.setdefault(name, number)
        return f"{number} {_form(number, word)}" if word else str(number)

    def _bind(self, name: str) -> None:
        table = name.rstrip("0123456789")
        taken = [forms for key, forms in self.bound.items() if key.startswith(table)]
        rows = list(map(_forms, self.tables[table]))
        self.bound[name] = self.random.choice([row for row in rows if row not in taken] or rows)


@cache
def _forms(row: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in row.split(" | "))


def _form(number: int, word: str) -> str:
    """Return the form of a word after a number: two forms as in English, three as in Russian."""
    forms = word.split("/")
    if len(forms) < 3:
        return forms[number != 1]
    if number % 10 in (0, 5, 6, 7, 8, 9) or number % 100 in range(11, 15):
        return forms[2]
    return forms[number % 10 != 1]


def _topic(heading: str) -> Topic:
    _, slug, section, tags = heading.strip("[]").split(" | ")
    return Topic(slug, section, tuple(tags.split(", ")))

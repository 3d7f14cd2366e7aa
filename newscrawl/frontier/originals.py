"""Which articles repeat the text of an earlier one, word for word or nearly.

Nearly is by the sketches of :func:`newscrawl.fingerprints.sketch`. Texts with an equal band (eight
bytes of a sketch at one of sixteen places) are compared whole. An article is compared with those
that were first saved before it, and with no others, so what a record says depends on what was
stored before it alone, and of two copies only one names the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import NamedTuple

from newscrawl.fingerprints import similarity
from newscrawl.frontier.database import Database

# Share of three-word shingles from which on a text is a copy. Of the 392,941 pairs of 887 real
# articles two shared a band, both true copies. Of 62 articles of 120 to 300 words that a script
# edited, all are found with a sentence more, 0.95 without the last fifth, 0.82 with another lead,
# 0.22 without the last third. With 0.8 it would be all, 0.50, 0.44 and 0.02.
ENOUGH = 0.7

# Articles that later ones are compared with: news is copied within days, this is weeks of fifty
# busy sites. Each takes 500 bytes; a look-up takes 0.1 ms, one more, for which the oldest goes, 0.6
# (bench_frontier.py, CPU). Twice as many would take a third more.
REMEMBERED = 100_000

_BAND = 8  # bytes
_NOT_YET = 2**62  # the place of an article without a record: after all others


class _Text(NamedTuple):
    """What is compared of an article's text."""

    content_hash: str
    sketch: bytes
    bands: frozenset[int]

    def is_like(self, other: _Text) -> bool:
        """Return whether two texts are the same or nearly so."""
        if self.content_hash == other.content_hash:
            return True
        return not self.bands.isdisjoint(other.bands) and (
            similarity(self.sketch, other.sketch) >= ENOUGH
        )


class Originals:
    """The texts of the articles that were saved last, and of those about to be."""

    def __init__(self, database: Database, *, remembered: int = REMEMBERED) -> None:
        self._database = database
        self._remembered = remembered
        self._pending: dict[str, _Text] = {}

    @property
    def pending(self) -> int:
        """How many articles are about to be saved."""
        return len(self._pending)

    def find(self, key: str, content_hash: str, sketch: bytes) -> str | None:
        """Return the key of the first article with the same text, None when it is this one.

        Until ``keep`` or ``withdraw`` the article is one that others may repeat.
        """
        before = self._place_of(key)
        text = _Text(content_hash, sketch, frozenset(_bands(sketch)))
        first = self._saved_with(content_hash, key, before) or self._nearly_saved(text, before)
        if first is None and before == _NOT_YET:
            first = self._pending_like(text, key)
        self._pending.setdefault(key, text)
        return first

    def share(self, key: str, sketch: bytes) -> float:
        """Return the share of shingles that a text has in common with an article's last record.

        0 for short texts, of which nothing is remembered, and for records of long ago.
        """
        last: bytes | None = self._database.value("SELECT bins FROM sketch WHERE key = ?", key)
        return similarity(last, sketch) if last and sketch else 0.0

    def keep(self, keys: Iterable[str]) -> None:
        """Remember articles for good; to be called in the transaction that saves them."""
        for key in keys:
            if pending := self._pending.get(key):
                self.remember(key, pending.sketch)

    def withdraw(self, keys: Iterable[str]) -> None:
        """Forget that articles were about to be saved."""
        for key in keys:
            self._pending.pop(key, None)

    def remember(self, key: str, sketch: bytes) -> None:
        """Write a sketch down, in the place of an earlier one of the article."""
        old = self._database.row("SELECT place, bins FROM sketch WHERE key = ?", key)
        if old:
            place = old["place"]
            self._remove_bands(place, old["bins"])
            self._database.write("UPDATE sketch SET bins = ? WHERE place = ?", sketch, place)
        else:
            place = self._database.insert(
                "INSERT INTO sketch (key, bins) VALUES (?, ?)", key, sketch
            )
            self._forget(place - self._remembered)
        self._database.write_many(
            "INSERT INTO band VALUES (?, ?)", [(band, place) for band in _bands(sketch)]
        )

    def _place_of(self, key: str) -> int:
        """Return the place of an article in the order of first records."""
        place: int = self._database.value(
            "SELECT coalesce((SELECT place FROM sketch WHERE key = ?1),"
            " (SELECT 0 FROM page WHERE key = ?1 AND revision > 0), ?2)",
            key, _NOT_YET,
        )  # fmt: skip
        return place

    def _saved_with(self, content_hash: str, key: str, before: int) -> str | None:
        found: str | None = self._database.value(
            "SELECT page.key FROM page LEFT JOIN sketch USING (key) WHERE content_hash = ?"
            " AND revision > 0 AND page.key <> ? AND coalesce(place, 0) < ?"
            " ORDER BY coalesce(place, 0), number LIMIT 1",
            content_hash, key, before,
        )  # fmt: skip
        return found

    def _nearly_saved(self, text: _Text, before: int) -> str | None:
        rows = self._database.rows(
            "SELECT DISTINCT place, key, bins FROM band JOIN sketch USING (place)"
            " WHERE band.value IN (SELECT value FROM json_each(?)) AND place < ? ORDER BY place",
            json.dumps(list(text.bands)), before,
        )  # fmt: skip
        alike = (row["key"] for row in rows if similarity(row["bins"], text.sketch) >= ENOUGH)
        return next(alike, None)

    def _pending_like(self, text: _Text, key: str) -> str | None:
        for other, pending in self._pending.items():
            if other == key:
                return None
            if pending.is_like(text):
                return other
        return None

    def _forget(self, last: int) -> None:
        for row in self._database.rows("SELECT place, bins FROM sketch WHERE place <= ?", last):
            self._remove_bands(row["place"], row["bins"])
        self._database.write("DELETE FROM sketch WHERE place <= ?", last)

    def _remove_bands(self, place: int, sketch: bytes) -> None:
        self._database.write_many(
            "DELETE FROM band WHERE value = ? AND place = ?",
            [(band, place) for band in _bands(sketch)],
        )


def _bands(sketch: bytes) -> Iterator[int]:
    """Yield a number for each band, which tells its bytes and their place in the sketch."""
    for start in range(0, len(sketch), _BAND):
        data = bytes([start]) + sketch[start : start + _BAND]
        yield int.from_bytes(blake2b(data, digest_size=6).digest(), "big")

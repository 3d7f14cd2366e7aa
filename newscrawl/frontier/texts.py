"""What the frontier remembers of a text, to tell whether a later one is worth another record."""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from zlib import crc32

from newscrawl.fingerprints import words

# Counters a text: two bytes each, so 64 bytes a page. A replaced word hides in its neighbour's
# counter once in 32 times. A similarity digest would not do: in 300 texts of 100 words one
# replaced word flipped 5 bits of 64 (median), a whole new sentence 7.
_COUNTERS = 32
_LARGEST = 0xFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Digests of a headline and text."""

    content_hash: str
    """The record's own; equal means the same words."""
    title_hash: str
    """16 hex digits, equal for headlines of the same words."""
    histogram: bytes
    """How many words fall on each counter: tells how many words two texts differ in."""


def describe_text(title: str, text: str, content_hash: str) -> Text:
    """Return what is remembered of a text."""
    folded = " ".join(words(title)).encode("utf-8", "replace")
    counters = array("H", bytes(2 * _COUNTERS))
    for word, times in Counter(words(text)).items():
        place = crc32(word.encode("utf-8", "replace")) % _COUNTERS
        counters[place] = min(counters[place] + times, _LARGEST)
    return Text(
        content_hash=content_hash,
        title_hash=blake2b(folded, digest_size=8).hexdigest(),
        histogram=counters.tobytes(),
    )


def count_changes(old: bytes, new: bytes) -> int:
    """Return how many words were added, removed or replaced between two histograms; at least.

    >>> text = [describe_text("", text, "").histogram for text in ("one two", "one three four")]
    >>> count_changes(*text)
    2
    """
    changes = [after - before for before, after in zip(_counters(old), _counters(new), strict=True)]
    added = sum(change for change in changes if change > 0)
    return max(added, added - sum(changes))


def is_revision(old: Text, new: Text, *, least: int) -> bool:
    """Return whether a text differs enough from its last record to make another one.

    Another headline always does; otherwise ``least`` words must differ: with more than one, a
    mended typo or a view counter makes no record, a new sentence does.
    """
    if old.content_hash == new.content_hash:
        return False
    return old.title_hash != new.title_hash or count_changes(old.histogram, new.histogram) >= least


def _counters(histogram: bytes) -> array[int]:
    counters = array("H")
    counters.frombytes(histogram or bytes(2 * _COUNTERS))
    return counters

"""Digests of a text: equal for the same text, near for nearly the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from hashlib import blake2b
from operator import eq
from zlib import crc32

# Scripts without spaces count by character: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_SHINGLE = 3  # words; catches reordering, blurs single-word edits

_BITS = 64
_LANE = 32  # bits: room for the votes of any text
_FULL_LANE = 2**_LANE - 1
# For each byte a number that has its eight bits in eight lanes, so that one sum counts them all.
_LANES = [sum((byte >> bit & 1) << _LANE * bit for bit in range(8)) for byte in range(256)]

_BINS = 128
_BIN_SIZE = 2**32 // _BINS
_SKETCHED_WORDS = 50


@lru_cache(maxsize=4)  # an article's headline and text: each digest asks for the same again
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, case folded; in scripts without spaces, its characters.

    >>> words("Снег в Берне, 2026")
    ('снег', 'в', 'берне', '2026')
    """
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def content_hash(title: str, text: str) -> str:
    """Return 32 hex digits, equal for texts that differ in white space, case or punctuation only.

    >>> content_hash("Snow", "It snowed.") == content_hash("SNOW", "it  snowed")
    True
    """
    normalised = " ".join([*words(title), "\n", *words(text)])
    return blake2b(normalised.encode("utf-8", "replace"), digest_size=16).hexdigest()


def simhash(text: str) -> str:
    """Return 16 hex digits that differ in few bits for texts that differ in few words.

    Charikar's similarity digest over shingles of three words, each bit a majority vote. Texts
    shorter than a shingle hash whole.
    """
    found = words(text)
    count = max(1, len(found) - _SHINGLE + 1)
    digests = b"".join(_digest(" ".join(found[i : i + _SHINGLE])) for i in range(count))
    bits = 0
    for place in range(_BITS // 8):
        tally = Counter(digests[place :: _BITS // 8])
        votes = sum(times * _LANES[byte] for byte, times in tally.items())
        for bit in range(8):
            bits |= (2 * (votes >> _LANE * bit & _FULL_LANE) > count) << (8 * place + bit)
    return f"{bits:016x}"


def _digest(shingle: str) -> bytes:
    return blake2b(shingle.encode("utf-8", "replace"), digest_size=_BITS // 8).digest()


def sketch(text: str) -> bytes:
    """Return 128 bytes, of which texts share about the share of three-word shingles they share.

    One-permutation MinHash (Li, Owen, Zhang 2012): each shingle's CRC falls into one of 128 bins,
    which keeps its smallest; of that, one byte (Li, König 2010). An empty bin takes its right
    neighbour's (Shrivastava, Li 2014). Empty for fewer words than 50: such texts differ in too few
    shingles to tell.
    """
    found = words(text)
    if len(found) < _SKETCHED_WORDS:
        return b""
    smallest: dict[int, int] = {}
    for shingle in zip(found, found[1:], found[2:], strict=False):
        place, value = divmod(crc32(" ".join(shingle).encode("utf-8", "replace")), _BIN_SIZE)
        if value < smallest.get(place, _BIN_SIZE):
            smallest[place] = value
    bins = bytearray(_BINS)
    value = smallest[min(smallest)]
    for place in reversed(range(_BINS)):
        value = smallest.get(place, value)
        bins[place] = value & 0xFF
    return bytes(bins)


def similarity(one: bytes, other: bytes) -> float:
    """Return the share of shingles that two sketched texts have in common, give or take 0.04."""
    equal: float = sum(map(eq, one, other)) / _BINS
    by_chance = 1 / 256
    return max(0.0, (equal - by_chance) / (1 - by_chance))

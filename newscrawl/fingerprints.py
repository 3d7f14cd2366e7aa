"""Digests of a text: equal for the same text, near for nearly the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from hashlib import blake2b

# Scripts without spaces count by character: Thai, Lao, Burmese, Khmer, kana, Han.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_SHINGLE = 3  # words; catches reordering, blurs single-word edits

_BITS = 64


def words(text: str) -> list[str]:
    """Return the words of a text, case folded; in scripts without spaces, its characters.

    >>> words("Снег в Берне, 2026")
    ['снег', 'в', 'берне', '2026']
    """
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


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
        for bit in range(8):
            votes = sum(times for byte, times in tally.items() if byte >> bit & 1)
            bits |= (2 * votes > count) << (8 * place + bit)
    return f"{bits:016x}"


def hamming(one: str, other: str) -> int:
    """Return the number of differing bits of two digests of :func:`simhash`."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _digest(shingle: str) -> bytes:
    return blake2b(shingle.encode("utf-8", "replace"), digest_size=_BITS // 8).digest()

"""Which blocks of a page are in its gold text: the labels that the body model learns from."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any, NamedTuple

NGRAM = 4
# Blocks of fewer tokens must be found whole; longer ones by their 4-grams.
SHORT = NGRAM - 1
# Share of a block's 4-grams in the gold: from the first on it may be a match, below CLEAR the
# label is in doubt and weighs less.
MATCH, CLEAR = 0.5, 0.75
# Value of a short block found inside a gold paragraph, not as one: it may be chance.
INSIDE = 0.35


class Label(NamedTuple):
    """Whether a block is article text, and how sure that is (0: unknown)."""

    kept: bool
    weight: float


class _Match(NamedTuple):
    block: int
    start: int
    end: int
    value: float
    share: float


def label_blocks(score: Any, gold: dict[str, Any], texts: list[str]) -> list[Label]:
    """Return a label for each block: by the full gold text, else by its snippets."""
    if gold.get("paragraphs"):
        shares = align(score, texts, gold["paragraphs"])
        return [Label(share >= MATCH, 0.4 if 0.3 <= share <= CLEAR else 1.0) for share in shares]
    labels = [Label(kept=False, weight=0.0)] * len(texts)
    for kept, key in ((True, "with"), (False, "without")):
        for snippet in map(score.ws, gold.get(key) or ()):
            found = [index for index, text in enumerate(texts) if snippet in text]
            for index in found:
                weight = 1.0 if len(found) == 1 else (0.3 if kept else 1.0) / len(found)
                labels[index] = Label(kept, weight)
    return labels


def align(score: Any, texts: list[str], paragraphs: list[str]) -> list[float]:
    """Return for each block the share of it that stands in the gold, in the gold's order.

    Matches are chosen so that both run the same way and most tokens are matched: a teaser that
    repeats a paragraph, or the title in a list of links, gets nothing.
    """
    gold = [score.tokens(paragraph) for paragraph in paragraphs]
    matches = list(_find_matches([score.tokens(text) for text in texts], gold))
    shares = [0.0] * len(texts)
    for match in _best_chain(matches, sum(map(len, gold))):
        shares[match.block] = match.share
    return shares


def _find_matches(blocks: list[list[str]], gold: list[list[str]]) -> list[_Match]:
    tokens = [token for paragraph in gold for token in paragraph]
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for size in range(1, NGRAM + 1):
        for index in range(len(tokens) - size + 1):
            places[tuple(tokens[index : index + size])].append(index)
    starts: dict[int, int] = {}
    total = 0
    for paragraph in gold:
        starts.setdefault(total, len(paragraph))
        total += len(paragraph)
    found: list[_Match] = []
    for number, block in enumerate(blocks):
        if 0 < len(block) <= SHORT:
            found += _short_matches(number, block, places, starts)
        elif block:
            found += _long_matches(number, block, places)
    return found


def _short_matches(
    number: int, block: list[str], places: dict[tuple[str, ...], list[int]], starts: dict[int, int]
) -> list[_Match]:
    size = len(block)
    return [
        _Match(number, at, at + size, size * (1.0 if whole else INSIDE), 1.0 if whole else 0.6)
        for at in places.get(tuple(block), ())[:40]
        for whole in [starts.get(at) == size]
    ]


def _long_matches(
    number: int, block: list[str], places: dict[tuple[str, ...], list[int]]
) -> list[_Match]:
    size = len(block)
    total = size - NGRAM + 1
    offsets: Counter[int] = Counter()
    hits = 0
    for index in range(total):
        found = places.get(tuple(block[index : index + NGRAM]), ())
        hits += bool(found)
        offsets.update(at - index for at in found[:8])
    if hits < MATCH * total:
        return []
    matches = []
    for offset, _ in offsets.most_common(3):
        slack = max(3, size // 10)
        near = sum(count for at, count in offsets.items() if abs(at - offset) <= slack)
        if near >= 0.4 * total:
            start = max(0, offset)
            matches.append(_Match(number, start, start + size, size * near / total, hits / total))
    return matches


def _best_chain(matches: list[_Match], length: int) -> list[_Match]:
    """Return the matches of greatest value in which blocks and places both only go forward."""
    size = length + 2
    best: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)  # a Fenwick tree of maxima, by end
    chain: list[tuple[_Match, int]] = []
    by_block: dict[int, list[_Match]] = defaultdict(list)
    for match in matches:
        by_block[match.block].append(match)
    last = (0.0, -1)
    for block in sorted(by_block):
        found = []
        for match in by_block[block]:
            slack = min(NGRAM, (match.end - match.start) // 4)
            value, before = _highest(best, min(match.start + slack + 1, size))
            found.append((value + match.value, match, before))
        for value, match, before in found:
            chain.append((match, before))
            entry = (value, len(chain) - 1)
            _raise(best, min(match.end + 1, size), entry)
            last = max(last, entry, key=lambda item: item[0])
    return _walk_back(chain, last[1])


def _highest(tree: list[tuple[float, int]], index: int) -> tuple[float, int]:
    found = (0.0, -1)
    while index > 0:
        if tree[index][0] > found[0]:
            found = tree[index]
        index -= index & -index
    return found


def _raise(tree: list[tuple[float, int]], index: int, entry: tuple[float, int]) -> None:
    while index < len(tree):
        if entry[0] > tree[index][0]:
            tree[index] = entry
        index += index & -index


def _walk_back(chain: list[tuple[_Match, int]], index: int) -> list[_Match]:
    found = []
    while index >= 0:
        match, index = chain[index]
        found.append(match)
    return found

"""Trees that weigh the features of boxes and blocks, learned by ``tests/benchmarks/train_body.py``.

``data/body_model.json`` holds the weights: of words in class names, a forest that finds the main
box, a forest that tells the article's blocks. A tree there is a leaf's number, or
``[feature, threshold, tree if at most, tree if more]``; a forest's features are named.

All trees are answered at once. Each has at most eight leaves, a byte of one long number in which
a bit says that the leaf can still be reached. A feature's value rules out, by one look-up, the
leaves of every tree that it forbids; the lowest bit left in each byte is the tree's answer. (This
is the QuickScorer algorithm, Lucchese et al. 2015; walking the trees takes ten times as long.)
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from importlib.resources import files
from math import exp
from operator import getitem
from typing import Any, NamedTuple

LEAVES = 8
"""Most leaves of a tree: the bits of a byte."""
FIRST = 60
"""Trees that every row is shown to."""
DOUBT = 1.8
"""Margin of these up to which the others are asked too."""


class Cut(NamedTuple):
    """A feature's thresholds, and the leaves that remain between each two of them."""

    feature: int
    thresholds: list[float]
    masks: list[int]


class Trees(NamedTuple):
    """Trees that are answered at once."""

    cuts: tuple[Cut, ...]
    answers: tuple[tuple[float, ...], ...]
    """For each tree the answer to each of the 256 values of its byte."""

    def margin(self, row: Sequence[float]) -> float:
        """Return the sum of the trees' answers."""
        size = len(self.answers)
        left = (1 << 8 * size) - 1
        for feature, thresholds, masks in self.cuts:
            left &= masks[bisect_left(thresholds, row[feature])]
        return sum(map(getitem, self.answers, left.to_bytes(size, "little")))


class Forest(NamedTuple):
    """Boosted trees over named features."""

    features: tuple[str, ...]
    """Names of a row's numbers, in order."""
    first: Trees
    """The trees that say most, learned first."""
    rest: Trees
    """Those that are asked only when the first are in doubt."""

    def margin(self, row: Sequence[float]) -> float:
        """Return the sum of the trees' answers: above 0 is yes."""
        first = self.first.margin(row)
        return first if abs(first) > DOUBT else first + self.rest.margin(row)

    def probability(self, row: Sequence[float]) -> float:
        """Return the margin as a probability, 0 to 1."""
        return 1 / (1 + exp(-self.margin(row)))


class Model(NamedTuple):
    """All that was learned."""

    names: dict[str, float]
    """How far a word in a class name speaks for article text (above 0) or against it."""
    main: Forest
    """How well a box holds the article and nothing else."""
    blocks: Forest
    """Whether a block is part of the article."""


def read_model(data: dict[str, Any]) -> Model:
    """Return a model from what its file says."""
    return Model(data["names"], read_forest(**data["main"]), read_forest(**data["blocks"]))


def read_forest(features: Sequence[str], trees: Sequence[Any]) -> Forest:
    """Return a forest from its trees as the file has them."""
    return Forest(tuple(features), _read_trees(trees[:FIRST]), _read_trees(trees[FIRST:]))


def _read_trees(trees: Sequence[Any]) -> Trees:
    barred: dict[int, dict[float, int]] = defaultdict(lambda: defaultdict(int))
    answers = []
    for number, tree in enumerate(trees):
        leaves: list[float] = []
        _read_tree(tree, leaves, barred, 8 * number)
        answers.append(tuple(leaves[_lowest_bit(byte, len(leaves))] for byte in range(256)))
    cuts = tuple(_make_cut(feature, barred[feature]) for feature in sorted(barred))
    return Trees(cuts, tuple(answers))


def _read_tree(
    tree: Any, leaves: list[float], barred: dict[int, dict[float, int]], shift: int
) -> None:
    """Append a tree's leaves, left to right; note which leaves each threshold rules out."""
    if not isinstance(tree, list):
        leaves.append(float(tree))
        return
    feature, threshold, low, high = tree
    first = len(leaves)
    _read_tree(low, leaves, barred, shift)
    # A value above the threshold cannot reach the leaves on the low side.
    barred[feature][threshold] |= ((1 << len(leaves)) - (1 << first)) << shift
    _read_tree(high, leaves, barred, shift)


def _make_cut(feature: int, barred: dict[float, int]) -> Cut:
    thresholds = sorted(barred)
    masks = [-1]
    for threshold in thresholds:
        masks.append(masks[-1] & ~barred[threshold])
    return Cut(feature, thresholds, masks)


def _lowest_bit(byte: int, leaves: int) -> int:
    """Return the place of the lowest bit; of values that no row gives, any leaf's."""
    return min((byte & -byte).bit_length(), leaves) - 1 if byte else 0


def _load() -> Model:
    source = files("newscrawl.extraction").joinpath("data", "body_model.json")
    return read_model(json.loads(source.read_text(encoding="utf-8")))


MODEL = _load()

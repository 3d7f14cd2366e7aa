"""Trees that weigh the features of boxes and blocks, learned by ``tests/benchmarks/train_body.py``.

``data/body_model.json`` holds the weights: of words in class names, a forest that finds the main
box, a forest that tells the article's blocks. A tree is a leaf's number, or
``[feature, threshold, tree if at most, tree if more]``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from math import exp
from typing import Any, NamedTuple

Tree = float | tuple[int, float, "Tree", "Tree"]


class Forest(NamedTuple):
    """Boosted trees over named features."""

    features: tuple[str, ...]
    """Names of a row's numbers, in order."""
    trees: tuple[Tree, ...]

    def margin(self, row: Sequence[float]) -> float:
        """Return the sum of the trees' answers: above 0 is yes."""
        total = 0.0
        for tree in self.trees:
            node = tree
            while type(node) is tuple:
                feature, threshold, low, high = node
                node = low if row[feature] <= threshold else high
            total += node  # type: ignore[operator]  # the loop ends at a leaf
        return total

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


def load_model() -> Model:
    """Return the weights that the package ships."""
    source = files("newscrawl.extraction").joinpath("data", "body_model.json")
    data = json.loads(source.read_text(encoding="utf-8"))
    return Model(data["names"], _read_forest(data["main"]), _read_forest(data["blocks"]))


def _read_forest(data: dict[str, Any]) -> Forest:
    return Forest(tuple(data["features"]), tuple(_read_tree(tree) for tree in data["trees"]))


def _read_tree(data: Any) -> Tree:
    if isinstance(data, list):
        feature, threshold, low, high = data
        return (feature, threshold, _read_tree(low), _read_tree(high))
    return float(data)


MODEL = load_model()

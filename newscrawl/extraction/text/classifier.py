"""Trees that weigh the features of boxes and blocks, learned by ``tests/benchmarks/train_body.py``.

``data/body_model.json`` holds the weights: of words in class names, and three forests. A tree there
is a leaf's number, or ``[feature, threshold, tree if at most, tree if more]``; a forest's features
are named.

A forest is compiled into one Python expression of nested conditions: 60 trees answer a row in 3.3
microseconds, where look-ups of bit masks (QuickScorer) took 10.3.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from importlib.resources import files
from math import exp
from typing import Any, NamedTuple

Margin = Callable[[Sequence[float]], float]
"""From a row to the sum of the trees' answers: above 0 is yes."""


class Forest(NamedTuple):
    """Boosted trees over named features."""

    features: tuple[str, ...]
    """Names of a row's numbers, in order."""
    margin: Margin


class Model(NamedTuple):
    """All that was learned."""

    names: dict[str, float]
    """How far a word in a class name speaks for article text (above 0) or against it."""
    main: Forest
    """How well a box holds the article and nothing else."""
    glance: Forest
    """Whether a block is part of the article, by its place and length."""
    look: Forest
    """The same, by its text and neighbours too."""


def to_probability(margin: float) -> float:
    """Return a margin as a probability, 0 to 1.

    >>> to_probability(0)
    0.5
    """
    return 1 / (1 + exp(-margin))


def read_model(data: dict[str, Any]) -> Model:
    """Return a model from what its file says."""
    forests = (read_forest(**data[name]) for name in ("main", "glance", "look"))
    return Model(data["names"], *forests)


def read_forest(features: Sequence[str], trees: Sequence[Any]) -> Forest:
    """Return a forest from its trees as the file has them.

    >>> stump = read_forest(["words"], [[0, 9.5, -1.0, 2.0]])
    >>> stump.margin([9]), stump.margin([10])
    (-1.0, 2.0)
    """
    used = sorted({feature for tree in trees for feature in _features_of(tree)})
    names = "".join(f" f{feature} = row[{feature}];" for feature in used)
    answers = " + ".join(map(_expression, trees)) or "0.0"
    scope: dict[str, Margin] = {}
    # Numbers of the package's own file and nothing else: each was formatted as one.
    exec(f"def margin(row):{names} return {answers}", scope)  # noqa: S102
    return Forest(tuple(features), scope["margin"])


def _features_of(tree: Any) -> set[int]:
    if not isinstance(tree, list):
        return set()
    feature, _, low, high = tree
    return {int(feature)} | _features_of(low) | _features_of(high)


def _expression(tree: Any) -> str:
    if not isinstance(tree, list):
        return repr(float(tree))
    feature, threshold, low, high = tree
    condition = f"f{int(feature)} <= {float(threshold)!r}"
    return f"({_expression(low)} if {condition} else {_expression(high)})"


def _load() -> Model:
    source = files("newscrawl.extraction").joinpath("data", "body_model.json")
    return read_model(json.loads(source.read_text(encoding="utf-8")))


MODEL = _load()

"""Forests answer as their trees do, and the shipped model fits the code."""

import random
from typing import Any

import pytest

from newscrawl.extraction.text import containers, features
from newscrawl.extraction.text.classifier import MODEL, read_forest, to_probability

STUMP = [0, 0.5, -1.0, 2.0]
NESTED = [1, 3.0, [0, 0.5, 0.1, 0.2], [0, 0.7, 0.3, [1, 9.0, 0.4, 0.5]]]


@pytest.mark.parametrize(
    ("trees", "row", "margin"),
    [
        pytest.param([STUMP], [0.0, 0], -1.0, id="below"),
        pytest.param([STUMP], [0.5, 0], -1.0, id="at the threshold"),
        pytest.param([STUMP], [0.6, 0], 2.0, id="above"),
        pytest.param([STUMP, STUMP], [1, 0], 4.0, id="two trees"),
        pytest.param([NESTED], [0.0, 3], 0.1, id="first leaf"),
        pytest.param([NESTED], [0.6, 1], 0.2, id="second leaf"),
        pytest.param([NESTED], [0.7, 4], 0.3, id="third leaf"),
        pytest.param([NESTED], [0.8, 9], 0.4, id="fourth leaf"),
        pytest.param([NESTED], [0.8, 10], 0.5, id="last leaf"),
        pytest.param([0.25], [0, 0], 0.25, id="a leaf alone"),
        pytest.param([], [0, 0], 0.0, id="no trees"),
    ],
)
def test_forest_sums_the_answers_of_its_trees(
    trees: list[Any], row: list[float], margin: float
) -> None:
    assert read_forest(["a", "b"], trees).margin(row) == pytest.approx(margin)


def test_forest_answers_as_walking_its_trees_does() -> None:
    random_ = random.Random(7)

    def grow(leaves: int) -> Any:
        if leaves == 1:
            return random_.uniform(-1, 1)
        low = random_.randrange(1, leaves)
        return [random_.randrange(5), random_.random(), grow(low), grow(leaves - low)]

    def walk(tree: Any, row: list[float]) -> float:
        while isinstance(tree, list):
            tree = tree[2] if row[tree[0]] <= tree[1] else tree[3]
        return float(tree)

    trees = [grow(random_.randint(1, 16)) for _ in range(60)]
    forest = read_forest("abcde", trees)
    for _ in range(200):
        row = [random_.random() for _ in range(5)]
        assert forest.margin(row) == pytest.approx(sum(walk(tree, row) for tree in trees))


def test_probability_is_one_half_at_margin_zero() -> None:
    assert to_probability(0) == 0.5


def test_shipped_model_was_learned_with_these_features() -> None:
    assert MODEL.main.features == tuple(containers.NAMES)
    assert MODEL.glance.features == tuple(features.GLANCE_NAMES)
    assert MODEL.look.features == tuple(features.LOOK_NAMES)
    assert len(MODEL.names) > 100

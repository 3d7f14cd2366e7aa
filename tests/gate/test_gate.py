"""The quality gate: no figure of the engine falls below its pinned floor.

pytest tests/gate                                      check
pytest tests/gate --update-floors                      raise floors after an improvement
pytest tests/gate --update-floors --allow-regression   lower them too: say why in the commit

The pages lie beside the checkout, in ../shared/bench/dev; without them the gate is skipped.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from run_engine import read_html, read_pages
from scoring import LOWER_IS_BETTER, load_score, score_pages

from newscrawl.extraction import extract

DATA = Path(__file__).parents[2].parent / "shared" / "bench" / "dev"
FLOORS = Path(__file__).with_name("floors.json")
PINNED = json.loads(FLOORS.read_text(encoding="utf-8"))
# Pages of a data set, evenly spaced: the gate takes a fifth of the suite's time, compare.py in
# tests/benchmarks measures them all.
SAMPLE = 100
NOTCH = 0.01  # distance of a new floor from the measured share: one page of the sample may turn

Figures = dict[str, dict[str, float]]


@pytest.fixture(scope="session")
def measured(pytestconfig: pytest.Config) -> Figures:
    if not (DATA / "gold.jsonl").exists():
        pytest.skip(f"the benchmark's pages are not in {DATA}")
    update = pytestconfig.getoption("--update-floors", default=False)
    if not update and PINNED["gold_sha256"] != gold_digest():
        pytest.skip("the floors were measured on other pages: pin them with --update-floors")
    figures = measure()
    if update:
        pin(figures, lower=pytestconfig.getoption("--allow-regression"))
    return figures


def test_every_figure_has_a_floor(measured: Figures) -> None:
    figures = {dataset: set(values) for dataset, values in measured.items()}
    assert figures == {dataset: set(floors) for dataset, floors in PINNED["floors"].items()}


@pytest.mark.parametrize(
    ("dataset", "metric"),
    [(dataset, metric) for dataset, floors in PINNED["floors"].items() for metric in floors],
)
def test_figure_holds_its_floor(measured: Figures, dataset: str, metric: str) -> None:
    floor, figure = PINNED["floors"][dataset][metric], measured[dataset][metric]
    if metric in LOWER_IS_BETTER:
        assert figure <= floor, f"{dataset} {metric}: {figure:.4f} is above {floor:.4f}"
    else:
        assert figure >= floor, f"{dataset} {metric}: {figure:.4f} is below {floor:.4f}"


def gold_digest() -> str:
    return hashlib.sha256((DATA / "gold.jsonl").read_bytes()).hexdigest()


def measure() -> Figures:
    """Return the figures of each data set, by the names of the benchmark's table."""
    score = load_score(DATA)
    datasets: dict[str, list[dict[str, Any]]] = {}
    for page in read_pages(DATA):
        datasets.setdefault(page["dataset"], []).append(page)
    figures: Figures = {}
    for dataset, pages in datasets.items():
        chosen = pages[:: -(-len(pages) // SAMPLE)]
        scored = score_pages(score, chosen, {page["id"]: _predict(page) for page in chosen})
        figures[dataset] = {name: value for name, value in scored.items() if value is not None}
    return figures


def pin(figures: Figures, *, lower: bool) -> None:
    """Write the floors, a notch below the figures; never below an old one unless ``lower``."""
    same_pages = PINNED["gold_sha256"] == gold_digest()
    old = PINNED["floors"] if same_pages and not lower else {}
    PINNED["gold_sha256"] = gold_digest()
    PINNED["floors"] = {
        dataset: {
            name: _floor(name, value, old.get(dataset, {}).get(name))
            for name, value in values.items()
        }
        for dataset, values in figures.items()
    }
    FLOORS.write_text(json.dumps(PINNED, indent=1) + "\n", encoding="utf-8")


def _floor(name: str, value: float, old: float | None) -> float:
    if name in LOWER_IS_BETTER:
        ceiling = round(min(1.0, value + NOTCH), 4)
        return ceiling if old is None else min(old, ceiling)
    floor = round(max(0.0, value - NOTCH), 4)
    return floor if old is None else max(old, floor)


def _predict(page: dict[str, Any]) -> dict[str, Any]:
    article = extract(read_html(DATA, page), url=page["url"])
    return {
        "text": article.text,
        "title": article.title,
        "authors": article.authors,
        "date_published": article.date_published,
    }

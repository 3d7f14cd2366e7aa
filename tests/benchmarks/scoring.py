"""Accuracy of predictions, by the score.py that lies beside the data folder."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

Gold = dict[str, Any]

METRICS = {
    "F1": "F1", "acc": "exact", "para": "para", "leak": "leak", "loss": "loss",
    "sF1": "snipF1", "sAcc": "snipAcc",
    "title": "title", "auth": "authors", "min": "minute", "day": "day",
}  # fmt: skip
"""score.py's name of each metric that is shown, and its heading."""
LOWER_IS_BETTER = {"leak", "loss"}


def load_score(data: Path) -> ModuleType:
    """Return the module score.py of a data folder's parent, without its slowest metric.

    ROUGE-LSum takes ten times as long as all others together and none of the figures shown is
    made from it.
    """
    path = data.resolve().parent / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        raise FileNotFoundError(path)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    vars(score)["rouge_lsum"] = lambda *_: (0.0, 0.0, 0.0)
    return score


def is_held_out(page: Gold) -> bool:
    """Tell whether a page's site is kept aside from all tuning and training."""
    digest = hashlib.sha1(page["domain"].encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % 4 == 0


def in_part(page: Gold, part: str) -> bool:
    """Tell whether a page belongs to "all", "tuned" or "held_out"."""
    return part == "all" or is_held_out(page) == (part == "held_out")


def score_pages(
    score: ModuleType,
    pages: Iterable[Gold],
    predictions: dict[str, dict[str, Any]],
    *,
    standfirst_optional: bool = False,
) -> dict[str, float | None]:
    """Return each metric over the pages, None where no page has that gold."""
    vars(score)["STANDFIRST_OPTIONAL"] = standfirst_optional
    scored = [score.score_page(page, predictions.get(page["id"])) for page in pages]
    found = score.aggregate(scored, n_boot=0)
    return {heading: found.get(key) for key, heading in METRICS.items()}

"""What each mechanism of the text extractor is worth: the figures without it.

python tests/benchmarks/ablation.py ../shared/bench/dev --dataset fundus,magic

Rows: the whole engine; without JSON-LD and meta tags, without the phrase tables, without what class
names say, without the block forest (all prose of the main box is kept). The weights stay as they
were learned with everything; the lead may be there or not.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any
from unittest import mock

from run_engine import read_html, read_pages
from scoring import in_part, load_score, score_pages

from newscrawl.extraction.metadata.title import read_title
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.structured import Structured, read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text import body, containers, features

COLUMNS = ("F1", "exact", "para", "leak", "loss", "snipF1", "snipAcc")
PROSE = 10


@contextmanager
def without_nothing() -> Iterator[None]:
    yield


@contextmanager
def without_phrases() -> Iterator[None]:
    with mock.patch.object(features, "match_phrase", return_value=None):
        yield


@contextmanager
def without_names() -> Iterator[None]:
    with mock.patch.object(containers, "read_names", return_value=(0.0, 0)):
        yield


@contextmanager
def without_forest() -> Iterator[None]:
    def weigh_prose(*arguments: Any) -> Any:
        table = weigh(*arguments)
        for index, block in enumerate(table.blocks):
            inside = table.main.start <= index < table.main.end
            block.score = float(inside and is_prose(block))
        return table

    weigh = body._weigh
    with mock.patch.object(body, "_weigh", weigh_prose):
        yield


def is_prose(block: PageBlock) -> bool:
    return block.units * (1 - block.link_share) >= PROSE


VARIANTS: dict[str, Callable[[], Any]] = {
    "whole engine": without_nothing,
    "no structured data": without_nothing,
    "no phrases": without_phrases,
    "no names": without_names,
    "no block forest": without_forest,
}


def predict(data: Path, variant: str, gold: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return a page's id and the text that the engine finds without a mechanism."""
    page = parse_page(read_html(data, gold), url=gold["url"])
    structured = read_structured(page)
    title = read_title(page, structured, rules=Rules()).text
    if variant == "no structured data":
        structured = Structured()
    with VARIANTS[variant]():
        found = body.read_body(page, structured, title=title, rules=Rules())
    return gold["id"], {"text": found.text}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, help="folder with gold.jsonl")
    parser.add_argument("--dataset", default="fundus,wcxb,magic,trafilatura", metavar="A,B")
    options = parser.parse_args()
    score = load_score(options.data)
    names = options.dataset.split(",")
    pages = [page for page in read_pages(options.data) if page["dataset"] in names]
    print(f"{'':46}" + "".join(f"{name:>9}" for name in COLUMNS))
    for variant in VARIANTS:
        with Pool(2) as pool:
            texts = dict(pool.map(partial(predict, options.data, variant), pages, chunksize=16))
        for dataset in names:
            for part in ("tuned", "held_out"):
                chosen = [p for p in pages if p["dataset"] == dataset and in_part(p, part)]
                found = score_pages(score, chosen, texts, standfirst_optional=True)
                print(f"{variant:22}{dataset:12}{part:12}{show(found)}", flush=True)


def show(found: dict[str, float | None]) -> str:
    values = (found.get(name) for name in COLUMNS)
    return "".join(f"{'-':>9}" if value is None else f"{value:9.3f}" for value in values)


if __name__ == "__main__":
    main()

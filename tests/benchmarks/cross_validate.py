"""How well texts are read on sites that nothing was learned from, with every page as such a one.

python tests/benchmarks/cross_validate.py ../shared/bench/dev

Each fifth of the sites is read by weights that train_body.py learns from the others, so that all
pages and not a quarter tell how unseen ones fare. Two runs that differ by chance alone (the seed of
the forests) are .002 apart in F1 on fundus, .001 on wcxb and trafilatura, .007 on magic: what
changes less has changed nothing. Takes some six minutes on two cores.
"""

from __future__ import annotations

import argparse
import hashlib
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

from run_engine import read_html, read_pages
from scoring import Gold, load_score, score_pages
from train_body import DATASETS, learn, own_pages

from newscrawl.extraction import extract
from newscrawl.extraction.text import body
from newscrawl.extraction.text.classifier import read_model

PARTS = 5
SHOWN = ("F1", "exact", "para", "leak", "loss", "snipF1", "snipAcc")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder with gold.jsonl")
    data = parser.parse_args().data
    pages = [page for page in read_pages(data) if page["dataset"] in DATASETS]
    found: dict[str, dict[str, Any]] = {}
    for part in range(PARTS):
        print(f"part {part + 1} of {PARTS}", flush=True)
        found |= read_part(data, pages, part)
    show(data, pages, found)


def part_of(page: Gold) -> int:
    """Return the fifth that a page's site belongs to, another one than train_body.py's folds."""
    digest = hashlib.sha256(page["domain"].encode()).hexdigest()
    return int(digest, 16) % PARTS


def read_part(data: Path, pages: list[Gold], part: int) -> dict[str, dict[str, Any]]:
    """Return what is read of one fifth's pages by what the others teach."""
    others = [page for page in pages if part_of(page) != part]
    with Pool(2) as pool:
        model = learn(data, others + own_pages(), partial(pool.map, chunksize=16))
    unseen = [page for page in pages if part_of(page) == part]
    with Pool(2, initializer=use, initargs=(model,)) as pool:
        return dict(pool.map(partial(read_text, data), unseen, chunksize=16))


def use(model: dict[str, Any]) -> None:
    """Read texts by these weights, in this process, and not by those that are shipped."""
    vars(body)["MODEL"] = read_model(model)


def read_text(data: Path, page: Gold) -> tuple[str, dict[str, Any]]:
    return page["id"], {"text": extract(read_html(data, page), url=page["url"]).text}


def show(data: Path, pages: list[Gold], found: dict[str, dict[str, Any]]) -> None:
    score = load_score(data)
    print(f"{'':12}", *(f"{name:>8}" for name in SHOWN))
    for dataset in DATASETS:
        chosen = [page for page in pages if page["dataset"] == dataset]
        is_news = dataset == "fundus"  # of which the lead is optional
        figures = score_pages(score, chosen, found, standfirst_optional=is_news)
        cells = (figures[name] for name in SHOWN)
        print(f"{dataset:12}", *(f"{'–' if cell is None else f'{cell:.3f}':>8}" for cell in cells))


if __name__ == "__main__":
    main()

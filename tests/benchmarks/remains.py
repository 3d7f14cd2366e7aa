"""Page by page what remains: the blocks that an article has too many or too few.

python tests/benchmarks/remains.py ../shared/bench/dev --dataset fundus [--part held_out]

The worst pages first, down to --above: a line with F1, then each block of the output that is not in
the gold (+) with its kind, and each paragraph of the gold that is not in the output (-), with their
lengths in words. The lead may be there or not.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

from run_engine import read_html, read_pages
from scoring import in_part, load_score

from newscrawl.extraction import extract

SHOWN = 90  # characters of a block


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, help="folder with gold.jsonl")
    parser.add_argument("--dataset", default="fundus")
    parser.add_argument("--part", choices=("all", "tuned", "held_out"), default="all")
    parser.add_argument("--above", type=float, default=0.99, help="F1 from which a page is fine")
    options = parser.parse_args()
    score = load_score(options.data)
    vars(score)["STANDFIRST_OPTIONAL"] = True
    pages = [p for p in read_pages(options.data, options.dataset) if in_part(p, options.part)]
    compared = [(page["id"], *compare(score, options.data, page)) for page in pages]
    for name, f1, lines in sorted(compared, key=lambda row: row[1]):
        if f1 < options.above:
            print(f"\n{f1:.3f} {name}", *lines, sep="\n  ")


def compare(score: ModuleType, data: Path, page: dict[str, Any]) -> tuple[float, list[str]]:
    """Return a page's F1 and the lines that say what is too much and too little."""
    article = extract(read_html(data, page), url=page["url"])
    wanted = score.gold_pars(page["gold"], article.text)
    known = words(score, wanted)
    found = words(score, [block.text for block in article.blocks])
    lines = [
        show("+", block.type, block.text)
        for block in article.blocks
        if is_missing(score, block.text, known)
    ]
    lines += [show("-", "gold", text) for text in wanted if is_missing(score, text, found)]
    return float(score.score_text(page["gold"], article.text)["f1"]), lines


def words(score: ModuleType, texts: list[str]) -> Counter[Any]:
    return score.shingles(score.tokens("\n".join(texts)), 2)  # type: ignore[no-any-return]


def is_missing(score: ModuleType, text: str, known: Counter[Any]) -> bool:
    """Tell whether less than half of a block's word pairs are known."""
    pairs = score.shingles(score.tokens(text), 2)
    return 2 * sum((pairs & known).values()) < sum(pairs.values())


def show(sign: str, kind: str, text: str) -> str:
    return f"{sign} {kind:10} {len(text.split()):4}  {text[:SHOWN]}"


if __name__ == "__main__":
    main()

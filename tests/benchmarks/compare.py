"""Compare the extraction engine with every installed peer: accuracy, CPU time, memory.

python tests/benchmarks/compare.py ../shared/bench/dev
python tests/benchmarks/compare.py ../shared/bench/dev --dataset fundus,magic --part held_out

DATA holds gold.jsonl and the pages it names; score.py lies in DATA's parent folder. Columns: F1 and
exact, para, leak, loss of the text, snippet F1 and accuracy, exact title, authors' set F1, date to
the minute and to the day; CPU milliseconds a page, the same as a multiple of a bare lxml parse and
of trafilatura, peak memory of the engine's process, pages on which it raised. Rows marked * score
the lead paragraph as optional. What a peer found is kept between runs by its version; ours is
always run anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engines import ENGINES, installed
from predictions import Run, predict_dataset
from run_engine import read_pages
from scoring import METRICS, Gold, in_part, load_score, score_pages

COSTS = ("ms", "x lxml", "x traf", "MB", "errors")
Row = dict[str, Any]


def main() -> None:
    options = parse_arguments()
    pages = [page for page in read_pages(options.data) if in_part(page, options.part)]
    datasets = options.dataset or list(dict.fromkeys(page["dataset"] for page in pages))
    rows = list(compare(options, pages, datasets))
    show(rows)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


def parse_arguments() -> argparse.Namespace:
    summary, _, details = (__doc__ or "").partition("\n\n")
    parser = argparse.ArgumentParser(
        description=summary, epilog=details, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    names = {"type": lambda text: text.split(","), "metavar": "A,B"}
    parser.add_argument("data", type=Path, help="folder with gold.jsonl")
    parser.add_argument("--dataset", help="only these data sets", **names)
    parser.add_argument("--engines", default=installed(), help="only these engines", **names)
    parser.add_argument("--part", choices=("all", "tuned", "held_out"), default="all")
    parser.add_argument("--fresh", action="store_true", help="run the peers again")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args()
    missing = [name for name in options.engines if name not in installed()]
    if missing:
        parser.error(f"not installed: {', '.join(missing)} (known: {', '.join(ENGINES)})")
    return options


def compare(options: argparse.Namespace, pages: list[Gold], datasets: list[str]) -> Iterator[Row]:
    """Yield a row for each data set and engine; a second one where the lead may be optional."""
    score = load_score(options.data)
    for dataset in datasets:
        chosen = [page for page in pages if page["dataset"] == dataset]
        ids = {page["id"] for page in chosen}
        runs = {
            name: predict_dataset(name, options.data, dataset, fresh=options.fresh)
            for name in options.engines
        }
        trafilatura = runs["trafilatura"].parses(ids) if "trafilatura" in runs else None
        for name, run in runs.items():
            row = {"dataset": dataset, "pages": len(chosen), "engine": f"{name} {run.version}"}
            yield {
                **row,
                **score_pages(score, chosen, run.predictions),
                **measure_costs(run, ids, trafilatura),
            }
        if any(page["gold"].get("summary") for page in chosen):
            for name, run in runs.items():
                figures = score_pages(score, chosen, run.predictions, standfirst_optional=True)
                text = {key: figures[key] for key in ("F1", "exact", "para", "leak", "loss")}
                yield {"dataset": f"{dataset}*", "pages": len(chosen), "engine": name, **text}


def measure_costs(run: Run, ids: set[str], trafilatura: float | None) -> Row:
    parses = run.parses(ids)
    return {
        "ms": run.milliseconds(ids),
        "x lxml": parses,
        "x traf": trafilatura and parses / trafilatura,
        "MB": run.peak_mb,
        "errors": run.errors(ids),
    }


def show(rows: list[Row]) -> None:
    """Print the rows as one table, a blank line between data sets."""
    headings = ["dataset", "pages", "engine", *METRICS.values(), *COSTS]
    cells = [[_cell(heading, row.get(heading)) for heading in headings] for row in rows]
    widths = [max(map(len, column)) for column in zip(headings, *cells, strict=True)]
    previous = None
    for line in [headings, *cells]:
        if previous not in (None, line[0]):
            print()
        previous = line[0]
        print("  ".join(map(_align, line, widths, range(len(line)))))
    print(
        "\n* the lead paragraph may be in the text or not; exact: pages whose tokens are the gold's"
    )


def _align(cell: str, width: int, column: int) -> str:
    return cell.ljust(width) if column in (0, 2) else cell.rjust(width)


def _cell(heading: str, value: Any) -> str:
    if value is None:
        return "–"
    if not isinstance(value, float):
        return str(value)
    digits = {"ms": 1, "x lxml": 1, "x traf": 2, "MB": 0}.get(heading, 3)
    return f"{value:.{digits}f}"


if __name__ == "__main__":
    sys.exit(main())

"""Where the milliseconds go: CPU time of each step of an extraction.

python tests/benchmarks/speed.py ../shared/bench/dev [--pages 400] [--profile]

Prints milliseconds a page and the multiple of a bare lxml parse of the same pages, which does not
depend on the machine or on what else it does; with --profile the functions that cost most.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from run_engine import parse_ms, read_html, read_pages

from newscrawl.extraction import article, extract

STEPS = (
    "parse_page",
    "read_structured",
    "read_title",
    "read_body",
    "read_metadata",
    "judge_page",
)


def main() -> None:
    options = parse_arguments()
    pages = list(read_pages(options.data))
    pages = pages[:: max(1, len(pages) // options.pages)]
    sources = [(read_html(options.data, page), page["url"]) for page in pages]
    if options.profile:
        profile(sources)
    else:
        measure(sources)


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, help="folder with gold.jsonl")
    parser.add_argument("--pages", type=int, default=400, help="how many pages, evenly picked")
    parser.add_argument("--profile", action="store_true", help="list the costliest functions")
    return parser.parse_args()


def measure(sources: list[tuple[str, str]]) -> None:
    """Print the CPU time of each step."""
    seconds: Counter[str] = Counter()
    for step in STEPS:
        setattr(article, step, _timed(step, getattr(article, step), seconds))
    parse = whole = 0.0
    for html, url in sources:
        parse += parse_ms(html) / 1000
        started = time.process_time()
        extract(html, url=url)
        whole += time.process_time() - started
    rows = [("bare lxml parse", parse), *((step, seconds[step]) for step in STEPS)]
    for name, spent in [*rows, ("whole extraction", whole)]:
        print(f"{name:18}{1000 * spent / len(sources):7.2f} ms{spent / parse:7.2f} x")


def profile(sources: list[tuple[str, str]]) -> None:
    """Print the functions by their own time."""
    profiler = cProfile.Profile()
    profiler.enable()
    for html, url in sources:
        extract(html, url=url)
    profiler.disable()
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


def _timed(step: str, function: Callable[..., Any], seconds: Counter[str]) -> Callable[..., Any]:
    def timed(*args: Any, **kwargs: Any) -> Any:
        started = time.process_time()
        try:
            return function(*args, **kwargs)
        finally:
            seconds[step] += time.process_time() - started

    return timed


if __name__ == "__main__":
    main()

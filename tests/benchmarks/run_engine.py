"""One engine over the pages of one data set, in a process of its own.

python run_engine.py ENGINE DATA_DIR DATASET OUT.jsonl

Writes a line a page (the prediction, ``cpu_ms``, ``parse_ms``, ``error``) and at last a line with
``peak_mb``. CPU time is that of this process; the page's bare lxml parse is timed beside it, so
that the ratio of the two does not depend on what else the machine is doing.
"""

from __future__ import annotations

import gzip
import json
import logging
import signal
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engines import ENGINES, Predict
from lxml import html as lxml_html

from newscrawl.extensions.memory import peak_memory_mb

PAGE_SECONDS = 60
# Pages of other data sets that are read before those that are timed: engines compile what they
# look for at first use, as once a run. 40 evenly picked ones take most of it.
WARM_UP = 40


class PageTimeoutError(Exception):
    """A page took longer than ``PAGE_SECONDS``."""


def read_pages(data: Path, dataset: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield the gold records of a data folder."""
    with (data / "gold.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            page = json.loads(line)
            if dataset in (None, page["dataset"]):
                yield page


def read_html(data: Path, page: dict[str, Any]) -> str:
    """Return the HTML of a gold record."""
    return gzip.decompress((data / page["html"]).read_bytes()).decode("utf-8", "replace")


def predict_page(predict: Predict, html: str, url: str) -> dict[str, Any]:
    """Return the prediction with its CPU time; an engine that fails has found nothing."""
    signal.setitimer(signal.ITIMER_REAL, PAGE_SECONDS)
    started = time.process_time()
    try:
        found = predict(html, url)
        error = None
    except Exception as failure:  # noqa: BLE001 -- whatever a peer raises counts as an empty page
        found, error = {}, f"{type(failure).__name__}: {failure}"[:200]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return {**found, "cpu_ms": 1000 * (time.process_time() - started), "error": error}


def parse_ms(html: str) -> float:
    """Return the CPU milliseconds of nothing but parsing the page."""
    started = time.process_time()
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    lxml_html.document_fromstring(html.encode("utf-8", "replace") or b"<p>", parser=parser)
    return 1000 * (time.process_time() - started)


def run(name: str, data: Path, dataset: str, out: Path) -> None:
    """Write the engine's predictions."""
    predict = ENGINES[name].load()
    others = [page for page in read_pages(data) if page["dataset"] != dataset]
    for page in others[:: max(1, len(others) // WARM_UP)]:
        predict_page(predict, read_html(data, page), page["url"])
    with out.open("w", encoding="utf-8") as lines:
        for page in read_pages(data, dataset):
            html = read_html(data, page)
            result = {"id": page["id"], **predict_page(predict, html, page["url"])}
            lines.write(json.dumps({**result, "parse_ms": parse_ms(html)}, default=str) + "\n")
            lines.flush()
        lines.write(json.dumps({"peak_mb": peak_memory_mb()}) + "\n")


def _stop(_signum: int, _frame: object) -> None:
    raise PageTimeoutError


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    signal.signal(signal.SIGALRM, _stop)
    run(sys.argv[1], Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))

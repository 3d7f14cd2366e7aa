"""What an engine found on a data set, kept between runs by the engine's version."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from engines import ENGINES
from run_engine import read_pages

CACHE = Path(tempfile.gettempdir()) / "newscrawl-benchmarks"
RUNNER = Path(__file__).with_name("run_engine.py")


@dataclass(frozen=True, slots=True)
class Run:
    """One engine's results on one data set."""

    version: str
    predictions: dict[str, dict[str, Any]]
    peak_mb: float

    def milliseconds(self, ids: set[str]) -> float:
        """Return the mean CPU time of a page."""
        return self._total("cpu_ms", ids) / max(1, len(ids))

    def parses(self, ids: set[str]) -> float:
        """Return the CPU time as a multiple of a bare lxml parse of the same pages."""
        return self._total("cpu_ms", ids) / max(1e-9, self._total("parse_ms", ids))

    def errors(self, ids: set[str]) -> int:
        """Return on how many pages the engine raised or ran out of time."""
        return sum(self.predictions.get(page, {"error": "missing"})["error"] is not None
                   for page in ids)  # fmt: skip

    def _total(self, key: str, ids: set[str]) -> float:
        return sum(self.predictions[page][key] for page in ids if page in self.predictions)


def predict_dataset(name: str, data: Path, dataset: str, *, fresh: bool = False) -> Run:
    """Return what the engine finds; a peer's earlier run on the same data is used again."""
    version = ENGINES[name].version or "?"
    digest = hashlib.sha256((data / "gold.jsonl").read_bytes()).hexdigest()[:8]
    path = CACHE / f"{data.resolve().name}-{digest}" / f"{name}-{version}" / f"{dataset}.jsonl"
    if fresh or name == "newscrawl" or not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        _run(name, data, dataset, partial)
        partial.replace(path)
    *lines, last = path.read_text(encoding="utf-8").splitlines()
    predictions = [json.loads(line) for line in lines]
    return Run(version, {found["id"]: found for found in predictions}, json.loads(last)["peak_mb"])


def _run(name: str, data: Path, dataset: str, out: Path) -> None:
    total = sum(1 for _ in read_pages(data, dataset))
    command = [sys.executable, str(RUNNER), name, str(data), dataset, str(out)]
    with subprocess.Popen(command) as process:
        while process.poll() is None:
            done = out.read_bytes().count(b"\n") if out.exists() else 0
            _progress(f"{dataset}: {name} {done}/{total}")
            time.sleep(0.5)
    _progress("")
    if process.returncode:
        raise SystemExit(f"{name} failed on {dataset} (exit code {process.returncode})")


def _progress(line: str) -> None:
    """Show a line that the next one overwrites; nothing if nobody watches."""
    if sys.stderr.isatty():
        print(f"\r\033[K{line}", end="", file=sys.stderr, flush=True)

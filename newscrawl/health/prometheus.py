"""A run's numbers in Prometheus' text format, for the node exporter's textfile collector."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

_HELP = {
    "newscrawl_run_finished_seconds": "Unix time at which the last run ended",
    "newscrawl_run_duration_seconds": "How long the last run took",
    "newscrawl_run_peak_memory_bytes": "Largest resident size of the last run",
    "newscrawl_run_requests": "Requests of the last run",
    "newscrawl_pages": "Pages of the last run by what became of them",
    "newscrawl_fill_ratio": "Share of the last run's records that have a field",
    "newscrawl_lag_seconds": "Seconds from publication to saving in the last run",
    "newscrawl_alarms": "What is probably broken",
}


def render_metrics(report: Mapping[str, Any]) -> str:
    """Return a run report as metrics, each with its help and type."""
    samples = list(_samples(report))
    lines = []
    for name, text in _HELP.items():
        found = [
            f"{metric}{{{_labels(labels)}}} {value}"
            for metric, labels, value in samples
            if metric == name and value is not None
        ]
        if found:
            lines += [f"# HELP {name} {text}", f"# TYPE {name} gauge", *found]
    return "\n".join(lines) + "\n"


def _samples(report: Mapping[str, Any]) -> Iterator[tuple[str, dict[str, str], Any]]:
    run = {"spider": report["spider"]}
    finished = datetime.fromisoformat(report["finished_at"]).timestamp()
    yield "newscrawl_run_finished_seconds", run, finished
    yield "newscrawl_run_duration_seconds", run, report["seconds"]
    yield "newscrawl_run_peak_memory_bytes", run, int(report["peak_memory_mb"] * 1024 * 1024)
    yield "newscrawl_run_requests", run, report["requests"]
    for name, site in report["sites"].items():
        yield from _site_samples(run | {"site": name}, site)


def _site_samples(
    labels: dict[str, str], site: Mapping[str, Any]
) -> Iterator[tuple[str, dict[str, str], Any]]:
    for outcome in ("fetched", "saved", "revised", "unchanged"):
        yield "newscrawl_pages", labels | {"outcome": outcome}, site[outcome]
    for outcome in ("dropped", "refused", "failed"):
        yield "newscrawl_pages", labels | {"outcome": outcome}, sum(site[outcome].values())
    for field, rate in site["fill_rates"].items():
        yield "newscrawl_fill_ratio", labels | {"field": field}, rate
    for quantile, name in (("0.5", "median"), ("0.95", "p95")):
        yield "newscrawl_lag_seconds", labels | {"quantile": quantile}, site["lag_seconds"][name]
    yield "newscrawl_alarms", labels, len(site["alarms"])


def _labels(labels: Mapping[str, str]) -> str:
    return ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items())


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")

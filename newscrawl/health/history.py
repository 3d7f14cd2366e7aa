"""The reports of earlier runs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

_NUMBER = (int, float)
_TOLD = {
    "spider": str, "sites": dict, "finished_at": str, "finish_reason": str, "seconds": _NUMBER,
    "requests": int, "peak_memory_mb": _NUMBER,
}  # fmt: skip
_TOLD_OF_SITES = {
    "fetched": int, "saved": int, "revised": int, "failed": dict, "dropped": dict,
    "fill_rates": dict, "lag_seconds": dict, "words": dict, "alarms": list,
    "refused": dict, "listings": dict, "published": dict, "undated": int,
}  # fmt: skip


def read_reports(
    folder: Path, *, spider: str | None = None, limit: int | None = None
) -> list[dict[str, Any]]:
    """Return the reports in and below a folder, the newest last; of one spider, and the last ones.

    Their file names begin with the moment of the run, so their order is that of the names. A file
    that is no report (a run was killed while it wrote) is left out.
    """
    found: list[dict[str, Any]] = []
    for path in sorted(folder.rglob("*.json"), key=attrgetter("name"), reverse=True):
        if limit is not None and len(found) >= limit:
            break
        report = _read(path)
        if report and spider in (None, report["spider"]):
            found.append(report)
    return found[::-1]


def prune_reports(folder: Path, *, kept: int) -> None:
    """Remove all reports in a folder but the last ones."""
    for path in sorted(folder.glob("*.json"))[:-kept]:
        path.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any] | None:
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return report if _is_report(report) else None


def _is_report(report: Any) -> bool:
    """Return whether a file holds what a run wrote, and was neither cut nor edited since."""
    return _tells(report, _TOLD) and all(
        _tells(site, _TOLD_OF_SITES) for site in report["sites"].values()
    )


def _tells(value: Any, told: Mapping[str, Any]) -> bool:
    return isinstance(value, dict) and all(
        isinstance(value.get(name), kind) for name, kind in told.items()
    )

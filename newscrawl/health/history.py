"""The reports of earlier runs."""

from __future__ import annotations

import json
from operator import attrgetter
from pathlib import Path
from typing import Any


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
    except (OSError, ValueError):
        return None
    is_report = isinstance(report, dict) and {"spider", "sites", "finished_at"} <= report.keys()
    return report if is_report else None

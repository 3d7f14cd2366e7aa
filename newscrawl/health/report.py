"""The run report: what a run did at each site, as JSON for machines and as a table for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from newscrawl.crawling.answers import explain_slug
from newscrawl.health.expectations import Alarm
from newscrawl.health.tally import FIELDS, SiteTally, Tally, below
from newscrawl.items import Article
from newscrawl.safe_logs import make_safe

_COLUMNS = (
    *("site", "found", "fetched", "saved", "revised", "dropped", "refused", "failed", "text"),
    "lag",
)
# Days before a run whose articles are told by day: a week, which tells what is usual, and one for
# the zones.
_DAYS = 8
# Seconds without an article at the beginning of a window that tell nothing: a week-end. Chosen, as
# is the half of the window.
_SILENCE = 2 * 86_400.0
# Records of a site whose times have no zone, from which on one is asked for. Chosen.
_MIN_ZONELESS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run, apart from what it did at its sites."""

    run_id: str
    spider: str
    arguments: Mapping[str, str]
    started_at: datetime
    finished_at: datetime
    finish_reason: str
    peak_memory_mb: float
    version: str


def build_report(
    run: Run, tally: Tally, stats: Mapping[str, Any], alarms: Mapping[str, list[Alarm]]
) -> dict[str, Any]:
    """Return the report of a run as JSON values; ``alarms`` are what is broken at each site."""
    seconds = (run.finished_at - run.started_at).total_seconds()
    return {
        "run_id": run.run_id,
        "spider": run.spider,
        "arguments": {name: make_safe(value) for name, value in run.arguments.items()},
        "version": run.version,
        "started_at": run.started_at.isoformat(timespec="seconds"),
        "finished_at": run.finished_at.isoformat(timespec="seconds"),
        "seconds": round(seconds, 1),
        "finish_reason": run.finish_reason,
        "requests": stats.get("downloader/request_count", 0),
        "bytes": stats.get("downloader/response_bytes", 0),
        "errors_logged": stats.get("log_count/ERROR", 0),
        "peak_memory_mb": round(run.peak_memory_mb, 1),
        "http": below(stats, "downloader/response_status_count/"),
        "refused": below(stats, "newscrawl/refused/"),
        "removed": below(stats, "newscrawl/removed/"),
        "sites": {
            name: _describe(site, alarms.get(name, []), run.finished_at)
            for name, site in sorted(tally.sites.items())
        },
    }


def render_table(report: Mapping[str, Any]) -> str:
    """Return the report's sites as a table for a terminal."""
    rows = [_COLUMNS, *(_row(name, site) for name, site in report["sites"].items())]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def render_record(article: Article) -> str:
    """Return a record in a few lines."""
    text = article.text.replace("\n\n", " ¶ ")
    shown = {
        "title": article.title,
        "date_published": article.date_published,
        "authors": ", ".join(article.authors),
        "section": article.section,
        "url": article.url,
        "text": f"{text[:160]}… ({article.word_count} words)",
    }
    return "\n".join(f"  {name + ':':<16}{value or '-'}" for name, value in shown.items())


def describe_reach(name: str, reached: float | None, *, since: datetime, until: datetime) -> str:
    """Return a line about a site whose oldest article is much later than asked; "" else.

    ``reached`` is that article's Unix time.
    """
    if reached is None or reached - since.timestamp() <= max(
        _SILENCE, (until - since).total_seconds() / 2
    ):
        return ""
    return (
        f"{name}: asked since {since.astimezone(UTC):%Y-%m-%d}, its oldest article is of "
        f"{datetime.fromtimestamp(reached, UTC):%Y-%m-%d}: its listings led no further back"
    )


def find_hints(report: Mapping[str, Any]) -> list[str]:
    """Return a line for each thing that a setting or argument would better at a site."""
    found = []
    for name, site in report["sites"].items():
        if pages := site["refused"].get("wants_cookie"):
            found.append(f"{name}: {explain_slug('wants_cookie')} (pages refused: {pages})")
        times, records = site["zone_unknown"], site["saved"] + site["revised"]
        if times >= _MIN_ZONELESS and 2 * times > records:
            found.append(
                f"{name}: times are printed without a zone, {times} of {records} dates are days "
                "only: give it (timezone in the class; -a timezone=Asia/Almaty to news)"
            )
    return found


def shorten_path(path: Path) -> str:
    """Return a path as seen from the working directory, if it lies below it."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _describe(site: SiteTally, alarms: list[Alarm], now: datetime) -> dict[str, Any]:
    fetched = site.counts["page/fetched"]
    asked = fetched + site.total("page/failed/") + site.counts["listing/asked"]
    saved = site.counts["saved"] + site.counts["revised"]
    return {
        "listings": {
            "asked": site.counts["listing/asked"],
            "answered": site.counts["listing/answered"],
            "unchanged": site.counts["listing/unchanged"],
            "failed": below(site.counts, "listing/failed/"),
            "refused": below(site.counts, "listing/refused/"),
            "guessed_in_vain": site.total("guess/"),
            "skipped": below(site.counts, "listing/skipped/"),
        },
        "candidates": {
            "new": site.counts["candidate/new"],
            "known": site.counts["candidate/known"],
            "skipped": below(site.counts, "candidate/skipped/"),
        },
        "fetched": fetched,
        "failed": below(site.counts, "page/failed/"),
        "refused": below(site.counts, "page/refused/"),
        "saved": site.counts["saved"],
        "copies": site.counts["copies"],
        "published": _last_days(site.days, now),
        "oldest": _moment(site.oldest),
        "undated": site.counts["saved"] - site.days.total(),
        "zone_unknown": site.counts["zone_unknown"],
        "revised": site.counts["revised"],
        "unchanged": site.counts["page/unchanged"] + site.counts["unsaved/unchanged"],
        "dropped": below(site.counts, "dropped/"),
        "fill_rates": {name: _rounded(site.fill_rate(name), 3) for name in FIELDS},
        "lag_seconds": {"median": site.lags.quantile(50), "p95": site.lags.quantile(95)},
        "words": {
            f"p{percent}": _rounded(site.lengths.quantile(percent), 0)
            for percent in (5, 25, 50, 75, 95)
        },
        "requests_per_article": _rounded(asked / saved if saved else None, 2),
        "alarms": [alarm.sentence for alarm in alarms],
    }


def _moment(value: float | None) -> str | None:
    return None if value is None else datetime.fromtimestamp(value, UTC).isoformat()


def _last_days(days: Mapping[str, int], now: datetime) -> dict[str, int]:
    begin = f"{now - timedelta(days=_DAYS):%Y-%m-%d}"
    return {day: times for day, times in sorted(days.items()) if day >= begin}


def _row(name: str, site: Mapping[str, Any]) -> tuple[str, ...]:
    numbers = (
        site["candidates"]["new"],
        site["fetched"],
        f"{site['saved']}{format_copies(site['copies'])}",
        site["revised"],
        sum(site["dropped"].values()),
        sum(site["refused"].values()) + sum(site["listings"]["refused"].values()),
        sum(site["failed"].values()) + sum(site["listings"]["failed"].values()),
    )
    words, lag = site["words"]["p50"], site["lag_seconds"]["median"]
    text = "-" if words is None else f"{words:.0f} words"
    return (name, *map(str, numbers), text, "-" if lag is None else format_span(lag))


def format_copies(copies: int) -> str:
    """Return what stands behind a number of records: " (2 copies)"; "" of none."""
    return f" ({copies} {'copy' if copies == 1 else 'copies'})" if copies else ""


def format_span(seconds: float) -> str:
    """Return a length of time in its largest fitting unit: "40 s", "12 min", "5 h", "9 d"."""
    for unit, size, limit in (("s", 1, 120), ("min", 60, 7200), ("h", 3600, 172_800)):
        if seconds < limit:
            return f"{seconds / size:.0f} {unit}"
    return f"{seconds / 86_400:.0f} d"


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)

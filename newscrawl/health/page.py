"""The last runs as one page: self-contained, for a phone as for a wall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from newscrawl.health.charts import bar_chart, line_chart, share_bars
from newscrawl.health.report import format_span

Report = Mapping[str, Any]

_FILL = ("date_published", "authors", "description", "section", "tags", "images")
_STYLE = """
:root{color-scheme:light dark;--soft:#8884}
body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem}h2{margin:2.5rem 0 0;border-top:1px solid var(--soft);padding-top:1rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}svg{width:100%;height:auto}
svg text{font-size:17px;fill:currentColor;opacity:.75}.grid{stroke:var(--soft)}
.legend span{margin-right:1rem;white-space:nowrap}.legend i{display:inline-block;width:.8rem;
height:.8rem;border-radius:2px;margin-right:.3rem}.legend{margin:.2rem 0;font-size:.85rem}
table{border-collapse:collapse;width:100%;font-size:.85rem}.wide{overflow-x:auto}
td,th{text-align:right;padding:.25rem .5rem;border-bottom:1px solid var(--soft);white-space:nowrap}
td:first-child,th:first-child{text-align:left}
.alarm{background:#d1495b22;border-left:4px solid #d1495b;padding:.5rem .8rem;margin:.5rem 0}
.share{display:flex;gap:.6rem;align-items:center;font-size:.85rem}.share span:first-child{
width:13rem;overflow:hidden;text-overflow:ellipsis}.bar{background:#2a6fdb;height:.8rem;
border-radius:2px}
"""


def render_page(reports: Sequence[Report]) -> str:
    """Return the page of some runs' reports, the oldest first; it says so if there are none."""
    sites = sorted({name for report in reports for name in report["sites"]})
    parts = [_summary(reports), *(_site(name, reports) for name in sites)]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>newscrawl: the last runs</title><style>{_STYLE}</style></head>"
        f"<body><h1>newscrawl: the last runs</h1>{''.join(parts)}</body></html>\n"
    )


def _summary(reports: Sequence[Report]) -> str:
    if not reports:
        return "<p>There is no report of a run yet.</p>"
    rows = "".join(_summary_row(report) for report in reversed(reports[-20:]))
    head = "".join(
        f"<th>{name}</th>"
        for name in ("run", "spider", "took", "requests", "saved", "revised", "memory", "end")
    )
    return (
        f"<p>Runs: {len(reports)}, {_moment(reports[0])} to {_moment(reports[-1])} UTC</p>"
        f"{_alarms(reports)}"
        f'<div class="wide"><table><tr>{head}</tr>{rows}</table></div>'
    )


def _summary_row(report: Report) -> str:
    cells = (
        _moment(report),
        report["spider"],
        format_span(report["seconds"]),
        report["requests"],
        sum(site["saved"] for site in report["sites"].values()),
        sum(site["revised"] for site in report["sites"].values()),
        f"{report['peak_memory_mb']:.0f} MB",
        report["finish_reason"],
    )
    return "<tr>" + "".join(f"<td>{escape(str(cell))}</td>" for cell in cells) + "</tr>"


def _alarms(reports: Sequence[Report]) -> str:
    """Return what is broken as each spider's last run of each site saw it."""
    last = {
        (report["spider"], name): site
        for report in reports
        for name, site in report["sites"].items()
    }
    alarms = [alarm for site in last.values() for alarm in site["alarms"]]
    return "".join(f'<p class="alarm">{escape(alarm)}</p>' for alarm in alarms)


def _site(name: str, reports: Sequence[Report]) -> str:
    runs = [report for report in reports if name in report["sites"]]
    sites = [report["sites"][name] for report in runs]
    labels = [_moment(report) for report in runs]
    charts = {
        "Articles a day": _articles(runs, sites),
        "Records that have the field": line_chart(
            _fill_rates(sites), labels, top=1, mark="{:.0%}".format
        ),
        "Time from publication to saving": line_chart(_lags(sites), labels, mark=format_span),
        "Dropped pages by reason": share_bars(_sum(site["dropped"] for site in sites)),
        "Refused pages": share_bars(_sum(site["refused"] for site in sites)),
        "Failed pages": share_bars(_sum(site["failed"] for site in sites)),
        "Failed listings": share_bars(_sum(site["listings"]["failed"] for site in sites)),
    }
    shown = "".join(f"<h3>{title}</h3>{chart}" for title, chart in charts.items() if chart)
    return f"<h2>{escape(name)}</h2>{shown}"


def _articles(runs: Sequence[Report], sites: Sequence[Report]) -> str:
    days: dict[str, Counter[str]] = {}
    for run, site in zip(runs, sites, strict=True):
        day = days.setdefault(run["finished_at"][:10], Counter())
        day.update({"saved": site["saved"], "revised": site["revised"]})
    return bar_chart(
        {kind: [day[kind] for day in days.values()] for kind in ("saved", "revised")}, list(days)
    )


def _fill_rates(sites: Sequence[Report]) -> dict[str, list[float | None]]:
    return {field: [site["fill_rates"].get(field) for site in sites] for field in _FILL}


def _lags(sites: Sequence[Report]) -> dict[str, list[float | None]]:
    return {kind: [site["lag_seconds"][kind] for site in sites] for kind in ("median", "p95")}


def _sum(counts: Iterable[Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts:
        total.update(each)
    return total


def _moment(report: Report) -> str:
    return str(report["finished_at"])[:16].replace("T", " ")

"""What a site usually gives, learned from its own last runs; and what to say when it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from newscrawl.health.tally import SiteTally, Tally

# Fewer pages than these say nothing: at ten, a share is right to about 15 percentage points.
_MIN_PAGES = 10
_MIN_PAST_PAGES = 20
# A share has collapsed when it lost this much: what a new layout does. Chosen, not measured: less
# would ring on a mixed day of news, more would miss a layout that only half of the pages have.
_COLLAPSE = 0.4
# Days of past that articles a day are learned from, and how many a day make a silent one odd.
_DAYS = 7
_BUSY_SITE = 5.0

_WATCHED = ("date_published", "authors", "description", "images")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectations:
    """What a site's class states of it; what is None is learned from its last runs."""

    articles_a_day: float | None = None
    """So many at least; 0 for a site that may be silent for days."""
    dated: float | None = None
    """Share of records with a date of publication."""
    authored: float | None = None
    """Share of records with an author."""
    with_text: float | None = None
    """Share of fetched pages that hold an article's text."""


@dataclass(frozen=True, slots=True)
class _Share:
    name: str
    now: float
    usual: float | None
    pages: int


def find_alarms(
    tally: Tally,
    past: Sequence[Mapping[str, Any]],
    expectations: Expectations,
    *,
    now: datetime | None = None,
) -> dict[str, list[str]]:
    """Return, by site, a sentence for each thing that is probably broken.

    ``past`` are the reports of earlier runs, the newest last.
    """
    now = now or datetime.now(UTC)
    alarms = {}
    for name, site in tally.sites.items():
        history = [report["sites"][name] for report in past if name in report["sites"]]
        found = [
            *_collapsed(name, _shares(site, history, expectations)),
            *_silent(name, site, past, expectations, now),
        ]
        if found:
            alarms[name] = found
    return alarms


def _shares(
    site: SiteTally, history: Sequence[Mapping[str, Any]], stated: Expectations
) -> Iterator[_Share]:
    judged = site.lengths.count + site.total("dropped/")
    if judged:
        empty = site.counts["dropped/empty_text"] + site.counts["dropped/title_missing"]
        usual = stated.with_text if stated.with_text is not None else _usual_text(history)
        yield _Share("text", 1 - empty / judged, usual, judged)
    overrides = {"date_published": stated.dated, "authors": stated.authored}
    for field in _WATCHED:
        rate, override = site.fill_rate(field), overrides.get(field)
        if rate is not None:
            usual = override if override is not None else _usual_fill(history, field)
            yield _Share(field, rate, usual, site.lengths.count)


def _collapsed(name: str, shares: Iterator[_Share]) -> Iterator[str]:
    for share in shares:
        if share.usual is None or share.pages < _MIN_PAGES:
            continue
        if share.usual - share.now >= min(_COLLAPSE, share.usual / 2 or 1):
            yield (
                f"probably broken: {name}, {share.name} empty in {1 - share.now:.0%} of "
                f"{share.pages} pages, was {1 - share.usual:.0%}"
            )


def _usual_text(history: Sequence[Mapping[str, Any]]) -> float | None:
    empty = sum(
        site["dropped"].get("empty_text", 0) + site["dropped"].get("title_missing", 0)
        for site in history
    )
    pages = sum(_records(site) + sum(site["dropped"].values()) for site in history)
    return 1 - empty / pages if pages >= _MIN_PAST_PAGES else None


def _usual_fill(history: Sequence[Mapping[str, Any]], field: str) -> float | None:
    pages = sum(map(_records, history))
    if pages < _MIN_PAST_PAGES:
        return None
    return sum(_records(site) * (site["fill_rates"].get(field) or 0) for site in history) / pages


def _silent(
    name: str,
    site: SiteTally,
    past: Sequence[Mapping[str, Any]],
    stated: Expectations,
    now: datetime,
) -> Iterator[str]:
    """Say so when a day passed without an article at a site that usually has some every day."""
    if site.counts["saved"]:
        return
    ages = [
        (now - datetime.fromisoformat(report["finished_at"]), report["sites"][name]["saved"])
        for report in past
        if name in report["sites"]
    ]
    day = timedelta(days=1)
    if not any(age >= day for age, _ in ages) or any(saved for age, saved in ages if age < day):
        return
    older = [(age, saved) for age, saved in ages if day <= age < _DAYS * day]
    span = max((age / day for age, _ in older), default=0.0)
    # The first run saves what had gathered before: it says nothing of a day.
    usual = sum(saved for _, saved in older[1:]) / span if span else 0.0
    expected = stated.articles_a_day if stated.articles_a_day is not None else usual
    is_odd = expected > 0 if stated.articles_a_day is not None else expected >= _BUSY_SITE
    if is_odd:
        yield f"probably broken: {name}, no article for a day, {expected:.0f} a day are usual"


def _records(site: Mapping[str, Any]) -> int:
    return int(site["saved"] + site["revised"])

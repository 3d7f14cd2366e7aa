"""What a site usually gives, learned from its own last runs; and what to say when it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, NamedTuple

from newscrawl.crawling.answers import explain_slug
from newscrawl.discovery.window import OUTSIDE
from newscrawl.health.collapse import has_collapsed
from newscrawl.health.tally import SiteTally, Tally, below

# Pages of the past that tell what is usual.
_MIN_PAST_PAGES = 20
# Pages that were asked for, below which a rate of errors says nothing.
_MIN_ASKED = 10
# The same where none at all could be had, whoever refused it: two may be gone by chance. Chosen.
_MIN_BARRED = 3
# Days of past that articles a day are learned from, and how many a day make a silent one odd.
_DAYS = 7
_BUSY_SITE = 5.0

_WATCHED = ("date_published", "authors", "description", "images")
_EMPTY = frozenset(("empty_text", "title_missing"))
UNWANTED = OUTSIDE | {"opt_out"}
"""Reasons for which articles are dropped that are articles all the same."""

# How the sentence begins of a site that does answer.
_LEADS = {"robots_txt": "may not be crawled", "offsite": "has moved"}


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
    failing: float = 0.5
    """Share of pages asked for that may fail: not answered, forbidden, or gone."""


class Alarm(NamedTuple):
    """Something that is probably broken."""

    kind: Literal["unreachable", "failing", "collapsed", "silent", "barren", "unwritten"]
    """"collapsed": the site's pages are not what they were; "unwritten": the run cannot be told of
    in full; else the site gives none, or too few."""
    sentence: str
    """For a person, in one line."""


@dataclass(frozen=True, slots=True)
class _Share:
    missing: str
    now: float
    usual: float | None
    pages: int


def find_alarms(
    tally: Tally,
    past: Sequence[Mapping[str, Any]],
    expectations: Expectations,
    *,
    strangers: Collection[str] = (),
    now: datetime | None = None,
) -> dict[str, list[Alarm]]:
    """Return, by site, what is probably broken.

    ``past`` are the reports of earlier runs, the newest last; ``strangers`` the sites of which not
    one page is known.
    """
    now = now or datetime.now(UTC)
    alarms = {}
    for name, site in tally.sites.items():
        history = [report["sites"][name] for report in past if name in report["sites"]]
        found = [
            *_unreachable(name, site),
            *_unread(name, site),
            *(_barren(name, site) if name in strangers else ()),
            *_failing(name, site, expectations.failing),
            *_collapsed(name, _shares(site, history, expectations)),
            *_silent(name, site, past, expectations, now),
        ]
        if found:
            alarms[name] = found
    return alarms


def _unreachable(name: str, site: SiteTally) -> Iterator[Alarm]:
    reasons = Counter(below(site.counts, "listing/failed/"))
    reasons += Counter(below(site.counts, "listing/refused/"))
    del reasons["paused"]  # a site that asked us to wait did answer, earlier
    if reasons and not (site.counts["listing/answered"] or site.counts["page/fetched"]):
        count, (reason, _) = reasons.total(), reasons.most_common(1)[0]
        listings = "1 listing" if count == 1 else f"{count} listings"
        words = f"it leads to {site.moved_to}" if reason == "offsite" else explain_slug(reason)
        sentence = f"{_LEADS.get(reason, 'cannot be reached')}: {name}, none of {listings}, mostly "
        yield Alarm("unreachable", f"{sentence}{reason}{f' ({words})' if words else ''}")


def _unread(name: str, site: SiteTally) -> Iterator[Alarm]:
    answered = site.counts["listing/answered"]
    if answered and site.counts["listing/failed/oversized"] == answered:
        sentence = f"cannot be read: {name}, {answered} of {answered} listings are oversized"
        yield Alarm("unreachable", sentence)


def _barren(name: str, site: SiteTally) -> Iterator[Alarm]:
    """Say so when a site answered and yet no link to an article was ever found on it."""
    answered = site.counts["listing/answered"]
    is_outside = any(site.counts[f"candidate/skipped/{reason}"] for reason in OUTSIDE)
    if answered > site.counts["listing/failed/oversized"] and not is_outside:
        listings = "1 listing" if answered == 1 else f"{answered} listings"
        sentence = (
            f"no article found: {name}, {listings} answered but gave no links to articles; give a "
            "section or a feed, or see with `scrapy probe URL` whether scripts draw the page"
        )
        yield Alarm("barren", sentence)


def _failing(name: str, site: SiteTally, limit: float) -> Iterator[Alarm]:
    failures, refusals = (_first_setbacks(site, outcome) for outcome in ("failed", "refused"))
    del refusals["paused"]
    vanished = site.counts["article/vanished"]
    failed, fetched = failures.total(), site.counts["page/fetched"]
    if failed + fetched >= _MIN_ASKED and failed > limit * (failed + fetched):
        (reason, _), *_ = failures.most_common(1)
        count = f"{failed} of {failed + fetched}"
        yield Alarm("failing", f"probably broken: {name}, {count} pages failed, mostly {reason}")
    elif not fetched and failed + refusals.total() - vanished >= _MIN_BARRED:
        (reason, _), *_ = (failures + refusals).most_common(1)
        words = explain_slug(reason)
        sentence = f"no page could be had: {name}, none of {failed + refusals.total()}, mostly "
        yield Alarm("failing", f"{sentence}{reason}{f' ({words})' if words else ''}")


def _first_setbacks(site: SiteTally, outcome: str) -> Counter[str]:
    """Return the pages that could not be had, by reason, but for those that never could lately."""
    setbacks = Counter(below(site.counts, f"page/{outcome}/"))
    return setbacks - Counter(below(site.counts, f"again/{outcome}/"))


def _shares(
    site: SiteTally, history: Sequence[Mapping[str, Any]], stated: Expectations
) -> Iterator[_Share]:
    dropped = below(site.counts, "dropped/")
    judged = site.lengths.count + sum(dropped.values())
    if judged:
        for missing, pages in _losses(dropped).items():
            is_stated = missing == "text empty" and stated.with_text is not None
            usual = stated.with_text if is_stated else _usual_share(history, missing)
            yield _Share(missing, 1 - pages / judged, usual, judged)
    overrides = {"date_published": stated.dated, "authors": stated.authored}
    for field in _WATCHED:
        rate, override = site.fill_rate(field), overrides.get(field)
        if rate is not None:
            usual = override if override is not None else _usual_fill(history, field)
            yield _Share(f"{field} empty", rate, usual, site.lengths.count)


def _losses(dropped: Mapping[str, int]) -> dict[str, int]:
    """Return how many pages were no articles, by what they lack."""
    wanted = {reason: times for reason, times in dropped.items() if reason not in UNWANTED}
    empty = sum(times for reason, times in wanted.items() if reason in _EMPTY)
    return {"text empty": empty, "no article": sum(wanted.values()) - empty}


def _collapsed(name: str, shares: Iterator[_Share]) -> Iterator[Alarm]:
    for share in shares:
        if share.usual is not None and has_collapsed(share.now, share.usual, pages=share.pages):
            sentence = (
                f"probably broken: {name}, {share.missing} in {1 - share.now:.0%} of "
                f"{share.pages} pages, was {1 - share.usual:.0%}"
            )
            yield Alarm("collapsed", sentence)


def _usual_share(history: Sequence[Mapping[str, Any]], missing: str) -> float | None:
    lost = sum(_losses(site["dropped"])[missing] for site in history)
    pages = sum(_records(site) + sum(site["dropped"].values()) for site in history)
    return 1 - lost / pages if pages >= _MIN_PAST_PAGES else None


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
) -> Iterator[Alarm]:
    """Say so when a day passed without an article at a site that usually has some every day."""
    if site.counts["saved"]:
        return
    ages = [
        (now - datetime.fromisoformat(report["finished_at"]), report["sites"][name])
        for report in past
        if name in report["sites"]
    ]
    day = timedelta(days=1)
    is_known = any(age >= day for age, _ in ages)
    if not is_known or any(told["saved"] for age, told in ages if age < day):
        return
    stated_rate = stated.articles_a_day
    expected = stated_rate if stated_rate is not None else _usual_a_day(ages, now)
    is_odd = expected > 0 if stated_rate is not None else expected >= _BUSY_SITE
    if is_odd:
        sentence = f"probably broken: {name}, no article for a day, {expected:.0f} a day are usual"
        yield Alarm("silent", sentence)


def _usual_a_day(ages: Sequence[tuple[timedelta, Mapping[str, Any]]], now: datetime) -> float:
    """Return the articles a day of the last days, from what runs of such ages told of a site."""
    day, begin = timedelta(days=1), now - timedelta(days=_DAYS)
    older = [(age, told) for age, told in ages if day <= age < _DAYS * day]
    span = max((age / day for age, _ in older), default=0.0)
    # The first run saves what had gathered before: it says nothing of a day.
    saved = sum(_saved_of_days(told, f"{begin:%Y-%m-%d}") for _, told in older[1:])
    return saved / span if span else 0.0


def _saved_of_days(told: Mapping[str, Any], begin: str) -> int:
    """Return how many articles a run saved that were published since a day, or nobody dates."""
    published = sum(times for day, times in told["published"].items() if day >= begin)
    return int(published + told["undated"])


def _records(site: Mapping[str, Any]) -> int:
    return int(site["saved"] + site["revised"])

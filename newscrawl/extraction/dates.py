"""When an article was published and when it was last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cached_property
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction import date_evidence as evidence
from newscrawl.extraction import date_printed as printed
from newscrawl.extraction.body import Body
from newscrawl.extraction.date_evidence import Stated
from newscrawl.extraction.date_lines import Kind
from newscrawl.extraction.date_moments import Moment
from newscrawl.extraction.date_parsing import parse_date
from newscrawl.extraction.date_zones import (
    host_of,
    zone_named,
    zone_of_country,
    zone_of_language,
)
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.selectors import find_all
from newscrawl.extraction.structured import Structured
from newscrawl.items import DatePrecision, DateSource

# The first news sites are of 1993; what is older is a template's zero date.
_FIRST_YEAR = 1991
_TOLERANCE = timedelta(days=1)
_NO_SECONDS = re.compile(r"(T\d\d:\d\d):00(?=$|[+Z-])")
_MONTH_FIRST_HOSTS = (".com", ".us", ".org", ".net", ".edu", ".gov")


@dataclass(slots=True)
class Dates:
    """The two dates of an article, each with where it was read."""

    published: str | None = None
    """ISO 8601 with offset; the day alone if no more is known."""
    modified: str | None = None
    precision: DatePrecision | None = None
    source: DateSource | None = None
    modified_source: DateSource | None = None
    warnings: list[str] = field(default_factory=list)


class _Found(NamedTuple):
    moment: Moment
    source: DateSource
    kind: Kind | None


class _Reader(NamedTuple):
    """How the dates of one page are read."""

    zone: tzinfo | None
    now: datetime | None
    language: str | None
    day_first: bool | None

    def read(self, stated: Iterable[Stated], kind: Kind) -> Iterator[_Found]:
        """Yield the plausible moments among what is stated of this kind of date."""
        for item in stated:
            if item.kind not in (kind, None):
                continue
            moment = parse_date(
                item.text,
                zone=self.zone,
                now=self.now,
                language=self.language,
                day_first=self.day_first,
            )
            if moment and self.is_plausible(moment):
                yield _Found(moment, item.source, item.kind)

    def is_plausible(self, moment: Moment) -> bool:
        if moment.stamp.year < _FIRST_YEAR:
            return False
        return self.now is None or moment.day <= self.now.date() + _TOLERANCE


def read_dates(
    page: Page,
    structured: Structured,
    body: Body,
    *,
    rules: Rules,
    hints: Candidate | None = None,
    downloaded: datetime | None = None,
) -> Dates:
    """Return when the article was published and changed, each from the surest place that says so.

    A time of day without a zone gets the site's: that of its rules, of its country if that has
    one zone, the one its other dates state, or that of a language spoken in one zone. If none is
    known only the day is given.
    """
    reader = _make_reader(page, structured, rules, downloaded)
    headline = evidence.find_headline(structured)
    sources = _Sources(page, structured, body, rules, hints, headline)
    published = _choose(reader.read(_published(sources), "published"))
    if published is None:
        published = _choose(reader.read(_last_resort(sources), "published"))
    modified = _choose(reader.read(_modified(sources), "modified"))
    zone = reader.zone or _learn_zone(published, modified, sources, reader)
    zone = zone or zone_of_language(reader.language)
    return _tell(published, modified, zone)


@dataclass(frozen=True)
class _Sources:
    """Everything that may state a date."""

    page: Page
    structured: Structured
    body: Body
    rules: Rules
    hints: Candidate | None
    headline: HtmlElement | None

    @cached_property
    def lines(self) -> list[Stated]:
        """The dates printed near the headline and the text."""
        return list(printed.from_lines(self.body, self.headline))


def _published(sources: _Sources) -> Iterator[Stated]:
    """The cascade: the surest statement of publication first."""
    page, structured, rules, hints = sources.page, sources.structured, sources.rules, sources.hints
    yield from _from_rule(page, rules.date)
    yield from evidence.from_json_ld(structured, "published")
    yield from evidence.from_meta(structured, "published")
    yield from evidence.from_itemprops(structured, "published")
    yield from _from_hints(hints, ("feed", "api"))
    yield from evidence.from_time_elements(page, sources.headline)
    yield from evidence.from_other_json_ld(structured, "published")
    yield from evidence.from_url(page.url)
    yield from sources.lines
    yield from _from_hints(hints, ("sitemap", "archive", "section", "argument"))


def _last_resort(sources: _Sources) -> Iterator[Stated]:
    """What is asked only when no better place states a day."""
    yield from printed.from_datelines(sources.body)
    yield from printed.from_named_boxes(sources.body)
    yield from printed.from_lone_dates(sources.page, sources.body)


def _modified(sources: _Sources) -> Iterator[Stated]:
    """The cascade of changes; a place that does not say "updated" says nothing here."""
    page, structured, rules = sources.page, sources.structured, sources.rules
    yield from _from_rule(page, rules.date_modified)
    yield from evidence.from_json_ld(structured, "modified")
    yield from evidence.from_meta(structured, "modified")
    yield from evidence.from_itemprops(structured, "modified")
    yield from _stating(evidence.from_time_elements(page, sources.headline), "modified")
    yield from evidence.from_other_json_ld(structured, "modified")
    yield from _stating(sources.lines, "modified")


def _stating(stated: Iterable[Stated], kind: Kind) -> Iterator[Stated]:
    return (item for item in stated if item.kind == kind)


def _from_rule(page: Page, selector: str | None) -> Iterator[Stated]:
    for element in find_all(page.root, selector) if selector else ():
        text = element.get("datetime") or element.get("content") or element.text_content()
        yield Stated(" ".join(str(text).split()), "rules")


def _from_hints(hints: Candidate | None, methods: tuple[str, ...]) -> Iterator[Stated]:
    if hints is not None and hints.date_published and hints.method in methods:
        # The form of a feed's dates has seconds, whether the newsroom counts them or not.
        value = _NO_SECONDS.sub(r"\1", hints.date_published)
        yield Stated(value, "feed" if hints.method in ("feed", "api") else "sitemap", "published")


def _choose(found: Iterator[_Found]) -> _Found | None:
    """The first statement, made more exact by later ones of the same day."""
    best: _Found | None = None
    for item in found:
        if best is None or _refines(item.moment, best.moment):
            best = item
        if best.moment.is_exact:
            break
    return best


def _refines(later: Moment, best: Moment) -> bool:
    return later.day == best.day and later.exactness > best.exactness


def _make_reader(
    page: Page, structured: Structured, rules: Rules, downloaded: datetime | None
) -> _Reader:
    zone = zone_named(rules.timezone) or zone_of_country(page.url)
    language = rules.language or structured.language
    return _Reader(zone, downloaded, language, _day_first(page.url, language))


def _day_first(url: str, language: str | None) -> bool | None:
    """English is read month first only where it may be American."""
    host = host_of(url)
    if (language or "en").lower() in ("en", "en-us", "en_us") and host.endswith(_MONTH_FIRST_HOSTS):
        return False
    return None if (language or "").lower() == "en-us" else True


def _learn_zone(
    published: _Found | None, modified: _Found | None, sources: _Sources, reader: _Reader
) -> tzinfo | None:
    """The zone that another date of the page states, or that a printed time implies."""
    if published is None or published.moment.precision == "day":
        return None
    moment = published.moment
    if not moment.has_zone:
        return _offset(modified.moment) if modified else None
    return None if _offset(moment) else _printed_zone(moment, sources, reader)


def _printed_zone(moment: Moment, sources: _Sources, reader: _Reader) -> tzinfo | None:
    """The offset between a moment in UTC and the local time printed for it."""
    utc = moment.stamp.astimezone(UTC).replace(tzinfo=None)
    for found in reader.read(sources.lines, "published"):
        local = found.moment
        if local.exactness != 2:
            continue
        minutes = round((local.stamp - utc).total_seconds() / 60)
        if minutes % 15 == 0 and abs(minutes) <= 14 * 60:
            return timezone(timedelta(minutes=minutes))
    return None


def _offset(moment: Moment) -> tzinfo | None:
    """The moment's own zone; UTC is what machines write and says nothing of the site."""
    return moment.stamp.tzinfo if moment.stamp.utcoffset() else None


def _tell(published: _Found | None, modified: _Found | None, zone: tzinfo | None) -> Dates:
    dates = Dates()
    if published:
        moment = _localize(published.moment, zone)
        dates.published = moment.isoformat()
        dates.precision = moment.precision if moment.has_zone else "day"
        dates.source = published.source
        if published.moment.precision != "day" and not moment.has_zone:
            dates.warnings.append("date_zone_unknown")
    if modified and not (published and modified.moment.day < published.moment.day):
        dates.modified = _localize(modified.moment, zone).isoformat()
        dates.modified_source = modified.source
    return dates


def _localize(moment: Moment, zone: tzinfo | None) -> Moment:
    """The same instant on the site's own clock, so that its day is the one readers saw."""
    moment = moment.in_zone(zone)
    if zone is None or moment.precision == "day" or _offset(moment):
        return moment
    return replace(moment, stamp=moment.stamp.astimezone(zone))

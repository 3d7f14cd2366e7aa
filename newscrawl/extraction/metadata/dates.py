"""When an article was published and when it was last changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta, tzinfo
from itertools import chain
from typing import NamedTuple

from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.sites import host_of
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.dates.lines import Kind
from newscrawl.extraction.dates.moments import Moment
from newscrawl.extraction.dates.parsing import is_ambiguous, parse_date, reads_day_first
from newscrawl.extraction.dates.site_zone import is_before, learn_zone, offset_of, zone_of_day
from newscrawl.extraction.dates.zones import (
    zone_named,
    zone_of_country,
    zone_of_language,
)
from newscrawl.extraction.metadata import date_evidence as evidence
from newscrawl.extraction.metadata.date_evidence import Stated
from newscrawl.extraction.metadata.date_sources import (
    Sources,
    last_resort_dates,
    modified_dates,
    printed_dates,
    stated_dates,
)
from newscrawl.extraction.page.json_ld import types_of
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body
from newscrawl.extraction.text.headline_blocks import find_headline
from newscrawl.items import DatePrecision, DateSource

# The first news sites are of 1993; what is older is a template's zero date.
_FIRST_YEAR = 1991
_TOLERANCE = timedelta(days=1)
# Offsets of zones are whole quarters of an hour.
_QUARTER = timedelta(minutes=15)
# Characters of a printed date that is there for its own sake; longer with a label and a clock.
_LONGEST_PRINT = 30
# Of a day, a month and a year, in whatever order.
_NUMBERS = re.compile(r"\d\s?([-/])\s?\d{1,2}\s?\1\s?\d\d")
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
    text: str
    kind: Kind | None
    """What its label says; None without a label."""


class _Reader(NamedTuple):
    """How the dates of one page are read."""

    zone: tzinfo | None
    now: datetime | None
    language: str | None
    day_first: bool

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
                yield _Found(moment, item.source, item.text, item.kind)

    def is_plausible(self, moment: Moment) -> bool:
        if moment.stamp.year < _FIRST_YEAR:
            return False
        return self.now is None or moment.day <= self.now.date() + _TOLERANCE


def read_dates(
    page: Page,
    structured: Structured,
    body: Body,
    *,
    title: str,
    language: str | None,
    rules: Rules,
    hints: Candidate | None = None,
    downloaded: datetime | None = None,
) -> Dates:
    """Return when the article was published and changed, each from the surest place that says so.

    A time of day without a zone gets the site's: that of its rules, of its country if that has
    one zone, the one its other dates betray, or that of a language spoken in one zone. If none is
    known only the day is given. A time in UTC is told on that clock too; if a printed day speaks
    against UTC, on that of the page's region. A change is never given for publication.
    """
    reader = _make_reader(page, rules, language, downloaded)
    headline = find_headline(structured.marks, body.page_blocks, title)
    sources = Sources(page, structured, body, rules, hints, headline)
    reader = _settle_order(sources, reader)
    published = _find_published(sources, reader)
    changed = _find_modified(published, sources, reader)
    published, modified = _settle_sequence(published, changed, sources.near)
    zone = reader.zone or _find_zone(published, changed, sources, reader)
    if published and _speaks_against(published.moment, zone, sources, reader):
        zone = None
    return _tell(published, modified, zone)


def _find_published(sources: Sources, reader: _Reader) -> _Found | None:
    stated = _choose(reader.read(stated_dates(sources), "published"))
    if stated is None:
        places = (printed_dates, last_resort_dates)
        found = (_choose(reader.read(place(sources), "published")) for place in places)
        return next((item for item in found if item), None)
    return _older_print(stated, sources, reader) or _refine(stated, sources, reader)


def _find_modified(published: _Found | None, sources: Sources, reader: _Reader) -> _Found | None:
    """The date of change; a mere copy of publication gives way to a later one said elsewhere.

    Many sites fill both with one date, and then state or print a later one as "updated": 8 of
    2,158 pages. One that is earlier on the same day says no more than a copy.
    """
    stated = _choose(reader.read(modified_dates(sources), "modified"))
    if not stated or not published or stated.moment.day != published.moment.day:
        return stated
    birth = published.moment
    zone = offset_of(birth) or offset_of(stated.moment)
    stated = _put_in_zone(stated, zone)
    if is_before(birth, stated.moment):
        return stated
    read = reader.read(modified_dates(sources), "modified")
    others = [item for item in read if item.moment.day >= birth.day and not is_ambiguous(item.text)]
    if any(not item.moment.has_zone for item in others):
        zone = zone or _find_zone(published, None, sources, reader)
    others = [_put_in_zone(item, zone) for item in others]
    later = (item for item in others if is_before(birth, item.moment))
    return next((item for item in later if not _is_on_another_clock(item, birth)), stated)


def _is_on_another_clock(found: _Found, moment: Moment) -> bool:
    """Whether a machine's moment is but another, with a wrong zone: the seconds are the same."""
    one, other = (item.stamp.replace(tzinfo=None) for item in (found.moment, moment))
    is_near = abs(found.moment.day - moment.day) <= _TOLERANCE
    return is_near and found.source != "text" and not (one - other) % _QUARTER


def _put_in_zone(found: _Found, zone: tzinfo | None) -> _Found:
    return found._replace(moment=found.moment.in_zone(zone))


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


def _refine(stated: _Found, sources: Sources, reader: _Reader) -> _Found | None:
    """The stated date, with the time of day that is printed for it if it has none."""
    if stated.moment.is_exact:
        return stated
    return _choose(chain([stated], reader.read(printed_dates(sources), "published")))


def _older_print(stated: _Found, sources: Sources, reader: _Reader) -> _Found | None:
    """The date printed at the headline, if it is older than the stated one.

    No article is printed before it is published: what is stated then is when the site was built
    anew, as blogs do, but not newsrooms. (Of tuned pages with such a print it was right on 11, the
    statement on one; a younger print was right on as many as not.)
    """
    is_news = any("NewsArticle" in name for name in types_of(sources.structured.article))
    if is_news or stated.source not in ("json_ld", "meta"):
        return None
    prints = [
        found
        for found in reader.read(sources.near, "published")
        if not is_ambiguous(found.text)
        and (len(found.text) <= _LONGEST_PRINT or is_date_line(found.text))
    ]
    ahead = [stated.moment.day - found.moment.day for found in prints]
    return prints[0] if prints and min(ahead) > _TOLERANCE else None


def _settle_sequence(
    published: _Found | None, modified: _Found | None, near: list[Stated]
) -> tuple[_Found | None, _Found | None]:
    """Both dates, or one of two that contradict each other: nothing is changed before it is out.

    A day in the text, unlabelled, that is younger than the change is that of the visit, or of an
    event; one that stands farther from the headline than the change is another article's. (On 42 of
    2,158 pages the change is of the same day and earlier: before a set time, or in another zone.)
    """
    if not published or not modified:
        return published, modified
    is_mere = published.source == "text" and not published.kind and not published.moment.has_zone
    if not is_before(modified.moment, published.moment):
        texts = {stated.text for stated in near}
        is_far = is_mere and modified.text in texts and published.text not in texts
        return (None if is_far else published), modified
    is_mere = is_mere and modified.moment.day < published.moment.day
    return (None, modified) if is_mere else (published, None)


def _settle_order(sources: Sources, reader: _Reader) -> _Reader:
    """The reader that reads "03/04" in the order that the page's other dates speak for."""
    printed = printed_dates(sources, in_lines=_prints_numbers(sources))
    stated = chain(stated_dates(sources), printed)
    ambiguous = (item for item in stated if is_ambiguous(item.text))
    first = next(reader.read(ambiguous, "published"), None)
    if first is None:
        return reader
    swapped = reader._replace(day_first=not reader.day_first)
    other_way = next(_read_all([Stated(first.text, first.source)], swapped), None)
    anywhere = chain.from_iterable(line.dates for line in sources.all_lines)
    everything = chain(
        stated_dates(sources), printed_dates(sources), modified_dates(sources), anywhere
    )
    clear = (item for item in everything if not is_ambiguous(item.text))
    days = {found.moment.day for found in _read_all(clear, reader)}
    is_misread = other_way and other_way.moment.day in days and first.moment.day not in days
    return swapped if is_misread else reader


def _prints_numbers(sources: Sources) -> bool:
    """Whether a line of the page may have such a date: most have none, and to look costs little."""
    return any(map(_NUMBERS.search, (block.text for block in sources.body.page_blocks)))


def _read_all(stated: Iterable[Stated], reader: _Reader) -> Iterator[_Found]:
    """The moments of all statements, whatever kind of date they are."""
    return reader.read((item._replace(kind=None) for item in stated), "published")


def _make_reader(
    page: Page, rules: Rules, language: str | None, downloaded: datetime | None
) -> _Reader:
    zone = zone_named(rules.timezone) or zone_of_country(page.url)
    return _Reader(zone, downloaded, language, _day_first(page.url, language))


def _day_first(url: str, language: str | None) -> bool:
    """English without a region is read month first only where it may be American."""
    if (language or "en").lower() == "en":
        return not host_of(url).endswith(_MONTH_FIRST_HOSTS)
    return reads_day_first(language)


def _find_zone(
    published: _Found | None, modified: _Found | None, sources: Sources, reader: _Reader
) -> tzinfo | None:
    """The zone that another date of the page betrays, else that of the language.

    A time in UTC that needs no zone gets one for its day: the one that readers saw.
    """
    if published is None or published.moment.precision == "day":
        return zone_of_language(reader.language)
    moment = published.moment
    if not moment.has_zone:
        learned = offset_of(modified.moment) if modified else None
        return learned or zone_of_language(reader.language)
    if offset_of(moment):
        return None
    stated = (evidence.from_json_ld(sources.structured, "published"), sources.times, sources.near)
    ordered = sorted(chain(*stated, sources.lines), key=lambda item: item.kind == "modified")
    others = [found.moment for found in _read_all(ordered, reader)]
    if zone := learn_zone(moment, others) or zone_of_language(reader.language):
        return zone
    days = {found.moment.day for found in _read_days(sources, reader)}
    return zone_of_day(moment, days, reader.language)


def _speaks_against(moment: Moment, zone: tzinfo | None, sources: Sources, reader: _Reader) -> bool:
    """Whether the page prints the day that UTC has, and not the one that its zone has.

    Its own clock is UTC's then, whatever its country's: 2 of the 29 of 2,158 pages where the two
    days differ.
    """
    local = _localize(moment, zone)
    if local.day == moment.day:
        return False
    read = _read_days(sources, reader)
    days = {found.moment.day for found in read if found.source in ("text", "url")}
    return moment.day in days and local.day not in days


def _read_days(sources: Sources, reader: _Reader) -> Iterator[_Found]:
    """The dates in the address and at the headline: the days that readers saw."""
    return _read_all(chain(evidence.from_url(sources.page.url), sources.near), reader)


def _tell(published: _Found | None, modified: _Found | None, zone: tzinfo | None) -> Dates:
    dates = Dates()
    if published:
        moment = _localize(published.moment, zone)
        dates.published = moment.isoformat()
        dates.precision = moment.precision if moment.has_zone else "day"
        dates.source = published.source
        if published.moment.precision != "day" and not moment.has_zone:
            dates.warnings.append("date_zone_unknown")
    if modified:
        dates.modified = _localize(modified.moment, zone).isoformat()
        dates.modified_source = modified.source
    return dates


def _localize(moment: Moment, zone: tzinfo | None) -> Moment:
    """The same instant on the site's own clock, so that its day is the one readers saw."""
    moment = moment.in_zone(zone)
    if zone is None or moment.precision == "day" or offset_of(moment):
        return moment
    local = replace(moment, stamp=moment.stamp.astimezone(zone))
    # Midnight in UTC stands for a day; a clock west of it would show the day before.
    return moment if moment.is_midnight and local.day != moment.day else local

"""The days a run is asked for, applied before anything is downloaded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from newscrawl.discovery.candidates import Candidate, ListingLink
from newscrawl.discovery.url_dates import Span, url_span

# Local dates without an offset may lie anywhere between UTC-12 and UTC+14: what is only perhaps
# outside the window is downloaded, the page decides.
_EASTMOST = timedelta(hours=14)
_WESTMOST = timedelta(hours=12)

OUTSIDE = frozenset({"before_since", "after_until"})
"""The reasons for which a window leaves something out."""

_MONTH = timedelta(days=31)  # a bare year in an article's address may be its subject


@dataclass(frozen=True, slots=True)
class Window:
    """The moments from ``since`` to ``until``, both inclusive and aware; None is no limit."""

    since: datetime | None = None
    until: datetime | None = None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """``since`` and ``until`` as Unix times."""
        since, until = self.since, self.until
        return since.timestamp() if since else None, until.timestamp() if until else None

    def excludes(self, candidate: Candidate) -> str | None:
        """Return "before_since" or "after_until" when the article is surely outside, else None.

        By the listing's date of publication, else by the day in the address, else by the date of
        change (nothing is published after it was changed).
        """
        if candidate.date_published:
            return self._judge(period_of(candidate.date_published))
        span = url_span(candidate.url)
        if span and span.last - span.first <= _MONTH and (reason := self._judge_span(span)):
            return reason
        if candidate.date_modified and (period := period_of(candidate.date_modified)):
            return self._judge((None, period[1]))
        return None

    def excludes_listing(self, link: ListingLink) -> str | None:
        """Return the same for a whole listing: by its ``lastmod`` and its name ("/2019-05.xml")."""
        if link.kind == "next":
            return None
        if link.date_modified and (period := period_of(link.date_modified)):
            reason = self._judge((None, period[1]))
            if reason:
                return reason
        span = url_span(link.url)
        return self._judge_span(span) if span else None

    def _judge_span(self, span: Span) -> str | None:
        return self._judge((_first_moment(span.first), _last_moment(span.last)))

    def _judge(self, period: tuple[datetime | None, datetime | None] | None) -> str | None:
        first, last = period or (None, None)
        if self.since and last and last < self.since:
            return "before_since"
        if self.until and first and first > self.until:
            return "after_until"
        return None


def period_of(text: str) -> tuple[datetime, datetime] | None:
    """Return the first and the last moment that a printed date can mean, None if it is none."""
    try:
        if len(text) <= 10:
            day = date.fromisoformat(text)
            return _first_moment(day), _last_moment(day)
        moment = datetime.fromisoformat(text)
        if moment.tzinfo:
            return moment, moment
        moment = moment.replace(tzinfo=UTC)
        return moment - _EASTMOST, moment + _WESTMOST
    except (ValueError, OverflowError):  # no date, or the last one there is
        return None


def _first_moment(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC) - _EASTMOST


def _last_moment(day: date) -> datetime:
    return datetime.combine(day, time.max, UTC) + _WESTMOST

"""Where to look for articles: the listings of a site, written into the frontier."""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

from newscrawl.discovery.archives import DayArchive, find_day_archive
from newscrawl.discovery.candidates import Listing
from newscrawl.discovery.entry_points import EntryPoint, find_entry_points
from newscrawl.discovery.sites import is_on, site_of
from newscrawl.discovery.traps import ListingGuard
from newscrawl.discovery.window import Window
from newscrawl.frontier import Frontier
from newscrawl.frontier.schedule import DAY, SHORTEST_POLL

# Days between two looks for a site's entry points: sites seldom move their feeds.
_LOOK_AGAIN = 14


@dataclass(slots=True)
class EntryPoints:
    """Writes a run's listings down: those it is given, those a site names, and those guessed."""

    scope: str
    frontier: Frontier
    window: Window
    domains: frozenset[str]
    """Those that belong to the crawl, with all that lies below them."""
    count: Callable[..., None]
    """Adds to a stat."""
    guard: ListingGuard = field(default_factory=ListingGuard)

    def begin(self, urls: Sequence[str], archive: str | None) -> None:
        """Write the entry points of a spider down, and ask them but for those that were late.

        What a narrower window left something out of is read again.
        """
        now, (since, until) = time.time(), self.window.bounds
        self.frontier.left_out.bring_back(self.scope, now, since=since, until=until)
        for url in urls:
            self.add(url, method="argument")
        self.frontier.listings.hasten(self.scope, urls, time.time())
        if archive:
            self._walk(DayArchive(archive))

    def look_around(self, front: Listing) -> None:
        """Write down the feeds, sitemaps, sections and archives that a front page leads to."""
        for point in find_entry_points(None, front.page, front.url):
            if point.method != "guess":
                self._add_point(point, front.url)

    def read_robots(self, sitemaps: Iterable[str], robots_url: str) -> None:
        """Write down the sitemaps that a robots.txt names."""
        text = "\n".join(f"Sitemap: {sitemap}" for sitemap in sitemaps)
        for point in find_entry_points(text, None, robots_url):
            if point.method == "robots":
                self._add_point(point, robots_url)

    def guess(self, urls: Iterable[str]) -> bool:
        """Write the usual places of feeds and sitemaps down for the sites that named none.

        Return whether there is anything to try; a guess is made once in a fortnight.
        """
        fed = self.frontier.listings.fed_sites(self.scope)
        tried = [self._guess(url) for url in urls if site_of(url) not in fed]
        return any(tried)

    def _guess(self, url: str) -> bool:
        now, name = time.time(), f"guessed {site_of(url)}"
        if 0 <= now - (self.frontier.notes.recall(self.scope, name) or 0) < _LOOK_AGAIN * DAY:
            return False
        self.frontier.notes.keep(self.scope, name, now, now)
        for point in find_entry_points(None, None, url):
            if point.method == "guess":
                self.add(point.url, method="guess")
        return True

    def add(
        self,
        url: str,
        *,
        method: str,
        found_on: str | None = None,
        once: bool = False,
        modified: float | None = None,
    ) -> None:
        """Write a listing of the crawl's domains down, if it is no trap; see :class:`Listings`.

        One that was asked in this run is asked again if something tells of a change since, and some
        minutes have passed: indexes that name each other and call everything new must come to rest.
        """
        reason = None if is_on(url, self.domains) else "offsite"
        reason = reason or self.guard.refuse(url, today=_tomorrow())
        if reason == "already_asked" and modified and self._has_rested(url):
            reason = None
        if reason:
            self.count(f"listing/skipped/{reason}", site=site_of(url))
            return
        self.frontier.listings.add(
            self.scope,
            url,
            time.time(),
            method=method,
            found_on=found_on,
            once=once,
            modified=modified,
        )

    def _has_rested(self, url: str) -> bool:
        listing = self.frontier.listings.get(self.scope, url)
        polled_at = listing.polled_at if listing else None
        return polled_at is not None and time.time() - polled_at > SHORTEST_POLL

    def put_away(self, url: str, reasons: Container[str]) -> None:
        """Keep a listing that is read once for a run whose window leaves less out, or nothing."""
        since, until = self.window.bounds
        self.frontier.left_out.keep(
            self.scope,
            url,
            time.time(),
            since=since if "before_since" in reasons else None,
            until=until if "after_until" in reasons else None,
        )

    def _add_point(self, point: EntryPoint, found_on: str) -> None:
        archive = find_day_archive(point.url) if point.kind == "archive" else None
        if archive:
            self._walk(archive)
        else:
            self.add(point.url, method=point.kind, found_on=found_on)

    def _walk(self, archive: DayArchive) -> None:
        """Write down the days of an archive of the window; without one, those since the last run.

        The last three at least: the third is over everywhere on Earth, and read for the last time.
        """
        last = (self.window.until or datetime.now(UTC)).date()
        first = self.window.since.date() if self.window.since else last - timedelta(days=2)
        if not (self.window.since or self.window.until):
            name = f"walked {archive.template}"
            walked = self.frontier.notes.recall(self.scope, name)
            self.frontier.notes.keep(self.scope, name, first.isoformat(), time.time())
            first = min(first, date.fromisoformat(walked)) if walked else first
        for day, url in archive.walk(last, first):
            is_over = day < datetime.now(UTC).date() - timedelta(days=1)
            self.add(url, method="archive", once=is_over)


def _tomorrow() -> date:
    """Return the last day that it can be anywhere on Earth now."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()

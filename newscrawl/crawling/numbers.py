"""What the dates of a site's articles tell of those that nobody dates, kept for later runs."""

from __future__ import annotations

import asyncio
import math
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.chronology import Chronology
from newscrawl.discovery.urls import site_of
from newscrawl.frontier import Frontier
from newscrawl.frontier.schedule import latest_moment
from newscrawl.frontier.undated import Place

_HELD = "candidate/held/number_before_since"

# Fetched pages of a site that were too old, from which on the rest is looked at again: a look at
# 18,000 pages takes half a second, in pieces.
_PROOFS = 8


@dataclass(slots=True)
class Numbers:
    """The article numbers of a run's sites."""

    scope: str
    frontier: Frontier
    since: float | None
    """Begin of the run's window, Unix time."""
    count: Callable[..., None]
    """Adds to a stat."""
    _now: float = field(default_factory=time.time)
    _chronologies: dict[str, Chronology] = field(default_factory=dict)
    _proofs: Counter[str] = field(default_factory=Counter)
    """Fetched pages before the window, by site, since the rest was looked at."""

    def learn(self, url: str, published: str | None) -> bool:
        """Take the date of an article; return whether it is before the window."""
        moment = latest_moment(published)
        if moment is None or not self._of(site_of(url)).learn(url, moment):
            return False
        return self.since is not None and moment < self.since

    def learn_from_page(self, url: str, published: str | None) -> None:
        """Take the date that a fetched page states."""
        self._proofs[site_of(url)] += self.learn(url, published)

    def latest(self, candidate: Candidate) -> float | None:
        """Return when a candidate was published at the latest (Unix time), None if unknown."""
        return self._of(site_of(candidate.url)).latest(candidate.url, self._now)

    def latest_in_sitemap(self, candidate: Candidate) -> float | None:
        """Return the same, for sitemaps alone: what a section shows may be new and numbered old."""
        return self.latest(candidate) if candidate.method == "sitemap" else None

    def bound(self, candidate: Candidate) -> float | None:
        """Return the same for a new candidate, counted if the window leaves it out."""
        latest = self.latest_in_sitemap(candidate)
        if latest is not None and self.since is not None and latest < self.since:
            self.count(_HELD, site=site_of(candidate.url))
        return latest

    def is_too_old(self, candidate: Candidate) -> bool:
        """Return whether a candidate without a date is before the window."""
        if self.since is None or candidate.date_published:
            return False
        latest = self.latest(candidate)
        return latest is not None and latest < self.since

    async def hold_back(self) -> None:
        """Keep back the due pages that nobody dates and that are before the window after all."""
        for site in [site for site, proofs in self._proofs.items() if proofs >= _PROOFS]:
            del self._proofs[site]
            self.keep(site)
            below: Place | None = (math.inf, 0)
            while below is not None and self.since is not None:
                held = self.frontier.hold_back(
                    self.scope, site, self.since, self.latest_in_sitemap, below=below
                )
                self.count(_HELD, held.pages, site=site)
                below = held.lowest
                await asyncio.sleep(0)
                if not self.frontier.is_open:
                    return

    def keep(self, site: str) -> None:
        """Keep what was learned of a site for later runs."""
        chronology = self._of(site)
        if chronology.has_news:
            name = f"chronology {site}"
            self.frontier.notes.keep(self.scope, name, chronology.learned, time.time())
            chronology.has_news = False

    def _of(self, site: str) -> Chronology:
        if site not in self._chronologies:
            learned = self.frontier.notes.recall(self.scope, f"chronology {site}")
            self._chronologies[site] = Chronology(learned)
        return self._chronologies[site]

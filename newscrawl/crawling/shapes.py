"""The shapes of addresses that a site's articles have, kept for all of its listings."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field

from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.site import find_shapes
from newscrawl.discovery.url_shapes import Shape
from newscrawl.frontier import Frontier

# Shapes that are remembered of a site: papers have one to five, a portal of many desks some twenty.
_MOST = 50


@dataclass(slots=True)
class Shapes:
    """What one listing of a site teaches the others."""

    scope: str
    frontier: Frontier
    _known: dict[str, dict[Shape, None]] = field(default_factory=dict)

    def of(self, site: str) -> frozenset[Shape]:
        """Return the shapes known of a site."""
        return frozenset(self._load(site))

    def learn(self, site: str, candidates: Iterable[Candidate]) -> None:
        """Take up, and keep, what the articles of a listing share."""
        known = self._load(site)
        new = [shape for shape in find_shapes(candidates) if shape not in known]
        if new and len(known) < _MOST:
            known.update(dict.fromkeys(new))
            self.frontier.notes.keep(self.scope, f"shapes {site}", list(known), time.time())

    def _load(self, site: str) -> dict[Shape, None]:
        if site not in self._known:
            kept = self.frontier.notes.recall(self.scope, f"shapes {site}") or ()
            self._known[site] = dict.fromkeys(
                Shape(host, tuple(folders), last, tuple(query))
                for host, folders, last, query in kept
            )
        return self._known[site]

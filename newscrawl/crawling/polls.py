"""Which listings are asked next: a few at once, the sites in turn."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from newscrawl.frontier import Listing

# Listings on their way: articles are not to wait for the last of a thousand sitemaps.
_AT_ONCE = 8
# Of one site, if it is asked for one page at a time: the next is there when one is answered.
_A_SITE = 2
# Times that a look for due listings took until the next one while some are on their way: of 20,000
# that are due it takes 30 ms.
_REST = 10


class Polls:
    """The listings on their way.

    A slow site's, of which a thousand may be overdue, let a quick site's feed pass.
    """

    def __init__(self, *, sites: int, requests_per_site: int = 1) -> None:
        self.per_site = min(max(_A_SITE, requests_per_site), _AT_ONCE)
        """Listings of one site that may be on their way."""
        self._limit = min(_AT_ONCE, self.per_site * sites)
        self._sites: dict[str, str] = {}
        self._turns: Counter[str] = Counter()
        """When each site was asked last: the number of that poll."""
        self._number = 0
        self._next_look = 0.0

    def __len__(self) -> int:
        return len(self._sites)

    @property
    def is_full(self) -> bool:
        """Whether no other listing may be asked for now."""
        return len(self) >= self._limit

    def choose(self, find_due: Callable[[], Iterable[Listing]]) -> Iterator[Listing]:
        """Yield those to ask now of the listings that are due; they are on their way then.

        First come the sites with least on their way, of those the one that waited longest.
        """
        if self.is_full or (self._sites and time.monotonic() < self._next_look):
            return
        waiting: defaultdict[str, list[Listing]] = defaultdict(list)
        for listing in self._look(find_due):
            if listing.url not in self._sites:
                waiting[listing.site].append(listing)
        while not self.is_full:
            asked = Counter(self._sites.values())
            sites = [site for site in waiting if waiting[site] and asked[site] < self.per_site]
            if not sites:
                return
            site = min(sites, key=lambda site: (asked[site], self._turns[site]))
            yield self._ask(waiting[site].pop(0))

    def discard(self, url: str) -> None:
        """Note that a listing was answered, or will not be."""
        self._sites.pop(url, None)

    def _look(self, find_due: Callable[[], Iterable[Listing]]) -> Iterable[Listing]:
        started = time.monotonic()
        due = find_due()
        ended = time.monotonic()
        self._next_look = ended + _REST * (ended - started)
        return due

    def _ask(self, listing: Listing) -> Listing:
        self._number += 1
        self._turns[listing.site] = self._number
        self._sites[listing.url] = listing.site
        return listing

"""Traps: what makes a crawl endless, told by the address and by what came before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from urllib.parse import urlsplit

from newscrawl.discovery.addresses import MAX_URL_LENGTH
from newscrawl.discovery.archives import find_day_archive
from newscrawl.discovery.pagination import entry_number, list_of, page_number
from newscrawl.discovery.url_dates import url_date

_SESSION = re.compile(
    r"[?&;](?:(?:phpsessid|jsessionid|session_?id)=[^&;]+|sid=[\w,-]{16,})", re.IGNORECASE
)
_MAX_SEGMENTS = 20  # the deepest real news address measured had 9
_MAX_REPEATS = 3  # the same segment: "/a/b/a/b/a/" comes from a relative link gone wrong
_FIRST_DAY = date(1990, 1, 1)


def find_trap(url: str, *, today: date | None = None) -> str | None:
    """Return why an address leads into a trap, None when it does not by itself.

    "url_too_long", "path_too_deep", "path_repeats", "session_id", or "calendar": a day archive
    before 1990, or after ``today`` if that is given.
    """
    if len(url) > MAX_URL_LENGTH:
        return "url_too_long"
    segments = [segment for segment in urlsplit(url).path.split("/") if segment]
    if len(segments) > _MAX_SEGMENTS:
        return "path_too_deep"
    if _repeats(segments):
        return "path_repeats"
    if _SESSION.search(url):
        return "session_id"
    day = url_date(url) if find_day_archive(url) else None
    if day and (day < _FIRST_DAY or (today is not None and day > today)):
        return "calendar"
    return None


@dataclass(slots=True)
class ListingGuard:
    """What a run remembers of the listings it read, so that each walk through them ends.

    Bounded: some digests of sixteen bytes for each listing, at most ``max_listings`` of them.
    """

    max_listings: int = 20_000
    """Listings of a run; a site of ten thousand days and a hundred sections is below."""
    max_pages: int = 1_000
    """Pages of one list. Nothing newer than a thousand pages back is worth asking for."""
    max_facets: int = 50
    """Lists that differ only in their query: filters and sortings multiply."""
    max_idle_pages: int = 3
    """Pages of one list in a row without an article that was unknown a little earlier."""
    max_shown_pages: int = 30
    """Pages in a row with such articles, all of which other listings have shown already: a feed of
    a thousand entries covers so many. Chosen."""
    _asked: set[bytes] = field(default_factory=set)
    _bodies: dict[bytes, bytes] = field(default_factory=dict)
    """Listings by what they held."""
    _facets: Counter[str] = field(default_factory=Counter)
    _idle: Counter[str] = field(default_factory=Counter)
    _shown: Counter[str] = field(default_factory=Counter)

    def refuse(self, url: str, *, today: date | None = None) -> str | None:
        """Return why a listing is not to be asked for, None when it is; it then counts as asked.

        Reasons of :func:`find_trap`, and "already_asked", "too_many_listings", "too_many_pages",
        "too_many_facets".
        """
        if reason := find_trap(url, today=today):
            return reason
        key = _digest(url)
        if key in self._asked:
            return "already_asked"
        if len(self._asked) >= self.max_listings:
            return "too_many_listings"
        if (page_number(url) or 0) > self.max_pages:
            return "too_many_pages"
        if reason := self._refuse_facet(url):
            return reason
        self._asked.add(key)
        return None

    def is_repeated(self, url: str, candidates: Iterable[str]) -> bool:
        """Return whether another listing already held exactly these addresses, in any order.

        So does a soft 404: the front page, or the last page of a list, under every address. What a
        listing itself held when it was read before is no repetition.
        """
        addresses = sorted(set(candidates))
        if not addresses:
            return False
        listing = _digest(url)
        return self._bodies.setdefault(_digest("\n".join(addresses)), listing) != listing

    def is_exhausted(self, url: str, *, new: int, late: int = 0) -> bool:
        """Return whether a list's pages have held nothing new for too long.

        ``new`` is how many of this page's candidates were unknown, ``late`` how many other listings
        have shown a little earlier.
        """
        name = list_of(url)
        self._idle[name] = 0 if new or late else self._idle[name] + 1
        self._shown[name] = 0 if new else self._shown[name] + 1
        return self._idle[name] >= self.max_idle_pages or self._shown[name] >= self.max_shown_pages

    def _refuse_facet(self, url: str) -> str | None:
        parts = urlsplit(url)
        is_page = page_number(url) is not None or entry_number(url) is not None
        if not parts.query or is_page or find_day_archive(url):
            return None
        path = f"{parts.netloc}{parts.path}"
        if self._facets[path] >= self.max_facets:
            return "too_many_facets"
        self._facets[path] += 1
        return None


def _repeats(segments: list[str]) -> bool:
    counts = Counter(segment for segment in segments if not segment.isdigit())
    return any(count >= _MAX_REPEATS for count in counts.values()) or _has_loop(segments)


def _has_loop(segments: list[str]) -> bool:
    """Return whether a run of two or more segments follows itself: "/a/b/a/b"."""
    for size in range(2, len(segments) // 2 + 1):
        for start in range(len(segments) - 2 * size + 1):
            if segments[start : start + size] == segments[start + size : start + 2 * size]:
                return True
    return False


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()

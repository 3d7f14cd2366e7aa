"""From listings to the frontier: what they name is written down before anything is fetched."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import blake2b

from scrapy.http import Response

from newscrawl.crawling.answers import read_charset, read_validators
from newscrawl.crawling.entry_points import EntryPoints
from newscrawl.crawling.numbers import Numbers
from newscrawl.crawling.shapes import Shapes
from newscrawl.discovery.candidates import Candidate, ListingLink
from newscrawl.discovery.candidates import Listing as FoundListing
from newscrawl.discovery.listings import read_listing
from newscrawl.discovery.pagination import is_first_page
from newscrawl.discovery.site import Site
from newscrawl.discovery.urls import article_key, site_of, url_span
from newscrawl.discovery.window import OUTSIDE, Window
from newscrawl.frontier import Frontier, Listing, Offered
from newscrawl.frontier.offers import Entry
from newscrawl.frontier.schedule import parse_moment

# Entries of a listing that are kept at a time; more than any page's list has. With their parsing
# they hold the event loop for 43 ms (CPU), all 50,000 of a full sitemap did for 4.3 s. So many
# that are no articles, between two pieces, take 0.7 s: libxml2 bears no other thread.
_PIECE = 500

# What a record's ``discovery.method`` calls a kind of listing.
_METHODS = {
    "feed": "feed",
    "json_feed": "feed",
    "sitemap": "sitemap",
    "sitemap_index": "sitemap",
    "section": "section",
    "fragment": "section",
    "json_api": "api",
}

# Why the next page of a list whose last articles are before the window is left for another run.
_TOO_OLD = frozenset(("before_since",))


@dataclass(slots=True)
class _Reading:
    """A listing while it is read."""

    listing: Listing
    digest: str
    found: FoundListing
    entries: list[Entry] = field(default_factory=list)
    """Not offered yet."""
    offered: Offered = field(default_factory=Offered)
    left_out: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True, kw_only=True)
class Discoverer:
    """Reads a run's listings into its frontier."""

    scope: str
    frontier: Frontier
    window: Window
    domains: frozenset[str]
    """Those that belong to the crawl, with all that lies below them."""
    count: Callable[..., None]
    """Adds to a stat."""
    article_url: re.Pattern[str] | None = None
    points: EntryPoints = field(init=False)
    """Where the site's listings are written down."""
    numbers: Numbers = field(init=False)
    shapes: Shapes = field(init=False)
    _before: dict[str, frozenset[str]] = field(default_factory=dict)
    """The articles of the page that led to the next one, by the next one's address."""

    def __post_init__(self) -> None:
        self.points = EntryPoints(self.scope, self.frontier, self.window, self.domains, self.count)
        since, _ = self.window.bounds
        self.numbers = Numbers(self.scope, self.frontier, since=since, count=self.count)
        self.shapes = Shapes(self.scope, self.frontier)

    async def read(self, response: Response, listing: Listing) -> FoundListing | None:
        """Keep entries, further listings and validators of an answer; return it if it changed.

        A long listing is kept piece by piece, and others get their turn between two. Its last piece
        and its validators come in one transaction: a run that is killed before reads it again.
        """
        self.count("listing/answered", site=listing.site)
        digest = blake2b(response.body, digest_size=16).hexdigest()
        if response.status == 304 or digest == listing.body_hash:
            self.count("listing/unchanged", site=listing.site)
            self.frontier.listings.read(self.scope, listing.url, time.time())
            return None
        found = self._parse(response, listing)
        if found.kind == "oversized":
            self.count("listing/failed/oversized", site=listing.site)
            self.frontier.listings.fail(self.scope, listing.url, "oversized", time.time())
            return None
        reading = _Reading(listing, digest, found)
        for number, candidate in enumerate(found.candidates):
            if number and number % _PIECE == 0:
                self._offer(reading)
                reading.entries = []
                await asyncio.sleep(0)
            self.numbers.learn(candidate.url, candidate.date_published)
            if not self._leaves_out(candidate, reading.left_out):
                reading.entries.append((article_key(candidate.url), candidate))
        with self.frontier.transaction():
            self._keep(reading, response)
        return found

    def _parse(self, response: Response, listing: Listing) -> FoundListing:
        site = Site(
            domains=self.domains,
            article_url=self.article_url,
            shapes=self.shapes.of(listing.site),
        )
        return read_listing(
            response.body,
            url=response.url,
            encoding=read_charset(response),
            site=site,
        )

    def _offer(self, reading: _Reading) -> None:
        offered = self.frontier.offer(
            self.scope,
            reading.entries,
            time.time(),
            latest=self.numbers.bound,
            polled_at=reading.listing.polled_at,
        )
        reading.offered = reading.offered.plus(offered)
        self.shapes.learn(reading.listing.site, (candidate for _, candidate in reading.entries))

    def _keep(self, reading: _Reading, response: Response) -> None:
        """Write down the last entries of a listing, what it leads to, and that it was read.

        What the window left out is not kept, and then neither are the validators: a later run
        without that window must read the listing again, be it one that is read once.
        """
        if self._is_repeated(reading):
            reading.left_out["repeated_listing"] += 1
        else:
            self._offer(reading)
        self._follow(reading, response.url)
        self._count(reading)
        self.numbers.keep(reading.listing.site)
        validators = {"body_hash": reading.digest} | read_validators(response)
        self.frontier.listings.read(
            self.scope,
            reading.listing.url,
            time.time(),
            offered=reading.offered,
            method=_METHODS.get(reading.found.kind),
            **({} if reading.left_out else validators),
        )
        if reading.listing.once and OUTSIDE & reading.left_out.keys():
            self.points.put_away(reading.listing.url, reading.left_out)
        if _names_no_article(reading):
            self.frontier.listings.rest(self.scope, reading.listing.url, time.time())

    def _is_repeated(self, reading: _Reading) -> bool:
        """Whether another listing held the same; long ones are not compared, nor cut by mistake."""
        urls = [candidate.url for _, candidate in reading.entries]
        return reading.offered.total == 0 and self.points.guard.is_repeated(
            reading.listing.url, urls
        )

    def _follow(self, reading: _Reading, found_on: str) -> None:
        """Write down the listings that a listing leads to; its next page, unless caught up."""
        links, before = reading.found.listings, self._before.pop(reading.listing.url, frozenset())
        for link in sorted(links, key=lambda link: link.date_modified or "", reverse=True):
            if reason := self.window.excludes_listing(link):
                reading.left_out[reason] += 1
            elif link.kind != "next":
                self.points.add(
                    link.url, method=link.kind, found_on=found_on, modified=_last_change(link)
                )
            elif _goes_on(reading):
                self._add_next(link, found_on, reading.offered)
                if self._is_too_old(reading, before):
                    self.points.put_away(link.url, _TOO_OLD)
                else:
                    self._before[link.url] = frozenset(key for key, _ in reading.entries)

    def _leaves_out(self, candidate: Candidate, left_out: Counter[str]) -> bool:
        """Whether the window surely excludes a candidate by its address.

        One that the listing dates is kept whatever its date: the frontier holds it back.
        """
        if candidate.date_published or not (reason := self.window.excludes(candidate)):
            return False
        left_out[reason] += 1
        return True

    def _is_too_old(self, reading: _Reading, before: frozenset[str]) -> bool:
        """Whether what a page adds to the one before it is too old: both show the latest posts."""
        if self.window.since is None:
            return False
        added = [candidate for key, candidate in reading.entries if key not in before]
        if not added and "before_since" not in reading.left_out:
            added = [candidate for _, candidate in reading.entries]
        return all(
            self.window.excludes(candidate) == "before_since" or self.numbers.is_too_old(candidate)
            for candidate in added
        )

    def _add_next(self, link: ListingLink, found_on: str, offered: Offered) -> None:
        if self.points.guard.is_exhausted(link.url, new=offered.new, late=offered.late):
            self.count("listing/skipped/exhausted", site=site_of(link.url))
        else:
            self.points.add(
                link.url, method="section", found_on=found_on, once=True, modified=time.time()
            )

    def _count(self, reading: _Reading) -> None:
        site = reading.listing.site
        self.count("candidate/new", reading.offered.new, site=site)
        self.count("candidate/known", reading.offered.known, site=site)
        for reason, times in (reading.left_out + reading.found.skipped).items():
            self.count(f"candidate/skipped/{reason}", times, site=site)


def _goes_on(reading: _Reading) -> bool:
    """Whether most of a list was unknown when it was read before, as its next page may be.

    The first page of a section may show what the front page does.
    """
    offered = reading.offered
    if "repeated_listing" in reading.left_out:
        return is_first_page(reading.listing.url)
    return offered.total > 0 and 2 * (offered.new + offered.late) >= offered.total


def _names_no_article(reading: _Reading) -> bool:
    """Whether a sitemap names other pages only; an empty one may be filled any minute."""
    found = reading.found
    has_articles = reading.offered.total or reading.left_out
    return found.kind == "sitemap" and bool(found.skipped) and not has_articles


def _last_change(link: ListingLink) -> float | None:
    """Return the moment that the index or the name of a listing ("/2019-05.xml") dates it by."""
    if modified := parse_moment(link.date_modified):
        return modified
    span = url_span(link.url)
    return parse_moment((span.last + timedelta(days=1)).isoformat()) if span else None

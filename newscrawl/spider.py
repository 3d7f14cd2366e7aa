"""NewsSpider: the loop of a crawl, of the parts in :mod:`~newscrawl.crawling`.

A run is one loop around the frontier. ``start`` asks it what is due: listings to poll, pages to
fetch. ``parse_listing`` writes what a listing names into the frontier, ``parse_article`` makes an
article of a page. No callback makes a request of its own, so Scrapy's queue holds only the small
window that ``start`` keeps filled, and a killed run forgets nothing.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from twisted.python.failure import Failure

from newscrawl.crawling.answers import (
    Answer,
    conditional_headers,
    explain_error,
    read_charset,
)
from newscrawl.crawling.landing import identify
from newscrawl.crawling.polls import Polls
from newscrawl.crawling.provenance import add_provenance
from newscrawl.crawling.run import RunSpider
from newscrawl.crawling.setbacks import settle
from newscrawl.discovery.urls import resolve_link
from newscrawl.extraction import ExtractedArticle, Rules, extract_page, parse_page
from newscrawl.extraction.rules import GENERIC
from newscrawl.fingerprints import sketch
from newscrawl.frontier import Due, Listing
from newscrawl.frontier.schedule import is_asked_whole
from newscrawl.middlewares.pauses import StoppedError

logger = logging.getLogger(__name__)

# Seconds between two looks at the frontier while nothing is due: well below a request's time.
_PAUSE = 0.05
# Seconds that a run waits for a page its site put off (Retry-After); later ones are the next run's.
_PATIENCE = 60.0
# Bytes of a listing; the sitemap protocol allows 50 MB.
_LISTING_MAXSIZE = 64 * 1024 * 1024


class NewsSpider(RunSpider):
    """A site's crawler; most sites state a few attributes and inherit the rest.

    - ``allowed_domains``: the site, and nothing else is fetched;
    - ``start_urls``: its listings (feeds, sitemaps, sections); without any they are discovered;
    - ``article_url``: a regular expression that article addresses match; learned if not given;
    - ``archive``: its lists of days, "https://any.example/{year}/{month}/{day}";
    - ``timezone``: the zone of dates printed without one, "Asia/Almaty";
    - ``rules``: selectors, where general extraction needs a hint.
    """

    timezone: str | None = None
    rules: Rules | None = None
    _polling: Polls

    def __init__(self, name: str | None = None, **given: str) -> None:
        super().__init__(name, **given)
        self._fetching = 0
        # Pages taken that were saved, or still may be.
        self._hopeful = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider, told of what becomes of its pages."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.callback_failed, signals.spider_error)
        crawler.signals.connect(spider.item_lost, signals.item_dropped)
        crawler.signals.connect(spider.item_lost, signals.item_error)
        crawler.signals.connect(spider.read_robots, signals.robots_parsed)
        return spider

    # --- The loop -----------------------------------------------------------------------------

    async def start(self) -> AsyncIterator[Request]:
        """Yield a request for all that is due, until nothing is due or on its way any more.

        Scrapy asks on while it stops a run, and while it closes a spider with its frontier.
        """
        self._polling = Polls(
            sites=len(self.sites),
            requests_per_site=self.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN"),
        )
        while True:
            await self.discoverer.numbers.hold_back()
            if not (self.frontier.is_open and self.crawler.crawling):
                return
            due = [*self._due_listings(), *self._due_articles()]
            for request in filter(None, due):
                yield request
            if due:
                continue
            if self._is_busy():
                await asyncio.sleep(_PAUSE)
            elif not self._guesses():
                return

    def _is_busy(self) -> bool:
        """Whether something is on its way, or soon will be, that may bring more to do."""
        return bool(self._polling or self._fetching) or self._is_judging() or self._retries_soon()

    def _is_judging(self) -> bool:
        """Whether pages are read, or articles in the pipelines until a batch of them is kept."""
        engine = self.crawler.engine
        slot = engine.scraper.slot if engine else None
        return slot is not None and not slot.is_idle()

    def _due_listings(self) -> Iterator[Request | None]:
        if self._room() == 0:
            return
        for listing in self._polling.choose(self._find_due_listings):
            request = self._listing_request(listing)
            if request:
                self.count("listing/asked", site=listing.site)
            else:
                self._polling.discard(listing.url)
                self.frontier.listings.forget(self.scope, listing.url)
            yield request

    def _find_due_listings(self) -> list[Listing]:
        per_site = 2 * self._polling.per_site  # what is on its way is still due
        return self.frontier.listings.due(
            self.scope, time.time(), per_site=per_site, sites=self.sites
        )

    def _due_articles(self) -> Iterator[Request | None]:
        since, until = self.window.bounds
        taken = self.frontier.take(
            self.scope,
            self._room(),
            time.time(),
            since=since,
            until=until,
            per_site=max(8, 4 * self.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")),
            sites=self.sites,
        )
        for due in taken:
            request = self._article_request(due)
            if request:
                self._fetching += 1
                self._hopeful += 1
            else:
                self.frontier.finish(due.key, "dropped", time.time(), reason="broken_url")
            yield request

    def _room(self) -> int:
        """Return how many more pages may be on their way."""
        room = 2 * self.settings.getint("CONCURRENT_REQUESTS") - self.frontier.in_flight
        if self.arguments.limit is not None:
            room = min(room, self.arguments.limit - self._hopeful)
        return max(room, 0)

    # --- Listings -----------------------------------------------------------------------------

    async def parse_listing(self, response: Response, listing: Listing) -> None:
        """Write what a listing names into the frontier."""
        try:
            found = await self.discoverer.read(response, listing)
            if found and self.discovers and listing.url in self.entry_points():
                self.discoverer.points.look_around(found)
        finally:
            self._polling.discard(listing.url)

    def listing_failed(self, failure: Failure) -> None:
        """Note why a listing could not be read."""
        request: Request = failure.request  # type: ignore[attr-defined]
        listing: Listing = request.cb_kwargs["listing"]
        self._polling.discard(listing.url)
        if isinstance(failure.value, StoppedError):
            return
        is_gone = explain_error(failure.value).is_gone
        # Nobody said that a guess was there: it fails without a word. Nor did anybody, perhaps, of
        # the next page of a list, whose number was counted up.
        is_counted_up = is_gone and listing.once and listing.method == "section"
        noun = "guess" if listing.method == "guess" or is_counted_up else "listing"
        answer = self._explain(failure, noun, listing.url, listing.site)
        if answer.slug == "offsite":
            self.tally.site(listing.site).moved_to = resolve_link("/", request.url)
        if answer.is_gone and (listing.method == "guess" or listing.once):
            self.frontier.listings.forget(self.scope, listing.url)
        else:
            self.frontier.listings.fail(
                self.scope, listing.url, answer.slug, time.time(), retry_after=answer.retry_after
            )

    def read_robots(self, robotparser: RobotParser, request: Request) -> None:
        """Take the sitemaps that a robots.txt names, if the site's listings are to be found."""
        if self.discovers:
            self.discoverer.points.read_robots(robotparser.rp.sitemaps, request.url)  # type: ignore[attr-defined]

    # --- Articles -----------------------------------------------------------------------------

    def article_received(self, response: Response, due: Due) -> Iterator[ExtractedArticle]:
        """Yield what :meth:`parse_article` makes of a page; close a page that it leaves out."""
        self._fetching -= 1
        hopeful = self._hopeful
        article = None
        for article in self.parse_article(response, due):
            yield article
        if article is None and self._hopeful == hopeful:
            self._hopeful -= 1
            self.count("article/dropped/left_out", site=due.site)
            self.frontier.finish(due.key, "dropped", time.time(), reason="left_out")

    def parse_article(self, response: Response, due: Due) -> Iterator[ExtractedArticle]:
        """Make an article of a page; the pipelines judge it. A class may leave articles out."""
        now = datetime.now(UTC)
        if response.status == 304:
            self._hopeful -= 1
            self.count("page/fetched", site=due.site)
            self.frontier.finish(due.key, "unchanged", now.timestamp())
            self.count("page/unchanged", site=due.site)
            return
        page = parse_page(response.body, url=response.url, encoding=read_charset(response))
        article = extract_page(
            page, rules=self.rules_for(response.url), hints=due.candidate, downloaded=now
        )
        identity = identify(response, article, due)
        if identity is None:
            self._turned_away(due, now)
            return
        self.count("page/fetched", site=due.site)
        self.discoverer.numbers.learn_from_page(response.url, article.date_published)
        article.id = self.frontier.move(
            due.key,
            identity,
            response.url,
            now.timestamp(),
            sketch=partial(sketch, article.text),
        )
        add_provenance(article, response, due, now=now, run_id=self.run_id)
        yield article

    def _turned_away(self, due: Due, now: datetime) -> None:
        """Another page was shown in an article's stead, for the time being as we hope."""
        self._hopeful -= 1
        self.count("page/failed/redirected", site=due.site)
        self.count_again("failed/redirected", due)
        logger.debug("redirected: %s", due.url)
        self.frontier.fail(due.key, "redirected", now.timestamp(), at_last="dropped")

    def article_failed(self, failure: Failure) -> None:
        """Note why a page could not be fetched, and when to try again."""
        self._fetching -= 1
        self._hopeful -= 1
        if isinstance(failure.value, StoppedError):
            return  # it is leased until the run ends, and due again
        due: Due = failure.request.cb_kwargs["due"]  # type: ignore[attr-defined]
        answer = self._explain(failure, "page", due.url, due.site)
        self.count_again(f"{answer.outcome}/{answer.slug}", due)
        settle(self.frontier, due, answer, time.time())
        if answer.is_gone and due.revision:
            self.count("article/vanished", site=due.site)

    def callback_failed(self, failure: Failure, response: Response | Failure | None) -> None:
        """A bug in a callback costs its page or listing this run; Scrapy logs and counts it.

        ``response`` is the failure that an errback was given, and None for a bug in ``start()``.
        """
        request: Request | None = getattr(response, "request", None)
        told = request.cb_kwargs if request else {}
        error = f"bug: {failure.value!r}"
        if due := told.get("due"):
            self._hopeful -= isinstance(response, Response)
            self.frontier.fail(due.key, error, time.time())
        elif listing := told.get("listing"):
            self.frontier.listings.fail(self.scope, listing.url, error, time.time())

    def item_lost(self) -> None:
        """An item that no record was made of makes room for another."""
        self._hopeful -= 1

    def rules_for(self, url: str) -> Rules:  # noqa: ARG002 - for spiders of several sites
        """Return the rules for a page; spiders of several sites choose by its address."""
        return self._own_rules

    @cached_property
    def _own_rules(self) -> Rules:
        rules = self.rules or Rules()
        name = rules.name if rules.name != GENERIC.name or self.takes_urls else self.name
        return replace(rules, name=name, timezone=rules.timezone or self.timezone)

    # --- Requests -----------------------------------------------------------------------------

    def _retries_soon(self) -> bool:
        """Whether a page that failed is worth waiting for."""
        retry_at = self.frontier.next_retry(self.scope, self.sites)
        return retry_at is not None and self._room() > 0 and retry_at - time.time() < _PATIENCE

    def _guesses(self) -> bool:
        """Whether there are usual places left to try for listings."""
        return self.discovers and self.discoverer.points.guess(self.entry_points())

    def _listing_request(self, listing: Listing) -> Request | None:
        is_whole = is_asked_whole(listing.url, listing.interval, listing.polled_at, time.time())
        validators = (None, None) if is_whole else (listing.etag, listing.last_modified)
        return self.make_request(
            listing.url,
            "listing",
            listing.site,
            callback=self.parse_listing,
            errback=self.listing_failed,
            headers=conditional_headers(*validators),
            cb_kwargs={"listing": listing},
            meta={"handle_httpstatus_list": [304], "download_maxsize": _LISTING_MAXSIZE},
            priority=1,
        )

    def _article_request(self, due: Due) -> Request | None:
        return self.make_request(
            due.url,
            "page",
            due.site,
            callback=self.article_received,
            errback=self.article_failed,
            # Of a page without a record a 304 tells nothing: it is not asked for, and a failure.
            headers=conditional_headers(due.etag, due.last_modified) if due.revision else None,
            cb_kwargs={"due": due},
            meta={"handle_httpstatus_list": [304] if due.revision else []},
        )

    def _explain(self, failure: Failure, noun: str, url: str, site: str) -> Answer:
        answer = explain_error(failure.value)
        self.count(f"{noun}/{answer.outcome}/{answer.slug}", site=site)
        logger.debug("%s: %s", answer.slug, url)
        if answer.retry_after:
            self.frontier.notes.pause(site, time.time() + answer.retry_after)
        return answer

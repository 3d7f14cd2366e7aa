"""A spider's run: its arguments, its lock and memory, its counts."""

from __future__ import annotations

import gc
import re
import time
import uuid
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, ClassVar, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.statscollectors import StatsCollector

from newscrawl.crawling.arguments import ArgumentError, Arguments, parse_arguments
from newscrawl.crawling.checked_class import find_wrong_attribute
from newscrawl.crawling.discoverer import Discoverer
from newscrawl.crawling.outcome import CUT_SHORT
from newscrawl.crawling.user_agent import name_contact
from newscrawl.discovery.sites import site_of
from newscrawl.discovery.window import Window
from newscrawl.frontier import Due, Frontier, FrontierError
from newscrawl.health.expectations import Expectations
from newscrawl.health.tally import Tally

# Objects between two looks for garbage: those of some fifteen real pages.
_OBJECTS = 20_000
# Failures of a page in a row from which on one more says nothing of its site. Chosen: the first two
# lie minutes apart, and tell of an outage twice.
_LONG_FAILING = 2


class RunSpider(Spider):
    """A spider whose run is kept in the frontier; :class:`newscrawl.spider.NewsSpider` crawls."""

    allowed_domains: Sequence[str]
    article_url: str | None = None
    archive: str | None = None
    expectations = Expectations()
    """What a run of this site must bring, where its own past is no measure."""
    takes_urls: ClassVar[bool] = False
    """Whether ``-a url=`` names the sites."""

    frontier: Frontier
    discoverer: Discoverer
    refusal: FrontierError | None = None
    """Why the frontier could not be opened; the run then ends as soon as it is open."""

    def __init__(self, name: str | None = None, **given: str) -> None:
        super().__init__(name)
        self.given = given
        self.arguments = self.check_arguments(given)
        self.window = Window(self.arguments.since, self.arguments.until)
        self.run_id = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid.uuid4().hex[:8]}"
        self.tally = Tally()
        self.strangers: frozenset[str] = frozenset()
        """Sites of which not one page is known at the end of a run."""
        self.next_due: float | None = None
        """When the next page or listing is due, at the end of a run."""
        self.reached: dict[str, float] = {}
        """Unix time of the oldest article of each site that any run saved, at the end of a run."""

    @classmethod
    def check_arguments(cls, given: Mapping[str, str]) -> Arguments:
        """Return the arguments of ``-a``.

        Raises ArgumentError for one that cannot be used, and for such a class.
        """
        arguments = parse_arguments(given, now=datetime.now(UTC))
        if cls.takes_urls and not arguments.urls:
            raise ArgumentError(f"{cls.name} needs a site: -a url=https://any.example")
        if arguments.urls and not cls.takes_urls:
            raise ArgumentError(f"{cls.name} knows its site; for another one: scrapy crawl news")
        if arguments.timezone and not cls.takes_urls:
            raise ArgumentError(f"{cls.name} knows its site: timezone is stated by its class")
        if not cls.takes_urls and (fault := find_wrong_attribute(cls)):
            raise ArgumentError(f"the class of {cls.name}: {fault}")
        return arguments

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return the spider with its frontier, bound to the life of the crawl."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        try:
            frontier = Frontier.from_settings(crawler.settings)
        except FrontierError as error:
            spider.refusal = error
        else:
            spider.frontier = frontier
        crawler.signals.connect(spider.opened, signals.spider_opened)
        return spider

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Put the contact into the user agent."""
        super().update_settings(settings)
        name_contact(settings)

    def opened(self) -> None:
        """Lock the site and write its entry points down, or refuse to run."""
        try:
            if self.refusal:
                raise self.refusal
            self.frontier.start_run(
                self.scope, run_id=self.run_id, now=time.time(), sites=self.sites
            )
        except FrontierError as error:
            self.stats.set_value("newscrawl/refusal", str(error))
            raise
        self.discoverer = Discoverer(
            scope=self.scope,
            frontier=self.frontier,
            window=self.window,
            domains=frozenset(self.allowed_domains),
            count=self.count,
            article_url=re.compile(self.article_url) if self.article_url else None,
        )
        self.discoverer.points.begin(self.entry_points(), self.archive)
        self._spare_the_collector()

    @staticmethod
    def _spare_the_collector() -> None:
        """Keep the garbage collector from what is loaded by now, which stays with the process.

        To visit it again and again took 5 % of a crawl's CPU, and to look for circles that hardly
        any page leaves behind 2 % more (bench_crawl.py, 1,000 articles). Once a process: what is
        left of an earlier crawl would be kept for good.
        """
        if not gc.get_freeze_count():
            gc.freeze()
            gc.set_threshold(_OBJECTS, 5, 5)

    def closed(self, reason: str) -> None:
        """Give back what is still due."""
        if self.refusal is None:
            if reason == "finished":
                self._look_ahead()
            self.frontier.end_run(reason=reason, now=time.time())
            if reason in CUT_SHORT:
                self.stats.set_value("newscrawl/left", self._is_anything_left())
            self.frontier.close()

    def _is_anything_left(self) -> bool:
        """Whether this run would have gone on: pages of its window are due, or listings."""
        since, until = self.window.bounds
        return self.frontier.has_due(
            self.scope, time.time(), since=since, until=until, sites=self.sites
        )

    def _look_ahead(self) -> None:
        """Note what the report is to tell of the frontier, which is closed by then."""
        with suppress(FrontierError):  # a damaged frontier was told of, and ends the run as it is
            self.strangers = frozenset(
                name
                for name, site in self.tally.sites.items()
                if not site.total("candidate/new") and not self.frontier.knows_site(name)
            )
            moments = (
                self.frontier.next_due(self.scope, self.sites),
                self.frontier.listings.next_due(self.scope, self.sites),
            )
            self.next_due = min(filter(None, moments), default=None)
            for name, site in self.tally.sites.items():
                self._note_oldest(name, site.oldest)

    def _note_oldest(self, site: str, oldest: float | None) -> None:
        known = self.frontier.notes.recall(self.scope, f"oldest {site}")
        moments = [moment for moment in (known, oldest) if moment is not None]
        if moments:
            self.reached[site] = min(moments)
            if self.reached[site] != known:
                now = time.time()
                self.frontier.notes.keep(self.scope, f"oldest {site}", self.reached[site], now)

    @cached_property
    def sites(self) -> frozenset[str]:
        """The registered domains of this run; what its scope knows of others is left alone."""
        return frozenset(map(site_of, self.allowed_domains))

    @cached_property
    def scope(self) -> str:
        """The name under which the frontier keeps what this crawl finds.

        A spider for any site has one for each site it is sent to, so that two runs of it do not
        take each other's pages.
        """
        sites = sorted({site_of(url) for url in self.arguments.urls})
        return f"{self.name} {sites[0]}" if len(sites) == 1 else self.name

    def entry_points(self) -> Sequence[str]:
        """Return the addresses that the crawl begins with."""
        return self.arguments.urls or self.start_urls or (f"https://{self.allowed_domains[0]}/",)

    @property
    def discovers(self) -> bool:
        """Whether the site's listings are to be found."""
        return not self.start_urls

    def make_request(self, url: str, noun: str, site: str, **options: Any) -> Request | None:
        """Return a request; None, and counted, if the frontier holds an address that is none."""
        # As SiteSlotsMiddleware does, but before Scrapy's queue, which gives sites their turns.
        meta = {"download_slot": site} | options.pop("meta", {})
        try:
            return Request(url, dont_filter=True, meta=meta, **options)
        except ValueError:
            self.count(f"{noun}/refused/broken_url", site=site)
            return None

    def count(self, stat: str, times: int = 1, *, site: str) -> None:
        """Add to ``newscrawl/<stat>``, and to the site's own tally."""
        self.stats.inc_value(f"newscrawl/{stat}", times)
        self.tally.add(site, stat, times)

    def count_again(self, stat: str, due: Due) -> None:
        """Count what failed as ``again/<stat>`` too if its page has failed for long."""
        if due.attempts >= _LONG_FAILING:
            self.count(f"again/{stat}", site=due.site)

    @property
    def stats(self) -> StatsCollector:
        """The crawl's stats."""
        return self.crawler.stats

"""As small a spider as the frontier allows, for the tiny paper of test_kill.py."""

from __future__ import annotations

import asyncio
import hashlib
import time
from datetime import UTC, datetime

from scrapy import Spider, signals
from scrapy.http import Request

from newscrawl.discovery.candidates import Candidate
from newscrawl.fingerprints import content_hash, simhash
from newscrawl.frontier import Frontier
from newscrawl.items import Article

WINDOW = 8


class TinySpider(Spider):
    name = "tiny"
    custom_settings = {
        "ITEM_PIPELINES": {"newscrawl.pipelines.store.Store": 400},
        "DOWNLOADER_MIDDLEWARES": {},
        "EXTENSIONS": {},
        "CONCURRENT_REQUESTS": WINDOW,
        "CONCURRENT_REQUESTS_PER_DOMAIN": WINDOW,
        "DOWNLOAD_DELAY": 0,
        "AUTOTHROTTLE_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "RETRY_ENABLED": False,
    }

    @classmethod
    def from_crawler(cls, crawler, *args, **kwargs):
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.listed = asyncio.Event()
        spider.frontier = Frontier.from_settings(crawler.settings)
        crawler.signals.connect(spider.end, signals.spider_closed)
        return spider

    async def start(self):
        now = time.time()
        self.frontier.start_run("tiny", run_id=str(now), now=now)
        self.frontier.listings.add("tiny", self.base + "/list", now, method="section")
        for listing in self.frontier.listings.due("tiny", time.time()):
            yield Request(listing.url, self.parse_listing, dont_filter=True, priority=1)
            await self.listed.wait()
        while True:
            room = WINDOW - self.frontier.in_flight
            taken = self.frontier.take("tiny", room, time.time()) if room > 0 else []
            for due in taken:
                yield Request(
                    due.url,
                    self.parse_article,
                    errback=self.failed,
                    cb_kwargs={"key": due.key},
                    dont_filter=True,
                )
            if not taken and not self.frontier.in_flight:
                break
            await asyncio.sleep(0.005)

    def parse_listing(self, response):
        now = time.time()
        urls = [response.urljoin(path) for path in response.text.split()]
        entries = [(key_of(url), Candidate(url=url, method="section")) for url in urls]
        with self.frontier.transaction():
            offered = self.frontier.offer("tiny", entries, now)
            self.frontier.listings.read("tiny", response.url, now, offered=offered)
        self.listed.set()

    def parse_article(self, response, key):
        title, text = response.text.split("\n", 1)
        return Article(
            id=key,
            url=response.url,
            site="tiny.example",
            title=title,
            text=text,
            word_count=len(text.split()),
            content_hash=content_hash(title, text),
            simhash=simhash(text),
            date_downloaded=datetime.now(UTC).isoformat(timespec="seconds"),
        )

    def failed(self, failure):
        self.frontier.fail(failure.request.cb_kwargs["key"], str(failure.value), time.time())

    def end(self, reason):
        self.frontier.end_run(reason=reason, now=time.time())
        self.frontier.close()


def key_of(url: str) -> str:
    return hashlib.sha1(url.encode()).hexdigest()

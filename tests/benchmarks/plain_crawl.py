"""What Scrapy does by itself, for bench_crawl.py: same lists, pages, extraction; a feed export."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy import Request, Spider

from newscrawl.crawling.answers import describe_http, read_charset
from newscrawl.demo import World, scaled_sites
from newscrawl.discovery.listings import read_listing
from newscrawl.discovery.urls import article_key, site_of
from newscrawl.discovery.window import Window
from newscrawl.extraction import Rules, extract_page, parse_page
from newscrawl.spiders.demo import DemoSpider


class PlainSpider(Spider):
    name = "plain"
    custom_settings = {
        **DemoSpider.custom_settings,
        "ITEM_PIPELINES": {
            "newscrawl.pipelines.clean.Clean": 100,
            "newscrawl.pipelines.validate.Validate": 200,
        },
        "EXTENSIONS": {},
    }

    def __init__(self, name: str | None = None, *, sites: str, articles: str) -> None:
        super().__init__(name)
        self.window = Window(None, None)
        self.world = World(scaled_sites(int(sites), int(articles)))
        self.rules = {site.domain: Rules(timezone=site.zone) for site in self.world.sites}
        self.seen = set()

    async def start(self):
        for url in self.world.listings():
            yield Request(url, callback=self.parse_listing)

    def parse_listing(self, response):
        found = read_listing(response.body, url=response.url, encoding=read_charset(response))
        before = len(self.seen)
        for candidate in found.candidates:
            if (key := article_key(candidate.url)) not in self.seen:
                self.seen.add(key)
                yield Request(candidate.url, cb_kwargs={"candidate": candidate})
        for link in found.listings:
            if link.kind != "next" or len(self.seen) > before:
                yield Request(link.url, callback=self.parse_listing)

    def parse(self, response, candidate):
        now = datetime.now(UTC)
        page = parse_page(response.body, url=response.url, encoding=read_charset(response))
        rules = self.rules[site_of(response.url)]
        article = extract_page(page, rules=rules, hints=candidate, downloaded=now)
        article.id = article_key(response.url, article.canonical_url)
        article.requested_url = candidate.url
        article.site = site_of(response.url)
        article.date_downloaded = now.isoformat(timespec="seconds")
        article.http = describe_http(response, encoding=article.http.encoding)
        yield article

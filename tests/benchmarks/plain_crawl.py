"""What Scrapy does by itself, for bench_crawl.py: same pages, same extraction, a feed export."""

from __future__ import annotations

from datetime import UTC, datetime

from scrapy import Request, Spider

from newscrawl.answers import describe_http, read_charset
from newscrawl.demo import World, scaled_sites
from newscrawl.discovery.urls import article_key, site_of
from newscrawl.discovery.window import Window
from newscrawl.extraction import extract_page, parse_page
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

    async def start(self):
        for truth in self.world.truths():
            yield Request(truth.url)

    def parse(self, response):
        now = datetime.now(UTC)
        page = parse_page(response.body, url=response.url, encoding=read_charset(response))
        article = extract_page(page, downloaded=now)
        article.id = article_key(response.url, article.canonical_url)
        article.requested_url = response.url
        article.site = site_of(response.url)
        article.date_downloaded = now.isoformat(timespec="seconds")
        article.http = describe_http(response, encoding=article.http.encoding)
        yield article

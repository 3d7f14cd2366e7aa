"""The real spider, on the demo's world scaled up: -a sites=4 -a articles=50 [-a only=sitemap]."""

from __future__ import annotations

from newscrawl.demo import World, scaled_sites
from newscrawl.extraction import Rules
from newscrawl.spiders.demo import DemoSpider


class ScaledSpider(DemoSpider):
    name = "scaled"

    def __init__(
        self, name: str | None = None, *, sites: str, articles: str, only: str = "", **given: str
    ) -> None:
        world = World(scaled_sites(int(sites), int(articles)))
        self.zones = {site.domain: site.zone for site in world.sites}
        self.allowed_domains = sorted(self.zones)
        self.start_urls = [url for url in world.listings() if only in url]
        super().__init__(name, **given)

    def rules_for(self, url: str) -> Rules:
        domain = next(domain for domain in self.zones if domain in url)
        return Rules(timezone=self.zones[domain])

from newscrawl.demo.sites import SITES
from newscrawl.demo.world import World
from newscrawl.extraction import Rules
from newscrawl.settings import DOWNLOADER_MIDDLEWARES
from newscrawl.spider import NewsSpider

ZONES = {site.domain: site.zone for site in SITES}


class DemoSpider(NewsSpider):
    """The bundled news sites, served on loopback: needs no internet."""

    name = "demo"
    allowed_domains = sorted(ZONES)
    start_urls = World().listings()
    custom_settings = {
        "DOWNLOADER_MIDDLEWARES": {
            **DOWNLOADER_MIDDLEWARES,
            "newscrawl.demo.proxy.DemoProxyMiddleware": 740,
        },
        # The server of the sites, on this machine.
        "NEWSCRAWL_ALLOWED_HOSTS": ["127.0.0.1"],
        # Our own server: no need to spare it.
        "DOWNLOAD_DELAY": 0,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "AUTOTHROTTLE_ENABLED": False,
    }

    def rules_for(self, url: str) -> Rules:
        domain = next(domain for domain in ZONES if domain in url)
        return Rules(timezone=ZONES[domain])

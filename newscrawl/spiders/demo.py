from newscrawl.demo.sites import SITES
from newscrawl.demo.world import World
from newscrawl.discovery.urls import site_of
from newscrawl.extraction import Rules
from newscrawl.settings import DOWNLOADER_MIDDLEWARES
from newscrawl.spider import NewsSpider
from newscrawl.spiders.zakon import RULES as ZAKON

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
        """Return those of zakon.kz for its likenesses, for the other papers none but the zone."""
        domain = site_of(url)
        return ZAKON if "zakon" in domain else Rules(timezone=ZONES[domain])

from newscrawl.discovery.urls import site_of
from newscrawl.spider import NewsSpider


class AnyNewsSpider(NewsSpider):
    """Any site: ``-a url=https://any.example``; several: ``-a urls=@sites.txt``.

    ``-a timezone=Asia/Almaty``: the zone of dates printed without one.
    """

    name = "news"
    takes_urls = True

    def __init__(self, name: str | None = None, **given: str) -> None:
        super().__init__(name, **given)
        self.timezone = self.arguments.timezone
        self.allowed_domains = sorted({site_of(url) for url in self.arguments.urls})

from newscrawl.spider import NewsSpider


class ZakonSpider(NewsSpider):
    name = "zakon"
    allowed_domains = ["zakon.kz"]
    start_urls = [
        "https://www.zakon.kz/sitemap/index.xml",
        "https://www.zakon.kz/news/?handler=LoadMoreNews&p=1&type=list",
    ]
    article_url = r"/(?:amp/)?(?:[a-z0-9-]+/)?\d{6,8}-[\w-]+\.html$"
    timezone = "Asia/Almaty"

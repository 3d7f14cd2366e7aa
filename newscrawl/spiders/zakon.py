from newscrawl.extraction import Rules
from newscrawl.spider import NewsSpider

# The layouts of 2017 (with texts pasted from Word, documents and an older template), 2022 and 2024.
RULES = Rules(
    name="zakon",
    body="#initial_news_story, .WordSection1, .full_text, .fullnews .clear_floats, .newscont, "
    ".articleBlock .content, .article__block .content",
    description="p.description, div.description",
    timezone="Asia/Almaty",
)


class ZakonSpider(NewsSpider):
    name = "zakon"
    allowed_domains = ["zakon.kz"]
    start_urls = [
        "https://www.zakon.kz/sitemap/index.xml",
        "https://www.zakon.kz/news/?handler=LoadMoreNews&p=1&type=list",
    ]
    article_url = r"/(?:amp/)?(?:[a-z0-9-]+/)?\d{6,8}-[\w-]+\.html$"
    rules = RULES

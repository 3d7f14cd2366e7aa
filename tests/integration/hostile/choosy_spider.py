"""A class of a user's own that leaves articles out, as does a middleware of his own."""

from newscrawl.spiders.news import AnyNewsSpider


class ChoosySpider(AnyNewsSpider):
    name = "choosy"

    def parse_article(self, response, due):
        for article in super().parse_article(response, due):
            if "story-0" not in response.url:
                yield article


class ForgetfulMiddleware:
    async def process_spider_output(self, response, result):
        async for item in result:
            if "story-1" not in getattr(item, "url", ""):
                yield item

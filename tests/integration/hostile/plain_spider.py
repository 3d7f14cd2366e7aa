"""A spider of the same project that is none of news."""

from scrapy import Spider


class PlainSpider(Spider):
    name = "plain"
    custom_settings = {"ITEM_PIPELINES": {}}

    async def start(self):
        yield {"text": "snow"}

"""An extension of a user's own that takes its time when the spider is closed, as an upload does."""

import asyncio

from scrapy import signals


class SlowGoodbye:
    @classmethod
    def from_crawler(cls, crawler):
        extension = cls()
        crawler.signals.connect(extension.spider_closed, signals.spider_closed)
        return extension

    async def spider_closed(self):
        await asyncio.sleep(3)

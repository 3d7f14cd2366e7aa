"""The spider for any site, on the bundled ones: it is told nothing but their addresses."""

from __future__ import annotations

from newscrawl.spiders.demo import DemoSpider
from newscrawl.spiders.news import AnyNewsSpider


class UndescribedSpider(AnyNewsSpider):
    name = "undescribed"
    custom_settings = DemoSpider.custom_settings

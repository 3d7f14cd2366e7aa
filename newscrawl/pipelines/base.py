"""What every pipeline has: its crawler and a counter."""

from __future__ import annotations

from typing import Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem


class NotStored(DropItem):
    """A record that was not written: its last one still stands, its page waits, no disk takes it.

    The page is not finished by it.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Pipeline:
    """A pipeline that counts each of its decisions in Scrapy's stats."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def count(self, stat: str, times: int = 1) -> None:
        """Add to ``newscrawl/<stat>``."""
        self.crawler.stats.inc_value(f"newscrawl/{stat}", times)

    def set_stat(self, stat: str, value: object) -> None:
        """Set ``newscrawl/<stat>``."""
        self.crawler.stats.set_value(f"newscrawl/{stat}", value)

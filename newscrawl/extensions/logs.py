"""Logs for an unattended crawler: safe, short, and as JSON lines if asked for."""

from __future__ import annotations

import logging
from typing import Any, Self

from scrapy import Spider, logformatter, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.logformatter import LogFormatterResult
from scrapy.utils.log import get_scrapy_root_handler
from twisted.python.failure import Failure

from newscrawl.items import Article
from newscrawl.safe_logs import JsonFormatter, SafeRecord


class Logs:
    """Makes every log record safe; with ``NEWSCRAWL_LOG_JSON`` each is one JSON object a line."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        logging.setLogRecordFactory(SafeRecord)
        extension = cls()
        if crawler.settings.getbool("NEWSCRAWL_LOG_JSON"):
            crawler.signals.connect(extension.format_as_json, signals.engine_started)
        return extension

    def format_as_json(self) -> None:
        """Change the format, after Scrapy has put its own in place for the last time."""
        if handler := get_scrapy_root_handler():
            handler.setFormatter(JsonFormatter())
        logging.disable(logging.NOTSET)


class LogFormatter(logformatter.LogFormatter):
    """Scrapy's own, with the address of an article in the place of all its text."""

    def scraped(
        self, item: Any, response: Response | Failure | None, spider: Spider
    ) -> LogFormatterResult:
        if not isinstance(item, Article):
            return super().scraped(item, response, spider)
        return _line(logging.DEBUG, "Saved: %(url)s (revision %(revision)s)", item)

    def dropped(
        self,
        item: Any,
        exception: BaseException,
        response: Response | Failure | None,
        spider: Spider,
    ) -> LogFormatterResult:
        if not isinstance(item, Article):
            return super().dropped(item, exception, response, spider)
        return _line(logging.DEBUG, "Dropped: %(url)s (%(reason)s)", item, reason=str(exception))


def _line(level: int, message: str, item: Article, **more: Any) -> LogFormatterResult:
    return {
        "level": level,
        "msg": message,
        "args": {"url": item.url, "revision": item.revision, **more},
    }

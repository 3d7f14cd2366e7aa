"""Second: refuse what is no article, or not one that was asked for."""

from __future__ import annotations

from scrapy.exceptions import DropItem

from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.window import Window
from newscrawl.extraction.article import ExtractedArticle
from newscrawl.items import Article
from newscrawl.pipelines.base import Pipeline


class Rejected(DropItem):
    """An item that was dropped, with the slug of the reason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Validate(Pipeline):
    """The judge of items: what is no article of the run is dropped with a counted reason."""

    def process_item(self, item: ExtractedArticle) -> Article:
        reason = self._reason_against(item)
        if reason:
            self.count(f"dropped/{reason}")
            raise Rejected(reason)
        self.count("validated")
        return item.record()

    def _reason_against(self, item: ExtractedArticle) -> str | None:
        if not item.verdict.is_article:
            return item.verdict.reason or "not_an_article"
        if not item.title:
            return "title_missing"
        if not item.text:
            return "empty_text"
        obeyed = self.crawler.settings.getlist("NEWSCRAWL_OBEY_OPT_OUTS")
        if not set(obeyed).isdisjoint(item.opt_outs):
            return "opt_out"
        window: Window = self.crawler.spider.window  # type: ignore[union-attr]
        dated = Candidate(url=item.url, method="", date_published=item.date_published)
        return window.excludes(dated)

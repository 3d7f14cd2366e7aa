"""Third: name the first copy of a text that came under several addresses."""

from __future__ import annotations

from newscrawl.items import Article
from newscrawl.pipelines.base import Pipeline


class Deduplicate(Pipeline):
    """Labels an article whose very words another one had first; it is kept all the same."""

    def process_item(self, item: Article) -> Article:
        frontier = self.crawler.spider.frontier  # type: ignore[union-attr]
        item.duplicate_of = frontier.records.original_of(item.content_hash, item.id)
        if item.duplicate_of:
            self.count("labelled/duplicate")
        return item

"""Third: name the first copy of a text that came under several addresses."""

from __future__ import annotations

from newscrawl.fingerprints import sketch
from newscrawl.items import Article
from newscrawl.pipelines.base import Pipeline


class Deduplicate(Pipeline):
    """Labels an article whose text another one had first, word for word or nearly; it is kept."""

    def process_item(self, item: Article) -> Article:
        originals = self.crawler.spider.frontier.records.originals  # type: ignore[union-attr]
        item.duplicate_of = originals.find(item.id, item.content_hash, sketch(item.text))
        if item.duplicate_of:
            self.count("labelled/duplicate")
        return item

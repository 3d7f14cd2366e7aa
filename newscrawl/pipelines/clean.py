"""First: make the article's strings uniform, and take out lines that are boilerplate as a whole."""

from __future__ import annotations

from newscrawl.cleaning import clean_article
from newscrawl.items import Article
from newscrawl.pipelines.base import Pipeline


class Clean(Pipeline):
    """Cleans every string of an article; ``KEEP_REMOVED`` keeps what extraction took out."""

    def process_item(self, item: Article) -> Article:
        for change, times in clean_article(item).items():
            self.count(f"cleaned/{change}", times)
        for removed in item.removed:
            self.count(f"removed/{removed.reason}")
        if not self.crawler.settings.getbool("KEEP_REMOVED"):
            item.removed = []
        return item

"""Third: name the first copy of a text that came under several addresses."""

from __future__ import annotations

import time

from newscrawl.fingerprints import sketch
from newscrawl.frontier import Frontier
from newscrawl.frontier.schedule import parse_moment
from newscrawl.items import Article
from newscrawl.pipelines.base import NotStored, Pipeline


class Deduplicate(Pipeline):
    """Labels an article whose text another one had first, word for word or nearly; it is kept.

    A copy on the same site, published at the same time, waits until the first one was looked at
    again: if that leads here by now, this is its new address.
    """

    def process_item(self, item: Article) -> Article:
        frontier: Frontier = self.crawler.spider.frontier  # type: ignore[union-attr]
        originals = frontier.records.originals
        item.duplicate_of = originals.find(item.id, item.content_hash, sketch(item.text))
        if item.duplicate_of is None:
            return item
        published = parse_moment(item.date_published)
        if frontier.await_original(item.id, item.duplicate_of, published, time.time()):
            self.count("unsaved/awaits_original")
            raise NotStored("awaits_original")
        self.count("labelled/duplicate")
        return item

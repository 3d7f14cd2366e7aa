"""What a run does to its process."""

from __future__ import annotations

import gc

from newscrawl.crawling.run import RunSpider


def test_objects_of_a_second_crawl_are_not_kept_for_good() -> None:
    thresholds = gc.get_threshold()
    try:
        RunSpider._spare_the_collector()
        kept = gc.get_freeze_count()
        later = [[] for _ in range(1000)]
        RunSpider._spare_the_collector()
        assert 0 < gc.get_freeze_count() <= kept
        assert len(later) == 1000
    finally:
        gc.unfreeze()
        gc.set_threshold(*thresholds)

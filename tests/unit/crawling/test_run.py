"""What a run does to its process."""

from __future__ import annotations

import gc
from contextlib import nullcontext

import pytest

from newscrawl.crawling.arguments import ArgumentError
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


@pytest.mark.parametrize(
    ("domains", "is_fine"),
    [
        pytest.param(["paper.example"], True, id="registered"),
        pytest.param(["kaz.paper.example"], True, id="below"),
        pytest.param(["rus.paper.example"], False, id="beside"),
    ],
)
def test_a_class_that_begins_off_its_site_is_refused_at_once(domains, is_fine):
    class Paper(RunSpider):
        name = "paper"
        allowed_domains = domains
        start_urls = ["https://kaz.paper.example/feed"]

    with nullcontext() if is_fine else pytest.raises(ArgumentError, match="allowed_domains"):
        Paper.check_arguments({})

"""A site that asks for an hour is asked for nothing more, whatever is in the queues by then."""

import pytest
from growing_paper import HOUR, Paper

from bad_sites import good, page  # isort: skip - growing_paper finds it

STORIES = [f"/news/story-{number}-of-the-town.html" for number in range(8)]


@pytest.mark.parametrize("requests", [2, 64])
def test_nothing_is_sent_after_a_long_retry_after(requests, tmp_path):
    with Paper(tmp_path) as paper:
        paper.list(STORIES)
        paper.pages |= dict.fromkeys(STORIES, page("busy", 429, Retry_After="3600"))
        slowly = {
            "CONCURRENT_REQUESTS": requests,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
            "DOWNLOAD_DELAY": 0.1,
        }
        _, asked = paper.crawl(settings=slowly)
        assert len([path for path in asked if path in STORIES]) == 1
        paper.pages |= dict.fromkeys(STORIES, good)
        paper.pass_time(2 * HOUR)
        assert len(paper.crawl()[0].records) == len(STORIES)

"""A run goes on until all is done that was due, however long its pipelines take."""

import json

from growing_paper import Paper

from bad_sites import good  # isort: skip - growing_paper finds it
from newscrawl import settings

STORIES = [f"/news/story-{number}-of-the-town.html" for number in range(30)]
PIPELINES = {**settings.ITEM_PIPELINES, "slow_pipeline.SlowPipeline": 350}


def test_a_run_waits_for_what_is_in_its_pipelines(tmp_path):
    with Paper(tmp_path) as paper:
        paper.list(STORIES)
        paper.pages |= dict.fromkeys(STORIES, good)
        one_at_a_time = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1}
        crawl, _ = paper.crawl(settings={"ITEM_PIPELINES": json.dumps(PIPELINES)} | one_at_a_time)
    assert len(crawl.records) == len(STORIES)

"""A run goes on until all is done that was due, whatever its pipelines and own classes do."""

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


def test_a_run_ends_though_a_class_or_a_middleware_leaves_articles_out(tmp_path):
    with Paper(tmp_path) as paper:
        paper.list(STORIES[:4])
        paper.pages |= dict.fromkeys(STORIES, good)
        settings = {
            "SPIDER_MODULES": "choosy_spider",
            "SPIDER_MIDDLEWARES": json.dumps({"choosy_spider.ForgetfulMiddleware": 100}),
        }
        crawl, _ = paper.crawl(settings=settings, spider="choosy")
        states = paper.states()
    assert {record["url"].rpartition("/news/")[2] for record in crawl.records} == {
        story.removeprefix("/news/") for story in STORIES[2:4]
    }
    assert states[STORIES[0]] == ("dropped", "left_out")

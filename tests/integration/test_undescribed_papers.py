"""Papers of which nothing is told but the address: every article is found, and is what it is."""

import json
from pathlib import Path

import pytest
from processes import run_scrapy

from newscrawl.demo.process import serving
from newscrawl.demo.sites import SITES
from newscrawl.demo.world import World
from newscrawl.discovery.urls import article_key

SPIDER = Path(__file__).with_name("undescribed_crawl.py")
TRUTHS = {article_key(truth.url): truth for truth in World().truths()}
# The old layouts of zakon.kz state no date to the minute, and no mark tells their captions.
VAGUE = ("2019.example", "2022.example")


@pytest.fixture(scope="module")
def records(tmp_path_factory):
    output = tmp_path_factory.mktemp("output")
    fronts = ",".join(f"http://{site.host}/" for site in SITES)
    with serving("--crawl-delay", "0") as server:
        done = run_scrapy(
            "runspider", SPIDER, "-a", f"url={fronts}",
            "-s", f"NEWSCRAWL_OUTPUT={output}", "-s", f"NEWSCRAWL_DEMO_URL={server.url}",
        )  # fmt: skip
    assert done.returncode == 0, done.stderr
    lines = b"".join(path.read_bytes() for path in output.glob("*/*.jsonl")).splitlines()
    return [json.loads(line) for line in lines]


def test_every_article_is_saved_once_and_nothing_else(records):
    assert sorted(record["id"] for record in records) == sorted(TRUTHS)


@pytest.mark.parametrize("name", ["title", "text", "authors", "date_published", "language"])
def test_the_field_is_the_truth(records, name):
    for record in (each for each in records if not each["site"].endswith(VAGUE)):
        truth = getattr(TRUTHS[record["id"]], name)
        wanted = list(truth) if isinstance(truth, tuple) else truth
        assert record[name] == wanted, record["url"]

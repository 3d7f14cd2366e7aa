"""What a run does to its process."""

from __future__ import annotations

import gc
from contextlib import nullcontext

import pytest

from newscrawl.crawling.arguments import ArgumentError
from newscrawl.crawling.run import RunSpider
from newscrawl.extraction import Rules
from newscrawl.spider import NewsSpider
from newscrawl.spiders.news import AnyNewsSpider


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


ARCHIVE = "https://kaz.paper.example/archive"
FINE = {"allowed_domains": ["kaz.paper.example"], "start_urls": ["https://kaz.paper.example/feed"]}


@pytest.mark.parametrize(
    ("stated", "fault"),
    [
        pytest.param({}, None, id="fine"),
        pytest.param({"allowed_domains": ["paper.example"]}, None, id="above"),
        pytest.param({"allowed_domains": ["rus.paper.example"]}, "on none of", id="beside"),
        pytest.param({"allowed_domains": []}, "no allowed_domains", id="no domain"),
        pytest.param({"allowed_domains": "paper.example"}, "a list", id="domain as a text"),
        pytest.param({"start_urls": "https://paper.example"}, "a list", id="address as a text"),
        pytest.param({"allowed_domains": [None]}, "a list of texts", id="no domain in a list"),
        pytest.param({"start_urls": None}, "a list of texts", id="no list"),
        pytest.param({"allowed_domains": ["*.paper.example"]}, "a host name", id="star"),
        pytest.param({"article_url": 5}, "no regular expression", id="number as a pattern"),
        pytest.param({"timezone": 5}, "zone|str", id="number as a zone"),
        pytest.param(
            {"allowed_domains": ["http://paper.example/"]}, "as 'paper.example'", id="address"
        ),
        pytest.param({"start_urls": ["/feed"]}, "give an address", id="no host"),
        pytest.param({"article_url": "/("}, "no regular expression", id="pattern"),
        pytest.param({"timezone": "Asia/Almatyy"}, "is no zone", id="zone"),
        pytest.param({"rules": {"body": "div"}}, "rules is a dict", id="rules"),
        pytest.param({"artcle_url": "/a"}, "artcle_url; did you mean article_url", id="slip"),
        pytest.param({"time_zone": "UTC"}, "time_zone; did you mean timezone", id="two words"),
        pytest.param({"start_url": []}, "start_url; did you mean start_urls", id="one of many"),
        pytest.param({"base_url": "x", "archive_page": 1, "names": []}, None, id="their own"),
        pytest.param({"archive": f"{ARCHIVE}/{{year}}/{{month}}/{{day}}"}, None, id="archive"),
        pytest.param({"archive": f"{ARCHIVE}?m={{year}}-{{month}}"}, None, id="months"),
        pytest.param({"archive": f"{ARCHIVE}/{{yaer}}/{{month}}"}, "has {yaer}: give", id="field"),
        pytest.param({"archive": f"{ARCHIVE}/{{day}}/{{n}}"}, "has {n}: give", id="number"),
        pytest.param({"archive": ARCHIVE}, "has no date: give", id="no date"),
        pytest.param({"archive": "/{year}/{month}"}, "give an address", id="archive of no host"),
        pytest.param({"archive": 5}, "archive is 5: give an address", id="number as an archive"),
        pytest.param({"archive": "https://a.example/{year}"}, "on none of", id="archive beside"),
        pytest.param(
            {"custom_settings": {"DOWNLOAD_DELAY": "fast"}}, "DOWNLOAD_DELAY=fast", id="setting"
        ),
    ],
)
def test_a_class_that_cannot_be_crawled_by_is_refused_at_once(stated, fault):
    paper = type("Paper", (RunSpider,), {"name": "paper"} | FINE | stated)
    with pytest.raises(ArgumentError, match=fault) if fault else nullcontext():
        paper.check_arguments({})


def test_the_class_names_the_rules_and_their_zone():
    class Paper(NewsSpider):
        name = "paper"
        allowed_domains = ["paper.example"]
        timezone = "Asia/Almaty"
        rules = Rules(drop=("div.poll",))

    assert Paper().rules_for("") == Rules(name="paper", drop=("div.poll",), timezone="Asia/Almaty")
    assert AnyNewsSpider(url="https://any.example").rules_for("").name == "generic"


def test_the_zone_of_any_site_is_an_argument_of_the_generic_spider():
    given = {"url": "https://any.example", "timezone": "Asia/Almaty"}
    assert AnyNewsSpider(**given).rules_for("").timezone == "Asia/Almaty"
    paper = type("Paper", (NewsSpider,), {"name": "paper"} | FINE)
    with pytest.raises(ArgumentError, match="timezone is stated by its class"):
        paper.check_arguments({"timezone": "Asia/Almaty"})

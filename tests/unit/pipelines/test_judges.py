"""Clean, Validate and Deduplicate, each in a real crawler with a real frontier."""

from types import SimpleNamespace

import pytest
from scrapy.utils.test import get_crawler

from newscrawl.discovery.window import Window
from newscrawl.extraction import ExtractedArticle
from newscrawl.extraction.verdict.judge import Verdict
from newscrawl.frontier import Frontier
from newscrawl.items import Article, Block, Removed
from newscrawl.pipelines.clean import Clean
from newscrawl.pipelines.deduplicate import Deduplicate
from newscrawl.pipelines.validate import Rejected, Validate

ARTICLE = Verdict(is_article=True, score=0.9, reason=None)


def make_item(**fields):
    base = {
        "id": "a1",
        "title": "Snow",
        "text": "It snowed.",
        "blocks": [Block(type="paragraph", text="It snowed.")],
        "verdict": ARTICLE,
    }
    return ExtractedArticle(**base | fields)


@pytest.fixture
def crawler(tmp_path):
    crawler = get_crawler()
    frontier = Frontier(tmp_path / "frontier.sqlite3", output=tmp_path)
    crawler.spider = SimpleNamespace(frontier=frontier, window=Window(), name="a")
    yield crawler
    frontier.close()


def stats_of(crawler):
    return {
        stat: times
        for stat, times in crawler.stats.get_stats().items()
        if stat.startswith("newscrawl/")
    }


def test_clean_counts_what_it_and_extraction_removed(crawler):
    item = make_item(
        blocks=[Block(type="paragraph", text=t) for t in ("It snowed.", "Share on Facebook")],
        removed=[Removed(reason="caption", text="Bern")],
    )
    cleaned = Clean.from_crawler(crawler).process_item(item)
    assert cleaned.text == "It snowed."
    assert stats_of(crawler)["newscrawl/cleaned/block_share"] == 1
    assert stats_of(crawler)["newscrawl/removed/caption"] == 1


@pytest.mark.parametrize("keep", [True, False])
def test_what_was_removed_is_kept_only_on_request(crawler, keep):
    crawler.settings.frozen = False
    crawler.settings.set("KEEP_REMOVED", keep)
    item = make_item(removed=[Removed(reason="caption", text="Bern")])
    assert bool(Clean.from_crawler(crawler).process_item(item).removed) is keep


def test_validate_hands_on_the_record_alone(crawler):
    record = Validate.from_crawler(crawler).process_item(make_item())
    assert type(record) is Article
    assert stats_of(crawler) == {"newscrawl/validated": 1}


@pytest.mark.parametrize(
    ("fields", "window", "reason"),
    [
        pytest.param(
            {"verdict": Verdict(is_article=False, score=0.1, reason="tag_page")},
            Window(),
            "tag_page",
            id="no article",
        ),
        pytest.param({"title": ""}, Window(), "title_missing", id="no title"),
        pytest.param({"text": ""}, Window(), "empty_text", id="no text"),
        pytest.param(
            {"date_published": "2026-01-01T00:00:00+00:00"},
            "since",
            "before_since",
            id="too old",
        ),
        pytest.param({"date_published": "2027-01-01"}, "until", "after_until", id="too new"),
    ],
)
def test_validate_refuses_with_a_counted_reason(crawler, fields, window, reason):
    from datetime import UTC, datetime

    bound = datetime(2026, 6, 1, tzinfo=UTC)
    windows = {"since": Window(since=bound), "until": Window(until=bound)}
    crawler.spider.window = windows.get(window, window)
    with pytest.raises(Rejected) as dropped:
        Validate.from_crawler(crawler).process_item(make_item(**fields))
    assert dropped.value.reason == reason
    assert stats_of(crawler) == {f"newscrawl/dropped/{reason}": 1}


def test_the_second_copy_of_a_text_names_the_first(crawler):
    pipeline = Deduplicate.from_crawler(crawler)
    first, copy, other = (
        Article(id="a1", content_hash="x"),
        Article(id="b2", content_hash="x"),
        Article(id="c3", content_hash="y"),
    )
    labels = [pipeline.process_item(item).duplicate_of for item in (first, copy, other, first)]
    assert labels == [None, "a1", None, None]
    assert stats_of(crawler) == {"newscrawl/labelled/duplicate": 1}

from __future__ import annotations

import asyncio
import json
import time
from contextlib import contextmanager

import pytest
from scrapy import Spider
from scrapy.exceptions import DropItem
from scrapy.utils.test import get_crawler

from newscrawl.discovery.candidates import Candidate
from newscrawl.fingerprints import content_hash, simhash
from newscrawl.frontier import Frontier
from newscrawl.items import Article, Block, Discovery, Http
from newscrawl.pipelines.store import NotStored, Store, line_of

NOW = 1_700_000_000.0


def article(key: str = "a", text: str = "It snowed.", **fields) -> Article:
    return Article(
        **{
            "id": key,
            "url": f"https://paper.example/{key}",
            "site": "paper.example",
            "title": "Snow",
            "text": text,
            "blocks": [Block(type="paragraph", text=text)],
            "word_count": len(text.split()),
            "content_hash": content_hash("Snow", text),
            "simhash": simhash(text),
            "date_published": "2023-11-14T22:00:00+00:00",
            "date_downloaded": "2023-11-14T22:13:20+00:00",
            "http": Http(etag='"1"'),
        }
        | fields
    )


@contextmanager
def storing(folder, *, frontier: bool = True):
    """Give a Store in a crawl, as Scrapy builds it."""
    path = ".frontier.sqlite3" if frontier else ""
    crawler = get_crawler(Spider, {"NEWSCRAWL_OUTPUT": str(folder), "NEWSCRAWL_FRONTIER": path})
    crawler.spider = Spider(name="paper")
    crawler.spider.frontier = Frontier.from_settings(crawler.settings)
    crawler.spider.frontier.start_run("paper", run_id="r", now=NOW)
    store = Store.from_crawler(crawler)
    store.open_spider()
    yield store
    crawler.spider.frontier.end_run(reason="finished", now=NOW)
    crawler.spider.frontier.close()


def run(store: Store, *items: Article) -> list[Article | BaseException]:
    async def all_at_once():
        results = asyncio.gather(*map(store.process_item, items), return_exceptions=True)
        return await asyncio.wait_for(results, 20)

    return asyncio.run(all_at_once())


def lines(folder) -> list[dict]:
    text = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*/*.jsonl")))
    return [json.loads(line) for line in text.split("\n")[:-1]]


def lease(store: Store, *keys: str) -> Frontier:
    frontier = store.crawler.spider.frontier
    entries = [(key, Candidate(url=f"https://paper.example/{key}", method="feed")) for key in keys]
    frontier.offer("paper", entries, NOW)
    assert len(frontier.take("paper", 99, NOW)) == len(keys)
    return frontier


def states(frontier: Frontier) -> dict[str, str]:
    rows = frontier.database.rows("SELECT key, state, reason FROM page ORDER BY key")
    return {
        row["key"]: row["state"] + (f": {row['reason']}" if row["reason"] else "") for row in rows
    }


def test_an_article_is_on_disk_and_done_when_process_item_returns(tmp_path):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")
        [saved] = run(store, article())
        assert saved.revision == 1
        assert [record["id"] for record in lines(tmp_path)] == ["a"]
        assert states(frontier) == {"a": "done"}
        assert store.crawler.stats.get_value("newscrawl/saved") == 1


def test_the_file_is_named_by_site_and_day_of_download(tmp_path):
    with storing(tmp_path) as store:
        run(store, article(date_published="2001-01-01"))
    assert (tmp_path / "paper.example" / "2023-11-14.jsonl").exists()


def test_articles_that_come_together_are_all_saved(tmp_path):
    with storing(tmp_path) as store:
        run(store, *(article(f"a{number}", f"Text {number}.") for number in range(1000)))
        assert sorted(r["id"] for r in lines(tmp_path)) == sorted(f"a{n}" for n in range(1000))


def test_the_same_article_is_saved_once_however_often_it_comes(tmp_path):
    with storing(tmp_path) as store:
        first = run(store, article(), article())
        assert [type(result) for result in first] == [Article, NotStored]
        [again] = run(store, article())
        assert isinstance(again, NotStored)
    assert len(lines(tmp_path)) == 1


async def meet_copy(store: Store, *copies: Article) -> list[BaseException | Article]:
    """Let copies come while the article waits to be written; then the process is killed."""
    writing = asyncio.ensure_future(store.process_item(article()))
    await asyncio.sleep(0)
    answers = await asyncio.gather(*map(store.process_item, copies), return_exceptions=True)
    for copy, answer in zip(copies, answers, strict=True):
        store.item_dropped(copy, answer)
    store._flushing.cancel()
    writing.cancel()
    return answers


def test_a_copy_of_an_article_that_is_being_written_leaves_its_page_open(tmp_path):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")
        asyncio.run(meet_copy(store, article(), article()))
        assert lines(tmp_path) == []
        assert states(frontier) == {"a": "leased"}
        assert store.crawler.stats.get_value("newscrawl/unsaved/unchanged") == 2


@pytest.mark.parametrize("name", ["dropped", "failed"])
def test_nor_does_a_copy_that_no_record_is_made_of_close_it(tmp_path, name):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")

        async def meet_bad_copy():
            writing = asyncio.ensure_future(store.process_item(article()))
            await asyncio.sleep(0)
            getattr(store, f"item_{name}")(article(), Rejected("no"))
            found = states(frontier)
            with pytest.raises(NotStored):
                await store.process_item(article())
            await writing
            return found

        assert asyncio.run(meet_bad_copy()) == {"a": "leased"}
        assert states(frontier) == {"a": "done"}
        assert len(lines(tmp_path)) == 1


def test_a_changed_text_is_the_next_revision(tmp_path):
    with storing(tmp_path) as store:
        run(store, article())
    with storing(tmp_path) as store:
        run(store, article(text="It did not snow, says the weather service now."))
        assert store.crawler.stats.get_value("newscrawl/saved/revised") == 1
    assert [(r["id"], r["revision"]) for r in lines(tmp_path)] == [("a", 1), ("a", 2)]


def test_an_article_of_a_spider_without_offers_is_known_too(tmp_path):
    with storing(tmp_path) as store:
        run(store, article())
        assert states(store.crawler.spider.frontier) == {"a": "done"}


def test_without_memory_each_run_saves_an_article_once(tmp_path):
    for _ in range(2):
        with storing(tmp_path, frontier=False) as store:
            run(store, article(), article())
    assert [path.name for path in tmp_path.iterdir()] == ["paper.example"]
    assert len(lines(tmp_path)) == 2


def test_a_spider_without_a_frontier_may_use_the_pipeline(tmp_path):
    crawler = get_crawler(Spider, {"NEWSCRAWL_OUTPUT": str(tmp_path)})
    crawler.spider = Spider(name="own")
    store = Store.from_crawler(crawler)
    store.open_spider()
    run(store, article(), article("b"))
    assert [record["id"] for record in lines(tmp_path)] == ["a", "b"]


class Rejected(DropItem):
    def __init__(self, message, reason="teaser"):
        super().__init__(message)
        self.reason = reason


@pytest.mark.parametrize(
    ("exception", "state"),
    [
        pytest.param(Rejected("no"), "dropped: teaser", id="reason"),
        pytest.param(DropItem("too short"), "dropped: too short", id="message"),
        pytest.param(NotStored("disk_full"), "leased", id="not-stored"),
    ],
)
def test_a_dropped_article_finishes_its_page(tmp_path, exception, state):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")
        store.item_dropped(article(), exception)
        assert states(frontier) == {"a": state}


def test_a_page_behind_a_consent_wall_is_tried_again_as_often_as_one_that_fails(tmp_path):
    with storing(tmp_path) as store:
        states_seen = []
        frontier = lease(store, "a")
        for _ in range(7):
            frontier.take("paper", 1, time.time() + 30 * 24 * 3600)
            store.item_dropped(article(), Rejected("no", "consent_wall"))
            states_seen.append(states(frontier)["a"])
    assert states_seen[:5] == ["waiting: consent_wall"] * 5
    assert states_seen[5:] == ["failed: consent_wall"] * 2


@pytest.mark.parametrize(
    ("told", "reason", "state"),
    [
        pytest.param({"method": "feed"}, "soft_404", "waiting: soft_404", id="in a feed"),
        pytest.param({"method": "section"}, "empty_text", "waiting: empty_text", id="empty"),
        pytest.param({"method": "sitemap"}, "soft_404", "dropped: soft_404", id="in a sitemap"),
        pytest.param(
            {"method": "feed", "date_published": "2020-01-01"},
            "soft_404",
            "dropped: soft_404",
            id="old",
        ),
        pytest.param({"method": "feed"}, "index_page", "dropped: index_page", id="a list"),
    ],
)
def test_news_behind_a_page_that_is_not_there_is_tried_again(tmp_path, told, reason, state):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")
        store.item_dropped(article(discovery=Discovery(**told)), Rejected("no", reason))
        assert states(frontier) == {"a": state}


def test_an_article_that_broke_a_pipeline_is_tried_again(tmp_path):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")
        store.item_failed(article(), ValueError("bug"))
        assert states(frontier) == {"a": "waiting: ValueError('bug')"}


def test_an_article_that_makes_no_line_is_tried_again_too(tmp_path):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")
        odd = article(section=object())
        [error] = run(store, odd)
        store.item_failed(odd, error)
        assert states(frontier)["a"].startswith("waiting: TypeError")


def test_an_error_that_nobody_foresaw_does_not_hang_either(tmp_path):
    with storing(tmp_path) as store:
        frontier = lease(store, "a")
        output, store._output = store._output, None
        [error] = run(store, article())
        assert isinstance(error, AttributeError)
        store.item_failed(article(), error)
        assert states(frontier)["a"].startswith("waiting: AttributeError")
        store._output = output
        run(store, article("b"))
        assert [record["id"] for record in lines(tmp_path)] == ["b"]


@pytest.mark.parametrize(
    "text",
    ["Снег", "a\u2028b\u2029c\x85d", "a\nb\r\nc", "\ud800 alone", "\U0001f600"],
    ids=["cyrillic", "line-separators", "line-feeds", "half-a-surrogate", "emoji"],
)
def test_every_text_is_one_line_of_utf_8(text):
    data = line_of(article(text=text)).data
    assert data.count(b"\n") == 1
    assert json.loads(data.decode("utf-8"))["text"] == text.replace("\ud800", "?")


def test_keys_stand_in_the_order_of_the_schema():
    assert list(json.loads(line_of(article()).data))[:4] == [
        "schema_version", "id", "revision", "url",
    ]  # fmt: skip

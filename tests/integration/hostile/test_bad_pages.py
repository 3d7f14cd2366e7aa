"""One paper, seventy bad pages: each costs itself and nothing else, and is counted."""

from collections import Counter

import pytest
from bad_sites import GOOD, PAGES, ROOF
from crawling import start_crawl

LOOPBACK = {"*": ["127.0.0.1"]}
CHARSETS = [name for name in PAGES if name.startswith(("utf", "latin", "charset"))]


@pytest.fixture(scope="module")
def crawl(server, tmp_path_factory):
    return start_crawl(
        tmp_path_factory.mktemp("pages"),
        [server.url("pages.example", "/feed.xml")],
        names=LOOPBACK,
        allowed=["pages.example", "other.example"],
        settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 16},
    ).wait()


@pytest.fixture(scope="module")
def saved(crawl):
    return {record["requested_url"].rpartition("/")[2]: record for record in crawl.records}


def test_the_run_ends_well_and_soon(crawl):
    assert crawl.code == 0, crawl.log[-2000:]
    assert crawl.measures["seconds"] < 40


def test_memory_stays_bounded(crawl):
    # 100 MB before the first page, then up to ten bodies of 10 MB at once and one tree of them; 189
    # on an idle machine, where fewer bodies meet.
    assert crawl.measures["peak_mb"] < 300


@pytest.mark.parametrize("path", GOOD)
def test_good_articles_among_the_bad_are_saved(path, saved):
    assert path.rpartition("/")[2] in saved


@pytest.mark.parametrize("name", [name for name, (_, stat) in PAGES.items() if stat is None])
def test_the_page_is_read_all_the_same(name, saved):
    assert "letters of the first builders" in saved[f"{name}.html"]["text"]


@pytest.mark.parametrize("name", [name for name, (_, stat) in PAGES.items() if stat])
def test_the_page_is_not_saved(name, saved):
    assert f"{name}.html" not in saved


def test_each_bad_page_is_counted_under_its_reason(crawl):
    wanted = Counter(stat for _, stat in PAGES.values() if stat)
    for stat, times in wanted.items():
        counted = sum(n for name, n in crawl.stats.items() if name.startswith(f"newscrawl/{stat}"))
        assert counted >= times, (stat, times, counted)


def test_all_pages_are_accounted_for(crawl):
    ends = ("newscrawl/page/failed/", "newscrawl/dropped/", "newscrawl/saved")
    ended = sum(n for name, n in crawl.stats.items() if name.startswith(ends))
    assert ended == crawl.stats["newscrawl/candidate/new"] > len(PAGES) + len(GOOD)


@pytest.mark.parametrize("name", CHARSETS)
def test_wrong_charsets_cost_no_letter(name, saved):
    assert ROOF.partition(" cost")[0] in saved[f"{name}.html"]["text"]


def test_no_request_reaches_another_site(server, crawl):
    assert crawl.code == 0
    assert not server.asked("other.example")


def test_the_log_holds_no_control_characters(crawl):
    assert not [c for c in crawl.log if c < " " and c not in "\n\t"]
    assert "\u202e" not in crawl.log


def test_records_hold_no_control_characters(saved):
    assert saved["terminal.html"]["title"].isprintable()

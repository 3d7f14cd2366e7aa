"""One paper, seventy bad pages: each costs itself and nothing else, and is counted."""

import re
from collections import Counter

import pytest
from bad_sites import ENCRYPTED, GOOD, PAGES, ROOF
from crawling import start_crawl

LOOPBACK = {"*": ["127.0.0.1"]}
UNFETCHED = ("newscrawl/page/failed/", "newscrawl/page/refused/")
CHARSETS = [name for name in PAGES if name.startswith(("utf", "latin", "charset"))]


@pytest.fixture(scope="module")
def crawl(server, encrypted_crawl, tmp_path_factory):
    return start_crawl(
        tmp_path_factory.mktemp("pages"),
        [server.url("pages.example", "/feed.xml")],
        names=LOOPBACK,
        allowed=["pages.example", "other.example"],
        # Twice as patient as usual: a busy machine takes seconds to serve the largest pages.
        settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 16, "DOWNLOAD_TIMEOUT": 8},
    ).wait()


@pytest.fixture(scope="module")
def encrypted_crawl(server, certificates, tmp_path_factory):
    """A crawl over HTTPS of what may differ there, which goes on meanwhile."""
    return start_crawl(
        tmp_path_factory.mktemp("encrypted"),
        [server.url("secure.example", "/bad-pages.xml", scheme="https")],
        names=LOOPBACK,
        allowed=["secure.example"],
        settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 16},
        environment={"SSL_CERT_FILE": str(certificates[0])},
    )


@pytest.fixture(scope="module")
def encrypted(encrypted_crawl):
    return encrypted_crawl.wait()


@pytest.fixture(scope="module")
def saved(crawl):
    return {record["requested_url"].rpartition("/")[2]: record for record in crawl.records}


def test_the_run_ends_well_and_soon(crawl):
    # About half of the pages fail: that is the limit from which on a run falls short.
    assert crawl.code in (0, 2), crawl.log[-2000:]
    assert "spider_exceptions/count" not in crawl.stats
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


@pytest.mark.parametrize("name", [name for name, (_, stat) in PAGES.items() if stat])
def test_the_log_names_the_page_and_the_reason_in_a_line_of_its_own(name, crawl):
    reason = PAGES[name][1].rpartition("/")[2]
    page = rf"http://pages\.example:\d+/news/{name}\.html"
    assert re.search(rf"DEBUG: (Dropped: {page} \({reason}|{reason}\w*: {page})", crawl.log)


def test_the_log_has_no_line_of_its_own_for_a_page_above_debug(crawl):
    lines = [line for line in crawl.log.splitlines() if "/news/" in line and "[newscrawl" in line]
    assert not [line for line in lines if "DEBUG" not in line]


def test_all_pages_are_accounted_for(crawl):
    ends = (*UNFETCHED, "newscrawl/dropped/", "newscrawl/saved")
    ended = sum(n for name, n in crawl.stats.items() if name.startswith(ends))
    assert ended == crawl.stats["newscrawl/candidate/new"] > len(PAGES) + len(GOOD)


def test_what_is_bad_over_http_is_as_bad_over_https(encrypted):
    good = {record["requested_url"].rpartition("/")[2] for record in encrypted.records}
    names = ("good-0", "good-1", "good-2", "length-too-short", "as-plain-text")
    assert good == {f"{name}.html" for name in names}
    stats = encrypted.stats
    unfetched = sum(n for name, n in stats.items() if name.startswith(UNFETCHED))
    assert unfetched == len(ENCRYPTED) - 2
    assert stats["newscrawl/page/failed/truncated"] == 3
    assert stats["newscrawl/page/failed/timeout"] >= 3
    assert encrypted.code == 2  # more than half of the pages fail
    assert encrypted.measures["peak_mb"] < 300
    assert encrypted.measures["seconds"] < 40


@pytest.mark.parametrize("name", CHARSETS)
def test_wrong_charsets_cost_no_letter(name, saved):
    assert ROOF.partition(" cost")[0] in saved[f"{name}.html"]["text"]


def test_no_request_reaches_another_site(server, crawl):
    assert crawl.records
    assert not server.asked("other.example")


def test_the_log_holds_no_control_characters(crawl):
    assert not [c for c in crawl.log if c < " " and c not in "\n\t"]
    assert "\u202e" not in crawl.log


def test_records_hold_no_control_characters(saved):
    assert saved["terminal.html"]["title"].isprintable()

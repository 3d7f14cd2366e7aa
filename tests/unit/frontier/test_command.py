from __future__ import annotations

import re

import pytest
from scrapy.cmdline import execute

from newscrawl.discovery.candidates import Candidate

NOW = 1_700_000_000.0


def candidate(key: str):
    return key, Candidate(url=f"https://paper.example/{key}", method="feed")


@pytest.fixture
def scrapy_frontier(frontier, tmp_path, capsys, monkeypatch):
    """Run ``scrapy frontier``; gives its exit code and what it printed."""
    monkeypatch.setenv("SCRAPY_SETTINGS_MODULE", "newscrawl.settings")
    frontier.offer("paper", [candidate(key) for key in ("failed", "gone", "again", "due")], NOW)
    frontier.take("paper", 3, NOW)
    frontier.finish("gone", "gone", NOW)
    frontier.fail("failed", "HTTP 500", NOW)
    frontier.database.write("UPDATE page SET state = 'failed' WHERE key = 'failed'")

    def run(*args: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            execute(["scrapy", "frontier", *args, "-s", f"NEWSCRAWL_OUTPUT={tmp_path}"])
        printed = capsys.readouterr()
        return ended.value.code, printed.out + printed.err

    return run


def test_it_shows_states_errors_runs_and_what_is_next(scrapy_frontier, frontier):
    frontier.listings.add("paper", "https://paper.example/feed", NOW, method="feed")
    code, printed = scrapy_frontier()
    assert code == 0
    assert re.search(r"paper +paper\.example +gone +1\n", printed)
    assert re.search(r"https://paper\.example/failed +HTTP 500 +1 +failed\n", printed)
    assert not re.search(r"/again +None", printed)
    assert re.search(r"paper +2023-11-14 22:13:20 +running\n", printed)
    assert re.search(r"22:13:20 +paper +https://paper\.example/feed +feed\n", printed)


def test_it_lists_pages(scrapy_frontier):
    code, printed = scrapy_frontier("list", "--state", "failed")
    assert (code, printed) == (0, "failed\t-\t0\tfailed\thttps://paper.example/failed\tHTTP 500\n")


@pytest.mark.parametrize("site", ["paper.example", "www.PAPER.example", "https://paper.example/"])
def test_a_site_may_be_named_by_any_of_its_addresses(site, scrapy_frontier):
    assert scrapy_frontier("list", "--site", site)[1].count("https://paper.example/") == 4


@pytest.mark.parametrize(
    ("args", "state"),
    [
        pytest.param([], {"due": 1, "failed": 0, "gone": 1}, id="failed-ones"),
        pytest.param(["--state", "gone"], {"failed": 1, "gone": 0}, id="a-state"),
        pytest.param(["https://paper.example/gone"], {"failed": 1, "gone": 0}, id="an-address"),
        pytest.param(["failed"], {"failed": 0, "gone": 1}, id="an-id"),
        pytest.param(["--reason", "HTTP 5", "--all"], {"failed": 0, "gone": 1}, id="a-reason"),
        pytest.param(["--all", "--site", "other.example"], {"failed": 1, "gone": 1}, id="a-site"),
    ],
)
def test_it_requeues_what_is_meant_and_nothing_else(scrapy_frontier, frontier, args, state):
    assert scrapy_frontier("requeue", *args)[0] == 0
    for name, count in state.items():
        found = frontier.database.value(
            "SELECT count(*) FROM page WHERE key = ? AND state = ?", name, name
        )
        assert found == count, name


def test_it_forgets_what_is_meant_only(scrapy_frontier, frontier):
    assert scrapy_frontier("forget", "--state", "gone") == (
        0,
        "1 pages are forgotten\nsaved articles stay known: forgotten, they would come twice\n",
    )
    assert frontier.offer("paper", [candidate("gone"), candidate("failed")], NOW)[:2] == (1, 1)


def test_what_moved_to_a_saved_article_is_not_forgotten(scrapy_frontier, frontier):
    frontier.database.write("UPDATE page SET state = 'moved' WHERE key = 'due'")
    assert scrapy_frontier("forget", "--all")[0] == 0
    assert frontier.offer("paper", [candidate("due"), candidate("gone")], NOW)[:2] == (1, 1)


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        pytest.param(["forget"], 2, "say which pages", id="forget-what"),
        pytest.param(["list", "--state", "lost"], 2, "no state 'lost'", id="unknown-state"),
        pytest.param(["--all", "verify", "-s", "NEWSCRAWL_FRONTIER="], 1, "keeps no", id="none"),
        pytest.param(["-s", "NEWSCRAWL_FRONTIER=other"], 1, "nothing was crawled", id="not-yet"),
        pytest.param(["rebuild"], 1, "still running: paper (process ", id="rebuild-in-a-run"),
        pytest.param(["requeue", "http://nope/"], 1, "no such page", id="page-that-is-not-known"),
        pytest.param(["list", "--site", "nope.example"], 0, "no such page", id="unknown-site"),
    ],
)
def test_it_refuses_with_one_line(scrapy_frontier, args, code, message):
    found, printed = scrapy_frontier(*args)
    assert found == code
    assert message in printed


def test_it_verifies(scrapy_frontier, tmp_path):
    assert scrapy_frontier("verify") == (
        0,
        "0 files with 0 records and the frontier agree\n",
    )
    (tmp_path / "paper.example").mkdir()
    (tmp_path / "paper.example" / "x.jsonl").write_bytes(b"{}\n")
    code, printed = scrapy_frontier("verify")
    assert code == 1
    assert "does not know this file" in printed


def test_a_damaged_frontier_is_rebuilt_and_the_old_one_kept(scrapy_frontier, frontier, tmp_path):
    frontier.close()
    (tmp_path / ".frontier.sqlite3").write_bytes(b"no database" * 999)
    code, printed = scrapy_frontier()
    assert code == 1
    assert "scrapy frontier rebuild" in printed
    assert scrapy_frontier("rebuild")[0] == 0
    assert scrapy_frontier()[0] == 0
    kept = [path for path in tmp_path.glob(".frontier.sqlite3.*") if path.is_file()]
    assert [path.read_bytes() for path in kept] == [b"no database" * 999]

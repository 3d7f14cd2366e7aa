"""Which dead pages may come to life: in a real frontier."""

import pytest

from newscrawl.crawling.answers import Answer
from newscrawl.crawling.setbacks import settle
from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier import Frontier

NOW = 1_700_000_000.0  # 2023-11-14T22:13:20Z
URL = "https://paper.example/a"
NOT_FOUND = Answer("http_404", is_gone=True)


@pytest.fixture
def frontier(tmp_path):
    frontier = Frontier(tmp_path / "frontier.sqlite3", output=tmp_path)
    frontier.start_run("paper", run_id="r", now=NOW)
    yield frontier
    frontier.close()


@pytest.mark.parametrize(
    ("told", "answer", "state"),
    [
        pytest.param({}, NOT_FOUND, "waiting", id="undated in a feed"),
        pytest.param({"method": "sitemap"}, NOT_FOUND, "gone", id="undated in a sitemap"),
        pytest.param({"date_published": "2023-11-13"}, NOT_FOUND, "waiting", id="young"),
        pytest.param({"date_published": "2023-11-01"}, NOT_FOUND, "gone", id="old"),
        pytest.param(
            {"method": "sitemap", "date_modified": "2023-11-14T20:00:00Z"}, NOT_FOUND, "waiting",
            id="just changed",
        ),
        pytest.param({}, Answer("http_410", is_gone=True), "gone", id="said to be gone"),
        pytest.param({}, Answer("too_large", is_refused=True), "dropped", id="too large"),
    ],
)  # fmt: skip
def test_a_page_that_may_come_is_asked_for_again(told, answer, state, frontier):
    frontier.offer("paper", [("a", Candidate(url=URL, **{"method": "feed"} | told))], NOW)
    [due] = frontier.take("paper", 1, NOW)
    settle(frontier, due, answer, NOW)
    assert frontier.database.value("SELECT state FROM page") == state

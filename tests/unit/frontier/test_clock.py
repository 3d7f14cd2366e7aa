from __future__ import annotations

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier.clock import set_right

NOW = 1_700_000_000.0
DAY = 86_400.0
AHEAD = NOW + 3650 * DAY
FEED, FRONT = "https://paper.example/feed", "https://paper.example/"
TABLES = ("listing", "page", "pause", "run")


def meet_the_future(frontier, scope="paper"):
    """Do what a run does, ten years too early."""
    frontier.start_run(scope, run_id="ahead", now=AHEAD)
    frontier.listings.add(scope, FEED, AHEAD, method="feed")
    frontier.listings.read(scope, FEED, AHEAD)
    frontier.listings.add(scope, FRONT, AHEAD, method="section")
    frontier.listings.fail(scope, FRONT, "http_503", AHEAD)
    entries = [(key, Candidate(url=f"{FRONT}{key}", method="feed")) for key in "ab"]
    frontier.offer(scope, entries, AHEAD)
    frontier.take(scope, 2, AHEAD)
    frontier.fail("a", "http_503", AHEAD)
    frontier.finish("b", "unchanged", AHEAD)
    frontier.notes.pause("paper.example", AHEAD + DAY)
    frontier.end_run(reason="finished", now=AHEAD)


def dump(frontier) -> list[list[tuple]]:
    return [
        [tuple(row) for row in frontier.database.rows(f"SELECT * FROM {table}")] for table in TABLES
    ]


def test_a_clock_that_was_ahead_holds_nothing_up(open_frontier):
    frontier = open_frontier()
    meet_the_future(frontier)
    frontier.start_run("paper", run_id="right", now=NOW)
    assert [listing.url for listing in frontier.listings.due("paper", NOW + DAY)] == [FEED]
    later = NOW + 7 * DAY
    assert {listing.url for listing in frontier.listings.due("paper", later)} == {FEED, FRONT}
    assert {due.key for due in frontier.take("paper", 9, later)} == {"a", "b"}
    assert frontier.listings.get("paper", FEED).polled_at == NOW


def test_what_was_set_right_is_left_alone(open_frontier):
    frontier = open_frontier()
    meet_the_future(frontier)
    assert set_right(frontier.database, NOW, longest_check=7 * DAY)
    before = dump(frontier)
    assert not set_right(frontier.database, NOW, longest_check=7 * DAY)
    assert dump(frontier) == before


@pytest.mark.parametrize(
    "now",
    [pytest.param(AHEAD, id="right from the start"), pytest.param(0.0, id="a clock of 1970")],
)
def test_nothing_is_changed_without_need(now, open_frontier):
    frontier = open_frontier()
    meet_the_future(frontier)
    before = dump(frontier)
    assert not set_right(frontier.database, now, longest_check=7 * DAY)
    assert dump(frontier) == before

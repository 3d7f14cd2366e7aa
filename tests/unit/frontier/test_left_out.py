from __future__ import annotations

import pytest

NOW = 1_700_000_000.0
DAY = 86_400.0
PAGE = "https://paper.example/news/?page=2"


def read_once(frontier, since=None, until=None):
    frontier.listings.add("paper", PAGE, NOW, method="section", once=True)
    frontier.listings.read("paper", PAGE, NOW)
    frontier.left_out.keep("paper", PAGE, NOW, since=since, until=until)


def is_brought_back(frontier, since=None, until=None) -> bool:
    frontier.left_out.bring_back("paper", NOW, since=since, until=until)
    return bool(frontier.listings.due("paper", NOW))


@pytest.mark.parametrize(
    ("left_out", "window", "is_back"),
    [
        pytest.param({"since": NOW}, {}, True, id="no window"),
        pytest.param({"since": NOW}, {"since": NOW - DAY}, True, id="from earlier on"),
        pytest.param({"since": NOW}, {"since": NOW}, False, id="the same"),
        pytest.param({"since": NOW}, {"since": NOW + DAY}, False, id="narrower, a day later"),
        pytest.param({"until": NOW}, {"since": NOW - DAY}, True, id="to the present"),
        pytest.param({"until": NOW}, {"until": NOW - DAY}, False, id="narrower"),
    ],
)
def test_a_wider_window_brings_a_listing_back(left_out, window, is_back, frontier):
    read_once(frontier, **left_out)
    assert not frontier.listings.due("paper", NOW)
    assert is_brought_back(frontier, **window) == is_back


def test_it_is_brought_back_once(frontier):
    read_once(frontier, since=NOW)
    assert is_brought_back(frontier)
    frontier.listings.read("paper", PAGE, NOW)
    assert not is_brought_back(frontier)

"""Whose listing is asked next, in a real frontier."""

import time

import pytest

from newscrawl.crawling.polls import Polls
from newscrawl.frontier import Frontier

NOW = 1_700_000_000.0


@pytest.fixture
def frontier(tmp_path):
    frontier = Frontier(tmp_path / "frontier.sqlite3", output=tmp_path)
    frontier.start_run("news", run_id="r", now=NOW)
    yield frontier
    frontier.close()


def add(frontier, site: str, listings: int, overdue: float) -> None:
    for number in range(listings):
        url = f"https://{site}.example/{number}.xml"
        frontier.listings.add("news", url, NOW - overdue + number, method="sitemap")


def ask(frontier, polls: Polls) -> list[str]:
    due = frontier.listings.due("news", NOW, per_site=2 * polls.per_site)
    time.sleep(0.001)  # longer than it takes to look at nothing
    return [listing.url for listing in polls.choose(lambda: due)]


def sites_of(urls: list[str]) -> str:
    return "".join(url.removeprefix("https://")[0] for url in urls)


def test_a_quick_site_is_not_behind_a_slow_ones_thousand(frontier):
    add(frontier, "slow", 1000, 7200)
    add(frontier, "quick", 1, 60)
    polls = Polls(sites=2)
    assert sites_of(ask(frontier, polls)) == "sqs"
    assert polls.is_full is False
    assert ask(frontier, polls) == []


def test_sites_have_their_turns_though_all_are_slow(frontier):
    for place, site in enumerate("abcdefghijkl"):
        add(frontier, site, 50, 7200 - 60 * place)
    polls = Polls(sites=12)
    order = on_way = ask(frontier, polls)
    assert sites_of(on_way) == "abcdefgh"
    for _ in range(16):
        first, *on_way = on_way
        frontier.listings.read("news", first, NOW)
        polls.discard(first)
        on_way += ask(frontier, polls)
        order = [*order, on_way[-1]]
    assert sites_of(order) == "abcdefghijkl" * 2


@pytest.mark.parametrize(("requests", "asked"), [(1, 2), (4, 4), (16, 8)])
def test_one_site_has_as_many_as_it_may_have_requests(requests, asked, frontier):
    add(frontier, "slow", 50, 7200)
    polls = Polls(sites=1, requests_per_site=requests)
    assert len(ask(frontier, polls)) == asked == len(polls)
    assert polls.is_full

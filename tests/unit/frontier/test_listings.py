from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier.pages import Offered
from newscrawl.frontier.schedule import (
    Poll,
    is_asked_whole,
    next_interval,
    parse_moment,
    retry_pause,
)

NOW = 1_700_000_000.0
MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
FEED = "https://paper.example/feed"


def add(frontier, url=FEED, **told):
    return frontier.listings.add("paper", url, NOW, **{"method": "feed"} | told)


def due(frontier, now=NOW):
    return [listing.url for listing in frontier.listings.due("paper", now)]


def test_a_listing_is_new_once_and_due_at_once(frontier):
    assert (add(frontier), add(frontier)) == (True, False)
    assert due(frontier) == [FEED]


def test_only_listings_of_the_sites_that_are_named_are_due(frontier):
    add(frontier)
    add(frontier, "https://other.example/feed")
    add(frontier, "https://third.example/feed?page=2", once=True)
    due = frontier.listings.due("paper", NOW, sites={"other.example"})
    assert [listing.site for listing in due] == ["other.example"]
    assert frontier.listings.next_due("paper", {"fourth.example"}) is None
    assert frontier.listings.fed_sites("paper") == {"paper.example", "other.example"}


def test_a_listing_that_was_read_keeps_its_validators(frontier):
    add(frontier, found_on="https://paper.example/")
    frontier.listings.read("paper", FEED, NOW, etag='"1"', body_hash="b", method="sitemap")
    frontier.listings.read("paper", FEED, NOW + HOUR)
    listing = frontier.listings.get("paper", FEED)
    assert (listing.etag, listing.body_hash, listing.method) == ('"1"', "b", "sitemap")
    assert listing.found_on == "https://paper.example/"
    assert due(frontier, NOW + HOUR) == []


def test_a_site_is_known_once_a_listing_of_it_named_a_page(frontier):
    add(frontier)
    known = []
    for offered in (Offered(), Offered(2), Offered()):
        frontier.listings.read("paper", FEED, NOW, offered=offered)
        known.append(frontier.knows_site("paper.example"))
    assert known == [False, True, True]


def test_a_page_of_a_list_is_read_once(frontier):
    add(frontier, once=True)
    frontier.listings.read("paper", FEED, NOW, offered=Offered(20))
    assert due(frontier, NOW + 365 * DAY) == []
    assert frontier.listings.next_due("paper") is None
    assert not add(frontier, once=True)


def test_a_day_that_is_over_is_read_for_the_last_time(frontier):
    add(frontier)
    frontier.listings.read("paper", FEED, NOW)
    add(frontier, once=True)
    assert due(frontier, NOW + DAY) == [FEED]
    frontier.listings.read("paper", FEED, NOW + DAY)
    assert frontier.listings.next_due("paper") is None


def test_a_listing_that_its_index_dates_later_is_due(frontier):
    add(frontier)
    frontier.listings.read("paper", FEED, NOW)
    add(frontier, modified=NOW - HOUR)
    assert due(frontier) == []
    add(frontier, modified=NOW + 1)
    assert due(frontier) == [FEED]


def test_a_listing_that_its_index_dates_in_the_past_rests_until_it_is_dated_anew(frontier):
    add(frontier, modified=NOW - 30 * DAY)
    frontier.listings.read("paper", FEED, NOW, offered=Offered(20))
    assert due(frontier, NOW + 6 * DAY) == []
    assert due(frontier, NOW + 7 * DAY) == [FEED]
    add(frontier, modified=NOW + HOUR)
    frontier.listings.read("paper", FEED, NOW + HOUR, offered=Offered(1, 19))
    assert due(frontier, NOW + DAY) == [FEED]


def test_a_listing_that_fails_is_put_off_and_given_up_at_last(frontier):
    add(frontier)
    now, times = NOW, 0
    while due(frontier, now):
        times += 1
        frontier.listings.fail("paper", FEED, "HTTP 500", now)
        now = frontier.listings.next_due("paper") or now
    assert times == 58
    assert 13 * DAY < now - NOW < 15 * DAY
    assert frontier.listings.get("paper", FEED).error == "HTTP 500"
    add(frontier)
    assert due(frontier) == [FEED]


def test_what_failed_beside_a_listing_that_answers_again_is_due(frontier):
    other = "https://paper.example/sitemap.xml"
    for url in (FEED, other):
        add(frontier, url)
        for _ in range(5):
            frontier.listings.fail("paper", url, "HTTP 500", NOW)
    assert due(frontier, NOW + HOUR) == []
    frontier.listings.read("paper", FEED, NOW + HOUR)
    assert due(frontier, NOW + HOUR) == [other]
    frontier.listings.read("paper", FEED, NOW + HOUR)
    frontier.listings.fail("paper", other, "HTTP 404", NOW + HOUR)
    frontier.listings.read("paper", FEED, NOW + 2 * HOUR)
    assert due(frontier, NOW + 2 * HOUR) == []


def test_a_paused_site_is_not_polled(frontier):
    add(frontier)
    frontier.notes.pause("paper.example", NOW + HOUR)
    assert due(frontier) == []
    assert due(frontier, NOW + HOUR) == [FEED]


def test_a_forgotten_listing_is_new_again(frontier):
    add(frontier)
    assert frontier.listings.forget("paper", FEED)
    assert not frontier.listings.forget("paper", FEED)
    assert add(frontier)


def test_a_listing_that_names_no_article_rests_for_a_day(frontier):
    add(frontier)
    frontier.listings.read("paper", FEED, NOW)
    frontier.listings.rest("paper", FEED, NOW)
    assert due(frontier, NOW + 0.99 * DAY) == []
    assert due(frontier, NOW + DAY) == [FEED]


@pytest.mark.parametrize(
    ("interval", "poll", "expected"),
    [
        pytest.param(HOUR, Poll(new=500), HOUR, id="the-first-tells-no-rhythm"),
        pytest.param(HOUR, Poll(new=1, elapsed=HOUR), 15 * MINUTE, id="one-an-hour"),
        pytest.param(5 * MINUTE, Poll(new=1, elapsed=8 * HOUR), 2 * HOUR, id="one-a-night"),
        pytest.param(HOUR, Poll(new=20, elapsed=HOUR), 5 * MINUTE, id="never-under-five-minutes"),
        pytest.param(HOUR, Poll(elapsed=HOUR), 1.5 * HOUR, id="never-any"),
        pytest.param(
            15 * MINUTE, Poll(elapsed=HOUR, silence=HOUR), 15 * MINUTE, id="silent-for-an-hour"
        ),
        pytest.param(
            15 * MINUTE, Poll(elapsed=HOUR, silence=8 * HOUR), 30 * MINUTE, id="silent-for-a-night"
        ),
        pytest.param(HOUR, Poll(elapsed=DAY, silence=90 * DAY), DAY, id="never-over-a-day"),
        pytest.param(
            15 * MINUTE, Poll(late=20, elapsed=30 * MINUTE), HOUR, id="another-was-quicker"
        ),
        pytest.param(5 * HOUR, Poll(late=20, elapsed=5 * HOUR), 6 * HOUR, id="and-may-fail"),
        pytest.param(
            HOUR, Poll(new=1, late=9, elapsed=HOUR), 15 * MINUTE, id="another-left-one-out"
        ),
        pytest.param(HOUR, Poll(new=9, elapsed=HOUR, rest=9 * DAY), 7 * DAY, id="its-index-tells"),
    ],
)
def test_the_poll_interval_follows_the_news(interval, poll, expected):
    assert next_interval(interval, poll) == expected


def test_of_listings_that_tell_the_same_the_quickest_is_asked(frontier):
    """Four days of a run each half hour; an article each hour by day, none for eight at night."""
    urls = [FEED, "https://paper.example/news/", "https://paper.example/sitemap.xml"]
    for url in urls:
        add(frontier, url)
    articles = [NOW + n * HOUR for n in range(96) if n % 24 < 16]
    asked, waits, seen = Counter(), [], 0
    for now in (NOW + run * HOUR / 2 + MINUTE for run in range(4 * 48)):
        listed = [f"a{n}" for n, moment in enumerate(articles) if moment <= now]
        for url in due(frontier, now):
            asked[url] += 1
            polled_at = frontier.listings.get("paper", url).polled_at
            entries = [(key, Candidate(url=f"{FEED}/{key}", method="feed")) for key in listed]
            offered = frontier.offer("paper", entries, now, polled_at=polled_at)
            frontier.listings.read("paper", url, now, offered=offered)
            waits += [now - articles[seen + n] for n in range(offered.new)]
            seen += offered.new
    assert len(waits) == len(articles)
    assert sum(wait > 31 * MINUTE for wait in waits) <= 4
    assert max(waits) <= HOUR + MINUTE
    assert max(asked.values()) <= 4 * 48
    assert sum(sorted(asked.values())[:2]) <= 4 * 2 * 8


def test_entry_points_are_asked_in_every_run_but_those_that_were_late(frontier):
    late, quick, other = FEED, "https://paper.example/news/", "https://other.example/news/"
    for url in (late, quick, other):
        add(frontier, url)
        frontier.listings.read("paper", url, NOW, offered=Offered(20))
    frontier.listings.read("paper", late, NOW + HOUR, offered=Offered(0, 20, 20))
    for now in (NOW + HOUR, NOW + 2 * HOUR, NOW + 4 * HOUR):
        frontier.listings.read("paper", other, now)
    assert frontier.listings.get("paper", other).interval > HOUR
    frontier.listings.hasten("paper", [late, quick, other], NOW + HOUR)
    assert sorted(due(frontier, NOW + HOUR)) == [other, quick]


def test_others_stand_in_for_a_listing_that_fails_twice(frontier):
    other = "https://paper.example/news/"
    add(frontier)
    add(frontier, other)
    for url in (FEED, other):
        frontier.listings.read("paper", url, NOW, offered=Offered(20))
    later = NOW + HOUR
    frontier.listings.read("paper", other, later, offered=Offered(0, 20, 20))
    assert due(frontier, later) == [FEED]
    frontier.listings.fail("paper", FEED, "http_500", later)
    assert due(frontier, later + MINUTE) == []
    frontier.listings.fail("paper", FEED, "http_500", later + MINUTE)
    assert due(frontier, later + MINUTE) == [other]


@pytest.mark.parametrize(
    ("attempts", "retry_after", "expected"),
    [
        (1, None, 5 * MINUTE),
        (3, None, 80 * MINUTE),
        (20, None, 2 * DAY),
        (1, 7.0, 7.0),
        (3, 10.0, 40.0),
        (1, 0.0, 1.0),
        (1, HOUR, HOUR),
        (1, 1e9, 7 * DAY),
    ],
)
def test_the_pause_grows_and_the_site_may_say_how_long(attempts, retry_after, expected):
    assert retry_pause(attempts, retry_after) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("1970-01-02", DAY),
        ("1970-01-01T01:00:00+01:00", 0.0),
        ("1970-01-01T00:01", MINUTE),
        ("yesterday", None),
        ("", None),
        (None, None),
    ],
)
def test_moments_are_read_or_unknown(moment, expected):
    assert parse_moment(moment) == expected


def test_notes_are_kept_between_runs(open_frontier):
    open_frontier().notes.keep("paper", "shape", {"pattern": "x", "n": [1]}, NOW)
    assert open_frontier().notes.recall("paper", "shape") == {"pattern": "x", "n": [1]}
    assert open_frontier().notes.recall("other", "shape") is None


@pytest.mark.parametrize(
    ("pause", "interval", "times"),
    [
        pytest.param(HOUR / 2, HOUR / 2, 30, id="each half hour"),
        pytest.param(2 * DAY, DAY, 15, id="every other day"),
        pytest.param(7 * DAY, 7 * DAY, 0, id="month of an archive"),
    ],
)
def test_a_listing_is_asked_whole_once_a_day(pause, interval, times):
    polls = [NOW + number * pause for number in range(int(30 * DAY / pause) + 1)]
    whole = [is_asked_whole(FEED, interval, *pair) for pair in pairwise(polls)]
    assert sum(whole) == times
    assert not is_asked_whole(FEED, interval, None, NOW)


def test_listings_are_not_asked_whole_at_the_same_hour():
    urls = [f"{FEED}/{number}" for number in range(240)]
    asked = sum(is_asked_whole(url, HOUR, NOW, NOW + HOUR) for url in urls)
    assert 3 <= asked <= 20

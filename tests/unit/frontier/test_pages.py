from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier import Options, Saved, Text
from newscrawl.frontier.pages import merge_evidence

NOW = 1_700_000_000.0
HOUR = 3600.0
DAY = 24 * HOUR


def iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, UTC).isoformat()


def entry(name: str, **told):
    site = told.pop("site", "paper.example")
    return name, Candidate(url=f"https://{site}/{name}", method="feed", **told)


def text(body: str = "snow", title: str = "Snow") -> Text:
    return Text(content_hash=body, title_hash=title, histogram=b"")


def save(frontier, key: str, *, now: float = NOW, published: float | None = None, body="snow"):
    revision = frontier.records.admit(key, text(body, title=body))
    saved = Saved(
        key=key,
        url=f"https://paper.example/{key}",
        site="paper.example",
        revision=revision,
        text=text(body, title=body),
        published=published,
        etag='"1"',
    )
    batch = frontier.output.open([])
    frontier.records.save([saved], batch, now, scope="paper")
    return revision


def state_of(frontier, key: str) -> str:
    return frontier.database.value("SELECT state FROM page WHERE key = ?", key)


def taken(frontier, limit: int = 10, now: float = NOW, **bounds) -> list[str]:
    return [due.key for due in frontier.take("paper", limit, now, **bounds)]


def test_an_offer_counts_what_is_new_and_what_is_known(frontier):
    assert frontier.offer("paper", [entry("a"), entry("b"), entry("a")], NOW)[:2] == (2, 0)
    assert frontier.offer("paper", [entry("b"), entry("c")], NOW)[:2] == (1, 1)


def test_an_offer_tells_what_only_this_run_has_found(frontier, open_frontier):
    frontier.offer("paper", [entry("a")], NOW - HOUR)
    frontier.offer("paper", [entry("b")], NOW + 1)
    told = [entry("a"), entry("b"), entry("c")]
    assert frontier.offer("paper", told, NOW + 2) == (1, 2, 1)


def test_a_large_offer_goes_in_whole(frontier):
    entries = (entry(f"a{number}") for number in range(1234))
    assert frontier.offer("paper", entries, NOW).new == 1234


def test_what_is_taken_carries_its_evidence(frontier):
    told = {"title": "Снег", "authors": ("A", "B"), "date_published": "2023-11-14T10:00:00+06:00"}
    frontier.offer("paper", [entry("a", **told)], NOW)
    [due] = frontier.take("paper", 1, NOW)
    assert due.candidate == entry("a", **told)[1]
    assert (due.attempts, due.revision, due.etag) == (0, 0, None)


def test_the_newest_is_taken_first_and_the_first_listed_where_no_date_is(frontier):
    dated = [entry(f"day{day}", date_published=f"2023-01-{day:02}") for day in (2, 9, 5)]
    frontier.offer("paper", [*dated, entry("undated1"), entry("undated2")], NOW)
    assert taken(frontier) == ["undated1", "undated2", "day9", "day5", "day2"]


def test_nothing_is_taken_twice(frontier):
    frontier.offer("paper", [entry("a"), entry("b")], NOW)
    assert taken(frontier, 1) + taken(frontier) == ["a", "b"]
    assert taken(frontier) == []
    assert frontier.in_flight == 2


def test_sites_take_turns_and_none_exceeds_its_share(frontier):
    many = [entry(f"big{number}", site="big.example") for number in range(50)]
    few = [entry(f"small{number}", site="small.example") for number in range(2)]
    frontier.offer("paper", many + few, NOW)
    assert taken(frontier, 6) == ["big0", "small0", "big1", "small1", "big2", "big3"]
    assert taken(frontier, 6, per_site=5) == ["big4"]


def test_only_pages_of_the_sites_that_are_named_are_taken(frontier):
    frontier.offer("paper", [entry("a"), entry("b", site="other.example")], NOW)
    assert taken(frontier, sites={"other.example"}) == ["b"]
    assert not frontier.has_due("paper", NOW, sites={"other.example"})
    frontier.fail("b", "HTTP 500", NOW)
    assert frontier.next_retry("paper", {"other.example"}) == frontier.next_due("paper")
    assert frontier.next_retry("paper", {"paper.example"}) is None
    assert frontier.next_due("paper", {"paper.example"}) is None


def test_many_pages_of_one_moment_are_all_held_back(frontier):
    told = [entry(f"a{number}", date_modified="2023-11-12") for number in range(1200)]
    frontier.offer("paper", told, NOW)
    since, below, pages = NOW - 5 * DAY, (math.inf, 0), 0
    while below is not None:
        held = frontier.hold_back(
            "paper", "paper.example", since, lambda _: since - DAY, below=below
        )
        pages, below = pages + held.pages, held.lowest
    assert pages == 1200
    assert taken(frontier, since=since) == []


def test_small_takes_are_as_fair_as_a_large_one(frontier):
    sites = ["a.example", "b.example", "c.example"]
    many = [entry(f"{site[0]}{number}", site=site) for site in sites for number in range(9)]
    frontier.offer("paper", many, NOW)
    assert sorted(key for _ in range(6) for key in taken(frontier, 1)) == [
        "a0", "a1", "b0", "b1", "c0", "c1",
    ]  # fmt: skip


def test_a_window_leaves_what_is_dated_outside_of_it(frontier):
    dated = [entry(f"day{day}", date_published=f"2023-01-{day:02}") for day in (1, 10, 20, 30)]
    frontier.offer("paper", dated, NOW)
    since = datetime(2023, 1, 10, 12, tzinfo=UTC).timestamp()
    until = datetime(2023, 1, 20, tzinfo=UTC).timestamp()
    assert taken(frontier, since=since, until=until) == ["day20", "day10"]


def test_a_date_of_change_bounds_an_article_only_above(frontier):
    changed = [entry(f"day{day}", date_modified=f"2023-01-{day:02}") for day in (1, 10, 20, 30)]
    frontier.offer("paper", changed, NOW)
    since = datetime(2023, 1, 10, 12, tzinfo=UTC).timestamp()
    until = datetime(2023, 1, 20, tzinfo=UTC).timestamp()
    assert taken(frontier, since=since, until=until) == ["day30", "day20", "day10"]


def test_the_day_of_an_address_dates_an_article(frontier):
    paths = [f"2023/01/{day:02}/snow" for day in (1, 10, 20, 30)]
    frontier.offer("paper", [entry(path) for path in paths], NOW)
    since = datetime(2023, 1, 10, 12, tzinfo=UTC).timestamp()
    until = datetime(2023, 1, 20, tzinfo=UTC).timestamp()
    assert taken(frontier, since=since, until=until) == paths[2:0:-1]


def test_a_bound_holds_back_what_nobody_dates(frontier):
    bounds = {"a": NOW - 9 * DAY, "b": NOW - DAY, "c": None}
    entries = [entry("a"), entry("b"), entry("c"), entry("d", date_published=iso(NOW))]
    told = []

    def latest(candidate):
        told.append(candidate.url[-1])
        return bounds[candidate.url[-1]]

    frontier.offer("paper", entries, NOW, latest=latest)
    assert told == ["a", "b", "c"]
    assert taken(frontier, since=NOW - 2 * DAY) == ["d", "c", "b"]
    assert taken(frontier) == ["a"]


def test_a_date_that_comes_later_puts_an_article_in_its_place(frontier):
    frontier.offer("paper", [entry("a"), entry("b")], NOW, latest=lambda _: NOW - 9 * DAY)
    assert taken(frontier, since=NOW - 2 * DAY) == []
    frontier.offer("paper", [entry("a", date_published=iso(NOW))], NOW)
    assert taken(frontier, since=NOW - 2 * DAY) == ["a"]


@pytest.mark.parametrize(
    ("date", "is_taken"),
    [
        pytest.param("2023-01-10T12:00:00+00:00", True, id="just-within"),
        pytest.param("2023-01-10T11:59:59+00:00", False, id="just-before"),
        pytest.param("2023-01-10T13:59:59+02:00", False, id="before-by-its-offset"),
        pytest.param("2023-01-10T08:00", True, id="perhaps-within-without-offset"),
        pytest.param("2023-01-09T23:59", False, id="surely-before-without-offset"),
        pytest.param("2023-01-10", True, id="perhaps-within-as-a-day"),
        pytest.param("2023-01-09", False, id="surely-before-as-a-day"),
    ],
)
def test_what_is_surely_before_a_window_is_not_taken(frontier, date, is_taken):
    frontier.offer("paper", [entry("a", date_published=date)], NOW)
    since = datetime(2023, 1, 10, 12, tzinfo=UTC).timestamp()
    assert bool(taken(frontier, since=since)) is is_taken


def test_a_paused_site_rests(frontier):
    frontier.offer("paper", [entry("a", site="a.example"), entry("b", site="b.example")], NOW)
    frontier.notes.pause("a.example", NOW + 60)
    assert taken(frontier) == ["b"]
    assert frontier.notes.paused_until("a.example", NOW) == NOW + 60
    assert taken(frontier, now=NOW + 60) == ["a"]


@pytest.mark.parametrize(
    ("outcome", "state"),
    [("dropped", "dropped"), ("gone", "gone")],
)
def test_what_is_finished_is_not_taken_again(frontier, outcome, state):
    frontier.offer("paper", [entry("a", date_published="2020-01-01")], NOW)
    taken(frontier)
    frontier.finish("a", outcome, NOW, reason="why")
    assert state_of(frontier, "a") == state
    assert frontier.offer("paper", [entry("a")], NOW)[:2] == (0, 1)
    assert taken(frontier, now=NOW + 30 * DAY) == []


def test_what_two_entries_of_a_listing_tell_of_a_page_is_kept(frontier):
    frontier.offer("paper", [entry("a")], NOW)
    told = [entry("a", title="Snow"), entry("a", date_published="2023-11-14")]
    frontier.offer("paper", told, NOW)
    [due] = frontier.take("paper", 1, NOW)
    assert (due.candidate.title, due.candidate.date_published) == ("Snow", "2023-11-14")


def test_half_an_emoji_costs_no_page_and_no_listing(frontier):
    told = [entry("a", title="Snow \ud83d", authors=("\udc00 Doe",)), entry("b")]
    assert frontier.offer("paper", told, NOW)[:2] == (2, 0)
    assert frontier.offer("paper", [entry("a", section="\ud83d")], NOW).known == 1
    due = {due.key: due for due in frontier.take("paper", 9, NOW)}
    assert due["a"].candidate.title == "Snow ?"
    assert due["a"].candidate.authors == ("? Doe",)


def test_an_answer_that_nothing_changed_is_none_for_a_page_without_a_record(frontier):
    frontier.offer("paper", [entry("a", date_published="2020-01-01")], NOW)
    taken(frontier)
    frontier.finish("a", "unchanged", NOW)
    assert state_of(frontier, "a") == "waiting"
    assert taken(frontier, now=NOW + DAY) == ["a"]


def test_an_article_that_is_no_article_any_more_stays_saved(frontier):
    frontier.offer("paper", [entry("a")], NOW)
    taken(frontier)
    save(frontier, "a")
    assert taken(frontier, now=NOW + 2 * HOUR) == ["a"]
    frontier.finish("a", "dropped", NOW + 2 * HOUR, reason="paywall")
    assert state_of(frontier, "a") == "done"


def test_failures_are_put_off_for_longer_and_longer_and_given_up_at_last(frontier):
    frontier.offer("paper", [entry("a")], NOW)
    now, pauses = NOW, []
    while taken(frontier, now=now):
        frontier.fail("a", "HTTP 500", now)
        due_at = frontier.next_due("paper")
        pauses.append(due_at and (due_at - now) / 60)
        now = due_at or now
    assert pauses == [5, 20, 80, 320, 1280, None]
    assert state_of(frontier, "a") == "failed"


def test_what_was_given_up_is_tried_once_a_week_while_a_listing_names_it(open_frontier):
    frontier = open_frontier(options=Options(attempts=2))
    frontier.start_run("paper", run_id="r", now=NOW)
    tries = []
    for hour in range(0, 20 * 24, 6):
        frontier.offer("paper", [entry("a")], NOW + hour * HOUR)
        for key in taken(frontier, now=NOW + hour * HOUR):
            frontier.fail(key, "HTTP 500", NOW + hour * HOUR)
            tries.append(hour)
    assert tries == [0, 6, 6 + 7 * 24, 6 + 14 * 24]


def test_a_failed_page_waits_as_long_as_the_site_asks(frontier):
    frontier.offer("paper", [entry("a")], NOW)
    taken(frontier)
    frontier.fail("a", "HTTP 429", NOW, retry_after=1000)
    assert frontier.next_due("paper") == NOW + 1000


def test_only_failed_pages_are_waited_for(frontier):
    frontier.offer("paper", [entry("a"), entry("b")], NOW)
    taken(frontier)
    save(frontier, "a", published=NOW)
    assert frontier.next_retry("paper") is None
    frontier.fail("b", "HTTP 429", NOW, retry_after=7)
    assert frontier.next_retry("paper") == NOW + 7


def test_a_page_outside_the_window_is_left_for_a_run_without_it(frontier):
    frontier.offer("paper", [entry("a")], NOW)
    taken(frontier)
    frontier.put_back("a", NOW - 30 * DAY, NOW)
    assert frontier.next_retry("paper") is None
    assert frontier.take("paper", 5, NOW) == []
    assert frontier.take("paper", 5, NOW + HOUR, since=NOW - 2 * DAY) == []
    assert taken(frontier, now=NOW + HOUR) == ["a"]


def test_a_recheck_that_fails_for_good_leaves_the_article_saved(open_frontier):
    frontier = open_frontier(options=Options(attempts=1))
    frontier.start_run("paper", run_id="r", now=NOW)
    save(frontier, "a")
    assert taken(frontier, now=NOW + 2 * HOUR) == ["a"]
    frontier.fail("a", "HTTP 500", NOW + 2 * HOUR)
    assert state_of(frontier, "a") == "done"


def test_a_young_article_is_looked_at_again_less_and_less_often(frontier):
    frontier.offer("paper", [entry("a", date_published=iso(NOW))], NOW)
    taken(frontier)
    save(frontier, "a", published=NOW)
    ages = []
    while (due_at := frontier.next_due("paper")) is not None:
        [due] = frontier.take("paper", 1, due_at)
        assert (due.revision, due.etag) == (1, '"1"')
        frontier.finish("a", "unchanged", due_at)
        ages.append((due_at - NOW) / HOUR)
    assert ages == [1, 6, 24, 72, 168]


@pytest.mark.parametrize(
    ("hours", "days", "since", "is_taken"),
    [
        pytest.param((1, 24), 1, None, True, id="in-time"),
        pytest.param((1, 24), 1, 2, True, id="in-the-window"),
        pytest.param((1, 24), 3, 2, False, id="before-the-window"),
        pytest.param((1, 24), 7, None, True, id="late"),
        pytest.param((1, 24), 9, None, False, id="a-week-too-late"),
        pytest.param((), 1, None, False, id="looks-were-switched-off"),
    ],
)
def test_a_look_that_was_missed(open_frontier, hours, days, since, is_taken):
    frontier = open_frontier()
    save(frontier, "a", published=NOW)
    frontier = open_frontier(options=Options(recheck_hours=hours))
    now = NOW + days * DAY
    bound = None if since is None else now - since * DAY
    assert bool(taken(frontier, now=now, since=bound)) is is_taken


def test_a_look_before_the_window_is_left_for_a_run_without_it(frontier):
    save(frontier, "a", published=NOW)
    now = NOW + 3 * DAY
    assert taken(frontier, now=now, since=now - DAY) == []
    assert state_of(frontier, "a") == "done"
    assert taken(frontier, now=now + HOUR) == ["a"]


@pytest.mark.parametrize(
    ("hours", "published"),
    [pytest.param((1, 24), NOW - 365 * DAY, id="old-article"), pytest.param((), NOW, id="off")],
)
def test_an_article_is_not_looked_at_again(open_frontier, hours, published):
    frontier = open_frontier(options=Options(recheck_hours=hours))
    save(frontier, "a", published=published)
    assert frontier.next_due("paper") is None


@pytest.mark.parametrize(
    ("modified", "changed"),
    [
        pytest.param(NOW + HOUR, 1, id="after-the-download"),
        pytest.param(NOW - HOUR, 0, id="before-it"),
        pytest.param(NOW + 9 * DAY, 0, id="in-the-future"),
        pytest.param(NOW + 8 * HOUR, 0, id="hours-ahead"),
        pytest.param(None, 0, id="unknown"),
    ],
)
def test_a_listing_that_tells_of_a_change_makes_an_article_due(frontier, modified, changed):
    save(frontier, "a", published=NOW - 365 * DAY)
    told = entry("a", date_modified=modified and iso(modified))
    frontier.offer("paper", [told], NOW + 2 * HOUR)
    assert len(taken(frontier)) == changed


def test_a_listing_that_tells_a_later_change_than_before_makes_an_article_due(frontier):
    """Whatever the clocks say: an archive that is crawled late, a server that lives in the past."""
    long_ago = NOW - 100 * DAY
    frontier.offer("paper", [entry("a", date_modified=iso(long_ago))], NOW)
    taken(frontier)
    save(frontier, "a", published=NOW - 365 * DAY)
    found = []
    for modified in (long_ago, long_ago + HOUR, long_ago + HOUR, long_ago + 2 * HOUR):
        frontier.offer("paper", [entry("a", date_modified=iso(modified))], NOW + HOUR)
        found.append(len(taken(frontier, now=NOW + HOUR)))
        frontier.finish("a", "unchanged", NOW + HOUR)
    assert found == [0, 1, 0, 1]


def test_a_date_of_change_is_learned_of_an_article_that_is_saved_already(frontier):
    long_ago = NOW - 100 * DAY
    frontier.offer("paper", [entry("a")], NOW)
    taken(frontier)
    save(frontier, "a", published=NOW - 365 * DAY)
    found = []
    for modified in (long_ago, long_ago + HOUR):
        frontier.offer("paper", [entry("a", date_modified=iso(modified))], NOW + HOUR)
        found.append(len(taken(frontier, now=NOW + HOUR)))
    assert found == [0, 1]


def test_a_listing_that_dates_everything_today_is_not_believed(frontier):
    for number in range(20):
        save(frontier, f"a{number}", published=NOW - 365 * DAY)
    told = [entry(f"a{number}", date_modified=iso(NOW + HOUR)) for number in range(20)]
    frontier.offer("paper", told, NOW + 2 * HOUR)


def test_a_page_whose_claimed_changes_were_none_is_not_believed(frontier):
    save(frontier, "a", published=NOW - 365 * DAY)
    found = []
    for day in range(1, 6):
        now = NOW + day * DAY
        frontier.offer("paper", [entry("a", date_modified=iso(now - 60))], now)
        found.append(len(taken(frontier, now=now)))
        frontier.finish("a", "unchanged", now)
    assert found == [1, 1, 1, 0, 0]


def test_a_page_that_moved_is_asked_for_no_more(frontier):
    frontier.offer("paper", [entry("short")], NOW)
    taken(frontier)
    frontier.move("short", "long", "https://paper.example/long", NOW, sketch=bytes)
    assert (state_of(frontier, "short"), state_of(frontier, "long")) == ("moved", "leased")
    save(frontier, "long")
    assert frontier.offer("paper", [entry("short"), entry("long")], NOW)[:2] == (0, 2)
    assert frontier.in_flight == 0


def test_a_page_belongs_to_the_spider_that_offered_it_last(frontier):
    frontier.offer("news", [entry("a"), entry("b")], NOW)
    assert taken(frontier) == []
    assert frontier.offer("paper", [entry("a")], NOW)[:2] == (0, 1)
    assert taken(frontier) == ["a"]
    frontier.offer("news", [entry("a")], NOW)
    assert [due.key for due in frontier.take("news", 10, NOW)] == ["b"]


def test_what_another_listing_tells_fills_gaps():
    assert merge_evidence('{"method":"feed","title":"A"}', ['{"title":"B","section":"C"}']) == (
        '{"title":"A","section":"C","method":"feed"}'
    )


def test_evidence_of_two_listings_is_joined(frontier):
    frontier.offer("paper", [entry("a", section="sport")], NOW)
    frontier.offer("paper", [entry("a", title="Snow", section="news")], NOW)
    [due] = frontier.take("paper", 1, NOW)
    assert (due.candidate.title, due.candidate.section) == ("Snow", "sport")


def test_an_article_is_admitted_once_until_its_text_changes(frontier):
    assert frontier.records.admit("a", text("one")) == 1
    assert frontier.records.admit("a", text("one")) is None
    frontier.records.withdraw(["a"])
    assert save(frontier, "a", body="one") == 1
    assert frontier.records.admit("a", text("one", title="one")) is None
    assert save(frontier, "a", body="two") == 2

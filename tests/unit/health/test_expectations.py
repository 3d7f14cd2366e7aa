from datetime import UTC, datetime, timedelta

import pytest

from newscrawl.health.expectations import Alarm, Expectations, find_alarms
from newscrawl.health.tally import Tally
from newscrawl.items import Article

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SITE = "zakon.example"
FILLED = {"date_published": 1.0, "authors": 0.9, "description": 0.95, "images": 0.8}


def past_run(*, saved=50, empty=0, days_ago=0.5, fill=FILLED, undated=0, published=None):
    """A report; ``published`` are its dated records by the days since, None: it dates none."""
    days = {
        f"{NOW - timedelta(days=days):%Y-%m-%d}": times for days, times in (published or {}).items()
    }
    site = {
        "saved": saved,
        "revised": 0,
        "published": days,
        "undated": saved if published is None else undated,
        "dropped": {"empty_text": empty} if empty else {},
        "fill_rates": fill,
    }
    finished = NOW - timedelta(days=days_ago)
    return {"spider": "zakon", "sites": {SITE: site}, "finished_at": finished.isoformat()}


def run_of(*, pages=25, empty=0, dated=None, authored=None, dropped=None):
    """A run of so many pages; the counts of empty, dated and authored ones; and dropped ones."""
    tally = Tally()
    for number in range(pages - empty):
        tally.save(
            Article(
                site=SITE,
                title="Snow",
                date_published="2026-11-22" if dated is None or number < dated else None,
                date_precision="day",
                date_downloaded=NOW.isoformat(),
                authors=["A. Bek"] if authored is None or number < authored else [],
                description="Lead",
                images=["picture"],
            )
        )
    for reason, times in {"empty_text": empty, **(dropped or {})}.items():
        tally.add(SITE, f"dropped/{reason}", times)
    return tally


def requests_of(**counts):
    """A run's requests: listings asked and answered, pages fetched, and failures by reason."""
    tally = Tally()
    for name, times in counts.items():
        tally.add(SITE, name.replace("__", "/"), times)
    return tally


@pytest.mark.parametrize(
    ("tally", "past", "alarm"),
    [
        pytest.param(run_of(), [past_run()], None, id="all as usual"),
        pytest.param(
            run_of(empty=20),
            [past_run()],
            "probably broken: zakon.example, text empty in 80% of 25 pages, was 0%",
            id="the layout changed",
        ),
        pytest.param(
            run_of(dated=0),
            [past_run()],
            "probably broken: zakon.example, date_published empty in 100% of 25 pages, was 0%",
            id="dates are gone",
        ),
        pytest.param(run_of(empty=5), [past_run()], None, id="a mixed day"),
        pytest.param(run_of(empty=20), [past_run(empty=200)], None, id="it was never better"),
        pytest.param(run_of(pages=2, empty=2), [past_run()], None, id="too few pages to say"),
        pytest.param(
            run_of(pages=3, empty=3),
            [past_run()],
            "probably broken: zakon.example, text empty in 100% of 3 pages, was 0%",
            id="three pages of a site that never failed",
        ),
        pytest.param(
            run_of(pages=20, authored=1),
            [past_run(fill=FILLED | {"authors": 0.15})],
            None,
            id="a field that is rare is missing",
        ),
        pytest.param(run_of(dropped={"index_page": 3}), [past_run()], None, id="a few lists"),
        pytest.param(
            run_of(pages=5, dropped={"index_page": 20}),
            [past_run()],
            "probably broken: zakon.example, no article in 80% of 25 pages, was 0%",
            id="articles look like lists",
        ),
        pytest.param(
            run_of(pages=5, dropped={"opt_out": 10, "before_since": 90}),
            [past_run()],
            None,
            id="articles nobody asked for",
        ),
        pytest.param(run_of(empty=20), [past_run(saved=3)], None, id="too little past to say"),
        pytest.param(run_of(empty=20), [], None, id="no past"),
    ],
)
def test_alarms_are_learned_from_the_sites_past(tally, past, alarm):
    found = find_alarms(tally, past, Expectations(), now=NOW)
    assert found == ({SITE: [Alarm("collapsed", alarm)]} if alarm else {})


def test_a_site_may_state_what_its_past_does_not_tell():
    stated = Expectations(with_text=0.9)
    alarms = find_alarms(run_of(empty=20), [], stated, now=NOW)
    assert "text empty in 80%" in alarms[SITE][0].sentence


@pytest.mark.parametrize(
    ("past", "stated", "is_odd"),
    [
        pytest.param([past_run(days_ago=d) for d in (5, 4, 3, 2)], None, True, id="fell silent"),
        pytest.param(
            [past_run(days_ago=d) for d in (3, 2, 0.5)], None, False, id="had some this morning"
        ),
        pytest.param(
            [past_run(days_ago=d, saved=1) for d in (4, 3, 2)], None, False, id="a quiet site"
        ),
        pytest.param([past_run(days_ago=0.1, saved=0)], None, False, id="a new site"),
        pytest.param([past_run(days_ago=d) for d in (5, 4, 3, 2)], 0.0, False, id="may be silent"),
        pytest.param([past_run(days_ago=2, saved=1)], 3.0, True, id="stated to be busy"),
        pytest.param(
            [past_run(days_ago=d, published={d: 9, d + 1: 9}) for d in (5, 4, 3, 2)],
            None,
            True,
            id="fell silent, by date",
        ),
        pytest.param(
            [past_run(days_ago=d, published={d: 1, 90: 49}) for d in (5, 4, 3, 2)],
            None,
            False,
            id="a quiet site whose old articles came in",
        ),
        pytest.param(
            [past_run(days_ago=d, published={90: 1}, undated=49) for d in (5, 4, 3, 2)],
            None,
            True,
            id="fell silent, nobody knows its dates",
        ),
    ],
)
def test_a_day_without_an_article_is_odd_at_a_busy_site(past, stated, is_odd):
    tally = Tally()
    tally.add(SITE, "listing/asked")
    alarms = find_alarms(tally, past, Expectations(articles_a_day=stated), now=NOW)
    assert bool(alarms) is is_odd


@pytest.mark.parametrize(
    ("tally", "alarm"),
    [
        pytest.param(
            requests_of(listing__failed__dns=2, listing__answered=1), None, id="one answered"
        ),
        pytest.param(requests_of(listing__asked=3), None, id="stopped before an answer"),
        pytest.param(
            requests_of(listing__asked=3, listing__failed__dns=2, listing__failed__timeout=1),
            "cannot be reached: zakon.example, none of 3 listings, mostly dns (the host name "
            "cannot be resolved)",
            id="site down",
        ),
        pytest.param(
            requests_of(listing__failed__dns=1, listing__refused__private_address=2),
            "cannot be reached: zakon.example, none of 3 listings, mostly private_address (not an "
            "address of the open internet; if it may be asked, name the host in "
            "NEWSCRAWL_ALLOWED_HOSTS)",
            id="site that we may not ask",
        ),
        pytest.param(
            requests_of(listing__refused__robots_txt=1, guess__refused__robots_txt=15),
            "may not be crawled: zakon.example, none of 1 listing, mostly robots_txt (robots.txt "
            "forbids it)",
            id="site that forbids it",
        ),
        pytest.param(
            requests_of(listing__failed__certificate=1),
            "cannot be reached: zakon.example, none of 1 listing, mostly certificate (its "
            "certificate cannot be trusted: have it mended, or give its http:// address in "
            "start_urls or -a url=)",
            id="site that is there by http alone",
        ),
        pytest.param(
            requests_of(listing__failed__http_403=2),
            "cannot be reached: zakon.example, none of 2 listings, mostly http_403",
            id="site that answers with an error",
        ),
        pytest.param(requests_of(listing__refused__paused=3), None, id="site that bade us wait"),
        pytest.param(
            requests_of(listing__answered=2, listing__failed__oversized=2),
            "cannot be read: zakon.example, 2 of 2 listings are oversized",
            id="listings too large",
        ),
        pytest.param(
            requests_of(listing__answered=2, listing__failed__oversized=1),
            None,
            id="another listing was read",
        ),
        pytest.param(requests_of(page__fetched=20, page__failed__timeout=10), None, id="some fail"),
        pytest.param(
            requests_of(page__fetched=1, page__failed__http_503=5), None, id="too few to say"
        ),
        pytest.param(
            requests_of(page__failed__http_403=2, page__refused__robots_txt=3),
            "no page could be had: zakon.example, none of 5, mostly robots_txt (robots.txt forbids "
            "it)",
            id="few, but none could be had",
        ),
        pytest.param(
            requests_of(page__refused__paused=9), None, id="pages of a site that bade us wait"
        ),
        pytest.param(
            requests_of(page__refused__redirects=14, again__refused__redirects=14),
            None,
            id="nothing but what failed for long",
        ),
        pytest.param(
            requests_of(page__fetched=2, page__failed__http_500=13, again__failed__http_500=9),
            None,
            id="most of what failed did for long",
        ),
        pytest.param(
            requests_of(page__refused__redirects=14, again__refused__redirects=11),
            "no page could be had: zakon.example, none of 3, mostly redirects",
            id="three new ones fail too",
        ),
        pytest.param(
            requests_of(page__failed__http_404=4, article__vanished=2),
            None,
            id="articles taken off",
        ),
        pytest.param(
            requests_of(listing__failed__http_404=2, page__fetched=7),
            None,
            id="pages of an earlier run were fetched",
        ),
        pytest.param(
            requests_of(page__fetched=2, page__failed__http_503=9, page__failed__timeout=4),
            "probably broken: zakon.example, 13 of 15 pages failed, mostly http_503",
            id="most fail",
        ),
        pytest.param(
            requests_of(page__fetched=2, page__refused__robots_txt=90, page__refused__paused=20),
            None,
            id="we did not ask",
        ),
    ],
)
def test_a_site_that_does_not_answer_is_named_with_the_commonest_reason(tally, alarm):
    found = find_alarms(tally, [], Expectations(), now=NOW)
    assert [alarm.sentence for alarm in found.get(SITE, [])] == ([alarm] if alarm else [])


@pytest.mark.parametrize(
    ("tally", "strangers", "listings"),
    [
        pytest.param(requests_of(listing__answered=1), {SITE}, "1 listing", id="no link"),
        pytest.param(requests_of(listing__answered=3), {SITE}, "3 listings", id="in none of three"),
        pytest.param(requests_of(listing__answered=3), set(), None, id="known, nothing new"),
        pytest.param(requests_of(listing__asked=1), {SITE}, None, id="no answer yet"),
        pytest.param(
            requests_of(listing__answered=1, candidate__skipped__before_since=9),
            {SITE},
            None,
            id="links outside the window",
        ),
    ],
)
def test_a_new_site_without_a_link_is_told_from_one_without_news(tally, strangers, listings):
    found = find_alarms(tally, [], Expectations(), strangers=strangers, now=NOW)
    start = f"no article found: zakon.example, {listings} answered but gave no links"
    sentences = [alarm.sentence for alarm in found.get(SITE, [])]
    assert [sentence.startswith(start) for sentence in sentences] == ([True] if listings else [])


def test_a_site_may_state_how_many_of_its_pages_fail():
    tally = requests_of(page__fetched=10, page__failed__http_404=10)
    assert find_alarms(tally, [], Expectations(failing=0.4), now=NOW)

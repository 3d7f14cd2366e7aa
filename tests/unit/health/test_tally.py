from datetime import UTC, datetime

import pytest

from newscrawl.health.tally import Sample, Tally
from newscrawl.items import Article

SAVED_AT = "2026-11-22T12:00:00+00:00"


def make_article(**fields):
    base = {"site": "a.example", "title": "Snow", "word_count": 120, "date_downloaded": SAVED_AT}
    return Article(**base | fields)


def test_counts_are_kept_by_site():
    tally = Tally()
    tally.add("a.example", "dropped/soft_404")
    tally.add("a.example", "dropped/empty_text", 2)
    tally.add("b.example", "page/fetched")
    assert tally.site("a.example").total("dropped/") == 3
    assert tally.site("b.example").total("dropped/") == 0


def test_fill_rates_are_shares_of_the_records():
    tally = Tally()
    tally.save(make_article(authors=["A. Bek"]))
    tally.save(make_article())
    site = tally.site("a.example")
    assert (site.fill_rate("title"), site.fill_rate("authors")) == (1.0, 0.5)
    assert tally.site("b.example").fill_rate("title") is None


@pytest.mark.parametrize(
    ("fields", "lag"),
    [
        pytest.param(
            {"date_published": "2026-11-22T16:30:00+05:00", "date_precision": "minute"},
            1800.0,
            id="half an hour, in another zone",
        ),
        pytest.param(
            {"date_published": "2026-11-22T18:30:00+05:00", "date_precision": "minute"},
            0.0,
            id="ahead of its time",
        ),
        pytest.param({"date_published": "2026-11-22", "date_precision": "day"}, None, id="a day"),
        pytest.param({}, None, id="no date"),
        pytest.param(
            {
                "date_published": "2026-11-22T11:00:00+00:00",
                "date_precision": "second",
                "revision": 2,
            },
            None,
            id="a revision",
        ),
    ],
)
def test_the_lag_is_counted_from_publication_to_saving(fields, lag):
    tally = Tally()
    tally.save(make_article(**fields))
    assert tally.site("a.example").lags.quantile(50) == lag


def test_first_versions_are_counted_by_their_day_of_publication():
    tally = Tally()
    for published in ("2026-11-22T16:30:00+05:00", "2026-11-22", None):
        tally.save(make_article(date_published=published))
    tally.save(make_article(date_published="2026-11-21", revision=2))
    site = tally.site("a.example")
    assert (site.days, site.counts["saved"]) == ({"2026-11-22": 2}, 3)


def test_the_oldest_article_is_remembered():
    tally = Tally()
    for published in ("2026-11-22T01:00:00+05:00", "2026-11-22", None, "2026-11-21T21:00:00+00:00"):
        tally.save(make_article(date_published=published))
    oldest = datetime(2026, 11, 21, 20, tzinfo=UTC)
    assert tally.site("a.example").oldest == oldest.timestamp()


def test_copies_are_those_of_first_versions():
    tally = Tally()
    tally.save(make_article())
    tally.save(make_article(duplicate_of="ab"))
    tally.save(make_article(duplicate_of="ab", revision=2))
    assert tally.site("a.example").counts == {"saved": 2, "copies": 1, "revised": 1}


@pytest.mark.parametrize(
    ("values", "median"),
    [([], None), ([4.0], 4.0), ([1.0, 2.0, 9.0], 2.0), (list(map(float, range(101))), 50.0)],
    ids=["nothing", "one", "three", "hundred"],
)
def test_quantiles(values, median):
    sample = Sample()
    for value in values:
        sample.add(value)
    assert sample.quantile(50) == median


def test_a_sample_stays_small_and_near_the_truth():
    sample = Sample()
    for number in range(100_000):
        sample.add(number)
    assert (sample.count, len(sample.values)) == (100_000, 2_000)
    assert 45_000 < sample.quantile(50) < 55_000

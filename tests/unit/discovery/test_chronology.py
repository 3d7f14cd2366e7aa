"""Article numbers rise with time: what is known of some bounds the others."""

import json
import random

import pytest

from newscrawl.discovery.chronology import Chronology

DAY = 86_400.0
NOW = 1_700_000_000.0


def url(number: int) -> str:
    return f"https://a.example/news/{number}-snow-on-the-road.html"


def learned(points) -> Chronology:
    chronology = Chronology()
    for number, days_ago in points:
        assert chronology.learn(url(number), NOW - days_ago * DAY)
    return chronology


def age(chronology: Chronology, number: int) -> int:
    """Whole days since the latest moment at which an article can have left its drawer."""
    return int((NOW - chronology.latest(url(number), NOW) - 3600) / DAY)


FEED = [(6_000_000 + 7 * n, (30 - n) / 5) for n in range(30)]
"""Thirty articles of six days."""


@pytest.mark.parametrize(
    ("points", "number", "days"),
    [
        pytest.param(FEED, 5_990_001, 4, id="older-than-the-feed"),
        pytest.param(FEED, 6_000_075, 1, id="among-the-feed"),
        pytest.param(FEED, 6_000_800, 0, id="newer-than-the-feed"),
        pytest.param(FEED[:14], 5_990_001, 0, id="too-few"),
        pytest.param([(n, 9) for n, _ in FEED], 5_990_001, 0, id="all-of-one-moment"),
        pytest.param([*FEED, (6_000_220, 900), (6_000_230, 900)], 6_000_215, 0, id="old-ones-anew"),
        pytest.param([*FEED, (5_000_001, 0.1)], 5_990_001, 4, id="an-old-one-dated-anew"),
    ],
)
def test_an_article_is_older_than_the_next_numbers(points, number, days):
    assert age(learned(points), number) == days


def test_numbers_at_random_tell_nothing():
    chance = random.Random(1)
    points = [(chance.randrange(10**6, 10**7), chance.random() * 3000) for _ in range(200)]
    assert age(learned(points), 1_500_001) == 0


def test_drafts_that_wait_for_hours_do_not_shake_the_belief():
    chance = random.Random(1)
    points = [(number, days + chance.random() / 2) for number, days in FEED]
    assert age(learned(points), 5_990_001) == 4


@pytest.mark.parametrize("points", [FEED, []], ids=["known", "unknown"])
def test_lower_numbers_come_earlier(points):
    chronology = learned(points)
    numbers = [*range(100_001, 100_080, 7), *range(5_900_001, 5_900_080, 7), 5_999_999]
    moments = [chronology.latest(url(number), NOW) for number in numbers]
    assert moments == sorted(moments)
    assert len(set(moments)) == len(moments)


@pytest.mark.parametrize(
    "other",
    [
        "https://a.example/gallery/5990001-snow.html",
        "https://kaz.a.example/news/5990001-snow.html",
        "https://a.example/sport/5990001",
    ],
)
def test_series_are_kept_apart(other):
    is_same = "sport" in other
    assert (learned(FEED).latest(other, NOW) < NOW - DAY) is is_same


@pytest.mark.parametrize(
    "path",
    ["/news/snow-on-the-road", "/a/3fa8ec51-8a1a-4ab1-92e7-568e6829693b", "/", "/2019/05/20/snow"],
)
def test_an_address_without_a_number_has_no_place(path):
    assert learned(FEED).latest(f"https://a.example{path}", NOW) is None


def test_what_was_learned_can_be_kept_and_is_bounded():
    chronology = learned((6_000_000 + n, 5000 - n) for n in range(5000))
    assert sum(map(len, chronology.learned.values())) <= 400
    again = Chronology(json.loads(json.dumps(chronology.learned)))
    assert age(again, 6_004_001) == age(chronology, 6_004_001) > 700


def test_only_what_was_not_known_is_news():
    chronology = learned([(6_000_000, 1)])
    assert chronology.has_news
    chronology.has_news = False
    for days_ago, is_news in ((1, False), (2, True)):
        chronology.learn(url(6_000_000), NOW - days_ago * DAY)
        assert chronology.has_news is is_news


def test_series_are_bounded():
    chronology = Chronology()
    learned = [
        chronology.learn(f"https://a.example/desk{n}/12345-snow-on-the-road", NOW)
        for n in range(60)
    ]
    assert learned == [True] * 50 + [False] * 10

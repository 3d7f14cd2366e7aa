"""Sites: articles have their numbers, ids and moments, and one gives the other."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from newscrawl.demo import SITES, scaled_sites
from newscrawl.demo.looks import TWIN
from newscrawl.demo.sites import ZAKON2019

per_site = pytest.mark.parametrize("site", [*SITES, *scaled_sites(2, 900)], ids=lambda s: s.host)


@per_site
def test_an_id_leads_back_to_its_number(site):
    for number in range(-3, site.articles):
        assert site.number_of(site.article_id(number)) == number


def test_ids_between_two_articles_belong_to_nobody():
    assert ZAKON2019.number_of(ZAKON2019.article_id(5) + 1) is None


@per_site
def test_later_articles_have_later_moments(site):
    moments = [site.moment(number) for number in range(site.articles)]
    assert all(first < second for first, second in pairwise(moments)) or site.per_day > 100
    assert all(7 <= moment.hour < 22 for moment in moments)


@per_site
def test_a_day_knows_its_numbers(site):
    for number in range(0, site.articles, 5):
        assert number in site.numbers_of(site.moment(number).date())


def test_days_before_the_first_have_no_articles():
    numbers = ZAKON2019.numbers_of(ZAKON2019.first_day - timedelta(days=1))
    assert all(number < 0 for number in numbers)


def test_the_twin_appears_when_the_seed_did():
    assert f"{ZAKON2019.moment(TWIN):%Y-%m-%d %H:%M%z}" == "2019-05-20 18:44+0600"
    assert ZAKON2019.first_day + timedelta(days=3) == date(2019, 5, 20)


@pytest.mark.parametrize(
    ("host", "domain", "hosts"),
    [
        ("www.zakon2019.example", "zakon2019.example", 2),
        ("kaz.zakon2019.example", "zakon2019.example", 1),
        ("www.harbour-courier.example", "harbour-courier.example", 2),
    ],
)
def test_sites_know_their_domain_and_hosts(host, domain, hosts):
    site = next(site for site in SITES if site.host == host)
    assert site.domain == domain
    assert len(site.hosts) == hosts


def test_scaled_sites_have_hosts_of_their_own():
    sites = scaled_sites(50, 2000)
    assert len({site.host for site in sites}) == 50
    assert {site.layout for site in sites} == {site.layout for site in SITES}
    assert sum(site.articles for site in sites) == 100_000

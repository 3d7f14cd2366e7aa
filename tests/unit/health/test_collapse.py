from math import comb

import pytest

from newscrawl.health.collapse import has_collapsed


@pytest.mark.parametrize(
    ("now", "usual", "pages", "collapsed"),
    [
        pytest.param(0.0, 1.0, 3, True, id="gone from three pages"),
        pytest.param(0.0, 1.0, 2, False, id="two pages are too few"),
        pytest.param(0.5, 0.95, 50, True, id="half of the pages lost it"),
        pytest.param(0.65, 0.95, 1000, False, id="a third of the pages lost it"),
        pytest.param(0.0, 0.5, 17, True, id="half of them had it"),
        pytest.param(0.0, 0.1, 200, True, id="a rare one is gone"),
        pytest.param(0.04, 0.1, 1000, False, id="a rare one is rarer"),
        pytest.param(1.0, 0.5, 1000, False, id="it rose"),
        pytest.param(0.0, 0.0, 1000, False, id="it never was"),
    ],
)
def test_a_share_collapses_when_most_of_it_is_lost_and_not_by_chance(now, usual, pages, collapsed):
    assert has_collapsed(now, usual, pages=pages) is collapsed


def test_pages_that_are_as_usual_ring_less_than_once_in_a_hundred_thousand_runs():
    worst = max(
        chance
        for pages in range(2, 120)
        for usual in (0.1, 0.3, 0.5, 0.7, 0.9, 0.98)
        for chance in [_chance_of_an_alarm(pages, usual)]
    )
    assert worst < 1.1e-5


def _chance_of_an_alarm(pages, usual):
    """The probability that pages drawn at the usual rate look like a collapse."""
    ringing = [k for k in range(pages + 1) if has_collapsed(k / pages, usual, pages=pages)]
    return sum(comb(pages, k) * usual**k * (1 - usual) ** (pages - k) for k in ringing)

"""How often a collapsed share is called, by chance and rightly, for limits around the chosen one.

    python tests/benchmarks/false_alarms.py

Exact probabilities, no sampling, the mean over runs of 10 to 1,000 records and some rates at which
a field is usually filled. Pages of a run are not independent: those of one desk have a field, or
lack it, together. A beta-binomial distribution tells that by the correlation of two pages: at 0.1,
fifty pages are worth eight.
"""

from functools import cache
from math import exp, lgamma, log
from statistics import mean
from unittest.mock import patch

from newscrawl.health import collapse

LIMITS = (0.2, 0.3, 0.4, 0.5)
RATES = {"few pages": (0.1, 0.2, 0.3), "most pages": (0.7, 0.8, 0.9, 0.95, 0.98, 1.0)}
RUNS = (10, 15, 25, 50, 100, 200, 500, 1000)
CORRELATIONS = (0.0, 0.05, 0.1)
LOST = (1 / 3, 1 / 2, 1.0)


def chance(pages, rate, correlation):
    """Return the probability that a run's share of filled pages is called a collapse."""
    ringing = _ringing(pages, rate)
    return sum(_probability(filled, pages, rate, correlation) for filled in ringing)


def _ringing(pages, usual):
    shares = ((filled, filled / pages) for filled in range(pages + 1))
    return [n for n, share in shares if collapse.has_collapsed(share, usual, pages=pages)]


@cache
def _probability(filled, pages, rate, correlation):
    if rate in (0.0, 1.0):
        return float(filled == pages * rate)
    ways = lgamma(pages + 1) - lgamma(filled + 1) - lgamma(pages - filled + 1)
    if not correlation:
        return exp(ways + filled * log(rate) + (pages - filled) * log(1 - rate))
    size = 1 / correlation - 1
    a, b = rate * size, (1 - rate) * size
    return exp(ways + _log_beta(filled + a, pages - filled + b) - _log_beta(a, b))


def _log_beta(a, b):
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def main():
    for name, rates in RATES.items():
        cases = [(pages, rate) for pages in RUNS for rate in rates]
        print(f"fields that {name} have: false alarms; collapses told of 33 %, 50 %, 100 % lost")
        for limit in LIMITS:
            with patch.object(collapse, "LOSS", limit):
                false = [mean(chance(*case, each) for case in cases) for each in CORRELATIONS]
                told = [mean(_told(*case, lost) for case in cases) for lost in LOST]
            print(f"{limit:5}", *(f"{rate:9.1e}" for rate in false), *(f"{x:6.0%}" for x in told))


def _told(pages, rate, lost):
    """Return the chance that a layout is told in which a share of the pages lost the field."""
    return sum(_probability(k, pages, rate * (1 - lost), 0.0) for k in _ringing(pages, rate))


if __name__ == "__main__":
    main()

"""Whether a share fell further than a mixed day of news lets it fall."""

from __future__ import annotations

from math import log

# A share has collapsed when it lost this much. Measured for fields that most pages have, where
# pages go by desks (tests/benchmarks/false_alarms.py, correlation 0.05): of 10,000 runs without a
# change 2 ring, with 0.3 15 do, with 0.5 less than one; of layouts in which half of the pages lost
# the field 62 % are told, with 0.3 78 %, with 0.5 24 %. A third of the pages goes unseen.
LOSS = 0.4
# Or this share of itself, which is less for a field that few pages have: five of 100 runs of such
# sites ring for nothing with 0.5, less than one with 0.9.
LOSS_OF_RARE = 0.9
# And when pages that are as usual would show it once in so many runs: a site with five watched
# shares and fifty runs a day rings for nothing once a year. Three pages in a row without a field
# that all had are enough, 17 without one that half of them had.
RUNS = 100_000
# Shares of the past that were nearer to all are taken for this: fifty pages promise no more.
NEARLY_ALL = 0.98


def has_collapsed(now: float, usual: float, *, pages: int) -> bool:
    """Return whether a share, seen in so many pages, is far below the usual one, not by chance.

    >>> has_collapsed(0.0, 1.0, pages=2), has_collapsed(0.0, 1.0, pages=3)
    (False, True)
    """
    if usual <= 0 or usual - now < min(LOSS, LOSS_OF_RARE * usual):
        return False
    return pages * _divergence(now, min(usual, NEARLY_ALL)) > log(RUNS)


def _divergence(now: float, usual: float) -> float:
    """Return how unlikely a share is in a page of the usual kind.

    By Chernoff's bound, n pages show this share, or a lower one, with a probability of at most
    exp(-n times the Kullback-Leibler divergence of the two shares).
    """
    pairs = ((now, usual), (1 - now, 1 - usual))
    return sum(seen * log(seen / expected) for seen, expected in pairs if seen)

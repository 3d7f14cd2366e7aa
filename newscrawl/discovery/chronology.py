"""When an article that nobody dates was published at the latest: article numbers rise with time."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right, insort
from collections.abc import Mapping, Sequence
from statistics import StatisticsError, correlation
from urllib.parse import urlsplit

from newscrawl.discovery.article_ids import find_article_id
from newscrawl.discovery.sites import split_host

# Articles. So many with the next higher numbers must all be older than a moment, for one to be
# older as well: an old piece that is published anew has a high number and an old date.
_NEAREST = 5
# Articles of known date from which on numbers are believed, and the rank correlation of numbers
# and dates. Of fifteen numbers drawn at random one series in 400 reaches it (simulated); one old
# article of thirty that is dated anew leaves .79, drafts that wait for half a day .99.
_FEWEST = 15
_BELIEF = 0.7
# Articles that are remembered of a series; beyond, the older half is thinned out.
_MOST = 400
# Series of a site: kinds, languages, and a folder each where numbers are short.
_MOST_SERIES = 50
_HIGHEST = 12  # digits of an article number
_HOUR = 3600.0
# Seconds that a draft may lie in a drawer with its number. One that lay longer, and that no feed or
# list dates, is taken for older; a run without a window fetches it.
_DRAWER = 24 * _HOUR

_Point = tuple[int, float]


class Chronology:
    """The numbers of a site's articles and when those of them that are dated were published."""

    def __init__(self, learned: Mapping[str, Sequence[Sequence[float]]] | None = None) -> None:
        self.learned: dict[str, list[_Point]] = {
            series: [(int(number), moment) for number, moment in points]
            for series, points in (learned or {}).items()
        }
        """Numbers and Unix times by series, to keep and to begin with again."""
        self.has_news = False
        """Whether something was learned that is not kept yet."""
        self._believed: dict[str, bool] = {}

    def learn(self, url: str, published: float) -> bool:
        """Note when an article was published; return whether its number may tell of others."""
        place = _read(url)
        if place is None:
            return False
        series, number = place
        if series not in self.learned and len(self.learned) == _MOST_SERIES:
            return False
        self._insert(series, (number, published))
        return True

    def latest(self, url: str, now: float) -> float | None:
        """Return when an article was published at the latest (Unix time), None without a number.

        That is ``now`` unless the next higher numbers are all known to be older. Moments of one
        site order its articles: within an hour before that bound, the lower number comes earlier.
        """
        place = _read(url)
        if place is None:
            return None
        series, number = place
        points = self.learned.get(series, [])
        first = bisect_right(points, (number, math.inf))
        nearest = points[first : first + _NEAREST]
        next_number, bound = 10**_HIGHEST, now
        if len(nearest) == _NEAREST and self._is_believed(series):
            next_number = nearest[0][0]
            bound = min(now, max(moment for _, moment in nearest) + _DRAWER)
        return bound - _HOUR * math.log(next_number / number, 10**_HIGHEST)

    def _insert(self, series: str, point: _Point) -> None:
        points = self.learned.setdefault(series, [])
        at = bisect_left(points, (point[0], -math.inf))
        if point in points[at : at + 1]:
            return
        self.has_news = True
        if at < len(points) and points[at][0] == point[0]:
            points[at] = point
        else:
            insort(points, point)
        if len(points) > _MOST:
            del points[: len(points) // 2 : 2]
        self._believed.pop(series, None)

    def _is_believed(self, series: str) -> bool:
        if series not in self._believed:
            self._believed[series] = _rises([moment for _, moment in self.learned[series]])
        return self._believed[series]


def _read(url: str) -> tuple[str, int] | None:
    """Return the series an address is numbered in, and the number."""
    parts = urlsplit(url)
    found = find_article_id([segment for segment in parts.path.split("/") if segment])
    if found is None:
        return None
    number = found.number.lstrip("abcdefghijklmnopqrstuvwxyz")
    if not number.isdecimal() or not 0 < int(number) < 10**_HIGHEST:
        return None
    letters = found.number.removesuffix(number)
    return f"{split_host(parts.hostname or '').bare}/{found.scope}#{letters}", int(number)


def _rises(moments: list[float]) -> bool:
    """Return whether moments rise with their places (Spearman's rank correlation)."""
    if len(moments) < _FEWEST:
        return False
    ordered = sorted(moments)
    ranks = [bisect_left(ordered, moment) + bisect_right(ordered, moment) for moment in moments]
    try:
        return correlation(range(len(ranks)), ranks) >= _BELIEF
    except StatisticsError:  # one moment for all
        return False

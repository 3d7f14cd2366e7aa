"""What a run did, counted by site while it goes on."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from statistics import quantiles
from typing import Any

from newscrawl.frontier.schedule import parse_moment
from newscrawl.items import Article

FIELDS = (
    "title", "description", "authors", "date_published", "language", "section", "tags", "images",
    "site_name", "canonical_url",
)  # fmt: skip
"""Fields whose fill rates tell a broken layout."""

# Numbers kept of a distribution; quantiles of a sample this large are right to a per cent or two.
_SAMPLE = 2_000


@dataclass(slots=True)
class Sample:
    """A uniform sample of a stream of numbers (Vitter's algorithm R), in bounded memory."""

    count: int = 0
    values: list[float] = field(default_factory=list)
    # The same numbers give the same sample.
    _random: random.Random = field(default_factory=lambda: random.Random(0))  # noqa: S311

    def add(self, value: float) -> None:
        """Take a number in."""
        self.count += 1
        if len(self.values) < _SAMPLE:
            self.values.append(value)
        elif (place := self._random.randrange(self.count)) < _SAMPLE:
            self.values[place] = value

    def quantile(self, percent: int) -> float | None:
        """Return the value below which so many per cent lie (1 to 99); None of nothing."""
        if len(self.values) < 2:
            return self.values[0] if self.values else None
        return quantiles(self.values, n=100, method="inclusive")[percent - 1]


def below(counts: Mapping[str, Any], prefix: str) -> dict[str, int]:
    """Return the counts whose names begin with a prefix such as "dropped/", without it."""
    return {
        stat.removeprefix(prefix): times
        for stat, times in sorted(counts.items())
        if stat.startswith(prefix)
    }


@dataclass(slots=True)
class SiteTally:
    """What a run did at one site."""

    counts: Counter[str] = field(default_factory=Counter)
    """By stat, without the leading "newscrawl/": "page/fetched", "saved", "dropped/soft_404"."""
    filled: Counter[str] = field(default_factory=Counter)
    """Saved records in which a field says something."""
    days: Counter[str] = field(default_factory=Counter)
    """Saved first versions by the day of publication, "2026-11-22"."""
    oldest: float | None = None
    """Unix time of publication of the oldest article that was saved; None without a dated one."""
    moved_to: str = ""
    """Where another site begins that a listing was redirected to."""
    lags: Sample = field(default_factory=Sample)
    """Seconds from publication to saving, of first versions dated to the minute."""
    lengths: Sample = field(default_factory=Sample)
    """Words a record."""

    def total(self, prefix: str) -> int:
        """Return the sum of all stats below a prefix such as "dropped/"."""
        return sum(below(self.counts, prefix).values())

    def fill_rate(self, name: str) -> float | None:
        """Return the share of saved records that have a field; None without records."""
        saved = self.lengths.count
        return self.filled[name] / saved if saved else None


@dataclass(slots=True)
class Tally:
    """What a run did, by site."""

    sites: dict[str, SiteTally] = field(default_factory=dict)

    def site(self, name: str) -> SiteTally:
        """Return the tally of a site, an empty one at first."""
        return self.sites.setdefault(name, SiteTally())

    def add(self, site: str, stat: str, times: int = 1) -> None:
        """Count something that happened at a site."""
        self.site(site).counts[stat] += times

    def save(self, article: Article) -> None:
        """Count a record that was saved."""
        tally = self.site(article.site)
        tally.counts["revised" if article.revision > 1 else "saved"] += 1
        if article.duplicate_of and article.revision == 1:
            tally.counts["copies"] += 1
        tally.lengths.add(article.word_count)
        tally.filled.update(name for name in FIELDS if getattr(article, name))
        if "date_zone_unknown" in article.extraction.warnings:
            tally.counts["zone_unknown"] += 1
        published = parse_moment(article.date_published)
        if published is not None and article.date_published and article.revision == 1:
            tally.days[article.date_published[:10]] += 1
            tally.oldest = min(published, tally.oldest or published)
        lag = _lag(article)
        if lag is not None:
            tally.lags.add(lag)


def _lag(article: Article) -> float | None:
    if article.revision > 1 or article.date_precision == "day" or not article.date_published:
        return None
    published = datetime.fromisoformat(article.date_published)
    if published.tzinfo is None:
        return None
    saved = datetime.fromisoformat(article.date_downloaded)
    return max(0.0, (saved - published).total_seconds())

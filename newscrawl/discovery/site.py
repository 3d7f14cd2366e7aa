"""What is known of a site before one of its listings is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.sites import site_of
from newscrawl.discovery.url_shapes import Shape, shape_of

# Articles of one shape that make it known to the rest of the site: fewer may be advertisements, and
# a page of links may have a menu of a dozen.
_FEWEST_ENTRIES = 3
_FEWEST_LINKS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A publication, as far as it is known."""

    domains: frozenset[str] | None = None
    """Domains that are not foreign, nor is what lies below them; None stands for the listing's own
    where there are links of all kinds, for all where there are entries."""
    article_url: re.Pattern[str] | None = None
    """Searched in normalised addresses, decides alone what is an article."""
    shapes: frozenset[Shape] = frozenset()
    """Shapes of addresses that articles had in other listings."""

    def domains_of(self, url: str) -> frozenset[str]:
        """Return the domains for a page of links."""
        return self.domains or frozenset({site_of(url)})


ANY_SITE = Site()
"""One of which nothing is known."""


def find_shapes(candidates: Iterable[Candidate]) -> list[Shape]:
    """Return the shapes that the articles of a listing share, the commonest first.

    Entries of a feed, a news sitemap or an API tell; links do in numbers; other sitemaps hold too
    much that is no article.
    """
    entries: Counter[Shape] = Counter()
    links: Counter[Shape] = Counter()
    for candidate in candidates:
        if candidate.title:
            counts = links if candidate.method in {"section", "archive"} else entries
            counts[shape_of(candidate.url)] += 1
    found = [shape for shape, count in entries.most_common() if count >= _FEWEST_ENTRIES]
    return found + [shape for shape, count in links.most_common() if count >= _FEWEST_LINKS]

"""Sections, front pages and list fragments: article links told from navigation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml.etree import _Element as Element

from newscrawl.discovery.anchors import Anchor, find_anchors, read_text
from newscrawl.discovery.candidates import Candidate
from newscrawl.discovery.cards import find_card_date, find_card_image, find_cards
from newscrawl.discovery.identity import article_key
from newscrawl.discovery.site import ANY_SITE, Site
from newscrawl.discovery.sites import is_on, split_host
from newscrawl.discovery.url_shapes import Shape, group_by_shape, score_url, shape_of

# Points, as in url_shapes. From here on a link is an article's.
MIN_POINTS = 3.0
_ZONE_POINTS = {"main": 0.5, "aside": -0.5, "header": -1.0, "nav": -3.0, "footer": -3.0}
_LONG_TEXT = 2.0
_SHORT_TEXT = -1.5
_HEADING = 1.5
_OTHER_HOST = -1.5
_GROUP_LIMIT = 2.0
_GROUP_SIZE = 3
_KNOWN_SHAPE = 1.5  # less than a menu takes away
# Links of the same words ("Read more"), from which on these are no headline: with two it may be
# chance, and a list of three is named by them alone.
_SHARED = 3


@dataclass(slots=True)
class _Link:
    """All anchors of a page that lead to one article."""

    url: str
    anchors: list[Anchor] = field(default_factory=list)
    card_title: str = ""
    """The heading beside it, where its own words are "Read more"."""

    @property
    def title(self) -> str:
        headings = [anchor.text for anchor in self.anchors if anchor.in_heading and anchor.text]
        return self.card_title or max(headings or [a.text for a in self.anchors], key=len)


def read_section(
    root: Element,
    *,
    url: str,
    base: str = "",
    site: Site = ANY_SITE,
    skipped: Counter[str] | None = None,
) -> list[Candidate]:
    """Return the articles that a page lists, in reading order, each once.

    The site's ``article_url`` decides alone if given; otherwise the shape of the address, the
    words, the place on the page, the other links of the same shape, and what is known of that do.
    """
    skipped = Counter() if skipped is None else skipped
    anchors = find_anchors(root, base or url, skipped)
    links = _merge(anchors, url, site.domains_of(url), skipped)
    _read_card_titles(links)
    if site.article_url:
        chosen = [link for link in links if site.article_url.search(link.url)]
        skipped["not_article_url"] += len(links) - len(chosen)
    else:
        host = split_host(urlsplit(url).hostname or "").bare
        chosen = _choose(links, host, site.shapes, skipped)
    return _describe(chosen, url)


def _merge(
    anchors: Iterable[Anchor], url: str, sites: frozenset[str], skipped: Counter[str]
) -> list[_Link]:
    links: dict[str, _Link] = {}
    keys: dict[str, str] = {}
    own = article_key(url)
    for anchor in anchors:
        key = keys.get(anchor.url)
        if key is None:
            key = keys[anchor.url] = article_key(anchor.url) if is_on(anchor.url, sites) else ""
        if not key or key == own:
            skipped["self" if key else "offsite"] += 1
        else:
            links.setdefault(key, _Link(anchor.url)).anchors.append(anchor)
    return list(links.values())


def _read_card_titles(links: list[_Link]) -> None:
    """Name links by the headings of their cards where the words of the links say nothing."""
    shared = Counter(link.title for link in links)
    bare = [link for link in links if shared[link.title] >= _SHARED]
    cards = find_cards({link.url: [a.element for a in link.anchors] for link in bare})
    for link in bare:
        headings = cards[link.url].iter("h1", "h2", "h3", "h4", "h5", "h6")
        texts = (read_text(heading) for heading in headings if not _is_linked(heading))
        link.card_title = max(texts, key=len, default="")  # a section's heading is shorter


def _is_linked(heading: Element) -> bool:
    """Return whether a heading is that of a link, its own or one it stands in."""
    return any(True for _ in heading.iter("a")) or any(True for _ in heading.iterancestors("a"))


def _choose(
    links: list[_Link], host: str, known: frozenset[Shape], skipped: Counter[str]
) -> list[_Link]:
    points: dict[str, float] = {}
    for link in links:
        score = score_url(link.url)
        if score.reason:
            skipped[score.reason] += 1
        else:
            points[link.url] = score.points + _score_anchors(link) + _score_host(link, host)
            points[link.url] += _KNOWN_SHAPE * (shape_of(link.url) in known)
    means = {
        shape: sum(points[url] for url in urls) / len(urls) if len(urls) >= _GROUP_SIZE else 0.0
        for shape, urls in group_by_shape(points).items()
    }
    chosen = [
        link
        for link in links
        if link.url in points
        and points[link.url] + _group_points(means[shape_of(link.url)]) >= MIN_POINTS
    ]
    skipped["navigation"] += len(points) - len(chosen)
    return chosen


def _score_anchors(link: _Link) -> float:
    zone = max(_ZONE_POINTS[anchor.zone] for anchor in link.anchors)
    points = zone + _HEADING * any(anchor.in_heading for anchor in link.anchors)
    title = link.title
    # Headlines are rarely under 25 characters (10 where a character is a word), menus rarely above.
    length = len(title) * _density(title)
    return points + (_LONG_TEXT if length >= 25 else _SHORT_TEXT if title and length < 12 else 0.0)


def _score_host(link: _Link, host: str) -> float:
    """Return points against another edition or service of the site: "en.", "shop."."""
    is_other = split_host(urlsplit(link.url).hostname or "").bare != host
    return _OTHER_HOST if is_other else 0.0


def _density(title: str) -> float:
    """Return how many letters of an alphabet a character of the title stands for."""
    return 2.5 if sum(char > "\u2e80" for char in title) * 2 > len(title) else 1.0


def _group_points(mean: float) -> float:
    return max(-_GROUP_LIMIT, min(_GROUP_LIMIT, (mean - MIN_POINTS) / 2)) if mean else 0.0


def _describe(links: list[_Link], url: str) -> list[Candidate]:
    cards = find_cards({link.url: [a.element for a in link.anchors] for link in links})
    candidates = []
    for link in links:
        day = next((anchor.day for anchor in link.anchors if anchor.day), None)
        candidates.append(
            Candidate(
                url=link.url,
                method="section",
                listing_url=url,
                title=link.title or None,
                date_published=find_card_date(cards[link.url], day),
                image=find_card_image(cards[link.url], url),
            )
        )
    return candidates

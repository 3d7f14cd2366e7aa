"""Is it an article at all?"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from newscrawl.extraction import verdict_evidence as evidence
from newscrawl.extraction.body import Body
from newscrawl.extraction.json_ld import types_of
from newscrawl.extraction.metadata import Metadata
from newscrawl.extraction.page import Page
from newscrawl.extraction.structured import Structured
from newscrawl.extraction.verdict_evidence import ARTICLE_KIND
from newscrawl.extraction.verdict_shape import Shape, read_shape

# Points. Each signal speaks for one kind of page; what speaks for the article is weighed against
# the strongest other kind. Set by hand, then checked on the tuned pages and the fixtures.
_POINTS = {
    ("story", "article"): 1.0,
    ("body_class", "article"): 1.5,
    ("og_type", "article"): 1.0,
    ("og_type", "index_page"): 0.5,
    ("og_type", "video_page"): 2.0,
    ("root", "index_page"): 2.5,
    ("section", "index_page"): 0.8,
    ("numbered", "index_page"): 2.0,
    ("folder", "index_page"): 2.0,
    ("folder", "video_page"): 2.0,
    ("folder", "product_page"): 2.0,
    ("body_class", "index_page"): 2.0,
    ("main_type", "index_page"): 2.0,
    ("main_type", "forum_page"): 4.0,
    ("main_type", "video_page"): 1.5,
    ("title", "soft_404"): 6.0,
    ("title", "video_page"): 1.5,
    ("title", "index_page"): 1.5,
    ("title", "forum_page"): 1.0,
    ("software", "product_page"): 0.5,
    ("button", "product_page"): 3.0,
}
# For signals that weigh the same whatever the kind.
_SIGNAL_POINTS = {
    "host": 2.0,
    "folder": 3.0,
    "weak_folder": 0.8,
    "query": 2.5,
    "body_class": 3.0,
    "main_type": 3.0,
    "weak_type": 0.8,
    "og_type": 3.0,
    "software": 3.0,
    "title": 2.5,
    "button": 2.0,
    "price": 1.5,
}
# Words of prose and what they are worth: an article lives by its text, a listing by its links.
_PROSE = ((300, 3.0), (150, 2.2), (80, 1.5), (40, 0.8), (20, 0.2), (5, -0.3), (0, -1.0))
_FORUM_TYPES = frozenset(("DiscussionForumPosting", "SocialMediaPosting"))
# The part of a listing's shape that counts where the address or the markup say article: short
# news stands among as many teasers as long news does.
_VAGUE = frozenset(("og_type", "weak_type"))
_STORY_SHARE = 0.5
# Words of prose for each linked heading in the text: a listing has fewer. 1 article in 100 of the
# tuned pages has, too; nearly all of those are known by their markup.
_WORDS_A_HEAD = 120
_LISTING = "listing"
_LISTINGS = ("index_page", "tag_page", "author_page", "search_page")


class Verdict(NamedTuple):
    """Whether a page holds one article."""

    is_article: bool
    score: float
    """0 (certainly not) to 1 (certainly)."""
    reason: str | None
    """None for an article; else what it is instead: "index_page", "tag_page", "author_page",
    "search_page", "product_page", "forum_page", "video_page", "soft_404", "consent_wall",
    "empty_text", "oversized"."""


def judge_page(
    page: Page, structured: Structured, body: Body, metadata: Metadata, *, title: str
) -> Verdict:
    """Return whether the page is an article, or what it is instead."""
    if page.is_oversized:
        return Verdict(is_article=False, score=0.0, reason="oversized")
    points = weigh_page(page, structured, body, metadata, title=title)
    article = points.pop(ARTICLE_KIND, 0.0)
    reason, strongest = _strongest(points)
    if not body.blocks:
        return Verdict(
            is_article=False, score=0.0, reason=reason if strongest >= 1.5 else "empty_text"
        )
    score = 1 / (1 + math.exp(strongest - article - 0.5))
    return Verdict(score >= 0.5, round(score, 3), None if score >= 0.5 else reason)


def _strongest(points: dict[str, float]) -> tuple[str | None, float]:
    """The kind with most points; a listing of something is told from a mere index."""
    if not points:
        return None, 0.0
    listing = points.pop(_LISTING)
    kind = max(points, key=lambda name: points[name])
    if kind in _LISTINGS:
        special = max(_LISTINGS[1:], key=lambda name: points[name])
        return (special if points[special] > listing else "index_page"), points[kind]
    return kind, points[kind]


def weigh_page(
    page: Page, structured: Structured, body: Body, metadata: Metadata, *, title: str
) -> dict[str, float]:
    """Return the points of each kind of page."""
    points: dict[str, float] = defaultdict(float)
    shape = read_shape(page, structured, body)
    signals = [
        *evidence.kinds_of_url(page.url),
        *evidence.kinds_of_markup(page, structured),
        *evidence.kinds_of_words(structured, title),
        *evidence.kinds_of_controls(shape.controls),
    ]
    for signal, kind in signals:
        points[kind] += _POINTS.get((signal, kind), _SIGNAL_POINTS.get(signal, 0.0))
    kinds = {kind for signal, kind in signals if signal not in _VAGUE}
    for kind, value in _weigh_shape(shape, kinds):
        points[kind] += value
    points[ARTICLE_KIND] += _weigh_article(structured, metadata, title)
    return points


def _weigh_shape(shape: Shape, kinds: set[str]) -> Iterator[tuple[str, float]]:
    yield ARTICLE_KIND, next(value for least, value in _PROSE if shape.prose >= least)
    listing = _weigh_listing(shape)
    if ARTICLE_KIND in kinds and kinds.isdisjoint(_LISTINGS):
        listing *= _STORY_SHARE
    yield from ((kind, listing) for kind in (*_LISTINGS, _LISTING))
    if shape.has_player and shape.prose < 80:
        yield "video_page", 1.5
    if shape.prose < 80 and "video_page" in kinds:
        yield "video_page", 2.5
    if shape.prose >= 150 and "soft_404" in kinds:
        yield "soft_404", -4.0
    if shape.user_links >= 3:
        yield "forum_page", 1.0
    if shape.post_links >= 3:
        yield "forum_page", 1.0
    if shape.forum_labels >= 4:
        yield "forum_page", 2.0
    if shape.prose < 200 and shape.consent > 0.04 and not shape.has_player:
        yield "consent_wall", 4.0


def _weigh_listing(shape: Shape) -> float:
    """Many links with little prose of the page's own."""
    share = 1.0 if shape.prose < 80 else 0.5 if shape.prose < 200 else 0.2
    points = min(2.5, 0.2 * shape.teasers) + min(1.0, 0.15 * max(0, shape.cards - 1))
    points += min(0.8, 0.1 * max(0, shape.times - 2)) + (0.8 if shape.has_pagination else 0.0)
    points += 0.8 if shape.teasers >= 3 and shape.prose < 40 else 0.0
    heads = 3.0 if shape.heads >= 4 and shape.prose < _WORDS_A_HEAD * shape.heads else 0.0
    return points * share + heads


def _weigh_article(structured: Structured, metadata: Metadata, title: str) -> float:
    points = 0.0
    if _FORUM_TYPES.intersection(types_of(structured.article)):
        return points
    headline = structured.article.get("headline") or structured.article.get("name")
    if isinstance(headline, str) and _is_same(headline, title):
        points += 2.5
    elif structured.article.get("datePublished") or structured.article.get("articleBody"):
        points += 0.7
    if structured.first_meta("article:published_time"):
        points += 0.7
    points += 0.6 if metadata.date_published else 0.0
    points += 0.4 if metadata.authors else 0.0
    return points


def _is_same(headline: str, title: str) -> bool:
    one, other = ("".join(filter(str.isalnum, text.casefold())) for text in (headline, title))
    return bool(one) and (one == other or one in other or other in one)

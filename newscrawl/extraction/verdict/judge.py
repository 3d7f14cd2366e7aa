"""Is it an article at all?"""

from __future__ import annotations

import math
from typing import NamedTuple

from newscrawl.extraction.boilerplate.walls import offers_subscriptions
from newscrawl.extraction.metadata.fields import Metadata
from newscrawl.extraction.page.json_ld import as_text
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.text.body import Body
from newscrawl.extraction.verdict import signs
from newscrawl.extraction.verdict.address import (
    OF_ADDRESS,
    OTHER_STORY,
    OTHER_TITLE,
    kinds_of_url,
    names_other_story,
)
from newscrawl.extraction.verdict.kinds import ARTICLE, LISTINGS, REFUSALS, Signal
from newscrawl.extraction.verdict.points import LISTING, REFUSED, SHORT_TEXT, sum_points
from newscrawl.extraction.verdict.publication import is_published, signs_of_publication
from newscrawl.extraction.verdict.shape import Shape, read_shape

# Points an article must have over the strongest other kind, as a page of a site is first of all no
# article. More trades unmarked and short articles for services, forms and manuals, whose prose is
# as long: from 1.5 to 1.9, 0.4 of 100 of 2,015 real articles for 1.5 of 100 of 344 real pages of
# other kinds.
_LEAD = 1.7
# Points more where a text says of itself no more than this, and words of prose from which on: what
# firms and offices write is as long. It costs 9 of 2,158 annotated pages (a topic of a party, a
# villa to let, a school's lessons, no news and no blog post among them) and takes 4 of 24 other
# pages of tests/fixtures that were kept.
_UNTOLD, _LEAST_UNTOLD = 0.6, 150
_VAGUE = frozenset(("og_type", "og_type_of_page", "sentence_title", "date_of_page", "tags"))
# Words of prose of the longest offer of subscriptions, and of the longest error or wall where
# nothing was said to be published; chosen.
_LONGEST_REFUSAL = 400
_OTHERWISE = "service_page"
_LISTING_ROOTS = frozenset(("rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml"))


class Verdict(NamedTuple):
    """Whether a page holds one article."""

    is_article: bool
    score: float
    """0 (certainly not) to 1 (certainly)."""
    reason: str | None
    """None for an article; else what it is instead: "index_page", "tag_page", "author_page",
    "search_page", "product_page", "forum_page", "video_page", "documentation_page",
    "service_page" (a company's, an office's, a form, and what else a site has), "soft_404",
    "consent_wall", "empty_text", "oversized"."""


def judge_page(
    page: Page, structured: Structured, body: Body, metadata: Metadata, *, title: str
) -> Verdict:
    """Return whether the page is an article, or what it is instead."""
    if page.is_oversized or body.is_oversized:
        return Verdict(is_article=False, score=0.0, reason="oversized")
    if _is_listing(page):
        return Verdict(is_article=False, score=0.0, reason="index_page")
    signals = [
        *kinds_of_url(page.url),
        *signs.kinds_of_markup(page, structured, title),
        *signs.kinds_of_words(structured, title),
        *signs.kinds_of_first_line(body.text),
        *signs_of_publication(structured, metadata, title),
    ]
    is_forum = any(kind == "forum_page" for _, kind in signals)
    shape = read_shape(page, structured, body, title=title, is_forum=is_forum)
    signals += signs.kinds_of_controls(shape.controls)
    signals += signs.kinds_of_questions(body.page_blocks, signals)
    published = is_published(signals)
    is_short = shape.prose < (SHORT_TEXT if published else _LONGEST_REFUSAL)
    if is_short:
        signals += signs.kinds_of_short_text(f"{title}\n{body.text}")
    is_refused = REFUSED in signals
    if (is_refused or shape.prose < SHORT_TEXT) and names_other_story(page.url, title, shown=0.0):
        signals.append(OTHER_TITLE)
    if names_other_story(page.url, _shown(body)) and not (
        published and _prints_stated_title(structured, body)
    ):
        signals.append(OTHER_STORY)
    if shape.prose < _LONGEST_REFUSAL and _is_wall(body.text, is_free=metadata.is_free):
        signals.append(("offer", "consent_wall"))
    if is_short or OTHER_STORY in signals:
        signals = _forget_address(signals)
    return weigh_signals(signals, shape, has_text=bool(body.blocks))


def _is_listing(page: Page) -> bool:
    """Tell a feed or a sitemap, which HTML makes the only element of a page."""
    body = page.root.find("body")
    return body is not None and len(body) > 0 and str(body[0].tag).lower() in _LISTING_ROOTS


def _is_wall(text: str, *, is_free: bool | None) -> bool:
    """Tell whether an offer of subscriptions stands where an article should."""
    return is_free is not True and offers_subscriptions(text, is_stated=is_free is False)


def _prints_stated_title(structured: Structured, body: Body) -> bool:
    """Tell whether a page shows the headline that it states for machines."""
    stated = as_text(structured.article.get("headline")), structured.first_meta("og:title")
    titles = {letters_of(title) for title in stated if title}
    return any(letters_of(block.text) in titles for block in body.page_blocks)


def _shown(body: Body) -> str:
    return "\n".join([*(block.text for block in body.page_blocks), body.text])


def _forget_address(signals: list[Signal]) -> list[Signal]:
    """Return what counts on a short page: one that refuses is not what its address asks for."""
    if all(kind not in REFUSALS for _, kind in signals):
        return signals
    return [
        (signal, kind) for signal, kind in signals if kind == ARTICLE or signal not in OF_ADDRESS
    ]


def weigh_signals(signals: list[Signal], shape: Shape, *, has_text: bool) -> Verdict:
    """Return the verdict on a page that shows these signals and has this shape."""
    points = sum_points(signals, shape)
    article = points.pop(ARTICLE, 0.0)
    reason, strongest = _strongest(points)
    if not has_text:
        reason = reason if strongest >= 1.5 else "empty_text"
        return Verdict(is_article=False, score=0.0, reason=reason)
    lead = _lead(signals, shape) if shape.has_links or shape.fields else 0.0
    score = 1 / (1 + math.exp(strongest + lead - article))
    return Verdict(score >= 0.5, round(score, 3), None if score >= 0.5 else reason)


def _lead(signals: list[Signal], shape: Shape) -> float:
    """Return the points that an article must have over the strongest other kind."""
    is_told = any(kind == ARTICLE and signal not in _VAGUE for signal, kind in signals)
    return _LEAD if is_told or shape.prose < _LEAST_UNTOLD else _LEAD + _UNTOLD


def _strongest(points: dict[str, float]) -> tuple[str, float]:
    """The kind with most points; a listing of something is told from a mere index."""
    listing = points.pop(LISTING, 0.0)
    kind = max(points, key=lambda name: points[name], default=_OTHERWISE)
    if points.get(kind, 0.0) <= 0:
        return _OTHERWISE, 0.0
    if kind in LISTINGS:
        special = max(LISTINGS[1:], key=lambda name: points[name])
        return (special if points[special] > listing else LISTINGS[0]), points[kind]
    return kind, points[kind]

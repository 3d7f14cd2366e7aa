"""What the signals and the shape of a page are worth, for each kind of page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newscrawl.extraction.verdict.address import OTHER_STORY, OTHER_TITLE
from newscrawl.extraction.verdict.kinds import ARTICLE, LISTINGS, REFUSALS, Signal
from newscrawl.extraction.verdict.lines import LEAST_POSTS
from newscrawl.extraction.verdict.publication import is_published
from newscrawl.extraction.verdict.shape import LEAST_FORUM_LABELS, LEAST_PRICES, Shape

LISTING = "listing"
"""The name for points of a listing of whatever kind."""

# Points of a signal for a kind: about the logarithm of how much more often such a page shows it,
# then rounded, less where two signals say the same. What speaks for the article is weighed against
# the strongest other kind alone.
_POINTS = {
    ("headline", "article"): 3.0,
    ("stated", "article"): 1.2,
    ("og_type", "article"): 1.2,
    ("og_type_of_page", "article"): 0.3,
    ("published_time", "article"): 1.0,
    ("date_json_ld", "article"): 1.0,
    ("date_meta", "article"): 1.0,
    ("date_of_page", "article"): 0.3,
    ("date_time", "article"): 1.2,
    ("date_url", "article"): 1.2,
    ("date_rules", "article"): 1.2,
    ("date_feed", "article"): 1.2,
    ("date_sitemap", "article"): 1.0,
    ("date_and_clock", "article"): 1.0,
    ("date_text", "article"): 0.6,
    ("author_json_ld", "article"): 0.8,
    ("author_byline", "article"): 0.6,
    ("author_rules", "article"): 0.6,
    ("author_links", "article"): 0.6,
    ("author_itemprop", "article"): 0.6,
    ("author_text", "article"): 0.6,
    ("author_signature", "article"): 0.6,
    ("author_meta", "article"): 0.2,
    ("tags", "article"): 0.4,
    ("comments", "article"): 0.4,
    ("sentence_title", "article"): 0.5,
    ("story", "article"): 1.2,
    ("query", "article"): 1.2,
    ("folder", "article"): 1.2,
    ("body_class", "article"): 1.5,
    ("og_type", "video_page"): 2.0,
    ("root", "index_page"): 3.5,
    ("section", "index_page"): 0.8,
    ("numbered", "index_page"): 2.0,
    ("folder", "index_page"): 2.0,
    ("folder", "video_page"): 2.0,
    ("folder", "product_page"): 2.0,
    ("folder", "service_page"): 1.8,
    ("folder", "documentation_page"): 2.5,
    ("host", "documentation_page"): 2.0,
    ("host", "product_page"): 1.5,
    ("host", "forum_page"): 3.0,
    ("body_class", "index_page"): 2.0,
    ("body_class", "service_page"): 1.5,
    ("body_class", "consent_wall"): 6.0,
    ("main_type", "index_page"): 2.0,
    ("main_type", "forum_page"): 4.0,
    ("main_type", "video_page"): 1.5,
    ("weak_type", "author_page"): 0.0,  # who wrote an article is stated, too
    ("title", "soft_404"): 6.0,
    OTHER_TITLE: 2.0,
    ("title", "video_page"): 1.5,
    ("title", "index_page"): 1.5,
    ("title", "forum_page"): 1.0,
    ("title", "documentation_page"): 2.0,
    ("helpful", "documentation_page"): 1.5,
    ("software", "product_page"): 0.5,
    ("button", "product_page"): 3.0,
    ("reviews", "product_page"): 3.0,
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
    "sole_type": 2.0,
    "og_type": 3.0,
    "software": 3.0,
    "title": 2.5,
    "refusal": 1.5,
    "button": 2.0,
    "short_text": 4.0,
    "removed": 10.0,
    "first_line": 10.0,
    "offer": 14.0,  # more than a page can state of the story that it sells
    "price": 1.5,
}
# Words of prose and what they are worth: an article lives by its text, a listing by its links.
_PROSE = (
    (800, 3.6), (300, 3.0), (150, 2.2), (80, 1.5), (60, 1.2), (40, 0.8), (20, 0.5), (5, 0.0),
    (0, -1.0),
)  # fmt: skip
# Points that a listing, an error or a wall loses where a date stands by the headline and the text
# right below. Without it nine articles of tests/fixtures/pages/lookalikes are taken for lists, with
# 1.5 three are; of 2,158 annotated articles it saves 2. Threads and adverts with dates pay for
# more.
_DATED_STORY = 2.0
# What does not count as saying so below: other pages have it, too.
_VAGUE = frozenset(
    ("og_type", "og_type_of_page", "weak_type", "sentence_title", "name_title", "tags",
     "date_of_page", "date_text")
)  # fmt: skip
# The part of a listing's shape and of forms that counts where the address or the markup say
# article: short news stands among as many teasers and below as many sign-in boxes as long news.
_STORY_SHARE = 0.5
# Words of prose. An error or a wall says no more than that; of longer texts the words of errors
# and walls would only cost time.
SHORT_TEXT = 150
# Words of prose, its teasers with it, that an error rarely has: of tests/fixtures/pages the
# longest has 53. What speaks of one in a longer text is often news.
_LONG_ERROR = 60
# Words of prose from which on "Video:" and no player make no page of a video: it keeps three of 249
# made news, and costs none of the ten videos in tests/fixtures/pages.
_CAPTION = 40
# Words of prose below which the text of a page that states a video describes it, and its points. Of
# 37 such pages (33 of tests/fixtures/kinds, 4 of 2,158 real ones) one is short news; a point more
# would lose it, and tell one video more.
_DESCRIPTION = 60
_DESCRIBED = 5.0
# Share of words about consent from which on a page is a wall, and words of prose from which on it
# is none: 10 of tests/fixtures/kinds have more than 200. Of 2,158 real pages none is judged
# otherwise than with 200.
_CONSENT = 0.04
_LONGEST_WALL = 800
# Points of what stands in the place of the story that the address names, and the share of words
# about consent from which on that is a wall.
_INSTEAD = 10.0
_CONSENT_INSTEAD = 0.02
_SENTENCE = ("sentence_title", ARTICLE)
# Points that the page of a video loses which has a headline, a date and a text as well.
_REPORT = 3.0
# Lines with a link, a day and a clock inside the text: who wrote each post of a thread. None of
# 2,158 annotated pages has so many.
_LEAST_REPLIES = 4
# Points of a board by such lines alone, linked or not, where nothing states an article, as for live
# blogs. Ten of 2,158 real pages have so many, one of them a live ticker, which its clocks tell.
_STAMPED = 2.0
# What then is of a post.
_OF_POSTS = frozenset((("date_and_clock", ARTICLE), ("author_text", ARTICLE)))
# Kept lines that are a time of day: fewer may be a date line's or a programme's.
_TICKER = 4
# Words of prose for each linked heading in the text: a listing has fewer. 1 article in 100 of the
# tuned pages has, too; nearly all of those are known by their markup.
_WORDS_A_HEAD = 120
# Teasers for each word of prose from which on a page lists, however long its text: of pages with 60
# words and more 7 articles in 1,000 have so many, and 90 other pages.
_TEASERS_A_WORD = 0.8
# Elements for code, keys and variables: 2 of 100 articles have so many, and 12 of 100 other pages.
_COMMANDS = 10
_TOLD = frozenset(("headline", "stated", "published_time", "og_type"))
_STATED = frozenset((("headline", ARTICLE), ("stated", ARTICLE)))
# Stated of the video in an article, too.
_BESIDE = "video_page"
_STATED_VIDEO = ("main_type", _BESIDE)
REFUSED = ("title", "soft_404")
"""A headline that says a page or an article is missing."""
# A fixed page of a site, called as such are: its system states an article of it, too.
_STATIC = frozenset((("body_class", "service_page"), ("title", "service_page")))
_REVIEWED = ("main_type", "product_page")
_FIXED_PAGE = 5.0


def sum_points(signals: list[Signal], shape: Shape) -> defaultdict[str, float]:
    """Return the points of each kind of page, of :data:`ARTICLE` and of :data:`LISTING`."""
    points: defaultdict[str, float] = defaultdict(float)
    signals = _settle_types(signals)
    if _is_stamped(signals, shape):
        signals = [signal for signal in signals if signal not in _OF_POSTS]
        points["forum_page"] += _STAMPED
    for signal, kind in signals:
        points[kind] += _POINTS.get((signal, kind), _SIGNAL_POINTS.get(signal, 0.0))
    if _STATIC.issubset(signals):
        points["service_page"] += _FIXED_PAGE
    for kind, value in _weigh_shape(shape, signals):
        points[kind] += value
    return points


def _is_stamped(signals: list[Signal], shape: Shape) -> bool:
    """Tell whether lines inside the text date posts, and no entries of a live ticker."""
    told = {signal for signal, kind in signals if kind == ARTICLE}
    is_stamped = shape.stamps >= _LEAST_REPLIES and shape.clocks < _TICKER
    return is_stamped and told.isdisjoint(_TOLD)


def _settle_types(signals: list[Signal]) -> list[Signal]:
    """Return the signals, the types weighed that a page states of itself.

    One that is stated alone says more, and more than the type for social networks, which many
    systems set to "article" on each page. Reviews state their product, too.
    """
    types = {kind for signal, kind in signals if signal == "main_type" and kind != _BESIDE}
    if not types:
        return signals
    if not _STATED.isdisjoint(signals):
        return [("weak_type", k) if (s, k) == _REVIEWED else (s, k) for s, k in signals]
    alone = [("sole_type", kind) for kind in types]
    return [*(signal for signal in signals if signal != ("og_type", ARTICLE)), *alone]


def _weigh_shape(shape: Shape, signals: list[Signal]) -> Iterator[tuple[str, float]]:
    kinds = {kind for signal, kind in signals if signal not in _VAGUE}
    yield ARTICLE, next(value for least, value in _PROSE if shape.prose >= least)
    if shape.clocks >= _TICKER and shape.prose >= 60:
        yield ARTICLE, 1.5
    is_told = ARTICLE in kinds and kinds.isdisjoint(LISTINGS)
    listing = _weigh_listing(shape) * (_STORY_SHARE if is_told else 1.0)
    # A front page of whole posts has the date and the author of its first one.
    listing += 4.0 if shape.posts >= LEAST_POSTS else 0.0
    listing -= _DATED_STORY * (shape.is_dated_story and not shape.has_pagination)
    yield from ((kind, listing) for kind in (*LISTINGS, LISTING))
    # Alone, a name for a headline would cost 3 articles of 1,000: poems and posts have names, too.
    if ("name_title", LISTINGS[0]) in signals and shape.prose < 200 and _has_cards(shape):
        yield LISTINGS[0], 0.8
    if shape.prose >= 600 and not shape.heads:
        yield from ((kind, -2.0) for kind in LISTINGS[1:])
    yield from _weigh_video(shape, signals)
    yield from _weigh_forum(shape)
    yield from _weigh_error(shape, signals)
    if shape.is_dated_story:
        yield from ((kind, -_DATED_STORY) for kind in REFUSALS)
    if shape.prose < _LONGEST_WALL and shape.consent > _CONSENT and not shape.has_player:
        yield "consent_wall", 4.0
    if OTHER_STORY in signals:
        asks = shape.consent > _CONSENT_INSTEAD or "consent_wall" in {kind for _, kind in signals}
        yield ("consent_wall" if asks else "soft_404"), _INSTEAD
    told = _STORY_SHARE if is_told else 1.0
    yield from _weigh_controls(shape, told, published=is_published(signals))


def _weigh_error(shape: Shape, signals: list[Signal]) -> Iterator[tuple[str, float]]:
    """A headline that refuses the story of the address; above a long text it may be news."""
    if OTHER_TITLE in signals and REFUSED in signals:
        yield "soft_404", _INSTEAD
    elif shape.prose >= _LONG_ERROR and any(kind == "soft_404" for _, kind in signals):
        yield "soft_404", -4.0 if shape.prose >= SHORT_TEXT else -2.0


def _weigh_video(shape: Shape, signals: list[Signal]) -> Iterator[tuple[str, float]]:
    """A player or words of one with little text, or a report with a video."""
    if shape.prose < 80:
        yield "video_page", 1.5 * shape.has_player + 2.5 * _shows_video(signals, shape)
        if shape.prose < _DESCRIPTION and _STATED_VIDEO in signals:
            yield "video_page", _DESCRIBED
    elif shape.prose >= SHORT_TEXT and shape.is_dated_story and _SENTENCE in signals:
        yield "video_page", -_REPORT


def _shows_video(signals: list[Signal], shape: Shape) -> bool:
    """Tell whether a page says that it is a video's; a headline alone that has a text does not."""
    said = {signal for signal, kind in signals if kind == "video_page"}
    return bool(said) and (said != {"title"} or shape.has_player or shape.prose < _CAPTION)


def _has_cards(shape: Shape) -> bool:
    """Tell whether the page lists others with more than their headlines."""
    return shape.teasers >= 3 and max(shape.times, shape.cards) >= 3


def _weigh_forum(shape: Shape) -> Iterator[tuple[str, float]]:
    """Labels of posts, and links to members and posts."""
    linked = (shape.user_links >= 3) + (shape.post_links >= 3)
    yield "forum_page", 2.0 * linked
    if shape.replies >= _LEAST_REPLIES:
        yield "forum_page", 3.0
    if shape.forum_labels >= LEAST_FORUM_LABELS:
        yield "forum_page", 2.0 if linked else 1.0


def _weigh_controls(shape: Shape, told: float, *, published: bool) -> Iterator[tuple[str, float]]:
    """Forms, prices and code: what serves rather than tells; readers of news sign in, too."""
    share = 1.0 if shape.prose < 150 else 0.6 if shape.prose < 600 else 0.3
    if shape.passwords:
        yield "service_page", 1.5 * share * told
    if shape.fields >= 4 and shape.fields * 10 > shape.prose:
        yield "service_page", 2.0 * told
    if shape.prices >= LEAST_PRICES:
        # Goods have neither date nor author; what firms tell of a quarter has sums and a date.
        is_dated = published or shape.is_dated_story
        points = (0.7 if shape.prices < 8 else 1.5) + (0.0 if is_dated else 2.5)
        yield "product_page", points * share
        if shape.shop_labels:
            yield "product_page", 1.8 if shape.shop_labels < 3 else 3.0
    if shape.codes:
        yield "documentation_page", 1.5 if shape.codes < 3 else 2.5
    if shape.commands >= _COMMANDS:
        yield "documentation_page", 1.0 if shape.commands < 4 * _COMMANDS else 2.0
    if shape.is_numbered:
        yield "documentation_page", 1.2
    if shape.manual_names:
        yield "documentation_page", 2.0


def _weigh_listing(shape: Shape) -> float:
    """Many links with little prose of the page's own."""
    share = (
        1.0 if shape.prose < 80 else 0.5 if shape.prose < 200 else 0.2 if shape.prose < 600 else 0.1
    )
    if shape.teasers >= _TEASERS_A_WORD * shape.prose:
        share = 1.0
    points = min(2.5, 0.2 * shape.teasers) + min(1.0, 0.15 * max(0, shape.cards - 1))
    points += min(0.8, 0.1 * max(0, shape.times - 2)) + (0.8 if shape.has_pagination else 0.0)
    points += 0.8 if shape.teasers >= 3 and shape.prose < 40 else 0.0
    heads = 3.0 if shape.heads >= 4 and shape.prose < _WORDS_A_HEAD * shape.heads else 0.0
    lists = (2.5 if shape.has_results else 0.0) + (2.0 if shape.is_table else 0.0)
    return points * share + heads + lists

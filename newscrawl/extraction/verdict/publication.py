"""What shows that a page was published as an article: its stated type, its date, its author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newscrawl.extraction.metadata.fields import Metadata
from newscrawl.extraction.page.json_ld import as_text, types_of
from newscrawl.extraction.page.structured import ARTICLE_TYPES, Structured
from newscrawl.extraction.page.units import count_units
from newscrawl.extraction.verdict.kinds import ARTICLE, Signal, words_of

_OG_TYPES = frozenset(("article", "news", "newsarticle", "blog"))
_FORUM_TYPES = frozenset(("DiscussionForumPosting", "SocialMediaPosting"))
# What is stated as one of these has a date, too, and may have a headline.
_OTHER_TYPES = frozenset().union(*words_of("schema_types").values())
# Words. Headlines are sentences, other pages have names: 7 articles of 10 and 2 other pages of 10
# have so many.
_SENTENCE = 6

# What only a published text has.
_PUBLISHED = frozenset(
    ("headline", "stated", "published_time", "date_json_ld", "date_meta", "date_time", "date_rules",
     "date_and_clock", "author_json_ld", "author_byline", "author_rules",
     "author_itemprop")
)  # fmt: skip


def is_published(signals: list[Signal]) -> bool:
    """Tell whether any signal is what only a published text has: a date, an author, a headline."""
    return not _PUBLISHED.isdisjoint(signal for signal, _ in signals)


def signs_of_publication(
    structured: Structured, metadata: Metadata, title: str
) -> Iterator[tuple[str, str]]:
    """Yield (signal, "article") for each sign; nothing for a posting in a forum."""
    if _FORUM_TYPES.isdisjoint(types_of(structured.article)):
        yield from ((signal, ARTICLE) for signal in _find_signs(structured, metadata, title))


def _find_signs(structured: Structured, metadata: Metadata, title: str) -> Iterator[str]:
    article = _stated_article(structured)
    headline = article.get("headline") or article.get("name")
    if isinstance(headline, str) and _is_same(headline, title):
        yield "headline"
    elif article.get("datePublished") or article.get("articleBody"):
        yield "stated"
    yield from _signs_in_meta(structured)
    if metadata.date_published:
        yield _sign_of_date(metadata, is_stated=bool(article))
    if metadata.authors:
        yield f"author_{metadata.sources['authors'].partition(' ')[0]}"
    if metadata.tags or structured.marks.of("category"):
        yield "tags"
    if metadata.comment_count is not None:
        yield "comments"
    if count_units(title) >= _SENTENCE:
        yield "sentence_title"


def is_of_readers(structured: Structured) -> bool:
    """Tell whether the stated article is but a reader's review of what the page is about.

    There are several of them, or one beside a thing and the mean of all its ratings, and its
    headline is not the page's: that of a critic's review is. What a thing holds of them is no sign:
    a firm praises itself so on each page of its site, too.
    """
    if "Review" not in types_of(structured.article):
        return False
    reviews = sum("Review" in types_of(node) for node in own_nodes(structured))
    is_rated = any("aggregateRating" in node for node in structured.nodes)
    name = as_text(structured.article.get("headline")) or as_text(structured.article.get("name"))
    is_beside = reviews > 1 or (reviews == 1 and is_rated)
    return is_beside and not _is_of_page(name, structured)


def own_nodes(structured: Structured) -> Iterator[dict[str, Any]]:
    """Yield the objects that are no value of another one."""
    nested = {
        id(child)
        for node in structured.nodes
        for value in node.values()
        for child in (value if isinstance(value, list) else [value])
        if isinstance(child, dict) and value is not node.get("@graph")
    }
    return (node for node in structured.nodes if id(node) not in nested)


def _is_of_page(headline: str | None, structured: Structured) -> bool:
    stated = structured.first_meta("og:title"), structured.title_tag
    marks = (mark.element for mark in structured.marks.headings if mark.element.tag == "h1")
    printed = (str(element.text_content()) for element in marks)
    return any(title and headline and _is_same(headline, title) for title in (*stated, *printed))


def _stated_article(structured: Structured) -> dict[str, Any]:
    """Return the JSON-LD article; nothing for a video, a product or an event with a headline."""
    types = types_of(structured.article)
    is_other = ARTICLE_TYPES.keys().isdisjoint(types) and not _OTHER_TYPES.isdisjoint(types)
    return {} if is_other or is_of_readers(structured) else structured.article


def _sign_of_date(metadata: Metadata, *, is_stated: bool) -> str:
    """A date may be the page's or any; one with the time of day is the article's own."""
    if metadata.date_source == "json_ld" and not is_stated:
        return "date_of_page"
    if metadata.date_source == "text" and metadata.date_precision != "day":
        return "date_and_clock"
    return f"date_{metadata.date_source}"


def _signs_in_meta(structured: Structured) -> Iterator[str]:
    """WordPress calls its fixed pages articles, too, but only posts have a time of publication."""
    is_published = bool(structured.first_meta("article:published_time"))
    if is_published:
        yield "published_time"
    og_type = (structured.first_meta("og:type") or "").lower()
    if og_type in _OG_TYPES:
        is_page = not is_published and "article:modified_time" in structured.meta
        yield "og_type_of_page" if is_page else "og_type"


def _is_same(headline: str, title: str) -> bool:
    one, other = ("".join(filter(str.isalnum, text.casefold())) for text in (headline, title))
    return bool(one) and (one == other or one in other or other in one)

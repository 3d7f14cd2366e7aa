"""What a listing says of pages before anyone has fetched them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from newscrawl.extraction.page.tree import Page

ListingKind = Literal[
    "feed",
    "json_feed",
    "sitemap",
    "sitemap_index",
    "section",
    "fragment",
    "json_api",
    "empty",
    "oversized",
    "unknown",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A URL found in a listing, with what the listing said of it: evidence for extraction."""

    url: str
    """Absolute address as found."""
    method: str
    """"feed", "sitemap", "section", "archive", "api" or "argument"."""
    listing_url: str | None = None
    title: str | None = None
    date_published: str | None = None
    """ISO 8601: with offset, without one (the site's own zone), or the day alone."""
    date_modified: str | None = None
    """Same form; a sitemap's ``lastmod`` (which may lie)."""
    description: str | None = None
    section: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    image: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingLink:
    """A further listing that a listing leads to."""

    url: str
    kind: Literal["sitemap", "next", "feed", "section", "archive"]
    """"next" is the following page of the same list; the others are listings of their own."""
    date_modified: str | None = None
    """``lastmod`` of a child sitemap, None if it lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What one listing holds."""

    kind: ListingKind
    """What it is by its content. "empty" is past the end; "oversized" has more
    than a list may cost; "unknown" is no listing at all."""
    url: str
    candidates: Iterable[Candidate] = ()
    """Best read once and in order: a sitemap's are parsed while they are taken."""
    listings: tuple[ListingLink, ...] = ()
    """Further listings."""
    skipped: Counter[str] = field(default_factory=Counter)
    """Entries left out by reason; a sitemap's count is whole when its candidates are taken."""
    page: Page | None = None
    """The parsed page of a section, for whoever looks for more on it."""
    title: str | None = None
    language: str | None = None

"""What a listing says of a page before anyone has fetched it."""

from __future__ import annotations

from dataclasses import dataclass


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

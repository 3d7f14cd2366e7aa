"""Each field of the record that is not its text: one readable cascade a field."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.body import Body
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.structured import Structured
from newscrawl.items import ArticleType, Completeness, DatePrecision, DateSource, Image


@dataclass(slots=True)
class Metadata:
    """What was found of each field; ``sources`` says where."""

    canonical_url: str | None = None
    site_name: str | None = None
    description: str | None = None
    authors: list[str] = field(default_factory=list)
    date_published: str | None = None
    date_modified: str | None = None
    date_precision: DatePrecision | None = None
    date_source: DateSource | None = None
    language: str | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    article_type: ArticleType | None = None
    is_free: bool | None = None
    completeness: Completeness = "unknown"
    comment_count: int | None = None
    sources: dict[str, str] = field(default_factory=dict)
    """Where each value was read, by field: "json_ld", "meta og:title", "text"."""
    warnings: list[str] = field(default_factory=list)


def read_metadata(
    page: Page,
    structured: Structured,
    body: Body,
    *,
    title: str,
    rules: Rules,
    hints: Candidate | None = None,
    downloaded: datetime | None = None,
) -> Metadata:
    """Return every field but title and text, each by its own cascade."""
    raise NotImplementedError

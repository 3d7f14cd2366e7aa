"""Is it an article at all?"""

from __future__ import annotations

from typing import NamedTuple

from newscrawl.extraction.body import Body
from newscrawl.extraction.metadata import Metadata
from newscrawl.extraction.page import Page
from newscrawl.extraction.structured import Structured


class Verdict(NamedTuple):
    """Whether a page holds one article."""

    is_article: bool
    score: float
    """0 (certainly not) to 1 (certainly)."""
    reason: str | None
    """None for an article; else what it is instead: "index_page", "tag_page", "author_page",
    "search_page", "product_page", "forum_page", "video_page", "soft_404", "consent_wall",
    "empty_text"."""


def judge_page(
    page: Page, structured: Structured, body: Body, metadata: Metadata, *, title: str
) -> Verdict:
    """Return whether the page is an article, or what it is instead."""
    raise NotImplementedError

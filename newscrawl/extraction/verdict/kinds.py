"""The words of data/page_kinds.toml: what marks a page as something other than an article."""

from __future__ import annotations

from typing import Any

from newscrawl.extraction.page.word_tables import read_table

ARTICLE = "article"
LISTINGS = ("index_page", "tag_page", "author_page", "search_page")
"""The kinds that list other pages; the first is the one with no particular subject."""
REFUSALS = ("soft_404", "consent_wall")
"""The kinds that stand for another page, which they do not show."""

Signal = tuple[str, str]
"""What was seen, and the kind of page that it speaks for."""

_TABLE: dict[str, dict[str, Any]] = read_table("page_kinds")


def words_of(section: str) -> dict[str, frozenset[str]]:
    """Return the words of a section, by kind."""
    return {kind: frozenset(words.split()) for kind, words in _TABLE[section].items()}


def phrases_of(section: str) -> dict[str, tuple[str, ...]]:
    """Return the phrases of a section, by kind."""
    return {kind: tuple(phrases) for kind, phrases in _TABLE[section].items()}

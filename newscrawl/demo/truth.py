"""What the records of the demo's articles must say."""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.items import ArticleType, Block, DatePrecision, Image


@dataclass(frozen=True, kw_only=True)
class Truth:
    """What the record of an article must say, in the terms of :class:`newscrawl.items.Article`."""

    number: int
    url: str
    aliases: tuple[str, ...] = ()
    """Other addresses of the article: they answer with it, or redirect to it."""
    canonical_url: str | None
    site: str
    site_name: str | None
    title: str
    description: str | None
    blocks: tuple[Block, ...]
    authors: tuple[str, ...] = ()
    date_published: str
    date_modified: str | None = None
    date_precision: DatePrecision = "minute"
    language: str
    section: str | None = None
    tags: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    article_type: ArticleType | None = None
    is_free: bool | None = None
    comment_count: int | None = None
    copy_of: str | None = None
    """Address of the article whose text this one repeats."""

    @property
    def text(self) -> str:
        """The record's text."""
        return "\n\n".join(block.text for block in self.blocks)

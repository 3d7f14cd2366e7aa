"""The record of a single page, with all that was decided on the way to it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any

from newscrawl.cleaning import clean_article
from newscrawl.discovery.urls import article_key, site_of
from newscrawl.extraction import ExtractedArticle, Page, Rules, parse_page
from newscrawl.extraction.article import read_article
from newscrawl.extraction.text.body import PageBlock
from newscrawl.items import Article
from newscrawl.probe.pages import SourcePage


@dataclass(frozen=True, slots=True)
class Probed:
    """A page and what was made of it."""

    page: Page
    article: ExtractedArticle
    blocks: list[PageBlock]
    """All blocks of the page, each with its reason if it was not kept."""

    @property
    def record(self) -> dict[str, Any]:
        """The line that a crawl would write."""
        values = asdict(self.article)
        return {column.name: values[column.name] for column in fields(Article)}


def probe_page(source: SourcePage, *, rules: Rules, now: datetime) -> Probed:
    """Return the record of a page as a crawl makes it, with what it removed."""
    page = parse_page(source.body, url=source.url, encoding=source.charset)
    article, body = read_article(page, rules=rules, downloaded=now)
    source.http.encoding = page.encoding
    article.http = source.http
    article.requested_url = source.requested_url
    article.date_downloaded = now.isoformat(timespec="seconds")
    if source.url:
        article.id = article_key(source.url, article.canonical_url)
        article.site = site_of(source.url)
    clean_article(article)
    return Probed(page, article, body.page_blocks)

"""What only the crawl knows of an article: how it was found, and how its page was answered."""

from __future__ import annotations

from datetime import datetime

from scrapy.http import Response

from newscrawl.crawling.answers import describe_http, read_header_opt_outs
from newscrawl.discovery.urls import site_of
from newscrawl.extraction.metadata.opt_outs import merge_opt_outs
from newscrawl.frontier import Due
from newscrawl.items import Article, Discovery


def add_provenance(
    article: Article, response: Response, due: Due, *, now: datetime, run_id: str
) -> None:
    """Fill in where an extracted article comes from."""
    candidate = due.candidate
    article.requested_url = due.url
    article.site = site_of(response.url)
    article.date_downloaded = now.isoformat(timespec="seconds")
    article.run_id = run_id
    article.discovery = Discovery(
        method=candidate.method,
        listing_url=candidate.listing_url,
        title=candidate.title,
        date_published=candidate.date_published,
    )
    article.http = describe_http(response, encoding=article.http.encoding)
    article.opt_outs = merge_opt_outs(article.opt_outs, read_header_opt_outs(response))

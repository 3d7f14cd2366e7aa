"""A page's HTML in, its article out.

Pure: no Scrapy, no clock, no network; the same input gives the same article. Each folder uses those
before it and none behind::

    page         bytes to a tree: what it states for machines, its marks, its blocks
    dates        strings to moments
    bylines      strings to names
    boilerplate  what is not the article, and the reason why
    text         the article's blocks among all blocks
    metadata     every other field of the record
    verdict      whether it is an article at all
    plain        articles out of text that somebody else scraped
"""

from newscrawl.extraction.article import ExtractedArticle, extract, extract_page
from newscrawl.extraction.page.tree import Page, parse_page
from newscrawl.extraction.rules import Rules

__all__ = ["ExtractedArticle", "Page", "Rules", "extract", "extract_page", "parse_page"]

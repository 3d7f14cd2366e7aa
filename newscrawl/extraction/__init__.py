"""A page's HTML in, its article out.

Pure: no Scrapy, no clock, no network; the same input gives the same article.
"""

from newscrawl.extraction.article import ExtractedArticle, extract, extract_page
from newscrawl.extraction.page import Page, parse_page
from newscrawl.extraction.rules import Rules

__all__ = ["ExtractedArticle", "Page", "Rules", "extract", "extract_page", "parse_page"]

"""Finding articles: listings (feeds, sitemaps, sections, archives) in, candidates out.

Pure: no Scrapy, no clock, no network, no files.
"""

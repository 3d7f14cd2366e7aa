"""What ``scrapy probe`` shows: a page's record, its sources, and what was taken out."""

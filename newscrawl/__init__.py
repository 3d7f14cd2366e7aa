"""A news crawler on Scrapy: clean article text and trustworthy metadata as JSON Lines."""

__version__ = "0.1.0"

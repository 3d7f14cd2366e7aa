"""Articles out of text that somebody else scraped."""

"""The article's blocks among all blocks of a page."""

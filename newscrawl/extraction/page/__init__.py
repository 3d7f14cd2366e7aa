"""A page as it came: bytes, tree, what it states for machines, and its blocks."""

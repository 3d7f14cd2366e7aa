"""The names of a byline: strings in, names out."""

"""Dates as people and machines write them: strings in, moments out."""

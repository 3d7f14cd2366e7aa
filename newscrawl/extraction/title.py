"""The headline."""

from __future__ import annotations

from typing import NamedTuple

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.structured import Structured


class Title(NamedTuple):
    """The headline and where it was read."""

    text: str
    source: str


def read_title(
    page: Page, structured: Structured, *, rules: Rules, hints: Candidate | None = None
) -> Title:
    """Return the headline as printed, ``("", "")`` if there is none."""
    raise NotImplementedError

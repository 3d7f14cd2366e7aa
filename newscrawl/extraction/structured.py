"""What a page states for machines: JSON-LD, meta tags, links and microdata."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from newscrawl.extraction.page import Page


@dataclass(slots=True)
class Structured:
    """The machine-readable statements of a page, read in one pass over its tree."""

    nodes: list[dict[str, Any]] = field(default_factory=list)
    """All JSON-LD objects, ``@graph`` and nesting flattened, in page order."""
    article: dict[str, Any] = field(default_factory=dict)
    """The JSON-LD object of the page's main article; empty if there is none."""
    meta: dict[str, list[str]] = field(default_factory=dict)
    """Contents of ``meta`` by lower-case name, property or http-equiv, in page order."""
    links: dict[str, list[str]] = field(default_factory=dict)
    """``href`` of ``link`` by lower-case rel: "canonical", "amphtml", "alternate"."""
    itemprops: dict[str, list[str]] = field(default_factory=dict)
    """Values of ``itemprop`` by name, in page order."""
    title_tag: str | None = None
    """Text of ``<title>``."""
    language: str | None = None
    """``lang`` of the ``html`` element."""
    broken: bool = False
    """Whether a JSON-LD script had to be repaired or given up."""

    @property
    def article_body(self) -> str | None:
        """JSON-LD ``articleBody``; it may hold only the lead."""
        value = self.article.get("articleBody")
        return value if isinstance(value, str) else None


def read_structured(page: Page) -> Structured:
    """Return what the page states; broken JSON-LD is read as far as it goes."""
    raise NotImplementedError

"""What a site states itself, where the general mechanism needs a hint."""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.extraction.dates.zones import zone_named
from newscrawl.extraction.page.selectors import compile_selector

SELECTED_FIELDS = (
    "title", "description", "authors", "date", "date_modified", "section", "tags", "comment_count",
)  # fmt: skip
"""Fields of a record that have a selector of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A site's own selectors: CSS, or XPath when they start with ``/``, ``./`` or ``(``.

    A rule that matches nothing on a page leaves that field to the general cascade and adds the
    warning ``rule_unmatched:<field>`` to the record; ``drop`` may match nothing. Raises ValueError
    for a selector or a zone that is none, TypeError for a ``drop`` that is one text.
    """

    name: str = "generic"
    """Named in each record as ``extraction.rules``."""
    body: str | None = None
    """The box (or boxes) whose blocks are the text."""
    drop: tuple[str, ...] = ()
    """Boxes inside the body that are not the article."""
    title: str | None = None
    description: str | None = None
    authors: str | None = None
    date: str | None = None
    """Element whose ``datetime``, ``content`` or text names the moment of publication."""
    date_modified: str | None = None
    section: str | None = None
    tags: str | None = None
    comment_count: str | None = None
    timezone: str | None = None
    """IANA name, "Asia/Almaty": the zone of dates that are printed without one."""
    language: str | None = None
    """BCP 47 tag, when the site's markup states a wrong one."""

    def __post_init__(self) -> None:
        if isinstance(self.drop, str):
            raise TypeError(f"drop={self.drop!r} is one text: give a tuple, ({self.drop!r},)")
        named = [(name, getattr(self, name)) for name in ("body", *SELECTED_FIELDS)]
        for name, selector in [*named, *(("drop", selector) for selector in self.drop)]:
            _check_selector(name, selector)
        if self.timezone and zone_named(self.timezone) is None:
            raise ValueError(f"timezone={self.timezone!r} is no zone: give one as 'Asia/Almaty'")


def _check_selector(name: str, selector: str | None) -> None:
    try:
        if selector:
            compile_selector(selector)
    except (SyntaxError, RuntimeError) as error:  # of lxml and cssselect
        raise ValueError(f"{name}={selector!r} is no selector: {error}") from None


GENERIC = Rules()
"""Of a site of which nothing is told."""

"""What a site states itself, where the general mechanism needs a hint."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A site's own selectors: CSS, or XPath when they start with ``/`` or ``./``.

    A rule that matches nothing on a page leaves that field to the general cascade and adds the
    warning ``rule_unmatched:<field>`` to the record.
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

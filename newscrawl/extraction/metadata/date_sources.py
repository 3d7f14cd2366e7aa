"""Where the dates of a page stand, in the order in which they are trusted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.dates.lines import Kind
from newscrawl.extraction.metadata import date_evidence as evidence
from newscrawl.extraction.metadata import date_printed as printed
from newscrawl.extraction.metadata.date_attributes import from_attributes
from newscrawl.extraction.metadata.date_evidence import Stated
from newscrawl.extraction.page.selectors import find_all
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body
from newscrawl.extraction.text.headline_blocks import common_box

_NO_SECONDS = re.compile(r"(T\d\d:\d\d):00(?=$|[+Z-])")


@dataclass(frozen=True)
class Sources:
    """Everything that may state a date."""

    page: Page
    structured: Structured
    body: Body
    rules: Rules
    hints: Candidate | None
    headline: HtmlElement | None

    @cached_property
    def near(self) -> list[Stated]:
        """The dates printed between the headline and the text."""
        return printed.near_headline(self.body, self.headline)

    @cached_property
    def attributes(self) -> list[Stated]:
        """The dates that attributes of elements between the headline and the text state."""
        first = next((b.element for b in self.body.page_blocks if b.reason is None), None)
        return list(from_attributes(self.structured.elements, self.headline, first))

    @cached_property
    def lines(self) -> list[Stated]:
        """The dates printed around the headline and the text."""
        return printed.from_lines(self.body, self.headline)

    @cached_property
    def all_lines(self) -> list[printed.Line]:
        """The lines of the whole page that have dates."""
        return printed.read_lines(self.body)

    @cached_property
    def times(self) -> list[Stated]:
        """The dates of ``time`` elements."""
        return [*self.split_times[0], *self.split_times[1]]

    @cached_property
    def split_times(self) -> tuple[list[Stated], list[Stated]]:
        """The dates of ``time`` elements in the article's box, and of those outside."""
        times = list(evidence.from_time_elements(self.page, self.headline))
        box = common_box(self.body.page_blocks, self.headline)
        own = {element for element, _ in times if box is None or box in element.iterancestors()}
        inside = [stated for element, stated in times if element in own]
        return inside, [stated for element, stated in times if element not in own]


def stated_dates(sources: Sources) -> Iterator[Stated]:
    """Yield what the page and its feed state for machines, the surest first."""
    structured = sources.structured
    yield from _from_rule(sources.page, sources.rules.date)
    yield from evidence.from_json_ld(structured, "published")
    yield from evidence.from_meta(structured, "published")
    yield from evidence.from_itemprops(structured, "published")
    yield from _from_hints(sources.hints, ("feed", "api"))


def printed_dates(sources: Sources, *, in_lines: bool = True) -> Iterator[Stated]:
    """Yield what the page prints, and states in passing, the surest place first.

    What stands ``in_lines`` costs the most to read.
    """
    own, others = sources.split_times
    if in_lines:
        yield from sources.attributes
        yield from sources.near
    yield from own
    yield from evidence.from_other_json_ld(sources.structured, "published")
    yield from evidence.from_url(sources.page.url)
    if in_lines:
        yield from printed.mere_dates(sources.lines)
    yield from others
    yield from evidence.from_vague_meta(sources.structured)
    if in_lines:
        yield from sources.lines
    yield from _from_hints(sources.hints, ("sitemap", "archive", "section", "argument"))


def last_resort_dates(sources: Sources) -> Iterator[Stated]:
    """Yield what is asked only when no better place states a day."""
    yield from printed.from_datelines(sources.body)
    yield from printed.from_named_boxes(sources.all_lines, sources.body)
    yield from printed.from_labels(sources.all_lines, "published")
    yield from printed.from_first_dates(sources.body, sources.headline)
    yield from printed.from_lone_dates(sources.all_lines, sources.page)
    yield from evidence.from_scripts(sources.page)


def modified_dates(sources: Sources) -> Iterator[Stated]:
    """Yield the dates of change; a place that does not say "updated" says nothing here."""
    page, structured, rules = sources.page, sources.structured, sources.rules
    yield from _from_rule(page, rules.date_modified)
    yield from evidence.from_json_ld(structured, "modified")
    yield from evidence.from_meta(structured, "modified")
    yield from evidence.from_itemprops(structured, "modified")
    yield from _stating(sources.near, "modified")
    yield from _stating(sources.attributes, "modified")
    yield from _stating(sources.times, "modified")
    yield from evidence.from_other_json_ld(structured, "modified")
    yield from _stating(sources.lines, "modified")
    yield from printed.from_labels(sources.all_lines, "modified")


def _stating(stated: Iterable[Stated], kind: Kind) -> Iterator[Stated]:
    return (item for item in stated if item.kind == kind)


def _from_rule(page: Page, selector: str | None) -> Iterator[Stated]:
    for element in find_all(page.root, selector) if selector else ():
        text = element.get("datetime") or element.get("content") or element.text_content()
        yield Stated(" ".join(str(text).split()), "rules")


def _from_hints(hints: Candidate | None, methods: tuple[str, ...]) -> Iterator[Stated]:
    if hints is not None and hints.date_published and hints.method in methods:
        # The form of a feed's dates has seconds, whether the newsroom counts them or not.
        value = _NO_SECONDS.sub(r"\1", hints.date_published)
        yield Stated(value, "feed" if hints.method in ("feed", "api") else "sitemap", "published")

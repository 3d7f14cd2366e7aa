"""Each field of the record that is not its text: one readable cascade a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.metadata.access import read_completeness, read_is_free
from newscrawl.extraction.metadata.article_type import read_article_type
from newscrawl.extraction.metadata.authors import read_authors
from newscrawl.extraction.metadata.canonical import read_canonical_url
from newscrawl.extraction.metadata.comments import read_comment_count
from newscrawl.extraction.metadata.dates import Dates, read_dates
from newscrawl.extraction.metadata.description import read_description
from newscrawl.extraction.metadata.images import read_images
from newscrawl.extraction.metadata.language import read_language
from newscrawl.extraction.metadata.parts import has_next_part
from newscrawl.extraction.metadata.section import read_section
from newscrawl.extraction.metadata.site_name import read_site_name
from newscrawl.extraction.metadata.tags import read_tags
from newscrawl.extraction.page.selectors import read_texts
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import SELECTED_FIELDS, Rules
from newscrawl.extraction.text.body import Body
from newscrawl.items import ArticleType, Completeness, DatePrecision, DateSource, Image

T = TypeVar("T")


@dataclass(slots=True)
class Metadata:
    """What was found of each field; ``sources`` says where."""

    canonical_url: str | None = None
    site_name: str | None = None
    description: str | None = None
    authors: list[str] = field(default_factory=list)
    date_published: str | None = None
    date_modified: str | None = None
    date_precision: DatePrecision | None = None
    date_source: DateSource | None = None
    language: str | None = None
    section: str | None = None
    tags: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    article_type: ArticleType | None = None
    is_free: bool | None = None
    completeness: Completeness = "unknown"
    comment_count: int | None = None
    sources: dict[str, str] = field(default_factory=dict)
    """Where each value was read, by field: "json_ld", "meta og:title", "text"."""
    warnings: list[str] = field(default_factory=list)


def read_metadata(
    page: Page,
    structured: Structured,
    body: Body,
    *,
    title: str,
    rules: Rules,
    hints: Candidate | None = None,
    downloaded: datetime | None = None,
) -> Metadata:
    """Return every field but title and text, each by its own cascade."""
    found, text = Metadata(), body.text
    found.canonical_url = _keep(found, "canonical_url", read_canonical_url(page, structured))
    found.site_name = _keep(found, "site_name", read_site_name(page, structured))
    found.description = _keep(
        found, "description", read_description(page, structured, body, title=title, rules=rules)
    )
    found.authors = _keep(
        found, "authors", read_authors(page, structured, body, title=title, rules=rules)
    )
    found.section = _keep(
        found,
        "section",
        read_section(page, structured, rules, body, title=title, authors=found.authors),
    )
    found.tags = _keep(found, "tags", read_tags(page, structured, rules, body, title=title))
    found.images = _keep(found, "images", read_images(page, structured, body))
    found.article_type = _keep(
        found, "article_type", read_article_type(structured, found.section, page.url)
    )
    found.is_free = _keep(found, "is_free", read_is_free(structured))
    found.completeness = _keep(
        found, "completeness", _read_completeness(page, structured, body, is_free=found.is_free)
    )
    found.comment_count = _keep(found, "comment_count", read_comment_count(page, structured, rules))
    found.language = _keep(found, "language", read_language(structured, text, rules=rules))
    dates = read_dates(
        page,
        structured,
        body,
        title=title,
        language=found.language,
        rules=rules,
        hints=hints,
        downloaded=downloaded,
    )
    _add_dates(found, dates)
    found.warnings.extend(_warnings(page, structured, found, title, rules))
    return found


def _read_completeness(
    page: Page, structured: Structured, body: Body, *, is_free: bool | None
) -> tuple[Completeness, str]:
    goes_on = has_next_part(structured.elements, url=page.url, base_url=page.base_url)
    return read_completeness(structured, body, is_free=is_free, has_next_part=goes_on)


def _keep(found: Metadata, name: str, value_and_source: tuple[T, str]) -> T:
    """Return a cascade's value; note its source if it gave one."""
    value, source = value_and_source
    if source:
        found.sources[name] = source
    return value


def _add_dates(found: Metadata, dates: Dates) -> None:
    found.date_published, found.date_modified = dates.published, dates.modified
    found.date_precision, found.date_source = dates.precision, dates.source
    if dates.source:
        found.sources["date_published"] = dates.source
    if dates.modified_source:
        found.sources["date_modified"] = dates.modified_source
    found.warnings.extend(dates.warnings)


def _warnings(
    page: Page, structured: Structured, found: Metadata, title: str, rules: Rules
) -> Iterator[str]:
    if not title:
        yield "title_missing"
    if structured.broken:
        yield "json_ld_broken"
    if found.canonical_url is None and structured.links.get("canonical"):
        yield "canonical_refused"
    for name in ("body", *SELECTED_FIELDS):
        selector = getattr(rules, name)
        if selector and not read_texts(page.root, selector):
            yield f"rule_unmatched:{name}"

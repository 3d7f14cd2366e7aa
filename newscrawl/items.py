"""The record: one JSON object a line, the schema of the data set.

Every key is always there and has one type for ever; unknown is ``null``, an unknown list is ``[]``.
The order of the fields here is the order of the keys in the output. The JSON and Arrow schemas in
:mod:`newscrawl.schema` are generated from these classes and their docstrings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SCHEMA_VERSION = "1"

BlockType = Literal["paragraph", "heading", "list_item", "quote", "table_row", "code", "embed"]
DatePrecision = Literal["second", "minute", "day"]
DateSource = Literal["json_ld", "meta", "time", "rules", "feed", "sitemap", "text", "url"]
ArticleType = Literal[
    "news",
    "opinion",
    "interview",
    "live_blog",
    "gallery",
    "video",
    "audio",
    "review",
    "report",
    "analysis",
    "recipe",
    "press_release",
    "advertorial",
]
Completeness = Literal["full", "teaser", "unknown"]


@dataclass(slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item, quote, table row, code listing or embed."""

    type: BlockType
    """What the block is."""
    text: str
    """Its text on one line; code keeps its line breaks; table cells are parted by `` | ``."""
    level: int | None = None
    """Headings: 1 to 6. List items: depth of nesting from 1. Otherwise null."""
    url: str | None = None
    """Embeds: absolute address of what is embedded. Otherwise null."""


@dataclass(slots=True, kw_only=True)
class Image:
    """A picture of the article."""

    url: str
    """Absolute address, the largest variant that the page offers."""
    caption: str | None = None
    """What the picture shows, without the credit."""
    credit: str | None = None
    """Photographer or agency, without "Photo:" and the like."""


@dataclass(slots=True, kw_only=True)
class Removed:
    """A block that stood in the article's range and was taken out."""

    reason: str
    """Slug of the reason, such as "share", "read_also", "caption"."""
    text: str
    """The text that was taken out."""


@dataclass(slots=True, kw_only=True)
class Discovery:
    """How the article was found, and what the listing said of it."""

    method: str | None = None
    """"feed", "sitemap", "section", "archive", "api" or "argument"."""
    listing_url: str | None = None
    """Address of the listing."""
    title: str | None = None
    """The headline that the listing gave."""
    date_published: str | None = None
    """ISO 8601 moment or day that the listing gave."""


@dataclass(slots=True, kw_only=True)
class Extraction:
    """What made this record, so that it can be made again."""

    rules: str = "generic"
    """Name of the site's rules, "generic" if it has none."""
    version: str = ""
    """Version of newscrawl."""
    warnings: list[str] = field(default_factory=list)
    """Slugs of doubts, such as "title_missing", "body_short", "json_ld_broken"."""


@dataclass(slots=True, kw_only=True)
class Http:
    """The response the record was made from."""

    status: int | None = None
    """Status code; null when the page did not come over HTTP."""
    content_type: str | None = None
    """Content-Type header as sent."""
    encoding: str | None = None
    """Character encoding that was used to decode the page."""
    etag: str | None = None
    """ETag header as sent."""
    last_modified: str | None = None
    """Last-Modified header as sent."""
    warc: str | None = None
    """Where the raw page was kept: file name, "#", offset in bytes; null if it was not."""


@dataclass(slots=True, kw_only=True)
class Article:
    """One record of the data set: an article as it stood on its page at one moment."""

    schema_version: str = SCHEMA_VERSION
    """Version of this schema; a change that breaks readers raises it."""
    id: str = ""
    """Hex digest of the article's identity: the same through www, AMP and tracking variants,
    redirects and later crawls."""
    revision: int = 1
    """1 for the first version; a changed text makes a new record with the next number."""
    url: str = ""
    """Final address of the page, after redirects."""
    requested_url: str = ""
    """Address that was asked for."""
    canonical_url: str | None = None
    """Address that the page claims; null if it claims none or an implausible one (a homepage,
    another article)."""
    site: str = ""
    """Registered domain, such as "zakon.kz"."""
    site_name: str | None = None
    """Name of the publication."""
    title: str = ""
    """The headline as printed, without the site's suffix."""
    description: str | None = None
    """The lead (standfirst, dek) in one line. One that the markup calls a standfirst, deck,
    excerpt, subtitle or description and keeps apart from the paragraphs is only here; any other is
    the beginning of ``text`` too."""
    text: str = ""
    """The article and nothing else: the texts of ``blocks``, parted by a blank line."""
    blocks: list[Block] = field(default_factory=list)
    """The same text as structure, in reading order."""
    authors: list[str] = field(default_factory=list)
    """Persons (or the desk, or the agency) in printed order, without "By", roles and e-mails."""
    date_published: str | None = None
    """When the article was first published: ISO 8601 with offset, the day alone if no more is
    known."""
    date_modified: str | None = None
    """When it was last changed, same form; null if the page does not say."""
    date_precision: DatePrecision | None = None
    """How much of ``date_published`` is known; null if nothing is."""
    date_source: DateSource | None = None
    """Where ``date_published`` was read; null if it is unknown."""
    date_downloaded: str = ""
    """When the page was fetched: ISO 8601, UTC."""
    language: str | None = None
    """BCP 47 tag, such as "ru" or "pt-BR"."""
    section: str | None = None
    """The one section (rubric, category) the site files the article under."""
    tags: list[str] = field(default_factory=list)
    """Keywords as the site gives them; the section is not among them unless it is also a tag."""
    images: list[Image] = field(default_factory=list)
    """Pictures of the article, the main one first. Captions are never in ``text``."""
    article_type: ArticleType | None = None
    """Kind of article when the page says so, otherwise null."""
    is_free: bool | None = None
    """Whether all may read it, when the page states it."""
    completeness: Completeness = "unknown"
    """Whether ``text`` is the whole article, as measured."""
    opt_outs: list[str] = field(default_factory=list)
    """What the owner asks others not to do with the page, in meta tags or headers: "noindex",
    "noarchive", "nosnippet", "noai", "noimageai", "tdm_reservation"."""
    comment_count: int | None = None
    """Number of comments that the page shows."""
    word_count: int = 0
    """Words in ``text``; in scripts without spaces, characters."""
    content_hash: str = ""
    """Hex digest of the title and text after normalisation: equal means the same text."""
    simhash: str = ""
    """Hex similarity digest of the text (64 bits): few differing bits mean nearly the same text."""
    duplicate_of: str | None = None
    """``id`` of the first copy of the same text, word for word or nearly; the record is kept."""
    removed: list[Removed] = field(default_factory=list)
    """What was stripped and why; filled only with ``KEEP_REMOVED``."""
    discovery: Discovery = field(default_factory=Discovery)
    """How it was found."""
    extraction: Extraction = field(default_factory=Extraction)
    """What made the record."""
    http: Http = field(default_factory=Http)
    """The response it was made from."""
    run_id: str = ""
    """Ties the record to its run's report."""

"""A page in, an article out: the order in which the readers run."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import datetime

from newscrawl import __version__
from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.metadata.fields import Metadata, read_metadata
from newscrawl.extraction.metadata.opt_outs import read_opt_outs
from newscrawl.extraction.metadata.title import Title, read_title
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import Page, parse_page
from newscrawl.extraction.rules import GENERIC, Rules
from newscrawl.extraction.text.biographies import drop_biographies
from newscrawl.extraction.text.body import Body, read_body
from newscrawl.extraction.verdict.judge import Verdict, judge_page
from newscrawl.fingerprints import words
from newscrawl.items import Article, Extraction, Http


@dataclass(slots=True, kw_only=True)
class ExtractedArticle(Article):
    """An article with what its record leaves out: the verdict and the source of each field."""

    verdict: Verdict
    sources: dict[str, str] = field(default_factory=dict)
    """Where each value was read, by field."""

    def record(self) -> Article:
        """Return the record alone."""
        return Article(**{f.name: getattr(self, f.name) for f in fields(Article)})


def extract(
    html: str | bytes,
    *,
    url: str = "",
    encoding: str | None = None,
    rules: Rules = GENERIC,
    hints: Candidate | None = None,
    downloaded: datetime | None = None,
) -> ExtractedArticle:
    """Return the article of a page; any input gives an answer, at worst an empty one.

    ``encoding`` is the charset of the Content-Type header, ``hints`` what a listing said of the
    page, ``downloaded`` the moment that "2 hours ago" counts from.

    >>> extract("<h1>Snow</h1><p>It snowed in Bern on Monday.</p>").text
    'It snowed in Bern on Monday.'
    """
    page = parse_page(html, url=url, encoding=encoding)
    return extract_page(page, rules=rules, hints=hints, downloaded=downloaded)


def extract_page(
    page: Page,
    *,
    rules: Rules = GENERIC,
    hints: Candidate | None = None,
    downloaded: datetime | None = None,
) -> ExtractedArticle:
    """Return the article of a page that is already parsed."""
    with _collector_paused():
        return read_article(page, rules=rules, hints=hints, downloaded=downloaded)[0]


def read_article(
    page: Page,
    *,
    rules: Rules = GENERIC,
    hints: Candidate | None = None,
    downloaded: datetime | None = None,
) -> tuple[ExtractedArticle, Body]:
    """Return the article of a page, and its body with what became of each block of the page."""
    structured = read_structured(page)
    title = read_title(page, structured, rules=rules, hints=hints)
    body = read_body(page, structured, title=title.text, rules=rules)
    metadata = read_metadata(
        page,
        structured,
        body,
        title=title.text,
        rules=rules,
        hints=hints,
        downloaded=downloaded,
    )
    drop_biographies(body, metadata.authors)
    verdict = judge_page(page, structured, body, metadata, title=title.text)
    article = _assemble(
        page, title=title, body=body, metadata=metadata, verdict=verdict, rules=rules
    )
    article.opt_outs = read_opt_outs(structured.meta)
    return article, body


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep Python from looking for reference cycles while a page is read: 216 real ones made none.

    The thousands of objects of a page set the look off, and it looks through all of the process.
    All but the article are gone when it may look again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _assemble(
    page: Page, *, title: Title, body: Body, metadata: Metadata, verdict: Verdict, rules: Rules
) -> ExtractedArticle:
    return ExtractedArticle(
        url=page.url,
        canonical_url=metadata.canonical_url,
        site_name=metadata.site_name,
        title=title.text,
        description=metadata.description,
        text=body.text,
        blocks=body.blocks,
        authors=metadata.authors,
        date_published=metadata.date_published,
        date_modified=metadata.date_modified,
        date_precision=metadata.date_precision,
        date_source=metadata.date_source,
        language=metadata.language,
        section=metadata.section,
        tags=metadata.tags,
        images=metadata.images,
        article_type=metadata.article_type,
        is_free=metadata.is_free,
        completeness=metadata.completeness,
        comment_count=metadata.comment_count,
        word_count=len(words(body.text)),
        removed=body.removed,
        extraction=Extraction(rules=rules.name, version=__version__, warnings=metadata.warnings),
        http=Http(encoding=page.encoding),
        verdict=verdict,
        sources={"title": title.source, **metadata.sources},
    )

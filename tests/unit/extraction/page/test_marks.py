"""What class names say of their elements."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.marks import kind_of
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page

KINDS = {
    "article-byline u-small": "author",
    "authorName": "author",
    "c-autor__nombre": "author",
    "blog-meta-author": "author",
    "post-meta__author-name": "author",
    "photo-author": None,
    "authorize-button": None,
    "post-tags": "tags",
    "tags-list": "tags",
    "stage": None,
    "advantage": None,
    "article-category": "section",
    "rubrika": "section",
    "comm_num": "comments",
    "comments-count": "comments",
    "news-detail__comments": "comments",
    "recent-comments": None,
    "commercial": None,
    "breadcrumbs": "breadcrumb",
    "c-paywall": "paywall",
    "article__body": None,
}


@pytest.mark.parametrize(("names", "kind"), KINDS.items())
def test_class_names_tell_the_kind(names: str, kind: str | None) -> None:
    assert kind_of(names) == kind


LINKS = {
    "rel author": ('<a rel="author" href="/x">Jane</a>', "author"),
    "rel tag": ('<a rel="nofollow tag" href="/x">Snow</a>', "tags"),
    "rel category": ('<a rel="category tag" href="/x">Snow</a>', "category"),
    "profile": ('<a href="/authors/jane-doe">Jane</a>', "profile"),
    "profile in a line of its kind": ('<a class=th-meta href="/authors/jane">Jane</a>', "profile"),
    "editor's profile": ('<a href="/about/editors/jane-doe/">Jane</a>', "profile"),
    "author query": ('<a href="/?author=5">Jane</a>', "profile"),
}


@pytest.mark.parametrize(("html", "kind"), LINKS.values(), ids=LINKS)
def test_links_tell_the_kind(html: str, kind: str) -> None:
    marks = read_structured(parse_page(f"<h1>Snow</h1>{html}")).marks
    assert [mark.element.text for mark in marks.of(kind)] in (["Jane"], ["Snow"])
    assert marks.of(kind)[0].position > marks.headings[0].position

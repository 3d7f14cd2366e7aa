"""Whatever the bytes are, there is an answer that keeps the record's types."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction import ExtractedArticle, extract
from newscrawl.items import Article

PAGES = sorted((Path(__file__).parents[1] / "fixtures" / "pages").rglob("*.html"))
URL = "https://www.paper.example/news/2026/05/01/title-1"

TAGS = """
    html head body title meta script style div p span a article section main aside figure h1 h2
    ul ol li table tr td th br hr pre code blockquote img time noscript template svg math form
    input button select option iframe frameset frame b i font center address custom-tag o:p
"""
ATTRIBUTES = """
    class id itemprop itemtype property name content datetime href src style hidden rel lang
    type role aria-hidden srcset charset http-equiv
"""
VALUES = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        (
            "articleBody",
            "datePublished",
            "2026-05-01T10:00:00Z",
            "99999-99-99T99:99",
            "og:title",
            "author",
            "application/ld+json",
            "//[broken",
            "javascript:x",
            "display:none",
            "https://www.paper.example/a",
            "http://[::1",
            "charset=utf-7",
        )
    ),
)
TEXTS = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        (
            "&#xD800;&#0;&bogus;&amp",
            '{"@type":"NewsArticle","headline":',
            '{"@graph":[[[[]]],null,1,{"@type":["Article",3],"author":{"name":[{}]}}]}',
            "Von 31.02.2026, 25:61 Uhr",
            "2026年13月45日",
            "\x00\ufeff\u202e\u200b",
            "<![CDATA[ x ]]><!-- open <?xml",
            "A sentence that is long enough to be a paragraph, with a comma and a full stop.",
        )
    ),
)


@st.composite
def elements(draw: st.DrawFn, children: st.SearchStrategy[str]) -> str:
    tag = draw(st.sampled_from(TAGS.split()))
    names = draw(st.lists(st.sampled_from(ATTRIBUTES.split()), max_size=3))
    attributes = "".join(f' {name}="{draw(VALUES)}"' for name in names)
    inside = "".join(draw(st.lists(children, max_size=5)))
    end = f"</{draw(st.sampled_from((tag, tag, tag, 'p', 'div')))}>" if draw(st.booleans()) else ""
    return f"<{tag}{attributes}>{inside}{end}"


TREES = st.recursive(TEXTS, elements, max_leaves=40)


@st.composite
def mutated_pages(draw: st.DrawFn) -> bytes:
    """A page of ours with chunks deleted, doubled, swapped, overwritten, or cut off."""
    page = draw(st.sampled_from(PAGES)).read_bytes()
    for _ in range(draw(st.integers(1, 6))):
        start, end, target = sorted(draw(st.integers(0, len(page))) for _ in range(3))
        chunk, rest = page[start:end], page[:start] + page[end:]
        page = draw(
            st.sampled_from(
                (
                    rest,
                    page[:end] + chunk + page[end:],
                    page[:start] + page[end:target] + chunk + page[target:],
                    page[:start] + draw(st.binary(max_size=20)) + page[end:],
                    page[:start] + b"\x00" * 3 + page[start:],
                    page[:end],
                )
            )
        )
    return page


def check(html: str | bytes, **known: str | None) -> ExtractedArticle:
    """Extract, and look at what every record promises."""
    article = extract(html, url=URL, **known)
    assert article.text == "\n\n".join(block.text for block in article.blocks if block.text)
    assert "\x00" not in article.text + article.title
    assert 0 <= article.verdict.score <= 1
    assert all(isinstance(name, str) and name for name in article.authors + article.tags)
    assert all(block.text and block.reason for block in article.removed)
    values = asdict(article)
    record = {column.name: values[column.name] for column in fields(Article)}
    json.dumps(record, allow_nan=False)
    return article


@given(html=st.binary(max_size=2000))
def test_any_bytes_give_an_answer(html: bytes) -> None:
    check(html)


@given(html=st.text(max_size=1000))
def test_any_text_gives_an_answer(html: str) -> None:
    check(html)


@given(html=TREES)
def test_any_tree_of_tags_gives_an_answer(html: str) -> None:
    check(html)


@given(html=mutated_pages())
def test_any_mutated_page_gives_the_same_answer_twice(html: bytes) -> None:
    assert asdict(check(html)) == asdict(check(html))


@given(
    html=st.sampled_from(PAGES).map(Path.read_bytes),
    encoding=st.one_of(
        st.sampled_from(("utf-8", "gb18030", "utf-16", "utf-7", "idna", "hex", "rot13", "x-user")),
        st.text(max_size=12),
    ),
)
def test_any_declared_encoding_gives_an_answer(html: bytes, encoding: str) -> None:
    check(html, encoding=encoding)


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("", id="nothing"),
        pytest.param(b"", id="no bytes"),
        pytest.param("   \n\t", id="white space"),
        pytest.param("<html></html>", id="no body"),
        pytest.param("<html><head><title>T</title></head></html>", id="only a head"),
        pytest.param("<frameset><frame src=a><frame src=b></frameset>", id="frames"),
        pytest.param("<?xml version='1.0' encoding='utf-16'?><rss><a>b</a></rss>", id="XML"),
        pytest.param("<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", id="DTD"),
        pytest.param("&#0;&#xFFFFFFFF;&#x110000;&;&#;&#x;&nosuch;", id="broken entities"),
        pytest.param("\x00" * 1000, id="null bytes"),
        pytest.param("\ud800\udfff<p>\udc00", id="lone surrogates"),
        pytest.param(b"\xff\xfe<\x00p\x00>\x00a\x00", id="UTF-16"),
        pytest.param(b"\xef\xbb\xbf<p>\xc3\x28", id="BOM and broken UTF-8"),
        pytest.param("<!--" * 1000, id="open comments"),
        pytest.param("<p " + "a=1 " * 5000 + ">", id="5,000 attributes"),
        pytest.param("<script>" * 500, id="open scripts"),
        pytest.param("%PDF-1.7\n1 0 obj << >>", id="PDF"),
        pytest.param('{"title": "<p>no page</p>"}', id="JSON"),
    ],
)
def test_what_is_hardly_a_page_gives_an_answer(html: str | bytes) -> None:
    assert len(check(html).text) < 60


@pytest.mark.parametrize("json_ld", ["[" * 100_000, '{"a":' * 50_000, '"' * 9999, "1e999", "NaN"])
def test_json_ld_cannot_break_a_page(json_ld: str) -> None:
    text = "It snowed in Bern on Monday, the first snow of this winter, said the weather office."
    script = f'<script type="application/ld+json">{json_ld}</script>'
    assert check(f"{script}<article><h1>Snow</h1><p>{text}</p></article>").text == text

"""How a probed page looks in a terminal and in a browser."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from newscrawl.extraction import Rules
from newscrawl.probe.marked import mark_page
from newscrawl.probe.pages import SourcePage, is_markup
from newscrawl.probe.record import Probed, probe_page
from newscrawl.probe.terminal import render, wrap

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "The river rose by nine centimetres on Monday, and the ferry stayed in port until noon."
PAGE = f"""<html lang="en"><head><title>Ferry stays in port</title></head><body>
<nav><a href="/a">News</a><a href="/b">Sport</a></nav><article><h1>Ferry stays in port</h1>
<div>{TEXT} {TEXT}<br><br>Read also: <a href="/c">Ice breaks up early this year</a><br><br>
{TEXT} <b>It sails</b> at one.</div><ul><li>{TEXT}</li></ul>
<p>{TEXT} {TEXT} Nobody minded.</p></article>
</body></html>"""


def probed(html: str = PAGE) -> Probed:
    source = SourcePage(html.encode(), "https://a.example/news/1", "https://a.example/news/1")
    return probe_page(source, rules=Rules(), now=NOW)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        pytest.param("", 9, [""], id="nothing"),
        pytest.param("It snowed.", 10, ["It snowed."], id="fits"),
        pytest.param("It snowed in Bern.", 10, ["It snowed", "in Bern."], id="words"),
        pytest.param("a unbreakable b", 5, ["a", "unbreakable", "b"], id="a word too long"),
        pytest.param("今天早上下雪", 6, ["今天早", "上下雪"], id="Chinese takes two columns"),
        pytest.param("шёл снег", 4, ["шёл", "снег"], id="Cyrillic takes one"),
    ],
)
def test_lines_are_no_wider_than_the_terminal(text: str, width: int, lines: list[str]) -> None:
    assert list(wrap(text, width)) == lines


def test_a_list_item_hangs_below_its_bullet() -> None:
    lines = render(probed(), width=60, coloured=False).splitlines()
    bullet = lines.index("• The river rose by nine centimetres on Monday, and the")
    assert lines[bullet + 1] == "  ferry stayed in port until noon."


@pytest.mark.parametrize("coloured", [True, False])
def test_colours_are_for_terminals(coloured: bool) -> None:
    assert ("\033[" in render(probed(), width=80, coloured=coloured)) is coloured


def test_a_page_without_article_says_what_it_is() -> None:
    shown = render(probed("<title>Page not found</title><h1>Error 404</h1>"), width=80,
                   coloured=False)  # fmt: skip
    assert "no article: soft_404" in shown


def test_lines_of_one_element_are_marked_each() -> None:
    html = mark_page(probed())
    assert f'<span data-kept="">{TEXT} {TEXT}</span>' in html
    assert '<span data-removed="read_also" title="read_also">Read also: <a>Ice' in html
    assert f'<span data-kept="">\n{TEXT} <b>It sails</b> at one.</span>' in html


def test_what_the_record_leaves_out_is_no_kept_block_of_the_page() -> None:
    byline = "<p>By Jane Doe</p>"
    biography = "Jane Doe covers the river and lives beside it."
    html = PAGE.replace("</h1>", f"</h1>{byline}").replace(
        "</article>", f"<p>{biography}</p></article>"
    )
    found = probed(html)
    assert biography not in found.article.text
    kept = [block.text for block in found.blocks if block.reason is None]
    assert kept == found.article.text.split("\n\n")
    assert f'<p data-removed="byline" title="byline">{biography}' in mark_page(found)


@pytest.mark.parametrize(
    ("body", "is_page"),
    [
        (b"<p>x", True),
        (b"<!doctype html>", True),
        ("<p>x".encode("utf-16"), True),
        (b"%PDF-1.7", False),
        (b"%PDF-1.7 <a>", False),
        (bytes(range(256)) * 99 + b"<p>", False),
        (b"a < b", False),
        (b"", False),
    ],
)
def test_markup_is_told_by_a_tag(body: bytes, is_page: bool) -> None:
    assert is_markup(body) is is_page

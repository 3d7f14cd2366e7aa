"""Time grows with the size of a page, not with its square, and depth does no harm."""

from __future__ import annotations

import os
import time

import pytest

from newscrawl.extraction import extract

SLOW = pytest.mark.skipif("SLOW" not in os.environ, reason="run with SLOW=1 in the environment")
PARAGRAPH = "<p>The river rose by {0} centimetres on Monday, and the ferry stayed in port.</p>"

SHAPES = {
    "paragraphs": lambda size: "".join(map(PARAGRAPH.format, range(size))),
    "links": lambda size: "".join(
        f'<a href="/news/{n}">Story number {n}</a> ' for n in range(size)
    ),
    "line breaks": lambda size: "<div>" + "One more line of text.<br><br>" * size + "</div>",
    "one line": lambda size: "<p>" + "A sentence without an end, " * size + "</p>",
    "nested boxes": lambda size: "<div><p>Text in a box.</p>" * size,
    "nested inline": lambda size: "<p>" + "<b>word <i>" * size,
    "lists": lambda size: "<ul>" + "<li>An item of the list</li>" * size + "</ul>",
    "table": lambda size: "<table>" + "<tr><td>left</td><td>right</td></tr>" * size + "</table>",
    "meta tags": lambda size: '<meta property="og:title" content="T">' * size,
    "bare text": lambda size: "word " * size,
    "dates": lambda size: "<p>12 May 2026, 10:15</p>" * size,
    "attributes": lambda size: f'<p class="{"article-body " * size}">Text</p>',
    "Chinese": lambda size: "<p>" + "今天早上河水上涨，" * size + "</p>",
    "dots": lambda size: "<p>" + "a.b-" * 5 * size + "</p>",
    "authors": lambda size: "".join(
        f'<meta name="author" content="Jane Doe{n}">' for n in range(size)
    ),
    "brackets": lambda size: "<p>" + "([{«„" * size + "</p>",
    "white space": lambda size: "<p>a" + " \n\t" * size + "b</p>",
    "json-ld": lambda size: (
        '<script type="application/ld+json">{"@graph":['
        + ",".join('{"@type":"NewsArticle","headline":"H"}' for _ in range(size))
        + "]}</script>"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_time_is_near_linear(shape: str) -> None:
    """Four times the page takes at most thirteen times the CPU; a square would take sixteen."""
    small = best_seconds(SHAPES[shape](1_000))
    large = best_seconds(SHAPES[shape](4_000))
    # Below 50 ms the clock's grain and the collector decide, not the shape.
    assert large < max(13 * small, 0.05)


def test_100_000_nested_tags_are_one_page_among_others() -> None:
    html = "<div>" * 100_000 + "<p>At the bottom.</p>"
    assert best_seconds(html, runs=1) < 10


@pytest.mark.parametrize(
    "megabytes", [2, pytest.param(10, marks=SLOW), pytest.param(50, marks=SLOW)], ids="{} MB".format
)
@pytest.mark.parametrize("shape", ["paragraphs", "bare text"])
def test_a_huge_text_takes_bounded_time(shape: str, megabytes: int) -> None:
    """At most four seconds of CPU a megabyte, on a busy machine too."""
    unit = len(SHAPES[shape](1_000)) / 1_000
    html = SHAPES[shape](int(megabytes * 1_000_000 / unit))
    assert best_seconds(html, runs=1) < 4 * megabytes


def best_seconds(body: str, *, runs: int = 2) -> float:
    html = f"<html><body><h1>Title</h1>{body}</body></html>"
    seconds = []
    for _ in range(runs):
        started = time.process_time()
        extract(html, url="https://www.paper.example/news/1")
        seconds.append(time.process_time() - started)
    return min(seconds)

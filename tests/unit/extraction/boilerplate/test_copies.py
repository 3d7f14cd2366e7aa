"""A text that stands on the page once more, in one piece, is given once."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.boilerplate.copies import find_copies, find_pull_quotes
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.names import read_names
from newscrawl.extraction.page.tree import parse_page

PARAGRAPHS = [
    f"In {year} the harbour office sold the {ship}, which had served the islands for a lifetime."
    for year, ship in ((1998, "ferry"), (2004, "tug"), (2011, "dredger"), (2019, "pilot boat"))
]
WHOLE = "".join(PARAGRAPHS)
MORE = "What none of them knew that morning was told to the council much later. " * 12


def tag(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param(tag(*PARAGRAPHS, WHOLE), {4}, id="all of it below"),
        pytest.param(tag(WHOLE, *PARAGRAPHS), {0}, id="all of it above"),
        pytest.param(tag(*PARAGRAPHS, " ".join(PARAGRAPHS[1:])), {4}, id="all but the teaser"),
        pytest.param(tag(*PARAGRAPHS, WHOLE + MORE), set(), id="the text, and a teaser of it"),
        pytest.param(tag(*PARAGRAPHS[:2], "".join(PARAGRAPHS[:2])), set(), id="two quotes"),
        pytest.param(
            f"<header>{PARAGRAPHS[0]}</header><div>{tag(*PARAGRAPHS)}</div>", {0}, id="beginning"
        ),
        pytest.param(tag(PARAGRAPHS[0], *PARAGRAPHS), set(), id="a refrain"),
        pytest.param(tag(*PARAGRAPHS, PARAGRAPHS[1]), set(), id="a later paragraph"),
        pytest.param(tag(*PARAGRAPHS), set(), id="nothing twice"),
        pytest.param("", set(), id="nothing"),
    ],
)
def test_copy_in_one_piece_is_found(html: str, found: set[int]) -> None:
    blocks, _ = find_blocks(parse_page(f"<body>{html}</body>").root)
    assert find_copies(blocks, range(len(blocks))) == found


@pytest.mark.parametrize(
    ("quote", "repeats"),
    [
        pytest.param("<blockquote>“It had served the islands well”</blockquote>", True, id="quote"),
        pytest.param("<p class=pullquote>It had served the islands well</p>", True, id="class"),
        pytest.param(
            "<div class=pull-quote><p>It had served the islands well</p></div>", True, id="box"
        ),
        pytest.param(
            "<blockquote>They sold the ferry! It had served the islands well</blockquote>",
            True,
            id="two sentences, parted there by other words",
        ),
        pytest.param(
            "<blockquote>It had served the islands well. – Ann Lee, cook</blockquote>",
            True,
            id="and who said it",
        ),
        pytest.param("<p>It had served the islands well</p>", False, id="paragraph"),
        pytest.param("<blockquote>It served</blockquote>", False, id="short"),
        pytest.param("<blockquote>It had served nobody for years</blockquote>", False, id="new"),
    ],
)
def test_quote_of_the_text_itself_is_found(quote: str, *, repeats: bool) -> None:
    html = tag("They sold the ferry. “It had served the islands well,” said the office.") + quote
    blocks, boxes = find_blocks(parse_page(f"<body>{html}</body>").root)
    for box in boxes:
        box.mask = read_names(box.names, {})[1]
    assert find_pull_quotes(blocks, {0, 1}) == ({1} if repeats else set())


def test_text_below_a_pay_wall_is_given_once() -> None:
    html = f"<h1>The fleet</h1><article>{tag(*PARAGRAPHS)}<div>{WHOLE}</div></article>"
    assert extract(html).text.split("\n\n") == PARAGRAPHS

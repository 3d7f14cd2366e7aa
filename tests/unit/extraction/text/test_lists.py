"""Items of a list are text together, or none of them is."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.lists import even_out_lists

PLAIN = "<ul><li>Adults<li>Cars</ul>"
LINKS = "<ul><li><a href=/a>Adults</a><li><a href=/c>Cars</a></ul>"
SENTENCE = "The council has told each company that crosses the bay what it may ask of"


@pytest.mark.parametrize(
    ("html", "are_text"),
    [
        pytest.param(f"<p>Fares:</p>{PLAIN}", True, id="label"),
        pytest.param(f"<p>Fares.</p>{PLAIN}", False, id="no colon"),
        pytest.param(f"<p>{SENTENCE}:</p>{LINKS}", True, id="links that prose announces"),
        pytest.param(f"<p>Read next:</p>{LINKS}", False, id="links below a label"),
        pytest.param(f"<p>{SENTENCE}.</p>{LINKS}", False, id="links below a sentence"),
        pytest.param(f"Fares:{PLAIN}", True, id="loose line"),
        pytest.param(f"<p>Fares:</p><div>{PLAIN}</div>", False, id="list in a box"),
    ],
)
def test_list_that_a_line_announces_is_text(html: str, *, are_text: bool) -> None:
    blocks, _ = find_blocks(parse_page(f"<body><div>{html}</div></body>").root)
    blocks[0].score = 0.9
    even_out_lists(blocks, 0.5)
    assert [block.score for block in blocks[1:]] == [0.5 * are_text] * 2


def test_items_share_their_mean_by_length() -> None:
    html = "<body><ul><li>one two three<li>one</ul></body>"
    blocks, _ = find_blocks(parse_page(html).root)
    blocks[0].score = 0.8
    even_out_lists(blocks, 0.5)
    assert [block.score for block in blocks] == [pytest.approx(0.6)] * 2

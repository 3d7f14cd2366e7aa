"""A short last sentence stays with the paragraphs before it, a line of chrome does not."""

import pytest

from newscrawl.extraction.blocks import find_blocks
from newscrawl.extraction.endings import lift_ending
from newscrawl.extraction.page import parse_page

KEEP = 0.5
PARAGRAPH = "<p>The ferry between Hallow Point and the north shore will sail again from Monday.</p>"


@pytest.mark.parametrize(
    ("ending", "score", "lifted"),
    [
        pytest.param("<p>The inquiry goes on.</p>", 0.4, True, id="sentence"),
        pytest.param("<p>调查仍在进行。</p>", 0.4, True, id="Chinese sentence"),
        pytest.param("<p>The inquiry goes on.</p>", 0.2, False, id="unlikely"),
        pytest.param("<p>More on this story</p>", 0.4, False, id="no sentence"),
        pytest.param("<p><a href=/x>Read on here.</a></p>", 0.4, False, id="link"),
        pytest.param("<p class=note>The inquiry goes on.</p>", 0.4, False, id="other class"),
        pytest.param("<div><p>The inquiry goes on.</p></div>", 0.4, False, id="other box"),
    ],
)
def test_short_last_sentence_is_lifted(ending: str, score: float, *, lifted: bool) -> None:
    html = f"<body><div>{PARAGRAPH}{ending}</div></body>"
    blocks, _ = find_blocks(parse_page(html, url="https://bay.example/ferry").root)
    blocks[0].score, blocks[1].score = 0.9, score
    lift_ending(blocks, KEEP)
    assert (blocks[1].score >= KEEP) is lifted


def test_page_without_blocks_has_no_ending() -> None:
    blocks, _ = find_blocks(parse_page("", url="https://bay.example/ferry").root)
    lift_ending(blocks, KEEP)
    assert not blocks

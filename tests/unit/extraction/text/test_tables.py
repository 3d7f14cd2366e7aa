"""Rows of tables as blocks."""

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.tables import even_out_rows, find_cells, join_rows

LONG = (
    "A cell that tells a story of more than thirty words is no data but a column of the page " * 2
)
DATA = "<table><tr><td>Team</td><td>Points</td></tr><tr><td>Hull</td><td>9</td></tr></table>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        pytest.param(
            DATA, [("table_row", "Team | Points"), ("table_row", "Hull | 9")], id="rows of data"
        ),
        pytest.param(
            f"<table><tr><td>x</td><td>{LONG}</td></tr></table>",
            [("paragraph", "x"), ("paragraph", LONG.strip())],
            id="columns of a page",
        ),
        pytest.param(
            "<table><tr><td>a<br><br>b</td></tr></table>",
            [("paragraph", "a"), ("paragraph", "b")],
            id="paragraphs in one cell",
        ),
        pytest.param("<p>a</p><p>b</p>", [("paragraph", "a"), ("paragraph", "b")], id="no table"),
    ],
)
def test_cells_of_a_row_become_one_block(html: str, expected: list[tuple[str, str]]) -> None:
    blocks, _ = find_blocks(parse_page(html).root)
    assert [(block.type, block.text) for block in join_rows(blocks)] == expected


def test_row_is_kept_or_dropped_whole() -> None:
    blocks, _ = find_blocks(parse_page(DATA).root)
    for block, score in zip(blocks, (0.9, 0.1, 0.2, 0.4), strict=True):
        block.score = score
    even_out_rows(blocks, 0.5)
    assert [round(block.score, 2) for block in blocks] == [0.5, 0.5, 0.3, 0.3]


def test_head_and_rows_of_numbers_stay_with_their_table() -> None:
    blocks, _ = find_blocks(parse_page(DATA).root)
    for block, score in zip(blocks, (0.3, 0.4, 0.9, 0.9), strict=True):
        block.score = score
    even_out_rows(blocks, 0.5)
    assert [block.score for block in blocks] == [0.5, 0.5, 0.9, 0.9]


def test_a_few_unlikely_rows_stay_with_their_table() -> None:
    rows = "<tr><td>Hull</td><td>9</td></tr><tr><td>York</td><td>4</td></tr></table>"
    blocks, _ = find_blocks(parse_page(DATA.replace("</table>", rows)).root)
    for block, score in zip(blocks, (0.5,) * 6 + (0.01,) * 2, strict=True):
        block.score = score
    even_out_rows(blocks, 0.5)
    assert [block.score for block in blocks] == [0.5] * 8


@pytest.mark.parametrize(
    ("kept", "found"),
    [
        pytest.param({0, 1, 3, 4, 5}, {2}, id="one of three"),
        pytest.param({0, 3, 4, 5}, set(), id="most of a row"),
        pytest.param({0, 1, 2, 3, 4}, {5}, id="a number"),
    ],
)
def test_cell_with_words_of_chrome_is_text_among_others(kept: set[int], found: set[int]) -> None:
    html = "<table><tr><td>Owls<td>Nests<td>Share<tr><td>Barn<td>12<td>3</table>"
    blocks, _ = find_blocks(parse_page(html).root)
    assert find_cells(blocks, kept, phrases={2}) == found

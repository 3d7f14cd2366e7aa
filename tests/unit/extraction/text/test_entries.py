"""What else stands in the entries of a live blog is text like the rest of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.names import read_names
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.containers import measure_from
from newscrawl.extraction.text.entries import find_in_entries

PAGES = Path(__file__).parents[3] / "fixtures" / "unseen_sites"
KEPT = "The road over the pass is closed until noon, the police say."
TEXT = f"<p>{KEPT}</p>"
OPEN = "<h3>Trains run again</h3>"


def entry(clock: str, inside: str, *, name: str = "entry") -> str:
    return f"<div class='{name}'><p>{clock}</p>{inside}</div>"


def blog(*, name: str = "entry", clock: str = "11:20", last: str = OPEN) -> str:
    own = (entry(clock, TEXT, name=f"{name} {name}-{number}") for number in range(2))
    return f"<main>{''.join(own)}{entry('09:42', last)}</main>"


def count_text(html: str, *, score: float = 0.3, known: set[int] | None = None) -> int:
    """Return how many blocks are text after all; those that say ``KEPT`` are it already."""
    blocks, boxes = find_blocks(parse_page(f"<body>{html}</body>").root)
    for box in boxes:
        box.own, box.mask = read_names(box.names, {})
    measure_from(next(box for box in boxes if box.tag == "main"), boxes)
    kept = {index for index, block in enumerate(blocks) if block.text == KEPT}
    for block in blocks:
        block.score = score if any(map(str.isalpha, block.text)) else 0.0
    return len(find_in_entries(blocks, boxes, kept, known or set()) - kept)


@pytest.mark.parametrize(
    ("html", "count"),
    [
        pytest.param(blog(), 1, id="headline of an entry"),
        pytest.param(blog(last="<ul><li>Road 2<li>Road 24</ul>"), 2, id="list of an entry"),
        pytest.param(blog(clock="Advert"), 0, id="entries without a moment"),
        pytest.param(blog(name="advert"), 0, id="neighbours of another make"),
        pytest.param(blog(last="<p><a href=/b>Trains run again</a></p>"), 0, id="link"),
        pytest.param(blog(last="<p class=share>Share this</p>"), 0, id="called otherwise"),
        pytest.param(
            f"<main>{entry('11:20', TEXT)}{entry('9:42', OPEN)}{TEXT}</main>", 0, id="two"
        ),
        pytest.param(f"<main>{TEXT}{entry('9:42', OPEN) * 3}{TEXT}</main>", 0, id="without text"),
        pytest.param(
            f"<main>{entry('11:20', TEXT)}{entry('Advert', OPEN) * 3}{TEXT}</main>",
            0,
            id="one of four",
        ),
    ],
)
def test_entry_is_text_as_its_neighbours_are(html: str, count: int) -> None:
    assert count_text(html) == count


def test_unlikely_block_of_an_entry_is_no_text() -> None:
    assert count_text(blog(), score=0.05) == 0


def test_unlikely_table_of_an_entry_is_text() -> None:
    assert count_text(blog(last="<table><tr><td>Road<td>Open</table>"), score=0.05) == 2


def test_known_phrase_in_an_entry_is_no_text() -> None:
    assert count_text(blog(), known={5}) == 0


@pytest.mark.parametrize(
    ("page", "line", "is_text"),
    [
        pytest.param("latin_10", "Vânt de 95 km/h la Bârlad", True, id="headline of an entry"),
        pytest.param("orient_14", "본문 글자", False, id="hidden above the text"),
    ],
)
def test_page_that_was_wrong_before(page: str, line: str, *, is_text: bool) -> None:
    html = (PAGES / f"{page}.html").read_bytes()
    assert (line in extract(html, url="https://a.example/snow").text) is is_text

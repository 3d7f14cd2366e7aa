"""Boxes with a linked headline, a picture and a sentence: other articles, or what a list is of."""

from __future__ import annotations

import pytest

from newscrawl.extraction.boilerplate.teasers import find_teasers
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.containers import measure_from

URL = "https://bay.example/ferry"
TEXT = "<p>The ferry will sail again from Monday, the harbour office said to us.</p>" * 6
TEASER = "<p>The keepers say that the stairs are safe again.</p>"


def card(link: str = "/b", *, image: str = "<img src=b.jpg>", teaser: str = TEASER) -> str:
    return f"<div>{image}<h3><a href='{link}'>Lighthouse to open</a></h3>{teaser}</div>"


LABELLED = f"<div><h4><a href='/b'>Lees ook: Vuurtoren open</a></h4>{TEASER}</div>"


def count_teasers(inside: str) -> int:
    """Return how many blocks of a page, whose main box is ``main``, stand in teasers."""
    blocks, boxes = find_blocks(parse_page(f"<body><main>{inside}</main></body>", url=URL).root)
    for box in boxes:
        box.own, box.mask = 0.0, 0
    measure_from(next(box for box in boxes if box.tag == "main"), boxes)
    teasers = find_teasers(blocks, boxes, list(range(len(blocks))), 0, URL)
    return sum(block.box in teasers for block in blocks)


@pytest.mark.parametrize(
    ("box", "count"),
    [
        pytest.param(card(), 2, id="one"),
        pytest.param(f"<aside>{card()}{card()}</aside>", 4, id="two"),
        pytest.param(card("https://bay.example/b"), 2, id="with its host"),
        pytest.param(card("https://shop.example/b"), 0, id="another site"),
        pytest.param(card("http://[b"), 0, id="malformed address"),
        pytest.param(card("#b"), 0, id="same page"),
        pytest.param(card(image=""), 0, id="no picture"),
        pytest.param(LABELLED, 2, id="no picture, but a label"),
        pytest.param(card(teaser=""), 0, id="no sentence"),
        pytest.param(card(teaser=TEASER * 9), 0, id="long"),
        pytest.param(card() + card(teaser=TEASER * 9), 0, id="list with long entries"),
        pytest.param(card() * 6, 0, id="list of most of the text"),
    ],
)
def test_teaser_is_found(box: str, count: int) -> None:
    assert count_teasers(TEXT + box) == count

"""Boxes of forms and polls: small ones, beside the text."""

from __future__ import annotations

import pytest

from newscrawl.extraction.boilerplate.widgets import LARGEST, find_widgets
from newscrawl.extraction.page.blocks import PageBlock, find_blocks
from newscrawl.extraction.page.boxes import Box
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.containers import measure_from

TEXT = "<p>The ferry will sail again from Monday, the harbour office said.</p>"
FORM = "<form><label>Address</label><input type=email></form>"
POLL = "<label><input type=radio name=n>Yes</label><label><input type=radio name=n>No</label>"


def read(inside: str) -> tuple[list[PageBlock], set[Box]]:
    """Return the blocks of a page whose main box is ``main``, and the boxes of its widgets."""
    blocks, boxes = find_blocks(parse_page(f"<body><main>{inside}</main></body>").root)
    for box in boxes:
        box.own, box.mask = 0.0, 0
    measure_from(next(box for box in boxes if box.tag == "main"), boxes)
    return blocks, find_widgets(boxes[0].element, boxes, start=0)


@pytest.mark.parametrize(
    ("box", "found"),
    [
        pytest.param(f"<section><h3>Every morning</h3>{FORM}</section>", True, id="form"),
        pytest.param(f"<div><div><p>At six.</p><div>{FORM}</div></div></div>", True, id="deeper"),
        pytest.param(f"<div><p>Shall it sail at night?</p>{POLL}</div>", True, id="poll"),
        pytest.param("<div><p>A.</p><input type=text name=email></div>", True, id="by its name"),
        pytest.param("<div><p>A.</p><input id=fieldEmail></div>", True, id="by its id"),
        pytest.param("<div><p>A.</p><input placeholder='Deine E-Mail'></div>", True, id="shown"),
        pytest.param("<div><p>A.</p><input placeholder='you@post.example'></div>", True, id="@"),
        pytest.param("<div><p>A.</p><input placeholder='Почта'></div>", True, id="Russian"),
        pytest.param("<div class='news-vote'><ul><li>Yes<li>No</ul></div>", True, id="called poll"),
        pytest.param("<div class='pollution'><p>It rose.</p></div>", False, id="no poll"),
        pytest.param("<div><p>A word:</p><input type=text></div>", False, id="another field"),
        pytest.param("<div><p>One?</p><input type=radio name=n></div>", False, id="one choice"),
        pytest.param(f"<div><p>{'long ' * LARGEST}</p>{POLL}</div>", False, id="long"),
    ],
)
def test_box_around_a_field_is_found(box: str, *, found: bool) -> None:
    blocks, widgets = read(f"{TEXT}{box}{TEXT}")
    inside = blocks[1:-1]
    assert [block.box in widgets for block in inside] == [found] * len(inside)


def test_box_that_holds_the_first_paragraph_is_none() -> None:
    blocks, widgets = read(f"<div>{TEXT}{FORM}</div><p>More.</p>")
    assert [block.box in widgets for block in blocks] == [False, True, False]

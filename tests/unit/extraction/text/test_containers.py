"""Boxes that are parts of one text."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.containers import join_parts

PROSE = "<p>The ferry will sail again from Monday, the harbour office said in the morning.</p>"


@pytest.mark.parametrize(
    ("beside", "joined"),
    [
        pytest.param(f"<div class=wrap>{PROSE}</div>", True, id="of one class"),
        pytest.param(f"<div class=wrap id=b>{PROSE}</div>", True, id="of another id"),
        pytest.param(f"<div class=talk>{PROSE}</div>", False, id="of another class"),
        pytest.param(f"<section class=wrap>{PROSE}</section>", False, id="of another tag"),
        pytest.param("<div class=wrap><p>Share</p></div>", False, id="short"),
    ],
)
def test_boxes_of_one_class_are_parts_of_one_text(beside: str, *, joined: bool) -> None:
    own = f"<div class=wrap itemprop=articleBody>{PROSE * 2}</div>"
    _, boxes = find_blocks(parse_page(f"<body><main>{own}{beside}</main></body>").root)
    main = next(box for box in boxes if "articleBody" in box.names)
    assert (join_parts(main, boxes) is main.parent) is joined

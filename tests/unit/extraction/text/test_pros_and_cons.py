"""Lists of what speaks for a thing and against it."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.pros_and_cons import lift_pros_and_cons

ITEMS = "<ul><li>Sails at noon</li><li>Takes bicycles</li></ul>"


@pytest.mark.parametrize(
    ("html", "lifted"),
    [
        pytest.param(f"<h4>Pros</h4>{ITEMS}", 3, id="heading"),
        pytest.param(f"<p><b>Cons:</b></p>{ITEMS}", 3, id="line"),
        pytest.param(f"<h4>What we don’t like</h4>{ITEMS}", 3, id="curly apostrophe"),
        pytest.param(f"<h4>ДОСТОИНСТВА</h4>{ITEMS}", 3, id="another language"),
        pytest.param("<ul><li>Pros: cheap, fast<li>Cons: cold</ul>", 2, id="items of labels"),
        pytest.param(f"<h4>Timetables</h4>{ITEMS}", 0, id="another list"),
        pytest.param("<h4>Pros</h4><p>It sails.</p>", 0, id="no list"),
        pytest.param("<h4>Pros</h4><ul><li><a href=/a>Ferries</a></ul>", 0, id="links"),
        pytest.param(f"<h4>The pros of it</h4>{ITEMS}", 0, id="longer heading"),
    ],
)
def test_pros_and_cons_are_likely_text(html: str, lifted: int) -> None:
    blocks, boxes = find_blocks(parse_page(f"<body><div>{html}</div></body>").root)
    lift_pros_and_cons(blocks, boxes[0], 0.5)
    assert [block.score for block in blocks] == [0.5] * lifted + [0.0] * (len(blocks) - lifted)


def test_pros_outside_the_main_box_are_none() -> None:
    html = f"<body><div id=a><p>It sails.</p></div><aside><h4>Pros</h4>{ITEMS}</aside></body>"
    blocks, boxes = find_blocks(parse_page(html).root)
    main = next(box for box in boxes if box.element.get("id") == "a")
    lift_pros_and_cons(blocks, main, 0.5)
    assert not any(block.score for block in blocks)

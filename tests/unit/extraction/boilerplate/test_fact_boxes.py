"""Fact boxes: what is called one, unless it may be the text."""

from __future__ import annotations

import pytest

from newscrawl.extraction.boilerplate.fact_boxes import find_fact_boxes
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page

TEXT = "<p>The ferry will sail again from Monday, the harbour office said.</p>"


def count_found(inside: str) -> int:
    """Return how many blocks of a page stand in fact boxes, all being likely text."""
    blocks, boxes = find_blocks(parse_page(f"<body><main>{inside}</main></body>").root)
    found = find_fact_boxes(blocks, boxes, list(range(len(blocks))))
    return sum(block.box in found for block in blocks)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("factbox", True),
        ("fact-box right", True),
        ("metro-factbox", True),
        ("id-StoryElement-factBox", True),
        ("column factbox-84058182", True),
        ("article__faktaboks", True),
        ("infobox", False),
        ("facts", False),
        ("artifact-boxes", False),
    ],
)
def test_box_is_told_by_its_names(names: str, *, found: bool) -> None:
    box = f"<div class='{names}'><h3>The ferry</h3><ul><li>Built in 1964<li>Sold</ul></div>"
    assert count_found(TEXT + box + TEXT) == 3 * found


def test_box_that_holds_nearly_all_is_the_text() -> None:
    assert count_found(f"<div class=factbox>{TEXT * 9}</div><p>Read it.</p>") == 0
    assert count_found(f"<div class=factbox>{TEXT * 2}</div>{TEXT}") == 2

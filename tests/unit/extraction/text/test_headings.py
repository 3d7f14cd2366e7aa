"""Headings that are text as others of their make, or of their count."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.headings import even_out_headings

LINK = "<h3 class=place><a href=/a>{}</a></h3>"
TEXT = "<p>It sails at noon.</p>"
OTHERS = "".join(LINK.format(name) + TEXT for name in ("Ferry", "Bridge", "Quay"))


@pytest.mark.parametrize(
    ("last", "is_text"),
    [
        pytest.param(LINK.format("Tower?") + TEXT, True, id="link of one make"),
        pytest.param("<h3 class=teaser><a href=/a>Tower?</a></h3>" + TEXT, False, id="of another"),
        pytest.param(LINK.format("Tower?") + "<div>Share?</div>", False, id="nothing below"),
        pytest.param("<h3 class=place>Tower?</h3>" + TEXT, False, id="no link"),
        pytest.param("<h2>4. Ferry</h2>" + TEXT + "<h2>5. Tower?</h2>" + TEXT, True, id="number"),
        pytest.param("<h2>#4: Ferry</h2>" + TEXT + "<h2>#5: Tower?</h2>" + TEXT, True, id="sign"),
        pytest.param("<h2>5. Tower?</h2>" + TEXT, False, id="lone number"),
        pytest.param("<h2>Ferry</h2>" + TEXT + "<h2>5. Tower?</h2>" + TEXT, False, id="words"),
    ],
)
def test_heading_is_text_as_others_like_it(last: str, *, is_text: bool) -> None:
    blocks, _ = find_blocks(parse_page(f"<body>{OTHERS}{last}</body>").root)
    for block in blocks:
        block.score = 0.3 if block.text.endswith("?") else 0.9
    even_out_headings(blocks, 0.5)
    assert any(b.text.endswith("Tower?") and b.score == 0.5 for b in blocks) is is_text


def test_link_is_no_text_where_few_of_its_make_are() -> None:
    teasers = "".join(LINK.format(f"Teaser {number}?") + TEXT for number in range(3))
    blocks, _ = find_blocks(parse_page(f"<body>{OTHERS}{teasers}</body>").root)
    for block in blocks:
        block.score = 0.3 if block.text.endswith("?") else 0.9
    even_out_headings(blocks, 0.5)
    assert not any(block.score == 0.5 for block in blocks)

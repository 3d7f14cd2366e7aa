"""Headings that are text as others of their make, or of their count."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.headings import even_out_headings, find_like_headings

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


ALBUM = "<h2 class=album>{}</h2>"


@pytest.mark.parametrize(
    ("unlikely", "known", "is_text"),
    [
        pytest.param(ALBUM.format("Tower?") + TEXT, False, True, id="of one class"),
        pytest.param(ALBUM.format("Tower?") + TEXT, True, False, id="phrase"),
        pytest.param(ALBUM.format("Tower?") + "<p>Buy it?</p>", False, False, id="no text below"),
        pytest.param("<h2 class=box>Tower?</h2>" + TEXT, False, False, id="of another"),
        pytest.param(
            "".join(f"{ALBUM.format(f'Teaser {n}?')}<p>Buy it?</p>" for n in range(2))
            + ALBUM.format("Tower?")
            + TEXT,
            False,
            False,
            id="few of the class are text",
        ),
    ],
)
def test_heading_among_text_is_text_as_nearly_all_of_its_class(
    unlikely: str, *, known: bool, is_text: bool
) -> None:
    others = "".join(ALBUM.format(name) + TEXT for name in ("Ferry", "Bridge", "Quay"))
    page = parse_page(f"<body><p>The albums:</p>{unlikely}{others}</body>")
    blocks, _ = find_blocks(page.root)
    kept = {index for index, block in enumerate(blocks) if not block.text.endswith("?")}
    tower = next(index for index, block in enumerate(blocks) if block.text == "Tower?")
    phrases = {tower} if known else set()
    assert find_like_headings(blocks, kept, phrases) == ({tower} if is_text else set())

"""The numbers beside the lines of a listing."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.line_numbers import find_line_numbers

CODE = "<pre>cast off\nsail</pre>"
LIST = "<ul><li>1<li>2</ul>"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param(f"<pre>1\n2\n3\n</pre>{CODE}", {0}, id="column"),
        pytest.param(f"<pre>1\n2\n</pre>{CODE}", set(), id="short column"),
        pytest.param(f"<pre>1\n2\n4\n</pre>{CODE}", set(), id="other numbers"),
        pytest.param("<p>1 2 3</p>", set(), id="no code"),
        pytest.param(f"{CODE}{LIST}", {1, 2}, id="list behind code"),
        pytest.param(f"{CODE}<ul><li>2<li>5</ul>", set(), id="list of results"),
        pytest.param(f"{CODE}<p>Results:</p>{LIST}", set(), id="list behind a line"),
        pytest.param(LIST, set(), id="list alone"),
    ],
)
def test_line_numbers_are_found(html: str, found: set[int]) -> None:
    blocks, _ = find_blocks(parse_page(f"<body>{html}</body>").root)
    assert find_line_numbers(blocks) == found

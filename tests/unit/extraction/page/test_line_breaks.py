"""Which lines of a run of text are blocks of their own."""

import pytest

from newscrawl.extraction.page.line_breaks import find_cuts

LONG = (
    "It snowed in the valley on Monday, and the school stayed shut until noon, as the mayor had"
    " said it would the day before."
)
OPEN = LONG.rstrip(".") + ", and"
PROSE = "It snowed in the valley on Monday, and the school stayed shut until noon, he said."


@pytest.mark.parametrize(
    ("lines", "cuts"),
    [
        pytest.param([LONG, LONG], [0, 1, 2], id="paragraphs"),
        pytest.param([LONG, f"“{LONG[:-1]}.”", LONG], [0, 1, 2, 3], id="one of them speech"),
        pytest.param([OPEN, LONG], [0, 2], id="a sentence that goes on"),
        pytest.param([PROSE, LONG], [0, 2], id="a short one above"),
        pytest.param([LONG, PROSE], [0, 2], id="a short one below"),
        pytest.param(["by Jane", LONG, LONG, "by Jack"], [0, 1, 2, 3, 4], id="lines around"),
        pytest.param(["by Jane", "at noon", PROSE], [0, 1, 3], id="what belongs to prose"),
        pytest.param(["by Jane", "", PROSE], [0, 1, 2, 3], id="nothing between"),
        pytest.param(["by Jane", "at noon"], [0, 2], id="no prose"),
        pytest.param(["by Jane", "by Jack"], [0, 2], id="nothing but such lines"),
    ],
)
def test_lines_are_cut(lines: list[str], cuts: list[int]) -> None:
    assert find_cuts(lines, lambda line: line.startswith("by ")) == cuts

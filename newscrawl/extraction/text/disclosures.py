"""Text that readers unfold: the line that opens it is its heading."""

from __future__ import annotations

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box


def lift_summaries(blocks: list[PageBlock], least: float) -> None:
    """Give the line that opens a ``details`` element the score ``least`` if text follows in it.

    Questions and answers are written so. Of twelve such lines in 671 annotated pages that would
    be no text otherwise, ten are text. "Show more" is none.
    """
    for index, block in enumerate(blocks[:-1]):
        if block.score >= least or not (unfolded := _unfolded_by(block.box)):
            continue
        is_text = index + 1 < unfolded.end and blocks[index + 1].score >= least
        if is_text and not match_phrase(block.text):
            block.score = least


def _unfolded_by(box: Box) -> Box | None:
    """Return the box that a line unfolds, None if it is no such line."""
    summary = box if box.tag == "summary" or box.parent is None else box.parent
    return summary.parent if summary.tag == "summary" else None

"""Lines about its authors, or their signature, at the end of an article."""

from __future__ import annotations

from newscrawl.extraction.bylines.byline import is_full_name
from newscrawl.extraction.page.blocks import count_units
from newscrawl.extraction.text.body import Body
from newscrawl.items import Block, Removed

# Blocks at the end that are looked at: several authors have a paragraph each.
MOST = 4
# Words of a biography below a line that is its author's name. Half as many change one of 2,158
# real texts.
LONGEST = 80


def drop_biographies(body: Body, authors: list[str]) -> None:
    """Take what is said of its authors from the end of a text, and the heading above.

    That is paragraphs that begin with an author's full name, and all below a line that is one. Of
    fifteen such paragraphs among the last three of a text, in 890 annotated pages, ten were no
    text; on news pages all three.
    """
    names = tuple(name for name in authors if is_full_name(name))
    first = _find_first(body.blocks, names)
    while len(body.blocks) > first:
        _drop_last(body)


def _find_first(blocks: list[Block], names: tuple[str, ...]) -> int:
    """Return the index of the first block about the authors; at least one block stays."""
    first = len(blocks)
    words = 0
    for index in range(len(blocks) - 1, max(0, len(blocks) - 1 - MOST), -1):
        block = blocks[index]
        is_next = index == first - 1 and _begins_with(block, names)
        if is_next or (block.text in names and words <= LONGEST):
            first = index
        words += count_units(block.text)
    if first < len(blocks) and first > 1 and blocks[first - 1].type == "heading":
        first -= 1
    return first


def _drop_last(body: Body) -> None:
    text = body.blocks.pop().text
    body.removed.append(Removed(reason="byline", text=text))
    for block in reversed(body.page_blocks):
        if block.reason is None and block.text == text:
            block.reason = "byline"
            break


def _begins_with(block: Block, names: tuple[str, ...]) -> bool:
    return block.type == "paragraph" and any(
        block.text.startswith(name) and not block.text[len(name) :][:1].isalnum() for name in names
    )

"""Lines about its authors at the end of an article, or their signature there or above it."""

from __future__ import annotations

from newscrawl.extraction.bylines.names import is_full_name
from newscrawl.extraction.bylines.prefix import strip_prefix
from newscrawl.extraction.bylines.roles import is_journalist
from newscrawl.extraction.page.units import count_units
from newscrawl.extraction.text.body import Body
from newscrawl.items import Block, Removed

# Blocks at the end that are looked at, or one for each author.
MOST = 4
# Words and characters before the name that a biography begins with: "Korrespondent Max Muster ist".
# Of five last paragraphs of 890 annotated texts that name an author so near their beginning none is
# text.
BEFORE_WORDS, BEFORE = 3, 30
# Words of a biography below a line that is its author's name. Half as many change one of 2,158
# real texts.
LONGEST = 80


def drop_biographies(body: Body, authors: list[str]) -> None:
    """Take what is said of its authors from the end of a text, and the heading above.

    That is paragraphs that begin with an author's full name, or say by the first one what he is
    (one of 890 annotated pages ends so, and it is no text), and all below a line of nothing but
    such names. That line goes from the beginning of a text, too, and a paragraph there that calls
    an author a journalist (one of 890 annotated pages begins so, and it is no text). Of fifteen
    such paragraphs among the last three of a text, in 890 annotated pages, ten were no text; on
    news pages all three.
    """
    names = tuple(name for name in authors if is_full_name(name))
    first = _find_first(body.blocks, names)
    while len(body.blocks) > first:
        _drop(body, -1)
    if len(body.blocks) > 1 and _is_about(body.blocks[0], names):
        _drop(body, 0)


def _find_first(blocks: list[Block], names: tuple[str, ...]) -> int:
    """Return the index of the first block about the authors; at least one block stays."""
    first = len(blocks)
    words = 0
    for index in range(len(blocks) - 1, max(0, len(blocks) - 1 - max(MOST, len(names))), -1):
        block = blocks[index]
        is_next = index == first - 1 and (_begins_with(block, names) or _introduces(block, names))
        if is_next or (words <= LONGEST and _is_signature(block.text, names)):
            first = index
        words += count_units(block.text)
    if first < len(blocks) and first > 1 and blocks[first - 1].type == "heading":
        first -= 1
    return first


def _drop(body: Body, at: int) -> None:
    """Take the first block (0) or the last one (-1) out of a text."""
    text = body.blocks.pop(at).text
    body.removed.append(Removed(reason="byline", text=text))
    same = [block for block in body.page_blocks if block.reason is None and block.text == text]
    for block in same[at:][:1]:
        block.reason = "byline"


def _is_signature(text: str, names: tuple[str, ...]) -> bool:
    """Return whether a line says nothing but authors' names: "Jane Doe - Max Muster"."""
    rest = text
    for name in names:
        rest = rest.replace(name, "")
    return rest != text and not any(map(str.isalnum, rest))


def _is_about(block: Block, names: tuple[str, ...]) -> bool:
    """Return whether the first block of a text names its authors or says what one of them is."""
    text = block.text
    is_biography = count_units(text) <= LONGEST and text.startswith(names) and is_journalist(text)
    return is_biography or _is_signature(strip_prefix(text), names)


def _begins_with(block: Block, names: tuple[str, ...]) -> bool:
    return block.type == "paragraph" and any(_is_near_start(block.text, name) for name in names)


def _introduces(block: Block, names: tuple[str, ...]) -> bool:
    """Return whether a paragraph says by the first name what an author is: "Jane is a reporter"."""
    name, _verb, rest = block.text.partition(" is ")
    firsts = {each.partition(" ")[0] for each in names}
    return block.type == "paragraph" and name in firsts and rest.startswith(("a ", "an ", "the "))


def _is_near_start(text: str, name: str) -> bool:
    before, found, behind = text.partition(name)
    is_short = len(before) <= BEFORE and len(before.split()) <= BEFORE_WORDS
    is_name = bool(found) and not behind[:1].isalnum()
    return is_short and is_name and not any(map(str.isdigit, before))

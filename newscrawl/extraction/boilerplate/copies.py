"""The text once more: in one piece, as scripts read it aloud, its beginning or a sentence of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import group_of
from newscrawl.extraction.page.letters import STOPS, letters_of
from newscrawl.extraction.page.names import BITS

# Other blocks of so many words that a copy holds to the letter, how many at least, and their share
# of its words: a paragraph may repeat two quotes, and a piece that holds more than the others is
# the text itself. One of 2,158 real pages has such a copy.
UNITS = 10
PARTS = 3
SHARE = 0.6
# Share of all words that are said in the order in which they were said before: a page that has its
# text twice, for another width of screen. Six of 2,158 real pages have so much.
SECOND = 0.25
# Blocks of a text that follow each other as before; fewer may be a refrain. Chosen.
RUN = 4
# Words of the shortest quote that repeats a paragraph. Of 23 blocks that markup calls quotes, and
# that do, 12 were no text in 890 annotated pages.
QUOTE_UNITS = 5
# Quotes of an article that repeats some; a page of more is a collection of them.
MOST_QUOTES = 40
# Who said it, behind the quote: "- Hedley Ryland, mayor".
_SPEAKER = re.compile(r"(?<=[.!?…”\"»])\s*[-–—]\s*[^.!?]{3,80}$")
_STOP = re.compile(rf"[{STOPS}]+\s*")


def find_copies(blocks: Sequence[PageBlock], likely: Sequence[int]) -> set[int]:
    """Return the indices of the longest likely block and the first, if they say what others say.

    A first paragraph that stands again in a box below is a description of the article. 17 of 2,158
    real pages have such; of six that are annotated as a whole one has it as text both times. What
    repeats the text as a whole, or is hidden and repeats a block, goes as well.
    """
    first = next((index for index in likely if blocks[index].units >= UNITS), None)
    if first is None or len(likely) <= PARTS:
        return set()
    head = blocks[first]
    copies = _find_whole(blocks, likely) | _find_second(blocks, likely)
    is_described = any(
        blocks[index].text == head.text and group_of(blocks[index].box) is not group_of(head.box)
        for index in likely
        if index not in copies
    )
    return copies | {first} if is_described else copies


def _find_second(blocks: Sequence[PageBlock], likely: Sequence[int]) -> set[int]:
    """Return the indices of blocks that are hidden and said before, or the text once more."""
    long = [index for index in likely if blocks[index].units >= UNITS]
    runs = list(_repeated_runs([blocks[index].text for index in long]))
    again = {long[place] for run in runs if len(run) >= RUN for place in run}
    units = sum(blocks[index].units for index in again)
    hidden = {long[p] for run in runs for p in run if blocks[long[p]].box.hidden}
    is_second = units >= SECOND * sum(blocks[index].units for index in long)
    return again | hidden if is_second else hidden


def _repeated_runs(texts: Sequence[str]) -> Iterator[list[int]]:
    """Yield the places of texts that follow each other as they did before, or stand alone."""
    first: dict[str, int] = {}
    run: list[int] = []
    for place, text in enumerate(texts):
        before = first.setdefault(text, place)
        if run and not (0 < before < place and texts[before - 1] == texts[place - 1]):
            yield run
            run = []
        if before < place:
            run.append(place)
    if run:
        yield run


def _find_whole(blocks: Sequence[PageBlock], likely: Sequence[int]) -> set[int]:
    """Return the index of the longest likely block, if it repeats the others; empty if not."""
    longest = max(likely, key=lambda index: blocks[index].units)
    whole = blocks[longest]
    units = [
        blocks[index].units
        for index in likely
        if UNITS <= blocks[index].units < whole.units and blocks[index].text in whole.text
    ]
    is_copy = len(units) >= PARTS and sum(units) >= SHARE * whole.units
    return {longest} if is_copy else set()


def find_pull_quotes(blocks: Sequence[PageBlock], kept: Collection[int]) -> set[int]:
    """Return the indices of kept quotes that say again what a paragraph says."""
    quotes = {index for index in kept if _is_quote(blocks[index])}
    if not 0 < len(quotes) <= MOST_QUOTES:
        return set()
    others = [letters_of(blocks[index].text) for index in kept if index not in quotes]
    return {index for index in quotes if _repeats(blocks[index].text, others)}


def _repeats(quote: str, others: Sequence[str]) -> bool:
    """Return whether one of the others, as letters, has all sentences of a quote."""
    own = _STOP.split(_SPEAKER.sub("", quote))
    sentences = [letters for part in own if (letters := letters_of(part))]
    return any(all(letters in other for letters in sentences) for other in others)


def _is_quote(block: PageBlock) -> bool:
    if block.units < QUOTE_UNITS or block.box.type not in ("quote", "paragraph"):
        return False
    parent = block.box.parent
    mask = block.box.mask | (parent.mask if parent is not None else 0)
    return block.box.type == "quote" or bool(mask & BITS["quote"])

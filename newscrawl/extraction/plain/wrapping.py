"""Paragraphs that were wrapped at a width, as in e-mails, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, pairwise

from newscrawl.extraction.page.letters import STOPS

WIDTHS = range(40, 101)
"""Characters that texts are wrapped at; verses are narrower, paragraphs wider. Chosen."""
LEAST_BREAKS = 4
"""Line breaks that must be those of a width before any is undone. Chosen."""
BREAKS_SHARE = 0.6
"""Share of a paragraph's line breaks that are: some stand before share buttons. Chosen."""
MOST_STOPS = 0.34
"""Share of lines that may end a sentence: of wrapped ones one in ten does, of lines that are
paragraphs nearly all. Chosen."""
MOST_CAPITALS = 0.4
"""Share of lines below a break that may begin with a capital: of headlines all do. Chosen."""

_DASHES = "-–—―•*"
_HAN = re.compile(r"[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]")


def unwrap(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines, "" for blank ones, those of a paragraph joined where it is certain.

    A line break is one of a width if the first word below had found no room above.
    """
    lines = list(lines)
    groups = [list(group) for _, group in groupby(lines, bool)]
    long = [group for group in groups if len(group) > 2 and group[0]]
    width = max((len(line) for group in long for line in group), default=0)
    wrapped = [group for group in long if _is_wrapped(group, width)]
    if width not in WIDTHS or not _are_certain(wrapped, long):
        yield from lines
        return
    first = next(at for at, group in enumerate(groups) if group is wrapped[0])
    for at, group in enumerate(groups):
        yield from _join(group, width, is_head=at < first) if group[0] else group


def _are_certain(wrapped: list[list[str]], long: list[list[str]]) -> bool:
    """Return whether wrapped paragraphs are most of a text, and their lines no sentences."""
    breaks = [line for group in wrapped for line in group[:-1]]
    capitals = sum(line[0].isupper() for group in wrapped for line in group[1:])
    stops = sum(line.endswith(tuple(STOPS)) for line in breaks)
    sizes = [sum(map(len, chain.from_iterable(groups))) for groups in (wrapped, long)]
    return (
        len(breaks) >= LEAST_BREAKS
        and stops <= MOST_STOPS * len(breaks)
        and capitals <= MOST_CAPITALS * len(breaks)
        and sizes[0] > sizes[1] / 2
    )


def _is_wrapped(group: list[str], width: int) -> bool:
    full = sum(_is_full(line, below, width) for line, below in pairwise(group))
    return full >= BREAKS_SHARE * (len(group) - 1)


def _is_full(line: str, below: str, width: int) -> bool:
    """Return whether a line had no room for the first word of the one below."""
    word = below[:1] if _HAN.match(below) else below.partition(" ")[0]
    return len(line) + len(word) + (not _HAN.match(below)) > width


def _join(group: list[str], width: int, *, is_head: bool) -> Iterator[str]:
    """Yield a paragraph's lines joined; of a headline and its lead only what goes on in it."""
    text = last = group[0]
    for below in group[1:]:
        begins = below[0] in _DASHES and last.endswith((*STOPS, ":", ";"))
        begins = begins or (is_head and not below[0].islower())
        if begins or not _is_full(last, below, width):
            yield text
            text = below
        else:
            text += below if _is_tight(text, below) else f" {below}"
        last = below
    yield text


def _is_tight(text: str, below: str) -> bool:
    """Return whether no space stood where a line was broken: in Chinese, behind a hyphen."""
    is_han = _HAN.match(text[-1]) and _HAN.match(below)
    return bool(is_han) or (text[-1] == "-" and text[-2:-1].isalpha() and below[0].isalpha())

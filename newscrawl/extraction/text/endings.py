"""Where an article ends: its short last line, a stray one, its closing dates, marks, comments."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from itertools import takewhile

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box, group_of
from newscrawl.extraction.page.letters import STOPS

# Probability from which on a last sentence is text, where other blocks need one half. Of 12 longer
# ones on 2,158 pages five are annotated, four of them as text.
LIKELY = 0.25
DASHES = "-–—_*#=~+.;:· "  # that end a text, or part it from what follows
SHORT = 15  # words of a stray line
# As desks sign: "/АЖ/", "(pm – gs)", "MG". Six texts of 2,158 real pages end so.
_INITIALS = re.compile(
    r"[(/\[]\s?[^\W\d_]{1,4}(?:[./,\s–-]{1,3}[^\W\d_]{1,4}){0,2}\.?\s?[)/\]]|[A-Z]{2,3}"
)
# What stands alone under a press release; notes to editors and the firm's portrait follow. Two of
# 2,158 real pages have such a mark; one is annotated, and nothing behind it is text.
_RELEASE_END = re.compile(
    r"#(?: ?#){2,}|[-–—]+ ?(?:30|(?i:(?:the )?ends?|ende)) ?[-–—]+|ENDS|-*o+0o+-*"
    r"|(?i:notes? (?:to|for) (?:the )?(?:editors?|newsdesks?|media)|hinweise? für (?:die )?"
    r"redaktion(?:en)?|notas? (?:a|para) (?:los )?(?:editores|redactores|periodistas)) ?:?"
)
# The line over a firm's portrait of itself, which begins with its name as well. Of nine such ones
# on 890 annotated pages none is text.
_PORTRAIT = re.compile(
    r"(?:About|Über|À propos d[e’']|Acerca de|Sobre|Over|Om|Informazioni su) ?"
    r"([A-ZÀ-Þ\d][^.!?]{1,60}?):?"
)
# Probability of what a heading heads; less likely blocks are chrome. Of 25 last headings on 890
# annotated pages before a likelier block none ends the text, of 14 before another five do.
HEADED = 0.15
# The same from which on each of several last headings is text. By weights learned from other sites
# less likely ones end the text of 7 of 890 annotated pages; on six of these none is text.
SURE = 0.7
SENTENCE_ENDS = (*STOPS, '."', ".”", ".»", "!”", "?”")


def find_ending(blocks: list[PageBlock], kept: set[int], phrases: Container[int]) -> set[int]:
    """Return the index of the block behind the last kept one, if it ends the text; empty if not.

    What follows an article is mostly chrome, and its last words tell little of themselves: the
    block has to be a sentence of the same tag and class as the last kept one, as are their boxes.
    """
    last = max(kept, default=-1)
    if not 0 <= last < len(blocks) - 1 or last + 1 in phrases:
        return set()
    block = blocks[last + 1]
    is_likely = block.score >= LIKELY and _is_sentence(block)
    return {last + 1} if is_likely and _are_alike(blocks[last], block) else set()


def drop_stray_ending(blocks: list[PageBlock], kept: set[int], start: int) -> None:
    """Take a short last paragraph out of ``kept`` if no other from ``start`` stands where it does.

    Adverts and notes follow the text's box and read like its last sentence: five of seven such
    lines in 890 annotated pages were no text.
    """
    *others, last = sorted(index for index in kept if index >= start) or (0,)
    block = blocks[last]
    if not others or block.units > SHORT or block.box.type != "paragraph":
        return
    group = group_of(block.box)
    if not any(
        group_of(blocks[index].box) is group or _are_alike(blocks[index], block) for index in others
    ):
        kept.discard(last)


def drop_closing_dates(blocks: list[PageBlock], kept: set[int]) -> None:
    """Take dates of publication and change below a text, initials and dashes out of ``kept``.

    Of 502 such dates below 1,896 annotated texts one was text.
    """
    while kept:
        last = max(kept)
        box = blocks[last].box
        text = blocks[last].text
        is_signed = _INITIALS.fullmatch(text) is not None
        says_nothing = is_signed or not text.strip(DASHES) or is_date_line(text)
        if box.type != "paragraph" or box.row or not says_nothing:
            return
        kept.discard(last)


def drop_hanging_heading(blocks: list[PageBlock], kept: set[int]) -> None:
    """Take a last heading out of ``kept`` if what it heads is no text, but no mere chrome either.

    A list of links is; a line set large may close a text, and chrome follows. Of several headings
    without text between them none is the end of a text, unless one is sure or a sentence.
    """
    hanging = _last_headings(blocks, kept)
    if 1 < len(hanging) < len(kept) and not any(_is_sure(blocks[index]) for index in hanging):
        kept.difference_update(hanging)
    last = max(kept, default=-1)
    if not 0 < last < len(blocks) - 1 or len(kept) == 1:
        return
    if blocks[last].box.type == "heading" and blocks[last + 1].score >= HEADED:
        kept.discard(last)


def _is_sure(heading: PageBlock) -> bool:
    return heading.score >= SURE or heading.text.endswith(SENTENCE_ENDS)


def _last_headings(blocks: list[PageBlock], kept: set[int]) -> list[int]:
    """Return the indices of the headings that ``kept`` ends in, the last one first."""
    backwards = sorted(kept, reverse=True)
    return list(takewhile(lambda index: blocks[index].box.type == "heading", backwards))


def find_comments(blocks: list[PageBlock], start: int, phrases: Mapping[int, str]) -> int:
    """Return the index of the heading over the comments, behind the last block without one.

    ``start`` is the first block of the text. On 2 of 890 annotated pages a block behind such a
    heading was likely, and none of it text; the words alone say little, forms and counters stand
    within texts.
    """
    return min(
        (
            index
            for index, kind in phrases.items()
            if kind == "comments"
            and index > start
            and blocks[index].box.type == "heading"
            and not _is_subheading(blocks, index)
            and not _goes_on(blocks, start, index)
        ),
        default=len(blocks),
    )


def find_release_end(blocks: list[PageBlock], start: int) -> int:
    """Return the index of what ends a press release, behind the last block without one.

    It is a mark, or the line over the portrait of the firm.
    """
    return next((i for i in range(start, len(blocks)) if _ends_release(blocks, i)), len(blocks))


def _ends_release(blocks: list[PageBlock], index: int) -> bool:
    text = blocks[index].text
    if _RELEASE_END.fullmatch(text):
        return True
    about = _PORTRAIT.fullmatch(text)
    if about is None or blocks[index].box.type == "list_item" or index + 1 == len(blocks):
        return False
    return blocks[index + 1].text.startswith(about[1]) and not _has_sections(blocks, index)


def _has_sections(blocks: list[PageBlock], index: int) -> bool:
    """Return whether headings as the one at ``index`` part the text behind it, too."""
    box = blocks[index].box
    others = (block.text for block in blocks[index + 1 :] if _make_of(block.box) == _make_of(box))
    return box.type == "heading" and any(
        not (_PORTRAIT.fullmatch(text) or match_phrase(text) or _RELEASE_END.fullmatch(text))
        for text in others
    )


def _make_of(box: Box) -> tuple[str, str, Box | None]:
    return box.tag, box.names, box.parent


def _is_sentence(block: PageBlock) -> bool:
    return not block.link_share and block.text.endswith(SENTENCE_ENDS)


def _are_alike(one: PageBlock, other: PageBlock) -> bool:
    """Tell whether the two stand side by side, perhaps each in boxes of its own that look alike."""
    first: Box | None = one.box
    second: Box | None = other.box
    if other.box.type != "paragraph":
        return False
    while first and second and first is not second:
        if (first.tag, first.names) != (second.tag, second.names):
            return False
        first, second = first.parent, second.parent
    return first is second


def _goes_on(blocks: list[PageBlock], start: int, index: int) -> bool:
    """Return whether prose behind a heading stands where the text before it does."""
    return any(
        block.units > SHORT and _are_alike(blocks[start], block) for block in blocks[index + 1 :]
    )


def _is_subheading(blocks: list[PageBlock], index: int) -> bool:
    """Return whether a heading stands between paragraphs of its own box, as those of a text do."""
    around = blocks[index - 1 : index] + blocks[index + 1 : index + 2]
    return len(around) == 2 and all(
        near.box.tag == "p" and group_of(near.box) is group_of(blocks[index].box) for near in around
    )

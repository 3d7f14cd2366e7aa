"""The lines of a page that lead to another one: a listing is made of them."""

from __future__ import annotations

import re
from collections import Counter

from newscrawl.extraction.dates.lines import split_line
from newscrawl.extraction.dates.parsing import is_full_date
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.letters import STOPS, letters_of

# What printed sentences end with.
_STOPS = f'{STOPS}"”»'
# Units (words). Blocks of prose are longer than labels and headlines, or they are sentences.
_LEAST_PROSE, _LEAST_SENTENCE = 12, 5
# Units of a date beside a link in its line, and the least of that link: "March 2014 (5)" is a month
# of an archive. Without a date, 4 more of 1,757 articles would seem lists: "Ann on Bridges", "Learn
# more about bridges".
_LONGEST_DATE, _LEAST_DATED = 6, 3
# Units of a line with a date and a name; a sentence that names a day is longer.
_LONGEST_DATE_LINE = 14
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_YEAR_OR_CLOCK = re.compile(rf"\d[.:/-]\d\d|{_YEAR.pattern}")
_DAY = re.compile(r"(?<!\d)\d\d?(?!\d)")
# "holta | 9. mar. '24, kl: 20:14", "by holta » 2011-05-28 19:14".
_CLOCK = re.compile(r"(?<!\d)\d{1,2}:\d\d(?!\d)")
_DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,4}}[./-]\d{{1,2}}[./-]|\d{{1,2}}\.? [^\W\d]{{3}})|{_YEAR.pattern}"
)
# What dates a post in its line: "2026-03-14 19:10", "03.14 19:10:22", "2026年3月14日 19:10",
# "9. mar. 2024, 20:14", "Mar 14, 2026 7:10 pm".
_STAMP = re.compile(
    r"(?<!\d)\d{1,4}(?:[./年月년월-] ?\d{1,4}){1,2}[^\d\n]{1,8}\d{1,2}:\d\d"
    r"|(?<!\d)\d{1,2}\.? [^\W\d]{3,12}\.?,? '?\d{2,4}[^\d\n]{1,8}\d{1,2}:\d\d"
    r"|[^\W\d]{3,12}\.? \d{1,2},? \d{4}[^\d\n]{1,8}\d{1,2}:\d\d"
)
_WORD = re.compile(r"\w+")
# Units of a post below its headline, more than of a teaser or an entry of a live blog, and posts
# that make a page a list of them. Of 2,233 articles 5 have so many dated links inside; 4 of them
# are known by their markup, the last is a blog's front page.
_LEAST_POST = 60
LEAST_POSTS = 3
# Lines before the text that may head its first post: a headline and a date are no text of it.
_BEFORE_POST = 4
# "#entry-12"; a mere "#" waits for a script that knows where to go.
_HANDLE = re.compile(r"#[^/!]")
_NO_HEADLINE = ("date_line", "byline")
# Lines between a headline and its text: date, byline, lead, a picture's caption, buttons.
_LONGEST_HEAD = 8


def is_prose(block: PageBlock) -> bool:
    """Tell paragraphs and sentences from labels and headlines."""
    return block.units >= _LEAST_PROSE or (
        block.units >= _LEAST_SENTENCE and block.text[-1] in _STOPS
    )


def is_linked_line(block: PageBlock) -> bool:
    """Tell a line that is a link, or a link beside a date: "5 March 2026 Old bridge stays shut"."""
    if not (3 <= block.units <= 40 and (block.units > 4 or len(block.text) > 15)):
        return False
    return block.link_share > 0.8 or (
        block.links == 1
        and block.link_share > 0.4
        and block.units * (1 - block.link_share) <= _LONGEST_DATE
        and block.units * block.link_share >= _LEAST_DATED
        and block.reason not in _NO_HEADLINE
        and _YEAR_OR_CLOCK.search(block.text) is not None
    )


def count_linked_headings(blocks: list[PageBlock], linked: list[bool]) -> int:
    """Count the headings inside the text that are links to other pages."""
    headings = (blocks[index] for index in _inside(blocks) if linked[index])
    return sum(block.box.type == "heading" and not _links_itself(block) for block in headings)


def is_dated_story(blocks: list[PageBlock], linked: list[bool], title: str) -> bool:
    """Tell whether a date stands by the headline, the text below, and no teaser among them.

    In a list a teaser's headline follows the name of the list, or its date and then its headline.
    """
    headline = letters_of(title)
    text = next((i for i, block in enumerate(blocks) if _is_told(block)), 0)
    for index in range(text - 1, max(-1, text - _LONGEST_HEAD - 1), -1):
        if linked[index]:
            return False
        if headline and letters_of(blocks[index].text) == headline:
            after = [] if any(linked[text + 1 : text + 3]) else blocks[text + 1 : text + 3]
            between = blocks[index + 1 : text]
            return any(map(_has_date, [*blocks[max(0, index - 1) : index], *between, *after]))
    return False


def _is_told(block: PageBlock) -> bool:
    return block.reason is None and block.box.type != "heading" and is_prose(block)


def _has_date(block: PageBlock) -> bool:
    return (
        block.reason is not None
        and block.units <= _LONGEST_DATE_LINE
        and any(is_full_date(part.text) for part in split_line(block.text))
    )


def _links_itself(heading: PageBlock) -> bool:
    """Tell a heading whose link is a handle of itself, as of an entry of a live blog."""
    link = next(heading.box.element.iter("a"), None)
    return link is not None and _HANDLE.match(link.get("href") or "") is not None


def count_posts(blocks: list[PageBlock], linked: list[bool]) -> int:
    """Count the linked and dated lines with prose below: whole posts."""
    inside = _inside(blocks, before=_BEFORE_POST)
    starts = [index for index in inside if linked[index] and _is_dated(blocks, index)]
    if len(starts) < LEAST_POSTS:
        return 0
    ends = [*starts[1:], inside.stop]
    lengths = [_count_told(blocks[start:end]) for start, end in zip(starts, ends, strict=True)]
    return sum(length >= _LEAST_POST for length in lengths)


def signs_reply(block: PageBlock) -> bool:
    """Tell a line inside the text that says who wrote a post, and when."""
    is_line = block.in_range and bool(block.links) and block.units <= _LONGEST_DATE_LINE
    return is_line and bool(_CLOCK.search(block.text) and _DATE.search(block.text))


def count_stamps(blocks: list[PageBlock]) -> int:
    """Count the lines inside the text with a day and a clock written the same way, linked or not.

    >>> _stamp("miller1 on 14.03.2026 19:10"), _stamp("At 19:10 on Friday")
    ('a.a.a a:a', None)
    """
    lines = (b.text for b in blocks if b.in_range and b.units <= _LONGEST_DATE_LINE)
    counts = Counter(stamp for line in lines if (stamp := _stamp(line)))
    return max(counts.values(), default=0)


def _stamp(line: str) -> str | None:
    """Return how a line writes its day and clock."""
    found = _STAMP.search(line)
    return _WORD.sub("a", found[0]) if found else None


def _inside(blocks: list[PageBlock], *, before: int = 0) -> range:
    """Return the indices from the first kept block, or ``before`` it, to the last one."""
    kept = [index for index, block in enumerate(blocks) if block.reason is None]
    return range(max(0, kept[0] - before), kept[-1] + 1) if kept else range(0)


def _is_dated(blocks: list[PageBlock], index: int) -> bool:
    """Tell whether a line names a day, or has a line beside it that does if it is a heading."""
    if blocks[index].box.type != "heading":
        return _names_day(blocks[index])
    beside = blocks[max(0, index - 1) : index + 4]
    return any(_names_day(block) for block in beside if block.box.type != "heading")


def _names_day(block: PageBlock) -> bool:
    return (
        block.units <= _LONGEST_DATE_LINE
        and block.text[-1] not in _STOPS
        and _YEAR.search(block.text) is not None
        and _DAY.search(block.text) is not None
    )


def _count_told(blocks: list[PageBlock]) -> int:
    return sum(block.units for block in blocks[1:] if block.reason is None and is_prose(block))

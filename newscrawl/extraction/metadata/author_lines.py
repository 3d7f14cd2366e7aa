"""Names in printed lines of a page: bylines beside the headline and the text, signatures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import chain, pairwise

from lxml.html import HtmlElement

from newscrawl.extraction.bylines.byline import ends_in_role, split_byline, strip_asides
from newscrawl.extraction.bylines.dated import bylines_beside_dates, lone_name_beside_date
from newscrawl.extraction.bylines.han_reporters import (
    find_labelled,
    find_reporters,
    find_signed,
    is_credits_line,
    is_reporters_line,
)
from newscrawl.extraction.bylines.names import is_full_name
from newscrawl.extraction.bylines.prefix import (
    announces_author,
    has_label,
    has_prefix,
    is_lone_label,
    says_who_wrote,
    strip_date,
    strip_prefix,
)
from newscrawl.extraction.bylines.roles import calls_journalist
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.metadata.site_name import mentions_site
from newscrawl.extraction.page.bars import unify_bars
from newscrawl.extraction.page.marks import Mark
from newscrawl.extraction.text.body import Body, PageBlock
from newscrawl.extraction.text.headline_blocks import blocks_below_headline

# Blocks from the headline, and from the end, in which a byline is printed.
NEAR_BLOCKS = 8
FIRST_BLOCKS = 2
# Blocks behind the text that may still say who wrote it.
CLOSING_BLOCKS = 4
# Last blocks of a text among which it may be signed at the right, above its notes; chosen.
SIGNED_BLOCKS = 3
# Words of a name that is the first line of the text; longer ones are as often subheadings.
MAX_LONE_WORDS = 3
# Characters of a printed byline; longer lines are sentences.
MAX_LINE = 100
# Words of a letter's signature: "Dolores Doe-Roe, Los Angeles". Chosen.
MAX_SIGNED = 10

# Share of a line's characters, without its date, that are names.
_MOST, _MOST_BEHIND_LABEL = 1 / 2, 1 / 3

_BRACKETS = "(（【["
_FROM_DIGIT = re.compile(r"(?:\s\w{1,3})?\s?\d.*$")
_WORD = re.compile(r"(?<![.\w])[^\W\d]{3,}")
_RIGHT = re.compile(r"(?:align|text)(?:-|:\s*)?right")
# A blog's author by one name: "Posted by Hester at 09:14 PM in Knitting | Permalink".
_POSTED = re.compile(
    r"posted by:? (?P<name>[^\W\d_][\w.'-]{1,30})(?= (?:at|on|@|\|) ?.{0,25}\d)", re.IGNORECASE
)
# Where an agency reports from, and who does: "МОСКВА, 5 мая — РИА Новости, Анна Иванова.".
_DATELINE = re.compile(
    r"[^.!?]{2,60}\d[^.!?]{2,20}\s[—–-]\s[^,.!?]{2,40},\s(?P<name>[^,.\d]{5,40})\.?"
)
# What papers in Austria end a text with: "... sagt sie. (Jane Doe, 23.7.2025)".
_SIGNED = re.compile(r"\((?P<names>[^()]{5,80}),\s\d\d?\.\s?\d\d?\.\s?\d{4}\)$")


def from_blocks(
    body: Body | None, headline: Mark | None, site: frozenset[str], title: str
) -> list[str]:
    """Return the names in a printed line such as "By Jane Doe" near the headline or the end.

    A line may also be the name alone, beside a date, or at the top set apart in bold or italics or
    with what the person is.
    One that names no person in full, or only the site, counts where there is no other.
    """
    if body is None:
        return []
    own = [block for block in body.page_blocks if block.in_range]
    kept = [block for block in own if block.reason is None]
    head = blocks_below_headline(body.page_blocks, headline.element if headline else None)
    weak: list[str] = []
    of_site: list[str] = []
    before = own[: own.index(kept[0])][-FIRST_BLOCKS:] if kept else []
    lone = [b for b in before[-1:] if b.element.getparent() is kept[0].element.getparent()]
    lone += kept[:1]
    near = (*head, *own[:NEAR_BLOCKS], *before, *own[:-NEAR_BLOCKS:-1])
    for block in (*near, *_closing(body.page_blocks)):
        is_first = block in own[:FIRST_BLOCKS] or (
            block in lone and len(block.text.split()) <= MAX_LONE_WORDS
        )
        is_told = is_first and (_is_set_apart(block) or ends_in_role(block.text))
        whole = _byline_parts(_with_label(block, body.page_blocks), is_told=is_told)
        parts = () if block.reason is None else filter(has_prefix, _broken_lines(block))
        for line in chain(parts, whole):
            names = _names_of_line(line) or ([] if block in kept else _names_of_list(line))
            names = [name for name in names if name != title]
            others = [name for name in names if not mentions_site(name, site)]
            if any(map(is_full_name, others)):
                return names
            if others:
                weak = weak or names
            of_site = of_site or names
        weak = weak or [name for name in _lone_name(block) if not mentions_site(name, site)]
    return weak or of_site


def from_roles(body: Body | None, headline: Mark | None) -> list[str]:
    """Return the names between headline and text that stand each above what the person is."""
    blocks = body.page_blocks if body else []
    head = blocks_below_headline(blocks, headline.element if headline else None)
    named = (name for name, role in pairwise(head) if calls_journalist(role.text))
    return [n for b in named for n in split_byline(b.text, strict=True) if b.text == n]


def _broken_lines(block: PageBlock) -> list[str]:
    """Return the lines into which breaks part a short block, [] without any.

    "By Jane Doe" may stand over "Daily News, Berne", or under "Topic: Trade, Local elections".
    """
    element = block.element
    if len(block.text) > 2 * MAX_LINE or element.find("br") is None:
        return []
    lines = [element.text or ""]
    for child in element:
        if child.tag == "br":
            lines.append("")
        else:
            lines[-1] += str(child.text_content())
        lines[-1] += child.tail or ""
    lines = [line for text in lines if (line := " ".join(text.split()))]
    return lines if " ".join(lines) == block.text else []


def _closing(blocks: list[PageBlock]) -> list[PageBlock]:
    """Return the lines right behind the text that say who wrote it, or beside it: "By Ann Lee"."""
    end = _end_of(blocks)
    behind = blocks[end : end + CLOSING_BLOCKS] if end else []
    return [b for b in behind if says_who_wrote(b.text) or _is_signature(b, blocks[end - 1])]


def _end_of(blocks: list[PageBlock]) -> int:
    """Return the index behind the last block of the text, 0 if there is no text."""
    return max((index + 1 for index, block in enumerate(blocks) if block.in_range), default=0)


def _is_signature(block: PageBlock, last: PageBlock) -> bool:
    """Return whether a line right beside the last paragraph is a byline and nothing else."""
    is_beside = block.element.getparent() is last.element.getparent() and block.link_share < 1
    is_whole = (
        not is_lone_label(block.text) and block.text[0] not in _BRACKETS and block.text[-1] != "."
    )
    return is_beside and is_whole and has_prefix(block.text)


def _lone_name(block: PageBlock) -> list[str]:
    return lone_name_beside_date(block.text) if len(block.text) <= MAX_LINE else []


def _with_label(block: PageBlock, blocks: list[PageBlock]) -> str:
    """Return a block's text, parted from a label that only a style sheet sets apart.

    The label may be an element of its own before the name ("By" and "Jane Doe"), or a block before
    the name's.
    """
    text = block.text
    if len(text) > MAX_LINE:
        return text
    if is_lone_label(text):
        after = (other for before, other in pairwise(blocks) if before is block)
        return " ".join([text, *(other.text for other in after)])
    first = next((part.strip() for part in block.element.itertext() if part.strip()), "")
    is_glued = text.startswith(first) and not text.removeprefix(first).startswith(" ")
    return f"{first} {text.removeprefix(first)}" if is_glued and is_lone_label(first) else text


def from_dateline(body: Body | None) -> list[str]:
    """Return the name behind the agency in a text's bold first words: "BERN, 5 May - RMP, Doe."."""
    first = next((b for b in body.page_blocks if b.reason is None), None) if body else None
    bold = next(first.element.iter("b", "strong"), None) if first else None
    words = " ".join(str(bold.text_content()).split()) if bold is not None else ""
    line = _DATELINE.fullmatch(words) if first and first.text.startswith(words) else None
    return [line["name"]] if line and is_full_name(line["name"]) else []


def from_labels(body: Body | None) -> list[str]:
    """Return the names of a line anywhere that a word for author begins: "Autorin: Jane Doe".

    The word and the names may be two cells of a row.
    """
    blocks = body.page_blocks if body else []
    lines = (block.text for block in blocks)
    rows = (
        f"{label.text} {names.text}"
        for label, names in pairwise(blocks)
        if label.box.row and label.box.row == names.box.row and is_lone_label(label.text)
    )
    return next(filter(None, map(_names_of_line, filter(has_label, chain(lines, rows)))), [])


def from_reporters(body: Body | None) -> list[str]:
    """Return the reporters whom a Chinese or Japanese text begins with, or ends with."""
    blocks = body.page_blocks if body else []
    end = _end_of(blocks)
    own = [block for block in blocks if block.in_range]
    last = [*own[-NEAR_BLOCKS:], *(blocks[end : end + 1] if end else ())]
    begun = (find_reporters(block.text) for block in own[:NEAR_BLOCKS])
    ended = (_signed_by(block.text) for block in reversed(last))
    return next(filter(None, chain(begun, ended)), [])


def from_credits(body: Body | None) -> list[str]:
    """Return whom a line labels where a Chinese text begins or ends: "文 | 李晓燕"."""
    blocks = body.page_blocks if body else []
    end = _end_of(blocks)
    own = [block for block in blocks[:end] if block.in_range]
    last = (*own[-FIRST_BLOCKS:], *blocks[end : end + CLOSING_BLOCKS])
    near = (*own[:NEAR_BLOCKS], *(block for block in last if is_credits_line(block.text)))
    lines = (find_labelled(block.text[: 2 * MAX_LINE]) for block in near)
    labelled = (chain.from_iterable(map(_names_of_line, labels)) for labels in lines)
    return next(filter(None, map(list, labelled)), [])


def _signed_by(line: str) -> list[str]:
    """Return the names in brackets that a line ends with, or that are all of it."""
    return find_signed(line) or (find_reporters(line) if is_reporters_line(line) else [])


def _byline_parts(text: str, *, is_told: bool) -> Iterator[str]:
    """Yield what of a line may name authors: what follows its date, what a label announces."""
    text = unicodedata.normalize("NFC", text)  # as the words of labels are written
    line = strip_date(text[: MAX_LINE + 1])
    if says_who_wrote(line):
        line = line.partition(" who ")[0]
    if len(line) > MAX_LINE and says_who_wrote(line):
        line = _without_posting(line)
    if is_told or has_prefix(line) or line != text:
        yield line
    first, *others = unify_bars(text[: 2 * MAX_LINE]).split(" | ")
    yield from filter(has_prefix, others)
    if len(text) <= MAX_LINE:
        yield from bylines_beside_dates(text)
    if others and is_date_line(others[0]):
        yield first
    yield from find_labelled(text[: 2 * MAX_LINE])


def _without_posting(line: str) -> str:
    """Return a long line as far as it may be one, if its date parts persons from the rest.

    "Posted by Jane Doe on May 2, 2024 at 08:14 AM in Books, Libraries | Permalink"
    """
    short = line[: MAX_LINE - 1]
    is_dated = any(map(str.isdigit, short))
    return short if is_dated and all(map(is_full_name, split_byline(short))) else line


def from_signature(body: Body | None) -> list[str]:
    """Return the name set apart as the last line of the text, or at the right there or behind.

    It may also stand with the day in the brackets that end the text.
    """
    blocks = body.page_blocks if body else []
    end = _end_of(blocks)
    if not end:
        return []
    last = blocks[end - 1]
    if signed := _SIGNED.search(last.text[-MAX_LINE:]):
        return list(filter(is_full_name, split_byline(signed["names"], strict=True)))
    own = [last] if _is_set_apart(last) and not _ends_letters(blocks[:end]) else []
    own += filter(_is_lone_name, blocks[max(end - SIGNED_BLOCKS, 0) : end])
    own += filter(_is_right, blocks[max(end - SIGNED_BLOCKS, 0) : end])
    behind = (block for block in blocks[end : end + 1] if _is_right(block))
    own += (block for block in behind if block.element.getparent() in _boxes_of(last))
    lines = (
        (_broken_lines(each) or [each.text])[0] for each in own if each.text[0] not in _BRACKETS
    )
    return next(filter(None, map(_names_of_line, lines)), [])


def _is_lone_name(block: PageBlock) -> bool:
    """Return whether a name is set apart above what the person is: "Jane Doe,"."""
    return block.text.endswith(",") and _is_set_apart(block) and is_full_name(block.text[:-1])


def _ends_letters(blocks: list[PageBlock]) -> bool:
    """Return whether other lines are signed with a place as the last one is: letters."""
    signed = [block for block in blocks if "," in block.text and block.units <= MAX_SIGNED]
    others = (block for block in signed if block.in_range and block is not blocks[-1])
    is_one = blocks[-1] in signed
    return is_one and any(_is_set_apart(each) and _names_of_line(each.text) for each in others)


def _boxes_of(block: PageBlock) -> tuple[HtmlElement | None, ...]:
    """Return a block's element and the one around: paragraphs may stand in their box without."""
    return block.element, block.element.getparent()


def _names_of_line(line: str) -> list[str]:
    """Return the names of a line that has little else, but for "; editing by Ann Roe"."""
    names = split_byline(line, strict=True) if len(line) < MAX_LINE else []
    if names and find_reporters(line):
        return names
    if not names and (posted := _POSTED.match(line)):
        return split_byline(posted["name"])
    if not names:
        return []
    rest = strip_asides(line.partition(";")[0])
    is_announced = announces_author(line)
    if is_announced:
        rest = _FROM_DIGIT.sub("", rest)
    share = sum(map(len, names)) / max(len(rest), 1)
    if share > _MOST or ends_in_role(line):
        return names
    return names[:1] if is_announced and share > _MOST_BEHIND_LABEL else []


def _names_of_list(line: str) -> list[str]:
    """Return the names of "By Jane Doe, Daily News, Monday, June 3": none of it is a sentence."""
    words = _WORD.findall(strip_prefix(line))
    if not has_prefix(line) or len(line) >= MAX_LINE or any(map(str.islower, words)):
        return []
    return split_byline(line, strict=True)[:1]


def _is_set_apart(block: PageBlock) -> bool:
    """Whether a line is bold or italic as a whole, and no heading: "Key Takeaways" is no name."""
    if str(block.element.tag).startswith("h"):
        return False
    inner = next((e for e in block.element.iter("strong", "b", "em", "i")), None)
    return inner is not None and " ".join(str(inner.text_content()).split()) == block.text


def _is_right(block: PageBlock) -> bool:
    """Return whether a line is aligned to the right."""
    element = block.element
    says = (element.get("class"), element.get("style"), f"align:{element.get('align')}")
    return any(text is not None and _RIGHT.search(text) for text in says)

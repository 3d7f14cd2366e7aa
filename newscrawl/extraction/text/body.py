"""The article's blocks among all blocks of a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from newscrawl.extraction.boilerplate.cards import find_cards
from newscrawl.extraction.boilerplate.copies import find_copies, find_pull_quotes
from newscrawl.extraction.boilerplate.fact_boxes import find_fact_boxes
from newscrawl.extraction.boilerplate.foreign_boxes import find_foreign_boxes
from newscrawl.extraction.boilerplate.further_links import find_further_links
from newscrawl.extraction.boilerplate.head_lines import is_before_text, is_furniture, is_head_line
from newscrawl.extraction.boilerplate.other_articles import find_other_articles
from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.boilerplate.posts import find_posts
from newscrawl.extraction.boilerplate.reasons import (
    find_reason,
    is_certain,
    is_credited,
    says_title,
)
from newscrawl.extraction.boilerplate.teasers import find_teasers
from newscrawl.extraction.boilerplate.walls import asks_for_consent
from newscrawl.extraction.boilerplate.widgets import find_widgets
from newscrawl.extraction.page.blocks import PageBlock, find_blocks
from newscrawl.extraction.page.boxes import Box, with_inner
from newscrawl.extraction.page.evidence import Evidence, read_evidence
from newscrawl.extraction.page.oversize import MOST_BLOCKS
from newscrawl.extraction.page.selectors import find_all
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.attributions import settle_attributions
from newscrawl.extraction.text.beginnings import drop_line_beside_date
from newscrawl.extraction.text.classifier import MODEL, to_probability
from newscrawl.extraction.text.containers import Candidates, join_parts, measure_from
from newscrawl.extraction.text.disclosures import lift_summaries
from newscrawl.extraction.text.endings import (
    drop_closing_dates,
    drop_hanging_heading,
    drop_stray_ending,
    find_comments,
    find_ending,
    find_release_end,
)
from newscrawl.extraction.text.entries import find_in_entries
from newscrawl.extraction.text.features import FeatureTable
from newscrawl.extraction.text.galleries import find_gallery, lift_listed
from newscrawl.extraction.text.gaps import find_gaps
from newscrawl.extraction.text.headings import even_out_headings, find_like_headings
from newscrawl.extraction.text.initials import join_initials
from newscrawl.extraction.text.leads import find_lead, find_stated, is_standfirst
from newscrawl.extraction.text.line_numbers import find_line_numbers
from newscrawl.extraction.text.lists import even_out_lists
from newscrawl.extraction.text.pros_and_cons import lift_pros_and_cons
from newscrawl.extraction.text.stated import read_stated
from newscrawl.extraction.text.stated_lines import lift_stated_lines
from newscrawl.extraction.text.tables import even_out_rows, find_cells, join_rows
from newscrawl.items import Block, Removed

__all__ = ["Body", "PageBlock", "read_body"]

# Margin at a glance below which a block's text is looked at: more costs time. Measured on annotated
# pages: 2.0 looks at 37 % of the blocks, as exact as looking at all; 1.5 looks at 28 % and loses.
DOUBT = 2.0
# Probability from which on a block is kept. Leak and loss weigh the same at one half.
KEEP = 0.5
# The same inside a box that the site's rules name: there only what is clearly no text goes.
KEEP_IN_RULES = 0.1
# The same where no block reaches the first: a page of one short line, or of nothing but links.
# Lower, an advert is taken where the article is missing; higher, lists are said to be empty.
KEEP_AT_LAST = 0.3
# Blocks from the first likely one on in which the text begins, be there prose or not: a page of
# nothing but short lines is asked no further for dates and bylines. Of 2,158 real pages one has
# more of them, and they are its text.
HEAD_BLOCKS = 200


@dataclass(slots=True)
class Body:
    """The article's text as structure, and what was decided about everything else."""

    blocks: list[Block] = field(default_factory=list)
    """What is kept: the record's blocks."""
    lead: str | None = None
    """The lead between headline and text; in ``blocks`` too unless the markup sets it apart."""
    removed: list[Removed] = field(default_factory=list)
    """What stood between the headline, or the first kept block, and the last one kept."""
    page_blocks: list[PageBlock] = field(default_factory=list)
    """All blocks of the page: metadata looks here for bylines, date lines and captions."""
    is_oversized: bool = False
    """Whether the page has more blocks than any article; none of them is read then."""

    @property
    def text(self) -> str:
        """The blocks' texts, parted by a blank line."""
        return "\n\n".join(block.text for block in self.blocks if block.text)


def read_body(page: Page, structured: Structured, *, title: str, rules: Rules) -> Body:
    """Return the article's body; empty if the page has none.

    What stands in a box of ``rules.body`` is kept unless it is clearly no text, and nothing
    outside; what stands in a box of ``rules.drop`` never is.
    """
    blocks, boxes = find_blocks(page.root, is_furniture)
    if len(blocks) > MOST_BLOCKS:
        return Body(is_oversized=True)
    if not blocks:
        return _make_body(page, blocks, None, structured, title)
    letters = join_initials(blocks)
    evidence = read_evidence(structured, title)
    named = _boxes_of(page, boxes, (rules.body,) if rules.body else ())
    foreign, cards = find_foreign_boxes(boxes), find_cards(blocks, boxes, page.url)
    table = _weigh(Candidates(blocks, boxes, evidence, MODEL.names, foreign, cards), named)
    least = KEEP_IN_RULES if named else KEEP
    _even_out(blocks, table.main, structured, least)
    listed = lift_listed(blocks, table.main, table.phrases, least)
    likely = _find_likely(table, least)
    apart = letters | _find_apart(table, likely)
    start = _find_start(likely, table)
    end = min(find_comments(blocks, start, table.phrases), find_release_end(blocks, start))
    barred = foreign | cards | _boxes_of(page, boxes, rules.drop)
    barred |= _find_boxes_beside(page, blocks, boxes, likely, start)

    def may_stay(index: int) -> bool:
        return (
            index < end
            and index not in apart
            and (not named or blocks[index].box in named)
            and blocks[index].box not in barred
            and (index in listed or not _is_known(index, table, start))
        )

    kept = _complete(set(filter(may_stay, likely)), table, boxes, may_stay)
    kept |= find_gallery(blocks, kept, table.title_index)
    lead = find_lead(blocks, kept, evidence)
    left_out = lead is not None and is_standfirst(blocks[lead])
    if lead is not None:
        (kept.discard if left_out else kept.add)(lead)
    _trim(blocks, kept, start)
    # Without a headline, what was taken for text first: a byline that was none of it.
    top = table.title_index if table.title_index >= 0 else min(likely, default=-1)
    _give_reasons(blocks, kept, top, evidence)
    if lead is not None and left_out:
        blocks[lead].reason = "lead"
    lead_text = blocks[lead].text if lead is not None else None
    return _make_body(page, blocks, lead_text, structured, title)


def _even_out(blocks: list[PageBlock], main: Box, structured: Structured, least: float) -> None:
    """Mend the scores of blocks that are text together, or not at all."""
    even_out_rows(blocks, least)
    even_out_lists(blocks, least)
    even_out_headings(blocks, least)
    lift_summaries(blocks, least)
    lift_pros_and_cons(blocks, main, least)
    lift_stated_lines(blocks, structured, least)


def _find_likely(table: FeatureTable, least: float) -> list[int]:
    """Return the indices of what may be text; of less likely blocks where there is none."""
    return (
        _from_score(table.blocks, least)
        or _from_score(table.blocks, KEEP_AT_LAST)
        or find_stated(table.blocks, table.main, table.evidence)
    )


def _complete(
    kept: set[int], table: FeatureTable, boxes: list[Box], may_stay: Callable[[int], bool]
) -> set[int]:
    """Return what is kept, with what belongs to it by its place and without what it says twice."""
    blocks, phrases = table.blocks, table.phrases
    kept |= set(filter(may_stay, find_gaps(blocks, kept, phrases)))
    kept |= set(filter(may_stay, find_in_entries(blocks, boxes, kept, phrases)))
    kept |= set(filter(may_stay, find_like_headings(blocks, kept, phrases)))
    kept |= set(filter(may_stay, find_ending(blocks, kept, phrases)))
    kept |= find_cells(blocks, kept, phrases)
    kept -= find_pull_quotes(blocks, kept)
    settle_attributions(blocks, kept)
    return kept


def _is_known(index: int, table: FeatureTable, start: int) -> bool:
    """Return whether a block's words and its place before the text show that it is none of it.

    What is hidden there is for machines and menus: of 19 such blocks on nine of 2,158 real pages
    four stand on annotated ones, and two of these are text.
    """
    block = table.blocks[index]
    return (
        (says_title(block, table.evidence) and not (index > start and _heads(table.blocks, index)))
        or is_certain(block, match_phrase(block.text))
        or is_credited(table.blocks, index, table.phrases)
        or (index < start and (block.box.hidden or is_before_text(block)))
        or (index < table.title_index and asks_for_consent(block.text))
    )


def _heads(blocks: list[PageBlock], index: int) -> bool:
    """Return whether a block that says the title may head a part of the text.

    Of 25 such ones behind the first prose on 890 annotated pages 21 are text, of less likely ones
    five of 17 (by weights that were learned from other sites); said twice in a row it is none.
    """
    block = blocks[index]
    is_said_again = block.text == blocks[index - 1].text
    return block.box.type == "heading" and block.score >= KEEP and not is_said_again


def _find_apart(table: FeatureTable, likely: list[int]) -> set[int]:
    """Return the indices of further links, embedded posts, copies and numbers of lines."""
    blocks, phrases = table.blocks, table.phrases
    found = find_further_links(blocks, phrases) | find_posts(blocks, phrases)
    return found | find_copies(blocks, likely) | find_line_numbers(blocks)


def _find_boxes_beside(
    page: Page, blocks: list[PageBlock], boxes: list[Box], likely: list[int], start: int
) -> set[Box]:
    """Return the boxes of other articles, teasers, forms and facts."""
    found = find_other_articles(blocks, boxes, start) | find_widgets(page.root, boxes, start)
    found |= find_fact_boxes(blocks, boxes, likely)
    return found | find_teasers(blocks, boxes, likely, start, page.url)


def _trim(blocks: list[PageBlock], kept: set[int], start: int) -> None:
    """Take out of ``kept`` what a text neither begins nor ends with."""
    drop_stray_ending(blocks, kept, start)
    drop_hanging_heading(blocks, kept)
    drop_closing_dates(blocks, kept)
    drop_line_beside_date(blocks, kept)


def _find_start(likely: list[int], table: FeatureTable) -> int:
    """Return the index of the first prose but headline and byline, which may be as long.

    What is hidden before prose that is shown is for machines, or said again: so on nine of 2,158
    real pages, on one of them the lead.
    """
    seen: list[int] = []
    shown: list[int] = []
    for index in likely:
        if len(shown) > 1:
            break
        if _is_prose(index, table):
            seen.append(index)
            shown += [] if table.blocks[index].box.hidden else [index]
    first = (shown if len(shown) > 1 else seen)[:1]
    furthest = min((index + HEAD_BLOCKS for index in likely[:1]), default=len(table.blocks))
    return min(*first, furthest, len(table.blocks) - 1)


def _is_prose(index: int, table: FeatureTable) -> bool:
    is_long = table.sums.prose[index] and index != table.title_index
    return is_long and not is_head_line(table.blocks[index])


def _from_score(blocks: list[PageBlock], least: float) -> list[int]:
    return [index for index, block in enumerate(blocks) if block.score >= least]


def _boxes_of(page: Page, boxes: list[Box], selectors: tuple[str, ...]) -> set[Box]:
    """Return the boxes that the selectors match and all boxes inside these."""
    if not selectors:
        return set()
    elements = {element for selector in selectors for element in find_all(page.root, selector)}
    return with_inner({box for box in boxes if box.element in elements}, boxes)


def _weigh(candidates: Candidates, named: set[Box]) -> FeatureTable:
    """Choose the main box, note in each block how likely it is text, and return their features."""
    blocks, boxes = candidates.blocks, candidates.boxes
    choices = [box for box in boxes if box in named][:1] or candidates.choices
    main = max(choices, key=lambda box: MODEL.main.margin(candidates.row(box)), default=boxes[0])
    main = join_parts(main, boxes)
    measure_from(main, boxes)
    table = FeatureTable(blocks, main, candidates.evidence)
    for index in table.worth_weighing():
        glance = table.glance(index)
        margin = MODEL.glance.margin(glance)
        if abs(margin) < DOUBT:
            margin = MODEL.look.margin(table.look(index, glance))
        blocks[index].score = to_probability(margin)
    return table


def _give_reasons(blocks: list[PageBlock], kept: set[int], top: int, evidence: Evidence) -> None:
    first, last = min(kept, default=len(blocks)), max(kept, default=-1)
    if 0 <= top < first:
        first = top
    for index, block in enumerate(blocks):
        block.in_range = first <= index <= last
        if index not in kept:
            block.reason = find_reason(block, evidence) if block.in_range else "outside"


def _make_body(
    page: Page, blocks: list[PageBlock], lead: str | None, structured: Structured, title: str
) -> Body:
    kept = [block for block in blocks if block.reason is None]
    units = sum(block.units for block in kept)
    stated = read_stated(page, structured, units, title=title)
    return Body(
        blocks=stated or join_rows(kept),
        lead=lead,
        removed=[
            Removed(reason=block.reason, text=block.text)
            for block in blocks
            if block.in_range and block.reason
        ],
        page_blocks=blocks,
    )

"""How many comments the page shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extraction.page.json_ld import as_list, types_of
from newscrawl.extraction.page.selectors import read_texts
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules

_COUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,\u00a0\u202f ]\d{3}){1,4}(?!\d)|(?<!\d)\d{1,7}(?!\d)")
# What WordPress prints above the comments: "3 thoughts on “Snow”", "3 Gedanken zu „Schnee“".
_TITLED = re.compile(r"(\d{1,6}) [^\W\d]{4,14} [^\W\d]{1,5} ?[“\"„«‘『「]")
COMMENT_WORD = re.compile(
    r"comment|comentário|reacti|komentář|комментари|коментар|каментар|пікір|yorum|komentar"
    r"|bình luận|コメント|评论|評論|댓글|(?:ال)?تعليق(?:ات)?|نظر|دیدگاه|تبصر|σχόλι"
    r"|hozzászólás|comentari|komentār|תגוב|टिप्पण|कमेंट|মন্তব্য|ความคิดเห็น"
    r"|athugasemd|ummæli|komentár|komment|diskus[ei]|diskuze|příspěv|şərh|ý kiến|留言|обсудить"
    r"|repl(?:y|ies)|responses|réactions?|réagir|leserbriefe|beiträge|conversation|reazioni",
    re.IGNORECASE,
)
"""Finds a word for comments in a line."""
# Whose comments they are, before the word without a space: "Leserkommentare", "网友评论".
_WHOSE = "leser|网友|網友|读者|讀者|用户|全部|所有"
# The word and the number, and little else: a headline with both is no counter.
_COUNTER = re.compile(
    rf"\W*(?:[\d\s.,]+[条條件]?\W*)?(?:\w+\W+)?(?:{_WHOSE})?"
    rf"(?:{COMMENT_WORD.pattern})[^\s\d]*\W*(?:\d[\d\s.,]*\D{{0,3}})?",
    re.IGNORECASE,
)
# The same where the markup says that it counts comments: "See all 12 comments".
_MOST_WORDS = 5
_HEADINGS = frozenset(("h1", "h2", "h3"))
# Boxes of other articles, and how many elements up from a counter they are looked for; chosen.
_OTHERS = re.compile(
    r"(?:^|[\s_-])(?:cards?(?:$|[\s_-])|(?:related|recommend\w*|teasers?|tsr)(?:$|[\s-]))"
)
_STEPS = 3
# Characters of a counter with its word: "Комментарии: 12", "12 reader comments".
MAX_COUNTER = 40


def read_comment_count(page: Page, structured: Structured, rules: Rules) -> tuple[int | None, str]:
    """Return the number of comments and where it was read; None if the page shows none.

    A page that states none may be older than the comments that it prints.
    """
    for text in read_texts(page.root, rules.comment_count) if rules.comment_count else ():
        if (count := parse_count(text)) is not None:
            return count, "rules"
    stated = ((_whole_number(value), source) for value, source in _stated_counts(structured))
    counts = [(count, source) for count, source in stated if count is not None]
    if positive := next((found for found in counts if found[0]), None):
        return positive
    printed = _printed_count(structured, needs_word=bool(counts))
    return printed if printed[0] or not counts else counts[0]


def _stated_counts(structured: Structured) -> Iterator[tuple[object, str]]:
    yield structured.article.get("commentCount"), "json_ld"
    for statistic in as_list(structured.article.get("interactionStatistic")):
        if isinstance(statistic, dict) and _is_about_comments(statistic.get("interactionType")):
            yield statistic.get("userInteractionCount"), "json_ld"
    for key in ("commentcount", "article:comment_count", "comment_count"):
        yield structured.first_meta(key), "meta"
    for value in structured.itemprops.get("commentCount", ()):
        yield value, "itemprop"


def _is_about_comments(kind: object) -> bool:
    names = types_of(kind) if isinstance(kind, dict) else as_list(kind)
    return any("Comment" in name for name in names if isinstance(name, str))


def _whole_number(value: object) -> int | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() and 0 <= value < 10**7 else None
    if isinstance(value, int):
        return value if 0 <= value < 10**7 else None
    return parse_count(value) if isinstance(value, str) else None


def _printed_count(structured: Structured, *, needs_word: bool) -> tuple[int | None, str]:
    """Return the first counter in the page's markup; a word beside it must mean comments."""
    marked = structured.marks.of("comments")
    own = [mark for mark in marked if not _is_of_others(mark.element)]
    for element, _ in (*own, *structured.marks.headings):
        text = " ".join(str(element.text_content()).split())
        if titled := _TITLED.match(text):
            return int(titled[1]), "text"
        if len(text) > MAX_COUNTER or (count := parse_count(text)) is None:
            continue
        if needs_word and not COMMENT_WORD.search(text):
            continue
        is_heading = element.tag in _HEADINGS
        if _COUNTER.fullmatch(text) or (not is_heading and _is_counter(text)):
            return count, "text"
    return None, ""


def _is_of_others(counter: HtmlElement) -> bool:
    """Return whether a counter stands in the teaser of another article, by its class."""
    boxes = (counter, *islice(counter.iterancestors(), _STEPS))
    return any(_OTHERS.search(box.get("class") or "") for box in boxes)


def _is_counter(text: str) -> bool:
    """Tell whether what the markup calls comments counts them: "Read 12 comments", "(12)"."""
    return text.count(" ") < _MOST_WORDS and (
        not any(map(str.isalpha, text)) or COMMENT_WORD.search(text) is not None
    )


def parse_count(text: str) -> int | None:
    """Return the one number in a counter's text, None if there is none or several.

    >>> parse_count("Comments (1,204)")
    1204
    """
    numbers = _COUNT.findall(text)
    if len(numbers) != 1 or re.search(r"\d[.,]\d{1,2}(?!\d)|-\d", text):
        return None
    return int(re.sub(r"\D", "", numbers[0]))

"""What a page shows of its kind: its markup, its words, its buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from lxml.html import HtmlElement

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.json_ld import as_list, types_of
from newscrawl.extraction.page.letters import FIRST_UNSPACED, letters_of
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.page.units import count_units
from newscrawl.extraction.verdict.kinds import ARTICLE, REFUSALS, Signal, phrases_of, words_of
from newscrawl.extraction.verdict.publication import is_of_readers, own_nodes

# Characters of a title that are looked at, so that a hostile one costs little.
_LONGEST = 400
# The same of a short text, whose teasers count.
_LONGEST_TEXT = 2000
# Words. "About us" names a page, "About us, the people of the delta" is a headline; so with kinds
# whose words are common ones.
_SHORT_NAME = 6
# Words of a headline that is rather a name: 6 articles of 100 have so few.
_LONGEST_NAME = 2
_NAMED = frozenset(("service_page", "index_page"))
# Words of a headline and of what is said in the place of a text that was taken away.
_SHORT_REMOVAL = 80
# Words of an error's or a wall's headline, without the site's name, that say nothing else.
_SHORT_REFUSAL = 5
# Words of the line that asks readers of a manual, with its answers: "Yes", "No".
_LONGEST_QUESTION = 14
_SUFFIX = re.compile(r"\s[|•·–—-]\s")
# "Episode 112: Frost"; without a number the word may begin any headline: "Folge der Dürre".
_EPISODE = re.compile(
    r"(?:episode|podcast|folge|épisode|episodio|episódio|odcinek|выпуск|эпизод)\s+#?\d",
    re.IGNORECASE,
)
# Characters after a name in the headline of its page: a year.
_LONGEST_YEAR = 4
_SPLIT_CLASS = re.compile(r"[^\w-]+")
# "page-id-12" is known as "page-id".
_NUMBER = re.compile(r"-?\d+$")


def kinds_of_markup(page: Page, structured: Structured, title: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for what classes, JSON-LD, Open Graph and the generator say."""
    body = page.root.find("body")
    attribute = (body.get("class") or "").lower() if body is not None else ""
    names = [_NUMBER.sub("", name) for name in _SPLIT_CLASS.split(attribute)]
    classes = {kind for kind, words in _BODY_CLASSES.items() if not words.isdisjoint(names)}
    if custom := _kinds_of_post_type(names):
        classes = custom
    elif ARTICLE in classes:
        classes -= {"index_page", "tag_page", "service_page"}
    yield from (("body_class", kind) for kind in sorted(classes))
    yield from _kinds_of_types(structured, title)
    if {"offers.price", "price", "product:price:amount"} & (
        structured.itemprops.keys() | structured.meta.keys()
    ):
        yield "price", "product_page"
    og_type = (structured.first_meta("og:type") or "").lower()
    for kind, words in _OG_TYPES.items():
        if og_type in words or og_type.partition(".")[0] in words:
            yield "og_type", kind
    generator = (structured.first_meta("generator", "application-name") or "").lower()
    ids = f"{page.root.get('id') or ''} {' '.join(names[:40])}".lower().split()
    for kind, words in _SOFTWARE.items():
        if any(word in generator for word in words if len(word) > 3) or not words.isdisjoint(ids):
            yield "software", kind


def _kinds_of_post_type(names: list[str]) -> set[str]:
    """Return the kinds of WordPress's own types of posts: "single-property" is no article."""
    single = {name for name in names if name.startswith("single-")}
    return {kind for kind, words in _POST_TYPES.items() if not words.isdisjoint(single)}


def _kinds_of_types(structured: Structured, title: str) -> Iterator[tuple[str, str]]:
    printed = {"name": structured.itemprops.get("name", [])}
    items = [(printed, name) for name in _types_of_items(structured)]
    stated = [(node, name) for node in own_nodes(structured) for name in types_of(node)]
    seen: dict[str, bool] = {}
    for node, name in (*stated, *items):
        if kind := _SCHEMA_TYPES.get(name):
            seen[kind] = seen.get(kind, False) or _is_full(node, name, title)
    if is_of_readers(structured):
        yield "reviews", "product_page"
    yield from (("main_type" if full else "weak_type", kind) for kind, full in seen.items())


def _types_of_items(structured: Structured) -> Iterator[str]:
    """Yield the type of each microdata object that is no value of another one."""
    seen: set[HtmlElement] = set()
    for item in structured.marks.items:
        around: HtmlElement | None = item
        while around is not None and around not in seen:
            seen.add(around)
            if not around.get("itemprop"):
                yield (around.get("itemtype") or "").rpartition("/")[2]
            around = around.getparent()


def _is_full(node: dict[str, Any], name: str, title: str) -> bool:
    """An offer makes a product; a list, a blog or a shop's address alone makes no page.

    A film, a hotel or an event does, where the headline is its name.
    """
    if name == "Product":
        return "offers" in node
    if name in _THINGS:
        return any(_is_name(value, title) for value in as_list(node.get("name")))
    return name not in _VAGUE_TYPES


def _is_name(value: object, title: str) -> bool:
    """Tell whether a headline is no more than this name, but for a year or the like.

    >>> _is_name("Dune", "Dune (2021)"), _is_name("Dune", "Dune: a desert of ideas")
    (True, False)
    """
    name, headline = (letters_of(text) for text in (value if isinstance(value, str) else "", title))
    return bool(name) and headline.startswith(name) and len(headline) - len(name) <= _LONGEST_YEAR


def kinds_of_words(structured: Structured, title: str) -> Iterator[tuple[str, str]]:
    """Yield ("title", kind) for what the headline and the title say."""
    names = [_fold(title), _fold(structured.title_tag or "")]
    headings = [str(mark.element.text_content()) for mark in structured.marks.headings[:3]]
    lines = [line for line in (*names, *map(_fold, headings)) if line]
    short = [name for name in names if name.count(" ") < _SHORT_NAME]
    together = "\n".join(lines)
    if _EPISODE.match(title):
        yield "title", "video_page"
    if title and count_units(title) <= _LONGEST_NAME:
        yield "name_title", "index_page"
    for kind, starts in _TITLES.items():
        if kind in REFUSALS:
            yield from _kinds_of_refusal(kind, lines)
        elif any(_begins(line, starts) for line in (short if kind in _NAMED else lines)) or any(
            phrase in together for phrase in _SAID.get(kind, ())
        ):
            yield "title", kind


def _kinds_of_refusal(kind: str, lines: list[str]) -> Iterator[tuple[str, str]]:
    """Yield ("title", kind) where a page or an article is refused, ("refusal", kind) of all else.

    "Page not found" and "Access denied" are errors, "Missing sailor not found" is news.
    """
    begun = [line for line in lines if _begins(line, _TITLES[kind])]
    together = "\n".join(lines)
    is_said = any(phrase in together for phrase in _SAID.get(kind, ()))
    said = [line for line in lines if is_said and _says(line, _SAID, kind)]
    if (
        any(_says(line, _REFUSED, kind) for line in (*begun, *said))
        or any(_is_short(line, _SHORT_REFUSAL) for line in begun)
        or any(_is_short(line, _LONGEST_NAME) for line in said)
    ):
        yield "title", kind
    elif begun or said:
        yield "refusal", kind


def kinds_of_first_line(text: str) -> Iterator[tuple[str, str]]:
    """Yield ("first_line", "soft_404") for a text that begins with an error: "Item not found!".

    A list of other articles may follow, which has the length of a text.
    """
    line = _fold(text.partition("\n")[0])
    if _is_short(line, _SHORT_REFUSAL):
        found = _kinds_of_refusal("soft_404", [line])
        yield from (("first_line", kind) for signal, kind in found if signal == "title")


def _says(line: str, phrases: Mapping[str, tuple[str, ...]], kind: str) -> bool:
    """Tell whether one of the phrases begins a word of the line; in Thai or Chinese any letter."""
    return any(
        phrase in line if phrase[0] >= FIRST_UNSPACED else f" {phrase}" in f" {line}"
        for phrase in phrases.get(kind, ())
    )


def _is_short(line: str, most: int) -> bool:
    """Tell whether a line has at most so many words but for the site's name, and no second part."""
    name = _SUFFIX.split(line)[0]
    return ":" not in name and count_units(name) <= most


def kinds_of_short_text(text: str) -> Iterator[tuple[str, str]]:
    """Yield ("short_text", kind) for what the whole text of a page says that has hardly any.

    ("removed", "soft_404") where it says that this very article is gone: a site leaves what it
    states for machines.
    """
    folded = " ".join(text[:_LONGEST_TEXT].lower().split())
    if count_units(folded) <= _SHORT_REMOVAL and any(phrase in folded for phrase in _REMOVED):
        yield "removed", "soft_404"
    for kind, phrases in _SHORT_TEXTS.items():
        if any(phrase in folded for phrase in phrases):
            yield "short_text", kind


def _fold(text: str) -> str:
    return " ".join(text[:_LONGEST].lower().split())


def _begins(line: str, starts: tuple[str, ...]) -> bool:
    """Tell whether a line begins with one of these; letters may go on only where none are spaced.

    >>> _begins("homes for all", ("home",)), _begins("検索結果一覧", ("検索結果",))
    (False, True)
    """
    return line.startswith(starts) and any(
        line.startswith(start)
        and not (line[len(start) :][:1].isalnum() and start[-1] < FIRST_UNSPACED)
        for start in starts
    )


def kinds_of_controls(labels: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind) for the names and labels of a page's buttons and forms."""
    for kind, words in _BUTTONS.items():
        if any(word in labels for word in words):
            yield "button", kind


def kinds_of_questions(blocks: list[PageBlock], signals: list[Signal]) -> Iterator[Signal]:
    """Yield ("helpful", kind) where a page of help by its address asks whether it was any.

    Papers ask so, too, at addresses of other kinds.
    """
    for kind, phrases in _HELPFUL.items():
        if any((place, kind) in signals for place in ("host", "folder", "weak_folder")):
            short = (block.text.lower() for block in blocks if block.units <= _LONGEST_QUESTION)
            lines = "\n".join(short)
            if any(phrase in lines for phrase in phrases):
                yield "helpful", kind


_BODY_CLASSES = words_of("body_classes")
_POST_TYPES = words_of("post_types")
_OG_TYPES = words_of("og_types")
_SOFTWARE = words_of("software")
_BUTTONS = words_of("buttons")
_VAGUE_TYPES = words_of("weak_types")["any"]
_THINGS = words_of("weak_types")["things"]
_SCHEMA_TYPES = {name: kind for kind, names in words_of("schema_types").items() for name in names}
_TITLES = phrases_of("titles")
_SAID = phrases_of("said")
_REFUSED = phrases_of("things")
_SHORT_TEXTS = phrases_of("short_texts")
_REMOVED = phrases_of("removed")["soft_404"]
_HELPFUL = phrases_of("helpful")

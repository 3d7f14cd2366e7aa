"""The headline as printed.

A page names its headline up to six times: the printed heading, JSON-LD, Open Graph, Twitter,
microdata and ``<title>``. The printed one is wanted; the others vouch for it, since a page also
prints its logo, sections and other articles as headings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.json_ld import as_text, plain_text
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.selectors import find_all
from newscrawl.extraction.site_name import (
    is_site_name,
    longest_piece,
    site_names,
    strip_site_name,
)
from newscrawl.extraction.structured import Structured

# Headings and characters that are looked at; a headline comes early and is short.
MAX_HEADINGS = 60
MAX_LENGTH = 400
# Score from which a printed heading is taken (see ``_heading_score``): between an unvouched
# ``h1`` outside of header and navigation (1.0) and an unvouched ``h2`` (0.0).
MIN_SCORE = 0.75
MAX_PLACE_SCORE = 0.3
# For the very headline of JSON-LD: enough to prefer an ``h2`` to a search engine's ``h1``.
JSON_LD_SCORE = 1.2
# Support (0 to 1) that a lesser heading needs: under it the stated title was right in 17 of 25
# pages where the two differed, above it the printed one.
MIN_LESSER_SUPPORT = 0.75
_TAG_SCORE = {"h1": 1.0, "h2": 0.0, "h3": -0.3}

_HEADLINE_CLASS = re.compile(
    r"headline|(?:article|entry|post|story|page|news|content|main|single)[-_]*title"
    r"|title[-_]*(?:article|post|news)|^title$",
    re.IGNORECASE,
)
_CHROME_CLASS = re.compile(
    r"logo|brand|site-?(?:title|name|header)|masthead|(?:^|[\s_-])(?:nav|menu|footer|sidebar"
    r"|widget|related|teaser|comments?|newsletter|popup|modal|cookie|breadcrumbs?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABEL_CLASS = re.compile(
    r"kicker|over-?line|dachzeile|topline|eyebrow|roof-?line|spitzmarke|over-?title|pre-?title"
    r"|topic|label|(?:^|[\s_-])(?:sub-?title|category|rubri[ck]\w*|section|date|time|meta|posted"
    r"|badge|tag|sr-only|visually-hidden|screen-reader\S*|h\d-?small|fake-h\d)(?:$|[\s_-])",
    re.IGNORECASE,
)
_SILENT_TAGS = frozenset({"script", "style", "svg", "noscript", "template"})
_SPACED_TAGS = frozenset({"br", "div", "p", "li", "ul", "h2", "h3"})
_CHROME_TAGS = frozenset({"nav", "footer", "aside"})
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|\w+")
_QUOTES = str.maketrans(
    {**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛`´", "'"), **dict.fromkeys("‐‑–—−", "-")}
)


class Title(NamedTuple):
    """The headline and where it was read."""

    text: str
    source: str


def read_title(
    page: Page, structured: Structured, *, rules: Rules, hints: Candidate | None = None
) -> Title:
    """Return the headline as printed, ``("", "")`` if there is none."""
    for element in find_all(page.root, rules.title) if rules.title else ():
        if text := _text(element):
            return Title(text, "rules")
    names = site_names(page, structured)
    stated = list(_stated_titles(structured, hints, names))
    printed = _best_heading(structured, stated, names)
    if printed:
        return printed
    return stated[0] if stated else Title("", "")


def _stated_titles(
    structured: Structured, hints: Candidate | None, names: frozenset[str]
) -> Iterator[Title]:
    """Yield what the page and its listing call the article, the most trustworthy first."""
    if text := as_text(structured.article.get("headline")):
        yield Title(strip_site_name(text, names), "json_ld")
    for name in ("og:title", "twitter:title"):
        if text := structured.first_meta(name):
            yield Title(strip_site_name(text, names), f"meta {name}")
    for value in structured.itemprops.get("headline", ()):
        if len(text := plain_text(value)) <= MAX_LENGTH:
            yield Title(text, "itemprop")
    if structured.title_tag:
        yield Title(strip_site_name(structured.title_tag, names), "title")
    if text := structured.first_meta("title", "dc.title", "dcterms.title", "sailthru.title"):
        yield Title(strip_site_name(text, names), "meta title")
    if hints and hints.title:
        yield Title(plain_text(hints.title), hints.method)


def _best_heading(
    structured: Structured, titles: list[Title], names: frozenset[str]
) -> Title | None:
    """Return the heading that is most likely the article's, None if none is likely."""
    stated = [title.text for title in titles]
    headline = _letters(titles[0].text) if titles and titles[0].source == "json_ld" else None
    piece = longest_piece(structured.title_tag or "")
    vouchers = [words for text in (*stated, piece) if (words := _words(text))]
    best, best_score = None, MIN_SCORE
    for element, _ in structured.marks.headings[:MAX_HEADINGS]:
        for text in _readings(element, stated):
            support = _support(_words(text), vouchers)
            score = _TAG_SCORE[str(element.tag)] + 3 * support
            score += JSON_LD_SCORE if headline and _letters(text) == headline else 0
            too_weak = support < MIN_LESSER_SUPPORT and vouchers and _is_lesser(element)
            if too_weak or score + MAX_PLACE_SCORE <= best_score:
                continue
            score += _place_score(element)
            if score > best_score and not is_site_name(text, names):
                best, best_score = Title(text, str(element.tag)), score
    return best


def _is_lesser(element: HtmlElement) -> bool:
    """Return whether neither tag nor class says that this is the headline."""
    return element.tag != "h1" and not _HEADLINE_CLASS.search(_own_names(element))


def _own_names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _respelled(text: str, stated: list[str]) -> str:
    """Return a heading as stated, if a stated title has the same letters and more separators.

    Parts of a heading that only a style sheet sets apart would run into each other.
    """
    letters = _letters(text)
    same = [title for title in stated if _letters(title) == letters]
    return max([text, *same], key=lambda title: title.count(" ") + title.count(":"))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _place_score(element: HtmlElement) -> float:
    """Return what a heading's class and surroundings say for it."""
    score = 0.0
    own = _own_names(element)
    if _HEADLINE_CLASS.search(own):
        score += MAX_PLACE_SCORE
    if _CHROME_CLASS.search(own):
        score -= 1.0
    for parent in element.iterancestors():
        classes = f"{parent.get('class') or ''} {parent.get('id') or ''}"
        if parent.tag in {"body", "html"}:
            break
        if parent.tag in _CHROME_TAGS or _CHROME_CLASS.search(classes):
            return score - 1.0
    return score


def _readings(element: HtmlElement, stated: list[str]) -> Iterator[str]:
    """Yield what of a heading may be the headline: all but its labels, then its parts."""
    whole = _text(element)
    if not whole or len(whole) > MAX_LENGTH:
        return
    parts = [text for child in element if (text := _text(child))]
    if not parts:
        yield _without_section(whole)
        return
    spelled = _respelled(whole, stated)
    labels = [child for child in element if _is_label(child)]
    bare = _text(element, skip=labels).lstrip(":|/-–— ") if labels else ""
    # A label that JSON-LD counts to the headline is part of it.
    whole_counts = not bare or bare.endswith(":") or spelled in stated[:1]
    yield spelled if whole_counts else _respelled(bare, stated)
    if whole.startswith(parts[0]) and len(parts[0]) < len(whole):
        yield whole[len(parts[0]) :].lstrip(" :|/-–—")
    yield from (part for part in parts if part != whole)


def _is_label(element: HtmlElement) -> bool:
    """Return whether a part of a heading is a kicker, a date or hidden."""
    return element.tag in {"time", "small"} or bool(
        _LABEL_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    )


def _without_section(text: str) -> str:
    """Return a headline without the short label behind its last bar: "Snow in Bern | Weather"."""
    head, bar, tail = text.rpartition(" | ")
    return head if bar and len(tail.split()) <= 3 < len(head.split()) else text


def _text(element: HtmlElement, skip: Sequence[HtmlElement] = ()) -> str:
    parts: list[str] = []
    _add_texts(element, skip, parts)
    text = plain_text("".join(parts).replace("<", "\u2039")).replace("\u2039", "<")
    return text.rstrip("| ")


def _add_texts(element: HtmlElement, skip: Sequence[HtmlElement], parts: list[str]) -> None:
    if isinstance(element.tag, str) and element.tag not in _SILENT_TAGS and element not in skip:
        if element.tag in _SPACED_TAGS:
            parts.append(" ")
        parts.append(element.text or "")
        for child in element:
            _add_texts(child, skip, parts)
            parts.append(child.tail or "")
        if element.tag in _SPACED_TAGS:
            parts.append(" ")


def _support(words: Counter[str], vouchers: list[Counter[str]]) -> float:
    """Return how well the best of the stated titles agrees, 0 to 1 (F1 of the words)."""
    size = words.total()
    if not size:
        return -1.0
    return max(
        (2 * (words & other).total() / (size + other.total()) for other in vouchers),
        default=0.0,
    )


def _words(text: str) -> Counter[str]:
    normal = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    return Counter(_WORD.findall(normal))

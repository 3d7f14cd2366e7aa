"""The headline as printed.

A page names its headline up to six times: the printed heading, JSON-LD, Open Graph, Twitter,
microdata and ``<title>``. The printed one is wanted; the others vouch for it, since a page also
prints its logo, sections and other articles as headings.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.json_ld import as_text, plain_text
from newscrawl.extraction.page import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.selectors import find_all
from newscrawl.extraction.site_name import strip_site_name
from newscrawl.extraction.structured import Structured

# Headings and characters that are looked at; a headline comes early and is short.
MAX_HEADINGS = 60
MAX_LENGTH = 400
# Score from which a printed heading is taken (see ``_heading_score``): between an unvouched
# ``h1`` outside of header and navigation (1.0) and an unvouched ``h2`` (0.0).
MIN_SCORE = 0.75
MAX_PLACE_SCORE = 0.3
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
    stated = list(_stated_titles(page, structured, hints))
    printed = _best_heading(structured, [title.text for title in stated])
    if printed:
        return printed
    return stated[0] if stated else Title("", "")


def _stated_titles(page: Page, structured: Structured, hints: Candidate | None) -> Iterator[Title]:
    """Yield what the page and its listing call the article, the most trustworthy first."""
    if text := as_text(structured.article.get("headline")):
        yield Title(strip_site_name(text, page, structured), "json_ld")
    for name in ("og:title", "twitter:title"):
        if text := structured.first_meta(name):
            yield Title(strip_site_name(text, page, structured), f"meta {name}")
    for value in structured.itemprops.get("headline", ()):
        if len(text := plain_text(value)) <= MAX_LENGTH:
            yield Title(text, "itemprop")
    if structured.title_tag:
        yield Title(strip_site_name(structured.title_tag, page, structured), "title")
    if text := structured.first_meta("title", "dc.title", "dcterms.title", "sailthru.title"):
        yield Title(strip_site_name(text, page, structured), "meta title")
    if hints and hints.title:
        yield Title(plain_text(hints.title), hints.method)


def _best_heading(structured: Structured, stated: list[str]) -> Title | None:
    """Return the heading that is most likely the article's, None if none is likely."""
    vouchers = [_words(text) for text in stated if text]
    best, best_score = None, MIN_SCORE
    for element, _ in structured.marks.headings[:MAX_HEADINGS]:
        for text in _readings(element):
            score = _TAG_SCORE[str(element.tag)] + 3 * _support(_words(text), vouchers)
            if score + MAX_PLACE_SCORE <= best_score:
                continue
            score += _place_score(element)
            if score > best_score:
                best, best_score = Title(text, str(element.tag)), score
    return best


def _place_score(element: HtmlElement) -> float:
    """Return what a heading's class and surroundings say for it."""
    score = 0.0
    own = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
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


def _readings(element: HtmlElement) -> Iterator[str]:
    """Yield the heading's text, then without a first label, then its parts alone."""
    whole = _text(element)
    if not whole or len(whole) > MAX_LENGTH:
        return
    yield whole
    parts = [text for child in element if (text := _text(child))]
    if parts and whole.startswith(parts[0]) and len(parts[0]) < len(whole):
        yield whole[len(parts[0]) :].lstrip(" :|/-–—")
    yield from (part for part in parts if part != whole)


def _text(element: HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in {"script", "style", "svg", "noscript"}:
        return ""
    return plain_text(str(element.text_content()).replace("<", "\u2039"))


def _support(words: Counter[str], vouchers: list[Counter[str]]) -> float:
    """Return how well the best of the stated titles agrees, 0 to 1 (F1 of the words)."""
    size = words.total()
    if not size:
        return -1.0
    return max(
        (2 * (words & other).total() / (size + other.total()) for other in vouchers if other),
        default=0.0,
    )


def _words(text: str) -> Counter[str]:
    normal = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    return Counter(_WORD.findall(normal))

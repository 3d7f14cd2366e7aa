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
from urllib.parse import urljoin

from lxml.html import HtmlElement

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction.metadata.site_name import (
    is_site_name,
    longest_piece,
    site_names,
    strip_site_name,
)
from newscrawl.extraction.metadata.title_hint import find_told_title
from newscrawl.extraction.page.json_ld import as_text, plain_text
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.selectors import find_all
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules

# Headings and characters that are looked at; a headline comes early and is short.
MAX_HEADINGS = 60
MAX_LENGTH = 400
# Characters from which on a text and the same again is no refrain.
MIN_TWICE = 15
# Elements inside one another in a heading; hostile pages have thousands.
MAX_NESTING = 20
# Score from which a printed heading is taken (see ``_heading_score``): between an unvouched
# ``h1`` outside of header and navigation (1.0) and an unvouched ``h2`` (0.0).
MIN_SCORE = 0.75
MAX_PLACE_SCORE = 0.3
# For the very headline of JSON-LD: enough to prefer an ``h2`` to a search engine's ``h1``.
JSON_LD_SCORE = 1.2
# An ``h1`` with it needs no comparison with lesser headings, if JSON-LD names no headline.
CERTAIN_SCORE = 4.0
# Support (0 to 1) that a lesser heading needs: under it the stated title was right in 17 of 25
# pages where the two differed, above it the printed one.
MIN_LESSER_SUPPORT = 0.75
# Where these agree, only an ``h1`` may differ: a lesser heading was right on none of 5 tuned pages.
_LOUD_SOURCES = frozenset({"json_ld", "meta og:title", "title"})
_TAG_SCORE = {"h1": 1.0, "h2": 0.0, "h3": -0.3}

_HEADLINE_CLASS = re.compile(
    r"headline|(?:article|entry|post|story|page|news|content|main|single)[-_]*title"
    r"|title[-_]*(?:article|post|news)|^title$",
    re.IGNORECASE,
)
_CHROME_CLASS = re.compile(
    r"logo|brand|site-?(?:title|name|header)|masthead|skiptranslate|(?:^|[\s_-])(?:nav|menu|footer|sidebar"
    r"|widget|related|teaser|comments?|newsletter|popup|modal|cookie|breadcrumbs?)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LABEL_CLASS = re.compile(
    r"kicker|over-?line|dachzeile|topline|eyebrow|roof-?line|spitzmarke|over-?title|pre-?title"
    r"|topic|label|(?:^|[\s_-])(?:sub-?title|category|rubri[ck]\w*|section|date|time|meta|posted"
    r"|badge|tag|sr-only|visually-hidden|screen-reader\S*|h\d-?small|fake-h\d)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Which part of the article this is: "（1/2 ページ）", "(Page 2 of 3)".
_PAGE_NOTE = re.compile(
    r"\s*(?:[(（\[]?\d{1,2}/\d{1,2} ?(?:ページ|页|頁)"
    r"|[(（\[](?:page|seite|página|pagina|strona|sida) \d{1,2}"
    r"(?: (?:of|von|de|sur|van|di|z|av) \d{1,2})?)[)）\]]?$",
    re.IGNORECASE,
)
# A line break between characters of Chinese or Japanese, of which a headline is a word there.
_HAN_BREAK = re.compile(r"(?<=[\u3040-\u30ff\u3400-\u9fff]) (?=[\u3040-\u30ff\u3400-\u9fff])")
_CUT = re.compile(r"\s*[-_|\u2013\u2014\u00b7:\uff1a]+\s*")
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
    printed = _best_heading(page, structured, stated, names)
    if printed:
        return printed._replace(text=_PAGE_NOTE.sub("", printed.text))
    if stated and stated[0].source == "title":
        if hints and (told := find_told_title(page, hints.title, stated[0].text)):
            return Title(told, hints.method)
        return Title(_printed_piece(page, stated[0].text), "title")
    return stated[0] if stated else Title("", "")


def _printed_piece(page: Page, whole: str) -> str:
    """Return the most of a ``<title>`` that an element prints by itself, else the whole.

    Where no heading prints the headline a ``div`` may, and the site's name follows it with nothing
    but a dash or a low line between, as in Chinese.
    """
    cuts = list(_CUT.finditer(whole)) if len(whole) <= MAX_LENGTH else []
    pieces = [piece for cut in cuts for piece in (whole[: cut.start()], whole[cut.end() :])]
    long = [piece for piece in pieces if 2 * len(piece) > len(whole)]
    if not long:
        return whole
    elements = (element for element in page.root.iter("*") if element.text)
    printed = {e.text.strip() for e in elements if not _links_up(e, page.url)}
    return max((piece for piece in long if piece in printed), key=len, default=whole)


def _stated_titles(
    structured: Structured, hints: Candidate | None, names: frozenset[str]
) -> Iterator[Title]:
    """Yield what the page and its listing call the article, the most trustworthy first."""
    if text := as_text(structured.article.get("headline")):
        yield Title(_without_section(strip_site_name(text, names)), "json_ld")
    for name in ("og:title", "twitter:title"):
        if text := structured.first_meta(name):
            yield Title(_without_section(strip_site_name(text, names)), f"meta {name}")
    for value in structured.itemprops.get("headline", ()):
        if len(text := plain_text(value)) <= MAX_LENGTH:
            yield Title(text, "itemprop")
    if structured.title_tag:
        yield Title(_without_section(strip_site_name(structured.title_tag, names)), "title")
    if text := structured.first_meta("title", "dc.title", "dcterms.title", "sailthru.title"):
        yield Title(strip_site_name(text, names), "meta title")
    if hints and hints.title:
        yield Title(plain_text(hints.title), hints.method)


def _best_heading(
    page: Page, structured: Structured, titles: list[Title], names: frozenset[str]
) -> Title | None:
    """Return the heading that is most likely the article's, None if none is likely."""
    vouchers = _Vouchers(structured, titles)
    marked = (mark.element for mark in structured.marks.headings[:MAX_HEADINGS])
    headings = [element for element in marked if not _leads_up(element, page.url)]
    headings.sort(key=lambda element: element.tag != "h1")
    best, best_score = None, MIN_SCORE
    for element in headings:
        if element.tag != "h1" and best_score >= CERTAIN_SCORE and not vouchers.json_ld:
            break
        for text in _readings(element, vouchers):
            score = _TAG_SCORE[str(element.tag)] + vouchers.score(text, element)
            if score + MAX_PLACE_SCORE + JSON_LD_SCORE <= best_score:
                continue
            score += _place_score(
                element, is_stated=element.tag != "h3" and vouchers.is_json_ld(text)
            )
            if score > best_score and not is_site_name(text, names):
                best, best_score = Title(text, str(element.tag)), score
    return best


class _Vouchers:
    """The stated titles, by their letters and words."""

    def __init__(self, structured: Structured, titles: list[Title]) -> None:
        self.title_tag = structured.title_tag or ""
        piece = longest_piece(self.title_tag)
        self.spellings = {letters_of(title.text): title.text for title in reversed(titles)}
        strong = {letters_of(t.text) for t in titles if t.source.startswith(("json", "meta"))}
        self.strong = strong or self.spellings.keys()
        headline = next((title.text for title in titles if title.source == "json_ld"), "")
        self.json_ld = letters_of(headline)
        self.is_agreed = bool(headline) and all(
            letters_of(t.text) == self.json_ld for t in titles if t.source in _LOUD_SOURCES
        )
        texts = dict.fromkeys([*(title.text for title in titles), piece])
        self.words = [words for text in texts if (words := _words(text))]

    def is_json_ld(self, text: str) -> bool:
        return bool(self.json_ld) and letters_of(text) == self.json_ld

    def respell(self, text: str) -> str:
        """Return a heading as stated, if it has the same letters and more separators there.

        Parts of a heading that only a style sheet sets apart would run into each other.
        """
        stated = self.spellings.get(letters_of(text), text)
        return max((text, stated), key=_count_separators)

    def join(self, text: str) -> str:
        """Return a Chinese heading without the spaces of its line breaks, if it is stated so."""
        joined = _HAN_BREAK.sub("", text)
        return joined if joined in self.title_tag else text

    def score(self, text: str, element: HtmlElement) -> float:
        """Return how well the best stated title agrees: 3 times F1 of the words."""
        words = _words(text)
        size = words.total()
        if not size:
            return -3.0
        if letters_of(text) in self.spellings:
            return 3.0
        shares = (2 * (words & other).total() / (size + other.total()) for other in self.words)
        support = max(shares, default=0.0)
        if element.tag != "h1" and self.is_agreed:
            return -3.0
        if support < MIN_LESSER_SUPPORT and self.words and _is_lesser(element):
            return -3.0
        return 3 * support


def _count_separators(text: str) -> tuple[int, int]:
    """Return how many spaces and colons part a text; a space before a colon counts against it."""
    astray = text.count(" :")
    return text.count(" ") - astray + text.count(":"), -astray


def _is_lesser(element: HtmlElement) -> bool:
    """Return whether neither tag nor class says that this is the headline."""
    return element.tag != "h1" and not _HEADLINE_CLASS.search(_own_names(element))


def _leads_up(element: HtmlElement, url: str) -> bool:
    """Return whether a heading is a link to a page above this one: the name of the site."""
    link = element[0] if len(element) == 1 else element
    return _links_up(link, url) and _text(element) == _text(link)


def _links_up(link: HtmlElement, url: str) -> bool:
    if link.tag != "a":
        return False
    try:
        address = urljoin(url, link.get("href") or url)
    except ValueError:
        return False
    return address.endswith("/") and address != url and url.startswith(address)


def _own_names(element: HtmlElement) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"


def _place_score(element: HtmlElement, *, is_stated: bool) -> float:
    """Return what a heading's class and surroundings say for it."""
    own = _own_names(element)
    if _CHROME_CLASS.search(own):
        return -1.5
    score = MAX_PLACE_SCORE if _HEADLINE_CLASS.search(own) else 0.0
    for parent in element.iterancestors():
        classes = f"{parent.get('class') or ''} {parent.get('id') or ''}"
        if parent.tag in {"body", "html"}:
            break
        if parent.tag in _CHROME_TAGS or _CHROME_CLASS.search(classes):
            return score - 1.0
    return score + (JSON_LD_SCORE if is_stated else 0.0)


def _readings(element: HtmlElement, vouchers: _Vouchers) -> Iterator[str]:
    """Yield what of a heading may be the headline: all but its labels, then its parts."""
    element = _innermost(element)
    whole = vouchers.join(_text(element))
    if not whole or len(whole) > MAX_LENGTH:
        return
    parts = [text for child in element if (text := _text(child))]
    if not parts:
        yield _without_section(whole)
        return
    labels = [child for child in element if _is_label(child)]
    bare = _text(element, skip=labels).lstrip(":|/-–— ") if labels else ""
    # A label that the page's metadata counts to the headline is part of it.
    is_stated = letters_of(whole) in vouchers.strong and not vouchers.is_json_ld(bare)
    whole_counts = not bare or bare.endswith(":") or is_stated
    yield vouchers.respell(whole if whole_counts else bare)
    if whole.startswith(parts[0]) and len(parts[0]) < len(whole):
        yield whole[len(parts[0]) :].lstrip(" :|/-–—")
    yield from (part for part in parts if part != whole and not part.endswith(":"))


def _innermost(element: HtmlElement) -> HtmlElement:
    """Return the element inside that has all text and parts of a heading."""
    for _ in range(MAX_NESTING):
        if len(element) != 1 or f"{element.text or ''}{element[0].tail or ''}".strip():
            break
        element = element[0]
    return element


def _is_label(element: HtmlElement) -> bool:
    """Return whether a part of a heading is a kicker, a date or hidden."""
    return element.tag in {"time", "small"} or bool(
        _LABEL_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    )


def _without_section(text: str) -> str:
    """Return a headline without short labels behind bars: "Snow falls in Bern | Weather"."""
    head, bar, tail = text.rpartition(" | ")
    is_label = bar and len(text) <= MAX_LENGTH and len(tail.split()) <= 3 < len(head.split())
    return _without_section(head) if is_label else text


def _text(element: HtmlElement, skip: Sequence[HtmlElement] = ()) -> str:
    parts: list[str] = []
    _add_texts(element, skip, parts)
    text = plain_text("".join(parts).replace("<", "\u2039")).replace("\u2039", "<")
    return _once(text.rstrip("| "))


def _once(text: str) -> str:
    """Return a heading that is printed twice in a row, for two widths of screen, once."""
    half = len(text) // 2
    return text[:half].rstrip() if half > MIN_TWICE and text[:half] == text[-half:] else text


def _add_texts(
    element: HtmlElement, skip: Sequence[HtmlElement], parts: list[str], depth: int = 0
) -> None:
    if not isinstance(element.tag, str) or element.tag in _SILENT_TAGS or element in skip:
        return
    if depth == MAX_NESTING:
        parts.append(str(element.text_content()))
        return
    space = " " if element.tag in _SPACED_TAGS else ""
    parts.append(space + (element.text or ""))
    for child in element:
        _add_texts(child, skip, parts, depth + 1)
        parts.append(child.tail or "")
    parts.append(space)


def _words(text: str) -> Counter[str]:
    normal = unicodedata.normalize("NFKC", text).casefold().translate(_QUOTES)
    return Counter(_WORD.findall(normal))

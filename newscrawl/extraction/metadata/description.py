"""The lead (standfirst, dek): what the article itself says in one breath."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.captions import split_caption
from newscrawl.extraction.bylines.prefix import strip_date
from newscrawl.extraction.metadata.labels import is_chrome, printed_text
from newscrawl.extraction.metadata.site_name import site_names
from newscrawl.extraction.page.json_ld import as_text, plain_text
from newscrawl.extraction.page.letters import FIRST_UNSPACED, STOPS, letters_of
from newscrawl.extraction.page.marks import kind_of
from newscrawl.extraction.page.selectors import read_texts
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body

# Characters: shorter is a label, longer is the text itself.
MIN_LEAD = 20
MAX_LEAD = 1_000
# Characters: a shorter one ends like a sentence.
LONG_LEAD = 40
# Elements behind the headline in which a lead is printed.
MAX_BEHIND = 40
# Elements around a lead among which is the box of a picture or an author; chosen.
MAX_BOXES = 6
# Characters of a statement's beginning that decide whether it copies the text's beginning.
COPY_LENGTH = 40

# Characters behind the title of a statement that may all be the site's; chosen.
MAX_TEMPLATE = 120
# Words of a site's name and slogan behind a title; chosen.
MAX_SLOGAN = 8
# Letters by which a word is known again where its end changes; chosen.
BEGINNING = 5

# What systems write behind a title, in the languages whose sites were met with it.
_TEMPLATE = re.compile(
    r"\b(?:read (?:more|all|the full)|latest news|breaking news|click here|mehr dazu|lesen sie"
    r"|lire la suite|leer más|leia mais|leggi|czytaj|читайте|читать|подробнее|новости|новини"
    r"|son dakika|haberi(?:nin)?|baca|xem thêm)\b|اقرأ|بیشتر بخوانید|阅读更多|続きを読む|자세히",
    re.IGNORECASE,
)
_BARRED = re.compile(r"\s*[|｜–—:»·•-]\s")
_ELLIPSIS = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)\s*$")
_SENTENCE_END = re.compile(rf"[{STOPS}»”\"]$")


def read_description(
    page: Page, structured: Structured, body: Body, *, title: str, rules: Rules
) -> tuple[str | None, str]:
    """Return the lead and where it was read.

    A printed lead is taken as printed, known by the text's engine or by its class. What is only
    stated for machines is taken unless it is cut short, repeats the title or the beginning of the
    text (systems fill the field so when the author wrote no lead), or speaks of the site rather
    than of this article.
    """
    for text in read_texts(page.root, rules.description) if rules.description else ():
        return text, "rules"
    if body.lead and _is_sentence(body.lead) and split_caption(body.lead).credit is None:
        return body.lead, "text"
    if lead := _printed_lead(structured, title):
        return lead, "text"
    beginning = letters_of(body.text[: 4 * MAX_LEAD])
    names = site_names(page, structured)
    for text, source in _statements(structured):
        if _fills_title(text, title, names) or _begins_with_site(text, title, structured):
            continue
        if _is_lead(text, beginning, structured, title):
            return text, source
    return None, ""


def _printed_lead(structured: Structured, title: str) -> str | None:
    """Return the first text behind the headline whose class calls it a lead."""
    headline = structured.marks.headline(title)
    if headline is None:
        return None
    for element, position in structured.marks.of("lead"):
        near = headline.position < position <= headline.position + MAX_BEHIND
        if near and not _is_beside(element) and _is_one(element):
            text = printed_text(_without_label(element))
            is_lead = MIN_LEAD <= len(text) <= MAX_LEAD and _is_sentence(text)
            is_credited = split_caption(text).credit is not None
            if is_lead and text != title and strip_date(text) == text and not is_credited:
                return text
    return None


def _without_label(element: HtmlElement) -> HtmlElement:
    """Return the one paragraph in a box; beside it stands what it is called: "Summary"."""
    lines = [child for child in element if child.tag in {"p", "div"}]
    return lines[0] if len(lines) == 1 else element


def _is_one(element: HtmlElement) -> bool:
    """Return whether an element is one paragraph at most, and no box with a heading or picture."""
    others = element.iter("h2", "h3", "h4", "h5", "h6", "img")
    return sum(1 for _ in element.iter("p")) <= 1 and not any(e is not element for e in others)


def _is_beside(element: HtmlElement) -> bool:
    """Return whether an element belongs to a picture or an author, or stands beside the content."""
    pictures = {"figure", "figcaption"}
    above = list(islice(element.iterancestors(), MAX_BOXES))
    boxes = (e for e in (element, *above) if e.tag not in {"article", "main", "body"})
    is_of_author = any(kind_of(e.get("class") or "") == "author" for e in boxes)
    return is_of_author or is_chrome(element) or any(e.tag in pictures for e in above)


def _is_sentence(text: str) -> bool:
    """Return whether a text is more than a button: "Ajouter à vos sélections"."""
    return len(text) >= LONG_LEAD or bool(_SENTENCE_END.search(text))


def _statements(structured: Structured) -> Iterator[tuple[str, str]]:
    for key in ("alternativeHeadline", "description", "abstract"):
        if text := as_text(structured.article.get(key)):
            yield text, "json_ld"
    for name in ("og:description", "description", "twitter:description", "dc.description"):
        if content := structured.first_meta(name):
            yield content, f"meta {name}"
    for value in structured.itemprops.get("description", ()):
        yield plain_text(value), "itemprop"


def _is_lead(text: str, beginning: str, structured: Structured, title: str) -> bool:
    if not MIN_LEAD <= len(text) <= MAX_LEAD or _ELLIPSIS.search(text):
        return False
    letters = letters_of(text)
    if letters in letters_of(title) or letters == letters_of(structured.title_tag or ""):
        return False
    if _speaks_of_site(text, structured):
        return False
    return letters[:COPY_LENGTH] not in beginning


def _fills_title(text: str, title: str, names: frozenset[str]) -> bool:
    """Return whether a text is the title and what a site writes behind each of its titles.

    "Snow in Bern | News of Bern", "Snow in Bern. Read more at bernpost.example"
    """
    if not title or not text.casefold().startswith(title.casefold()):
        return False
    rest = text[len(title) :]
    if _BARRED.match(rest) and len(rest.split()) <= MAX_SLOGAN:
        return True
    letters = letters_of(rest)
    is_of_site = _TEMPLATE.search(rest) or any(len(n) >= BEGINNING and n in letters for n in names)
    return bool(is_of_site) and len(rest) <= MAX_TEMPLATE


def _begins_with_site(text: str, title: str, structured: Structured) -> bool:
    """Return whether a text begins with the site's name and goes on with no word of the title."""
    name = structured.first_meta("og:site_name") or ""
    if len(name) < BEGINNING or not text.casefold().startswith(name.casefold()):
        return False
    rest = text[len(name) :].casefold()
    words = [word for word in title.casefold().split() if len(word) >= BEGINNING - 1]
    if any(word[0] >= FIRST_UNSPACED for word in words):
        words = [word[place : place + 2] for word in words for place in range(len(word) - 1)]
    return not any(word[:BEGINNING] in rest for word in words)


def _speaks_of_site(text: str, structured: Structured) -> bool:
    """Return whether the site's own object gives this very description of itself."""
    letters = letters_of(text)
    for node in structured.nodes:
        if node.get("@type") in ("WebSite", "Organization", "NewsMediaOrganization"):
            own = as_text(node.get("description"))
            if own and letters_of(own) == letters:
                return True
    return False

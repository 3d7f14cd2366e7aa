"""The tags of an article: keywords that its site gives it, and not each page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml.html import HtmlElement

from newscrawl.extraction.metadata.labels import is_chrome, is_label, labels_of, meta_values
from newscrawl.extraction.metadata.site_name import is_site_name, site_names
from newscrawl.extraction.metadata.tag_lines import printed_tags
from newscrawl.extraction.page.json_ld import plain_text
from newscrawl.extraction.page.marks import Mark
from newscrawl.extraction.page.selectors import read_texts
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.page.tree import Page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body

# More keywords than this on one page are written for search engines, not for readers.
MAX_TAGS = 30
# Share of ``meta`` keywords that title or text must have; others are the site's, on every page.
MIN_KEYWORD_SHARE = 0.5
# The same of ``news_keywords``, which few sites fill with their own.
MIN_NEWS_KEYWORD_SHARE = 0.2
# Tags from which on they are the title's words, if each of them is one.
MIN_SPELLED = 5
# Characters of a box of tags; longer ones are articles whose class names their tags.
MAX_TAG_BOX = 800

TAG_META = ("articletag", "ogarticletag", "parselytags", "sailthrutags", "articletags", "ogtag")

_TAG_ADDRESS = re.compile(
    r"/(?:tags?|topics?|thema|themen|keyword|etiqueta|tema|sujet|mot-cle)/|[?&]tag="
)
_CATEGORY_ADDRESS = re.compile(r"/(?:categor(?:y|ies?|ias?)|kategorien?|rubri(?:ek|k|que))/")
_CATEGORY_BOX = re.compile(
    r"(?:^|[\s_-])(?:categories|taxonomy-category|cat-links|category-links?)(?:$|[\s_-])"
)
# From a link up to the box that says what its links are: "<div class=categories><ul><li><a>".
STEPS_TO_BOX = 3
_LABELLED = re.compile(
    r"(?:(?:article-)?(tags?|keyword|topics?|subject|theme|person|people|organi[sz]ation|place|location|event"
    r"|story|company)[:/]|\w+:|(?:section|categor(?:y|ie)|type)s?/|(?:\w+ )?category: "
    r"|(?:section|type|author)-|nlp [\w ]+: )(?=\S)",
    re.IGNORECASE,
)
# A name and what it is set to, in a list that holds little else: "Day: Thursday", "WC: 1000-1999".
_SETTING = re.compile(r"[\w ]{2,20}: \S")
# Moods that some systems find in a text, links to the list of all tags, headings of tag boxes, and
# what systems file all else under.
_NOT_TAG = re.compile(
    r"(?:overall )?(?:negative|neutral|positive)|uncategori[sz]ed|allgemein(?:es)?|без рубрики"
    r"|sin categoría|non classé|senza categoria|\+? ?(?:follow|关注|關注)"
    r"|(?:all |more |view |see )?(?:tags?|topics?|themes?)(?: list)?|more|mehr|alle themen|themen"
    r"|etiquetas|mots-clés|теги|метки|тегтер|etiketler|タグ(?:一覧.*)?|もっと見る|更多|标签|標籤",
    re.IGNORECASE,
)
# Switches of the system, and the place of the article on the site: "type_news", "front-page". Of 21
# tags with an underscore on 2,158 real pages one is a subject.
_SWITCH = re.compile(
    r"\w*_[\w -]*|.*-|serversidehawk|videoarticle|front ?-?page|home-?page|featured?|newest"
    r"|(?:van-)?(?:exclude|enable)-.*|(?:feed-filter|show-published)-.*|access-metered|no-index"
    r"|(?:page|section|content|article)?type: .*",
    re.IGNORECASE,
)
_TAG_BOX = re.compile(
    r"(?:^|[\s_-])(?:tag[si]?|temas|mots-?cles|etiquetas|entities)"
    r"(?:$|\s|[_-]*(?:list|links?|box))",
    re.IGNORECASE,
)


def read_tags(
    page: Page, structured: Structured, rules: Rules, body: Body, *, title: str
) -> tuple[list[str], str]:
    """Return the keywords that the site gives this article, and where they were read."""
    text = f"{title}\n{body.text}"
    cascade: tuple[tuple[str, Iterable[str]], ...] = (
        ("rules", read_texts(page.root, rules.tags) if rules.tags else ()),
        ("meta", _without_labels(_split(meta_values(structured, TAG_META)))),
        ("tag_links", _tag_links(structured)),
        ("text", printed_tags(body)),
        ("json_ld", _keywords(structured)),
        ("meta", _apt_keywords(structured, "news_keywords", text, MIN_NEWS_KEYWORD_SHARE)),
        ("meta keywords", _apt_keywords(structured, "keywords", text, MIN_KEYWORD_SHARE)),
    )
    names = site_names(page, structured)
    for source, values in cascade:
        tags = _unique(_split(values))
        tags = [tag for tag in tags if not is_site_name(tag, names) and not _is_no_tag(tag)]
        if tags and len(tags) <= MAX_TAGS and not _spell_title(tags, text):
            return tags, source
    return [], ""


def _is_no_tag(text: str) -> bool:
    return bool(_NOT_TAG.fullmatch(text) or _SWITCH.fullmatch(text))


def _spell_title(tags: list[str], text: str) -> bool:
    """Return whether the tags are but the words of the title, which starts the text."""
    title = "".join(text.partition("\n")[0].casefold().split())
    return len(tags) >= MIN_SPELLED and all(" " not in t and t.casefold() in title for t in tags)


def _keywords(structured: Structured) -> Iterable[str]:
    """Return the keywords, unless they are settings of the system rather than the article's."""
    texts = list(labels_of(structured.article.get("keywords")))
    settings = sum(1 for text in texts if _SETTING.match(text))
    return [] if settings > len(texts) / 2 else _without_labels(texts)


def _without_labels(texts: Iterable[str]) -> Iterator[str]:
    """Yield the tags among texts that some systems mix with labels for machines.

    "tag:Snow" and "topic/Snow" hold a tag, "Type:Article", "sections/winter" and
    "NLP Category: News" do not.
    """
    for text in texts:
        label = _LABELLED.match(text)
        if label is None or "," in text:
            yield text
        elif label[1]:
            yield text[label.end() :]


def _apt_keywords(structured: Structured, name: str, text: str, share: float) -> list[str]:
    """Return the keywords of a ``meta``, if that share of them has to do with the text."""
    values = structured.meta.get(name, ())
    keywords = [*_split(values)]
    text = text.casefold()
    apt = sum(1 for tag in keywords if tag.casefold() in text)
    return keywords if apt >= share * len(keywords) else []


def _tag_links(structured: Structured) -> list[str]:
    """Return the links in the article's own boxes of tags, rather than what all pages link.

    Those stand behind its headline and, if another article follows on the page, before that one's.
    """
    marks = structured.marks.of("tags")
    headlines = [mark.position for mark in structured.marks.headings if mark.element.tag == "h1"]
    start, end = (*headlines, None, None)[:2]
    own = [mark for mark in marks if end is None or mark.position < end]
    behind = [mark for mark in own if start is None or mark.position > start]
    return next(filter(None, (list(_texts_of_links(some)) for some in (behind, own, marks))), [])


def _texts_of_links(marks: Iterable[Mark]) -> Iterator[str]:
    for element, _ in marks:
        if element.tag in {"article", "main", "body"} or is_chrome(element):
            continue
        links = [element] if element.tag == "a" else list(element.iter("a"))
        if links and (element is links[0] or len(str(element.text_content())) <= MAX_TAG_BOX):
            yield from (str(link.text_content()) for link in links if _is_tag_link(link, element))


def _is_tag_link(link: HtmlElement, box: HtmlElement) -> bool:
    names = (link.get("rel") or "").split()
    address = (link.get("href") or "").lower()
    if "category" in names and box is not link:
        return False
    if _TAG_ADDRESS.search(address):
        return True
    is_named = "tag" in names or (box is not link and _TAG_BOX.search(box.get("class") or ""))
    return bool(is_named) and not _is_category(link, address)


def _is_category(link: HtmlElement, address: str) -> bool:
    """Return whether a link leads to a category, which blogs call a tag for search engines."""
    around = (element.get("class") or "" for element in islice(link.iterancestors(), STEPS_TO_BOX))
    return bool(_CATEGORY_ADDRESS.search(address)) or any(map(_CATEGORY_BOX.search, around))


def split_tags(text: str) -> list[str]:
    """Return the labels of a keyword list; commas inside quotes and of one lone label stay.

    Of a path in a tree of subjects the last one is the tag.

    >>> split_tags("Snow; Bern, Canton; Winter")
    ['Snow', 'Bern, Canton', 'Winter']
    >>> split_tags("/Health and medicine/Emergency medicine")
    ['Emergency medicine']
    >>> split_tags("#snow #Bern")
    ['snow', 'Bern']
    """
    text = plain_text(text)
    separator = next((s for s in (";", "|", ",", "،", "、", "，") if s in text), None)
    parts = text.split(separator or "#") if separator or text.startswith("#") else [text]
    subjects = (part[part.rfind("/") + 1 :] if part.startswith("/") else part for part in parts)
    tags = (subject.strip(" #\t\"'«»[]") for subject in subjects)
    return [tag for tag in tags if is_label(tag)]


def _split(texts: Iterable[str]) -> Iterator[str]:
    return (tag for text in texts for tag in split_tags(text))


def _unique(texts: Iterable[str]) -> list[str]:
    return list({text.casefold(): text for text in reversed(list(texts))}.values())[::-1]

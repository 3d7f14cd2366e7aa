"""Elements whose class, id or rel says what they are: byline, tags, comment counter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml.html import HtmlElement

from newscrawl.extraction.page.letters import letters_of

# Characters of a class attribute that are looked at.
MAX_NAMES = 200
# How the words begin that sites use for a kind, in the languages whose sites name classes in
# their own words; where the whole name must say more, the patterns then decide. Looking words up
# by their beginning takes a fifth of the time of searching for all of them.
_STEMS = {
    "author": "author coauthor byline autor auteur autore writer written reporter journalist"
    " columnist signature contributor penulis yazar forfatter skribent toimittaja redactor"
    " verfasser firma creator posted username avtor szerzo muhabir periodista giornalista"
    " dziennikarz novinar korrespondent correspondent redakteur redacteur redaktor schrijver"
    " kirjoittaja ujsagiro wartawan tacgia jurnalist kisha signataire",
    "tags": "tags tag taglist tagcloud tagi keyword topic etiquet schlagw themen temas mots"
    " entities",
    "section": "categor rubri section channel kicker",
    "meta_line": "meta postmeta entrymeta submitted info articleinfo dateline",
    "lead": "lead lede standfirst dek description subtitle title subheadline subcont summary"
    " sommario einleitung perex vorspann chapo bajada ingress chapeau copete sumario subtitulo"
    " anriss anotace manchet underrubrik anons bajante linea linha riassunto kurzfassung"
    " catenaccio entradilla sottotitolo sapo preamble zajawka excerpt abstract synopsis",
    "breadcrumb": "breadcrumb bread ariane brotkrumen migas",
    "comments": "comm",
    "paywall": "paywall premium piano regwall subscri fade textfade",
}
_START = 4
_BY_START: dict[str, list[tuple[str, str]]] = {}
for _kind, _stems in _STEMS.items():
    for _stem in _stems.split():
        _BY_START.setdefault(_stem[:_START], []).append((_stem, _kind))
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{3,}")
_PATTERNS = {
    "author": re.compile(
        r"(?!.*(?:photo|image|media|caption)[-_]*(?:author|credit)|.*authori[sz]|.*posted-?on|.*meta-?prep)"
    ),
    "tags": re.compile(
        r".*(?:^|[\s_-])(?:tag[si]?|keywords?|topics?|etiquetas|schlagw|themen|temas|mots-?cles"
        r"|entities)(?:$|[\s_-]|list)"
    ),
    "section": re.compile(
        r".*(?:^|[\s_-])(?:categor(?:y|ies)|rubri[ckq]\w*|section-?(?:name|link|title)|channel"
        r"|kicker|cat-?links?)(?:$|[\s_-])"
    ),
    "meta_line": re.compile(
        r".*(?:^|[\s_-])(?:(?:post|entry|article|news|story|page|my)?[\s_-]*meta[-_]?(?:data|info|line)?"
        r"|submitted|(?:article|post|entry|news|page)[-_]?info|dateline)(?:$|[\s_-])"
    ),
    "lead": re.compile(
        r"(?!with-).*(?:^|[\s_-])(?:leads?|lede|standfirst|dek|description|summary|sommario|einleitung|perex"
        r"|sub[-_]?(?:title|headline|cont)|vorspann|chapo|bajada|ingress|chapeau|copete|sumario"
        r"|subt[ií]tulo|anriss|anotace|manchet|underrubrik|anons|bajante|lin[eh]a-fina"
        r"|riassunto|kurzfassung|catenaccio|entradilla|sottotitolo|sapo|preamble|zajawka|excerpt"
        r"|abstract|synopsis)(?:$|[\s_-])"
    ),
    "breadcrumb": re.compile(r".*(?:bread-?crumb|ariane|brotkrumen|migas)"),
    "comments": re.compile(
        r"(?!.*(?:last|latest|more|recent|search)[-_]comm).*(?:comm?(?:ent)?s?[-_]*(?:num|count|counter|total|qty|amount)|num[-_]?comm"
        r"|(?:num|count|total)[-_]?(?:of[-_]?)?comments?|comments?-?(?:link|header|title)"
        r"|(?:^|\s)comments?(?:$|\s)|[_-]comments?(?:$|\s))"
    ),
    "paywall": re.compile(
        r".*(?:pay-?wall|premium-?(?:content|teaser|box)|piano-?(?:offer|inline)|regwall"
        r"|subscri(?:be|ption)-?(?:wall|gate|required)|fade-?out|text-?fade)"
    ),
}
# Folders of addresses below which sites describe their authors.
_PROFILES = frozenset(
    ("author", "authors", "autor", "autores", "autoren", "autorin", "auteur", "auteurs",
     "autori", "profile", "profiles", "profil", "profils", "profilo", "profilos", "user",
     "users", "staff", "contributor", "contributors", "journalist", "journalists",
     "redaktion", "redaktor", "reporter", "reporters", "writer", "writers", "by", "columnist",
     "columnists", "avtor", "avtori", "avtory", "redakcja", "yazar", "yazarlar", "penulis",
     "schrijver", "skribent", "forfatter", "expert", "experts", "newsteam", "news-team",
     "bio", "bios", "autorzy", "editor", "editors", "redacteur", "redacteurs", "journaliste",
     "journalistes", "journalisten", "periodista", "periodistas", "firmas", "signataires",
     "colunista", "colunistas", "columnista", "columnistas", "giornalista", "giornalisti",
     "our-team", "avtorji", "autori", "autory", "starfsfolk", "hofundur", "hofundar", "autors",
     "autorius", "autoriai", "kirjoittaja", "kirjoittajat", "toimittaja", "toimittajat",
     "forfattare", "medarbetare", "medarbeider", "medarbeidere", "medarbejder", "medarbejdere",
     "szerzo", "szerzok", "tac-gia")
)  # fmt: skip
_PROFILE_QUERY = re.compile(r"[?&]author=")
_UNMARKED = frozenset(
    ("br", "hr", "script", "style", "svg", "path", "g", "use", "option", "input", "noscript")
)
_HEADINGS = frozenset(("h1", "h2", "h3"))
# Elements that print a date or an author as RDFa states them.
_RDFA = frozenset(("span", "div", "time", "p"))
# Elements that microdata calls a breadcrumb.
_TRAILS = frozenset(("nav", "ol", "ul"))
_RDFA_AUTHORS = frozenset(("author", "schema:author", "dc:creator", "dct:creator"))


class Mark(NamedTuple):
    """An element and where it stands among the elements of the page."""

    element: HtmlElement
    position: int


@dataclass(slots=True)
class Marks:
    """What the page's markup points out, in page order."""

    by_kind: dict[str, list[Mark]] = field(default_factory=dict)
    headings: list[Mark] = field(default_factory=list)
    items: list[HtmlElement] = field(default_factory=list)
    """Elements with ``itemprop``, or with a date as ``property`` (RDFa)."""

    def of(self, kind: str) -> list[Mark]:
        """Return the marked elements of one kind."""
        return self.by_kind.get(kind, [])

    def headline(self, title: str) -> Mark | None:
        """Return the heading that prints the title, else the first ``h1``."""
        main = [mark for mark in self.headings if mark.element.tag == "h1"]
        wanted = letters_of(title)
        for mark in (*main, *self.headings) if wanted else ():
            if wanted in letters_of(str(mark.element.text_content())):
                return mark
        return main[0] if main else None


def read_marks(elements: Iterable[HtmlElement]) -> Marks:
    """Return what the elements of a page say of themselves, in one pass over all of them."""
    marks = Marks()
    for position, element in enumerate(elements):
        tag = element.tag
        if tag in _UNMARKED:
            continue
        names = element.get("class") or element.get("id")
        kind = kind_of(names[:MAX_NAMES]) if names else None
        if tag == "a":
            kind = kind if kind == "author" else _kind_of_link(element) or kind
        elif tag in _HEADINGS:
            marks.headings.append(Mark(element, position))
        elif tag == "nav" and not kind:
            kind = kind_of((element.get("aria-label") or "")[:MAX_NAMES])
        stated = element.get("property", "") if tag in _RDFA else ""
        if not kind and stated in _RDFA_AUTHORS:
            kind = "author"
        if tag in _TRAILS and not kind and "BreadcrumbList" in element.get("itemtype", ""):
            kind = "breadcrumb"
        if kind:
            marks.by_kind.setdefault(kind, []).append(Mark(element, position))
        if element.get("itemprop") or "date" in stated:
            marks.items.append(element)
    return marks


@lru_cache(maxsize=20_000)
def kind_of(names: str) -> str | None:
    """Return what a class attribute calls its element.

    >>> kind_of("article-byline u-small")
    'author'
    """
    first = None
    for word in _WORD.findall(names):
        lower = word.lower()
        for stem, kind in _BY_START.get(lower[:_START], ()):
            if lower.startswith(stem) and _PATTERNS[kind].match(names.lower()):
                if kind == "author":
                    return kind
                first = first or kind
    return first


def _kind_of_link(element: HtmlElement) -> str | None:
    if rel := element.get("rel"):
        names = rel.lower().split()
        if "author" in names:
            return "author"
        if "category" in names:  # WordPress writes "category tag"
            return "category"
        if "tag" in names:
            return "tags"
    href = (element.get("href") or "")[:MAX_NAMES].lower()
    if not _PROFILES.isdisjoint(href.split("/")[1:-1]) or _PROFILE_QUERY.search(href):
        return "profile"
    return None

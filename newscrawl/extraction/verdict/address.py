"""What a page's address says of its kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from newscrawl.extraction.verdict.kinds import ARTICLE, LISTINGS, words_of

OF_ADDRESS = frozenset(
    ("host", "root", "section", "numbered", "folder", "weak_folder", "query", "story")
)
"""The signals that an address gives."""
OTHER_STORY = ("other_story", "soft_404")
OTHER_TITLE = ("other_title", "soft_404")
"""The signal that a page shows something else than the story that its address names."""

# Characters of an address that are looked at, so that a hostile one costs little.
_LONGEST = 400
_STORY_SLUG = re.compile(
    r"(?:[^-_]+[-_]){4}|\d{5}|^(?!(?:19|20)\d\d$)\d{4}$|^[0-9a-f]{8,}$|\d{4}-\d{2}-\d{2}"
)
_STORY_NUMBER = re.compile(r"\d{5,}")
# "?id=4711" is an article of a site without names in its addresses, "?id=12" rather a section.
_NUMBER_KEYS = frozenset(("id", "p", "sid"))
_ASKED_NUMBER = re.compile(r"\d{4,9}")
_DATED_PATH = re.compile(
    r"/(?:19|20)\d\d/\d\d?/\d\d?/[^/]{4}|/(?:19|20)\d\d/\d\d/[^/]*[^/\d][^/]{6}"
)
_HOSTS = {
    "forum_page": re.compile(
        r"(?:^|\.)(?:foro|foren|boards?|community|communities|discuss|discussions|talk|answers|ask"
        r"|bbs)\.|forum|reddit\.|stackexchange|stackoverflow|quora|ycombinator|superuser|askubuntu"
        r"|serverfault|mathoverflow|steamcommunity|lemmy"
    ),
    "documentation_page": re.compile(
        r"(?:^|\.)(?:docs?|documentation|developers?|dev|api|manuals?|help|support|wiki|kb|devdocs"
        r"|hilfe|aide|ayuda|learn)\.|readthedocs|gitbook|docs\.rs"
    ),
    "product_page": re.compile(r"(?:^|\.)(?:e?shop|store|tienda|loja|boutique|sklep|obchod)\."),
}
_PAGE_NUMBER = re.compile(r"/(?:page|seite|pagina|sida|p)[/-]?\d{1,4}/?$|/\d{1,3}/?$")
# "/news/312" is the number of an article, "/news/2" of a page; "/news/12" may be either's.
_SHORT_NUMBER = re.compile(r"/([^/]+)/\d{2,3}/?$")
_SHOWS = frozenset(("detail", "details", "id", "read", "show", "view"))
_ASKED_PAGE = re.compile(
    r"(?:^|&)(?:page|paged|pagen_\d|pg|seite|sayfa)=\d{1,4}(?:&|$)", re.IGNORECASE
)
_INDEX_FILE = re.compile(r"^(?:index|default|home|main)?(?:\.\w{3,5})?$")
# "hc" is a help center, "kb" a knowledge base, "tv" holds videos.
_LANGUAGE_FOLDER = re.compile(r"^(?!hc|kb|tv)[a-z]{2}(?:[-_][a-z]{2})?$")
_SEPARATOR = re.compile(r"[-_.]")
# Words of an address and letters of each from which on it names a story, and letters that two forms
# of a word share.
_LEAST_WORDS, _LEAST_LETTERS, _STEM = 3, 4, 5
# Characters by which a script is told, and the share of its letters that is Latin.
_SAMPLE, _MOSTLY = 2_000, 0.8
_LATIN = re.compile("[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_ACCENTS = re.compile("[\u0300-\u036f\u064b-\u065f]")
# How addresses spell letters that are none of ASCII, in German and Danish, and elsewhere.
_SPELLINGS: tuple[dict[int, str], ...] = (
    str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss"}),
    str.maketrans({"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ı": "i", "ß": "s"}),
)
# What help pages are called, too: "/help/article/moving-a-site".
_HELP_ARTICLES = frozenset(("article", "articles", "post", "posts"))
# Folders of goods in which two systems for blogs keep their posts, and words of a headline: goods
# have numbers there, "/p/471123", "/item/a1b2c3".
_OF_POSTS = frozenset(("item", "p"))
_WORDS = re.compile(r"(?:[^\W\d]{2,}-){2}[^\W\d]{2}")
_EXTENSION = re.compile(r"\.(?:html?|php\d?|aspx?|jsp|do|shtml|cfm)$")


def kinds_of_url(url: str) -> Iterator[tuple[str, str]]:
    """Yield (signal, kind), the signals out of ``OF_ADDRESS``."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return
    if not parts.netloc:
        return
    host = parts.netloc.lower()
    yield from (("host", kind) for kind, pattern in _HOSTS.items() if pattern.search(host))
    query = [(key.lower(), value) for key, value in parse_qsl(parts.query) if value]
    keys = {key for key, _ in query}
    numbered = {key for key, value in query if _ASKED_NUMBER.fullmatch(value)}
    for kind, names in _QUERIES.items():
        if keys & names or (kind == ARTICLE and numbered & _NUMBER_KEYS):
            yield "query", kind
    segments = _split_path(parts)
    if segments:
        yield from _kinds_of_path(parts, segments)
    elif not keys:
        yield "root", "index_page"


def _split_path(parts: SplitResult) -> list[str]:
    """Return the folders and the name, without the language and the number of the page."""
    path = parts.path[:_LONGEST].lower()
    path = path[: found.start()] if (found := _find_page_number(path)) else path
    segments = [part for part in path.split("/") if part]
    while segments and (_LANGUAGE_FOLDER.match(segments[0]) or _INDEX_FILE.match(segments[-1])):
        segments.pop(0 if _LANGUAGE_FOLDER.match(segments[0]) else -1)
    return segments


def _find_page_number(path: str) -> re.Match[str] | None:
    """Return the number of the page at the end of a path; none where articles have theirs."""
    short = _SHORT_NUMBER.search(path)
    if short and short[1] in _FOLDERS[ARTICLE] | _SHOWS:
        return None
    return _PAGE_NUMBER.search(path)


def _kinds_of_path(parts: SplitResult, segments: list[str]) -> Iterator[tuple[str, str]]:
    path = parts.path[:_LONGEST].lower()
    is_story = _names_story(segments) and not _is_number_of_listing(segments)
    is_numbered = _find_page_number(path) or _ASKED_PAGE.search(parts.query[:_LONGEST])
    if is_numbered and not is_story:
        yield "numbered", "index_page"
    if is_story or _DATED_PATH.search(path):
        yield "story", ARTICLE
    elif len(segments) <= 2 and segments[-1].count("-") <= 1 and "." not in segments[-1]:
        yield "section", "index_page"
    names = [_EXTENSION.sub("", segment) for segment in segments]
    yield from _kinds_of_folders(names, is_story=is_story)


def _names_story(segments: list[str]) -> bool:
    """Tell whether a path ends in a headline or a number, or in a number and any name."""
    return bool(
        _STORY_SLUG.search(segments[-1])
        or (len(segments) > 2 and _STORY_NUMBER.fullmatch(segments[-2]))
    )


def _is_number_of_listing(segments: list[str]) -> bool:
    """Tell "/author/20417" from "/news/20417"."""
    return segments[-1].isdigit() and any(
        segment in _FOLDERS[kind] - _WEAK_FOLDERS[kind]
        for kind in LISTINGS[1:]
        for segment in segments[-2:-1]
    )


def names_other_story(url: str, text: str, *, shown: float = 1 / 3) -> bool:
    """Tell whether an address names a story of which a text has less than a share of the words.

    So it is with all that a page shows where a wall, an error or another page stands in the story's
    place, whatever it states for machines; a title alone tells less. A third of the words may stand
    in any text by chance. Nothing is said of texts in other scripts than addresses are written in.
    Of 1,558 real pages of articles at addresses with three such words it is so of two, neither of
    which shows its text; of 65 walls and errors in tests/fixtures/kinds it is so of 36.

    >>> names_other_story("https://a.example/news/old-bridge-stays-shut", "We value your privacy")
    True
    >>> names_other_story("https://a.example/news/old-bridge-stays-shut", "The bridge is old")
    False
    >>> names_other_story("https://a.example/ferry-returns-to-harbour.html", "The ferry sails")
    False
    """
    words = _words_of_slug(url)
    is_foreign = all(map(str.isascii, words)) and not _is_latin(text)
    if len(words) < _LEAST_WORDS or is_foreign:
        return False
    most = max(1.0, len(words) * shown)
    if _count_shown(words, text.lower()) >= most:  # which costs little, and is so of most pages
        return False
    spellings = (partial(_respell, table=table) for table in ({}, *_SPELLINGS))
    return all(_count_shown(map(respell, words), respell(text)) < most for respell in spellings)


def _words_of_slug(url: str) -> list[str]:
    """Return the longer words of the folder or name in an address that has most of them."""
    path = unquote(url.partition("?")[0].partition("#")[0])[:_LONGEST].lower()
    slugs = (
        dict.fromkeys(filter(_is_word, _SEPARATOR.split(_EXTENSION.sub("", segment))))
        for segment in path.split("/")[3:]
    )
    return max(map(list, slugs), key=len, default=[])


def _is_word(piece: str) -> bool:
    return len(piece) >= _LEAST_LETTERS and piece.isalpha()


def _is_latin(text: str) -> bool:
    letters = "".join(filter(str.isalpha, text[:_SAMPLE]))
    return len(_LATIN.findall(letters)) > _MOSTLY * len(letters)


def _count_shown(words: Iterable[str], text: str) -> int:
    """Count the words whose stems a text has."""
    return sum(word[:_STEM] in text for word in words)


def _respell(text: str, table: dict[int, str]) -> str:
    """Return a text in small letters without accents, some letters spelled as addresses do."""
    spelled = unicodedata.normalize("NFKD", text.lower().translate(table))
    return _ACCENTS.sub("", spelled)


def _kinds_of_folders(segments: list[str], *, is_story: bool) -> Iterator[tuple[str, str]]:
    is_help = not _FOLDERS["documentation_page"].isdisjoint(segments)
    for kind, words in _FOLDERS.items():
        names = words - _HELP_ARTICLES if is_help else words
        if is_story and _WORDS.search(segments[-1]):
            names -= _OF_POSTS
        for position, segment in enumerate(segments):
            after = len(segments) - position - 1
            if segment in names and _can_hold(kind, after, is_story=is_story):
                is_weak = segment in _WEAK_FOLDERS[kind] or (kind in LISTINGS and after > 1)
                yield ("weak_folder" if is_weak else "folder"), kind
                break


def _can_hold(kind: str, after: int, *, is_story: bool) -> bool:
    """A listing stands at the end of its address, an article below its folder."""
    if kind == ARTICLE:
        return after > 0
    return kind not in LISTINGS or not (after > 2 or (is_story and after))


_FOLDERS = words_of("folders")
_WEAK_FOLDERS = words_of("weak_folders")
_QUERIES = words_of("queries")

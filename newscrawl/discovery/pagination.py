"""The next page of a list."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.etree import _Element as Element

from newscrawl.discovery.addresses import normalize_url, resolve_link
from newscrawl.discovery.archives import find_day_archive
from newscrawl.discovery.list_files import Step, find_step, without_number
from newscrawl.discovery.sites import site_of
from newscrawl.discovery.url_dates import url_span

_PAGE_NAMES = frozenset(
    {"page", "p", "pn", "pg", "paged", "pagenum", "page_num", "pageno", "page_no", "pagenumber",
     "page_number", "pageindex", "currentpage", "curpage", "pagen_1", "pagen_2", "pagen_3", "seite",
     "pagina", "str", "strana", "strona", "sayfa"}
)  # fmt: skip
_OFFSET_NAMES = frozenset({"offset", "start", "skip", "limitstart", "from", "b_start:int"})
_SIZE_NAMES = ("limit", "size", "count", "per_page", "pagesize", "psize", "rows")
_PAGE_PATH = re.compile(
    r"^(.*/(?:page|p|seite|pagina|strana|sahifa|lenta)[/-]?)(\d{1,5})(/?(?:\.html?)?)$",
    re.IGNORECASE,
)
_LATER_INDEX = re.compile(r"/(?:index|default)[_-](?!1\.)[1-9]\d{0,3}\.\w{2,5}$", re.IGNORECASE)
_LAST_NUMBER = re.compile(r"^(.*/)(\d{1,4})(/?)$")
_NEXT_WORDS = re.compile(
    r"(?:next(?: page)?|(?:load|show|view|see) more(?: \w+)?|more (?:news|stories|articles|posts)|"
    r"[\s‹«<←]*(?:older(?: posts| entries)?|ältere(?: beiträge)?|articles plus anciens|"
    r"entradas (?:anteriores|más antiguas)|posts mais antigos|articoli meno recenti|"
    r"starsze wpisy|oudere berichten|предыдущие записи|старіші записи|eski yazılar)|weiter|"
    r"nächste(?: seite)?|suivante?|page suivante|siguientes?|página siguiente|anteriores|"
    r"próxima(?: página)?|seguinte|página seguinte|avanti|successiv[ao]|pagina successiva|"
    r"următoarea|pagina următoare|następna(?: strona)?|dalej|další|následující|ďalšia|"
    r"sljedeća|sledeća|naslednja|volgende(?: pagina)?|nästa(?: sida)?|næste|neste|seuraava|"
    r"järgmine|nākamā|kitas|következő|επόμενη|далее|дальше|вперед|вперёд|"
    r"следующ(?:ая(?: страница)?|ие)|след|показать ещё|показать еще|загрузить ещё|загрузить еще|"
    r"ещё|еще|келесі|кейінгі|далі|наступна|наступная|следваща|следећа|sonraki(?: sayfa)?|növbəti|"
    r"keyingi|selanjutnya|berikutnya|trang sau|下一页|下一頁|下页|下頁|次へ|次のページ|"
    r"다음(?: 페이지)?|التالي|التالية|بعدی|صفحه بعد|הבא|अगला|ถัดไป)?[\s.›»>→]*$",
    re.IGNORECASE,
)
# Also what leads from a front page to a section: only the list's own pages are meant.
_MORE_WORDS = re.compile(
    r"(?:more|mehr|plus|voir plus|más|ver más|mais|ver mais|altro|więcej|více|meer|больше|"
    r"більше|daha fazla|更多|もっと見る|더보기|المزيد|بیشتر)[\s.…›»>→]*$",
    re.IGNORECASE,
)
_NEXT_CLASS = re.compile(r"(?<![a-z])(?:next|load[-_]?more|show[-_]?more)(?![a-z])", re.IGNORECASE)
_LOAD_MORE = re.compile(r"load[-_]?more(?![-_]?comment)", re.IGNORECASE)
_DATA_ATTRIBUTES = frozenset(
    {"data-next", "data-next-url", "data-next-page", "data-url", "data-href", "data-ajax-url"}
    | {"data-load-url", "data-load", "data-src", "hx-get"}
)
_SECOND = 2  # the first page that a pager leads to
_MAX_NUMBERS = 2_000  # links that are a number; some pagers name all pages. Chosen
_MAX_PARTS = 4  # elements in a link that is only a word or an arrow
_BRACKETS = " \xa0[]()|."  # around the numbers of a pager
_HANDLER_WORDS = ("handler=LoadMore", "load_more", "loadmore", "loadMore")
_HANDLER = re.compile(
    r"""["'`]([^"'`\s]{0,200}\?[^"'`\s]{0,200}?"""
    r"""(?:handler=LoadMore|load_?more)[^"'`\s]{0,200})["'`]""",
    re.IGNORECASE,
)


def next_page_url(url: str, *, step: int | None = None) -> str | None:
    """Return the address of the page after this one, None when its number is not in it.

    ``step`` is the number of entries on this page, for addresses that count entries.

    >>> next_page_url("https://a.example/news/?handler=LoadMoreNews&p=2&type=list")
    'https://a.example/news/?handler=LoadMoreNews&p=3&type=list'
    """
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    for number, (name, value) in enumerate(pairs):
        if not _is_number(value):
            continue
        if name.lower() in _PAGE_NAMES:
            pairs[number] = name, str(int(value) + 1)
        elif name.lower() in _OFFSET_NAMES and (size := _page_size(pairs) or step):
            pairs[number] = name, str(int(value) + size)
        else:
            continue
        query = urlencode(pairs, safe="/:")
        return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))
    if match := _PAGE_PATH.match(parts.path):
        path = f"{match[1]}{int(match[2]) + 1}{match[3]}"
        return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))
    return None


def find_next_page(root: Element, *, url: str, base: str = "") -> str | None:
    """Return the address of the next page that a list's HTML leads to.

    Where a "load more" button names none, it is the usual one: most servers that list by scrolling
    know "?page=2" as well, others repeat the first page, which whoever reads it can tell.
    """
    base = base or url
    own = normalize_url(url)
    for target in _find_marked(root, own, base):
        if target and target != own and site_of(target) == site_of(url):
            return target
    return _find_numbered(root, own, base) or _find_handler(root, base) or _guess_next(root, own)


def page_number(url: str) -> int | None:
    """Return the number of the page in a list that an address names."""
    if (number := _query_number(url, _PAGE_NAMES)) is not None:
        return number
    match = _PAGE_PATH.match(urlsplit(url).path)
    return int(match[2]) if match else None


def entry_number(url: str) -> int | None:
    """Return how many entries of a list are before the page that an address names."""
    return _query_number(url, _OFFSET_NAMES)


def is_first_page(url: str) -> bool:
    """Return whether an address names no later page of a list."""
    if (page_number(url) or 1) > 1 or entry_number(url):
        return False
    return _LATER_INDEX.search(urlsplit(url).path) is None


def list_of(url: str) -> str:
    """Return the address without the page number: the same for all pages of one list."""
    if page_number(url) is None and entry_number(url) is None:
        parts = urlsplit(url)
        url = urlunsplit(parts._replace(path=without_number(parts.path)))
    return _without_page(url)


def _without_page(url: str) -> str:
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if pair[0].lower() not in _PAGE_NAMES | _OFFSET_NAMES]
    match = _PAGE_PATH.match(parts.path)
    path = match[1].rstrip("/-").rpartition("/")[0] if match else parts.path.rstrip("/")
    query = urlencode(kept, safe="/:")
    return str(urlunsplit((parts.scheme, parts.netloc, path, query, "")))


def _query_number(url: str, names: Collection[str]) -> int | None:
    query = urlsplit(url).query
    for name, value in parse_qsl(query) if query else ():
        if name.lower() in names and _is_number(value):
            return int(value)
    return None


def _is_number(text: str) -> bool:
    return text.isdecimal() and len(text) <= 7


def _page_size(pairs: list[tuple[str, str]]) -> int | None:
    for name, value in pairs:
        if name.lower() in _SIZE_NAMES and _is_number(value):
            return int(value)
    return None


def _find_marked(root: Element, own: str, base: str) -> Iterator[str]:
    """Yield what says of itself that it is the next page, the surest first."""
    for element in root.iter("link", "a"):
        if "next" in (element.get("rel") or "").lower().split():
            yield resolve_link(element.get("href") or "", base)
    yield from _find_said(root, own, base)
    for element in root.iter("button", "a", "div", "section", "ul", "span"):
        for name in _DATA_ATTRIBUTES.intersection(element.keys()):
            value = element.get(name)
            if value and (page_number(value) or entry_number(value)):
                yield resolve_link(value, base)


def _find_said(root: Element, own: str, base: str) -> Iterator[str]:
    """Yield what the words and the classes of links call the next page, or more of the list."""
    anchors = [a for a in root.iter("a") if len(a) < _MAX_PARTS]
    for element in filter(_is_next, anchors):
        target = resolve_link(element.get("href") or "", base)
        if _is_page_of(target, own):
            yield target
    for element in anchors:
        if _MORE_WORDS.match(_read_label(element)):
            target = resolve_link(element.get("href") or "", base)
            if _is_near(target, own):
                yield target


def _is_next(anchor: Element) -> bool:
    if _NEXT_CLASS.search(f"{anchor.get('class') or ''} {anchor.get('id') or ''}"):
        return True
    label = _read_label(anchor)
    return bool(label) and _NEXT_WORDS.match(label) is not None


def _read_label(anchor: Element) -> str:
    """Return the words of a link that has but a few, "" otherwise."""
    if len(anchor.text or "") > 80:
        return ""
    # Links nested by mistake hold all that follow.
    text = " ".join("".join(map(str, islice(anchor.itertext(), 50))).split())
    label = text or anchor.get("title") or anchor.get("aria-label") or ""
    return label if len(label) <= 40 else ""


def _is_page_of(target: str, own: str) -> bool:
    """Return whether an address can be a page of the list: "Next" may also be a section's name."""
    if not target:
        return False
    path, own_path = urlsplit(target).path, urlsplit(own).path
    return (
        page_number(target) is not None
        or _LAST_NUMBER.match(path) is not None
        or (path == own_path and target != own)
        or find_day_archive(target) is not None
        or _is_near(target, own)
    )


def _is_near(target: str, own: str) -> bool:
    """Return whether an address can be the list's next page: some count down, from any number."""
    step = _find_step(target, own)
    if step is None or step.here is None:
        return step is not None
    if entry_number(target) is not None:
        return step.there > step.here
    return abs(step.there - step.here) == 1


def _find_step(target: str, own: str) -> Step | None:
    """Return the numbers of this page and of another of its list, be they pages or entries."""
    if target and _without_page(target) == _without_page(own):
        for number_of in (page_number, entry_number):
            if (number := number_of(target)) is not None:
                return Step(number_of(own), number)
    return find_step(target, own) if target else None


def _find_numbered(root: Element, own: str, base: str) -> str | None:
    """Return the link to page N+1 among numbered pages; the first page may have no number."""
    further: dict[int, str] = {}
    for label, href in islice(_iterate_numbers(root), _MAX_NUMBERS):
        target = resolve_link(href, base)
        if _is_numbered_next(label, target, own):
            return target
        if (number := entry_number(target)) and _find_step(target, own):
            further.setdefault(number, target)
    here = entry_number(own) or 0
    return further.get(min((number for number in further if number > here), default=0))


def _iterate_numbers(root: Element) -> Iterator[tuple[int, str]]:
    """Yield the links that are only a number from two on: the number and the address."""
    for element in root.iter("a"):
        label = _read_label(element).strip(_BRACKETS) if len(element) < _MAX_PARTS else ""
        if _is_number(label) and int(label) >= _SECOND:
            yield int(label), element.get("href") or ""


def _is_numbered_next(label: int, target: str, own: str) -> bool:
    """Return whether a link with a number leads to the next page; some count from nought."""
    wanted = (page_number(own) or 1) + 1
    if label == wanted == page_number(target):
        return True
    last = _LAST_NUMBER.match(urlsplit(target).path)
    # The "2" of a calendar leads to a day or a month.
    if last and label == wanted == int(last[2]) and url_span(target) == url_span(own):
        return True
    step = _find_step(target, own)
    if step is None or entry_number(target) is not None:
        return False
    if step.here is None:
        return label == _SECOND and step.there in {1, _SECOND}
    return step.there == step.here + 1 and label - step.there in {0, 1}


def _guess_next(root: Element, own: str) -> str | None:
    has_button = any(
        _LOAD_MORE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        for element in root.iter("button", "a")
        if (element.get("href") or "#").startswith(("#", "javascript:"))
    )
    return f"{own}?page=2" if has_button and not urlsplit(own).query else None


def _find_handler(root: Element, base: str) -> str | None:
    """Return the address that a "load more" script asks for, as its second page."""
    for script in root.iter("script"):
        text = script.text or ""
        at = next((at for word in _HANDLER_WORDS if (at := text.find(word)) >= 0), -1)
        match = _HANDLER.search(text[max(at - 400, 0) : at + 400]) if at >= 0 else None
        if match and (number := re.search(r"([?&](?:p|page|pn)=)(\d*)", match[1])):
            target = match[1][: number.end(1)] + (number[2] or "2") + match[1][number.end() :]
            return resolve_link(target, base) or None
    return None

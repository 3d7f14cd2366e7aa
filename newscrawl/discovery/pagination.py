"""The next page of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.etree import _Element as Element

from newscrawl.discovery.addresses import normalize_url, resolve_link
from newscrawl.discovery.archives import find_day_archive
from newscrawl.discovery.sites import site_of
from newscrawl.discovery.url_dates import url_span

_PAGE_NAMES = frozenset(
    {"page", "p", "pn", "pg", "paged", "pagenum", "page_num", "pageno", "page_no", "pagenumber",
     "page_number", "pageindex", "currentpage", "curpage", "pagen_1", "pagen_2", "pagen_3", "seite"}
)  # fmt: skip
_OFFSET_NAMES = frozenset({"offset", "start", "skip", "limitstart", "from"})
_SIZE_NAMES = ("limit", "size", "count", "per_page", "pagesize", "psize", "rows")
_PAGE_PATH = re.compile(
    r"^(.*/(?:page|p|seite|pagina|strana|sahifa|lenta)[/-]?)(\d{1,5})(/?(?:\.html?)?)$",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"^(.*/)(\d{1,4})(/?)$")
_NEXT_WORDS = re.compile(
    r"(?:next(?: page)?|(?:load|show|view|see) more(?: \w+)?|more (?:news|stories|articles|posts)|"
    r"[\s‹«<←]*(?:older(?: posts| entries)?|ältere(?: beiträge)?|articles plus anciens|"
    r"entradas (?:anteriores|más antiguas)|posts mais antigos|articoli meno recenti|"
    r"starsze wpisy|oudere berichten|предыдущие записи|старіші записи|eski yazılar)|weiter|"
    r"nächste(?: seite)?|suivante?|page suivante|siguientes?|anteriores|próxima|seguinte|avanti|"
    r"successiv[ao]|następna|volgende|nästa|далее|дальше|вперед|вперёд|следующая(?: страница)?|"
    r"показать ещё|показать еще|загрузить ещё|загрузить еще|ещё|еще|келесі|кейінгі|далі|"
    r"наступна|sonraki|下一页|下一頁|次へ|다음|التالي)?[\s›»>→]*$",
    re.IGNORECASE,
)
_NEXT_CLASS = re.compile(r"(?<![a-z])(?:next|load[-_]?more|show[-_]?more)(?![a-z])", re.IGNORECASE)
_LOAD_MORE = re.compile(r"load[-_]?more(?![-_]?comment)", re.IGNORECASE)
_DATA_ATTRIBUTES = frozenset(
    {"data-next", "data-next-url", "data-next-page", "data-url", "data-href", "data-ajax-url"}
    | {"data-load-url", "data-load", "data-src", "hx-get"}
)
_MAX_PARTS = 4  # elements in a link that is only a word or an arrow
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
        if not value.isdigit() or len(value) > 7:
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
    parts = urlsplit(url)
    for name, value in parse_qsl(parts.query) if parts.query else ():
        if name.lower() in _PAGE_NAMES and value.isdigit() and len(value) <= 7:
            return int(value)
    match = _PAGE_PATH.match(parts.path)
    return int(match[2]) if match else None


def list_of(url: str) -> str:
    """Return the address without the page number: the same for all pages of one list."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    kept = [pair for pair in pairs if pair[0].lower() not in _PAGE_NAMES | _OFFSET_NAMES]
    match = _PAGE_PATH.match(parts.path)
    path = match[1].rstrip("/-").rpartition("/")[0] if match else parts.path.rstrip("/")
    query = urlencode(kept, safe="/:")
    return str(urlunsplit((parts.scheme, parts.netloc, path, query, "")))


def _page_size(pairs: list[tuple[str, str]]) -> int | None:
    for name, value in pairs:
        if name.lower() in _SIZE_NAMES and value.isdigit():
            return int(value)
    return None


def _find_marked(root: Element, own: str, base: str) -> Iterator[str]:
    """Yield what says of itself that it is the next page, the surest first."""
    for element in root.iter("link", "a"):
        if "next" in (element.get("rel") or "").lower().split():
            yield resolve_link(element.get("href") or "", base)
    anchors = [a for a in root.iter("a") if len(a) < _MAX_PARTS and _is_next(a)]
    for element in anchors:
        target = resolve_link(element.get("href") or "", base)
        if _is_page_of(target, own):
            yield target
    for element in root.iter("button", "a", "div", "section", "ul", "span"):
        for name in _DATA_ATTRIBUTES.intersection(element.keys()):
            value = element.get(name)
            if value and page_number(value):
                yield resolve_link(value, base)


def _is_next(anchor: Element) -> bool:
    if _NEXT_CLASS.search(f"{anchor.get('class') or ''} {anchor.get('id') or ''}"):
        return True
    if len(anchor.text or "") > 80:
        return False
    # Links nested by mistake hold all that follow.
    text = " ".join("".join(map(str, islice(anchor.itertext(), 50))).split())
    label = text or anchor.get("title") or anchor.get("aria-label") or ""
    return 0 < len(label) <= 40 and _NEXT_WORDS.match(label) is not None


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
    )


def _find_numbered(root: Element, own: str, base: str) -> str | None:
    """Return the link to page N+1 among numbered pages; the first page may have no number."""
    wanted = (page_number(own) or 1) + 1
    for element in root.iter("a"):
        href = element.get("href") or ""
        text = (element.text or "").strip()
        if text != str(wanted) or not href:
            continue
        target = resolve_link(href, base)
        last = _LAST_NUMBER.match(urlsplit(target).path)
        # The "2" of a calendar leads to a day or a month.
        is_numbered = last and int(last[2]) == wanted and url_span(target) == url_span(own)
        if page_number(target) == wanted or is_numbered:
            return target
    return None


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

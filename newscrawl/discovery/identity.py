"""Which article an address means, whatever its form."""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from newscrawl.discovery.addresses import normalize_url, resolve_link
from newscrawl.discovery.article_ids import find_article_id
from newscrawl.discovery.sites import Host, split_host

_AMP_CACHE = re.compile(
    r"https?://(?:[^/]+\.cdn\.ampproject\.org/[a-z]|(?:www\.)?google\.[a-z.]+/amp)/(s/)?(?=[^/]+\.)"
)
_INDEX = re.compile(r"(?:index|default)\.(?:s?html?|php\d?|aspx?|jsp)$", re.IGNORECASE)
_AMP_SUFFIX = re.compile(r"\.amp(?=\.s?html?$|$)|(?<=.)(?:;|%3B)amp$", re.IGNORECASE)
_LAYOUT_SEGMENTS = frozenset({"amp", "print", "amp.html"})

_LAYOUT_PARAMETERS: dict[str, set[str] | None] = {
    "amp": None,
    "print": None,
    "printable": None,
    "isamp": None,
    "outputtype": {"amp", "amp-type"},
    "output": {"amp"},
    "view": {"amp", "mobile", "desktop", "print"},
    "type": {"amp"},
    "mode": {"amp", "print"},
    "m": {"0", "1"},
    "mobile": {"0", "1"},
    "page": {"1", "0"},
}
_CONTENT_PARAMETERS = re.compile(
    r"(?:.*id|p|pn|pg|page\w*|start|offset|part|chapter|article|news|post|story|item|entry|doc|"
    r"lang\w*|locale|hl|photo|slide|image|img|video)$",
    re.IGNORECASE,
)
_NUMBER_PARAMETER = re.compile(r"(?:\w*id|p|article|news|story|post)=\d+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


class _Address(NamedTuple):
    host: Host
    port: str
    segments: list[str]
    parameters: list[str]


def article_key(url: str, canonical: str | None = None) -> str:
    """Return the identity of the article at an address: 32 hex digits.

    The same for http and https, www., mobile and AMP forms, tracking and session parameters,
    fragments, trailing slashes, index files and the slug and section around a long article id.
    Editions on their own subdomains ("kaz.") stay apart. ``canonical`` counts if it is plausible.
    """
    if canonical and is_plausible_canonical(canonical, url):
        url = resolve_link(canonical, url)
    return blake2b(_identity(url).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def is_plausible_canonical(canonical: str, url: str, *, elsewhere: bool = False) -> bool:
    """Return whether the address a page claims can be another form of the address it came from.

    Not: another site or edition, a homepage, a section, another article. ``elsewhere`` lets another
    site pass, by its slug: that of a paper the article was taken over from.
    """
    if " " in canonical.strip():
        return False  # a headline in the wrong attribute
    claimed, own = _read(resolve_link(canonical, url)), _read(url)
    if claimed is None or own is None:
        return False
    if not claimed.segments and not claimed.parameters:
        return False
    if claimed.host.site != own.host.site:
        return elsewhere and _has_same_slug(claimed, own)
    if claimed.host.bare != own.host.bare and _is_edition_pair(claimed.host, own.host):
        return False
    return _is_same_article(claimed, own)


def _identity(url: str) -> str:
    address = _read(url)
    if address is None:
        return url.strip()
    host = f"{address.host.bare}{address.port}"
    found = find_article_id(address.segments)
    if found is None:
        return f"{host}/{'/'.join(address.segments)}?{'&'.join(sorted(address.parameters))}"
    kept = sorted(filter(_chooses_content, address.parameters))
    return f"{host}/{found.scope}#{found.number}?{'&'.join(kept)}"


def _read(url: str) -> _Address | None:
    normal = normalize_url(url)
    while cached := _AMP_CACHE.match(normal):
        normal = normalize_url(f"http{'s' if cached[1] else ''}://{normal[cached.end() :]}")
    if not normal:
        return None
    parts = urlsplit(normal)
    port = f":{parts.port}" if parts.port else ""
    parameters = [p for p in parts.query.split("&") if p and not _chooses_layout(p)]
    return _Address(split_host(parts.hostname or ""), port, _segments(parts.path), parameters)


def _segments(path: str) -> list[str]:
    segments = [segment for segment in path.split("/") if segment]
    if segments and _INDEX.match(segments[-1]):
        segments.pop()
    if len(segments) > 1 and segments[-1].lower() in _LAYOUT_SEGMENTS:
        segments.pop()
    if len(segments) > 1 and segments[0].lower() in _LAYOUT_SEGMENTS:
        del segments[0]
    if segments:
        segments[-1] = _AMP_SUFFIX.sub("", segments[-1])
    return segments


def _chooses_layout(parameter: str) -> bool:
    name, _, value = parameter.partition("=")
    values = _LAYOUT_PARAMETERS.get(name.lower(), set())
    return values is None or value.lower() in values


def _chooses_content(parameter: str) -> bool:
    return _CONTENT_PARAMETERS.match(parameter.partition("=")[0]) is not None


def _is_edition_pair(one: Host, other: Host) -> bool:
    return any(_is_edition(host.edition) for host in (one, other))


def _is_edition(label: str) -> bool:
    """Return whether a subdomain can be a language or a region rather than a desk's name."""
    return bool(label) and (len(label) <= 3 or label in {"qazaq", "english", "russian", "arabic"})


def _is_same_article(claimed: _Address, own: _Address) -> bool:
    if claimed.segments == own.segments:
        lost, added = _difference(own, claimed), _difference(claimed, own)
        return not added and not any(map(_chooses_content, lost))
    ids = find_article_id(claimed.segments), find_article_id(own.segments)
    if ids[0] and ids[1]:
        return ids[0].number == ids[1].number
    return _has_same_slug(claimed, own)


def _has_same_slug(claimed: _Address, own: _Address) -> bool:
    words, own_words = _slug_words(claimed.segments), _slug_words(own.segments)
    if not own_words or any(map(_NUMBER_PARAMETER.match, own.parameters)):
        return find_article_id(claimed.segments) is not None or len(words) >= 3
    common = len(words & own_words)
    # Half of the shorter slug, and two words at least: slugs are cut and re-edited, while two
    # articles of one desk share a name or two ("nazarbaev", "covid-19").
    return common >= min(2, len(own_words)) and 2 * common >= min(len(words), len(own_words))


def _difference(one: _Address, other: _Address) -> set[str]:
    return set(one.parameters) - set(other.parameters)


def _slug_words(segments: list[str]) -> set[str]:
    if not segments:
        return set()
    longest = max(segments[-2:], key=len)
    words = _WORD.findall(unquote(longest.rsplit(".", 1)[0]).lower())
    return {word for word in words if len(word) > 2 or not word.isascii()}

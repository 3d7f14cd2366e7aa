"""What class, id and role names say of an element, in the languages that sites name things in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

_MEANINGS = {
    "caption": r"caption|figcap|bildunter|legend|pie-?(?:de-)?foto|didascalia|bildtext|bild-?text"
    r"|(?:image|photo|img|media|picture|foto)[-_]*(?:text|credit|desc|info|title|source|author)"
    r"|credits?\b|copyright|cutline|imgsrc",
    "comments": r"comment|disqus|kommentar|coment|commun|forum|discussion|repl(?:y|ies)|respond"
    r"|reader|leser|opinie|yorum|message",
    "newsletter": r"newsletter|subscri|sign-?up|paywall|pay-?gate|premium|regist(?:er|ration)"
    r"|donat|spende|log-?in|opt-?in|mailing|piano|\babo\b|abonne|offer|support-?us|membership"
    r"|notification|push",
    "share": r"share|sharing|social|facebook|twitter|whatsapp|follow|teilen|addthis|telegram"
    r"|pinterest|linkedin|compart|partag|condivid|google-?news",
    "related": r"relate|recommend|recirc|more-?(?:news|stor|article|on|from|about|like)|also|readmore"
    r"|read[-_]*(?:more|also|next|on)|see-?also|teaser|similar|lesen|weitere|mehr-|relacion"
    r"|artigos|saiba|leia|aussi|leggi|correlat|trending|popular|most-?(?:read|view)|top-?stor"
    r"|playlist|carousel|slider|swiper|in-?this|further|promo|card|latest|next-?(?:post|article)"
    r"|prev|upnext|essential|must-?read|hot|recent|linklist|link-?list|article-?list|second-?art",
    "ad": r"\bads?\b|\bads?[-_]|[-_]ads?\b|advert|sponsor|banner|werbung|anzeige|publicid|reklam"
    r"|outbrain|taboola|affiliat|shop|product|\bbuy|price|\bdeal|commerc|merch|native",
    "summary": r"summar|key-?(?:point|take|fact)|takeaway|tl-?dr|bullets|highlights|at-?a-?glance"
    r"|zusammenfass|\bai[-_]|resumen|resume",
    "box": r"fact|fakta|fakten|info-?(?:box|text|graph|graf)|\binfo\b|expand|accordion|side-?bar"
    r"|\baside|callout|complementary|box(?:out)?\b|box[-_]|inset|highlight|kasten|recuadro|encadr"
    r"|collaps|drop-?down|modal|popup|pop-?up|tooltip|poll|quiz|survey|widget|panel|drawer|inline"
    r"|insert|timeline|glossar|panorama|infografi",
    "author": r"author|by-?line|autor|\bbio\b|bio[-_]|writer|contributor|signature|profile"
    r"|journalist|reporter|verfasser|firma\b|vcard|staff",
    "media": r"video|player|galler|galerie|audio|podcast|embed|slide-?show|photo|media|foto|bild"
    r"|figure|youtube|iframe|instagram|tiktok|tweet|image|img|picture|diapo",
    "tags": r"\btags?\b|tag-?(?:list|cloud|s\b)|topic|keyword|categor|rubri|kicker|breadcrumb"
    r"|thema|themen|section-?(?:name|label|title)|eyebrow|overline|label|badge",
    "quote": r"pull|quote|zitat|citat|cita\b",
    "note": r"disclaim|footnote|\bnotes?\b|correction|source|quelle|legal|consent|cookie|gdpr"
    r"|privacy|warning|alert|transparen|disclosure|about|endnote|reference|license|info-?note",
    "navigation": r"\bnav|menu|\btoc\b|toc[-_]|table-?of-?cont|paginat|pager|jump|toolbar|button"
    r"|\bbtn|footer|header|masthead|tabs?\b|breadcrumb|inhalt|skip|search|filter|form\b|cta",
    "date": r"\bmeta\b|date|time|publish|updated|datum|fecha|article-?info|post-?info|details",
    "lead": r"\blead|intro|standfirst|\bdeks?\b|deck\b|sub-?title|sub-?head|excerpt|chapo|entradilla"
    r"|bajada|sottotitolo|ingress|vorspann|sapo\b|stand-?first|abstract|preamble|epigraph|summary",
    "body": r"article[-_]*(?:body|text|content|main)|story[-_]*(?:body|text|content)"
    r"|(?:post|entry|page|main|news|blog|body)[-_]*(?:content|text|body)|prose|rich-?text"
    r"|paragraph|wysiwyg|body-?copy|texto|cuerpo|\btext\b|text-?block|editor|content-?(?:body|text)",
}
MEANINGS = tuple(_MEANINGS)
"""What names may say of an element, in the order of the bits of a mask."""

_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PATTERN = re.compile(
    "|".join(f"(?P<{meaning}>{pattern})" for meaning, pattern in _MEANINGS.items())
)
_BITS = {meaning: 1 << place for place, meaning in enumerate(MEANINGS)}


def split_names(names: str) -> list[str]:
    """Return the words of class and id names.

    >>> split_names("article-body__readMore is-2")
    ['article', 'body', 'read', 'more', 'is']
    """
    return [word.lower() for word in _WORD.findall(names)]


def weigh_names(names: str, weights: Mapping[str, float]) -> float:
    """Return how far the names speak for article text (above 0) or against it (below 0).

    The strongest word each way counts: "related" decides what "article-related-list" is.
    """
    best = worst = 0.0
    for word in _WORD.findall(names):
        weight = weights.get(word.lower())
        if weight is not None:
            if weight < worst:
                worst = weight
            elif weight > best:
                best = weight
    return best + worst


def read_meanings(names: str) -> int:
    """Return a mask of what the names say: a bit for each of ``MEANINGS``."""
    mask = 0
    for name in names.split():
        mask |= _read_name(name)
    return mask


# A page names a few hundred things, most of them many times, and a site's pages the same ones.
@lru_cache(maxsize=65_536)
def _read_name(name: str) -> int:
    mask = 0
    for match in _PATTERN.finditer(name.lower()):
        mask |= _BITS[str(match.lastgroup)]
    return mask


@lru_cache(maxsize=4096)
def spread_mask(mask: int) -> tuple[int, ...]:
    """Return the bits of a mask, one number for each of ``MEANINGS``."""
    return tuple(mask >> place & 1 for place in range(len(MEANINGS)))

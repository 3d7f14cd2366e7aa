"""What class, id and role names say of an element, in the languages that sites name things in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import pairwise

STANDFIRST = (
    r"standfirst|^deks?$|^deck$|^chapo|^chapeau|entradilla|^bajada|^bajante|^copete|^sumario"
    r"|^subtit[ou]l|sottotitolo|^catenaccio|^riassunto|^ingress|vorspann|^anriss|^kurzfassung"
    r"|^anotace|^manchet|underrubrik|^anons$|^lineafina|^linhafina|^sapo$|preamble"
)
"""Pattern of words that only a lead has; "lead" and "intro" are first paragraphs as often."""

# Matched against each word of a name and each two neighbours written together: "read-more" is
# looked up as "read", "more" and, for words in _FIRST, "readmore".
_MEANINGS = {
    "caption": r"caption|figcap|bildunter|^legend|piede?foto|didascalia|bildtext|^credits?$"
    r"|^(?:image|photo|img|media|picture|foto)(?:text|credit|desc|info|title|source|author)"
    r"|copyright|cutline|imgsrc|onderschrift|bijschrift|kuvateksti|billedtekst|bildetekst|kepalair",
    "comments": r"comment|disqus|kommentar|^coment|^commun|forum|discussion|^repl(?:y|ies)$|respond"
    r"|^opinie|^yorum|^leser",
    "newsletter": r"newsletter|subscri|^signup|paywall|premium|^regist|donat|^spende|^login|^optin"
    r"|mailing|^piano|^abo$|^abonne|^offer|^supportus|membership|notification|^push",
    "share": r"^shar|social|facebook|twitter|whatsapp|follow|^teilen|addthis|telegram|pinterest"
    r"|linkedin|^compart|^partag|condivid|googlenews",
    "related": r"relate|recommend|recirc|^more(?:news|stor|article|on|from|about|like)|^also$"
    r"|^read(?:more|also|next|on)|seealso|teaser|similar|^lesen|^weitere|relacion|^saiba|^leia"
    r"|aussi$|^leggi|correlat|trending|popular|^most(?:read|view)|topstor|playlist|carousel|slider"
    r"|swiper|inthis|further|^promo|^cards?$|^latest|^next(?:post|article)|^prev|upnext|essential"
    r"|mustread|^recent|linklist|articlelist|secondart",
    "ad": r"^ads?$|advert|sponsor|banner|werbung|anzeige|publicid|reklam|outbrain|taboola|affiliat"
    r"|^shop|^product|^buy|^price|^deals?$|commerc",
    "summary": r"summar|^key(?:point|take|fact)|takeaway|^tldr|^bullets|highlights|ataglance"
    r"|zusammenfass|^resum|^ai$",
    "box": r"^fact|fakta|fakten|^info(?:box|text|graph|graf|$)|^expand|accordion|sidebar|^aside"
    r"|callout|complementary|^box|box$|^inset|highlight|kasten|recuadro|encadr|collaps|dropdown"
    r"|^modal|popup|tooltip|^poll|quiz|survey|widget|^panel|drawer|timeline|glossar|infografi",
    "author": r"author|byline|^autor|^bio$|^bio(?:graphy|box)|^writer|contributor|signature|profile"
    r"|journalist|reporter|verfasser|^firma$|^vcard",
    "media": r"video|player|galler|galerie|audio|podcast|embed|slideshow|^photo|^media|^foto|^bild"
    r"|^figure|youtube|iframe|instagram|tiktok|tweet|^image|^img|^picture|diapo",
    "tags": r"^tags?$|^tag(?:list|cloud)|^topic|keyword|categor|^rubri|kicker|breadcrumb"
    r"|^them(?:a|en|es)$|^section(?:name|label|title)|eyebrow|overline|^label|badge",
    "quote": r"^pull|quote|zitat|^citat|^cita$",
    "note": r"disclaim|footnote|^notes?$|correction|^source|quelle|^legal|consent|cookie|gdpr"
    r"|privacy|warning|^alert|transparen|disclosure|^about|endnote|^reference|license",
    "navigation": r"^nav|menu|^toc$|tableofcont|paginat|^pager|^jump|toolbar|button|^btn|^footer"
    r"|^header|masthead|^tabs?$|inhalt|^skip|^search|^filter|^form$|^cta$",
    "date": r"^meta$|^date|^time|publish|^updated|^datum|^fecha|articleinfo|postinfo|^details",
    "lead": r"^lead(?!ing|er)|^intro|^subtitle|^subhead|excerpt|^abstract|^desc(?:ription)?$|^perex"
    rf"|^zajawka|{STANDFIRST}",
    "body": r"^article(?:body|text|content|main)|^story(?:body|text|content)"
    r"|^(?:post|entry|page|main|news|blog|body)(?:content|text|body)|^prose|richtext|^paragraph"
    r"|wysiwyg|bodycopy|^texto|cuerpo|^textblock|^content(?:body|text)",
}
MEANINGS = tuple(_MEANINGS)
"""What names may say of an element, in the order of the bits of a mask."""
BITS = {meaning: 1 << place for place, meaning in enumerate(MEANINGS)}
"""The bit of each meaning."""

# Words that mean something together with the next one.
_FIRST = frozenset(
    ("article", "at", "blog", "body", "by", "content", "entry", "fact", "foto", "image", "img",
     "in", "info", "key", "linea", "linha", "link", "log", "main", "media", "more", "most",
     "news", "next", "opt", "page", "pay", "photo", "picture", "post", "read", "rich", "second",
     "section", "see", "side", "sign", "story", "sub", "support", "table", "text", "top")
)  # fmt: skip
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_PATTERNS = tuple((BITS[name], re.compile(pattern)) for name, pattern in _MEANINGS.items())


def split_names(names: str) -> list[str]:
    """Return the words of class and id names.

    >>> split_names("article-body__readMore is-2")
    ['article', 'body', 'read', 'more', 'is']
    """
    return [word.lower() for word in _WORD.findall(names)]


def read_names(names: str, weights: Mapping[str, float]) -> tuple[float, int]:
    """Return how far names speak for article text, and a mask of what they say.

    The weight is above 0 for, below 0 against. The strongest word each way counts: "related"
    decides what "article-related-list" is. The mask has a bit for each of ``MEANINGS``.
    """
    best = worst = 0.0
    mask = 0
    before = ""
    for name in names.split():
        words, meanings = _read_name(name)
        mask |= meanings
        if before in _FIRST and words:
            mask |= _meaning_of(before + words[0])
        for word in words:
            weight = weights.get(word, 0.0)
            if weight < worst:
                worst = weight
            elif weight > best:
                best = weight
            before = word
    return best + worst, mask


@lru_cache(maxsize=1 << 15)  # names recur from page to page; a pure function of a name
def _read_name(name: str) -> tuple[tuple[str, ...], int]:
    """Return the words of one name and what they mean, alone and two together."""
    words = split_names(name)
    mask = 0
    for before, word in pairwise(["", *words]):
        mask |= _meaning_of(word)
        if before in _FIRST:
            mask |= _meaning_of(before + word)
    return tuple(words), mask


@lru_cache(maxsize=1 << 15)  # words recur from page to page; a pure function of a word
def _meaning_of(word: str) -> int:
    mask = 0
    for bit, pattern in _PATTERNS:
        if pattern.search(word):
            mask |= bit
    return mask


@lru_cache(maxsize=1 << 12)
def spread_mask(mask: int) -> tuple[int, ...]:
    """Return the bits of a mask, one number for each of ``MEANINGS``."""
    return tuple(mask >> place & 1 for place in range(len(MEANINGS)))

"""Whether all may read the article, and whether all of it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.boilerplate.walls import asks_to_pay, is_scrambled
from newscrawl.extraction.metadata.comments import COMMENT_WORD
from newscrawl.extraction.page.json_ld import as_list, as_text, types_of
from newscrawl.extraction.page.letters import STOPS, letters_of
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.text.body import Body
from newscrawl.items import Completeness

_PAGE_TYPES = frozenset(("WebPage", "Article", "NewsArticle", "ReportageNewsArticle"))
_FREE = {
    "true": True,
    "free": True,
    "yes": True,
    "1": True,
    "false": False,
    "locked": False,
    "paid": False,
    "premium": False,
    "subscriber": False,
    "subscription": False,
    "no": False,
    "0": False,
}
# Share of the stated length from which the text counts as whole: stated counts include captions
# and leads, or leave them out, which moves the share by about a tenth.
FULL_SHARE = 0.8
# Share of the stated length under which it is a teaser.
TEASER_SHARE = 0.5
# Characters; a body under it that stands before a paywall is a teaser.
SHORT_BODY = 1_500
# Blocks before and behind the end of the text in which a page asks to subscribe or to read on.
LAST_BLOCKS = 3
# Characters of such a request.
MAX_REQUEST = 300
# What asks for something else: "Subscribe to our newsletter for more stories".
_OTHER_KINDS = frozenset(
    ("comments", "copyright", "newsletter", "push", "read_also", "share", "typo")
)

# Three dots break a text off.
_SENTENCE_END = re.compile(rf"(?<![.…])[{STOPS.replace('…', '')}:)\]\"'”’»]\s*$")
_ENDING = 20  # characters in which it is looked for
_WORD_COUNT = re.compile(r"\d{1,7}")
_READ_ON = re.compile(
    r"(?:continue|keep) reading|read (?:the )?(?:full|whole) (?:story|article)"
    r"|subscribe (?:now )?to (?:read|continue)"
    r"|this (?:article|story|content|post) is (?:only )?(?:for|available to)"
    r" (?:paying |paid )?(?:subscribers|members)"
    r"|already a subscriber|log in to read|sign in to (?:read|continue)"
    r"|weiterlesen mit|jetzt weiterlesen|lesen sie (?:jetzt )?(?:den ganzen artikel|weiter)"
    r"|exklusiv für abonnent|nur für abonnent|mit .{0,20}abo (?:weiter)?lesen"
    r"|réservé (?:aux|à nos) abonnés|il vous reste [\d,.]+ ?% de cet article|pour lire la suite"
    r"|la suite (?:est|de cet article)|solo para suscriptores|contenido exclusivo para suscriptores"
    r"|para seguir leyendo|conteúdo exclusivo para assinantes|continue lendo|para continuar lendo"
    r"|contenuto riservato agli abbonati|per continuare a leggere|verder lezen|lees verder"
    r"|alleen voor abonnees|läs vidare|för prenumeranter|kun for abonnenter|les videre|lue lisää"
    r"|czytaj dalej|dla prenumeratorów|читать далее|читать полностью"
    r"|доступно (?:только )?по подписке"
    r"|только для подписчиков|читати далі|для передплатників|жазылушыларға ғана|devamını oku"
    r"|aboneler için|この記事は有料|会員限定|続きを読む|残り\d+文字|继续阅读|阅读全文|訂閱|유료회원"
    r"|للمشتركين|تابع القراءة",
    re.IGNORECASE,
)
# What stands right below a teaser of any length, and below nothing else.
_FROM_HERE = re.compile(
    r"ここから先は|この続きをみるには|keep reading with a \d+-day free trial"
    r"|(?:this|the rest of this) (?:post|article|story) is (?:only )?for pa(?:id|ying) subscribers",
    re.IGNORECASE,
)


def read_is_free(structured: Structured) -> tuple[bool | None, str]:
    """Return whether all may read the article and who says so; None if the page does not."""
    parts = [part for part in as_list(structured.article.get("hasPart")) if isinstance(part, dict)]
    stated = [_flag(node.get("isAccessibleForFree")) for node in (structured.article, *parts)]
    if False in stated:
        return False, "json_ld"
    if stated[0] is not None:
        return stated[0], "json_ld"
    if False in (_flag(node.get("isAccessibleForFree")) for node in _of_page(structured)):
        return False, "json_ld"
    for value in structured.itemprops.get("isAccessibleForFree", ()):
        if (flag := _flag(value)) is not None:
            return flag, "itemprop"
    for name in ("article:content_tier", "og:article:content_tier", "lp:paywall", "is-free"):
        tier = (structured.first_meta(name) or "").lower()
        if tier in {"free", "locked"}:
            return tier == "free", f"meta {name}"
    return None, ""


def _of_page(structured: Structured) -> Iterator[dict[str, Any]]:
    """Yield the objects that a page states beside its article: itself, the article once more."""
    headline = letters_of(as_text(structured.article.get("headline")) or "")
    for node in structured.nodes:
        own = letters_of(as_text(node.get("headline")) or "")
        if _PAGE_TYPES.intersection(types_of(node)) and own in ("", headline):
            yield node


def _flag(value: object) -> bool | None:
    if isinstance(value, bool):
        return value
    text = as_text(value) if not isinstance(value, int) else str(value)
    return _FREE.get(text.lower().rsplit("/", 1)[-1]) if text else None


def read_completeness(
    structured: Structured, body: Body, *, is_free: bool | None, has_next_part: bool = False
) -> tuple[Completeness, str]:
    """Return whether the text is all of the article, as measured, and by what.

    The length that the page states decides; else a request to subscribe at the end makes a teaser,
    and so does a next part of the article at an address of its own.
    A long text that is not free is whole if the boxes behind the paywall hold a part of it. One
    that is stated to be free is whole, and so is a long one that ends like a sentence on a page
    without any sign of a paywall.
    """
    text = body.text
    if any(is_scrambled(block.text) for block in body.page_blocks):
        return "teaser", "scrambled"
    if not text:
        return "unknown", ""
    if (share := _stated_share(structured, text)) is not None:
        if share >= FULL_SHARE:
            return "full", "length"
        if share < TEASER_SHARE and (is_free is False or _asks_to_read_on(body)):
            return "teaser", "length"
    if is_free is not True and _asks_to_read_on(body):
        return "teaser", "text"
    if has_next_part:
        return "teaser", "next_part"
    if is_free is False:
        return _completeness_of_paid(structured, body)
    if is_free:
        return "full", "is_free"
    lead = body.lead or ""
    length = len(text) + (0 if lead in text else len(lead))
    is_whole = is_free is None and length >= SHORT_BODY and _ends_sentence(text)
    return ("full", "text") if is_whole else ("unknown", "")


def _completeness_of_paid(structured: Structured, body: Body) -> tuple[Completeness, str]:
    is_long = len(body.text) >= SHORT_BODY
    if _is_delivered(structured, body):
        is_whole = is_long and _ends_sentence(body.text)
        return ("full", "paywall") if is_whole else ("unknown", "")
    is_teaser = not is_long or structured.marks.of("paywall")
    return ("teaser", "paywall") if is_teaser else ("unknown", "")


def _is_delivered(structured: Structured, body: Body) -> bool:
    """Return whether a paywall's box has a paragraph of the text in it.

    Such boxes are called so, or named by the ``cssSelector`` of the part that is not free. Of 19
    real texts of 1,500 to 13,700 characters that are in one, none is cut short; one is scrambled.
    """
    gates = {mark.element for mark in structured.marks.of("paywall")}
    names = set(_gated_names(structured))
    return any(
        around in gates or not names.isdisjoint((around.get("class") or "").split())
        for around in _elements_around(body)
    )


def _elements_around(body: Body) -> Iterator[HtmlElement]:
    """Yield the elements around the text, each once."""
    seen: set[HtmlElement] = set()
    for block in body.page_blocks:
        around = block.element if block.reason is None else None
        while around is not None and around not in seen:
            seen.add(around)
            yield around
            around = around.getparent()


def _ends_sentence(text: str) -> bool:
    return _SENTENCE_END.search(text[-_ENDING:]) is not None


def _gated_names(structured: Structured) -> Iterator[str]:
    for part in as_list(structured.article.get("hasPart")):
        if isinstance(part, dict) and _flag(part.get("isAccessibleForFree")) is False:
            for selector in as_list(part.get("cssSelector")):
                yield from re.findall(r"\.([\w-]+)\s*(?:,|$)", str(selector))


def _stated_share(structured: Structured, text: str) -> float | None:
    """Return the text's length as a share of the stated one, None if the page states none."""
    count = str(structured.article.get("wordCount"))
    words = int(count) if _WORD_COUNT.fullmatch(count) else 0
    if words > 20:
        return len(text.split()) / words
    body = as_text(structured.article_body)
    if body and len(body) > SHORT_BODY:
        return len(text) / len(body)
    return None


def _asks_to_read_on(body: Body) -> bool:
    last = [block.text for block in body.blocks[-1:]]
    removed = [block.text for block in body.page_blocks if block.in_range and block.reason]
    before = removed[-LAST_BLOCKS:]
    if any(len(text) < MAX_REQUEST and _READ_ON.search(text) for text in (*last, *before)):
        return True
    behind = _texts_behind(body)
    if any(map(_FROM_HERE.match, behind)):
        return True
    return len(body.text) < SHORT_BODY and any(map(_is_wall, (*before, *behind)))


def _texts_behind(body: Body) -> list[str]:
    """Return the texts of the blocks that follow the last one kept."""
    kept = [index for index, block in enumerate(body.page_blocks) if block.reason is None]
    end = kept[-1] + 1 if kept else len(body.page_blocks)
    return [block.text for block in body.page_blocks[end : end + LAST_BLOCKS]]


def _is_wall(text: str) -> bool:
    """Tell whether a line asks readers to subscribe or sign in for the article, not for more."""
    if len(text) >= MAX_REQUEST or match_phrase(text) in _OTHER_KINDS:
        return False
    return asks_to_pay(text) and not COMMENT_WORD.search(text)

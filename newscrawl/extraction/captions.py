"""Caption and credit of a picture, apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from newscrawl.extraction.json_ld import plain_text

# Characters: a longer text under a picture is a paragraph; a longer credit is a sentence.
MAX_CAPTION = 1_000
MAX_CREDIT = 120

_CREDIT_WORD = (
    r"(?:photo(?:graph)?(?:s|er)?(?: credits?| courtesy)?|image(?: credits?| source)?|picture"
    r"|fotos?|foto ?credits?|fotograf(?:ie|in)?|bild(?:quelle|nachweis|er)?|credits?|crédits?"
    r"(?: photo)?|cr[ée]dito|imagen|imagem|immagine|beeld|bilde|bilde|billede|kuva|zdjęcie|fot|fotó"
    r"|фото(?:граф|графия)?|снимка|иллюстрация|изображение|світлина|сурет|сүрөт|foto muallifi"
    r"|fotoğraf|görsel|isithombe|写真|撮影|摄影|攝影|提供|图片来源|图源|图|圖|사진|صورة|عکس|source|quelle|rechte"
    r"|copyright|courtesy(?: of)?|getty images?|illustration|visual)"
)
_LEADING = re.compile(
    rf"^[\s(\[]*(?:{_CREDIT_WORD}(?: by| von| de| par| di| av)?\s*[:：/／|–—-]\s*"
    rf"|(?:photo|image|picture|foto|bild|graphic)s? (?:by|von|av|courtesy of|credit)\s+"
    rf"|©\s*|\(c\)\s*|&copy;\s*)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    rf"""(?:
        [\s|/–—-]*[(\[](?:{_CREDIT_WORD}(?:\ by|\ von|\ de|\ par|\ di)?\s*[:：/]?\s*|©\s*)
            (?P<bracket>[^()\[\]]{{2,100}})[)\]]\s*\.?
        |[\s|/–—-]*\b{_CREDIT_WORD}(?:\ by|\ von|\ de|\ par|\ di)?
            \s*[:：]\s*(?P<word>[^:]{{2,100}})
        |[\s|/–—-]*(?:©|\(c\)|\bphoto\ by\b|\bfoto\ von\b|\bphoto\ courtesy\ of\b)
            \s*(?P<sign>.{{2,100}})
        |\s*[(\[](?P<agency>[^()\[\]]*?(?:AFP|AP|Reuters|Getty|dpa|EPA|EFE|ANSA|PA|TASS|ТАСС
            |РИА|Shutterstock|iStock|imago|picture\ alliance|APA|Keystone|Xinhua)
            [^()\[\]]{{0,60}})[)\]]\s*\.?
        |（(?P<japanese>[^（）]{{2,40}}?)(?:提供|撮影)）
        |\s+/\s*(?P<slash>[^/.]{{2,60}})
        |\s*[|｜]\s*(?P<pipe>[^|.]{{2,60}})
    )$""",
    re.IGNORECASE | re.VERBOSE,
)


# A button of the picture's box.
_MORE = re.compile(
    r"\s*\b(?:vis mer|show more|read more|mehr anzeigen|voir plus|ver más|visa mer|vis mere"
    r"|\+?clicca per ingrandire|bild vergrößern|enlarge(?: image)?)\s*$",
    re.IGNORECASE,
)


class Caption(NamedTuple):
    """What stands under a picture."""

    caption: str | None
    credit: str | None


def split_caption(text: str) -> Caption:
    """Return what a picture shows and who made it.

    >>> split_caption("Snow in Bern. (Foto: Max Muster / AFP)")
    Caption(caption='Snow in Bern.', credit='Max Muster / AFP')
    """
    text = _MORE.sub("", plain_text(text))
    if not text or len(text) > MAX_CAPTION:
        return Caption(None, None)
    if (match := _LEADING.match(text)) and len(text) - match.end() <= MAX_CREDIT:
        return Caption(None, clean_credit(text))
    if match := _TRAILING.search(text):
        credit = next(group for group in match.groups() if group)
        return Caption(text[: match.start()].strip(" ,;|/–—-") or None, clean_credit(credit))
    return Caption(text, None)


def is_credit(text: str) -> bool:
    """Return whether a text is nothing but a credit: "Photo: Jane Doe"."""
    match = _LEADING.match(text)
    return bool(match) and len(text) <= MAX_CREDIT


def clean_credit(text: str) -> str | None:
    """Return a credit without "Photo:", "©" and brackets.

    >>> clean_credit("(Фото: © РИА Новости)")
    'РИА Новости'
    """
    text = _MORE.sub("", plain_text(text)).strip(" .,;|–—-")
    if text.startswith(("(", "[")) and text.endswith((")", "]")):
        text = text[1:-1]
    for _ in range(3):
        text = _LEADING.sub("", text).strip(" .,;:|–—-")
    return text if 1 < len(text) <= MAX_CREDIT else None

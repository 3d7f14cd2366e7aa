"""Caption and credit of a picture, apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from newscrawl.extraction.page.json_ld import plain_text

# Characters: a longer text under a picture is a paragraph; a longer credit is a sentence.
MAX_CAPTION = 1_000
MAX_CREDIT = 120
# Words in lower case from which on a text speaks rather than names.
SPEAKING = 4

# What stands before the name of who made a picture.
PICTURE_WORD = (
    r"(?:(?:photo|image|picture|foto) ?(?:credits?|courtesy)(?: of)?"
    r"|(?:photo(?:graph|graphy|grapher)?|pic(?:ture)?|image|graphic|illustration|visual)s?"
    r"|(?:symbol|archiv|agentur|produkt)?-?(?:foto|bild|photo)s?"
    r"|(?:bild|foto)(?:er|quelle|nachweis|rechte|credits?)|fotograf(?:ie|in)?"
    r"|fotograf[ií]a|imagen|imagem|immagine"
    r"|beeld|bilde|billede|kuvat?|zdjęcie|fot|fotó"
    r"|φωτ(?:ογραφία|[όο]|\.)?|(?:иллюстративное )?фото(?:граф|графия|графія)?|снимка|nuotr\.?"
    r"|иллюстрация|изображение|світлина|сурет|сүрөт|foto muallifi"
    r"|fotoğraf|görsel|ảnh(?: chụp| tư liệu)?|picha|isithombe"
    r"|写真|撮影|摄影|攝影|写真提供|图片[来來]源|图源|供图|供圖|图|圖"
    r"|사진(?:제공)?|(?:ال)?صورة|تصوير|عکس|عکاس|تصویر|فوٹو|צילום|קרדיט(?: צילום)?"
    r"|फ़?ोटो|\u095eोटो|चित्र|तस्वीर|ছবি|ภาพ)"
)
# The same, or what stands before where it is from.
_CREDIT_WORD = (
    rf"(?:image sources?|{PICTURE_WORD}|credits?(?: (?:ph|f)oto)?|courtesy(?: of)?|copyright"
    r"|sources?|getty images?|quelle|rechte|autor|crédits?(?: photo)?|cr[ée]ditos?|crediti|fuente"
    r"|fonte|bron|källa|kilde|lähde|źródło|zdroj|forrás|sursa(?: foto)?|izvor|πηγή"
    r"|источник(?: фото)?|джерело|kaynak|nguồn(?: ảnh)?|sumber|সূত্র"
    r"|出典|提供|(?:資料|资料)?[来來]源|출처|المصدر|منبع)"
)
_BY = r"(?: (?:by|von|de|par|di|av|с сайта|из архива))?"
_LABEL = rf"(?:{_CREDIT_WORD}{_BY}\s*(?:[:：／|=＝–—-]|/(?-i:(?![a-z])))|fot\.)\s*"
_LEADING = re.compile(
    rf"^[\s(\[（]*(?:{_LABEL}|image source,\s*|[©ⓒ]\s*|\(c\)\s*"
    r"|фото (?:с сайта|из архива)\s+"
    r"|(?:photo|image|picture|foto|bild|graphic)s? (?:by|von(?! de[rmn])|av|courtesy of|credit)"
    r"\s+)",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?<!\w)(?-i:AFP|AP|EPA|EFE|ANSA|PA|APA|TASS|ТАСС|РИА|UPI|ANP|NTB|TT|PAP|ČTK|MTI|AA|DPA|dpa"
    r"|R(?:euters|EUTERS)|G(?:etty|ETTY) ?(?:I(?:mages?|MAGES))?|Shutterstock|iStock|imago|IMAGO"
    r"|picture[- ]alliance|K(?:eystone|EYSTONE)|Xinhua|Bloomberg|Europa Press"
    r"|رويترز|أ ?ف ?ب|فرانس برس|الأناضول|رویترز|רויטרס|ロイター|時事|共同|ＡＦＰ|AFP時事|ＡＰ"
    r"|路透社|新华社|新華社|视觉中国)(?!\w)"
)
# What stands between those who made a picture and those who sell it, and what they may be called.
_BETWEEN = re.compile(r"\s*[/|()]{1,2}\s*|\s+via\s+|,\s+")
_OF_AGENCY = re.compile(rf"{_AGENCY}(?:\.com)?(?: (?:Photos?|Images?|Foto|Archive?))?")
_NAMES = range(2, 5)  # words
# Begins where the signs do, so that many of them take no longer than few.
_GAP = r"(?<![\s|/–—-])[\s|/–—-]*"
_ENDED = r"(?<=[.!?…।»”\"])\s+"
_SIGN = (
    r"(?:[©ⓒ]|\(c\)|\b(?:photo(?:graph(?:y|ed|s)?|s)?|illustrations?|graphics?) by\b"
    r"|\b(?:foto|bild) von(?! de[rm])\b"
    r"|\bphoto(?:graph)?s? courtesy(?: of)?\b|(?<=[.!?…] )courtesy(?: of)?\b|\bimage via\b)"
)
_NO_END = r"(?:[^.]|\.(?=\w))"
_NAME = r"[^\W\d]\S*(?: [^\s/()]+){1,3}"
_NAMED = rf"(?:{_LABEL}|{_CREDIT_WORD}{_BY}\s+|[©ⓒ]\s*)"
_CLOSED = r"[)\]）】]\s*[.。]?(?:\s\*.{0,40})?"
_IN_BRACKETS = r"[^()\[\]（）【】]"
# How a caption ends in a credit, the surest way first.
_TRAILING = [
    re.compile(pattern + "$", re.IGNORECASE)
    for pattern in (
        rf"{_GAP}[(\[（【]\s*{_NAMED}(?P<credit>{_IN_BRACKETS}{{2,100}}){_CLOSED}",
        rf"{_GAP}(?<!\w)(?P<label>{_CREDIT_WORD}{_BY}\s*[:：=＝／]|fot\.)\s*(?P<credit>.{{2,100}})",
        rf"{_GAP}{_SIGN}\s*(?P<credit>.{{2,100}})",
        rf"{_ENDED}(?:photos?|foto|фото|beeld|kuva|ảnh){_BY}[\s/]\s*(?P<credit>{_NO_END}{{3,60}})",
        rf"{_ENDED}(?P<credit>[^.!?]{{0,60}}?{_AGENCY}[^.!?]{{0,60}})",
        rf"\s*[(\[（](?P<credit>{_IN_BRACKETS}{{0,60}}?{_AGENCY}{_IN_BRACKETS}{{0,60}}){_CLOSED}",
        rf"{_ENDED}(?P<credit>{_NAME} / [^\W\d][^()\[\]/.]{{1,40}})",
        rf"\s*[(\[](?P<credit>{_NAME} ?/ ?[^\W\d][^()\[\]/]{{1,40}}){_CLOSED}",
        r"（(?P<credit>[^（）]{2,40}?)(?:提供|撮影)）",
        r"＝(?P<credit>[^＝。、]{2,12})撮影",
        rf"＝(?P<credit>{_AGENCY})",
        r"\s*[/(]\s*(?P<credit>[^/().]{3,60}) nuotr\.\)?",
        r"\sภาพ(?:จาก|โดย)\s*(?P<credit>.{2,60})",
        r"(?:^|(?<=[。！？\s]))\s*(?P<credit>[^。！？]{2,25}?)\s*[摄攝]",
        r"(?<=[.\s/])\s*(?P<credit>[^.\s]{2,12})\s*제공",
        r"\s+/\s*(?P<credit>[^/.]{2,60})",
        r"\s*[|｜]\s*(?P<credit>[^|.]{2,60})",
    )
]

# A button of the picture's box.
_MORE = re.compile(
    r"\s*(?:\((?:large preview|more)\)|\b(?:hide caption)?\s*toggle caption|^vergrößern"
    r"|press enter or click to view image in full size)\s*$"
    r"|\s*\b(?:vis mer|show more|read more|mehr anzeigen|voir plus|ver más|visa mer|vis mere"
    r"|\+?clicca per ingrandire|bild vergrößern|bildbeschreibung (?:ein|aus)blenden"
    r"|enlarge(?: image)?)\s*$",
    re.IGNORECASE,
)
_CAPTION_LABEL = re.compile(r"^image caption,\s*", re.IGNORECASE)
_BARE_LABEL = re.compile(rf"{_CREDIT_WORD}:?", re.IGNORECASE)


class Caption(NamedTuple):
    """What stands under a picture."""

    caption: str | None
    credit: str | None


def split_caption(text: str) -> Caption:
    """Return what a picture shows and who made it.

    >>> split_caption("Snow in Bern. (Foto: Max Muster / AFP)")
    Caption(caption='Snow in Bern.', credit='Max Muster / AFP')
    """
    text = _CAPTION_LABEL.sub("", _MORE.sub("", plain_text(text)))
    if is_of_agency(text) and "(" not in text:
        return Caption(None, clean_credit(text))
    if not text or len(text) > MAX_CAPTION or _BARE_LABEL.fullmatch(text):
        return Caption(None, None)
    label = _LEADING.match(text)
    rest = text[label.end() :] if label else ""
    if label and len(rest) <= MAX_CREDIT and not _is_sentence(rest):
        return Caption(None, clean_credit(text))
    for pattern in _TRAILING:
        match = pattern.search(text)
        if match and _is_credit_at_end(text, match):
            caption = text[: match.start()].strip(" ,;|/–—-(（©") or None
            return Caption(caption, clean_credit(match["credit"]))
    return Caption(text, None)


def _is_sentence(text: str) -> bool:
    """Return whether a text speaks rather than names: "Snow lies in the streets of Bern."."""
    return sum(1 for word in text.split() if word[0].islower()) >= SPEAKING


def _is_credit_at_end(text: str, match: re.Match[str]) -> bool:
    """Return whether what looks like a credit is no part of a sentence: "the source: a book"."""
    credit, label = match["credit"], match.groupdict().get("label")
    if _is_sentence(credit):
        return False
    if label:
        before = text[: match.start("label")].rstrip()
        return not (label[0].islower() and before and (before[-1].isalnum() or before[-1] == ","))
    is_words = credit[0].islower() and " " in credit
    return not (is_words and match[0].lstrip().startswith("/"))


def is_credit(text: str) -> bool:
    """Return whether a text is nothing but a credit: "Photo: Jane Doe"."""
    match = _LEADING.match(text)
    return bool(match) and len(text) <= MAX_CREDIT


def is_of_agency(text: str) -> bool:
    """Return whether a text only names an agency, and who made the picture for it.

    >>> is_of_agency("Jane Doe/AFP via Getty Images"), is_of_agency("Snow in Bern / AFP")
    (True, False)
    """
    parts = [part for part in _BETWEEN.split(text[: MAX_CREDIT + 1]) if part]
    agencies = [part for part in parts if _OF_AGENCY.fullmatch(part)]
    names = (part.split() for part in parts if part not in agencies)
    return (
        len(text) <= MAX_CREDIT
        and bool(agencies)
        and all(len(name) in _NAMES and all(w[0].isupper() for w in name) for name in names)
    )


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
    if text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    if _BARE_LABEL.fullmatch(text) and not is_of_agency(text):
        return None
    return text if 1 < len(text) <= MAX_CREDIT else None

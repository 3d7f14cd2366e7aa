"""Links to other articles between the paragraphs, told by a label before or above them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from newscrawl.extraction.dates.parsing import is_full_date
from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.names import BITS, read_names

# Words of a link with its label, and characters of the label.
LONGEST = 25
LONGEST_LABEL = 30
# Words of a date beside a link: "Friday, 5 May 2026, 10:15".
LONGEST_DATE = 5
# Share of a line's characters in the link: behind a label, behind an arrow, and below a label. Of
# 2,158 real texts 0.6 behind an arrow changes two, 0.8 below a label one.
BEHIND_LABEL = 0.4
BEHIND_ARROW = 0.85
ALL_LINK = 0.9
# What stands alone above links; "Read more" is a label here, and a button elsewhere.
_LABELS = frozenset(("read_also", "ui"))
_BESIDE = " -–—|·•,()"
_LABEL_END = re.compile(r"\s?[:|]\s?|[：｜]")
# Not "»": it opens speech in German and Danish.
_ARROWS = frozenset(">→➔➜➡▶►")
# Forms of journalism, as the label of an article that has one.
_FORMS_BY_LANGUAGE = {
    "en": "analysis|background|editorial|explained|explainer|fact check|factbox|feature|gallery"
    "|go deeper|in pictures|interview|investigation|listen|live|live updates|more|opinion|photos"
    "|podcast|profile|read|review|special report|timeline|video|watch",
    "de": "analyse|bilder|bilderstrecke|essay|fotos|fotostrecke|grafik|hintergrund|interaktiv"
    "|kolumne|kommentar|liveblog|liveticker|meinung|newsblog|porträt|reportage|überblick",
    "fr": "chronique|décryptage|direct|en images|enquête|entretien|portrait|récit|tribune|vidéo"
    "|vidéos|éditorial",
    "es pt": "ao vivo|análise|análisis|columna|en vivo|entrevista|fotogalería|galeria|galería"
    "|opinião|opinión|perfil|reportaje|vídeo",
    "it": "analisi|editoriale|foto|intervista|l'analisi|l'intervista|opinione",
    "nl scandinavian fi": "achtergrond|analys|analyysi|debatt|haastattelu|intervju|kolumni|krönika"
    "|ledare|opinie",
    "pl cs hu ro": "analiza|analiză|elemzés|interjú|interviu|komentarz|komentář|názor|opinia"
    "|rozhovor|vélemény|wideo|wywiad|zdjęcia",
    "ru uk": "аналитика|аналіз|видео|відео|галерея|думка|интервью|колонка|мнение|подкаст"
    "|прямой эфир|расследование|репортаж|справка|фото|інтерв'ю",
    "el": "ανάλυση|άποψη|βίντεο|συνέντευξη",
    "tr id": "analisis|analiz|görüş|opini|röportaj|söyleşi|wawancara",
    "ar zh ja": "تحليل|رأي|فيديو|مقابلة|動画|视频|评论",
}
_FORMS = frozenset("|".join(_FORMS_BY_LANGUAGE.values()).split("|"))


def is_further_link(block: PageBlock) -> bool:
    """Return whether a block is a link to another article, by its label or by its class."""
    return is_labelled_link(block) or is_named_link(block)


def is_labelled_link(block: PageBlock) -> bool:
    """Return whether a block is a label and a link: "GALLERY: Snow on the bridge", "➡ Snow".

    The label is in capitals, names a form of journalism, or is a pair of square brackets (22 on
    2,158 pages, none text). Of 71 blocks with capitals in 890
    annotated pages four were text, each a "READ MORE"; ten with a form would be text otherwise, all
    a "More: ..." on one page that keeps them.
    """
    if block.units > LONGEST or block.link_share < BEHIND_LABEL:
        return False
    if block.text[0] in _ARROWS:
        return block.link_share >= BEHIND_ARROW
    if block.text[0] == "[" and block.text[-1] == "]":
        return True
    label, *rest = _LABEL_END.split(block.text, maxsplit=1)
    is_label = label.isupper() or label.lower() in _FORMS
    return bool(rest) and len(label) <= LONGEST_LABEL and is_label


def is_named_link(block: PageBlock) -> bool:
    """Return whether a block is a link that the markup calls a card, a teaser or related.

    One of 2,158 real pages has one that would be text otherwise, by weights that were learned from
    other sites three; none is text.
    """
    if block.links != 1 or block.link_share < ALL_LINK or block.units > LONGEST:
        return False
    classes = (link.get("class") for link in block.element.iter("a"))
    return any(names and read_names(names, {})[1] & BITS["related"] for names in classes)


def _is_link(block: PageBlock) -> bool:
    """Return whether a line is all link, but for a date beside it."""
    if block.links != 1 or block.link_share >= ALL_LINK:
        return block.link_share >= ALL_LINK
    link = next(block.element.iter("a"), None)
    headline = " ".join(link.text_content().split()) if link is not None else ""
    before, _, after = block.text.partition(headline) if headline else ("", "", "")
    rest = (before or after).strip(_BESIDE)
    return not (before and after) and len(rest.split()) <= LONGEST_DATE and is_full_date(rest)


def find_further_links(blocks: list[PageBlock], phrases: Mapping[int, str]) -> set[int]:
    """Return the indices of lines such as "Read also", and of the lines below that are all link.

    A heading that is a link begins a part of a round-up. ``phrases`` holds the kinds of phrases by
    index. Of 37 such links on 12 of 2,158 pages that would be text otherwise, 20 are annotated and
    13 of them kept, most on one page.
    """
    found: set[int] = set()
    label: int | None = None
    for index, block in enumerate(blocks):
        is_link = _is_link(block)
        if phrases.get(index) in _LABELS and not is_link:
            label = index
        elif label is not None and is_link and block.box.type != "heading":
            found |= {label, index}
        else:
            label = None
    return found

"""The names in a byline: "By Jane Doe and Max Muster, Staff Writers" has two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extraction.bylines.conjunctions import CONJUNCTION, split_at_conjunctions
from newscrawl.extraction.bylines.desks import is_desk
from newscrawl.extraction.bylines.han_reporters import ROLES, find_reporters
from newscrawl.extraction.bylines.names import is_full_name, is_name, is_outlet, is_remark
from newscrawl.extraction.bylines.places import cut_city, drop_places
from newscrawl.extraction.bylines.prefix import strip_joint_prefix, strip_prefix
from newscrawl.extraction.bylines.roles import (
    AGENCIES,
    calls_journalist,
    cut_agency,
    cut_leading_role,
    cut_post,
    cut_role,
    drop_roles,
    is_east_asian_journalist,
)
from newscrawl.extraction.bylines.spellings import unique_names
from newscrawl.extraction.dates.words import LABELS, fold
from newscrawl.extraction.page.bars import unify_bars
from newscrawl.extraction.page.json_ld import plain_text

# Characters: a longer text is a biography or a paragraph, not a byline.
MAX_BYLINE = 300
# Letters of "on" and "at" between a label and its date.
_LONGEST_FILLER = 2

_CJK_SUFFIX = re.compile(
    r"\s*(?:记者|記者|기자|특파원|人民記者|报道|報道|報導|摄影报道|[)）】\]])+$|(?:さん|氏)$"
)
# "[베른=홍길동 기자]": from where a Korean reporter wrote.
_KOREAN_PLACE = re.compile(r"^\W*[\uac00-\ud7af]{2,8}=(?=[\uac00-\ud7af])")
_CHINESE_REPORTERS = re.compile(r"^\W*(?:本报|本報|本刊|记者|作者|撰文)")
_TAIL = re.compile(
    r"""\s*(?:
        [|•·‧∙⋅●▪]\s*(?=\S*\d)                               # a date after a bar
        |\b(?:published|updated|posted|last\ updated|first\ published|on\ \w+\ \d|veröffentlicht
            |aktualisiert|publi[ée]|mis\ à\ jour|опубликовано|обновлено|publicado|actualizado
            |pubblicato|aggiornato|gepubliceerd|publicerad|opublikowano|am\ \d|publikov\w+
            |aktualizov\w+|zverejnené|frissítve|publicat|actualizat|objavljeno|ažurirano|julkaistu
            |päivitetty|avaldatud|uuendatud|publicēts|paskelbta|atnaujinta|δημοσιεύ\w+|ενημερώθηκε
            |публикувано|обновена|објављено|опубліковано|оновлено)\b
        |(?<=\w)\ (?:on|at|am|um|le|el|il|op|den|em|dne|в|от|à(?:\(s\))?|en|alle|às|o|на|kl\.?|klo
            |v|la|στις|di|pada|في|ב-?|در|u|ob|a|ที่|kell|zaman:|dátum:|vào\ lúc|時刻:|时间：|於|시간:)
            \ {0,2}(?:[^\W\d]+\.?,?\ ?){0,3}\d
        |(?<=\w)\s(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s(?=[^\W\d]+\ \d)
        |\d{1,2}[./:]\d{1,2}\b|\b\d{4}\b|\b\d{1,2}\s(?:min|hours?|days?)\b
        |(?<=\w)\s?[;,.|]\s?(?:edit(?:ing|ed)|illustrat\w+)\ by\b
        |(?<=\S)\s(?:fotos?|photos?|bild(?:er)?|foto's|kamera|illustration)\s?:
        |(?<=\S)\s(?:editor|redaktur|penyunting|edició?n?|redaktor)\s?:
        |(?<=\S)\s(?:责任编辑|責任編輯|编辑|編集|責編|责编|图|摄影)\s?[:：]
        |(?<=\S)\s發表[在於](?:\s|$)
        |\bfollow\b|\bview\ (?:all|more)|\bread\ more|\bmore\ (?:from|by)|\bcontact\b
        |\b(?:illustrat\w+|fotos?|photos?|bilder)\ (?:von|by|de|di|par)\b
        |\bis\ (?:an?|the)\b|\ who\ |\bist\ |\best\ (?:un|le|la)|\bfor\ (?:the|[A-Z])|\bat\ the\b
    ).*$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ADDRESS = re.compile(
    # From the beginning of a run of letters alone: from within it would take quadratic time.
    r"[(<\[]?(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+[)>\]]?"
    r"|https?://\S+|\bwww\.\S+|(?<!\w)@\w+"
)
# Who took the pictures, "and Max Muster (Fotos)"; from where and for whom another wrote:
# ", inviata a Kiev", ", special to the Post".
_ASIDE = re.compile(
    r"(?:(?:,|&|\b(?:und|and|et|y|e|en))\s+)?[^,;(&]{3,40}?\s\((?:fotos?|photos?|bild(?:er)?)\)"
    r"|,\s+(?:inviat[oa]|enviad[oa] especial|special (?:to|for)|especial para|colaboração para"
    r"|специально для)\b[^,;]*",
    re.IGNORECASE,
)
# "Jane Doe in London", "Jane Doe aus Berlin".
_PLACE = re.compile(r"(?<=\w)\s(?:aus|in|à|em|from|desde)\s[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?$")
# What parts a name from what the person is.
_BEHIND = re.compile(r",\s|\s[|–—-]\s")
# The same of several: "Jane Doe, Bern; Max Muster, Thun".
_BEHIND_NAME = re.compile(r"(\S\s[^\s,]+),\s[^\s,]+$")
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】")
# A dot right between two parts of a name is none of them: "约翰·史密斯", "Gal·la".
_SPLIT = re.compile(
    r"\s*(?:[;/|｜•●▪、，؛،&+\n]|(?<![l\u4e00-\u9fff])·)\s*|\s+[-–—]\s+"
    rf"|\s*,\s*(?:{CONJUNCTION}\s+)?"
)
# What libraries print behind a surname: "Doe, Jane T.".
_GIVEN_NAMES = re.compile(r"\s*[^\W\d_]{2,}(?:\s[^\W\d_]\.)+")
# Degrees and licences that are printed behind a name.
_DEGREE = (
    r"(?:jr\.?|sr\.?|ii|iii|iv|ph\.?\s?d\.?|m\.?\s?d\.?|esq\.?|j\.?d\.?|[bm]\.?s\.?c?\.?|[bm]\.?a\.?"
    r"|mba|mph|mfa|ed\.?d|d\.?o|dds|dmd|dvm|vmd|dacvb|pharmd|psyd|rn|np|pa-c|rdn?|ldn|lcsw|lmft|cscs|cpt"
    r"|cpa|cfp|cfa|cepf|cpp|psp|facp|faclm|fand|dipaclm)®?"
)
_CREDENTIAL = re.compile(rf",?\s+{_DEGREE}$|^{_DEGREE}(?:\s+{_DEGREE})*$", re.IGNORECASE)
# "SHRM-SCP", "RN-BC": what associations certify; "SP-X": a small agency.
_CERTIFICATE = re.compile(r"[A-Z]{2,6}(?:-[A-Z]{1,4}){1,2}")
# Of a name in capitals: "AJ", "TC", "III", the "AG" of a firm, but not "ED" or "MỸ".
_INITIALS = re.compile(r"[A-Z]\.?|[A-Z]J|[B-DF-HJ-NP-TV-XZ]{2}|[IVX]{2,4}|A[BGS]|OY|S[AE]|UG")
# Behind a name in capitals stands for whom it writes: "JANE DOE Harbour Post".
_IN_CAPITALS = re.compile(
    r"([A-ZÀ-Þ'’-]{2,}(?: [A-ZÀ-Þ]\.?)?(?: [A-ZÀ-Þ'’-]{2,})) (?=[A-ZÀ-Þ][a-zß-ÿ])"
)
_ABBREVIATION = re.compile(r"(?:\b\w|\b[js]r|ph\.?d|esq|\bst)\.$", re.IGNORECASE)
_PICTURE = re.compile(
    r"^\W*(?:©|\(c\)|(?:fotos?|photos?|bild(?:er)?|images?|pictures?|illustrations?|фото|сурет|写真"
    r"|credits?|source|quelle)\b\s*(?::|by\b|von\b))",
    re.IGNORECASE,
)
# Three names and more that only spaces part; two may be a Japanese first and last name, but not
# behind what Chinese papers call their reporters.
_HAN_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4}){2,}")
_TWO_HAN_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}\s+[\u4e00-\u9fff]{2,4}")
# A name of two characters that is set as wide as those of three: "耿 岳" beside "欧阳知秋".
_PADDED = re.compile(
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s+([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)


def split_byline(text: str, *, strict: bool = False) -> list[str]:
    """Return the names in a byline, as printed and in their order; [] if there are none.

    ``strict`` refuses what does not look like a person's name.

    >>> split_byline("By Jane Doe and Max Muster, Staff Writers")
    ['Jane Doe', 'Max Muster']
    """
    text = strip_joint_prefix(unify_bars(plain_text(text)))
    if not text or len(text) > MAX_BYLINE or _PICTURE.match(text):
        return []
    if _CHINESE_REPORTERS.match(text):
        text = _PADDED.sub(r"\1\2", text)
    if reporters := find_reporters(text):
        return unique_names(reporters)
    if _BRACKETS.fullmatch(text):
        text = text[1:-1]
    is_chinese = _CHINESE_REPORTERS.match(text) is not None
    text = cut_post(_TAIL.sub("", strip_asides(text)).strip())
    is_pair = is_chinese and _TWO_HAN_NAMES.fullmatch(text) is not None
    pieces = text.split() if is_pair else [strip_prefix(piece) for piece in _pieces(text)]
    names = [_trim(piece) for piece in pieces]
    names = [name for name in names if is_name(name, strict=strict) and not _is_label(name)]
    names = _drop_remarks(drop_roles(names) or names[:1], strict=strict)
    return unique_names(drop_places(names, text))


def _is_label(name: str) -> bool:
    """Return whether a piece is what stands before a date: "نشر في". Names have capitals."""
    words = [fold(word) for word in name.split() if len(word) > _LONGEST_FILLER]
    return bool(words) and not name[0].isupper() and all(LABELS.find(word) for word in words)


def strip_asides(text: str) -> str:
    """Return a byline without its prefix, what stands in brackets, addresses and photographers.

    >>> strip_asides("Von Jane Doe (Text) und Max Muster (Fotos), doe@post.example").strip(" ,")
    'Jane Doe'
    """
    text = _ADDRESS.sub(" ", _BRACKETS.sub(" ", _ASIDE.sub(" ", text)))
    return strip_prefix(_KOREAN_PLACE.sub("", text)).strip()


def _drop_remarks(names: list[str], *, strict: bool) -> list[str]:
    """Return the names without what stands beside a full one and is none: "em São Paulo".

    That is also the person's desk, and in a printed line the agency that the person wrote for.
    """
    persons = [n for n in names if is_full_name(n) and not (is_remark(n) or is_outlet(n))]
    if not any(name not in AGENCIES for name in persons):
        return names
    own = (name for name in names if not strict or name not in AGENCIES)
    return [name for name in own if not (is_remark(name) or is_outlet(name) or is_desk(name))]


def ends_in_role(text: str) -> bool:
    """Return whether a line is a name and what journalists are called.

    >>> ends_in_role("Jane Doe, Staff Writer"), ends_in_role("Jane Doe, keeper of the lighthouse")
    (True, False)
    """
    if len(text) > MAX_BYLINE:
        return False
    sign = _BEHIND.search(text)
    if not sign:
        return is_east_asian_journalist(_ADDRESS.sub("", text).strip()) or _is_named_account(text)
    name, role = strip_prefix(text[: sign.start()]), text[sign.end() :]
    return is_full_name(name) and (calls_journalist(role) or role in AGENCIES)


def _is_named_account(text: str) -> bool:
    """Whether a line is a name and an account of a network: "Jane Doe @janedoe"."""
    name, at, account = text.partition(" @")
    return bool(at) and " " not in account and is_full_name(name)


def is_picture_credit(text: str) -> bool:
    """Return whether a line says who made a picture and no text, or that the next line does."""
    return strip_joint_prefix(text) == text and bool(_PICTURE.match(text))


def _pieces(text: str) -> Iterator[str]:
    """Yield what the separators part; "Doe, Jane" and "Doe, Jr." stay whole."""
    if _HAN_NAMES.fullmatch(text):
        yield from (name for name in text.split() if not ROLES.fullmatch(name))
        return
    if ";" in text:
        for part in text.split(";"):
            yield from _pieces(_BEHIND_NAME.sub(r"\1", part.strip()))
        return
    halves = text.split(",")
    is_single = len(halves) == 2 and len(halves[0].split()) == 1
    if is_single and (len(halves[1].split()) == 1 or _GIVEN_NAMES.fullmatch(halves[1])):
        yield text
        return
    last = ""
    parts = (name for part in _SPLIT.split(text) for name in split_at_conjunctions(part))
    for piece in parts:
        if last and _CERTIFICATE.fullmatch(piece):
            continue
        if last and _CREDENTIAL.match(piece):
            last = f"{last}, {piece}"
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _trim(name: str) -> str:
    name = _CJK_SUFFIX.sub("", " ".join(name.split()).strip(" \t,:;=-–—|⋅\"'*«»“”"))
    if not _ABBREVIATION.search(name):
        name = name.strip(". ")
    name = cut_agency(cut_role(_cut_place(cut_city(cut_leading_role(name)))))
    if capitals := _IN_CAPITALS.match(name):
        name = capitals[1]
    if name.isupper() and len(name) > 4 and " " in name:
        name = " ".join(
            word if _INITIALS.fullmatch(word) else word.title() for word in name.split()
        )
    return name


def _cut_place(name: str) -> str:
    shorter = _PLACE.sub("", name)
    return shorter if " " in shorter else name

"""The names in a byline: "By Jane Doe and Max Muster, Staff Writers" has two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from newscrawl.extraction.bylines.han_reporters import CORRESPONDENTS, find_reporters
from newscrawl.extraction.bylines.prefix import strip_prefix
from newscrawl.extraction.bylines.roles import (
    AGENCIES,
    calls_journalist,
    cut_agency,
    cut_leading_role,
    cut_role,
    drop_roles,
    is_east_asian_journalist,
    is_mere_role,
    names_role,
)
from newscrawl.extraction.dates.words import LABELS, fold
from newscrawl.extraction.page.json_ld import plain_text

# Characters: a longer text is a biography or a paragraph, not a byline.
MAX_BYLINE = 300
MAX_NAME = 70
MAX_WORDS = 6
# Letters of "on" and "at" between a label and its date.
_LONGEST_FILLER = 2

_CJK_SUFFIX = re.compile(
    r"\s*(?:记者|記者|기자|특파원|人民記者|报道|報道|報導|摄影报道|[)）】\]])+$|(?:さん|氏)$"
)
# "[베른=홍길동 기자]": from where a Korean reporter wrote.
_KOREAN_PLACE = re.compile(r"^\W*[\uac00-\ud7af]{2,8}=(?=[\uac00-\ud7af])")
_CHINESE_REPORTERS = re.compile(r"^\W*(?:本报|本報|本刊|记者|作者)")
_TAIL = re.compile(
    r"""\s*(?:
        [|•·‧∙⋅●▪]\s*(?=\S*\d)                               # a date after a bullet
        |\b(?:published|updated|posted|last\ updated|first\ published|on\ \w+\ \d|veröffentlicht
            |aktualisiert|publi[ée]|mis\ à\ jour|опубликовано|обновлено|publicado|actualizado
            |pubblicato|aggiornato|gepubliceerd|publicerad|opublikowano|am\ \d|publikov\w+
            |aktualizov\w+|zverejnené|frissítve|publicat|actualizat|objavljeno|ažurirano|julkaistu
            |päivitetty|avaldatud|uuendatud|publicēts|paskelbta|atnaujinta|δημοσιεύ\w+|ενημερώθηκε
            |публикувано|обновена|објављено|опубліковано|оновлено)\b
        |(?<=\w)\ (?:on|at|am|um|le|el|il|op|den|em|dne|в|от|à(?:\(s\))?|en|alle|às|o|на|kl\.?|klo
            |v|la|στις|di|pada|في|ב-?|در|u|ob|a|ที่|kell|zaman:|dátum:|vào\ lúc|時刻:|时间：|於|시간:)
            \ {0,2}(?:[^\W\d]+\.?,?\ ?){0,2}\d
        |\d{1,2}[./:]\d{1,2}\b|\b\d{4}\b|\b\d{1,2}\s(?:min|hours?|days?)\b
        |(?<=\w)\s?[;,.|]\s?(?:edit(?:ing|ed)|illustrat\w+)\ by\b
        |(?<=\S)\s(?:fotos?|photos?|bild(?:er)?|foto's|kamera|illustration)\s?:
        |(?<=\S)\s(?:editor|redaktur|penyunting|edició?n?|redaktor)\s?:
        |(?<=\S)\s(?:责任编辑|責任編輯|编辑|編集|責編|责编|图|摄影)\s?[:：]
        |\bfollow\b|\bview\ (?:all|more)|\bread\ more|\bmore\ (?:from|by)|\bcontact\b
        |\b(?:illustrat\w+|fotos?|photos?|bilder)\ (?:von|by|de|di|par)\b
        |\bis\ (?:an?|the)\b|\ who\ |\bist\ |\best\ (?:un|le|la)|\bfor\ (?:the|[A-Z])|\bat\ the\b
    ).*$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ADDRESS = re.compile(
    r"[(<\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?|https?://\S+|\bwww\.\S+|(?<!\w)@\w+"
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
_PLACE = re.compile(r"(?<=\w)\s(?:aus|in|à|em|from)\s[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?$")
_BRACKETS = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】")
_SPLIT = re.compile(
    r"\s*[;/|｜•·●▪、，؛،&+\n]\s*|\s+[-–—]\s+|\s*,\s*(?:(?:and|und|et|y|e|og|och|en|и|&)\s+)?"
    r"|\s+(?:and|und|et|y|e|i|и|та|й|এবং|ও|және|менен|жана|va|ва|ve|och|og|en|ja|sowie|con|com|with|mit"
    r"|avec|och|és|și|si|și|και|و|וְ|और|dan|và|a|oraz|si|ir|un|e|та|і|і|及|和|与|與|と)\s+",
    re.IGNORECASE,
)
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
# "Б.Гантуяа", "J.R.R.Tolkien".
_GLUED = re.compile(r"(?<!\w)((?:[^\W\d_]\.){1,3})(?=[^\W\d_]{2})")
_ABBREVIATION = re.compile(r"(?:\b\w|\b[js]r|ph\.?d|esq|\bst)\.$", re.IGNORECASE)
_PICTURE = re.compile(
    r"^\W*(?:©|\(c\)|(?:fotos?|photos?|bild(?:er)?|images?|pictures?|illustrations?|фото|сурет|写真"
    r"|credits?|source|quelle)\b\s*(?::|by\b|von\b))",
    re.IGNORECASE,
)
_NOT_NAME = re.compile(
    r"\b(?:alle|artikel|artikelübersicht|eingetragen|social media|top|beitr(?:ag|äge)"
    r"|neueste|letzte|aktualisierung|styling|department|university"
    r"|no author|the author|rss|feed|get|folgen|registrieren|anmelden|log in|sign in|sign up"
    r"|youtube|bluesky|tiktok|telegram|menu|search|suche|guide|policy|library|lizenz|licen[sc]e"
    r"|creative commons|powered|user\s?profile|publiziert|zur person|zum profil|impressum|full bio"
    r"|bio|written|posted|autorenseite|profil|kommentare?|uhr|minutes|min read|read more|more from"
    r"|comments?|share|print|subscribe|advertis\w*|newsletter|updated|published"
    r"|(?:wordpress)?admin|administrator|super user|webmaster|unknown|anonymous|null|none|undefined"
    r"|http\w*|www|photo|image|copyright|all rights|facebook|twitter|instagram|linkedin|e-?mail"
    r"|follow|about|archives?|view|posts|articles?|login|today|ago|source|quelle|getty|shutterstock|排版"
    r"|google(?: news)?|sign out|profile|filed under|other apps|columns)\b|[<>{}=@#*~^\\:՝]",
    re.IGNORECASE,
)
# "page.author.name" of a template, and words after which a name goes on: "Head of".
_PLACEHOLDER = re.compile(r"name|author|[a-z_]+(?:\.[a-z_]+){3,}")
_OPEN = frozenset(("of", "for", "at", "in", "the", "and", "für", "der", "und", "de", "du", "et"))
# What stands inside no name: "Trial Attorney at Morgan".
_INSIDE = re.compile(r"\s(?:at|in the)\s")
# The station or paper behind a full name: "Jane Doe, BBC".
_STATION = re.compile(r"[A-ZÄÖÜ]{2,5}")
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?", re.IGNORECASE
)
# Words of a Chinese line that tell of its source, its size of type or its rights.
_NOT_HAN_NAME = re.compile(
    "^フォロー|来源|來源|稿源|出处|字号|字號|发布|發布|版权|版權|声明|聲明|未知|回复|回覆|责任编辑|原标题|文章|位置|关注|转载|轉載|人氣|人气|瀏覽|浏览|粉丝|粉絲|留言|：|。"
)
# Three names and more that only spaces part; two may be a Japanese first and last name, but not
# behind what Chinese papers call their reporters.
_HAN_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}(?:\s+[\u4e00-\u9fff]{2,4}){2,}")
_TWO_HAN_NAMES = re.compile(r"[\u4e00-\u9fff]{2,4}\s+[\u4e00-\u9fff]{2,4}")
# Characters of a person's name in Han alone, one more with a space (papers and channels have longer
# ones), and with kana.
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_HAN, _LONGEST_KANA = 4, 12
_PARTICLE = re.compile(
    r"d[aeiou]s?|del|della|des|le|la|van|von|vom|der|den|ten|ter|zum?|zur|a[fv]|bin|ibn|al|el|[yei]"
    r"|und|et|of|the|and|st\.|abu|[do]['’].*|al-.*",
    re.IGNORECASE,
)


def split_byline(text: str, *, strict: bool = False) -> list[str]:
    """Return the names in a byline, as printed and in their order; [] if there are none.

    ``strict`` refuses what does not look like a person's name in its script.

    >>> split_byline("By Jane Doe and Max Muster, Staff Writers")
    ['Jane Doe', 'Max Muster']
    """
    text = plain_text(text)
    if not text or len(text) > MAX_BYLINE or _PICTURE.match(text):
        return []
    if reporters := find_reporters(text):
        return unique_names(reporters)
    if _BRACKETS.fullmatch(text):
        text = text[1:-1]
    is_chinese = _CHINESE_REPORTERS.match(text) is not None
    text = _TAIL.sub("", strip_asides(text)).strip()
    is_pair = is_chinese and _TWO_HAN_NAMES.fullmatch(text) is not None
    pieces = text.split() if is_pair else [strip_prefix(piece) for piece in _pieces(text)]
    names = [_trim(piece) for piece in pieces]
    names = [name for name in names if is_name(name, strict=strict) and not _is_label(name)]
    names = _drop_remarks(drop_roles(names) or names[:1], strict=strict)
    return unique_names(names)


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

    In a printed line that is the agency that the person wrote for, too.
    """
    if not any(is_full_name(name) and name not in AGENCIES for name in names):
        return names
    own = (name for name in names if not strict or name not in AGENCIES)
    return [name for name in own if not _is_remark(name)]


def _is_remark(name: str) -> bool:
    first, space, _ = name.partition(" ")
    if not space:
        return name not in AGENCIES and _STATION.fullmatch(name) is not None
    return first[0].islower() and not (_PARTICLE.fullmatch(first) or _is_georgian([first]))


def ends_in_role(text: str) -> bool:
    """Return whether a line is a name and what journalists are called.

    >>> ends_in_role("Jane Doe, Staff Writer"), ends_in_role("Jane Doe, keeper of the lighthouse")
    (True, False)
    """
    name, comma, role = text.partition(", ")
    if not comma:
        return is_east_asian_journalist(_ADDRESS.sub("", text).strip()) or _is_named_account(text)
    return is_full_name(name) and (calls_journalist(role) or role in AGENCIES)


def _is_named_account(text: str) -> bool:
    """Whether a line is a name and an account of a network: "Jane Doe @janedoe"."""
    name, at, account = text.partition(" @")
    return bool(at) and " " not in account and is_full_name(name)


def is_picture_credit(text: str) -> bool:
    """Return whether a line says who made a picture, or that the next line does."""
    return bool(_PICTURE.match(text))


def _pieces(text: str) -> Iterator[str]:
    """Yield what the separators part; "Doe, Jane" and "Doe, Jr." stay whole."""
    if _HAN_NAMES.fullmatch(text):
        yield from (name for name in text.split() if name not in CORRESPONDENTS)
        return
    halves = text.split(",")
    if len(halves) == 2 and all(len(half.split()) == 1 for half in halves):
        yield text
        return
    last = ""
    for piece in _SPLIT.split(text):
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
    name = cut_agency(cut_role(_cut_place(cut_leading_role(name))))
    if name.isupper() and len(name) > 4 and " " in name:
        name = " ".join(
            word if _INITIALS.fullmatch(word) else word.title() for word in name.split()
        )
    return name


def _cut_place(name: str) -> str:
    shorter = _PLACE.sub("", name)
    return shorter if " " in shorter else name


def is_name(name: str, *, strict: bool = False) -> bool:
    """Return whether a piece of a byline can be the name of a person, desk or agency."""
    words = name.split()
    if not 2 <= len(name) <= MAX_NAME or len(words) > MAX_WORDS:
        return False
    if (
        _NOT_NAME.search(name)
        or _NOT_HAN_NAME.search(name)
        or sum(char.isdigit() for char in name) > 0
    ):
        return False
    if not any(map(str.isalpha, name)):
        return False
    if _PLACEHOLDER.fullmatch(name) or is_mere_role(name) or _WEEKDAY.fullmatch(name):
        return False
    if _INSIDE.search(name):
        return False
    if len(words) > 1 and words[-1] in _OPEN:
        return False
    return not strict or name in AGENCIES or _looks_personal(words)


def is_full_name(name: str) -> bool:
    """Return whether a name looks like a person's first and last name."""
    words = name.split()
    is_personal = bool(words) and words[0] not in AGENCIES and _looks_personal(words)
    return is_personal and not names_role(name)


def _looks_personal(words: list[str]) -> bool:
    words = _GLUED.sub(r"\1 ", " ".join(words)).split()
    if any("\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in words[0]):
        is_han = _HAN.fullmatch("".join(words)) is not None
        return sum(map(len, words)) <= (_LONGEST_HAN + len(words) if is_han else _LONGEST_KANA)
    if not any(word[0].islower() or word[0].isupper() for word in words) or _is_georgian(words):
        return len(words) <= 5
    if words[-1][0].islower() or len(words[-1]) == 1:
        return False
    if words[0] in ("the", "of", "and") or any(
        word[0].islower() and not _PARTICLE.fullmatch(word) for word in words
    ):
        return False
    return len(words) >= 2 and any(word[0].isupper() for word in words)


def _is_georgian(words: list[str]) -> bool:
    """Whether the words are in the script whose every letter Unicode calls a small one."""
    return all("\u10d0" <= word[0] <= "\u10ff" for word in words)


def unique_names(names: Iterable[str]) -> list[str]:
    """Return names once each: case, accents, order and initials make no difference."""
    kept: list[str] = []
    for name in names:
        if not any(is_same_name(name, other) for other in kept):
            kept.append(name)
    return kept


def is_same_name(one: str, other: str) -> bool:
    """Return whether two spellings name one person.

    >>> is_same_name("DOE, Jané", "J. Doe")
    True
    """
    first, second = sorted((_parts(one), _parts(other)), key=len)
    if not first or not second:
        return False
    if sorted(first) == sorted(second):
        return True
    if len(first) != len(second) or len(first) < 2:
        return False
    return first[-1] == second[-1] and all(
        a == b or (1 in (len(a), len(b)) and a[0] == b[0])
        for a, b in zip(first, second, strict=True)
    )


def _parts(name: str) -> list[str]:
    flat = unicodedata.normalize("NFKD", name).casefold()
    flat = "".join(char for char in flat if not unicodedata.combining(char))
    if flat.count(",") == 1:
        last, first = flat.split(",")
        flat = f"{first} {last}"
    return re.findall(r"\w+", flat)

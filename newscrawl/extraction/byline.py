"""The names in a byline: "By Jane Doe and Max Muster, Staff Writers" has two."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from newscrawl.extraction.json_ld import plain_text

# Characters: a longer text is a biography or a paragraph, not a byline.
MAX_BYLINE = 300
MAX_NAME = 70
MAX_WORDS = 6

_PREFIX_WORDS = {
    "en": "by|written by|all posts by|more by|about|posted by|published by|words by|text by"
    "|story by|report by|reported by"
    r"|reporting by|article by|review by|reviewed by|authors?|author\(s\)|reporters?|contributors?"
    "|edited by|created by|compiled by|contributed by|submitted by|opinion by|analysis by"
    "|commentary by|interview by|guest post by|a guest post by|exclusive by|from|the author",
    "de": r"von|vom|alles von|alle artikel von|(?:blog ?)?beitrag von|gepostet von|gespeichert von"
    r"|ich bin|artikel von|über|text(?: von)?"
    r"|autor(?:in|en|innen)?|autor\*in|autor:in|verfasst von"
    r"|geschrieben von|ein (?:gast)?(?:beitrag|kommentar|artikel|essay|interview) von"
    r"|(?:eine )?(?:analyse|kolumne|rezension|glosse|reportage) von|kommentar von|interview"
    r"|gastbeitrag von|aus .{2,30} berichtet",
    "fr": "par|auteur|auteure|écrit par|rédigé par|publié par|texte|propos recueillis par"
    "|article de|un article de",
    "es": "por|autor|autora|autores|escrito por|publicado por|texto|una crónica de",
    "pt": "por|autor|autora|autores|escrito por|publicado por|texto|texto de|reportagem",
    "it": "di|da|a cura di|autore|autrice|autori|scritto da|pubblicato da|testo di|articolo di",
    "nl": "door|auteur|auteurs|geschreven door|tekst|een artikel van",
    "scandinavian": "av|af|text|tekst|skrevet af|skrevet av|skriven av|publicerad av|journalist",
    "fi": "kirjoittaja|kirjoittanut|teksti|toimittaja",
    "pl cs sk": "autor|autorka|autorzy|autoři|tekst|text|opracowała?|opr|napsala?|připravila?",
    "ru": "автор|авторы|автор статьи|автор материала|автор текста|текст|подготовила?"
    "|подготовили|беседовала?|записала?|корреспондент|материал подготовила?|писатель|журналист",
    "uk bg sr": "автор|автори|автора|текст|підготувала?|журналіст|журналістка|от|пише|аутор"
    "|написао",
    "kk ky uz tt": "авторы|автор|мәтін|дайындаған|muallif|муаллиф|автору",
    "tr az": "yazar|yazan|haber|haberi yapan|muhabir|müəllif|kaynak",
    "id ms vi": "oleh|penulis|reporter|tác giả|bởi",
    "hu ro el hr": "írta|szerző|scris de|publicat de|de|autor|γράφει (?:ο|η)|του|της|συντάκτης"
    "|συντάκτρια|από|piše|autorica|napisao|napisala",
    "ar fa he hi": "بقلم|كتب|كتبت|الكاتب|إعداد|نویسنده|مأת|מאת|द्वारा|लेखक|written",
    "zh ja ko": "作者|文|记者|記者|撰文|撰稿|取材・文|取材|執筆|著者|筆者|ライター|글|기자",
}
_PREFIX = re.compile(
    r"^(?:\W*)(?:(?:"
    + "|".join(_PREFIX_WORDS.values())
    + r")(?:\s*[:：／/=＝–—-]\s*|\s+(?!$)|\s*$))",
    re.IGNORECASE,
)
_COLON_PREFIX = re.compile(
    r"^\W*(?:redaktion|protokoll|rédaction|redacción|redazione|redactie|редакция|редактор)\s*[:：]\s*",
    re.IGNORECASE,
)
_DATE_PREFIX = re.compile(
    r"^\d[\d.,/:\s|–-]{7,}(?:(?:Uhr|г\.|h|[ap]m)(?!\w))?[\s|•·,–-]*", re.IGNORECASE
)
_WORDED_DATE_PREFIX = re.compile(
    r"^(?:[^\W\d]{3,10},? )?(?:[^\W\d]{2,3} )?"
    r"(?:\d{1,2}\.? [^\W\d]{3,12}\.?|[^\W\d]{3,9}\.? \d{1,2}),? \d{4}"
    r"(?:,? ?(?:um |at )?\d{1,2}:\d\d)?\s?(?:(?:Uhr|г\.|h|[ap]m)(?!\w))?[\s|•·,–-]*",
    re.IGNORECASE,
)
_CJK_PREFIX = re.compile(
    r"^[【\[(（]?\s*(?:作者|文|记者|記者|撰文|撰稿|取材・文|取材|執筆|著者|筆者|本报记者|本報記者|责任编辑"
    r"|編集|编辑)\s*[:：／/|｜]?\s*"
)
_CJK_SUFFIX = re.compile(r"\s*(?:记者|記者|기자|특파원|人民記者|[)）】\]])+$|(?:さん|氏)$")
_TAIL = re.compile(
    r"""\s*(?:
        [|•·‧∙⋅●▪]\s*(?=\S*\d)                               # a date after a bullet
        |\b(?:published|updated|posted|last\ updated|first\ published|on\ \w+\ \d|veröffentlicht
            |aktualisiert|publi[ée]|mis\ à\ jour|опубликовано|обновлено|publicado|actualizado
            |pubblicato|aggiornato|gepubliceerd|publicerad|opublikowano|am\ \d)\b
        |\d{1,2}[./:]\d{1,2}\b|\b\d{4}\b|\b\d{1,2}\s(?:min|hours?|days?)\b
        |\bfollow\b|\bview\ (?:all|more)|\bread\ more|\bmore\ (?:from|by)|\bcontact\b
        |\bis\ (?:an?|the)\b|\bist\ |\best\ (?:un|le|la)|\bfor\ (?:the|[A-Z])|\bat\ the\b
    ).*$""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_ADDRESS = re.compile(
    r"[(<\[]?\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+[)>\]]?|https?://\S+|\bwww\.\S+|(?<!\w)@\w+"
)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）|【[^【】]*】")
_SPLIT = re.compile(
    r"\s*[;/|｜•·●▪、，؛،&+\n]\s*|\s+[-–—]\s+|\s*,\s*(?:(?:and|und|et|y|e|og|och|en|и|&)\s+)?"
    r"|\s+(?:and|und|et|y|e|i|и|та|й|және|менен|жана|va|ва|ve|och|og|en|ja|sowie|con|com|with|mit"
    r"|avec|och|és|și|si|și|και|و|וְ|और|dan|và|a|oraz|si|ir|un|e|та|і|і|及|和|与|與|と)\s+",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(
    r",?\s+(?:jr\.?|sr\.?|ii|iii|iv|ph\.?\s?d\.?|m\.?d\.?|esq\.?|mba|rn|j\.?d\.?|msc|ma|cpa|rd)$"
    r"|^(?:jr\.?|sr\.?|ii|iii|iv|ph\.?\s?d\.?|m\.?d\.?|esq\.?|mba|rn|j\.?d\.?|msc|rd|cpa)$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:\b\w|\b[js]r|ph\.?d|esq|\bst)\.$", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:staff|editors?|editorial|reporters?|correspondents?|writers?|columnists?|journalists?"
    r"|contributors?|contributing|producer|photograph\w*|director|chief|senior|associate|intern"
    r"|analyst|professor|manager|redakt\w+|journalist\w*|korrespondent\w*|volontär\w*|chefredak\w+"
    r"|rédact\w+|journaliste|correspondante?|envoyée?|redactora?|periodista|corresponsal"
    r"|jornalista|repórter|giornalista|redazione|verslaggever|redacteur|dziennikarz|корреспондент"
    r"|журналист\w*|редактор\w*|обозреватель|фото\w*|кореспондент\w*|muhabir\w*|editör\w*"
    r"|foto\w*|video\w*|bureau|team|guest|blogger|freelanc\w+|author|autor|host|ceo|founder)\b",
    re.IGNORECASE,
)
_DESK = re.compile(r"team|desk|staff|bureau|redaktion|redaction|редакция", re.IGNORECASE)
_ROLE_PART = re.compile(
    r"vice|head|content|marketing|digital|political|politics|business|sports?|health|science|tech"
    r"|technology|deputy|managing|executive|special|foreign|national|president|lead|freier?",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"^\W*(?:©|\(c\)|(?:fotos?|photos?|bild(?:er)?|images?|pictures?|illustrations?|фото|сурет|写真"
    r"|credits?|source|quelle)\b\s*(?::|by\b|von\b))",
    re.IGNORECASE,
)
_NOT_NAME = re.compile(
    r"\b(?:alle|artikel|artikelübersicht|social media|top|beitr(?:ag|äge)"
    r"|neueste|letzte|aktualisierung|styling|department|university"
    r"|no author|the author|rss|feed|get|folgen|registrieren|anmelden|log in|sign in|sign up"
    r"|youtube|bluesky|tiktok|telegram|menu|search|suche|guide|policy|library|lizenz|licen[sc]e"
    r"|creative commons|powered|user\s?profile|publiziert|zur person|zum profil|impressum|full bio"
    r"|bio|written|posted|autorenseite|profil|kommentare?|uhr|minutes|min read|read more|more from"
    r"|comments?|share|print|subscribe|advertis\w*|newsletter|updated|published"
    r"|(?:wordpress)?admin|administrator|webmaster|unknown|anonymous|null|none|undefined|http\w*"
    r"|www|photo|image|copyright|all rights|facebook|twitter|instagram|linkedin|email|e-mail"
    r"|follow|about|view|posts|articles?|login|today|ago|source|quelle|getty|shutterstock|排版)\b|[<>{}=@#*~^\\:]",
    re.IGNORECASE,
)
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
    if _BRACKETS.fullmatch(text):
        text = text[1:-1]
    text = _ADDRESS.sub(" ", _BRACKETS.sub(" ", text))
    text = _TAIL.sub("", strip_prefix(text)).strip()
    pieces = [strip_prefix(piece) for piece in _pieces(text)]
    names = [_trim(piece) for piece in pieces]
    names = [name for name in names if is_name(name, strict=strict)]
    return unique_names(drop_roles(names) or names[:1])


def drop_roles(names: list[str]) -> list[str]:
    """Return the names that are no mere role: "Staff Writer"."""
    return [name for name in names if not _ROLE.search(name)]


def strip_prefix(text: str) -> str:
    """Return a byline without "By", "Автор:" and the like."""
    for _ in range(3):
        shorter = _COLON_PREFIX.sub("", _PREFIX.sub("", text))
        shorter = _CJK_PREFIX.sub("", shorter)
        if shorter == text:
            break
        text = shorter
    return text


def strip_date(text: str) -> str:
    """Return a line without the date that it begins with.

    >>> strip_date("02.05.2024 | 13:10 Uhr | Jane Doe")
    'Jane Doe'
    >>> strip_date("Posted on May 2, 2024 by Jane Doe")
    'by Jane Doe'
    """
    rest = _WORDED_DATE_PREFIX.sub("", text)
    # Without "by", what follows such a date is as often a place or a section.
    return rest if has_prefix(rest) else _DATE_PREFIX.sub("", text)


def is_picture_credit(text: str) -> bool:
    """Return whether a line says who made a picture, or that the next line does."""
    return bool(_PICTURE.match(text))


def has_prefix(text: str) -> bool:
    """Return whether a text begins like a byline."""
    return bool(_PREFIX.match(text) or _CJK_PREFIX.match(text))


def _pieces(text: str) -> Iterator[str]:
    """Yield what the separators part; "Doe, Jane" and "Doe, Jr." stay whole."""
    halves = text.split(",")
    if len(halves) == 2 and all(len(half.split()) == 1 for half in halves):
        yield text
        return
    last = ""
    for piece in _SPLIT.split(text):
        if last and _CREDENTIAL.match(piece):
            last = f"{last}, {piece}"
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _trim(name: str) -> str:
    name = _CJK_SUFFIX.sub("", " ".join(name.split()).strip(" \t,:;-–—|\"'*«»“”"))
    if not _ABBREVIATION.search(name):
        name = name.strip(". ")
    name = _cut_role(name)
    if name.isupper() and len(name) > 4 and " " in name:
        name = " ".join(word if len(word) < 3 else word.title() for word in name.split())
    return name


def _cut_role(name: str) -> str:
    """Return a name without the role that is printed right behind it."""
    words = name.split()
    for number, word in enumerate(words[2:], 2):
        if _DESK.fullmatch(words[-1]):
            return name
        if _ROLE.fullmatch(word) or _ROLE_PART.fullmatch(word):
            return " ".join(words[:number])
    return name


def is_name(name: str, *, strict: bool = False) -> bool:
    """Return whether a piece of a byline can be the name of a person, desk or agency."""
    words = name.split()
    if not 2 <= len(name) <= MAX_NAME or len(words) > MAX_WORDS:
        return False
    if _NOT_NAME.search(name) or sum(char.isdigit() for char in name) > 0:
        return False
    if not any(char.isalpha() for char in name):
        return False
    if not strict:
        return True
    return _looks_personal(words)


def is_full_name(name: str) -> bool:
    """Return whether a name looks like a person's first and last name."""
    words = name.split()
    return _looks_personal(words) and not _ROLE.search(name)


def _looks_personal(words: list[str]) -> bool:
    if any("\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in words[0]):
        return sum(map(len, words)) <= 12
    if not any(word[0].islower() or word[0].isupper() for word in words):
        return len(words) <= 5
    if words[-1][0].islower() or len(words[-1]) == 1:
        return False
    if any(word[0].islower() and not _PARTICLE.fullmatch(word) for word in words):
        return False
    return len(words) >= 2 and any(word[0].isupper() for word in words)


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

"""What people of a byline are called beside their names: "Staff Writer", "Korrespondentin"."""

from __future__ import annotations

import re

AGENCIES = frozenset(
    ("AFP", "ANI", "ANP", "ANSA", "AP", "APA", "Agerpres", "Anadolu", "Antara", "Associated Press",
     "BBC", "BBC News", "Belga", "Bernama", "Bloomberg", "CNN", "DPA", "EFE", "Europa Press",
     "IANS", "Interfax", "Kyodo", "Lusa", "MTI", "NTB", "PAP", "PTI", "Press Association",
     "Reuters", "Ritzau", "SITA", "STT", "TASR", "TASS", "The Associated Press", "UPI", "Xinhua",
     "Yonhap", "dpa", "ČTK", "Интерфакс", "РИА Новости", "ТАСС", "Укрінформ")
)  # fmt: skip
"""Agencies and broadcasters that sign articles, alone or behind a reporter's name."""

_JOURNALIST_WORDS = {
    "en": "(?:writer|reporter|correspondent|editor|columnist|contributor|journalist|commentator)s?"
    r"|freelanc\w+|blogger",
    "de": r"\w*redakt(?:eur|ör|or)\w*|\w*korrespondent\w*|\w*reporter(?:in|innen)?|kolumnist(?:in)?"
    r"|\w*journalist(?:in|innen)?|volontär\w*|kommentator(?:in)?|\w*autor(?:in|en|innen)?"
    "|ressortleiter(?:in)?",
    "fr": "journaliste|rédact(?:eurs?|rices?|ion)|correspondante?|envoyée? spéciale?"
    "|chroniqueu(?:r|se)|éditorialiste|pigiste|cheffe? (?:du service|de la rubrique)",
    "es": "redactora?|periodista|corresponsal|enviad[oa] especial|columnista|editora|reporter[oa]"
    "|cronista|jef[ea] de",
    "pt": "jornalista|repórter|correspondente|colunista|redatora?|editora?-chefe",
    "it": "giornalista|(?:capo)?redatt(?:ore|rice)|corrispondente|inviat[oa]|editorialista",
    "nl": r"\w*redact(?:eur|rice)|\w*verslagge(?:ver|efster)",
    "scandinavian": r"\w*redaktør|\w*skribent|krönikör|frilans\w*|blaðamaður|fréttamaður",
    "fi et lv lt": r"\w*toimittaja|kirjeenvaihtaja|toimetaja|ajakirjanik|žurn[aā]list\w*",
    "pl": "dziennikar(?:z|ka)|korespondent(?:ka)?|publicyst(?:a|ka)|reporterka",
    "cs sk": "reportér(?:ka)?|zpravodaj(?:ka)?|spravodaj(?:ca|kyňa)|komentátor(?:ka)?"
    "|novin[áa][řr](?:ka)?",
    "hu ro": r"újságíró\w*|(?:fő)?szerkesztő\w*|tudósító|riporter|jurnalistă?"
    "|corespondentă?|redactor",
    "ru uk bg": r"корреспондент\w*|кореспондент\w*|спецкор|журнал[иі]ст\w*|обозреватель"
    r"|оглядач(?:ка)?|редактор\w*|репорт[её]р\w*|колумнист\w*",
    "hr sr sl": "novinar(?:ka)?|dopisni(?:k|ca)|urednik|urednica|новинар(?:ка)?|дописни(?:к|ца)"
    "|уредни(?:к|ца)|kolumnist(?:ica)?",
    "tr az": r"muhabir\w*|editör\w*|gazeteci|köşe yazarı|jurnalist",
    "el": "δημοσιογράφος|συντάκτ(?:ης|ρια)|ανταποκριτ(?:ής|ρια)|ανταποκρίτρια|αρθρογράφος",
    "id ms vi": "wartawan|jurnalis|koresponden|redaktur|kontributor|phóng viên",
    "hi bn fa": "প্রতিবেদক|خبرنگار",
}
_JOURNALISTS = "|".join(_JOURNALIST_WORDS.values())
_ROLE = re.compile(
    r"\b(?:staff|editorial|contributing|producer|photograph\w*|director|chief|senior|associate|intern"
    r"|analyst|professor|manager|redakt\w+|chefredak\w+|envoyée?|redazione|фото\w*|foto\w*|video\w*|bureau"
    r"|team|guest|author|host|ceo|founder|\w+studio|\w*büro"
    rf"|{_JOURNALISTS})\b|(?<!\S)संवाददाता(?!\S)",
    re.IGNORECASE,
)
# What journalists are called behind their name, alone in a line.
_JOURNALIST = re.compile(rf"\b(?:{_JOURNALISTS})\b", re.IGNORECASE)
# Characters, chosen: "Staff Writer", "Korrespondentin in Paris", and no sentence.
_LONGEST_ROLE = 40
_EAST_ASIAN_ROLE = re.compile(
    r"\W?(?:[\uac00-\ud7af]{2,8}=)?[\uac00-\ud7af]{2,4}(?:[·ㆍ,]\s?[\uac00-\ud7af]{2,4}){0,3}"
    r"\s?(?:기자|특파원)\W?|[\u4e00-\u9fff]{2,4}\s(?:记者|記者)"
    r"|(?!.*(?:特派|専門|担当|新聞|通信|取材|社会部))[\u4e00-\u9fff]{4,6}記者"
)
_DESK = re.compile(r"team|desk|staff|bureau|redaktion|redaction|редакция", re.IGNORECASE)
# What a person is, where no name is printed; a desk ("Staff Reports") is one.
_MERE_ROLE = re.compile(
    r"(?:(?:this|the|an?|staff|senior|guest|contributing|associate|health|medical|freelance|news)\s)*"
    r"(?:writer|reporter|editor|contributor|correspondent|author|columnist|professional|journalist"
    r"|special|,\s)+|(?:ال)?محرر|guest (?:post|blogger|column)"
    r"|gast(?:beitrag|autor(?:in)?|kommentar)|(?:autora?|colaborador|firma) invitad[oa]"
    r"|autore ospite|gästskribent|vieraskynä",
    re.IGNORECASE,
)
# What others are called behind their name; alone it may end a pen name.
_OCCUPATION = re.compile(
    r"\b(?:attorney|lawyer|expert|reviewer|dieti[ct]ian|nutritionist|specialist|consultant|engineer"
    r"|strategist|scientist|researcher|lecturer|educator|therapist|psychologist)$",
    re.IGNORECASE,
)
# The same before a name: "WELT-Reporterin Jane Doe", "Chief Political Correspondent Jane Doe".
_LEADING_ROLE = re.compile(
    r"^(?:[^\W\d_][\w.]*[\s-]){0,3}?"
    rf"(?:{_JOURNALISTS}|experte|expertin|rechtsanwalt|rechtsanwältin)"
    r"(?:\s(?:jefe|jefa|chefe|en chef|especial|spéciale?))?\s+(?=(?-i:[A-ZÀ-ÞΆ-ΏА-Я])\S+\s\S)",
    re.IGNORECASE,
)
# From where a journalist writes: "corresponsal en Berlín", "rédactrice en chef".
_FROM = r"\s(?:en|in|à|da|aus|i|w|v|ve|в|u|la|din)\s"
_MAY_BE_FROM = re.compile(_FROM, re.IGNORECASE)
_POST = re.compile(
    rf"\b({_JOURNALISTS}){_FROM}[^,;|]{{2,30}}(?=$|[,;|])",
    re.IGNORECASE,
)
# What follows a guest's name: "Jane Doe im Gespräch".
_TALKING = re.compile(
    r"\s+(?:im (?:gespräch|interview)|in conversation|en conversación)$", re.IGNORECASE
)
_ROLE_PART = re.compile(
    r"vice|head|content|marketing|digital|political|politics|business|sports?|health|science|tech"
    r"|technology|deputy|managing|executive|special|foreign|national|president|lead|freier?",
    re.IGNORECASE,
)


def names_role(name: str) -> bool:
    """Return whether a piece of a byline has the word for a role."""
    return _ROLE.search(name) is not None


def is_mere_role(name: str) -> bool:
    """Return whether a piece says what a person is and not who: "the author"."""
    return _MERE_ROLE.fullmatch(name) is not None


def is_east_asian_journalist(text: str) -> bool:
    """Return whether a line is a name and "journalist" in Korean or Chinese."""
    return _EAST_ASIAN_ROLE.fullmatch(text) is not None


def calls_journalist(text: str) -> bool:
    """Return whether what stands behind a name is what journalists are called, and no sentence.

    >>> calls_journalist("Staff Writer"), calls_journalist("a reporter, saw it first.")
    (True, False)
    """
    is_short = len(text) <= _LONGEST_ROLE and not text.endswith((".", "!", "?"))
    return is_short and is_journalist(text)


def is_journalist(text: str) -> bool:
    """Return whether a text has the word for a journalist."""
    return _JOURNALIST.search(text) is not None


def cut_agency(name: str) -> str:
    """Return a name without the agency right behind it: "JANE DOE Associated Press"."""
    words = name.split()
    cuts = (cut for cut in (-3, -2, -1) if len(words) + cut >= 2)
    return next((" ".join(words[:cut]) for cut in cuts if " ".join(words[cut:]) in AGENCIES), name)


def drop_roles(names: list[str]) -> list[str]:
    """Return the names that are no mere role: "Staff Writer", or "Dietitian" behind a name."""
    named = [name for name in names if not _ROLE.search(name)]
    return named[:1] + [name for name in named[1:] if not _OCCUPATION.search(name)]


def cut_leading_role(name: str) -> str:
    """Return a name without the role before it, and without "im Gespräch" behind it."""
    return _TALKING.sub("", _LEADING_ROLE.sub("", name))


def cut_post(text: str) -> str:
    """Return a byline without what follows a journalist's role: from where, of what.

    >>> cut_post("Ana Lemos, corresponsal en Berlín")
    'Ana Lemos, corresponsal'
    """
    return _POST.sub(r"\1", text) if _MAY_BE_FROM.search(text) else text


def cut_role(name: str) -> str:
    """Return a name without the role that is printed right behind it."""
    words = name.split()
    for number, word in enumerate(words[2:], 2):
        if _DESK.fullmatch(words[-1]):
            return name
        if _ROLE.fullmatch(word) or _ROLE_PART.fullmatch(word):
            return " ".join(_cut_house(words[:number]))
    return name


def _cut_house(words: list[str]) -> list[str]:
    """Return a name without the initials of a station behind it: "Jane Doe BBC"."""
    is_house = len(words) > 2 and len(words[-1]) > 2 and words[-1].isupper()
    return words[:-1] if is_house and not words[-2].isupper() else words

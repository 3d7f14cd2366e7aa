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

_JOURNALISTS = (
    r"journalist\w*|freelanc\w+|korrespondent\w*|correspondante?|rédact\w+|periodista|redactora?"
    r"|corresponsal|envoyée? spéciale?|enviad[oa] especial|jornalista|repórter"
    r"|giornalista|verslaggever|redacteur|корреспондент"
    r"|журналист\w*|обозреватель|кореспондент\w*|muhabir\w*|újságíró|novinar\w*|новинар\w*"
    r"|toimittaja|δημοσιογράφος|συντάκτ\w+|blaðamaður|žurn[aā]list\w*"
)
_ROLE = re.compile(
    r"\b(?:staff|editors?|editorial|reporters?|correspondents?|writers?|columnists?"
    r"|contributors?|contributing|producer|photograph\w*|director|chief|senior|associate|intern"
    r"|analyst|professor|manager|redakt\w+|volontär\w*|chefredak\w+|envoyée?|redazione|dziennikarz"
    r"|редактор\w*|фото\w*|editör\w*|foto\w*|video\w*|bureau|team|guest|blogger|author|autor|host"
    r"|ceo|founder|szerkesztő\w*|репортер\w*|toimetaja|ajakirjanik|phóng viên|প্রতিবেদক|خبرنگار"
    rf"|{_JOURNALISTS})\b|(?<!\S)संवाददाता(?!\S)",
    re.IGNORECASE,
)
# What journalists are called behind their name, alone in a line.
_JOURNALIST = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|columnist|contributor|redakteur\w*|redaktör"
    rf"|redaktor\w*|inviat[oa]|dziennikar\w+|{_JOURNALISTS})\b",
    re.IGNORECASE,
)
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
# The same before a name: "WELT-Reporterin Jane Doe".
_LEADING_ROLE = re.compile(
    r"^(?:[\w.]+-)*(?:reporter|redakteur|korrespondent|autor|gastautor|experte|expertin|volontär"
    r"|rechtsanwalt|rechtsanwält|journalist|staff (?:writer|reporter)"
    r"|senior (?:writer|reporter|editor)"
    r"|redacteur|verslaggever|correspondent)(?:in)?\s+(?=(?-i:[A-ZÀ-Þ])\S+\s\S)",
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

"""Desks that sign articles as persons do: "Web Desk", "هيئة التحرير", "온라인뉴스팀"."""

from __future__ import annotations

import re

# Words that make a name a desk's wherever in it they stand.
_DESK_WORDS = {
    "en": r"\b(?:\w*-?desk|newsroom|team|(?:web|news|editorial) staff)\b",
    "el": r"\bσυντακτική ομάδα\b|\bσύνταξη\b",
    "ro": r"\bechipa\b|\bredac[țţt]i(?:a|ei)\b",
    "hr sr sl sk lt": r"\b(?:redakcij[aeuio]|redakcia|uredništv[oa]|уредништв[оа])\b",
    "tr": r"\b(?:haber|spor|magazin|ekonomi) (?:merkezi|servisi|masası)\b",
    "vi": r"\bban biên tập\b|\bt(?:òa|oà) soạn\b|\bnhóm (?:phóng viên|pv)\b",
    "ar": r"\bالتحرير\b|^(?:قسم|غرفة|فريق)\s",
    "fa": r"\bتحریریه\b|^(?:گروه|سرویس)\s",
    "he": r"^(?:ה?מערכת|דסק|צוות)\b",
    "ur": r"\bڈیسک\b|\b(?:ویب|نیوز) ٹیم\b",
    # Without borders: to a regular expression a vowel sign is the end of a word.
    "hi mr ne": "डेस्क|ब्यूरो|टीम",
    "bn": "ডেস্ক|নিজস্ব (?:প্রতিবেদক|সংবাদদাতা)|স্টাফ রিপোর্টার",
    "gu pa kn ml": "ડેસ્ક|ਡੈਸਕ|ಡೆಸ್ಕ್|ഡെസ്ക്",
    "ta te": "டெஸ்க்|செய்திப்\\s?பிரிவு|డెస్క్",
    "th": "กองบรรณาธิการ|กองบก|ทีมข่าว|ทีมงาน|โต๊ะข่าว",
    "zh ja": "[编編][辑輯集][部局室]|管理人|取材班|ニュース部",
    "ko": r"편집[국부]|뉴스[팀부룸국]|취재팀|데스크|[\uac00-\ud7af]{2,}팀$",
}
_DESK = re.compile("|".join(_DESK_WORDS.values()), re.IGNORECASE)


def is_desk(name: str) -> bool:
    """Return whether a name is that of a desk and of no person.

    >>> is_desk("Web Desk"), is_desk("온라인뉴스팀"), is_desk("Helen Marsh")
    (True, True, False)
    """
    return _DESK.search(name) is not None

"""What can be a name in a byline, and what looks like the name of a person in its script."""

from __future__ import annotations

import re

from newscrawl.extraction.bylines.desks import is_desk
from newscrawl.extraction.bylines.roles import AGENCIES, is_mere_role, names_role

# Characters and words.
MAX_NAME, MAX_WORDS = 70, 6

# "Б.Гантуяа", "J.R.R.Tolkien".
_GLUED = re.compile(r"(?<!\w)((?:[^\W\d_]\.){1,3})(?=[^\W\d_]{2})")
_NOT_NAME = re.compile(
    r"\b(?:alle|artikel|artikelübersicht|eingetragen|social media|top|beitr(?:ag|äge)"
    r"|neueste|letzte|aktualisierung|styling|department|university"
    r"|no author|the author|rss|feed|get|folgen|registrieren|anmelden|log in|sign in|sign up"
    r"|youtube|bluesky|tiktok|telegram|menu|search|suche|guide|policy|library|lizenz|licen[sc]e"
    r"|creative commons|powered|user\s?profile|publiziert|zur person|zum profil|impressum|full bio"
    r"|стать автором|для авторов|son güncelleme|haberin devamı|envoyer un courriel|أرسل بريدا.*"
    r"|bio|written|posted|autorenseite|profil|kommentare?|uhr|minutes|min read|read more|more from"
    r"|comments?|share|print|subscribe|advertis\w*|newsletter|updated|published"
    r"|(?:wordpress)?admin|administrator|super user|ez systems|webmaster|unknown|anonymous|null"
    r"|none|undefined|log ind|logg inn|logga in"
    r"|http\w*|www|photo|image|copyright|all rights|facebook|twitter|instagram|linkedin|e-?mail"
    r"|follow|about|archives?|view|posts|articles?|login|(?<!\w )today|usa today|ago|source"
    r"|quelle|getty|shutterstock|排版"
    r"|google(?: news)?|sign out|profile|filed under|other apps|columns)\b|[<>{}=@#*~^\\:՝]",
    re.IGNORECASE,
)
# "page.author.name" of a template, and words after which a name goes on: "Head of".
_PLACEHOLDER = re.compile(r"name|author|[a-z_]+(?:\.[a-z_]+){3,}")
_ACCOUNT = re.compile(r"[a-z][a-z0-9]*(?:[._][a-z0-9]+)+")
_OPEN = frozenset(("of", "for", "at", "in", "the", "and", "für", "der", "und", "de", "du", "et"))
# What stands inside no name: "Trial Attorney at Morgan".
_INSIDE = re.compile(r"\s(?:at|in the)\s")
# The station or paper behind a full name: "Jane Doe, BBC".
_STATION = re.compile(r"[A-ZÄÖÜ]{2,5}")
_WEEKDAY = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?", re.IGNORECASE
)
# Words of a Chinese line that tell of its source, its size of type or its rights; a question.
_NOT_HAN_NAME = re.compile(
    "^フォロー|書いた人|目录|目錄|网友|網友|？|！|ที่มา|来源|來源|稿源|出处|字号|字號|发布|發布|版权|版權|声明|聲明|未知|回复|回覆|责任编辑|原标题|文章|位置|关注|仕事依頼|字サイズ|转载|轉載|人氣|人气|瀏覽|浏览|粉丝|粉絲|留言|：|。"
)
# Characters of a person's name in Han alone, one more with a space (papers and channels have longer
# ones), and with kana.
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LONGEST_HAN, _LONGEST_KANA = 4, 12
# "USB端子" is a plug.
_LATIN_AMID = re.compile("[A-Za-z]{2}")
_PARTICLE = re.compile(
    r"d[aeiou]s?|del|della|des|le|la|van|von|vom|der|den|ten|ter|zum?|zur|a[fv]|bin|ibn|al|el|[yei]"
    r"|und|et|of|the|and|st\.|abu|[do]['’].*|al-.*",
    re.IGNORECASE,
)


# Cities and countries of two words, from which reporters write: "By Jane Doe, New York".
_PLACES = re.compile(
    r"new (?:york|delhi|orleans|jersey|zealand|mexico)|buenos aires|los angeles|las vegas"
    r"|hong kong|tel aviv|addis a[bd]eba|kuala lumpur|abu dhabi|phnom penh|cape town|mexico city"
    r"|san (?:francisco|diego|jos[eé]|antonio|salvador|sebasti[aá]n)|santa (?:fe|monica|barbara)"
    r"|ciudad de méxico|cidade do méxico|são paulo|rio de janeiro|belo horizonte|porto alegre"
    r"|nueva (?:york|delhi)|nova (?:york|iorque|délhi|deli)|el cairo|le caire|nowy jork"
    r"|la (?:habana|paz|hay[ae])|den haag|the hague|st\.? (?:louis|petersburg|gallen|pölten)"
    r"|washington d\.?c\.?|(?:south|north) korea|cor(?:ea|ée|eia) d\w+ (?:sud|sur|sul|nor\w+)"
    r"|south africa|united (?:kingdom|states)|saudi arabia|sri lanka|costa rica|puerto rico"
    r"|el salvador|arabie saoudite|arabia saud(?:í|ita)",
    re.IGNORECASE,
)
# Words that an outlet, a desk or an institution has in its name and no person: a page that states
# such a name may print a person's besides.
_OUTLET = re.compile(
    r"(?i:\b(?:blog|news|newsroom|newspaper|magazine|media|institute|university|college|department"
    r"|office|council|foundation|association|society|redac(?:ção|ción|tie|ția)|redação|redazione"
    r"|rédaction|redaktion|redakcja|redakce|redaksi|ritstjórn|toimitus|редакци[яи]|редакція)\b)"
    r"|\be\. ?V\."
)


# How papers are called, behind a place: "Cascade Valley Times".
_PAPER = re.compile(
    r"(?:times|post|herald|tribune|gazette|courier|journal|chronicle|press|star|sentinel|telegraph"
    r"|observer|register|examiner|inquirer|dispatch|bulletin|standard|daily|weekly|reporter|mirror"
    r"|advertiser|record|republic|express|zeitung|anzeiger|nachrichten|tageblatt|kurier|allgemeine)",
    re.IGNORECASE,
)
_AGENCIES = re.compile(
    r"(?:and |the )?(?:other )?(?:news )?(?:agencies|agencias|agências|agences|agenturen|agenzie)"
    r"(?: de (?:noticias|presse))?|(?:and )?wires?|агентства",
    re.IGNORECASE,
)


def is_name(name: str, *, strict: bool = False) -> bool:
    """Return whether a piece of a byline can be the name of a person, desk or agency.

    ``strict`` refuses all but agencies and what looks like a person's name in its script.
    """
    words = name.split()
    if not 2 <= len(name) <= MAX_NAME or len(words) > MAX_WORDS:
        return False
    if any(map(str.isdigit, name)) or not any(map(str.isalpha, name)):
        return False
    if any(pattern.search(name) for pattern in (_NOT_NAME, _NOT_HAN_NAME, _INSIDE)):
        return False
    if _PLACEHOLDER.fullmatch(name) or is_mere_role(name) or _WEEKDAY.fullmatch(name):
        return False
    if len(words) > 1 and words[-1] in _OPEN:
        return False
    return not strict or name in AGENCIES or _looks_personal(words)


def is_account(name: str) -> bool:
    """Return whether a name is that of an account: "jane.doe", "desk_2"."""
    return _ACCOUNT.fullmatch(name) is not None


def is_full_name(name: str) -> bool:
    """Return whether a name looks like a person's first and last name."""
    words = name.split()
    is_personal = bool(words) and words[0] not in AGENCIES and _looks_personal(words)
    is_other = names_role(name) or is_desk(name) or is_institution(name)
    return is_personal and not is_other


def _looks_personal(words: list[str]) -> bool:
    words = _GLUED.sub(r"\1 ", " ".join(words)).split()
    if any("\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7af" for char in words[0]):
        is_han = _HAN.fullmatch("".join(words)) is not None
        if _LATIN_AMID.search("".join(words)):
            return False
        return sum(map(len, words)) <= (_LONGEST_HAN + len(words) if is_han else _LONGEST_KANA)
    if not any(word[0].islower() or word[0].isupper() for word in words) or _is_georgian(words):
        return len(words) <= 5
    if words[-1][0].islower() or len(words[-1]) == 1:
        return False
    if words[0] in ("the", "of", "and") or any(map(_is_common, words)):
        return False
    return len(words) >= 2 and any(word[0].isupper() for word in words)


def is_institution(name: str) -> bool:
    """Return whether a name has a word that no person has in it: "Bay College"."""
    return _OUTLET.search(name) is not None


def is_outlet(name: str) -> bool:
    """Return whether what stands beside a person's full name is for whom the person wrote.

    >>> is_outlet("Cascade Valley Times"), is_outlet("agencies"), is_outlet("Ann Post")
    (True, True, False)
    """
    words = name.split()
    return _AGENCIES.fullmatch(name) is not None or (
        len(words) > 1 + (words[0] != "The") and _PAPER.fullmatch(words[-1]) is not None
    )


def is_remark(name: str) -> bool:
    """Return whether what stands beside a full name is none: "BBC", "em São Paulo", "New York".

    "College of Arts" is an institution, "The Bay Ledger" a paper.
    """
    first, space, _ = name.partition(" ")
    if not space or name in AGENCIES:
        return name not in AGENCIES and _STATION.fullmatch(name) is not None
    is_told = " of " in name or first == "The" or _PLACES.fullmatch(name) is not None
    return is_told or (_is_common(first) and not _is_georgian([first]))


def _is_common(word: str) -> bool:
    """Whether a word begins small and is no particle of a name, as "van" is."""
    return word[0].islower() and not _PARTICLE.fullmatch(word)


def _is_georgian(words: list[str]) -> bool:
    """Whether the words are in the script whose every letter Unicode calls a small one."""
    return all("\u10d0" <= word[0] <= "\u10ff" for word in words)

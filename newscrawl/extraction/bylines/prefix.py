"""What stands before the names of a byline: "By", "Автор:", the date."""

from __future__ import annotations

import re

_PREFIX_WORDS = {
    "en": "by|written by|all posts by|more by|about the author|about|posted by|published by"
    r"|words(?= ?:)|words by|text by|story by|report by|reported by"
    r"|reporting by|article by|review by|reviewed by|authors?|author\(s\)|reporters?|contributors?"
    "|co-?authored by|edited by|created by|compiled by|contributed by|submitted by|opinion by"
    "|analysis by|commentary by|interview by|guest post by|a guest post by|exclusive by|from"
    "|(?:a )?column by|the author",
    "de": r"von|vom|alles von|alle artikel von|(?:blog ?)?beitrag von|gepostet von|gespeichert von"
    r"|ich bin|artikel von|über|text(?: von)?"
    r"|autor(?:in|en|innen)?|autor\*in|autor:in|verfasst von|erstellt von"
    r"|geschrieben von|ein (?:gast)?(?:beitrag|kommentar|artikel|essay|interview) von"
    r"|(?:eine )?(?:analyse|kolumne|rezension|glosse|reportage) von|kommentar von|interview"
    r"|gast(?:beitrag|kommentar) von|interview von|aus .{2,30} berichtet"
    r"|das (?:gespräch|interview) führten?"
    "|die fragen stellten?|aufgezeichnet von|protokolliert von",
    "fr": "par|auteur|auteure|(?:article )?(?:écrit|rédigé) par|publié par|texte"
    "|propos recueillis par"
    "|article de|un article de|signé|chronique de",
    "es": "por|autor|autora|autores|(?:escrito|redactado|elaborado|publicado) por|texto"
    "|una crónica de|entrevista de",
    "pt": "por|autor|autora|autores|escrito por|publicado por|texto|texto de|reportagem",
    "it": "di|da|a cura di|autore|autrice|autori|scritto da|pubblicato da|testo di|articolo di"
    "|intervista di|redatto da",
    "nl": "door|auteur|auteurs|geschreven door|tekst|een artikel van",
    "scandinavian": "av|af|text|tekst|skrevet af|skrevet av|skriven av|publicerad av|journalist",
    "fi et lv lt": "kirjoittaja|kirjoittanut|teksti|toimittaja|toimetaja|kirjutas|autors|teksts"
    "|sagatavoja|raksta autore?s?|autorius|autorė|autoriai|parengė|tekstas",
    "is": "höfundur|eftir|texti",
    "pl cs sk": "autor|autorka|autorzy|autoři|tekst|text|opracowała?|opr|napsala?|připravila?"
    r"|opr\.|oprac\.|opracowanie|rozmawiała?|przygotowała?|rozhovor viedla?",
    "ru": "автор (?:статьи|материала|текста|публикации)|автор|авторы|текст|подготовила?"
    "|подготовили|беседовала?|записала?|корреспондент|материал подготовила?|писатель|журналист",
    "uk bg sr": "автор|автори|автора|текст|підготувала?|журналіст|журналістка|от|пише|аутор|ауторка"
    "|написао|разговарала?|разговарао",
    "kk ky uz tt": "авторы|автор|мәтін|дайындаған|muallif|муаллиф|автору",
    "tr az": "yazar|yazan|haber(?! (?:merkezi|servisi|masası))|haberi (?:yapan|yazan)|muhabir"
    "|müəllif|kaynak",
    "id ms vi": r"oleh|laporan (?:wartawan|reporter|jurnalis|kontributor)(?: [\w.]+\.\w+,?)?"
    "|pewarta|wartawan|penulis|reporter|tác giả|bởi|bài và ảnh|phóng viên|bài viết|bài",
    "hu ro el": "írta|szerző|szöveg|készítette|scris de|un articol de|publicat de|de|autor|autoare"
    "|γράφει (?:ο|η)|του|της|συντάκτης|συντάκτρια|από|ρεπορτάζ",
    "hr sr sl": "piše|pišu|autorica|napisao|napisala|razgovarala?|razgovarao|pripremila?|pripremio"
    "|priredila?|priredio|avtor|avtorica|avtorja|avtorji|besedilo",
    "ar fa he": "بقلم|كتب|كتبت|الكاتب|إعداد|نویسنده|به قلم|خبرنگار|گزارشگر"
    "|מאת|כתב|כתבה|כתבת|כותב|כותבת",
    "ur": "رپورٹر|مصنفہ?[,،]?|تحریر",
    "hi bn": "द्वारा|लेखक|लेखिका|रिपोर्टर|संवाददाता|লেখক|লিখেছেন|প্রতিবেদক",
    "af eu ka hy ta": "deur|geskryf deur|egilea|testua|ავტორი|հեղինակ|எழுதியவர்|எழுதியது",
    "sq tl": "nga|isinulat ni",
    "th sw": "โดย|ผู้เขียน|เขียนโดย|เรื่องโดย|รายงานโดย|mwandishi|imeandikwa na",
    "zh ja ko": "作者|文・写真|文|聞き手|構成|记者|記者|撰文|撰稿|取材・文|取材|執筆|著者|筆者"
    "|ライター|글|기자명|기자",
    # What Blogger writes for "Posted by".
    "posted": "eingestellt von|eingetragen von|postado por|publicada por"
    "|gepost door|geplaatst door|gönderen|upplagd av|indsendt af|lagt inn av|lähettänyt"
    "|vystavila?|publikovala?|bejegyezte|publicat per|αναρτήθηκε από|postitas"
    "|dipos(?:ting|kan) oleh|ditulis oleh|người đăng|投稿者|发布者|發佈者|張貼者|작성자"
    "|مرسلة بواسطة|פורסם על ידי|(?:ارسال|نوشته) شده توسط|публикувано от|опубликовала?"
    "|objavi(?:o|la?)|zverejnila?",
    "our correspondent": r"(?:von )?unser(?:er|em) (?:korrespondent|redakt|reporter|mitarbeiter)\w*"
    r"|(?:from |by )?our (?:own |special )?(?:correspondent|staff reporter|reporter)"
    r"|(?:par |de )?notre (?:correspondante?|envoyée? spéciale?)(?: à \w+)?,?"
    "|(?:de )?nuestr[oa] (?:corresponsal|enviad[oa](?: especial)?)"
    "|dal(?:la)? nostr[oa] (?:inviat[oa]|corrispondente)"
    "|(?:door )?onze (?:redacteur|correspondent|verslaggever)",
}
_PREFIX = re.compile(
    r"^(?:\W*)(?:(?:"
    + "|".join(_PREFIX_WORDS.values())
    + r")(?:\s*[:：՝／/|｜=＝・–—-]\s*|\s+(?!$)|\s*$))",
    re.IGNORECASE,
)
_COLON_PREFIX = re.compile(
    r"^\W*(?:redaktion|protokoll|rédaction|redacción|redação|redazione|rozhovor|laporan|shkruan"
    r"|redactie|редакция|редактор|redactor"
    r"|editor(?= :)"  # as papers write in Romania, with a space; elsewhere it is who edited
    r"|szerkesztő|editör|रिपोर्ट|প্রতিবেদন|گزارش|تقرير|المحرر|رپورٹ|취재"
    r"|thực hiện|επιμέλεια|เรื่อง|編集部)\s*[:：]\s*",
    re.IGNORECASE,
)
_DATE_PREFIX = re.compile(
    r"^(?:[^\W\d]{2,10}, )?\d[\d.,/:\s|–-]{7,}(?:(?:Uhr|г\.|h|[ap]m)(?!\w))?[\s|•·,–—-]*",
    re.IGNORECASE,
)
_WORDED_DATE_PREFIX = re.compile(
    r"^(?:\d{1,2}[:.]\d\d(?: ?[ap]m)?,? )?(?:[^\W\d]{3,10},? )?(?:[^\W\d]{2,3} )?"
    r"(?:\d{1,2}\.? [^\W\d]{3,12}\.?|[^\W\d]{3,9}\.? \d{1,2}),? \d{4}"
    r"(?:,? ?(?:um |at )?\d{1,2}:\d\d)?\s?(?:(?:Uhr|г\.|h|[ap]m)(?!\w))?[\s|•·,–-]*",
    re.IGNORECASE,
)
_CJK_PREFIX = re.compile(
    r"^[【\[(（]?\s*(?:作者|文|记者|記者|撰文|撰稿|取材・文|取材|執筆|著者|筆者|本报记者|本報記者|责任编辑"
    r"|編集(?![部局])|编辑(?![部室]))\s*[:：／/|｜丨]?\s*|^[\u4e00-\u9fff]{2,8}[记記]者\s+"
)


# What calls the author an author, and is no preposition.
_LABEL = re.compile(
    r"^\W*(?:autor(?:in|en|:in|\*in)?(?:/autor(?:in)?)?|authors?|автор(?:ы|и)?|auteure?|autore|autrice"
    r"|autora|作者|記者|记者|muallif|yazar|penulis|szerző|forfatter|kirjoittaja"
    r"|avtor(?:ica)?|autors|autorius|autorė|autoare|höfundur|συντάκτ(?:ης|ρια)|аутор(?:ка)?|מאת|نویسنده"
    r"|लेखक|लेखिका|লেখক|ผู้เขียน|tác giả|mwandishi|مصنفہ?)(?:\s*[:：,،]\s*|\s+)(?=\S)",
    re.IGNORECASE,
)


_WRITTEN = re.compile(
    r"\W*about the author:|\W*words ?:"
    r"|\W*(?:written|words|text|story|report|reporting|article|review|posted|published) by"
    r"|\W*(?:geschrieben|verfasst|text) von|\W*(?:écrit|rédigé|publié) par"
    r"|\W*(?:escrito|publicado|texto) por|\W*scritto da|\W*a cura di|\W*geschreven door"
    r"|\W*(?:skrevet af|skrevet av|skriven av)|\W*(?:автор|текст|подготовила?)\b",
    re.IGNORECASE,
)
# Prefixes that announce something else as often where they stand alone.
_NOT_LONE = frozenset(
    ("from", "about", "über", "text", "texte", "texto", "tekst", "teksti", "interview", "de", "da",
     "di", "kaynak", "haber")
)  # fmt: skip


# Who wrote and took the pictures: "Text und Fotos: Jane Doe", "Story and photos by Jane Doe".
_JOINT_PREFIX = re.compile(
    r"^\W*(?:texte?|texto|testo|tekst[iy]?|text[oy]?|story|words|stories|report|reportage|artikel|szöveg"
    r"|metin|yazı|текст|κείμενο|besedilo)\s?"
    r"(?:und|et|and|en|och|og|ja|és|și|ve|και|[eyaiuиій&+/]|та)\s?"
    r"(?:photo(?:s|graph(?:s|y|ie|ies))?|pictures?|images?|bild(?:er)?|foto(?:['’]?s|graf\w*|ğraf\w*|k)?"
    r"|fotó\w*|zdjęcia|kuvat?|imágenes|imagens|immagini|фото\w*|φωτογραφ\w+|video)"
    r"(?:\s?[:：]\s*|\s(?:by|von|vom|de|di|da|door|av|af|par|por)\s|\s(?=(?-i:[^\W\d_a-zà-ÿа-я])))",
    re.IGNORECASE,
)
# Given names that are "by" in another language, where one name may be a whole one: "Par Elba".
_GIVEN = re.compile(r"(?:Oleh|Di|Da|Nga|Par|Av) [^\W\d_a-z][^\W\d_A-Z]+")


def is_given_name(text: str) -> bool:
    """Return whether a stated name, or one behind "by", only seems to begin with a foreign "by".

    >>> is_given_name("Oleh Pavliuk"), is_given_name("Di Maria Rossi"), is_given_name("Par AFP")
    (True, False, False)
    """
    return _GIVEN.fullmatch(text) is not None


def strip_prefix(text: str) -> str:
    """Return a byline without "By", "Автор:" and the like.

    >>> strip_prefix("By Oleh Pavliuk"), strip_prefix("Oleh Suharto")
    ('Oleh Pavliuk', 'Suharto')
    """
    for turn in range(3):
        if turn and is_given_name(text):
            break
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


def strip_joint_prefix(text: str) -> str:
    """Return a byline without what says that somebody wrote and took the pictures.

    >>> strip_joint_prefix("Text und Fotos: Jane Doe"), strip_joint_prefix("Story and photos")
    ('Jane Doe', 'Story and photos')
    """
    return _JOINT_PREFIX.sub("", text)


def has_label(text: str) -> bool:
    """Return whether a text begins with a word for author."""
    return bool(_LABEL.match(text))


def has_prefix(text: str) -> bool:
    """Return whether a text begins like a byline."""
    return any(each.match(text) for each in (_PREFIX, _CJK_PREFIX, _COLON_PREFIX, _JOINT_PREFIX))


def announces_author(text: str) -> bool:
    """Return whether a text begins like a byline and hardly like anything else.

    >>> announces_author("By Jane Doe for The Post"), announces_author("From Paris with love")
    (True, False)
    """
    return has_prefix(text) and text.split(maxsplit=1)[0].casefold().strip(":") not in _NOT_LONE


def is_lone_label(text: str) -> bool:
    """Return whether a text is what stands before a name, and nothing else.

    >>> is_lone_label("Written by:"), is_lone_label("By Jane Doe"), is_lone_label("About")
    (True, False, False)
    """
    return (
        text.casefold().strip(" :") not in _NOT_LONE and has_prefix(text) and not strip_prefix(text)
    )


def says_who_wrote(text: str) -> bool:
    """Return whether a line begins with "Written by" or the like: "By" may begin a teaser."""
    return bool(_WRITTEN.match(text))

"""Reporters as Chinese and Japanese papers name them: "記者陳亭安／新竹報導", "【平塚雄太】"."""

from __future__ import annotations

import re

_HAN = "[\u4e00-\u9fff]"
_NAME = f"{_HAN}{{2,4}}"
# What may stand before the word for a reporter: a sign, the paper and its address, a bracket.
_PAPER = (
    rf"[◎■●▲]?\s?(?:《?[0-9]{{0,3}}{_HAN}{{2,10}}》?\s?)?"
    rf"(?:[（(][a-z.]+[）)]\s?|{_HAN}{{2,8}}電?\s?[（(])?"
)
# What reporters, correspondents and trainees are called before their names.
_ROLE = (
    "(?:本[报刊社])?(?:通[讯訊][员員]|[实實][习習]生"
    "|(?:[见見][习習]|[实實][习習]|特[约約]|首席|[摄攝]影)?[记記]者)"
)
ROLES = re.compile(_ROLE)
_REPORTER = rf"(?:{_ROLE}\s?[：:／/]?\s?)?(?:(?!{_ROLE}){_HAN}){{2,4}}"
# Behind the names, and no further ones: "reports from Chiayi", "上海、北京报道", "每经编辑 李晓红".
_PLACE = rf"(?:{_HAN}{{0,8}}(?:、{_HAN}{{2,8}}){{0,4}}\s?[报報][导導道]|发自{_HAN}{{2,8}})"
_EDITOR = rf"{_HAN}{{0,4}}[编編][辑輯]\s?[：:]?\s?{_NAME}"
_NEXT = rf"(?:[、，,\s]+(?!{_PLACE}|{_EDITOR})|(?={_ROLE}))"
_NAMES = rf"(?P<names>{_REPORTER}(?:{_NEXT}{_REPORTER}(?:[／/](?!{_PLACE}){_NAME})?){{0,5}})"
_REPORTERS = re.compile(
    rf"[〔（(【\[]?{_PAPER}[记記]者\s?[：:／/|｜丨]?\s?{_NAMES}"
    rf"\s?(?:[／/╱]\s?{_HAN}{{0,10}}|[〕）)】\]]|(?:\s+(?:{_PLACE}|{_EDITOR}))?$|[：:])"
)
# The same in brackets behind the paper, the place and the day: "新华社北京11月8日电（记者 王丽）".
# Two agencies leave out the word.
_BRACKETED = re.compile(
    rf"[^。！？!?，,；;：:]{{2,30}}[（(](?={_ROLE}|(?<=日[电電讯訊][（(])|(?<=日[电電讯訊] [（(]))"
    rf"{_NAMES}\s?[）)]"
)
# The wire of Taiwan: "（中央社記者王淑芬台北22日電）" with a place of two characters.
_WIRE = re.compile(rf"[（(]中央社記者(?P<name>{_HAN}{{2,3}}){_HAN}{{2}}\d{{1,2}}日專?電[）)]")
# What a portal of comment begins its texts with: "【文/望台网专栏作者 乔木柏】".
_WRITTEN = re.compile(
    rf"【(?:文|采访|整理|编译|翻译)[／/]\s?(?:{_HAN}{{2,8}}(?:作者|记者)?\s)?(?P<names>{_NAME})】"
)
# What stands below a headline: "2026-11-21 09:36 来源：岭东日报 作者：许家宁 于海 【打印】".
_SOURCE = re.compile("(?:来源|來源|稿源)\\s*[:：]")
_DAY = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d\d?\s?[-/.月]\s?\d")
_LONGEST_SOURCE = 100
_COLON = r"\s*[:：|｜丨]\s*"
_LABELLED = re.compile(
    rf"(?:作者|记者|記者|撰文|撰稿){_COLON}{_NAME}(?:[\s、，,]{_NAME}){{0,3}}(?=[\s，,【\[（(]|$)"
)
# The same behind a source and a space: "来源：岭东日报 记者 许家宁".
_REPORTER_BEHIND = re.compile(rf"(?<=\s)[记記]者\s+{_NAME}(?=[\s，,【\[（(]|$)")
# The same of papers and accounts that write "text" for the author: "文 | 阿棠".
_TEXT_BY = re.compile(rf"(?<!{_HAN})文\s*[:：|｜丨／/]\s*{_NAME}(?=[\s，,]|$)")
# What such a line may credit, and a line of nothing else: "文 | 刺猬商业，作者 | 郁秋，编辑 | 老K".
# A reporter's turn of an interview is none: "记者：扫完了就想修？".
_CREDITED = (
    "(?:作者|文|图|圖|文图|图文|撰文|撰稿|采写|采访|编辑|編輯|责编|责任编辑|主编|校对|审核|审校|来源|來源|出品"
    "|策划|监制|设计|视觉|制图|排版|排版设计|运营|头图|题图|封面|图源|插画|插图|摄影|攝影|记者|記者|供稿|统筹)"
)
_CREDITS = re.compile(
    rf"(?!记者\s*[:：](?!\s*{_NAME}(?:[\s，,;；]|$)))"
    rf"(?:{_CREDITED}\s*[:：|｜丨／/]\s*[^\s，,。？！|｜丨:：/]{{1,14}}(?:[\s，,;；]+|$))+"
)
# What Japanese papers end a text with: "……と話した。【平塚雄太、田中韻】".
_SIGNED = re.compile(
    rf"(?:[。」！？]\s?[【（(]|^[（(])(?P<names>{_HAN}{{3,5}}(?:[、・]{_HAN}{{3,5}}){{0,3}})[】）)]$"
)
_SEPARATOR = re.compile(r"[、・，,\s／/]")
# Words that no name is made of.
_NO_NAME = re.compile(
    "报道|報導|通信|新聞|掲載|転載|敬称|支局|待续|未完|单位|攝|摄|图|圖|写真|動画|関連|記事|前編|後編|有料|采访|採訪|查看|表示|获悉|獲悉|提供|供图|供圖|从|在|了解|編輯|编辑|會|会|證|证|站|团|團|招待"
)
# What papers and agencies end with, and no person.
_OUTLET = re.compile("[报報社网網]$")
# Common Chinese surnames, in both scripts; chosen. What begins otherwise and is stated for an
# author may be a paper or an account.
_SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
    "姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    "張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭蔣葉蘇魏呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯詹莊游翁施洪柯簡温溫"
)


def find_reporters(line: str) -> list[str]:
    """Return the names of the reporters that a line begins with, [] if it names none.

    >>> find_reporters("〔記者王冠仁／台北報導〕北市近來傳出有人假冒瓦斯行員工。")
    ['王冠仁']
    """
    if wire := _WIRE.match(line):
        return [wire["name"]]
    match = _REPORTERS.match(line) or _BRACKETED.match(line) or _WRITTEN.match(line)
    names = _SEPARATOR.split(ROLES.sub(" ", match["names"])) if match else []
    names = [name for name in names if name]
    return [] if any(_NO_NAME.search(name) or _OUTLET.search(name) for name in names) else names


def find_signed(text: str) -> list[str]:
    """Return the names in brackets that a Japanese text ends with, [] if it ends otherwise.

    >>> find_signed("「まだ続く」と話した。【平塚雄太、田中韻一】")
    ['平塚雄太', '田中韻一']
    """
    match = _SIGNED.search(text)
    names = _SEPARATOR.split(match["names"]) if match else []
    return [] if any(map(_NO_NAME.search, names)) else names


def has_surname(name: str) -> bool:
    """Return whether a name begins with a common Chinese surname.

    >>> has_surname("谢丹"), has_surname("网易")
    (True, False)
    """
    return name[:1] in _SURNAMES


def is_reporters_line(line: str) -> bool:
    """Return whether a line says nothing but who reports.

    >>> is_reporters_line("記者陳亭安／新竹報導"), is_reporters_line("記者昨日獲悉，渡輪停航。")
    (True, False)
    """
    match = _WIRE.fullmatch(line) or _REPORTERS.fullmatch(line)
    return match is not None and bool(find_reporters(line))


def is_source_line(line: str) -> bool:
    """Return whether a line says when and from where a page has its text, and no more.

    >>> is_source_line("2026-11-21 09:36 来源：岭东日报"), is_source_line("来源：岭东日报")
    (True, False)
    """
    is_short = len(line) <= _LONGEST_SOURCE and "。" not in line
    return is_short and bool(_SOURCE.search(line) and _DAY.search(line))


def find_labelled(line: str) -> list[str]:
    """Return what of a line names its author behind a label: ["作者：许家宁 于海"]."""
    found = _LABELLED.findall(line) or _TEXT_BY.findall(line)
    if not found and is_source_line(line):
        found = _REPORTER_BEHIND.findall(line)
    return [label for label in found if not _OUTLET.search(label)]


def is_credits_line(line: str) -> bool:
    """Return whether a line says but who made what, and not only where a text is from.

    >>> is_credits_line("作者 | 郁秋，编辑 | 老K"), is_credits_line("来源 | 岭东日报")
    (True, False)
    """
    is_short = len(line) <= _LONGEST_SOURCE and not line.startswith(("来源", "來源"))
    return is_short and _CREDITS.fullmatch(line) is not None

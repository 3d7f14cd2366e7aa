"""Reporters as Chinese and Japanese papers name them: "記者陳亭安／新竹報導", "【平塚雄太】"."""

from __future__ import annotations

import re

_HAN = "[\u4e00-\u9fff]"
_NAME = f"{_HAN}{{2,4}}"
# What may stand before the word for a reporter: the paper, a bracket.
_PAPER = rf"(?:{_HAN}{{2,6}}\s?)?(?:{_HAN}{{2,8}}電?\s?[（(])?"
_REPORTERS = re.compile(
    rf"[〔（(【\[]?{_PAPER}(?:记者|記者)\s?[：:／/]?\s?(?P<names>{_NAME}(?:[、，,\s]{_NAME}(?:[／/]{_NAME})?){{0,4}})"
    rf"\s?(?:[／/╱]\s?{_HAN}{{0,10}}|[〕）)】\]]|$|[：:])"
)
# The wire of Taiwan: "（中央社記者王淑芬台北22日電）" with a place of two characters.
_WIRE = re.compile(rf"[（(]中央社記者(?P<name>{_HAN}{{2,3}}){_HAN}{{2}}\d{{1,2}}日專?電[）)]")
# "Correspondent" and "trainee", between the names.
CORRESPONDENTS = frozenset(("通讯员", "通訊員", "实习生", "實習生"))
# What stands below a headline: "2026-11-21 09:36 来源：岭东日报 作者：许家宁 于海 【打印】".
_SOURCE = re.compile("(?:来源|來源|稿源)\\s*[:：]")
_DAY = re.compile(r"(?:19|20)\d\d\s?[-/.年]\s?\d\d?\s?[-/.月]\s?\d")
_LONGEST_SOURCE = 100
_LABELLED = re.compile(
    rf"(?:作者|记者|記者|撰文|撰稿)\s*[:：]\s*{_NAME}(?:[\s、，,]{_NAME}){{0,3}}(?=[\s【\[（(]|$)"
)
# What Japanese papers end a text with: "……と話した。【平塚雄太、田中韻】".
_SIGNED = re.compile(rf"[。」！？]\s?【(?P<names>{_HAN}{{3,5}}(?:[、・]{_HAN}{{3,5}}){{0,3}})】$")
_SEPARATOR = re.compile(r"[、・，,\s／/]")
# Words that no name is made of.
_NO_NAME = re.compile(
    "报道|報導|写真|動画|関連|記事|前編|後編|有料|采访|採訪|查看|表示|获悉|獲悉|从|在|了解|編輯|编辑|會|会|證|证|站|团|團|招待"
)


def find_reporters(line: str) -> list[str]:
    """Return the names of the reporters that a line begins with, [] if it names none.

    >>> find_reporters("〔記者王冠仁／台北報導〕北市近來傳出有人假冒瓦斯行員工。")
    ['王冠仁']
    """
    if wire := _WIRE.match(line):
        return [wire["name"]]
    match = _REPORTERS.match(line)
    names = _SEPARATOR.split(match["names"]) if match else []
    names = [name for name in names if name not in CORRESPONDENTS]
    return [] if any(map(_NO_NAME.search, names)) else names


def find_signed(text: str) -> list[str]:
    """Return the names in brackets that a Japanese text ends with, [] if it ends otherwise.

    >>> find_signed("「まだ続く」と話した。【平塚雄太、田中韻一】")
    ['平塚雄太', '田中韻一']
    """
    match = _SIGNED.search(text)
    names = _SEPARATOR.split(match["names"]) if match else []
    return [] if any(map(_NO_NAME.search, names)) else names


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
    return _LABELLED.findall(line)

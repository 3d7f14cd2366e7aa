"""Bylines in many languages and the names in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction.bylines.byline import (
    ends_in_role,
    is_full_name,
    is_same_name,
    split_byline,
    unique_names,
)

JANE = ["Jane Doe"]
TWO = ["Jane Doe", "Max Muster"]

BYLINES = {
    "聯合報 記者游昌憲／台中即時報導": ["游昌憲"],
    "記者 陶静怡": ["陶静怡"],
    "記者陳亭安／新竹報導": ["陳亭安"],
    "本报记者 张三丰 通讯员 李四": ["张三丰", "李四"],
    "Von Jane Doe und Max Muster, NDR": TWO,
    "By Jane Doe, AFP": ["Jane Doe", "AFP"],
    "Jane Doe, SHRM-SCP": ["Jane Doe"],
    "ED DOE AND AJ SMITH III": ["Ed Doe", "AJ Smith III"],
    "MỸ LINH": ["Mỹ Linh"],
    "ADLER WERKE AG": ["Adler Werke AG"],
    "Co-authored by Jane Doe and Max Muster": TWO,
    "Jane Doe, RN-BC, and Max Muster": TWO,
    "フォロー": [],
    "Redactado por Jane Doe, Emol": ["Jane Doe", "Emol"],
    "Article rédigé par Jane Doe": JANE,
    "FOCUS-Online-Experte Max Muster": ["Max Muster"],
    "Von WELT-Reporterin Jane Doe": JANE,
    "Staff Writer Jane Doe": JANE,
    "Rechtsanwalt Max Muster": ["Max Muster"],
    "Jane Doe, Redakteurin für Wirtschaft": JANE,
    "Jane Doe im Gespräch": JANE,
    "Redakteur für Wirtschaft": ["Redakteur für Wirtschaft"],
    "Jane Doe, Trial Attorney at Hill": JANE,
    "Jane Doe, Sr. Director of Operations, Hill - 10+ Years in the Moving Industry": [
        "Jane Doe",
        "Hill",
    ],
    "Jane Doe, Dietitian": JANE,
    "The Moving Expert": ["The Moving Expert"],
    "Sat, 03 May": [],
    "Human in the Loop": [],
    # a date behind the name, as blog systems print it
    "Posted by Jane Doe on December 03, 2011 at 10:12 AM in Sea": JANE,
    "Posted by Jane Doe at December 3, 2011 10:12 AM | TrackBack": JANE,
    "Submitted by Jane Doe on Sat, 12/03/2011 - 10:12": JANE,
    "Publié par Jane Doe le samedi, 3 décembre": JANE,
    # one person behind the words of many languages
    "By Jane Doe": JANE,
    "Jane Doe (www.bernpost.example)": JANE,
    "Jane Doe (Snow_": JANE,
    "By: Jane Doe BBC Executive News Editor": JANE,
    "by: Jane Doe": JANE,
    "Written by Jane Doe": JANE,
    "Words by Jane Doe": JANE,
    "BY JANE DOE": JANE,
    "Von Jane Doe": JANE,
    "Ein Kommentar von Jane Doe": JANE,
    "Autorin: Jane Doe": JANE,
    "Par Jane Doe": JANE,
    "Propos recueillis par Jane Doe": JANE,
    "Por Jane Doe": JANE,
    "Autora: Jane Doe": JANE,
    "Di Jane Doe": JANE,
    "a cura di Jane Doe": JANE,
    "Door Jane Doe": JANE,
    "Av Jane Doe": JANE,
    "Skrevet af Jane Doe": JANE,
    "Teksti: Jane Doe": JANE,
    "Oleh Jane Doe": JANE,
    "Yazar: Jane Doe": JANE,
    "Автор: Анна Иванова": ["Анна Иванова"],
    "Авторы: Анна Иванова, Пётр Сидоров": ["Анна Иванова", "Пётр Сидоров"],
    "Текст: Анна Иванова": ["Анна Иванова"],
    "Подготовила Анна Иванова": ["Анна Иванова"],
    "Автор: Айгүл Сәрсенова": ["Айгүл Сәрсенова"],
    "Автор: Олена Ковальчук": ["Олена Ковальчук"],
    "Γράφει η Μαρία Νίκου": ["Μαρία Νίκου"],
    "Autorka: Jana Nováková": ["Jana Nováková"],
    "Jana Nováková a Petr Dvořák": ["Jana Nováková", "Petr Dvořák"],
    "Jana Nováková | Publikováno 3. května 2026": ["Jana Nováková"],
    "Írta: Kovács Anna": ["Kovács Anna"],
    "Szerkesztő: Kovács Anna": ["Kovács Anna"],
    "Kovács Anna újságíró": ["Kovács Anna"],
    "Toimittaja: Aino Virtanen": ["Aino Virtanen"],
    "Ana Popescu Publicat pe 3 mai 2026": ["Ana Popescu"],
    "Μαρία Νίκου, δημοσιογράφος": ["Μαρία Νίκου"],
    "Мария Петрова, репортер": ["Мария Петрова"],
    "Razgovarala: Ana Horvat": ["Ana Horvat"],
    "Ana Horvat, novinarka": ["Ana Horvat"],
    "Пише: Ана Јовић": ["Ана Јовић"],
    "Avtorica: Ana Novak": ["Ana Novak"],
    "מאת: דנה לוי": ["דנה לוי"],
    "כתבה: דנה לוי": ["דנה לוי"],
    "خبرنگار: سارا احمدی": ["سارا احمدی"],
    "रिपोर्ट: सीता शर्मा": ["सीता शर्मा"],
    "सीता शर्मा, संवाददाता": ["सीता शर्मा"],
    "লেখক: মিতা রায়": ["মিতা রায়"],
    "মিতা রায়, নিজস্ব প্রতিবেদক": ["মিতা রায়"],
    "মিতা রায় ও রবি সেন": ["মিতা রায়", "রবি সেন"],
    "Bài và ảnh: Nguyễn Văn An": ["Nguyễn Văn An"],
    "Phóng viên Nguyễn Văn An": ["Nguyễn Văn An"],
    "โดย สมชาย ใจดี": ["สมชาย ใจดี"],
    "เรื่อง: สมชาย ใจดี": ["สมชาย ใจดี"],
    "Toimetaja: Mari Tamm": ["Mari Tamm"],
    "Mari Tamm, ajakirjanik": ["Mari Tamm"],
    "Teksts: Anna Ozola": ["Anna Ozola"],
    "Anna Ozola un Jānis Bērziņš": ["Anna Ozola", "Jānis Bērziņš"],
    "Autorė: Ona Petraitė": ["Ona Petraitė"],
    "Parengė Ona Petraitė": ["Ona Petraitė"],
    "Höfundur: Anna Jónsdóttir": ["Anna Jónsdóttir"],
    "Anna Jónsdóttir, blaðamaður": ["Anna Jónsdóttir"],
    "Imeandikwa na Asha Juma": ["Asha Juma"],
    "Na Li": ["Na Li"],
    "Per Olsson": ["Per Olsson"],
    "بقلم: سارة الأحمد": ["سارة الأحمد"],
    "文／山田花子": ["山田花子"],
    "取材・文＝山田花子": ["山田花子"],
    "（記者 王小明）": ["王小明"],
    "记者：王小明": ["王小明"],
    "晨报记者 王小明": ["王小明"],
    "王小明 张伟 李娜": ["王小明", "张伟", "李娜"],
    "山田 花子": ["山田 花子"],
    "来源：晨报": [],
    "字号：A": [],
    "By Jane Doe, MS, RD, FAND": ["Jane Doe, MS, RD, FAND"],
    "Jane Doe, CFP®": ["Jane Doe, CFP®"],
    "Erstellt von Jane Doe": JANE,
    "Jane Doe Illustration von Max Muster": JANE,
    "Head of": [],
    "Writer, Reporter": [],
    "By Jane Doe, Special for Bern Post": JANE,
    "Staff Reports": ["Staff Reports"],
    "关注": [],
    "page.head.extra.author": [],
    "编辑 王小明 ｜ 排版 张伟": ["王小明"],
    "김철수 기자": ["김철수"],
    "[서울=뉴시스] 김철수 기자 =": ["김철수"],
    "文・写真／山田花子": ["山田花子"],
    "文・山田花子": ["山田花子"],
    "本报记者 王小明 通讯员 李四": ["王小明", "李四"],
    "作者：王小明 编辑：李娜": ["王小明"],
    "Von unserer Korrespondentin Jane Doe": JANE,
    "Das Gespräch führte Jane Doe": JANE,
    "De notre envoyée spéciale à Kiev, Jane Doe": JANE,
    "dal nostro corrispondente Jane Doe": JANE,
    "di Jane Doe, inviata a Kiev": JANE,
    "Door onze redacteur Jane Doe": JANE,
    "oprac. Jane Doe": JANE,
    "Von Jane Doe (Text) und Max Muster (Fotos)": JANE,
    "Tekst: Jane Doe Foto: Max Muster": JANE,
    "Reporting by Jane Doe; Editing by Max Muster": JANE,
    "Jane Doe, especial para o Correio": JANE,
    "Анна Иванова, специально для «Новой газеты»": ["Анна Иванова"],
    "Jane Doe, em São Paulo": JANE,
    "By Jane Doe in London and Max Muster in New York": TWO,
    "Jane Doe aus Berlin": JANE,
    "Life in Colour": ["Life in Colour"],
    "Edited by Jane Doe": JANE,
    # several persons
    "By Jane Doe and Max Muster": TWO,
    "By Jane Doe, Max Muster": TWO,
    "Jane Doe & Max Muster": TWO,
    "Jane Doe; Max Muster": TWO,
    "Jane Doe / Max Muster": TWO,
    "Jane Doe | Max Muster": TWO,
    "Von Jane Doe und Max Muster": TWO,
    "Par Jane Doe et Max Muster": TWO,
    "Por Jane Doe y Max Muster": TWO,
    "Di Jane Doe e Max Muster": TWO,
    "Door Jane Doe en Max Muster": TWO,
    "Av Jane Doe och Max Muster": TWO,
    "Jane Doe ve Max Muster": TWO,
    "Анна Иванова и Пётр Сидоров": ["Анна Иванова", "Пётр Сидоров"],
    "Олена Ковальчук та Іван Бондар": ["Олена Ковальчук", "Іван Бондар"],
    "Айгүл Сәрсенова және Ерлан Оспанов": ["Айгүл Сәрсенова", "Ерлан Оспанов"],
    "山田花子、鈴木一郎": ["山田花子", "鈴木一郎"],
    "By Jane Doe, Max Muster and Ann Lee": ["Jane Doe", "Max Muster", "Ann Lee"],
    # what is not the name
    "By Jane Doe, Staff Writer": JANE,
    "Jane Doe, Political Correspondent": JANE,
    "Jane Doe Senior Editor": JANE,
    "By Jane Doe | May 2, 2024": JANE,
    "By Jane Doe Published 2 May 2024": JANE,
    "Jane Doe • 5 min read": JANE,
    "By Jane Doe jane.doe@bernpost.example": JANE,
    "Jane Doe (@janedoe)": JANE,
    "Jane Doe https://bernpost.example/jane": JANE,
    "By Jane Doe (Bern)": JANE,
    "Jane Doe ist Redakteurin für Wetter": JANE,
    # commas that part no persons
    "John Smith, Jr.": ["John Smith, Jr."],
    "By Jane Doe, Ph.D., and Max Muster": ["Jane Doe, Ph.D.", "Max Muster"],
    "Doe, Jane": ["Doe, Jane"],
    # particles stay
    "Von Ursula von der Heide": ["Ursula von der Heide"],
    "Ludwig van den Berg": ["Ludwig van den Berg"],
    "Seán O'Brien": ["Seán O'Brien"],
    # nobody
    "Foto: Max Muster": [],
    "© Max Muster": [],
    "By": [],
    "Follow us on Facebook": [],
    "12 comments": [],
    "": [],
}


@pytest.mark.parametrize(("text", "names"), BYLINES.items())
def test_byline_gives_its_names(text: str, names: list[str]) -> None:
    assert split_byline(text) == names


def test_a_paragraph_is_no_byline() -> None:
    assert split_byline("Jane Doe went to Bern. " * 20) == []


@given(st.text(max_size=80))
def test_any_text_gives_printable_names(text: str) -> None:
    for name in split_byline(text):
        assert name == name.strip() != ""


SAME = {
    ("Jane Doe", "JANE DOE"): True,
    ("Jané Doe", "Jane Doe"): True,
    ("Doe, Jane", "Jane Doe"): True,
    ("J. Doe", "Jane Doe"): True,
    ("Doe Jane", "Jane Doe"): True,
    ("Jane Doe", "John Doe"): False,
    ("Jane Doe", "Jane"): False,
    ("Анна Иванова", "Анна Ивановна"): False,
}


@pytest.mark.parametrize(("pair", "same"), SAME.items())
def test_spellings_of_one_name_are_known(pair: tuple[str, str], same: bool) -> None:
    assert is_same_name(*pair) is same


def test_the_first_spelling_is_kept() -> None:
    assert unique_names(["Jane Doe", "DOE, Jane", "Max Muster", "M. Muster"]) == TWO


FULL = {
    "the Giants": False,
    "Jane Doe": True,
    "Ursula von der Heide": True,
    "山田花子": True,
    "J.R.Doe": True,
    "Б.Гантуяа": True,
    "jane.doe": False,
    "Doepost.de": False,
    "Jane": False,
    "Staff Writer": False,
    "Beitrag von": False,
    "all posts": False,
}


@pytest.mark.parametrize(("name", "full"), FULL.items())
def test_full_names_of_persons_are_known(name: str, full: bool) -> None:
    assert is_full_name(name) is full


ROLES = {
    "Jane Doe, Staff Writer": True,
    "Jane Doe, journaliste": True,
    "Jane Doe, Korrespondentin in Paris": True,
    "Анна Иванова, корреспондент": True,
    "김철수 기자": True,
    "王小明 记者": True,
    "Jane Doe, keeper of the lighthouse": False,
    "Jane Doe, a reporter, saw it first.": False,
    "The harbour, reporters say": False,
    "Jane Doe": False,
    ", Staff Writer": False,
}


@pytest.mark.parametrize(("line", "is_role"), ROLES.items(), ids=ROLES)
def test_line_is_a_name_and_a_role(line: str, *, is_role: bool) -> None:
    assert ends_in_role(line) is is_role


POSTED = (
    "Eingestellt von Jane Doe um 10:12",
    "Publié par Jane Doe à 10:12",
    "Publicado por Jane Doe en 10:12",
    "Pubblicato da Jane Doe alle 10:12",
    "Postado por Jane Doe às 10:12",
    "Publicada por Jane Doe à(s) 10:12",
    "Gepost door Jane Doe op 10:12",
    "Geplaatst door Jane Doe op 10:12",
    "Autor: Jane Doe o 10:12",
    "Автор: Jane Doe на 10:12",
    "Gönderen Jane Doe zaman: 10:12",
    "Upplagd av Jane Doe kl. 10:12",
    "Indsendt af Jane Doe kl. 10.12",
    "Lagt inn av Jane Doe kl. 10:12",
    "Lähettänyt Jane Doe klo 10.12",
    "Vystavil Jane Doe v 10:12",
    "Bejegyezte: Jane Doe dátum: 10:12",
    "Publicat de Jane Doe la 10:12",
    "Αναρτήθηκε από Jane Doe στις 10:12",
    "Diposting oleh Jane Doe di 10:12",
    "Diposkan oleh Jane Doe di 10.12",
    "Người đăng: Jane Doe vào lúc 10:12",
    "投稿者 Jane Doe 時刻: 10:12",
    "发布者：Jane Doe 时间：10:12",
    "張貼者： Jane Doe 於 上午10:12",
    "작성자: Jane Doe 시간: 오전 10:12",
    "مرسلة بواسطة Jane Doe في 10:12",
    "פורסם על ידי Jane Doe ב- 10:12",
    "ارسال شده توسط Jane Doe در 10:12",
    "Публикувано от Jane Doe в 10:12",
    "Objavio Jane Doe u 10:12",
    "Zverejnil Jane Doe o 10:12",
    "Objavil Jane Doe ob 10:12",
    "Publicat per Jane Doe a 10:12",
    "เขียนโดย Jane Doe ที่ 10:12",
    "Опубликовал Jane Doe 10:12",
    "Eingetragen von Jane Doe um 10:12",
    "Publikoval Jane Doe v 10:12",
    "Ditulis oleh Jane Doe pada 10:12",
    "Postitas Jane Doe kell 10:12",
    "Posted by Jane Doe at 10:12 AM",
)


@pytest.mark.parametrize("line", POSTED)
def test_name_between_posted_and_the_time_in_many_languages(line: str) -> None:
    assert split_byline(line) == JANE

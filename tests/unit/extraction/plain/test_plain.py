"""Texts without markup, in the layouts that scrapers leave behind."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extraction.plain.articles import clean_text
from newscrawl.extraction.plain.lines import is_date_line, is_headline, is_prose
from newscrawl.extraction.plain.records import clean_record

SHARED = Path(__file__).parents[4].parent / "shared"

RU_TITLE = "Мост через Ишим откроют для пешеходов в пятницу"
RU_BODY = [
    "Пешеходный мост через Ишим откроют в эту пятницу, сообщили в акимате столицы.",
    "- Мы проверили опоры и освещение, осталось убрать ограждения, - сказал начальник участка.",
    "Строили его два года.",
]
EN_TITLE = "River ferry returns after nine years"
EN_BODY = [
    "The ferry across the Wend will sail again from Monday, the harbour board said.",
    "“Subscribe to our newsletter,” the old sign on the pier still says. Nobody has removed it.",
    "Tickets cost two euros.",
]
DE_TITLE = "Alte Mühle in Kall wird zum Museum"
DE_BODY = [
    "Die Wassermühle am Ortsrand von Kall öffnet im Herbst als Museum, wie die Gemeinde mitteilte.",
    "Zwölf Jahre lang stand das Gebäude leer.",
]
ZH_TITLE = "河边旧码头下周重新开放"
ZH_BODY = [
    "港务局星期二宣布，停用九年的河边旧码头将于下周重新开放，首日免费。",
    "渡轮每小时一班，周末加开夜班。",
]


def joined(*lines, by="\n\n"):
    return by.join(line for part in lines for line in ([part] if isinstance(part, str) else part))


LAYOUTS = {
    "headline first": (joined(RU_TITLE, RU_BODY), RU_TITLE, None, RU_BODY),
    "no headline": (joined(RU_BODY), None, None, RU_BODY),
    "widgets above and below": (
        joined("Лента новостей", "12", RU_TITLE, RU_BODY, "Поделиться", "Будьте в тренде!", "0"),
        RU_TITLE,
        None,
        RU_BODY,
    ),
    "section name above the headline": (
        joined("Общество", RU_TITLE, RU_BODY),
        RU_TITLE,
        None,
        RU_BODY,
    ),
    "menu words above the headline": (
        joined("Home", "Top stories", "Latest news", EN_TITLE, EN_BODY, by="\n"),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "a headline of another article below a menu word": (
        joined("Top stories", "Fog keeps tankers at anchor", EN_TITLE, EN_BODY, by="\n"),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "a menu of headlines": (
        joined(
            *("Best boats of the year", "Fog keeps tankers at anchor", "What is a tide table?"),
            *("All timetables and maps", "Weather in three days", EN_TITLE, EN_BODY),
            by="\n",
        ),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "a link below Read also above the first paragraph": (
        joined(EN_TITLE, "Read also:", "Harbour board elects a new head", EN_BODY, by="\n"),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "one newline between all lines": (
        joined(
            "Share", EN_TITLE, EN_BODY, "Follow us on Instagram", "All rights reserved", by="\n"
        ),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "windows line ends and a byte order mark": (
        "\ufeff" + joined(EN_TITLE, EN_BODY, by="\r\n\r\n"),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "lead below the headline": (
        EN_TITLE + "\nThe harbour board buys a used boat.\n\n" + joined(EN_BODY),
        EN_TITLE,
        "The harbour board buys a used boat.",
        EN_BODY,
    ),
    "lead above the date": (
        joined(
            EN_TITLE, "A used boat was bought in Malmö.", "3 March 2025, 10:14", EN_BODY, by="\n"
        ),
        EN_TITLE,
        "A used boat was bought in Malmö.",
        EN_BODY,
    ),
    "lead whose words the text takes up": (
        joined(DE_TITLE, "Wassermühle am Ortsrand öffnet im Herbst als Museum.", DE_BODY),
        DE_TITLE,
        "Wassermühle am Ortsrand öffnet im Herbst als Museum.",
        DE_BODY,
    ),
    "a link to another article inside": (
        joined(DE_TITLE, DE_BODY[0], "Lesen Sie auch: Bäckerei in Kall schließt", DE_BODY[1]),
        DE_TITLE,
        None,
        DE_BODY,
    ),
    "a headline below Read also": (
        joined(EN_TITLE, EN_BODY[0])
        + "\n\nRead also:\nHarbour board elects a new head\n\n"
        + joined(EN_BODY[1:]),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "a list of links at the end": (
        joined(EN_TITLE, EN_BODY, "Most read", "Harbour board elects a new head", "Fog over Wend"),
        EN_TITLE,
        None,
        EN_BODY,
    ),
    "Chinese": (joined("分享", ZH_TITLE, ZH_BODY, "相关文章"), ZH_TITLE, None, ZH_BODY),
}


@pytest.mark.parametrize(("text", "title", "lead", "body"), LAYOUTS.values(), ids=LAYOUTS)
def test_each_layout_gives_headline_lead_and_paragraphs(text, title, lead, body):
    article = clean_text(text)
    assert (article.title, article.description, article.paragraphs) == (title, lead, body)


@pytest.mark.parametrize(("text", "title", "lead", "body"), LAYOUTS.values(), ids=LAYOUTS)
def test_cleaning_twice_changes_nothing(text, title, lead, body):
    once = clean_text(text)
    twice = clean_text(once.whole)
    assert twice.whole == once.whole
    assert (twice.title, twice.description, twice.removed) == (title, lead, [])


DATES = {
    "zone of the country of the site that the page names": (
        "Опубликовано 20 мая 2019, 18:44",
        {},
        "Следите за новостями mysite.kz в:",
        "2019-05-20T18:44:00+06:00",
    ),
    "the same hour after the country moved its clocks": (
        "20 мая 2025, 18:44",
        {},
        "Следите за новостями mysite.kz в:",
        "2025-05-20T18:44:00+05:00",
    ),
    "zone of the page's address": (
        "20.05.2019 18:44",
        {"url": "https://a.example.de/1"},
        "Поделиться",
        "2019-05-20T18:44:00+02:00",
    ),
    "zone that the caller names": (
        "20.05.2019 18:44",
        {"timezone": "Asia/Tokyo"},
        "Следите за новостями mysite.kz в:",
        "2019-05-20T18:44:00+09:00",
    ),
    "only the day where the zone is unknown": (
        "20.05.2019 18:44",
        {},
        "Поделиться",
        "2019-05-20",
    ),
}


@pytest.mark.parametrize(("line", "known", "widget", "expected"), DATES.values(), ids=DATES)
def test_the_date_line_dates_the_article(line, known, widget, expected):
    article = clean_text(joined(RU_TITLE, line, RU_BODY, widget), **known)
    assert article.date_published == expected
    assert article.date_precision == ("minute" if "T" in expected else "day")
    assert article.paragraphs == RU_BODY


def test_a_photo_line_gives_caption_and_date():
    line = "Набережная, фото - Новости Site.kz от 02.03.2019 08:05 Набережная"
    article = clean_text(joined(RU_TITLE, line, RU_BODY))
    assert [image.caption for image in article.images] == ["Набережная"]
    assert article.date_published == "2019-03-02T08:05:00+06:00"
    assert article.removed == []


def test_a_caption_repeated_below_its_photo_line_is_not_text():
    line = "Набережная, фото - Новости Site.kz от 02.03.2019 08:05"
    article = clean_text(joined(RU_TITLE, line, "Набережная", RU_BODY))
    assert article.paragraphs == RU_BODY


def test_dates_and_numbers_between_paragraphs_stay():
    chronicle = [EN_BODY[0], "3 March 2025", EN_BODY[1], "4 March 2025", "9", EN_BODY[0]]
    article = clean_text(joined(EN_TITLE, chronicle))
    assert article.paragraphs == chronicle


KNOWN_TITLES = {
    "capitals": (EN_TITLE.upper(), EN_TITLE),
    "a site's name behind it": (f"{EN_TITLE} | Harbour Daily", EN_TITLE),
    "section and site behind it": (f"{EN_TITLE} - News - Harbour Daily", EN_TITLE),
    "a section in front of it": (f"News › {EN_TITLE}", EN_TITLE),
    "a site's name in the text": (EN_TITLE, f"{EN_TITLE} – Harbour Daily"),
    "cut": ("River ferry returns after ni…", EN_TITLE),
    "cut, with a site's name": ("River ferry returns after... | Harbour Daily", EN_TITLE),
    "cut in the text": (EN_TITLE, "River ferry returns after [...]"),
    "quotation marks": ("“River ferry” returns: it’s time", "'River ferry' returns: it's time"),
    "dash": ("River ferry – back - at last", "River ferry - back – at last"),
    "entity": ("River ferry returns: it&#8217;s time", "River ferry returns: it's time"),
    "composed letters": (
        "Zürich hat sein Schiff zurück",
        "Zu\u0308rich hat sein Schiff zuru\u0308ck",
    ),
    "zero-width space": (EN_TITLE, f"\u200b{EN_TITLE[:9]}\u200b{EN_TITLE[9:]}"),
    "full stop": (EN_TITLE, f"{EN_TITLE}."),
    "full stop in the record": (f"{EN_TITLE}.", EN_TITLE),
}


@pytest.mark.parametrize(("known", "line"), KNOWN_TITLES.values(), ids=KNOWN_TITLES)
def test_a_known_title_is_taken_out_of_the_text(known, line):
    article = clean_text(joined("News", "Sport and leisure", line, EN_BODY), title=known)
    assert (article.title, article.paragraphs) == (known, EN_BODY)


def test_a_known_title_is_taken_out_above_the_menu_and_below():
    text = joined(EN_TITLE, "News", "Sport", EN_TITLE, EN_BODY)
    assert clean_text(text, title=EN_TITLE).paragraphs == EN_BODY


@pytest.mark.parametrize(
    "known",
    [
        pytest.param("Another headline of the feed", id="another headline"),
        pytest.param("River…", id="too little left"),
        pytest.param("River ferry returns", id="shorter, and not marked as cut"),
        pytest.param("The ferry across the Wend will…", id="as the first paragraph begins"),
    ],
)
def test_where_a_title_is_known_no_other_is_looked_for(known):
    assert clean_text(joined(EN_TITLE, EN_BODY), title=known).paragraphs == [EN_TITLE, *EN_BODY]


CHARACTERS = {
    "composed letters": ("Zu\u0308rich", "Zürich"),
    "soft hyphen and zero-width space": ("fer\u00adry fer\u200bry", "ferry ferry"),
    "direction marks": ("\u200fsnow\u202c", "snow"),
    "entities": ("it&#8217;s R&amp;D,&nbsp;&quot;new&quot;", 'it’s R&D, "new"'),
    "entities of entities": ("R&amp;amp;D", "R&D"),
    "no entities": ("AT&T; a=1&copy=2 &nosuch;", "AT&T; a=1&copy=2 &nosuch;"),
    "misread characters": ("itâ€™s CafÃ©", "it’s Café"),
    "controls for quotation marks": ("\x93snow\x94", "“snow”"),
    "a joiner that belongs to a word": ("می\u200cخواهم", "می\u200cخواهم"),
}


@pytest.mark.parametrize(("scraped", "meant"), CHARACTERS.values(), ids=CHARACTERS)
def test_characters_are_those_of_a_crawled_article(scraped, meant):
    article = clean_text(joined(f"\u200b{EN_TITLE}", f"{EN_BODY[0]} So he wrote: {scraped}."))
    assert article.title == EN_TITLE
    assert article.paragraphs == [f"{EN_BODY[0]} So he wrote: {meant}."]


@pytest.mark.parametrize("line", ["\u200b", "\u200b \u2060", "&nbsp;", "\u200c \u200c"])
def test_a_line_of_invisible_characters_is_a_blank_one(line):
    assert clean_text(joined(EN_TITLE, line, EN_BODY, by="\n")).paragraphs == EN_BODY


def test_a_records_title_gets_the_same_characters():
    record = {"title": f"\u200b{EN_TITLE} &amp; more", "text": joined(EN_BODY)}
    assert clean_record(record) == {"title": f"{EN_TITLE} & more", "text": joined(EN_BODY)}


@pytest.mark.parametrize(
    "text",
    ["", "\n \n", "Snow", "Snow\nFog\nRain", "A list:\n- one\n- two", "Verse one\nVerse two"],
    ids=["empty", "blank", "word", "words", "list", "verses"],
)
def test_text_without_a_paragraph_is_kept_line_by_line(text):
    assert clean_text(text).paragraphs == [line for line in text.split("\n") if line.strip()]


def test_removed_lines_are_named_with_their_reasons_in_reading_order():
    text = joined("Общество", RU_TITLE, RU_BODY, "Поделиться", "7", "Читайте также", "Снег в горах")
    assert [(each.reason, each.text) for each in clean_text(text).removed] == [
        ("above_title", "Общество"),
        ("share", "Поделиться"),
        ("counter", "7"),
        ("read_also", "Читайте также"),
        ("link", "Снег в горах"),
    ]


LINES = st.sampled_from(
    [
        *(EN_TITLE, *EN_BODY, RU_TITLE, *RU_BODY, ZH_TITLE, *ZH_BODY),
        *("Share", "0", "Read also:", "Reaction", "3 March 2025", "- What now?", "* * *", "Why?"),
        *("Photo: Jane Doe/AFP", "Comments (3)", "…", "News", "Most read", "Fog over Wend today"),
    ]
)


def test_number_behind_the_lead_is_taken_out_the_first_time():
    prose = "The ferry across the Wend will sail again from Monday, the harbour board said."
    once = clean_text(f"{EN_TITLE}\n{prose}\n\n{prose}\n0\n{prose}\n", title=EN_TITLE)
    assert clean_text(once.text, title=EN_TITLE).text == once.text


@given(st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n"])), max_size=14))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_cleaning_is_idempotent_and_invents_nothing(parts):
    text = "".join(line + end for line, end in parts)
    once = clean_text(text)
    assert clean_text(once.whole).whole == once.whole
    accounted = [once.title, once.description, once.date_published, *once.paragraphs]
    lines = {line for line, _ in parts}
    assert {line for line in [once.title, once.description, *once.paragraphs] if line} <= lines
    assert all(accounted.count(line) >= 0 for line in lines)


@given(
    st.lists(st.tuples(LINES, st.sampled_from(["\n", "\n\n"])), max_size=14),
    st.sampled_from([EN_TITLE, f"{RU_TITLE} | News", "The ferry across the Wend…", "Why?", "…"]),
)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_cleaning_with_a_known_title_is_idempotent(parts, title):
    once = clean_text("".join(line + end for line, end in parts), title=title)
    assert clean_text(once.text, title=title).text == once.text


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_is_cleaned_once_and_for_all(text):
    once = clean_text(text)
    assert clean_text(once.whole).whole == once.whole


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("20 мая 2019, 18:44", True),
        ("Published: 3 March 2025, 10:14", True),
        ("Montag, 3. März 2025 um 10:14 Uhr", True),
        ("2025年3月3日 10:14", True),
        ("On 3 March 2025 it snowed.", False),
        ("3 March 2025 was the coldest day of the year", False),
        ("1999", False),
        ("March", False),
    ],
)
def test_a_date_line_prints_a_date_and_nothing_else(line, expected):
    assert is_date_line(line) is expected


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        (RU_TITLE, "headline"),
        ("Will the ferry really return after nine years?", "headline"),
        ("Снег и ветер придут в столицу", "headline"),
        (RU_BODY[0], "prose"),
        ("He left. Did anybody see him leave the house that night?", "prose"),
        ("- Мы проверили опоры и освещение, - сказал он", "prose"),
        (ZH_BODY[1], "prose"),
        ("Reaction", "neither"),
        ("What we know:", "neither"),
    ],
)
def test_a_headline_is_told_from_a_paragraph(line, kind):
    assert (is_headline(line), is_prose(line)) == (kind == "headline", kind == "prose")


def test_the_seed_is_exact():
    if not (SHARED / "seed.txt").exists():
        pytest.skip("the seed lies beside a development checkout only")
    expected = json.loads((SHARED / "seed_expected.json").read_text("utf-8"))
    article = clean_text((SHARED / "seed.txt").read_text("utf-8"))
    for name in ("title", "description", "date_published", "date_precision", "paragraphs"):
        assert getattr(article, name) == expected[name]
    assert [{"caption": image.caption} for image in article.images] == expected["images"]
    assert [removed.text for removed in article.removed] == expected["removed"]

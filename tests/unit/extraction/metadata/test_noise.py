"""Dates and authors amid those of other things: visits, other articles, comments, pictures."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract

PAPER = {
    "en": ("3 May 2026", "By Jane Doe", "Jane Doe", "Friday, 27 November 2026", "1 May 2026"),
    "ru": ("3 мая 2026", "Автор: Иван Петров", "Иван Петров", "27 ноября 2026", "1 мая 2026"),
    "zh": ("2026年5月3日", "记者 王小明", "王小明", "2026年11月27日 星期五", "2026年5月1日"),
    "ar": ("3 مايو 2026", "بقلم: أحمد علي", "أحمد علي", "الجمعة 27 نوفمبر 2026", "1 مايو 2026"),
}
TEXT = (
    "The council of Bern voted on Tuesday to close the old bridge for two years.",
    "Engineers had found cracks in three of its piers, and they want to wait for lower water.",
    "Buses will be led over the northern bridge, which makes the way eleven minutes longer.",
)
LAYOUTS = {
    "below the headline": "<h1>{title}</h1><div>{date}</div><div>{byline}</div><div>{text}</div>",
    "in one line": "<h1>{title}</h1><p>{byline} | {date}</p><div>{text}</div>",
    "above the headline": "<p>{date}</p><h1>{title}</h1><p>{byline}</p><div>{text}</div>",
    "below the text": "<h1>{title}</h1><div>{text}<p>{byline}</p><p>{date}</p></div>",
}
NOISE = {
    "nothing": "{article}",
    "the day of the visit": "<div>{today}</div>{article}",
    "other articles before": "<div><a href='/n/1'>Mill opens</a> <i>{other}</i></div>{article}",
    "other articles behind": "{article}<div><a href='/n/1'>Mill opens</a> <i>{other}</i> Max</div>",
    "times behind": "{article}<div><a href='/1'>Mill</a><time datetime='2026-05-04'>x</time></div>"
    "<div><a href='/2'>Ice</a><time datetime='2026-05-06'>x</time></div>",
    "comments": "{article}<h3>1</h3><div><b>Max Muster</b> <i>{today}</i><div>Shame!</div></div>",
}


@pytest.mark.parametrize("language", PAPER)
@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_date_and_author_are_the_articles_own(layout: str, noise: str, language: str) -> None:
    date, byline, author, today, other = PAPER[language]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    article = LAYOUTS[layout].format(title="Bridge", date=date, byline=byline, text=text)
    page = NOISE[noise].format(article=f"<div>{article}</div>", today=today, other=other)
    found = extract(
        f'<html lang="{language}"><title>Bridge</title>{page}', url="https://p.example/b"
    )
    assert (found.date_published, found.authors) == ("2026-05-03", [author])


@pytest.mark.parametrize("label", ["نشر في", "प्रकाशित", "Опубликовано", "Published on"])
def test_label_of_a_date_is_no_author(label: str) -> None:
    html = (
        f"<title>Bridge</title><h1>Bridge</h1><p>By Jane Doe | {label}: 03/05/2026</p><p>{TEXT[0]}"
    )
    assert extract(html, url="https://p.example/b").authors == ["Jane Doe"]

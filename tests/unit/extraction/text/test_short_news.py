"""News of one sentence on pages that are full of other things."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract

URL = "https://www.baypost.example/2026/05/03/hikers-found-123456"
NEWS = {
    "en": (
        "Missing hikers found alive",
        (
            "Two hikers who had been missing since Sunday were found alive near the summit on "
            "Tuesday morning, police said, and were flown to a hospital in Bern."
        ),
    ),
    "de": (
        "Vermisste Wanderer lebend gefunden",
        (
            "Zwei seit Sonntag vermisste Wanderer sind am Dienstagmorgen lebend nahe dem Gipfel "
            "gefunden und in ein Spital nach Bern geflogen worden, wie die Polizei mitteilte."
        ),
    ),
    "ru": (
        "Пропавших туристов нашли живыми",
        (
            "Двух туристов, пропавших в воскресенье, нашли живыми у вершины утром во вторник и "
            "доставили вертолётом в больницу Берна, сообщили в полиции."
        ),
    ),
    "zh": (
        "失踪登山者在山顶获救",
        "警方周二上午表示，两名自周日起失踪的登山者在山顶附近被发现生还，已由直升机送往伯尔尼一家医院。",
    ),
    "ar": (
        "العثور على متنزهين أحياء",
        (
            "قالت الشرطة إن متنزهين مفقودين منذ الأحد عثر عليهما أحياء قرب القمة صباح الثلاثاء "
            "ونقلا بمروحية إلى مستشفى في برن."
        ),
    ),
    "ja": (
        "不明の登山者二人を救助",
        (
            "警察は火曜日の朝、日曜日から行方不明だった登山者二人が山頂付近で無事発見され、"
            "ヘリコプターでベルンの病院に運ばれたと発表した。"
        ),
    ),
}
OTHERS = (
    "Ferry returns to the northern harbour after nine years of repairs",
    "Council votes on new bridge",
    "Mill opens as museum in the old town",
    "Snow closes the mountain road again",
    "Bakers raise the price of bread this autumn",
    "Choir wins the national prize in Bern",
)


def lines(count: int) -> str:
    return "".join(f'<li><a href="/news/{at}">{OTHERS[at % 6]}</a></li>' for at in range(count))


def cards(count: int) -> str:
    return "".join(
        f'<div class="card"><a href="/n/{at}"><img src="/{at}.jpg"><h3>{OTHERS[at % 6]}</h3></a>'
        f"<p>{OTHERS[(at + 1) % 6]}, the council said on Monday after a long meeting.</p>"
        f'<span class="time">{at + 1}h ago</span></div>'
        for at in range(count)
    )


LAYOUTS = {
    "article, aside": """<main><article><h1>{title}</h1>
        <time datetime="2026-05-03T10:14:00+02:00">3 May 2026</time>
        <div class="body"><p>{text}</p></div><div class="share"><a>Facebook</a><a>Twitter</a></div>
        </article><aside><h2>Latest</h2><ul>{lines}</ul></aside></main>""",
    "nothing but divs": """<div class="col"><div class="ttl">{title}</div>
        <div class="dt">03.05.2026 10:14</div><div class="txt">{text}</div></div>
        <div class="col2">{cards}</div>""",
    "no paragraph": """<div class="content"><h1>{title}</h1><div class="date">03.05.2026 10:14</div>
        <div class="text">{text}</div><div class="tags"><a href="/t/a">Alps</a></div>
        <div class="related"><h4>Read also</h4><ul>{lines}</ul></div></div>""",
    "table": """<table><tr><td><h1>{title}</h1><span>03.05.2026</span><br><br>{text}<br><br>
        <a href="/print">Print</a></td><td><ul>{lines}</ul></td></tr></table>""",
    "picture": """<main><h1>{title}</h1><figure><img src="/big.jpg" alt="">
        <figcaption>The summit in the fog. Photo: Jane Doe</figcaption></figure>
        <p class="lead">{text}</p><section class="more"><h2>More</h2>{cards}</section></main>""",
    "amid cards": """<div class="grid">{cards}</div><div class="story"><h1>{title}</h1>
        <p>{text}</p></div><div class="grid">{cards}</div>""",
}


@pytest.mark.parametrize("language", NEWS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_short_news_is_kept_and_nothing_else(layout: str, language: str) -> None:
    title, text = NEWS[language]
    main = LAYOUTS[layout].format(title=title, text=text, lines=lines(10), cards=cards(8))
    head = f'<meta property="og:type" content="article"><meta name="description" content="{text}">'
    found = extract(
        f'<html lang="{language}"><head><title>{title} - Bay Post</title>{head}</head><body>'
        f'<header><a href="/">Bay Post</a><nav><a href="/sport">Sport</a></nav></header>{main}'
        "<footer><p>© 2026 Bay Post. All rights reserved.</p></footer></body></html>",
        url=URL,
    )
    assert (found.title, found.text) == (title, text)
    assert found.verdict.is_article


def entries(link: str, date: str) -> str:
    return "".join(
        f'<div class="entry"><h2><a href="{link.format(at)}">{line}</a></h2><span>{date}</span>'
        f"<p>The water stood at {at + 40} centimetres at the old gauge below the bridge.</p></div>"
        for at, line in enumerate(OTHERS)
    )


@pytest.mark.parametrize(
    ("row", "link", "date", "is_text"),
    [
        pytest.param("<div>", "/n/{}", "3 May 2026", False, id="dates"),
        pytest.param("<div class='related'>", "/n/{}", "Gauge", False, id="a name"),
        pytest.param("<div><h3>Read also</h3>", "/n/{}", "Gauge", False, id="a title"),
        pytest.param("<div>", f"{URL}?post={{}}", "10:14, 3 May", True, id="a live blog"),
        pytest.param("<div>", "https://gauge.example/{}", "3 May 2026", True, id="other sites"),
        pytest.param("<div>", "/n/{}", "Gauge", True, id="a list of things"),
    ],
)
def test_row_of_cards_is_of_other_articles_if_it_says_so(
    row: str, link: str, date: str, is_text: bool
) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for _, text in list(NEWS.values())[:2]) * 2
    found = extract(
        f"<title>Flood</title><main><h1>Flood</h1>{paragraphs}{row}{entries(link, date)}</div>",
        url=URL,
    )
    assert ("old gauge below the bridge" in found.text) is is_text

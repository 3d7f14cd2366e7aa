"""Pages that say that a page is missing, and news that says so of something else."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract

URL = "https://post.example/news/2026/05/03/ferry-returns-123456.html"
LATEST = (
    "Ferry returns to the northern harbour after nine years",
    "Council votes on a new bridge",
    "Mill opens as a museum in the old town",
    "Snow closes the mountain road again",
    "Bakers raise the price of bread this autumn",
    "Choir wins the national prize in Bern",
)
NEWS = {
    "en": """The search was called off on Tuesday evening after three days. Forty volunteers had
        combed the slopes above the village with dogs and drones. The police said that the weather
        was too bad to go on and that hopes were fading. Families of the missing were told at noon.
        A helicopter will fly over the valley once more when the wind dies down, a spokesman told
        reporters in the town hall.""",
    "ru": """Поиски прекратили во вторник вечером после трёх суток работы. Сорок добровольцев с
        собаками и дронами прочесали склоны над селом. В полиции сообщили, что погода слишком
        плохая, чтобы продолжать. Родственникам об этом сказали в полдень. Вертолёт ещё раз
        облетит долину, когда стихнет ветер, рассказал представитель ведомства журналистам.""",
    "zh": """搜救工作持续三天后于周二晚间结束。四十名志愿者带犬和无人机搜寻山坡。
        警方表示，天气过于恶劣，无法继续，希望渺茫。家属在中午得到通知。发言人对记者说，
        待风力减弱后，直升机将再次飞越山谷进行最后一次搜寻。""",
}
SCRIPTS = {"be": "ru", "bg": "ru", "kk": "ru", "uk": "ru", "ja": "zh", "ko": "zh"}
STATED = (
    '<meta property="og:type" content="article">'
    '<meta property="article:published_time" content="2026-05-03T10:14:00+02:00">'
)


def page(language: str, title: str, main: str, *, head: str = "") -> str:
    latest = "".join(
        f'<li><a href="/news/story-{at}.html">{line}</a></li>' for at, line in enumerate(LATEST)
    )
    return (
        f'<html lang="{language}"><head><title>{title}</title>{head}</head><body>'
        '<header><a href="/">Bay Post</a><nav><a href="/sport">Sport</a></nav></header>'
        f"{main}<aside><h3>Latest</h3><ul>{latest}</ul></aside><footer>© Bay Post</footer></body>"
    )


@pytest.mark.table("errors.tsv")
def test_error_is_no_article(language: str, headline: str, line: str) -> None:
    main = f"<main><h1>{headline}</h1><p>{line}</p></main>"
    found = extract(page(language, f"{headline} | Bay Post", main), url=URL)
    assert found.verdict.reason == "soft_404"


@pytest.mark.table("errors.tsv")
def test_error_below_the_title_of_the_site_is_no_article(
    language: str, headline: str, line: str
) -> None:
    main = f"<div><h2>{headline}</h2><p>{line}</p></div>"
    assert extract(page(language, "Bay Post", main), url=URL).verdict.reason == "soft_404"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Элемент не найден!", "soft_404"),
        ("Пропавший рыбак не найден!", None),
        ("Материал не найден, сообщили спасатели посёлка Береговой в четверг вечером.", None),
    ],
    ids=["error", "news", "sentence"],
)
def test_error_above_a_list_of_other_articles_is_no_article(line: str, reason: str | None) -> None:
    items = "".join(f"<p>{NEWS['ru']}</p>" for _ in range(3))
    main = f"<div><p>{line}</p>{items}</div>"
    found = extract(page("ru", "Новости Рязани", main, head=STATED), url=URL)
    assert found.verdict.reason == reason


@pytest.mark.parametrize("head", [STATED, ""], ids=["stated", "plain"])
@pytest.mark.table("headlines.tsv")
def test_news_of_what_is_missing_is_an_article(language: str, headline: str, head: str) -> None:
    text = NEWS.get(SCRIPTS.get(language, language), NEWS["en"])
    main = f'<main><h1>{headline}</h1><div class="date">3.05.2026, 10:14</div><p>{text}</p></main>'
    found = extract(page(language, f"{headline} | Bay Post", main, head=head), url=URL)
    assert found.verdict.reason is None

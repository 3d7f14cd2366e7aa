"""Paywalls, teasers, comment counters and leads."""

from __future__ import annotations

import json

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.metadata.access import read_completeness, read_is_free
from newscrawl.extraction.metadata.comments import parse_count, read_comment_count
from newscrawl.extraction.metadata.description import read_description
from newscrawl.extraction.page.structured import Structured, read_structured
from newscrawl.extraction.page.tree import Page, parse_page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body, read_body
from newscrawl.items import Block

URL = "https://www.bernpost.example/104711"
SENTENCE = "It snowed in Bern, and the buses of the town stood still until noon. "
LONG = [SENTENCE * 5] * 6
SHORT = [SENTENCE]
GENERIC = Rules()


def load(html: str) -> tuple[Page, Structured]:
    page = parse_page(f"<html><body>{html}</body></html>", url=URL)
    return page, read_structured(page)


def ld(**values: object) -> str:
    data = json.dumps({"@type": "NewsArticle", "headline": "Snow"} | values)
    return f'<script type="application/ld+json">{data}</script>'


def body_of(texts: list[str], lead: str | None = None) -> Body:
    blocks = [Block(type="paragraph", text=text.strip()) for text in texts]
    return Body(blocks=blocks, lead=lead)


FREE = {
    "true": (ld(isAccessibleForFree=True), True),
    "string": (ld(isAccessibleForFree="True"), True),
    "address": (ld(isAccessibleForFree="http://schema.org/False"), False),
    "number": (ld(isAccessibleForFree=0), False),
    "a paid part": (ld(hasPart={"isAccessibleForFree": "False"}), False),
    "a paid part of several": (
        ld(isAccessibleForFree=True, hasPart=[None, 5, {"isAccessibleForFree": False}]),
        False,
    ),
    "the page's own object": (
        ld() + ld(isAccessibleForFree=False, headline="", **{"@type": "WebPage"}),
        False,
    ),
    "the article once more": (ld() + ld(isAccessibleForFree=False), False),
    "another article": (ld() + ld(isAccessibleForFree=False, headline="Ice"), None),
    "tier locked": ('<meta property="article:content_tier" content="locked">', False),
    "tier free": ('<meta property="article:content_tier" content="free">', True),
    "tier metered says nothing": (
        '<meta property="article:content_tier" content="metered">',
        None,
    ),
    "microdata": ('<meta itemprop="isAccessibleForFree" content="false">', False),
    "wrong type": (ld(isAccessibleForFree={"a": []}), None),
    "not stated": ("", None),
}


@pytest.mark.parametrize(("html", "is_free"), FREE.values(), ids=FREE)
def test_free_is_what_the_page_states(html: str, is_free: bool | None) -> None:
    _, structured = load(html)
    assert read_is_free(structured)[0] is is_free


WORDS = len(" ".join(LONG).split())
COMPLETE = {
    "as long as stated": (ld(wordCount=WORDS), LONG, None, "full"),
    "as long as stated in a string": (ld(wordCount=str(WORDS)), LONG, False, "full"),
    "a tenth of what is stated, and paid": (ld(wordCount=WORDS * 10), LONG, False, "teaser"),
    "half of articleBody, and paid": (ld(articleBody=SENTENCE * 90), LONG, False, "teaser"),
    "as long as articleBody": (ld(articleBody=SENTENCE * 30), LONG, None, "full"),
    "articleBody is only the lead": (ld(articleBody=SENTENCE), LONG, None, "full"),
    "asks to subscribe": ("", [*LONG, "Subscribe now to continue reading"], None, "teaser"),
    "asks in German": ("", [*SHORT, "Jetzt weiterlesen mit Abo"], None, "teaser"),
    "asks in French": (
        "",
        [*SHORT, "Il vous reste 80% de cet article à lire."],
        None,
        "teaser",
    ),
    "asks in Russian": ("", [*SHORT, "Читать далее"], None, "teaser"),
    "asks in Japanese": ("", [*SHORT, "この記事は有料記事です。残り900文字"], None, "teaser"),
    "a story about subscriptions": (
        "",
        [*LONG, f"{SENTENCE * 5} Continue reading."],
        None,
        "full",
    ),
    "paid and short": ("", SHORT, False, "teaser"),
    "paid and long": ("", LONG, False, "unknown"),
    "paid, long, with a wall": ('<div class="c-paywall">Log in</div>', LONG, False, "teaser"),
    "free": ("", SHORT, True, "full"),
    "long and closed": ("", LONG, None, "full"),
    "long and cut": ("", [*LONG, "It snowed in…"], None, "unknown"),
    "short": ("", SHORT, None, "unknown"),
    "no text": ("", [], None, "unknown"),
    "a count of wrong type": (ld(wordCount=[{}]), SHORT, None, "unknown"),
}


@pytest.mark.parametrize(("html", "texts", "is_free", "answer"), COMPLETE.values(), ids=COMPLETE)
def test_completeness_is_measured(
    html: str, texts: list[str], is_free: bool | None, answer: str
) -> None:
    _, structured = load(html)
    assert read_completeness(structured, body_of(texts), is_free=is_free)[0] == answer


@pytest.mark.parametrize(
    ("head", "text", "answer"),
    [
        pytest.param("", f'<div class="paywall">{SENTENCE * 40}</div>', "full", id="delivered"),
        pytest.param(
            ld(hasPart={"isAccessibleForFree": "False", "cssSelector": ".inner, .more"}),
            f'<div class="inner"><p>{SENTENCE * 40}</p></div>',
            "full",
            id="delivered in a box that is named",
        ),
        pytest.param(
            "", f'<p>{SENTENCE * 40}</p><div class="paywall"></div>', "teaser", id="empty box"
        ),
        pytest.param(
            ld(hasPart={"isAccessibleForFree": False, "cssSelector": ".inner"}),
            f"<p>{SENTENCE * 40}</p>",
            "unknown",
            id="no such box",
        ),
        pytest.param("", f'<div class="paywall">{SENTENCE * 3}</div>', "unknown", id="short"),
    ],
)
def test_text_in_the_box_of_a_paywall_is_delivered(head: str, text: str, answer: str) -> None:
    page, structured = load(f"{head}<h1>Snow</h1>{text}")
    body = read_body(page, structured, title="Snow", rules=GENERIC)
    assert read_completeness(structured, body, is_free=False)[0] == answer


SLUG = "https://www.bernpost.example/2025/03/snow-in-bern"
PARTS = {
    # name: (own address, link, answer)
    "WordPress": (f"{SLUG}/", f'<div class="page-links">1 <a href="{SLUG}/2/">2</a></div>', True),
    "link of the head": (f"{SLUG}/", f'<link rel="next" href="{SLUG}/2/">', True),
    "no www": (f"{SLUG}/", f'<a href="{SLUG.replace("www.", "")}/2">Page 2</a>', True),
    "relative": (f"{SLUG}/", '<a href="2/" rel="next">Read on</a>', True),
    "file": (f"{SLUG}.html", '<a href="snow-in-bern-2.html">[2]</a>', True),
    "file, p": (f"{SLUG}.html", '<a rel="next" href="snow-in-bern-p2.html">Weiter</a>', True),
    "file, low line": (f"{SLUG}.shtml", '<a href="snow-in-bern_2.shtml">2</a>', True),
    "query in the head": (SLUG, '<link rel="next" href="?page=2">', True),
    "query of comments": (SLUG, '<a rel="next" href="?page=2">2</a>', False),
    "all parts at once": (f"{SLUG}?page=all", f'<a href="{SLUG}/2">2</a>', False),
    "second part": (f"{SLUG}/2/", f'<a href="{SLUG}/">1</a> <a href="{SLUG}/3/">3</a>', False),
    "comments": (f"{SLUG}/", f'<a href="{SLUG}/comment-page-2/">2</a>', False),
    "list": (f"{SLUG}/", f'<a href="{SLUG}/page/2/">2</a>', False),
    "another slug": (f"{SLUG}/", f'<a href="{SLUG}-2/" rel="next">Snow again</a>', False),
    "another article": (f"{SLUG}.html", f'<a href="{SLUG}-2.html">Snow again</a>', False),
    "another paper": (f"{SLUG}/", f'<a href="{SLUG.replace("bern", "ulm")}/2/">2</a>', False),
    "front page": ("https://www.bernpost.example/", '<a href="/2/">2</a>', False),
    "broken address": (f"{SLUG}/", '<a href="http://[x/2/">2</a>', False),
    "no address": ("", '<a href="/2/">2</a>', False),
}


@pytest.mark.parametrize(("url", "link", "goes_on"), PARTS.values(), ids=PARTS)
def test_the_first_of_several_parts_is_not_the_whole(url: str, link: str, goes_on: bool) -> None:
    text = "".join(f"<p>{SENTENCE * 10}</p>" for _ in range(4))
    found = extract(f"<h1>Snow</h1><div>{text}</div>{link}", url=url)
    assert found.completeness == ("teaser" if goes_on else "full")
    assert found.sources["completeness"] == ("next_part" if goes_on else "text")


def test_a_text_as_long_as_stated_is_whole_whatever_parts_there_are() -> None:
    _, structured = load(ld(wordCount=WORDS))
    found = read_completeness(structured, body_of(LONG), is_free=None, has_next_part=True)
    assert found == ("full", "length")


@pytest.mark.table("wall_lines.tsv")
def test_request_behind_a_short_text_makes_it_a_teaser(language: str, line: str) -> None:
    found = extract(page_of(language, f"<div class='box'><h3>{line}</h3></div>"), url=URL)
    assert found.completeness == "teaser"
    assert line not in found.text


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("ここから先は", "teaser"),
        ("This post is for paid subscribers", "teaser"),
        ("The rest of this article is for paying subscribers", "teaser"),
        ("Keep reading with a 7-day free trial", "teaser"),
        ("Subscribe now to continue reading", "full"),
    ],
)
def test_a_long_text_is_a_teaser_if_a_paywall_says_that_it_goes_on(line: str, answer: str) -> None:
    text = "".join(f"<p>{SENTENCE * 10}</p>" for _ in range(4))
    found = extract(
        f"<h1>Snow</h1><div>{text}</div><div class='box'><h3>{line}</h3></div>", url=URL
    )
    assert found.completeness == answer


@pytest.mark.parametrize(
    "line",
    [
        "Already a subscriber? Sign in",
        "Subscribe to our newsletter for more stories",
        "Sign in to comment on this article",
        "Read also: Members of the council resign",
        "Become a member today",
        "More stories from Bern",
    ],
)
def test_request_for_something_else_makes_no_teaser(line: str) -> None:
    found = extract(page_of("en", f"<div class='box'><h3>{line}</h3></div>"), url=URL)
    assert found.completeness == "unknown"


@pytest.mark.table("comment_lines.tsv")
def test_counter_of_comments_is_read(line: str) -> None:
    link = f'<a class="comments-link" href="#comments">{line}</a>'
    assert extract(page_of("en", "", link), url=URL).comment_count == 12


def page_of(language: str, behind: str, above: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in (SENTENCE * 2, SENTENCE))
    return (
        f'<html lang="{language}"><title>Snow stops the buses of Bern</title><main>'
        f"<h1>Snow stops the buses of Bern</h1><div>3.03.2025, 10:14 {above}</div>{text}{behind}"
        "</main>"
    )


COUNTS = {
    "12": 12,
    "Comments (1,204)": 1204,
    "1 204 комментария": 1204,
    "Комментарии: 12": 12,
    "Пікірлер: 3": 3,
    "0": 0,
    "1.204 Kommentare": 1204,
    "1.2 K comments": None,
    "12 of 30": None,
    "no comments": None,
    "": None,
    "9" * 5000: None,
}


@pytest.mark.parametrize(("text", "count"), COUNTS.items(), ids=range(len(COUNTS)))
def test_counter_is_one_number(text: str, count: int | None) -> None:
    assert parse_count(text) == count


COUNTERS = {
    "JSON-LD": (ld(commentCount=12), 12),
    "JSON-LD string": (ld(commentCount="12"), 12),
    "JSON-LD statistic": (
        ld(
            interactionStatistic=[
                {"interactionType": "https://schema.org/ShareAction", "userInteractionCount": 5},
                {"interactionType": {"@type": "CommentAction"}, "userInteractionCount": 12},
            ]
        ),
        12,
    ),
    "JSON-LD of wrong types": (
        ld(commentCount={"a": 1}, interactionStatistic=["x", None]),
        None,
    ),
    "not a number": (ld(commentCount=1e999), None),
    "negative": (ld(commentCount=-1), None),
    "true": (ld(commentCount=True), None),
    "printed": ('<span class="comm_num">12</span>', 12),
    "printed zero": ('<span class="comm_num">0</span>', 0),
    "printed with word": ('<a class="comments-link">12 comments</a>', 12),
    "printed in Russian": ('<div class="comments-title">Комментарии (12)</div>', 12),
    "printed, none stated": (
        ld(commentCount=0) + '<span class="comments-count">12 Comments</span>',
        12,
    ),
    "none printed, none stated": (ld(commentCount=0), 0),
    "class of a block and an element": (
        '<a class="news-detail__comments">Комментарии (12)</a>',
        12,
    ),
    "class with a suffix": ('<div class="post-comments"><i></i> 12</div>', 12),
    "further comments": ('<a class="more-comments">12 more comments...</a>', None),
    "heading of a list": (ld(commentCount=0) + "<h3>2. Conversational AI</h3>", 0),
    "a teaser's": ('<div class="box-related"><p class="c-comments">12</p></div>', None),
    "comments of others": ('<div class="latest-comments">Snow: 12 of 30 left</div>', None),
    "heading in Chinese": ("<h3>网友评论12条</h3>", 12),
    "another word": ('<a class="comments-link">12 shares</a>', None),
    "none": ("", None),
}


@pytest.mark.parametrize(("html", "count"), COUNTERS.values(), ids=COUNTERS)
def test_comments_are_counted(html: str, count: int | None) -> None:
    page, structured = load(html)
    assert read_comment_count(page, structured, GENERIC)[0] == count


@pytest.mark.parametrize(
    "line",
    [
        "12 Kommentare", "12 commentaires", "Comentarios (12)", "12 comentaris", "Reacties: 12",
        "12 kommenttia", "12 kommentaari", "Komentāri (12)", "12 hozzászólás", "12 σχόλια",
        "12 коментара", "Пікірлер: 12", "12 bình luận", "12 תגובות", "टिप्पणियां (12)", "12 টি মন্তব্য",
        "12 ความคิดเห็น", "评论 12", "댓글 12", "コメント12件", "12 ummæli",
        "Kommentit (12)", "Каментары (12)", "التعليقات (12)", "12条评论",
        "网友评论12条", "全部评论（12）", "دیدگاه‌ها (12)", "تبصرے (12)", "12 Leserkommentare",
    ],
)  # fmt: skip
def test_comments_are_counted_in_any_language(line: str) -> None:
    page, structured = load(f'<a class="comments-link">{line}</a>')
    assert read_comment_count(page, structured, GENERIC)[0] == 12


LEAD = "The first snow of May since 1957 stopped the buses of Bern for a morning."


def og(text: str) -> str:
    return f'<meta property="og:description" content="{text}">'


LEADS = {
    "what the lead is called stands beside it": (
        f'<h1>Snow</h1><div class="summary"><b>Summary</b><div>{LEAD}</div></div>',
        None,
        (LEAD, "text"),
    ),
    "title and the site": (
        og("Snow falls on Bern in May - Bern News and Weather"),
        None,
        (None, ""),
    ),
    "title and a call": (og("Snow falls on Bern in May. Read more at Alpine."), None, (None, "")),
    "title in Turkish": (og("Snow falls on Bern in May haberi ve detaylar"), None, (None, "")),
    "title and more": (
        og("Snow falls on Bern in May, and the trams of the old town stop for a day"),
        None,
        (
            "Snow falls on Bern in May, and the trams of the old town stop for a day",
            "meta og:description",
        ),
    ),
    "the site of itself": (
        '<meta property="og:site_name" content="Alpine Post">'
        + og("Alpine Post: news and weather of the Alps, every day"),
        None,
        (None, ""),
    ),
    "the site of the article": (
        '<meta property="og:site_name" content="Alpine Post">'
        + og("Alpine Post readers saw the snow that fell on Bern"),
        None,
        ("Alpine Post readers saw the snow that fell on Bern", "meta og:description"),
    ),
    "a place that a style sheet parts": (
        f'<h1>Snow</h1><p class="description"><span class="stamp">Bern</span>{LEAD}</p>',
        None,
        (f"Bern {LEAD}", "text"),
    ),
    "printed": (og("Another text that is only for machines"), LEAD, (LEAD, "text")),
    "printed, by its class": (
        f'{og("Another text for machines")}<h1>Snow</h1><p class="standfirst">{LEAD}</p>',
        None,
        (LEAD, "text"),
    ),
    "printed, below a lesser headline": (
        (
            '<h1>Bern</h1><p class="subtitle">All the snow of Bern, day after day, hour by hour</p>'
            f'<h2>Snow falls on Bern in May</h2><p class="sub_title">{LEAD}</p>'
        ),
        None,
        (LEAD, "text"),
    ),
    "printed, short in Chinese": (og(LEAD), "地少了，鱼来了。", ("地少了，鱼来了。", "text")),
    "a button in the place of a lead": (
        f'{og(LEAD)}<h1>Snow</h1><p class="description">Add to my selections</p>',
        "Add to my selections",
        (LEAD, "meta og:description"),
    ),
    "a caption in the place of a lead": (
        f'<h1>Snow</h1><figure><p class="description">{LEAD}</p></figure>',
        None,
        (None, ""),
    ),
    "a caption with its credit in the place of a lead": (
        og(LEAD),
        "Snow on the old bridge of Bern in May. Photo: Jane Doe",
        (LEAD, "meta og:description"),
    ),
    "a box with a heading in the place of a lead": (
        f'{og(LEAD)}<h1>Snow</h1><div class="summary"><h4>In short</h4><p>It snowed.</p></div>',
        None,
        (LEAD, "meta og:description"),
    ),
    "styles inside a lead": (
        f'<h1>Snow</h1><p class="standfirst"><style>p {{color: red}}</style>{LEAD}</p>',
        None,
        (LEAD, "text"),
    ),
    "date line in the place of a lead": (
        '<h1>Snow</h1><p class="subtitle">02.05.2024 13:10 by Jane Doe</p>',
        None,
        (None, ""),
    ),
    "tagline above the headline": (
        '<p class="description">All news of Bern, every day</p><h1>Snow</h1>',
        None,
        (None, ""),
    ),
    "Open Graph": (og(LEAD), None, (LEAD, "meta og:description")),
    "JSON-LD": (ld(description=LEAD), None, (LEAD, "json_ld")),
    "cut short": (og("The first snow of May since 1957 stopped…"), None, (None, "")),
    "beginning of the text": (og(SENTENCE), None, (None, "")),
    "the title": (og("Snow falls on Bern in May"), None, (None, "")),
    "the site's own": (
        og("All news of Bern and the Alps, every day")
        + ld(
            publisher={
                "@type": "Organization",
                "description": "All news of Bern and the Alps, every day",
            }
        ),
        None,
        (None, ""),
    ),
    "too short": (og("Snow"), None, (None, "")),
    "wrong type": (ld(description=[5, {"a": 1}]), None, (None, "")),
}


@pytest.mark.parametrize(("html", "lead", "answer"), LEADS.values(), ids=LEADS)
def test_lead_is_what_the_article_says_of_itself(
    html: str, lead: str | None, answer: tuple[str | None, str]
) -> None:
    page, structured = load(html)
    title = "Snow falls on Bern in May"
    body = body_of(LONG, lead)
    assert read_description(page, structured, body, title=title, rules=GENERIC) == answer


def test_lead_right_below_the_headline_is_told_though_it_is_a_sentence_of_the_text() -> None:
    text = "".join(f"<p>{SENTENCE * 3}</p>" for _ in range(6))
    html = (
        f"<title>Snow in Bern</title>{og(LEAD)}<main><div><h1>Snow in Bern</h1><p>{LEAD}</p></div>"
    )
    found = extract(f"{html}<div>{text}</div></main>", url="https://bern.example/weather/snow")
    assert (found.description, found.sources["description"]) == (LEAD, "text")


def test_rule_for_the_lead_comes_first() -> None:
    page, structured = load(f'<p class="lead">{LEAD}</p>')
    rules = Rules(description="p.lead")
    found = read_description(page, structured, body_of(LONG, "Other"), title="", rules=rules)
    assert found == (LEAD, "rules")


CALLED_LEADS = """
standfirst chapeau copete sumario subtitulo anriss anotace manchet underrubrik anons bajante
linea-fina linha-fina riassunto kurzfassung catenaccio entradilla sottotitolo sapo zajawka
"""


@pytest.mark.parametrize("name", CALLED_LEADS.split())
@pytest.mark.parametrize("tag", ["p", "div", "h2"])
def test_class_calls_it_a_lead_in_many_languages(name: str, tag: str) -> None:
    text = "".join(f"<p>{SENTENCE * 3}</p>" for _ in range(4))
    top = f"<h1>Snow in Bern</h1><{tag} class='{name}'>{LEAD}</{tag}>"
    html = f"<title>Snow in Bern</title><main><div>{top}{text}</div></main>"
    assert extract(html, url="https://bern.example/weather/snow").description == LEAD


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<div class='author-box'><p class='excerpt'>{}</p></div>", id="of an author"),
        pytest.param("<div class='excerpt'><img src='/a.jpg'>{}</div>", id="of a picture"),
        pytest.param("<div class='with-excerpt'>{}</div>", id="beside a lead"),
    ],
)
def test_other_boxes_are_no_lead(box: str) -> None:
    page, structured = load(f"<h1>Snow in Bern</h1>{box.format(LEAD)}")
    found = read_description(page, structured, body_of(LONG), title="Snow in Bern", rules=GENERIC)
    assert found == (None, "")


def test_short_text_is_whole_with_its_lead() -> None:
    _, structured = load("")
    body = body_of([SENTENCE * 21], LEAD)
    assert read_completeness(structured, body, is_free=None)[0] == "full"

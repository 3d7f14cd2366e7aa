"""Pictures of an article, their captions and credits."""

from __future__ import annotations

import time
from typing import NamedTuple

import pytest
from lxml.html import HtmlElement

from newscrawl.extraction.boilerplate.captions import clean_credit, split_caption
from newscrawl.extraction.metadata.image_addresses import parse_srcset
from newscrawl.extraction.metadata.images import read_images
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.body import Body
from newscrawl.items import Image

URL = "https://www.bernpost.example/weather/snow-104711"
TEXT = "".join(
    f"<p>On the morning of day {day} it snowed in Bern, and the buses of the town stood still "
    "until noon, when the ploughs had cleared the streets.</p>"
    for day in range(1, 5)
)

CAPTIONS = {
    "Snow in Bern. Jane Doe Vis mer": ("Snow in Bern. Jane Doe", None),
    "ベルンの雪（警視庁提供）": ("ベルンの雪", "警視庁"),
    "Snow in Bern.": ("Snow in Bern.", None),
    "Snow in Bern. (Photo: Jane Doe)": ("Snow in Bern.", "Jane Doe"),
    "Snow in Bern. Photo by Jane Doe": ("Snow in Bern.", "Jane Doe"),
    "Snow in Bern Photograph: Jane Doe/Alpine Pictures": (
        "Snow in Bern",
        "Jane Doe/Alpine Pictures",
    ),
    "Snow in Bern © Jane Doe": ("Snow in Bern", "Jane Doe"),
    "Snow in Bern (AP Photo/Jane Doe)": ("Snow in Bern", "AP Photo/Jane Doe"),
    "Schnee in Bern. Foto: Jane Doe / dpa": ("Schnee in Bern.", "Jane Doe / dpa"),
    "Schnee in Bern (Bild: Jane Doe)": ("Schnee in Bern", "Jane Doe"),
    "Neige à Berne / AFP": ("Neige à Berne", "AFP"),
    "Снег в Берне. Фото: Анна Иванова": ("Снег в Берне.", "Анна Иванова"),
    "Берндегі қар. Сурет: Айгүл Сәрсенова": ("Берндегі қар.", "Айгүл Сәрсенова"),
    "Сніг у Берні. Фото: Олена Ковальчук": ("Сніг у Берні.", "Олена Ковальчук"),
    "ベルンの雪 写真：山田花子": ("ベルンの雪", "山田花子"),
    "Neige à Berne. Crédit photo : Jeanne Dupont": ("Neige à Berne.", "Jeanne Dupont"),
    "Snow in Bern. Image credit: Jane Doe": ("Snow in Bern.", "Jane Doe"),
    "Snow in Bern. Photograph courtesy of Jane Doe.": ("Snow in Bern.", "Jane Doe"),
    "Snow in Bern. (Courtesy of Jane Doe)": ("Snow in Bern.", "Jane Doe"),
    "Snow in Bern. Photo – Jane Doe": ("Snow in Bern.", "Jane Doe"),
    "Snow in Bern. Jane Doe/AP": ("Snow in Bern.", "Jane Doe/AP"),
    "Snow in Bern. REUTERS/Jane Doe": ("Snow in Bern.", "REUTERS/Jane Doe"),
    "Snow in Bern. (Jane Doe/Alpine Pictures)": ("Snow in Bern.", "Jane Doe/Alpine Pictures"),
    "Snow in Bern. hide caption toggle caption": ("Snow in Bern.", None),
    "Snow in Bern (with friends from Japan)": ("Snow in Bern (with friends from Japan)", None),
    "Jane Doe, the source: a book": ("Jane Doe, the source: a book", None),
    "Men and / or women of Bern": ("Men and / or women of Bern", None),
    "Foto von der Demo in Bern": ("Foto von der Demo in Bern", None),
    "Photo by the mayor shows snow on the roofs of the town": (
        "Photo by the mayor shows snow on the roofs of the town",
        None,
    ),
    "Schnee in Bern. Bildrechte: Max Muster": ("Schnee in Bern.", "Max Muster"),
    "Schnee in Bern. Archivfoto: Max Muster": ("Schnee in Bern.", "Max Muster"),
    "Symbolbild: Wenn es schneit, kann der Bus nicht fahren": (
        "Symbolbild: Wenn es schneit, kann der Bus nicht fahren",
        None,
    ),
    "Neve a Berna. Foto Ansa": ("Neve a Berna.", "Ansa"),
    "Nieve en Berna. Fuente: Reuters": ("Nieve en Berna.", "Reuters"),
    "Śnieg w Bernie / fot. Jan Kowalski / PAP": ("Śnieg w Bernie", "Jan Kowalski / PAP"),
    "Sníh v Bernu | Zdroj: ČTK": ("Sníh v Bernu", "ČTK"),
    "Снег. Источник: ТАСС": ("Снег.", "ТАСС"),
    "Tuyết ở Bern. Ảnh: AFP": ("Tuyết ở Bern.", "AFP"),
    "שלג בברן. צילום: יוסי כהן": ("שלג בברן.", "יוסי כהן"),
    "बर्न में बर्फ। फोटो: पीटीआई": ("बर्न में बर्फ।", "पीटीआई"),
    "ثلوج في برن. تصوير: رويترز": ("ثلوج في برن.", "رويترز"),
    "베른의 눈. [사진=연합뉴스]": ("베른의 눈.", "연합뉴스"),
    "베른의 눈.ⓒ연합뉴스": ("베른의 눈.", "연합뉴스"),
    "ベルンの雪（写真：AP/アフロ）": ("ベルンの雪", "AP/アフロ"),
    "ベルンの雪＝山田花子撮影": ("ベルンの雪", "山田花子"),
    "伯尔尼的雪。（图源：新华社）": ("伯尔尼的雪。", "新华社"),
    "伯尔尼的雪。 王伟 摄": ("伯尔尼的雪。", "王伟"),
    "Source": (None, None),
    "Bildbeschreibung einblenden": (None, None),
    "Jane Doe/AFP via Getty Images": (None, "Jane Doe/AFP via Getty Images"),
    "AP Photo/Jane Doe": (None, "AP Photo/Jane Doe"),
    "Reuters/Jane Doe": (None, "Reuters/Jane Doe"),
    "Jane Doe / Reuters": (None, "Jane Doe / Reuters"),
    "AFP": (None, "AFP"),
    "Shutterstock": (None, "Shutterstock"),
    "Getty Images": (None, "Getty Images"),
    "Snow in Bern / Reuters": ("Snow in Bern", "Reuters"),
    "Reuters Building in Bern": ("Reuters Building in Bern", None),
    "Bern Town Hall (AFP)": ("Bern Town Hall", "AFP"),
    "Фото с сайта bern.example": (None, "bern.example"),
    "Фото из архива: Анна Иванова": (None, "Анна Иванова"),
    "Фото с сайта, на котором видно, как снег лежит на крышах": (
        "Фото с сайта, на котором видно, как снег лежит на крышах",
        None,
    ),
    "Ảnh chụp: Nguyễn An": (None, "Nguyễn An"),
    "Nguồn ảnh: VTV": (None, "VTV"),
    "Источник фото: ТАСС": (None, "ТАСС"),
    "Credit foto: Ana Pop": (None, "Ana Pop"),
    "קרדיט: משה כהן": (None, "משה כהן"),
    "تصویر: علی احمد": (None, "علی احمد"),
    "فوٹو: علی احمد": (None, "علی احمد"),
    "عکاس: علی احمدی": (None, "علی احمدی"),
    "चित्र: पीटीआई": (None, "पीटीआई"),
    "तस्वीर: पीटीआई": (None, "पीटीआई"),
    "फ\u093cोटो: पीटीआई": (None, "पीटीआई"),
    "\u095eोटो: पीटीआई": (None, "पीटीआई"),
    "সূত্র: রয়টার্স": (None, "রয়টার্স"),
    "Foto: Jane Doe": (None, "Jane Doe"),
    "Фото: © РИА Новости": (None, "РИА Новости"),
    "© Alpine Pictures": (None, "Alpine Pictures"),
    "": (None, None),
}


@pytest.mark.parametrize(("text", "parts"), CAPTIONS.items())
def test_caption_and_credit_are_told_apart(text: str, parts: tuple[str | None, str | None]) -> None:
    assert split_caption(text) == parts


@pytest.mark.table("captions.tsv")
def test_caption_of_any_language_is_parted_from_its_credit(
    line: str, caption: str, credit: str
) -> None:
    assert split_caption(line) == (caption, credit)


def test_signs_in_a_row_cost_a_caption_next_to_nothing() -> None:
    start = time.process_time()
    for signs in ("-", "/ ", "| ", "(", "[(", "– "):
        split_caption(signs * 400)
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("Photo: Jane Doe", "Jane Doe"),
        ("(c) Jane Doe", "Jane Doe"),
        ("[Jane Doe]", "Jane Doe"),
        ("x", None),
        ("Copyright", None),
        ("Getty Images", "Getty Images"),
    ],
)
def test_credit_is_only_the_name(text: str, credit: str | None) -> None:
    assert clean_credit(text) == credit


SRCSETS = {
    "a.jpg 320w, b.jpg 640w": [(320.0, "a.jpg"), (640.0, "b.jpg")],
    "a.jpg, b.jpg 2x": [(1.0, "a.jpg"), (2.0, "b.jpg")],
    "/a,b.jpg 320w,/c.jpg 640w": [(320.0, "/a,b.jpg"), (640.0, "/c.jpg")],
    "a.jpg 99999999999999w": [(1.0, "a.jpg")],
    "/w-640w,f-auto/a.jpg 640w, /w-320w,f-auto/a.jpg 320w": [
        (640.0, "/w-640w,f-auto/a.jpg"),
        (320.0, "/w-320w,f-auto/a.jpg"),
    ],
    "/a.jpg?crop=0.6xw:1.0xh;0.2xw,0&resize=980:* 1x": [
        (1.0, "/a.jpg?crop=0.6xw:1.0xh;0.2xw,0&resize=980:*")
    ],
    " 2200w": [],
    ", a.jpg 1.5x ,": [(1.5, "a.jpg")],
    "": [],
}


@pytest.mark.parametrize(("value", "variants"), SRCSETS.items())
def test_srcset_gives_its_variants(value: str, variants: list[tuple[float, str]]) -> None:
    assert parse_srcset(value) == variants


class Kept(NamedTuple):
    """A block as the engine gives it."""

    element: HtmlElement
    text: str
    reason: str | None = None


def read(html: str, head: str = "") -> list[Image]:
    page = parse_page(f"<html><head>{head}</head><body>{html}</body></html>", url=URL)
    kept = [Kept(p, p.text) for p in page.root.iter("p") if len(p.text or "") > 80]
    return read_images(page, read_structured(page), Body(page_blocks=kept))[0]


def article(html: str) -> str:
    return f"<article><h1>Snow</h1>{html}{TEXT}</article>"


A = "https://www.bernpost.example/img/snow-in-bern-a.jpg"
OG = f'<meta property="og:image" content="{A}">'
PICTURES = {
    "stated": ("", OG, [Image(url=A)]),
    "stated twice": ("", OG + f'<meta name="twitter:image" content="{A}">', [Image(url=A)]),
    "printed": (article(f'<img src="{A}">'), "", [Image(url=A)]),
    "relative": (article('<img src="/img/snow-in-bern-a.jpg">'), "", [Image(url=A)]),
    "figure": (
        article(f'<figure><img src="{A}"><figcaption>Snow. Photo: Jane Doe</figcaption></figure>'),
        "",
        [Image(url=A, caption="Snow.", credit="Jane Doe")],
    ),
    "credit of its own": (
        article(
            f'<figure><img src="{A}"><figcaption>Snow.<span class="credit">Jane Doe</span>'
            "</figcaption></figure>"
        ),
        "",
        [Image(url=A, caption="Snow.", credit="Jane Doe")],
    ),
    "stated picture gets its twin's caption": (
        article(
            '<figure><img src="/img/snow-in-bern-a-640x480.jpg">'
            "<figcaption>Snow.</figcaption></figure>"
        ),
        OG,
        [Image(url=A, caption="Snow.")],
    ),
    "stated picture is the smaller one": (
        article(f'<img src="s.jpg" srcset="s.jpg 300w, {A} 2000w">'),
        OG.replace("-a.jpg", "-a-300x200.jpg"),
        [Image(url=A)],
    ),
    "stated picture is that of any page": (
        article(f'<img src="{A}">'),
        '<meta property="og:image" content="/img/og.jpg">',
        [Image(url=A)],
    ),
    "box with caption": (
        article(f'<div class="pic"><img src="{A}"><div class="pic_caption">Snow.</div></div>'),
        "",
        [Image(url=A, caption="Snow.")],
    ),
    **{
        f"caption called {name}": (
            article(f'<div><img src="{A}"><p class="{name}">Snow. Photo: Jane Doe</p></div>'),
            "",
            [Image(url=A, caption="Snow.", credit="Jane Doe")],
        )
        for name in (
            *("photo-sign", "foto-popis", "kepalairas", "photo-description", "img-desc"),
            *("image-text", "podpis", "image__description"),
        )
    },
    "the same in sizes that only folders name": (
        article(
            '<img src="/img/20240502ab/640x360/original.jpg">'
            '<img src="/img/20240502ab/1280x720.jpg">'
        ),
        "",
        [Image(url="https://www.bernpost.example/img/20240502ab/1280x720.jpg")],
    ),
    "pictures that are numbered": (
        article('<img src="/uploads/1215.jpg"><img src="/uploads/1410.jpg">'),
        "",
        [
            Image(url="https://www.bernpost.example/uploads/1215.jpg"),
            Image(url="https://www.bernpost.example/uploads/1410.jpg"),
        ],
    ),
    "teaser": (
        article('<a href="/sport/cup-104700"><img src="/img/the-cup-of-bern.jpg">Cup</a>'),
        "",
        [],
    ),
    "link that enlarges": (
        article('<a href="/img/snow-in-bern-a-large.jpg"><img src="/img/snow-in-bern-a.jpg"></a>'),
        "",
        [Image(url=A.replace(".jpg", "-large.jpg"))],
    ),
    "link to the page of a picture": (
        article('<a href="/photo/104712"><img src="/img/snow-in-bern-a.jpg"></a>'),
        "",
        [Image(url=A)],
    ),
    "link to what is below the page": (
        article(f'<a href="{URL}/1/"><img src="/img/snow-in-bern-a.jpg"></a>'),
        "",
        [Image(url=A)],
    ),
    "link to nowhere": (
        article(f'<a href="http://[broken"><img src="{A}"></a>'),
        "",
        [Image(url=A)],
    ),
    "advert": (
        article(
            '<a rel="sponsored" href="https://b.example/"><img src="/img/shoes-for-you.jpg"></a>'
        ),
        "",
        [],
    ),
    "button of a network": (
        article('<a href="https://t.me/bernpost"><img src="/img/follow-us-there.jpg"></a>'),
        "",
        [],
    ),
    **{
        f"button of {network}": (
            article(f'<a href="https://{network}/bernpost"><img src="/img/follow.jpg"></a>'),
            "",
            [],
        )
        for network in ("vk.com", "ok.ru", "www.youtube.com", "www.instagram.com")
    },
    "picture in a box that has an author": (
        article(f'<div class="box--has-profile" id="A_profile-jpg"><img src="{A}"></div>'),
        "",
        [Image(url=A)],
    ),
    "text beside a picture": (
        article(
            f'<div><img src="{A}"><p class="textpic-text">Snow fell.</p></div>'
            f'<div><img src="/b.jpg"><p class="TextAndImage__Text">Snow fell.</p></div>'
        ),
        "",
        [Image(url=A), Image(url="https://www.bernpost.example/b.jpg")],
    ),
    "still of a film shown by a network": (
        article(f'<a href="https://www.youtube.com/watch?v=dQ"><img src="{A}"></a>'),
        "",
        [Image(url=A)],
    ),
    **{
        f"advert in {names}": (
            article(f'<div {names}><a href="https://a.example/"><img src="/loan.jpg"></a></div>'),
            "",
            [],
        )
        for names in ('class="code-block code-block-3"', 'class="iklan"', 'id="adfox_1"')
    },
    "widget of a page builder": (
        article(
            '<div class="elementor-element elementor-widget elementor-widget-image">'
            f'<img src="{A}"></div>'
        ),
        "",
        [Image(url=A)],
    ),
    "author in another language": (
        article('<div class="redakteur"><img src="/u/jane-doe-photo.jpg"></div>'),
        "",
        [],
    ),
    **{
        f"portrait in {names}": (
            article(f'<div {names}><p><img src="/u/jane-doe-2025.jpg"></p></div>'),
            "",
            [],
        )
        for names in (
            'class="szerzo"',
            'class="post-yazar"',
            'class="avtor"',
            'class="penulis"',
            'class="muhabir-kutu"',
            'class="writer"',
            'class="reporter"',
            'class="auteur"',
            'class="redaktor"',
            'class="forfatter"',
            'class="firma"',
            'class="signature"',
            'class="c-bio"',
            'class="profile"',
            'class="header-kolumne__profile"',
            'itemprop="author"',
        )
    },
    "attribute of a script's own": (
        article(f'<img src="data:image/gif;base64,R0lG" data-img-url="{A}" alt="b.jpg">'),
        "",
        [Image(url=A)],
    ),
    "sources that are closed": (
        article(
            f'<picture><source srcset="{A} 1600w"></source><source srcset="/b.jpg 800w"></source>'
            '<img src="data:image/gif;base64,R0lG"></picture>'
        ),
        "",
        [Image(url=A)],
    ),
    "pictures told apart by an argument": (
        article('<img src="/image.php?id=123&amp;w=800"><img src="/image.php?id=124&amp;w=800">'),
        "",
        [
            Image(url="https://www.bernpost.example/image.php?id=123&w=800"),
            Image(url="https://www.bernpost.example/image.php?id=124&w=800"),
        ],
    ),
    "picture behind an image server": (
        article(
            '<figure><img src="/_next/image?url=%2Fimg%2Fsnow-in-bern-a.jpg%3Fv%3D1&amp;w=1080">'
            "<figcaption>Snow.</figcaption></figure>"
        ),
        OG,
        [Image(url=A, caption="Snow.")],
    ),
    "picture in a format made of another": (
        article(f'<figure><img src="{A}.webp"><figcaption>Snow.</figcaption></figure>'),
        OG,
        [Image(url=A, caption="Snow.")],
    ),
    "thumbnails by their address": (
        article('<img src="/100x67/other.jpg"><img src="/other-150x150.jpg">'),
        "",
        [],
    ),
    "largest of a srcset": (
        article(f'<img src="s.jpg" srcset="m.jpg 320w, {A} 1200w, l.jpg 640w">'),
        "",
        [Image(url=A)],
    ),
    "variant for wide screens": (
        article(
            f'<picture><source media="(min-width: 900px)" srcset="{A}">'
            '<source srcset="/m.jpg"><img src="s.jpg"></picture>'
        ),
        "",
        [Image(url=A)],
    ),
    "what a click enlarges": (
        article(f'<a href="{A}"><img src="{A.replace(".jpg", "-300x200.jpg")}"></a>'),
        "",
        [Image(url=A)],
    ),
    "as uploaded": (
        article(f'<img src="{A.replace(".jpg", "-300x200.jpg")}" data-orig-file="{A}">'),
        "",
        [Image(url=A)],
    ),
    "credit behind its caption": (
        article(f'<div><img src="{A}"><p class="caption">Snow.</p><p class="credit">dpa</p></div>'),
        "",
        [Image(url=A, caption="Snow.", credit="dpa")],
    ),
    "credit set small in its caption": (
        article(
            f'<figure><img src="{A}"><figcaption>Snow.<small>dpa</small></figcaption></figure>'
        ),
        "",
        [Image(url=A, caption="Snow.", credit="dpa")],
    ),
    "caption set small": (
        article(f'<figure><img src="{A}"><figcaption><small>Snow.</small></figcaption></figure>'),
        "",
        [Image(url=A, caption="Snow.")],
    ),
    "picture element": (
        article(f'<picture><source srcset="{A} 900w"><img src="s.jpg"></picture>'),
        "",
        [Image(url=A)],
    ),
    "lazy": (
        article(f'<img src="data:image/gif;base64,R0" data-src="{A}">'),
        "",
        [Image(url=A)],
    ),
    "logo, pixel, avatar, icon": (
        article(
            '<img src="/logo.png"><img src="/p.jpg" width="1" height="1">'
            '<div class="author"><img src="/jane.jpg"></div><img src="/a.svg"><img src="/b.gif">'
        ),
        "",
        [],
    ),
    "pictures of teasers": (
        article('<div class="related"><img src="/other.jpg"></div>'),
        "",
        [],
    ),
    "pictures outside of the article": (
        '<div><img src="/other.jpg"></div>' + article(""),
        "",
        [],
    ),
    "several": (
        article(f'<img src="/img/b.jpg"><img src="{A}">'),
        OG,
        [Image(url=A), Image(url="https://www.bernpost.example/img/b.jpg")],
    ),
    "JSON-LD object": (
        "",
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "image":'
            f' {{"url": "{A}", "caption": "Snow", "creditText": "Jane Doe"}}}}</script>'
        ),
        [Image(url=A, caption="Snow", credit="Jane Doe")],
    ),
    "wrong types": (
        "",
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "image":'
            ' [5, null, {"url": 7}, {"url": ["", null]}, "data:x", "http://[x/"]}</script>'
        ),
        [],
    ),
}


@pytest.mark.parametrize(("html", "head", "images"), PICTURES.values(), ids=PICTURES)
def test_pictures_of_the_article_are_read(html: str, head: str, images: list[Image]) -> None:
    assert read(html, head) == images


FIGCAPTIONS = {
    "<span>The old bridge.</span><span>Jane Doe (EFE)</span>": (
        "The old bridge.",
        "Jane Doe (EFE)",
    ),
    "<span>Snow in Bern</span><span>Jane Doe (EFE)</span>": ("Snow in Bern", "Jane Doe (EFE)"),
    "Snow in Bern.<span>Jane Doe</span>": ("Snow in Bern.", "Jane Doe"),
    "Snow<br>Photo: Jane Doe": ("Snow", "Jane Doe"),
    "<p>Snow</p><p>Photo: Jane Doe</p>": ("Snow", "Jane Doe"),
    "<div>Jane Doe/REUTERS</div><div>Snow in Bern</div>": ("Snow in Bern", "Jane Doe/REUTERS"),
    "<p>Photo: Jane Doe</p><p>Snow in Bern</p>": ("Snow in Bern", "Jane Doe"),
    "<p>Snow.</p><p>It fell all day.</p>": ("Snow. It fell all day.", None),
    "<span>+</span><p>© ANSA</p>": (None, "ANSA"),
    '<i class="credit-icon">i</i> Snow in Bern': ("i Snow in Bern", None),
    "Snow<!-- -->fall (<span>Bern</span>) on 3m<sup>2</sup>, «<i>Bern</i>»": (
        "Snowfall (Bern) on 3m2, «Bern»",
        None,
    ),
    'Snow and b<span class="x">us</span>': ("Snow and bus", None),
}


@pytest.mark.parametrize(("figcaption", "parts"), FIGCAPTIONS.items())
def test_parts_of_a_caption_are_told_apart(
    figcaption: str, parts: tuple[str | None, str | None]
) -> None:
    html = f'<figure><img src="{A}"><figcaption>{figcaption}</figcaption></figure>'
    assert read(article(html)) == [Image(url=A, caption=parts[0], credit=parts[1])]

"""Pages with as much prose as an article that are none, and articles that look like them."""

from __future__ import annotations

import json
from itertools import cycle, islice
from typing import Any

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction import extract

TEXTS = {
    "en": (
        "Our engineers look after the pumps of forty small towns and answer the phone at night.",
        "Every plan includes two visits a year, a written report and the spare parts it names.",
        "You can change the settings at any time, and the new values apply at the next start.",
        "We have worked with mills, dairies and a brewery since the workshop opened in 1987.",
        "If a valve sticks, the controller closes the line and writes the reason to the log.",
        "The team speaks three languages and reaches most places within two hours by van.",
    ),
    "de": (
        "Unsere Werkstatt betreut die Pumpen von vierzig Gemeinden und ist auch nachts erreichbar.",
        "Jeder Vertrag umfasst zwei Besuche im Jahr, einen Bericht und die genannten Ersatzteile.",
        "Die Einstellungen lassen sich jederzeit ändern und gelten ab dem nächsten Start.",
        "Wir arbeiten seit 1987 für Mühlen, Molkereien und eine Brauerei in der Region.",
        "Klemmt ein Ventil, schließt die Steuerung die Leitung und notiert den Grund dafür.",
        "Das Team spricht drei Sprachen und ist in zwei Stunden fast überall vor Ort.",
    ),
    "ru": (
        "Наша мастерская обслуживает насосы сорока посёлков и отвечает на звонки даже ночью.",
        "В каждый договор входят два выезда в год, письменный отчёт и указанные запчасти.",
        "Настройки можно менять в любое время, новые значения действуют с ближайшего запуска.",
        "С 1987 года мы работаем с мельницами, молокозаводами и одной пивоварней.",
        "Если клапан заедает, контроллер закрывает линию и записывает причину в журнал.",
        "Команда говорит на трёх языках и почти везде бывает на месте за два часа.",
    ),
    "es": (
        "Nuestro taller cuida las bombas de cuarenta pueblos y atiende el teléfono de noche.",
        "Cada contrato incluye dos visitas al año, un informe escrito y los repuestos citados.",
        "Los ajustes se pueden cambiar en cualquier momento y valen desde el próximo arranque.",
        "Trabajamos desde 1987 con molinos, lecherías y una cervecería de la comarca.",
        "Si una válvula se atasca, el controlador cierra la línea y anota el motivo.",
        "El equipo habla tres idiomas y llega a casi todas partes en dos horas.",
    ),
}


def sentences(number: int, language: str = "en", *, start: int = 0) -> str:
    return " ".join(islice(cycle(TEXTS[language]), start, start + number))


def paragraphs(number: int, language: str = "en") -> str:
    return "".join(f"<p>{sentences(3, language, start=n)}</p>" for n in range(number))


def sections(*headings: str, language: str = "en", tag: str = "h2") -> str:
    return "".join(
        f"<section><{tag}>{heading}</{tag}><p>{sentences(3, language, start=n)}</p></section>"
        for n, heading in enumerate(headings)
    )


def json_ld(*nodes: dict[str, Any]) -> str:
    return f'<script type="application/ld+json">{json.dumps(list(nodes))}</script>'


def meta(**properties: str) -> str:
    return "".join(
        f'<meta property="{name.replace("__", ":")}" content="{value}">'
        for name, value in properties.items()
    )


def links(*names: str) -> str:
    items = "".join(f'<li><a href="/{name.lower()}">{name}</a></li>' for name in names)
    return f"<ul>{items}</ul>"


def page(body: str, *, title: str, head: str = "", attributes: str = "") -> str:
    menu = links("Products", "Services", "Prices", "About", "Contact")
    return (
        f"<!DOCTYPE html><head><title>{title}</title>{head}</head><body {attributes}><header>"
        f'<a href="/"><img src="/logo.svg" alt="Pumpwerk"></a><nav>{menu}</nav></header>{body}'
        f"<footer>{links('Imprint', 'Privacy', 'Terms')}<p>© 2026 Pumpwerk</p></footer></body>"
    )


def cart_cards(number: int, *, price: str = "€ {n}9.90", button: str = "Add to cart") -> str:
    return "<ul class='products'>" + "".join(
        f"<li class='product'><a href='/p/pump-{n}'><img src='{n}.jpg'><h3>Garden pump {n}</h3></a>"
        f"<span class='price'>{price.format(n=n)}</span><button>{button}</button></li>"
        for n in range(1, number + 1)
    ) + "</ul>"  # fmt: skip


def posts(number: int, *, box: str, language: str = "en") -> str:
    return "".join(
        f'<div class="{box}" id="post-{n}"><a class="username" href="/u/miller{n}">miller{n}</a>'
        f'<time datetime="2026-03-0{n % 9 + 1}T10:00:00Z">March {n}</time>'
        f'<div class="{box}-body"><p>{sentences(4, language, start=n)}</p></div></div>'
        for n in range(1, number + 1)
    )


YOAST_PAGE = meta(
    og__type="article", og__title="Pump service", article__modified_time="2026-03-05T10:00:00+00:00"
) + json_ld({
    "@graph": [
        {"@type": "WebPage", "name": "Pump service", "datePublished": "2024-01-05T10:00:00+00:00",
         "dateModified": "2026-03-05T10:00:00+00:00"},
        {"@type": "Organization", "name": "Pumpwerk"},
    ]
})  # fmt: skip
SIDEBAR = (
    "<aside class='sidebar'>" + links("Install", "Configure", "Commands", "Plugins") + "</aside>"
)
CODE = "<pre><code>pumpctl start --line 4\npumpctl status</code></pre>"

SERVICES = [
    pytest.param(
        page(
            "<main><h1>Pump service</h1>"
            + sections("Why us", "What we do", "Prices", "Our towns", "Questions")
            + '<a class="button" href="/contact">Request a quote</a></main>',
            title="Pump service | Pumpwerk",
            head=YOAST_PAGE,
            attributes='class="page-template-default page page-id-210"',
        ),
        "/pump-service/",
        id="service of a small company",
    ),
    pytest.param(
        page(
            "<div class=hero><h1>Keep every pump running</h1><p>One tool for all lines.</p>"
            "<a href=/demo>Book a demo</a><a href=/signup>Start free trial</a></div>"
            + sections("Plan", "Measure", "Repair", "Report", "Trusted by 400 towns", tag="h3")
            + "<a href=/signup>Get started</a>",
            title="Pumpwerk: maintenance software for water works",
            head=meta(og__type="website") + json_ld({"@type": "SoftwareApplication", "name": "P"}),
        ),
        "/platform/maintenance",
        id="landing page",
    ),
    pytest.param(
        page(
            "<main><h1>Über uns</h1>" + paragraphs(6, "de") + "</main>",
            title="Über uns – Pumpwerk GmbH",
            head=meta(og__type="website"),
        ),
        "/unternehmen/ueber-uns",
        id="company in German",
    ),
    pytest.param(
        page(
            "<main><h1>Impressum</h1><p>Pumpwerk GmbH, Mühlgasse 4, 04107 Leipzig</p>"
            "<p>Telefon: <a href='tel:+49341'>0341 5550</a></p>" + paragraphs(5, "de") + "</main>",
            title="Impressum",
        ),
        "/impressum",
        id="imprint",
    ),
    pytest.param(
        page(
            "<main><h1>Контакты</h1><p>г. Пермь, ул. Речная, 4</p>" + paragraphs(2, "ru")
            + "<form action=/send><input name=name><input name=phone type=tel><textarea></textarea>"
            "<button>Отправить</button></form></main>",
            title="Контакты — Насосный двор",
        ),
        "/kontakty/",
        id="contact in Russian",
    ),
    pytest.param(
        page(
            "<main><h1>House by the pumps</h1>" + paragraphs(3)
            + "<form action=/book><input name=check-in-date>"
            "<button class=hp_book_now_button>Reserve</button></form></main>",
            title="House by the pumps, Kelby",
        ),
        "/stay/house-by-the-pumps-in-kelby",
        id="rooms to book",
    ),
    pytest.param(
        page(
            "<main><h1>Create your account</h1><form><input name=mail type=email>"
            "<input type=password><input type=password><input type=checkbox> I agree"
            "<button>Sign up</button></form>" + paragraphs(3) + "</main>",
            title="Sign up | Pumpwerk",
        ),
        "/account/signup",
        id="registration",
    ),
    pytest.param(
        page(
            "<main><h1>Cookie policy</h1>" + sections("What cookies are", "Which we use", "Choice")
            + "</main>",
            title="Cookie policy",
        ),
        "/cookie-policy",
        id="cookie policy",
    ),
    pytest.param(
        page("<main><h1>Refund policy</h1>" + paragraphs(6) + "</main>", title="Refund policy"),
        "/refund.html",
        id="refund policy",
    ),
    pytest.param(
        page(
            "<main><h1>Service technician (m/f/d)</h1><p>Leipzig, full time</p>"
            + sections("Your tasks", "Your profile", "We offer") + "<a href=/apply>Go</a></main>",
            title="Service technician | Jobs at Pumpwerk",
            head=json_ld({"@type": "JobPosting", "datePosted": "2026-03-01"}),
        ),
        "/careers/service-technician-leipzig",
        id="job advert",
    ),
    pytest.param(
        page(
            "<main><h1>Open day at the old mill</h1><p>Saturday, 14 March 2026, 10:00</p>"
            + paragraphs(2) + "<a href=/tickets>Buy tickets</a></main>",
            title="Open day at the old mill",
            head=json_ld({"@type": "BusinessEvent", "name": "Open day", "startDate": "2026-03-14"}),
        ),
        "/events/open-day-at-the-old-mill",
        id="event",
    ),
    pytest.param(
        page("<main><h1>Emergency pump repair</h1>" + paragraphs(5) + "</main>", title="Pumpwerk"),
        "/emergency-pump-repair",
        id="service that says nothing of itself",
    ),
    pytest.param(
        page(
            "<main><h1>Servicios de bombeo</h1>"
            + sections("Mantenimiento", "Reparación", "Instalación", "Precios", language="es")
            + "<a href=/contacto>Pide presupuesto</a></main>",
            title="Servicios de bombeo | Aguas Claras",
            head=meta(og__type="website") + json_ld({"@type": "Plumber", "name": "Aguas Claras"}),
        ),
        "/servicios/bombeo",
        id="service in Spanish",
    ),
    pytest.param(
        page("<div>" + paragraphs(6, "es") + "</div>", title=""),
        "/que-hacemos/volunteer/pages/default.aspx",
        id="call for volunteers, without a title",
    ),
]  # fmt: skip

MANUALS = [
    pytest.param(
        page(
            SIDEBAR + "<article class='theme-doc-markdown markdown'><h1>Configure a line</h1>"
            + paragraphs(5) + CODE + paragraphs(2) + "<a href=/edit>Edit this page</a></article>",
            title="Configure a line | Pumpctl",
            head='<meta name="generator" content="Docusaurus v3.4.0">' + meta(og__type="website"),
        ),
        "/docs/configure/line",
        id="static site generator",
    ),
    pytest.param(
        page(
            SIDEBAR + "<div class='rst-content'><div role=main><h1>Logging<a class=headerlink"
            " href=#l>¶</a></h1>" + paragraphs(6) + CODE + "</div></div>",
            title="Logging — pumpctl 2.1 documentation",
            head='<link rel="next" href="alarms.html"><link rel="prev" href="lines.html">',
        ),
        "/en/stable/logging.html",
        id="manual of a library",
    ),
    pytest.param(
        page(
            "<main class=article-content><h1>How do I reset my controller?</h1>" + paragraphs(3)
            + "<p>Was this article helpful?</p><div class=article-votes><button>Yes</button></div>"
            "<section class=article-relatives>" + links("Pairing", "Updates") + "</section></main>",
            title="How do I reset my controller? – Pumpwerk Help Center",
            head=meta(og__type="article"),
        ),
        "/hc/en-us/articles/360012345-How-do-I-reset-my-controller",
        id="help center",
    ),
    pytest.param(
        page(
            SIDEBAR + "<main><h1>Start a line</h1><p>POST /v1/lines</p>" + paragraphs(2) + CODE * 4
            + "</main>",
            title="Start a line - API reference",
        ),
        "/reference/start-line",
        id="interface of a service",
    ),
    pytest.param(
        page(
            "<div class=navheader><a accesskey=p href=ch02.html>Prev</a></div><div class=chapter>"
            "<h1>Kapitel 3. Steuerung</h1>" + paragraphs(8, "de") + "</div>",
            title="Kapitel 3. Steuerung",
            head='<meta name="generator" content="DocBook XSL Stylesheets V1.79.1">',
        ),
        "/handbuch/ch03.html",
        id="book of a program in German",
    ),
    pytest.param(
        page(
            "<h1>Alarms</h1>" + "".join(
                f"<p>{sentences(2, start=n)} Pass <code>--line</code>, <code>--to</code> and "
                f"<var>{n}</var>.</p>" for n in range(14)),
            title="Alarms",
        ),
        "/alarms.html",
        id="commands inside the text",
    ),
    pytest.param(
        page(
            sections("1. Überblick", "1.1 Ventile", "1.2 Pumpen", "2. Alarme", language="de"),
            title="Steuerung",
        ),
        "/steuerung.html",
        id="numbered chapters in German",
    ),
]  # fmt: skip

FORUMS = [
    pytest.param(
        page(
            "<main><h1>Pump loses pressure at night</h1>" + posts(6, box="topic-post") + "</main>",
            title="Pump loses pressure at night - Help - Pumpwerk Community",
            head='<meta name="generator" content="Discourse 3.4.0">' + meta(og__type="website"),
        ),
        "/t/pump-loses-pressure-at-night/4471",
        id="Discourse",
    ),
    pytest.param(
        page(
            "<h1>Насос теряет давление ночью</h1>" + posts(6, box="message", language="ru"),
            title="Насос теряет давление ночью | Форум насосников",
            head=json_ld({"@type": "DiscussionForumPosting", "headline": "Насос теряет давление",
                          "datePublished": "2026-03-01", "author": {"name": "miller1"}}),
            attributes='data-template="thread_view"',
        ),
        "/threads/nasos-teryaet-davlenie-nochyu.8812/",
        id="XenForo in Russian",
    ),
    pytest.param(
        page(
            "<h1>How can I keep a pump from freezing?</h1><div itemscope"
            " itemtype='https://schema.org/Question'><meta itemprop=answerCount content=3>"
            + posts(1, box="question")
            + "<h2>3 Answers</h2>" + posts(3, box="answer") + "</div>",
            title="How can I keep a pump from freezing? - Water Stack Exchange",
            head=meta(og__type="website"),
        ),
        "/questions/9912/how-can-i-keep-a-pump-from-freezing",
        id="questions and answers",
    ),
    pytest.param(
        page(
            "<h2>Pumpe verliert nachts Druck</h2>" + "".join(
                f"<div class=post><p>von <a href='./memberlist.php?mode=viewprofile&u={n}'>"
                f"mueller{n}</a> » 3. März 2026, 10:1{n}</p><div class=content>"
                f"{sentences(4, 'de', start=n)}</div><dl><dt>Beiträge:</dt><dd>{n}2</dd></dl></div>"
                for n in range(1, 6)),
            title="Pumpe verliert nachts Druck - Pumpenfreunde",
            attributes="id=phpbb class='nojs notouch section-viewtopic ltr'",
        ),
        "/viewtopic.php?f=7&t=8812",
        id="phpBB in German",
    ),
]  # fmt: skip

PRODUCTS = [
    pytest.param(
        page(
            "<h1>Garden pump 300</h1>" + "<p>CHF 129.00</p><p>CHF 99.00</p><p>In stock</p>"
            + "<p>Quantity</p><p>Free shipping</p>" + paragraphs(2),
            title="Garden pump 300",
        ),
        "/garden-pump.html",
        id="shop that asks Swiss francs, without markup",
    ),
    pytest.param(
        page(
            "<h1>Garden pump 300</h1><span class=price>$129.00</span><p>In stock</p>"
            "<form action=/cart/add><select name=id></select><button name=add>Add to cart</button>"
            "</form>" + paragraphs(4) + "<h2>Reviews</h2>" + paragraphs(2),
            title="Garden pump 300 – Pumpwerk",
            head=meta(og__type="product", og__price__amount="129.00")
            + json_ld({"@type": "Product", "name": "Garden pump 300", "offers": {"price": "129"}}),
        ),
        "/collections/garden/products/garden-pump-300",
        id="shop with markup",
    ),
    pytest.param(
        page(
            f"<h1>The Far Pump</h1><p>Ann Lee</p>{paragraphs(2)}<p>Published 14 March 2026</p>",
            title="The Far Pump by Ann Lee",
            head=json_ld({"@type": "Book", "name": "The Far Pump", "author": {"name": "Ann Lee"}}),
        ),
        "/book/show/61812345-the-far-pump",
        id="book",
    ),
    pytest.param(
        page(
            "<h1>Gartenpumpe Tornado 300 mit Filter und Schlauch, 5 m</h1><p>149,90 €</p>"
            "<p>Auf Lager</p><p>Lieferzeit 2 Tage</p><input type=submit value='In den Warenkorb'>"
            + paragraphs(5, "de"),
            title="Gartenpumpe Tornado 300 mit Filter und Schlauch, 5 m",
        ),
        "/gartenpumpe-tornado-300-mit-filter-10432.html",
        id="shop without markup",
    ),
    pytest.param(
        page(
            "<h1>Garden pumps</h1><p>1–24 of 88</p><p>Sort by</p>" + cart_cards(24)
            + "<h2>How to choose a garden pump</h2>" + paragraphs(6),
            title="Garden pumps | Pumpwerk",
            head=meta(og__type="website"),
        ),
        "/collections/garden-pumps",
        id="category with a guide below",
    ),
    pytest.param(
        page(
            "<h1>Насосы садовые</h1>" + cart_cards(20, price="{n} 990 руб.", button="В корзину")
            + paragraphs(3, "ru"),
            title="Насосы садовые купить в Перми",
        ),
        "/catalog/nasosy-sadovye/",
        id="category in Russian",
    ),
]  # fmt: skip

WRITER = json_ld({"@type": "Person", "name": "Ann Lee", "jobTitle": "Columnist"})
LIFE = f"<section class=bio><h1>Ann Lee</h1>{paragraphs(2)}</section>"
COLUMNS = "".join(
    f"<li><a href='/columns/lee/2026/{n}-the-{n}th-pump'><h3>The {n}th pump of the valley</h3></a>"
    f"<p>{sentences(1, start=n)}</p><time>March {n}, 2026</time></li>"
    for n in range(1, 9)
)

AUTHORS = [
    pytest.param(
        page(
            f"<main>{LIFE}<h2>Columns</h2><ol>{COLUMNS}</ol></main>",
            title="Ann Lee - Columns - The Reed Gazette",
            head=WRITER,
        ),
        "/columns/ann-lee/",
        id="columnist stated as a person",
    ),
]

ARTICLES = [
    pytest.param(
        page(
            f"<article><h1>Who wrote the pump its song</h1>{paragraphs(1)}</article>"
            f"<h2>More</h2><ol>{COLUMNS}</ol>",
            title="Who wrote the pump its song",
            head=WRITER,
        ),
        "/columns/ann-lee/who-wrote-the-pump-its-song",
        id="column beside its writer",
    ),
    pytest.param(
        page(
            "<article><h1>Why our pumps stopped on leap day</h1><p>by Ann Lee, 1 March 2024</p>"
            + sections("1. What happened", "2. What we found", "3. What we change")
            + "".join(f"<p>{sentences(2, start=n)} <code>day{n}</code></p>" for n in range(12))
            + "</article>",
            title="Why our pumps stopped on leap day",
            head=meta(article__published_time="2024-03-01T09:00:00Z"),
        ),
        "/leap-day",
        id="report of engineers with numbered parts and code",
    ),
    pytest.param(
        page(
            "<article><h1>What we learned from forty frozen pumps</h1><p>by Ann Lee</p>"
            + paragraphs(7) + "</article>",
            title="What we learned from forty frozen pumps | Pumpwerk blog",
            head=meta(og__type="website"),
        ),
        "/blog/forty-frozen-pumps",
        id="blog of a company without markup",
    ),
    pytest.param(
        page(
            "<article><h1>Tracing a slow valve with two print statements</h1>"
            "<time datetime=2026-03-05>5 March 2026</time>" + (paragraphs(2) + CODE) * 4
            + "</article>",
            title="Tracing a slow valve with two print statements",
        ),
        "/posts/slow-valve/",
        id="blog post full of code",
    ),
    pytest.param(
        page(
            "<main><h1>The best garden pumps of 2026, tested</h1><p>By Ann Lee, 5 March 2026</p>"
            + "".join(f"<h2>Tornado {n}00</h2><p>${n}49</p><a href=/go/{n}>Buy now</a><p>"
                      f"{sentences(6, start=n)}</p>" for n in range(1, 8)) + "</main>",
            title="The best garden pumps of 2026, tested",
            head=meta(og__type="article", article__published_time="2026-03-05T10:00:00Z"),
        ),
        "/reviews/best-garden-pumps",
        id="guide for buyers",
    ),
    pytest.param(
        page(
            "<main><h1>Stadtwerke kaufen vierzig neue Pumpen</h1><p>Leipzig, 5. März 2026 – "
            + sentences(2, "de") + "</p>" + paragraphs(2, "de")
            + "<p>Pressekontakt: Pumpwerk GmbH, <a href='tel:+49341'>0341 5550</a></p></main>",
            title="Stadtwerke kaufen vierzig neue Pumpen",
        ),
        "/presse/mitteilungen/stadtwerke-kaufen-vierzig-neue-pumpen",
        id="press release",
    ),
    pytest.param(
        page(
            "<article><h1>Onion soup of the lock keeper</h1><p>Serves 4</p><ul><li>1 kg onions</li>"
            "<li>2 l broth</li></ul>" + paragraphs(3) + "</article>",
            title="Onion soup of the lock keeper",
            head=json_ld({"@type": "Recipe", "name": "Onion soup of the lock keeper",
                          "datePublished": "2026-03-05", "author": {"name": "Ann Lee"}}),
        ),
        "/recipes/onion-soup",
        id="recipe",
    ),
    pytest.param(
        page(
            "<article><h1>The Pump</h1><p class=byline>By Ann Lee</p><p>It sings below the yard,"
            "<br>an iron throat,<br>and water climbs the dark<br>one slow note.</p><p>We drink the"
            " hill,<br>the root, the stone,<br>and leave the handle<br>swinging.</p></article>",
            title="The Pump",
            head=json_ld({"@type": "Article", "headline": "The Pump",
                          "datePublished": "2026-03-05"}),
        ),
        "/poetry/the-pump",
        id="poem",
    ),
    pytest.param(
        page(
            "<main><h1>Насос остановился на час</h1><p>5 марта 2026, 14:20</p><p>В посёлке Речном в"
            " среду на час остановился насос. К вечеру воду вернули всем домам.</p></main>",
            title="Насос остановился на час",
        ),
        "/news/88123/",
        id="two sentences in Russian",
    ),
    pytest.param(
        page(
            "<main><h1>How to bleed a garden pump</h1>"
            + sections("What you need", "Step 1: close the tap", "Step 2: open the screw", "Done")
            + paragraphs(4) + "</main>",
            title="How to bleed a garden pump | Pumpwerk",
        ),
        "/learn/how-to-bleed-a-garden-pump",
        id="guide without date",
    ),
]  # fmt: skip


def judge(html: str, path: str) -> tuple[bool, str | None]:
    verdict = extract(html, url=f"https://www.pumpwerk.example{path}").verdict
    return verdict.is_article, verdict.reason


@pytest.mark.parametrize(("html", "path"), SERVICES)
def test_what_a_company_says_of_itself_is_no_article(html: str, path: str) -> None:
    assert judge(html, path) == (False, "service_page")


@pytest.mark.parametrize(("html", "path"), MANUALS)
def test_manual_is_no_article(html: str, path: str) -> None:
    assert judge(html, path) == (False, "documentation_page")


@pytest.mark.parametrize(("html", "path"), FORUMS)
def test_thread_is_no_article(html: str, path: str) -> None:
    assert judge(html, path) == (False, "forum_page")


@pytest.mark.parametrize(("html", "path"), PRODUCTS)
def test_goods_are_no_article(html: str, path: str) -> None:
    assert judge(html, path) == (False, "product_page")


@pytest.mark.parametrize(("html", "path"), AUTHORS)
def test_what_is_said_of_a_writer_is_no_article(html: str, path: str) -> None:
    assert judge(html, path) == (False, "author_page")


@pytest.mark.parametrize(("html", "path"), ARTICLES)
def test_article_that_looks_like_something_else_is_kept(html: str, path: str) -> None:
    assert judge(html, path) == (True, None)


RATED = {"@type": "LocalBusiness", "name": "Pumpwerk", "aggregateRating": {"ratingValue": "4.7"}}
OPINION = {"@type": "Review", "datePublished": "2026-03-10", "author": {"name": "Ann Lee"}}


@pytest.mark.parametrize(
    ("nodes", "reason"),
    [
        ([RATED, {**OPINION, "headline": "Lovely people"}], "product_page"),
        ([OPINION, OPINION], "product_page"),
        ([RATED, {**OPINION, "headline": "Pumpwerk in the test of our readers"}], None),
        ([OPINION], None),
        ([{**RATED, "review": [OPINION, OPINION]}], None),
    ],
    ids=["beside what is rated", "several", "of a critic", "alone", "praise of its own"],
)
def test_readers_reviews_are_no_article(nodes: list[dict[str, Any]], reason: str | None) -> None:
    body = f"<h1>Pumpwerk in the test</h1><time datetime=2026-03-10>1 day</time>{paragraphs(2)}"
    html = page(body, title="Pumpwerk in the test", head=json_ld(*nodes))
    assert judge(html, "/review/pumpwerk")[1] == reason


@pytest.mark.parametrize(
    "question",
    ["Was this article helpful?", "War dieser Artikel hilfreich? Ja Nein", "Foi útil?",
     "¿Le ha sido útil la respuesta? 31 usuarios la han encontrado útil", "役に立ちましたか?",
     "Cet article vous a-t-il été utile ?", "Была ли эта статья полезна?", "有帮助吗？"],
)  # fmt: skip
def test_page_of_help_asks_whether_it_was_any(question: str) -> None:
    text = f"<main><h1>How to move a pump to another line</h1>{paragraphs(2)}"
    asked, plain = (
        page(f"{text}{line}</main>", title="How to move a pump")
        for line in (f"<div>{question}</div>", "")
    )
    path = "/ayuda/how-to-move-a-pump-to-another-line"
    assert judge(asked, path) == (False, "documentation_page")
    assert judge(plain, path) == (True, None)
    assert judge(asked, path.replace("ayuda", "noticias")) == (True, None)


def test_review_of_a_book_is_no_page_of_it() -> None:
    book = json_ld({"@type": "Book", "name": "The Far Pump", "author": {"name": "Ann Lee"}})
    title = "The Far Pump: a yard, a song and too many pages"
    html = page(f"<h1>{title}</h1><p>14 March 2026</p>{paragraphs(2)}", title=title, head=book)
    assert judge(html, "/books/the-far-pump-61812345")[0]


def test_date_of_the_listing_speaks_for_the_article() -> None:
    text = "<p>The old pump in Reed stood still for two hours on Friday morning.</p><p>It has run"
    text += " again since noon, the water works of the town said in the evening.</p>"
    html = page(f"<h1>Pump</h1>{text}", title="Pump")
    url = "https://www.pumpwerk.example/news/pump"
    listed = Candidate(url=url, method="feed", date_published="2026-03-05T10:00:00+00:00")
    assert not extract(html, url=url).verdict.is_article
    assert extract(html, url=url, hints=listed).verdict.is_article

"""Who wrote it: where a page says so, and what it says besides."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest
from lxml.html import HtmlElement

from newscrawl.extraction import extract
from newscrawl.extraction.metadata.authors import Authors, read_authors
from newscrawl.extraction.page.boxes import Box
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body

URL = "https://www.bernpost.example/weather/snow-104711"
TITLE = "Snow falls on Bern in May"
GENERIC = Rules()


class Printed(NamedTuple):
    """A block as the engine gives it."""

    element: HtmlElement
    text: str
    in_range: bool = True
    reason: str | None = None
    box: Box = Box(parse_page("").root, "p", None, 0)


def read(html: str, rules: Rules = GENERIC) -> Authors:
    page = parse_page(f"<html><body>{html}</body></html>", url=URL)
    return read_authors(page, read_structured(page), Body(), title=TITLE, rules=rules)


def ld(author: object, **others: object) -> str:
    article = {"@type": "NewsArticle", "headline": TITLE, "author": author, **others}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


H1 = f"<h1>{TITLE}</h1>"
SITE = '<meta property="og:site_name" content="Bern Post">'
BESIDE = '<a class="posted-by" href=/j>Jane Doe</a>{}<a class="posted-by" href=/m>Max Muster</a>'
JANE = ["Jane Doe"]
TWO = ["Jane Doe", "Max Muster"]

STATED = {
    "a person": (ld({"@type": "Person", "name": "Jane Doe"}), JANE),
    "a string": (ld("Jane Doe"), JANE),
    "two persons": (ld([{"name": "Jane Doe"}, {"name": "Max Muster"}]), TWO),
    "two in one string": (ld("Jane Doe and Max Muster"), TWO),
    "list of names": (ld({"@type": "Person", "name": ["Jane Doe", "Max Muster"]}), TWO),
    "nested lists": (ld([[{"name": "Jane Doe"}], [["Max Muster"]]]), TWO),
    "a list written into a string": (ld('[{"name": "Jane Doe"}, {"name": "Max Muster"}]'), TWO),
    "a typed literal": (ld({"@type": "Person", "name": {"@value": "Jane Doe"}}), JANE),
    "a role": (ld({"@type": "Role", "author": {"@type": "Person", "name": "Jane Doe"}}), JANE),
    "a list of items": (ld({"@type": "ItemList", "itemListElement": ["Jane Doe"]}), JANE),
    "the same twice": (ld([{"name": "Jane Doe"}, {"name": "DOE, JANE"}]), JANE),
    "with By": (ld("By Jane Doe"), JANE),
    "entities": (ld("Jane&#32;Doe"), JANE),
    "a WordPress label": (
        (
            '<meta name="twitter:label1" content="Verfasst von">'
            '<meta name="twitter:data1" content="Jane Doe">'
        ),
        JANE,
    ),
    "another WordPress label": (
        (
            '<meta name="twitter:label1" content="Reading time">'
            '<meta name="twitter:data1" content="Two Minutes">'
        ),
        [],
    ),
    "an address": (
        ld("https://bernpost.example/jane") + '<meta name="author" content="Jane Doe">',
        JANE,
    ),
    "an agency": (
        ld({"@type": "Organization", "name": "Alpine News Agency"}),
        ["Alpine News Agency"],
    ),
    "the site alone": (SITE + ld({"@type": "Organization", "name": "Bern Post"}), ["Bern Post"]),
    "site and person": (SITE + ld([{"name": "Bern Post"}, {"name": "Jane Doe"}]), JANE),
    "site, person in meta": (
        SITE + ld({"name": "Bern Post"}) + '<meta name="author" content="Jane Doe">',
        JANE,
    ),
    "an office, person printed": (
        ld({"@type": "Organization", "name": "Alpine University News"})
        + H1
        + '<p class="byline">Jane Doe | Alpine University News</p>',
        JANE,
    ),
    "a desk stated as a person, person printed": (
        ld({"@type": "Person", "name": "Web Desk"}) + H1 + '<p class="byline">By Jane Doe</p>',
        JANE,
    ),
    "the site stated, a desk printed": (
        SITE + ld("Bern Post") + H1 + '<p class="byline">By Web Desk</p>',
        ["Web Desk"],
    ),
    "a desk alone": (ld({"@type": "Person", "name": "Web Desk"}) + H1, ["Web Desk"]),
    "an office alone": (ld({"@type": "Organization", "name": "Bay College"}), ["Bay College"]),
    "an association": ('<meta name="author" content="Segler am See e.V.">', ["Segler am See e.V."]),
    "meta author of a paper": ('<meta name="author" content="Jane Doe/The Bay Ledger">', JANE),
    "an account, a desk printed": (
        ld("bay_admin") + H1 + '<p class="byline">Newsdesk</p>',
        ["Newsdesk"],
    ),
    "an account, a person farther off": (
        H1 + '<p class="username">jane.doe</p><p class="author">Max Muster</p>',
        ["Max Muster"],
    ),
    "first and last name in elements of their own": (
        H1 + '<p class="byline"><a rel=author><i>Jane</i> <i>Doe</i></a></p>',
        JANE,
    ),
    "two names in elements of their own": (
        H1 + '<p class="byline"><b><i>Jane</i> <i>Doe</i></b> and <b><i>Ann</i> <i>Lee</i></b></p>',
        ["Jane Doe", "Ann Lee"],
    ),
    "first and last name in lines of their own": (H1 + '<p class="byline">Jane<br>Doe</p>', JANE),
    "a given name that is by elsewhere": (ld("Oleh Doe") + H1, ["Oleh Doe"]),
    "an account alone": (H1 + '<p class="username">jane.doe</p>', ["jane.doe"]),
    "a paper of today": (ld("Bern Today Staff"), ["Bern Today Staff"]),
    "user name, full name printed": (ld("jdoe") + H1 + '<p class="byline">By Jane Doe</p>', JANE),
    "wrong types": (ld([5, None, True, {"name": 7}, {"name": None}, {"@id": 3}]), []),
    "parts of a name": (ld({"givenName": "Jane", "familyName": "Doe"}), JANE),
    "creator": (ld(None, creator={"name": "Jane Doe"}), JANE),
    "meta by a namespace": (
        '<meta property="http://ogp.me/ns/article#author" content="Jane Doe">',
        JANE,
    ),
    "meta with an escaped name": (
        '<meta property="article&amp;#x3a;author" content="Jane Doe">',
        JANE,
    ),
    "meta of an aggregator": ('<meta name="mediator_author" content="Jane Doe">', JANE),
    "meta of a sharing service": (
        '<meta name="shareaholic:article_author_name" content="Jane Doe">',
        JANE,
    ),
    "meta creator": ('<meta name="creator" content="Jane Doe">', JANE),
    "meta creator of an office": ('<meta name="creator" content="COMM/DG/UNIT">', []),
    "meta author": ('<meta name="author" content="Jane Doe">', JANE),
    "several meta authors": (
        '<meta name="author" content="Jane Doe"><meta name="author" content="Max Muster">',
        TWO,
    ),
    "article:author is an address": (
        '<meta property="article:author" content="https://social.example/jane">',
        [],
    ),
    "parsely": ('<meta name="parsely-author" content="Jane Doe">', JANE),
    "byl": ('<meta name="byl" content="By Jane Doe">', JANE),
    "Dublin Core": ('<meta name="DC.creator" content="Jane Doe">', JANE),
    "co-author of the byline": (
        ld("Jane Doe") + H1 + '<p class="byline">By Jane Doe and Max Muster</p>',
        TWO,
    ),
    "office beside the author": (
        ld("Jane Doe") + H1 + '<p class="byline">By Jane Doe, Bay News</p>',
        JANE,
    ),
    "the site beside the author": (
        SITE + ld("Jane Doe") + H1 + '<p class="byline">By Jane Doe and Bern Post</p>',
        JANE,
    ),
    "paper beside the author": (
        ld("Jane Doe") + H1 + '<p class="byline">By Jane Doe and The Bay Ledger</p>',
        JANE,
    ),
    "co-author of a byline in capitals": (
        ld("Jane Doe") + H1 + '<p class="byline">By JANE DOE and MAX MUSTER</p>',
        TWO,
    ),
    "co-author in a link beside": (
        ld("Jane Doe") + H1 + "<p>" + BESIDE.format(", ") + "</p>",
        TWO,
    ),
    "co-author in one link": (
        ld("Jane Doe") + H1 + "<p class=byline><a href=/jd>Jane Doe, Max Muster</a></p>",
        TWO,
    ),
    "co-author in a box inside": (
        ld("Jane Doe")
        + H1
        + "<div class=byline><div class=authors><a>Jane Doe</a>, Max Muster</div>May 3</div>",
        TWO,
    ),
    "place behind the author": (
        ld("جين دو") + H1 + "<p class=byline>جين دو، أبها</p>",
        ["جين دو"],
    ),
    "editor in a link beside": (
        ld("Jane Doe") + H1 + "<p>" + BESIDE.format(", edited by ") + "</p>",
        JANE,
    ),
    "co-author below somebody else": (
        ld("Jane Doe")
        + H1
        + '<p class="byline">By Ann Lee</p><p class="byline">By Jane Doe and Max Muster</p>',
        TWO,
    ),
    "co-author of another article": (
        ld("Jane Doe")
        + H1
        + '<p class="byline">By Jane Doe</p><p class="byline">By Jane Doe and Max Muster</p>',
        JANE,
    ),
    "others in another byline": (
        ld("Jane Doe") + H1 + '<p class="byline">By Ann Lee and Max Muster</p>',
        JANE,
    ),
    "administrator": ('<meta name="author" content="admin">', []),
    "the editor": ('<meta name="author" content="المحرر">', []),
    "maker of the system": ('<meta name="author" content="eZ Systems">', []),
}


@pytest.mark.parametrize(("html", "names"), STATED.values(), ids=STATED)
def test_stated_authors_are_read(html: str, names: list[str]) -> None:
    assert read(html).names == names


PRINTED = {
    "class byline": (H1 + '<p class="byline">By Jane Doe and Max Muster</p>', TWO),
    "class author with role": (
        H1 + '<div class="author"><b>Jane Doe</b><i>Weather editor</i></div>',
        JANE,
    ),
    "links in the byline": (
        H1 + '<p class="byline">By <a href="/author/jane">Jane Doe</a> in Bern</p>',
        JANE,
    ),
    "owner of the site": (H1 + '<p class="byline">By <a href="/">Jane Doe</a></p>', JANE),
    "person behind the site": (
        H1 + '<p class="byline"><a href="/">Bern Chronicle</a> <b>Jane Doe</b>.</p>',
        JANE,
    ),
    "RDFa": (H1 + '<span property="dc:creator">Jane Doe</span>', JANE),
    "profile link in a loose line": (
        f'{H1}<div>3 Mar by <a href="/author/jane">Jane Doe</a><p>{"It snowed. " * 20}</p></div>',
        JANE,
    ),
    "rel author": (H1 + '<a rel="author" href="/x">Jane Doe</a>', JANE),
    "profile link": (H1 + '<a href="/staff/jane-doe">Jane Doe</a>', JANE),
    "profile link of something else": (H1 + '<a href="/staff/contact">Video Library</a>', []),
    "link to a team": (H1 + '<p><a href="/nhl/team/bern-bears">Bern Bears</a> won.</p>', []),
    "microdata": ('<p itemprop="author">Jane Doe</p>', JANE),
    "label of a date that is called an author's": (
        H1 + '<p class="entry-meta"><span class="meta-prep meta-prep-author">Geplaatst op</span>'
        ' <a href="/d">2 mei 2024</a> door <a href="/author/rasos" rel="author">rasos</a></p>',
        ["rasos"],
    ),
    "end of a sentence with a link": (
        H1 + '<p class="postmetadata">Du kannst einen <a href="/t">Trackback</a> von Deiner Seite'
        " setzen.</p>",
        [],
    ),
    "account that Joomla comes with": ('<meta name="author" content="Super User">', []),
    "name of a user": (
        H1 + '<p class="submitted">By <span class="username">rasos</span></p>',
        ["rasos"],
    ),
    "label of a form": (H1 + '<form><label class="username">Jane Doe</label></form>', []),
    "meta line with a sentence": (
        H1 + '<p class="postmetadata">You can <a>trackback</a> from your own site.</p>',
        [],
    ),
    "meta line": (H1 + '<p class="entry-meta">2 May 2024 <i>by</i> <a>Jane Doe</a></p>', JANE),
    "Russian": (H1 + '<div class="article__author">Автор: Анна Иванова</div>', ["Анна Иванова"]),
    "Kazakh": (H1 + '<div class="author">Автор: Айгүл Сәрсенова</div>', ["Айгүл Сәрсенова"]),
    "Japanese": (H1 + '<p class="author">文／山田花子</p>', ["山田花子"]),
    "pen name": (H1 + '<p class="author">by <b>snowqueen</b></p>', ["snowqueen"]),
    "comment authors": (H1 + '<div class="comments"><b class="author">Tim Troll</b></div>', []),
    "author of a teaser": (H1 + '<div class="related"><p class="author">Max Muster</p></div>', []),
    "page with a sidebar layout": (
        f'<div class="with sidebar">{H1}<p class="byline">By Jane Doe</p></div>',
        JANE,
    ),
    "photographer": (
        H1 + '<figure><p class="author">Max Muster</p></figure><p class="author">Jane Doe</p>',
        JANE,
    ),
    "two elements": (
        H1 + '<p><a class="author">Jane Doe</a>, <a class="author">Max Muster</a></p>',
        TWO,
    ),
    "elements of one make": (
        H1 + '<div class="author"><i>Authors</i><b>Jane Doe</b><b>Max Muster</b></div>',
        TWO,
    ),
    "one of two is linked": (
        H1
        + '<div class="author">Authors <a href="/author/jd"><span class="name">Jane Doe</span></a>'
        + '<span class="name">Max Muster</span></div>',
        TWO,
    ),
    "elements of one make that say more": (
        H1 + '<div class="author"><b>Jane Doe</b><b>covers snow</b></div>',
        JANE,
    ),
    "Slavic field": (H1 + '<div class="field-avtor"><p>Jane Doe</p></div>', JANE),
    "author of a testimonial": (H1 + '<p class="testimonial_author">Jane Doe</p>', []),
    "who is quoted": (H1 + '<blockquote><i class="author">Jane Doe</i></blockquote>', []),
    "category in the byline": (
        H1 + '<p class="entry-meta">By <b>Jane Doe</b> <a rel="tag" href="/n">Firm News</a></p>',
        JANE,
    ),
    "the desk": (H1 + '<p class="author">Redaktion</p>', ["Redaktion"]),
    "a town instead of a link": (
        H1 + '<p>In <a href="/author/x">this story</a> it snowed.</p>',
        [],
    ),
    "photo line": (H1 + '<p class="author"><i>Foto:</i> <b>Max Muster</b></p>', []),
    "biography": (
        H1 + '<div class="author"><p>Jane Doe</p><p>Jane Doe covers snow.</p></div>',
        JANE,
    ),
    "article called by its author": (
        H1
        + "<div class='post author-jane-doe'>"
        + "<p>It snowed all day, and at night the trams stood still in the old town.</p>" * 30
        + "<p>New Snow</p></div>",
        [],
    ),
    "link to the archive": (
        H1 + '<div class="byline"><b>Jane Doe</b> <a href="/author/jd/archive">Archive</a></div>',
        JANE,
    ),
    "a table of contents": (H1 + '<div class="byline">文章目录</div>', []),
    "a reader": (H1 + '<div class="author">易江苏省徐州市网友</div>', []),
    "a word for source": (H1 + '<div class="byline">ที่มา</div>', []),
    "how to become an author": (
        H1 + '<a class="author" href="/author/x">Как стать автором</a>',
        [],
    ),
    "size of type": (H1 + '<div class="author">字サイズ</div>', []),
    "what authors are offered": (H1 + '<a class="author" href="/author/w">仕事依頼</a>', []),
    "mail button": (H1 + '<div class="byline">أرسل بريدا إلكترونيا</div>', []),
    "last change": (H1 + '<div class="byline">Son Güncelleme</div>', []),
    "author behind a word for posted": (
        H1 + '<p class="author">梅梅 發表在 <a>港口新聞網</a> <a>留言(3)</a></p>',
        ["梅梅"],
    ),
    "a paper in capitals": (H1 + '<div class="byline">USA TODAY</div>', []),
    "follow button": (
        H1 + '<div class="author"><a href="/author/jd">Jane Doe</a><a>Follow</a></div>',
        JANE,
    ),
}


@pytest.mark.parametrize(("html", "names"), PRINTED.values(), ids=PRINTED)
def test_printed_authors_are_read(html: str, names: list[str]) -> None:
    assert read(html).names == names


PROSE = (
    "<p>It snowed in Bern on Thursday, and by noon the trams stood still all over the town.</p>"
    "<p>The mayor said that the ploughs had been put away in March, as they are every year.</p>"
    "<p>By evening most of it had melted, and the tram line to the south was open again.</p>"
)
LINES = {
    "2 May 2024, 14:20 | By Jane Doe | 311 views": JANE,
    "Posted on May 2, 2024 by Jane Doe": JANE,
    "11.12.2019 - Jane Doe": JANE,
    "May 2, 2024 Upper Bern": [],
    "By Jane Doe": JANE,
    "Von Jane Doe und Max Muster": TWO,
    "Автор: Анна Иванова": ["Анна Иванова"],
    "02.05.2024 | 13:10 Uhr | Jane Doe": JANE,
    "<b>Jane Doe</b>": JANE,
    "編集部：山田 太郎": ["山田 太郎"],
    "By noon it had stopped snowing": [],
    "<b>Snow in May</b>, said Jane": [],
    "Jane Doe | 02.05.2024 - Updated: 02.05.2024": JANE,
    "Upper Bern | 311 views": [],
    "نوشته شده توسط سایه مهرگان در پنجشنبه دوم دی ۱۳۸۹ ساعت ۲۳:۴۱": ["سایه مهرگان"],
    "Sat, 12/03/2011 - 10:12 — Jane Doe": ["Jane Doe"],
}


@pytest.mark.parametrize(("line", "names"), LINES.items())
def test_byline_is_read_among_the_blocks_of_the_text(line: str, names: list[str]) -> None:
    page = parse_page(f"<h1>{TITLE}</h1><p>{line}</p><p>It snowed in Bern.</p>", url=URL)
    blocks = [Printed(p, str(p.text_content())) for p in page.root.iter("p")]
    body = Body(page_blocks=blocks)
    found = read_authors(page, read_structured(page), body, title=TITLE, rules=GENERIC)
    assert found == Authors(names, "text" if names else "")


def test_line_that_is_no_text_may_hold_more_than_its_author() -> None:
    page = parse_page(
        f"<h1>{TITLE}</h1><p>By Jane Doe, The Bern Reporter Wednesday, June 05, 2013</p>", url=URL
    )
    element = next(page.root.iter("p"))
    line = Printed(element, str(element.text_content()), reason="credit")
    found = read_authors(
        page, read_structured(page), Body(page_blocks=[line]), title=TITLE, rules=GENERIC
    )
    assert found == Authors(JANE, "text")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe<br>Bay News, Upper Bern", JANE),
        ("Topic: Trade, Local Elections<br/>By: <a href=/who>Jane Doe</a>", JANE),
        ("Snow in May<br>Upper Bern", []),
    ],
    ids=["above an office", "below a topic", "no byline"],
)
def test_byline_is_a_line_of_a_block_with_breaks(line: str, names: list[str]) -> None:
    page = parse_page(f"<h1>{TITLE}</h1><div>{line}</div>", url=URL)
    element = next(page.root.iter("div"))
    block = Printed(element, " ".join(" ".join(element.itertext()).split()), reason="credit")
    body = Body(page_blocks=[block])
    found = read_authors(page, read_structured(page), body, title=TITLE, rules=GENERIC)
    assert found.names == names


def test_lines_of_an_element_are_no_byline_of_one_of_its_blocks() -> None:
    page = parse_page(f"<h1>{TITLE}</h1><div>By Jane Doe<br>Bay<br><br>Upper Bern</div>", url=URL)
    block = Printed(next(page.root.iter("div")), "Upper Bern", reason="credit")
    body = Body(page_blocks=[block])
    found = read_authors(page, read_structured(page), body, title=TITLE, rules=GENERIC)
    assert found == Authors([], "")


def test_name_in_a_line_of_the_text_is_no_byline() -> None:
    text = "<p><b>The Keeper's Lamp</b><br>By Jane Doe<br>Bay Books, 311 pages</p>"
    assert extract(f"<h1>{TITLE}</h1><div>{PROSE}{text}{PROSE}</div>", url=URL).authors == []


def test_bold_heading_is_no_name() -> None:
    page = parse_page(f"<h1>{TITLE}</h1><h2><b>Key Takeaways</b></h2>", url=URL)
    heading = next(page.root.iter("h2"))
    body = Body(page_blocks=[Printed(heading, "Key Takeaways")])
    found = read_authors(page, read_structured(page), body, title=TITLE, rules=GENERIC)
    assert found == Authors([], "")


def test_name_set_apart_before_the_text_counts_more_than_the_site() -> None:
    page = parse_page(
        f"{SITE}<h1>{TITLE}</h1><p>by Bern Post</p><p>2 May 2024</p>"
        "<p><b>Jane Doe</b></p><p>It snowed in Bern.</p>",
        url=URL,
    )
    reasons = ["credit", "date_line", None, None]
    paragraphs = zip(page.root.iter("p"), reasons, strict=True)
    blocks = [Printed(p, str(p.text_content()), reason=reason) for p, reason in paragraphs]
    body = Body(page_blocks=blocks)
    found = read_authors(page, read_structured(page), body, title=TITLE, rules=GENERIC)
    assert found == Authors(JANE, "text")


@pytest.mark.parametrize("line", ["Autorin/Autor Jane Doe", "مصنف, Jane Doe"])
def test_word_for_author_is_read_wherever_it_stands(line: str) -> None:
    page = parse_page(f"<h1>{TITLE}</h1><p>It snowed.</p><ul><li>{line}</ul>")
    elements = [*page.root.iter("p", "li")]
    blocks = [Printed(e, str(e.text_content()), in_range=e.tag == "p") for e in elements]
    body = Body(page_blocks=blocks)
    found = read_authors(page, read_structured(page), body, title=TITLE, rules=GENERIC)
    assert found == Authors(JANE, "text label")


def test_profile_of_somebody_that_a_sentence_names_is_no_byline() -> None:
    link = '<a href="/profile/jane-doe">Jane Doe</a>'
    named = PROSE.replace("</p><p>The mayor", f" Her deputy {link} and the mayor", 1)
    assert extract(f"<h1>{TITLE}</h1>{named}", url=URL).authors == []
    assert extract(f"<h1>{TITLE}</h1><p>{link}</p>{PROSE}", url=URL).authors == JANE


@pytest.mark.parametrize("before", ["", "Written by: "])
def test_biography_with_a_profile_is_a_byline(before: str) -> None:
    link = '<a href="/profile/jane-doe">Jane Doe</a>'
    biography = f"<p>{before}{link} has written on trams, snow and ploughs for the Bern Post since"
    end = f"{biography} 1998, and lives with two dogs in the old town of Bern.</p>"
    assert extract(f"<h1>{TITLE}</h1>{PROSE}{end}", url=URL).authors == JANE


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("<div><span>By</span><span>Jane Doe</span></div>", JANE),
        ("<div><span>Von</span><b>Jane Doe</b></div>", JANE),
        ("<p>Written by</p><p>Jane Doe</p>", JANE),
        ("<p>Written by <b>Jane Doe</b> who lives near Sluis and builds useful things.</p>", JANE),
        ("<div>Por:</div><div>Jane Doe</div>", JANE),
        ("<p>About</p><p>Jane Doe</p>", []),
        ("<p>By</p><p>It snowed for three days, said the mayor.</p>", []),
        ("<div><b>By</b>ron Hill</div>", []),
    ],
)
def test_label_that_a_style_sheet_parts_from_the_name(head: str, names: list[str]) -> None:
    assert extract(f"<h1>{TITLE}</h1>{head}{PROSE}", url=URL).authors == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p>Written by Jane Doe</p>", JANE),
        ("<h4>Geschrieben von Jane Doe</h4>", JANE),
        ("<p>(Reporting by Jane Doe and Max Muster; editing by Ann Roe)</p>", TWO),
        ("<p>About the author: Jane Doe</p>", JANE),
        ("<p>Words: Jane Doe</p>", JANE),
        (
            (
                "<p>Posted by Jane Doe on May 2, 2024 at 08:14 AM in <a href=/c>The weather</a>,"
                " <a href=/d>Winters of the last century</a> | <a href=/p>Permalink</a></p>"
            ),
            JANE,
        ),
        (
            (
                "<p>Posted by Old, New and Later Weather at 9:01 AM in the <a href=/c>Weather</a>,"
                " <a href=/d>Winters of the last century</a> | <a href=/p>Permalink</a></p>"
            ),
            [],
        ),
        ("<div><a href=/b>Sun in June</a><p>By Jane Doe</p></div>", []),
        ("<ul><li>1<li>2<li>3<li>4<li>5</ul><p>Written by Jane Doe</p>", []),
    ],
)
def test_line_right_behind_the_text_may_say_who_wrote_it(end: str, names: list[str]) -> None:
    html = f"<main><h1>{TITLE}</h1><div>{PROSE}</div></main><footer>{end}</footer>"
    assert extract(html, url=URL).authors == names


def test_signature_is_read_when_nothing_else_names_anybody() -> None:
    page = parse_page("<p>It snowed.</p><p>It stopped.</p><p>All day.</p><p><i>Jane Doe</i></p>")
    blocks = [Printed(p, str(p.text_content())) for p in page.root.iter("p")]
    body = Body(page_blocks=blocks)
    found = read_authors(page, read_structured(page), body, title=TITLE, rules=GENERIC)
    assert found == Authors(JANE, "signature")


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("<p class=align-right>Jane Doe</p>", JANE),
        ("<p style='text-align: right'><em>Jane Doe</em></p>", JANE),
        ("<div align=right>Jane Doe</div>", JANE),
        ("<p>Jane Doe</p>", []),
        ("<p class=align-right>The mayor was asleep</p>", []),
        ("<p style='text-align:right'>Jane Doe - Max Muster</p><p>*Names were changed.</p>", TWO),
    ],
)
def test_name_at_the_right_below_the_text_signs_it(end: str, names: list[str]) -> None:
    html = f"<main><h1>{TITLE}</h1><div>{PROSE}{end}</div></main>"
    assert extract(html, url=URL).authors == names


def test_line_of_a_chinese_source_names_the_author() -> None:
    line = "2026-11-21 09:36:52 来源：岭东日报 作者：许家宁 于海 编辑：小禾 【大 中 小】"
    text = "<p>" + "市政府周四表示，渡轮将于下周恢复通航，票价不变。" * 4 + "</p>"
    article = extract(f"<div><h1>渡轮下周恢复通航</h1><p>{line}</p>{text * 3}</div>", url=URL)
    assert article.authors == ["许家宁", "于海"]
    assert "来源" not in article.text


def test_line_behind_a_chinese_text_names_its_reporters() -> None:
    text = "<p>" + "市政府周四表示，渡轮将于下周恢复通航，票价不变。" * 4 + "</p>"
    end = "<p>（岭东日报记者 邱望 通讯员 佟小满）</p>"
    article = extract(f"<div><h1>渡轮下周恢复通航</h1>{text * 3}{end}</div>", url=URL)
    assert article.authors == ["邱望", "佟小满"]
    assert "记者" not in article.text


def test_line_behind_a_chinese_text_labels_its_author() -> None:
    text = "<p>" + "市政府周四表示，渡轮将于下周恢复通航，票价不变。" * 4 + "</p>"
    end = "<p>来源：岭东日报</p><p>记者：许家宁　编辑：小禾　校对：陶然</p>"
    head = "<h1>渡轮下周恢复通航</h1><p class=author>徽州慢生活</p>"
    article = extract(f"<div>{head}{text * 3}{end}</div>", url=URL)
    assert article.authors == ["许家宁"]


def test_signatures_of_several_letters_name_no_author_and_are_text() -> None:
    letter = "<p>To the editor: the snow on our street was left where it fell for six days.</p>"
    signed = ("Jane Doe, Bern", "Max Muster, Thun", "Ann Lee, Biel")
    text = "".join(f"{letter * 2}<p><i>{name}</i></p>" for name in signed)
    article = extract(f"<main><h1>Letters on the snow</h1><div>{text}</div></main>", url=URL)
    assert article.authors == []
    assert all(name in article.text for name in signed)


def test_name_set_apart_above_what_the_person_is_signs_a_text() -> None:
    end = (
        "<p><b><em>Jane Doe,</em></b></p><p><b>writer</b></p><p><em>Bern,</em><br><em>Thun</em></p>"
    )
    article = extract(f"<main><h1>{TITLE}</h1><div>{PROSE}{end}</div></main>", url=URL)
    assert article.authors == JANE
    assert not {"writer", "Jane Doe,"} & {block.text for block in article.blocks}


@pytest.mark.parametrize(
    ("first", "names"),
    [
        ("<b>BERN, 5 May — RMP News, Jane Doe.</b>", JANE),
        ("<b>BERN, 5 May — RMP News.</b>", []),
        ("BERN, 5 May — RMP News, Jane Doe.", []),
        ("<b>BERN, 5 May — RMP News, the office says.</b>", []),
    ],
)
def test_bold_words_of_an_agency_name_who_reports(first: str, names: list[str]) -> None:
    lead = f"<p>{first} It snowed in Bern for the third day, and no train left.</p>"
    html = f"<main><h1>{TITLE}</h1><div>{lead}{PROSE}</div></main>"
    assert extract(html, url=URL).authors == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("(Jane Doe, 23.7.2025)", JANE),
        ("(Jane Doe, Max Muster, 23. 7. 2025)", TWO),
        ("(APA, red, 23.7.2025)", []),
        ("(seen in Bern, 23.7.2025)", []),
    ],
)
def test_names_and_the_day_in_brackets_end_a_text(end: str, names: list[str]) -> None:
    last = f"<p>It will snow again on Friday, the office says. {end}</p>"
    html = f"<main><h1>{TITLE}</h1><div>{PROSE}{last}</div></main>"
    assert extract(html, url=URL).authors == names


def test_names_above_what_they_are_count_more_than_the_stated_site() -> None:
    site = "content='Daily Snow'"
    head = f"<meta property=og:site_name {site}><meta name=author {site}>"
    line = "<li><img src=a.jpg><div><p>{}</p><p>{}</p></div></li>"
    names = line.format("Jane Doe", "redacteur Economie") + line.format(
        "Max Muster", "verslaggever"
    )
    body = f"<main><h1>{TITLE}</h1><ul>{names}</ul><div>{PROSE}</div></main>"
    assert extract(f"<html><head>{head}</head><body>{body}</body></html>", url=URL).authors == TWO


def test_signature_counts_more_than_the_desk() -> None:
    head = "<meta name=author content='Redaktion Bern'>"
    end = "<p style='text-align: right'><b>Jane Doe</b><br><i>She keeps the lighthouse.</i></p>"
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1><div>{PROSE}{end}</div></body></html>"
    assert extract(html, url=URL).authors == JANE


@pytest.mark.parametrize(
    ("label", "names"),
    [
        pytest.param("<td>Author</td>", TWO, id="label"),
        pytest.param("<td>Source</td>", [], id="another label"),
        pytest.param("<td>Author</td></tr><tr>", [], id="another row"),
    ],
)
def test_word_for_author_and_the_names_may_be_cells_of_a_row(label: str, names: list[str]) -> None:
    row = f"<table><tr>{label}<td>Jane Doe, Max Muster</td></tr></table>"
    html = f"<main><h1>{TITLE}</h1><div>{PROSE}</div></main><footer>{row}</footer>"
    assert extract(html, url=URL).authors == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Jane Doe, Max Muster, Post correspondent - May 19, 2019 - 05:12 AM", TWO),
        ("Five Hours Of Snow - May 19, 2019 - 05:12 AM", []),
    ],
)
def test_names_with_a_role_may_stand_before_the_date(line: str, names: list[str]) -> None:
    html = f"<main><h1>{TITLE}</h1><div>{line}</div><div>{PROSE}</div></main>"
    assert extract(html, url=URL).authors == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        pytest.param(["By Redaktion Bern", "By Jane Doe"], JANE, id="a desk first"),
        pytest.param(["By Daily Snow", "By Redaktion Bern"], ["Redaktion Bern"], id="the site"),
    ],
)
def test_person_counts_more_than_desk_and_site_wherever_named(
    lines: list[str], names: list[str]
) -> None:
    head = "<meta property=og:site_name content='Daily Snow'>"
    printed = "".join(f"<p>{line}</p>" for line in lines)
    body = f"<main><h1>{TITLE}</h1>{printed}<div>{PROSE}</div></main>"
    assert extract(f"<html><head>{head}</head><body>{body}</body></html>", url=URL).authors == names


def test_byline_right_above_the_text_is_read_however_far_the_headline_is() -> None:
    shares = "".join(f"<li class=share><a href=/{n}>Share</a></li>" for n in range(20))
    text = "".join(
        f"<p>It snowed in Bern for the {n}th day, and no train left.</p>" for n in range(4, 20)
    )
    html = f"<main><h1>{TITLE}</h1><ul>{shares}</ul><div><p>By Jane Doe</p>{text}</div></main>"
    assert extract(html, url=URL).authors == JANE


def test_question_of_a_reporter_names_nobody_and_is_text() -> None:
    talk = "<p>记者：怎么想到要去修它？</p><p>沈其昌：那年县里来人量尺寸，我跟着上去看热闹。</p>"
    html = f"<main><h1>七十岁学修钟</h1><div>{talk * 3}</div></main>"
    article = extract(html, url=URL)
    assert article.authors == []
    assert "怎么想到要去修它" in article.text


def test_signature_counts_more_than_the_site() -> None:
    site = "content='Daily Snow'"
    head = f"<meta property=og:site_name {site}><meta name=author {site}>"
    end = "<p><b>Jane Doe</b></p>"
    html = f"<html><head>{head}</head><body><h1>{TITLE}</h1><div>{PROSE}{end}</div></body></html>"
    assert extract(html, url=URL).authors == JANE
    assert extract(html.replace("Jane Doe", "【Jane Doe】"), url=URL).authors == ["Daily Snow"]


@pytest.mark.parametrize(
    ("first", "names"),
    [
        (
            "〔記者王冠仁／台北報導〕北市近來有人假冒瓦斯行員工，警方追查。",
            ["王冠仁"],
        ),
        ("新华社记者郑雨桐、林海峰", ["郑雨桐", "林海峰"]),
        ("本报讯（记者/梁健生 通讯员/吴小玲）渡轮昨日重新开航。", ["梁健生", "吴小玲"]),
        ("晨报新闻记者 林夏 实习生 郑予涵", ["林夏", "郑予涵"]),
        ("（中央社記者王淑芬台北22日電）颱風外圍環流影響，東部地區今天有大雨。", ["王淑芬"]),
        ("〔記者蘇婉如、柯宗祐／嘉義報導〕渡輪昨天重新開航。", ["蘇婉如", "柯宗祐"]),
        ("〔記者蘇婉如、柯宗祐／張明德〕渡輪昨天重新開航。", ["蘇婉如", "柯宗祐", "張明德"]),
        ("江海网消息（江海日报）（记者 熊启明 通讯员 柯贤良）渡轮", ["熊启明", "柯贤良"]),
        ("新华社北京11月8日电（记者 王丽、李强）渡轮", ["王丽", "李强"]),
        ("江海网武汉11月8日电 (王丽 李强)渡轮", ["王丽", "李强"]),
        ("湖滨日报讯 （记者王丽、通讯员李强）渡轮", ["王丽", "李强"]),
        ("湖滨都市报新视野新闻记者 王丽 通讯员 李强", ["王丽", "李强"]),
        ("渡轮昨日开航（王丽 李强）渡轮", []),
        ("渡轮开航。11月8日电（王丽 李强）渡轮", []),
        ("渡輪昨日開航，旅客上船。（園區提供）", []),
        ("文 | 阿棠", ["阿棠"]),
        ("文丨刺猬商业，作者丨郁秋，编辑丨老K", ["郁秋"]),
        ("作者丨郁秋 编辑丨老周", ["郁秋"]),
    ],
)
def test_reporters_are_read_where_a_chinese_text_begins(first: str, names: list[str]) -> None:
    text = "渡輪今年再度啟航，港口管理處表示，票價維持不變，旅客可以在現場購票。" * 3
    html = f"<h1>渡輪再度啟航</h1><div><p>{first}</p><p>{text}</p><p>{text}</p></div>"
    assert extract(html, url=URL).authors == names


@pytest.mark.parametrize(
    ("end", "names"),
    [
        ("港の人たちは「ようやく」と話した。【平塚雄太、田中韻一】", ["平塚雄太", "田中韻一"]),
        ("港の人たちは「ようやく」と話した。（平塚雄太）", ["平塚雄太"]),
        ("（平塚雄太）", ["平塚雄太"]),
        ("港の人たちは「ようやく」と話した。（敬称略）", []),
        ("港の人たちは「ようやく」と話した。（共同通信）", []),
        ("港の人たちは「ようやく」と話した。【関連記事】", []),
        ("港の人たちは【平塚雄太】", []),
    ],
)
def test_reporters_are_read_where_a_japanese_text_ends(end: str, names: list[str]) -> None:
    text = "フェリーは来週から運航を再開する。料金は据え置かれ、乗客は窓口で券を買える。" * 3
    html = f"<h1>フェリー再開</h1><div><p>{text}</p><p>{text}</p><p>{end}</p></div>"
    assert extract(html, url=URL).authors == names


def test_rule_comes_first_and_its_source_is_told() -> None:
    html = ld("Max Muster") + '<p class="who">By Jane Doe</p>'
    assert read(html, Rules(authors="p.who")) == Authors(JANE, "rules")
    assert read(html, Rules(authors="p.none")) == Authors(["Max Muster"], "json_ld")
    assert read(html, Rules(authors="//p[@class='who']/text()")) == Authors(JANE, "rules")


@pytest.mark.parametrize(
    ("stated", "first", "names"),
    [
        ("网易", "江河晚报讯（记者 谢丹）", ["谢丹"]),
        ("网易", "文｜谢丹</p><p>", ["谢丹"]),
        ("李晓燕", "江河晚报讯（记者 谢丹）", ["谢丹"]),
        ("李晓燕", "江河晚报讯（记者 江河网）", ["李晓燕"]),
        ("李晓燕", "【文/江河网专栏作者 谢丹】", ["谢丹"]),
        ("李晓燕", "【采访/江河网 谢丹】", ["谢丹"]),
        ("李晓燕", "【编译/谢丹】", ["谢丹"]),
        ("李晓燕", "【文/江河网】", ["李晓燕"]),
        ("李晓燕", "作者：江河晚报</p><p>", ["李晓燕"]),
        ("李晓燕", "书名：渡口 作者：谢丹</p><p>", ["李晓燕"]),
    ],
    ids=[
        *("outlet", "outlet, text by", "person", "no person in the text"),
        *("columnist", "interviewer", "translator", "outlet in the text", "outlet behind a label"),
        "author of a book",
    ],
)
def test_reporters_in_the_text_count_more_than_who_the_page_states(
    stated: str, first: str, names: list[str]
) -> None:
    text = "四百多升柴油不翼而飞，警方正在调查此事，渡轮照常航行，港口也没有关闭。"
    head = f"<meta name=author content='{stated}'><h1>柴油不翼而飞</h1>"
    assert extract(f"{head}<div><p>{first}{text}</p><p>{text}</p></div>", url=URL).authors == names


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("<a href=/author/1>Jane Doe</a>, <a href=/author/2>Max Muster</a>, May 3", TWO),
        ("<a href=/author/1>Jane Doe</a>, Max Muster, May 3", JANE),
        ("<a href=/author/1>Jane Doe</a>, <a href=/author/2>Bern</a>, May 3", JANE),
        ("<a href=/author/1>Jane Doe</a>, checked by <a href=/author/2>Max Muster</a>", JANE),
        (f"<a href=/author/1>Jane Doe</a> {'wrote' * 19} <a href=/author/2>Max Muster</a>", JANE),
    ],
    ids=["linked", "not linked", "no person", "in a role", "in a long text"],
)
def test_authors_whom_the_byline_links_join_the_one_stated(byline: str, names: list[str]) -> None:
    for box in ("p class=byline", "p"):
        html = f"{ld('Jane Doe')}<h1>{TITLE}</h1><{box}>{byline}</p>{PROSE}"
        assert extract(html, url=URL).authors == names


CALLED_AUTHORS = """
author byline reporter journalist correspondent autor firma auteur signataire autore verfasser
redakteur redacteur schrijver forfatter skribent kirjoittaja redaktor szerzo ujsagiro avtor
muhabir yazar penulis wartawan tacgia jurnalist kisha
"""


@pytest.mark.parametrize("name", CALLED_AUTHORS.split())
def test_class_calls_it_an_author_in_many_languages(name: str) -> None:
    html = f'<main><h1>{TITLE}</h1><div><span class="{name}">Jane Doe</span></div>{PROSE}</main>'
    assert extract(html, url=URL).authors == JANE

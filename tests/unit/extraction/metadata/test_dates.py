"""When a page says it was published and changed, place by place."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discovery.candidates import Candidate
from newscrawl.extraction import extract
from newscrawl.extraction.metadata.dates import Dates, read_dates
from newscrawl.extraction.metadata.title import read_title
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import read_body

DOWNLOADED = datetime(2026, 11, 22, 20, tzinfo=UTC)
TEXT = "".join(
    f"<p>The council met for the {word} time and talked for hours about the old bridge, its cost"
    " and the winter, and then it went home without a vote because nobody had brought a pen.</p>"
    for word in ("first", "second", "third", "fourth")
)


def read(
    head: str = "",
    top: str = "",
    *,
    url: str = "https://paper.example/news/bridge",
    above: str = "",
    after: str = "",
    rules: Rules | None = None,
    hints: Candidate | None = None,
    html: str = "<html>",
    language: str | None = None,
) -> Dates:
    rules = rules or Rules()
    source = (
        f"{html}<head><title>Bridge stays shut</title>{head}</head><body><main>"
        f"{above}<h1>Bridge stays shut</h1>{top}{TEXT}{after}</main></body></html>"
    )
    page = parse_page(source, url=url)
    structured = read_structured(page)
    title = read_title(page, structured, rules=rules)
    body = read_body(page, structured, title=title.text, rules=rules)
    return read_dates(
        page,
        structured,
        body,
        title=title.text,
        language=language or rules.language or structured.language,
        rules=rules,
        hints=hints,
        downloaded=DOWNLOADED,
    )


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


ARTICLE = (
    '{"@type": "NewsArticle", "headline": "Bridge stays shut", "datePublished": "%s",'
    ' "dateModified": "%s"}'
)


@pytest.mark.parametrize(
    ("head", "top", "published", "source"),
    [
        pytest.param(
            json_ld(ARTICLE % ("2025-03-05T10:15:30+01:00", "2025-03-06T08:00:00+01:00")),
            "<p class=date>7 March 2025</p>",
            "2025-03-05T10:15:30+01:00",
            "json_ld",
            id="JSON-LD before print",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-05T10:15:30+01:00"),
            "<p class=date>1 January 2020</p>",
            "2020-01-01",
            "text",
            id="an older print: the blog was built anew",
        ),
        pytest.param(
            meta("article:published_time", "2026-11-22T20:00:00+00:00"),
            "<p>Veröffentlicht: Sonntag, 13.11.2025, 09:12 Uhr</p>",
            "2025-11-13",
            "text",
            id="with its label, too",
        ),
        pytest.param(
            json_ld(ARTICLE % ("2025-03-05T10:15:30+01:00", "2025-03-05T10:15:30+01:00")),
            "<p class=date>1 January 2020</p>",
            "2025-03-05T10:15:30+01:00",
            "json_ld",
            id="but a newsroom states when it published",
        ),
        pytest.param(
            json_ld(
                '{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01T00:00:00Z"}, '
                + ARTICLE % ("2025-03-05T10:15:30+01:00", "")
                + "]}"
            ),
            "",
            "2025-03-05T10:15:30+01:00",
            "json_ld",
            id="the article of a graph, not its page",
        ),
        pytest.param(
            json_ld('{"@type": "NewsArticle", "headline": "A", "datePublished": "2025-03-05",}'),
            "",
            "2025-03-05",
            "json_ld",
            id="broken JSON-LD",
        ),
        pytest.param(
            json_ld('{"@type": "WebPage", "datePublished": "2025-03-05T10:15:30+01:00"}'),
            "",
            "2025-03-05T10:15:30+01:00",
            "json_ld",
            id="the page's JSON-LD when no article is stated",
        ),
        pytest.param(
            json_ld(ARTICLE % ("2025-03-05", "")),
            "<p><time datetime='2025-03-05T10:15+01:00'>5 March</time></p>",
            "2025-03-05T10:15:00+01:00",
            "time",
            id="a minute of the same day beats the day",
        ),
        pytest.param(
            json_ld(ARTICLE % ("2025-03-05", "")),
            "<p><time datetime='2025-04-01T10:15+01:00'>1 April</time></p>",
            "2025-03-05",
            "json_ld",
            id="a minute of another day does not",
        ),
        pytest.param(
            meta("article:published_time", "1970-01-01T00:00:00Z"),
            "<p>Published 5 March 2025</p>",
            "2025-03-05",
            "text",
            id="the epoch is no date",
        ),
        pytest.param(
            meta("article:published_time", "2031-01-01T00:00:00Z"),
            "<p>Published 5 March 2025</p>",
            "2025-03-05",
            "text",
            id="nor is the future",
        ),
        pytest.param(
            "",
            "<p>By Ann Lee | 5 March 2025 | Updated 6 March 2025</p>",
            "2025-03-05",
            "text",
            id="a byline with two dates",
        ),
        pytest.param(
            "",
            "<p>Updated 6 March 2025, published 5 March 2025</p>",
            "2025-03-05",
            "text",
            id="labels tell the two apart",
        ),
        pytest.param(
            "", "<div class=post-date>vor 2 Tagen</div>", "2026-11-20", "text", id="relative"
        ),
        pytest.param(
            "",
            "<aside class=related><time datetime='2025-01-01'>1 Jan</time></aside>"
            "<time datetime='2025-03-05'>5 March</time>",
            "2025-03-05",
            "time",
            id="the teaser's time is not the article's",
        ),
        pytest.param(
            "",
            "<abbr class=published title='2025-03-05T10:15:00+01:00'>5.3.</abbr>",
            "2025-03-05T10:15:00+01:00",
            "time",
            id="hAtom",
        ),
        pytest.param(
            "",
            "<figure><time datetime='2025-01-01'>1 Jan</time></figure>"
            "<p>Posted on <time datetime='2025-03-05'>5 March</time></p>",
            "2025-03-05",
            "time",
            id="an embedded post's time is not the article's",
        ),
        pytest.param(
            '<script>{"@context": "https://schema.org", "@type": "NewsArticle",'
            ' "datePublished": "2025-03-05T10:15:30+01:00"}</script>',
            "",
            "2025-03-05T10:15:30+01:00",
            "json_ld",
            id="JSON-LD without its type",
        ),
        pytest.param(
            '<script>state = {"publishedDate":"2025-03-05T10:15:30+01:00"}</script>',
            "",
            "2025-03-05T10:15:30+01:00",
            "json_ld",
            id="the state of a script at last",
        ),
        pytest.param(
            "<script>var ct = \"1741166130\"; var createTime = '2025-03-05 10:15';</script>",
            "",
            "2025-03-05T09:15:30+00:00",
            "json_ld",
            id="the seconds of a script",
        ),
        pytest.param(
            "<script>var createTime = '2025-03-05 10:15';</script>",
            "",
            "2025-03-05",
            "json_ld",
            id="the date in a script's variable",
        ),
        pytest.param(
            json_ld('{"@type": "NewsArticle", "datePublished": "2025-03-05T10:15:30&#43;01:00"}'),
            "",
            "2025-03-05T10:15:30+01:00",
            "json_ld",
            id="JSON-LD with an escaped sign",
        ),
        pytest.param(
            json_ld('{"@type": "NewsArticle", "headline": "A", "datePublished": 2025-03-05}'),
            "",
            "2025-03-05",
            "json_ld",
            id="JSON-LD with a date without quotes",
        ),
        pytest.param(
            "",
            '<p property="dc:date dc:created" content="2025-03-05T10:15:00+01:00">By Ann Lee</p>',
            "2025-03-05T10:15:00+01:00",
            "time",
            id="RDFa",
        ),
        pytest.param(
            '<meta itemprop="datePublished" value="2025-03-05 10:15:30.0">',
            "",
            "2025-03-05",
            "time",
            id="an item that says value for content",
        ),
        pytest.param(
            "",
            f"{TEXT}<footer><div>发布日期：2025-03-05 所属分类：头条</div></footer>",
            "2025-03-05",
            "text",
            id="a label in Chinese, below the text",
        ),
        pytest.param(
            '<meta name="article:published_time" value="2025-03-05T10:15:30+01:00">',
            "",
            "2025-03-05T10:15:30+01:00",
            "meta",
            id="a meta that says value for content",
        ),
        pytest.param(
            meta("pubdate", "03/05/2025"),
            "<p>5 March 2025</p>",
            "2025-03-05",
            "meta",
            id="month first, as the print tells",
        ),
        pytest.param(
            meta("DC.date", "2025-03-01T09:00:00+01:00"),
            "<p class=date>5 March 2025</p>",
            "2025-03-05",
            "text",
            id="print before a meta date that does not say of what",
        ),
        pytest.param(
            meta("DC.date", "2025-03-05T09:00:00+01:00"),
            "<p class=date>5 March 2025</p>",
            "2025-03-05T09:00:00+01:00",
            "meta",
            id="which still has the minute",
        ),
        pytest.param(
            "",
            "<div><img src=/a.jpg alt='The bridge, 1 January 2020'>"
            "<p>The bridge, 1 January 2020</p></div><p class=date>5 March 2025</p>",
            "2025-03-05",
            "text",
            id="a caption's date is the picture's",
        ),
        pytest.param(
            "",
            "<p>martes, 4 de marzo de 2025</p>",
            "2025-03-04",
            "text",
            id="Tuesday is not March",
        ),
        pytest.param(
            "", "<p>Updated 6 March 2025</p>", None, None, id="a change alone is no birth"
        ),
        pytest.param("", "", None, None, id="nothing is stated"),
    ],
)
def test_published_comes_from_the_surest_place(
    head: str, top: str, published: str | None, source: str | None
) -> None:
    dates = read(head, top)
    assert (dates.published, dates.source) == (published, source)


@pytest.mark.parametrize(
    "name",
    [
        "article:published_time",
        "og:article:published_time",
        "datePublished",
        "pubdate",
        "DC.date.issued",
        "dcterms.created",
        "sailthru.date",
        "parsely-pub-date",
        "cXenseParse:recs:publishtime",
        "date",
        "publish-date",
        "publish_date",
        "shareaholic:article_published_time",
        "w-published-date",
        "apub:time",
    ],
)
def test_meta_name_states_publication(name: str) -> None:
    dates = read(meta(name, "2025-03-05T10:15:30+01:00"))
    assert (dates.published, dates.source) == ("2025-03-05T10:15:30+01:00", "meta")


@pytest.mark.parametrize(
    "name", ["article:modified_time", "og:updated_time", "dateModified", "DC.date.modified"]
)
def test_meta_name_states_change_only(name: str) -> None:
    dates = read(meta(name, "2025-03-05T10:15:30+01:00"))
    assert (dates.published, dates.modified) == (None, "2025-03-05T10:15:30+01:00")


@pytest.mark.parametrize(
    ("top", "modified"),
    [
        pytest.param("<p>Updated: 6 March 2025</p>", "2025-03-06", id="en"),
        pytest.param(
            "<h4>Last updated</h4><div>6 March 2025</div>", "2025-03-06", id="a label apart"
        ),
        pytest.param("<p>Обновлено 6 марта 2025</p>", "2025-03-06", id="ru"),
        pytest.param("<p>Жаңартылды: 6 наурыз 2025</p>", "2025-03-06", id="kk"),
        pytest.param("<p>Aktualisiert am 6. März 2025</p>", "2025-03-06", id="de"),
        pytest.param("<p>Mis à jour le 6 mars 2025</p>", "2025-03-06", id="fr"),
        pytest.param("<p>Actualizado el 6 de marzo de 2025</p>", "2025-03-06", id="es"),
        pytest.param("<p>Atualizado em 6 de março de 2025</p>", "2025-03-06", id="pt"),
        pytest.param("<p>Aggiornato il 6 marzo 2025</p>", "2025-03-06", id="it"),
        pytest.param("<p>Оновлено 6 березня 2025</p>", "2025-03-06", id="uk"),
        pytest.param("<p>Güncelleme: 6 Mart 2025</p>", "2025-03-06", id="tr"),
        pytest.param("<p>更新 2025年3月6日</p>", "2025-03-06", id="ja"),
        pytest.param("<p>最終更新日：2025年3月6日</p>", "2025-03-06", id="ja compound"),
        pytest.param("<p>更新时间：2025-03-06</p>", "2025-03-06", id="zh"),
        pytest.param("<p>최종수정일 2025.03.06</p>", "2025-03-06", id="ko"),
        pytest.param("<p>تحديث 6 مارس 2025</p>", "2025-03-06", id="ar"),
        pytest.param("<p>MAJ le 6 mai 2025</p>", "2025-05-06", id="fr, short"),
        pytest.param("<p>Aktualizováno: 6. 3. 2025</p>", "2025-03-06", id="cs"),
        pytest.param("<p>Frissítve: 2025. március 6.</p>", "2025-03-06", id="hu"),
        pytest.param("<p>Ενημερώθηκε 6 Μαρτίου 2025</p>", "2025-03-06", id="el"),
        pytest.param("<p>Actualitzat el 6 de març de 2025</p>", "2025-03-06", id="ca"),
        pytest.param("<p>আপডেট: ৬ মার্চ ২০২৫</p>", "2025-03-06", id="bn"),
    ],
)
def test_printed_change_is_told_apart(top: str, modified: str) -> None:
    dates = read("", top)
    assert (dates.published, dates.modified) == (None, modified)


@pytest.mark.parametrize(
    ("names", "is_published"),
    [
        ("class='entry-date published updated'", True),
        ("class='entry-date updated td-module-date'", True),
        ("class='post-date updated' itemprop='datePublished'", True),
        ("class='updated' pubdate", True),
        ("class='updated'", False),
        ("class='entry-date published updated' itemprop='dateModified'", False),
        ("class='last-updated publish-note'", False),
    ],
)
def test_time_that_is_called_both_is_of_publication(names: str, is_published: bool) -> None:
    time = "2025-03-05T10:15:30+01:00"
    dates = read("", f"<p><time {names} datetime='{time}'>March 5, 2025</time></p>")
    both = (time, None) if is_published else ("2025-03-05", time)
    assert (dates.published, dates.modified) == both


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("تم نشره الجمعة 24 نيسان / أبريل 2020 09:22 مساءً", id="a bar"),
        pytest.param("الجمعة 24 أبريل/نيسان 2020", id="a bar, other way round"),
        pytest.param("24 أبريل (نيسان) 2020 - الجمعة", id="brackets"),
    ],
)
def test_month_with_two_names_is_one_date(line: str) -> None:
    assert read("", f"<div>{line}</div>").published == "2020-04-24"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(
            "This entry was posted on Saturday, December 3rd, 2011 at 10:12 am and is filed under"
            " Crime, Law. You can follow any responses to this entry through the RSS 2.0 feed. You"
            " can leave a response, or trackback from your own site.",
            id="en",
        ),
        pytest.param(
            "Dieser Beitrag wurde am Samstag, 3. Dezember 2011 um %H:%M Uhr veröffentlicht und"
            " unter Recht gespeichert. Sie können Kommentare zu diesem Eintrag über den"
            " RSS-2.0-Feed verfolgen.",
            id="de, without its time",
        ),
        pytest.param(
            "Cette entrée a été publiée le samedi 3 décembre 2011 à 10:12 et est classée dans"
            " Droit. Vous pouvez en suivre les commentaires par le biais du flux RSS 2.0.",
            id="fr",
        ),
    ],
)
def test_date_stands_in_the_first_sentence_of_a_line(line: str) -> None:
    published = read("", after=f'<p class="postmetadata"><small>{line}</small></p>').published
    assert published is not None
    assert published[:10] == "2011-12-03"


@pytest.mark.parametrize("line", ["6. maj 2025", "6. maj 2025 ob 9.10", "tirsdag den 6. maj 2025"])
def test_a_month_is_no_label(line: str) -> None:
    """In French "MAJ" stands before a date of change."""
    assert (read("", f"<p>{line}</p>").published or "").startswith("2025-05-06")


@pytest.mark.parametrize(
    ("top", "modified"),
    [
        pytest.param("<p>Updated 9 March 2025</p>", "2025-03-09", id="a later day"),
        pytest.param("<p>Updated 1 March 2025</p>", "2025-03-05T10:00:00+00:00", id="an earlier"),
        pytest.param("<p>Updated 08/03/2025</p>", "2025-03-05T10:00:00+00:00", id="an unsure one"),
        pytest.param("<p>9 March 2025</p>", "2025-03-05T10:00:00+00:00", id="not called a change"),
        pytest.param(
            "<p>Updated 5 March 2025, 11:14 UTC</p>", "2025-03-05T11:14:00+00:00", id="a later time"
        ),
        pytest.param(
            "<p>Updated 5 March 2025, 11:14</p>", "2025-03-05T10:00:00+00:00", id="whose zone is?"
        ),
    ],
)
def test_change_that_copies_publication_gives_way_to_print(top: str, modified: str) -> None:
    head = json_ld(ARTICLE % ("2025-03-05T10:00:00Z", "2025-03-05T10:00:00Z"))
    assert read(head, top).modified == modified


@pytest.mark.parametrize(
    ("language", "top"),
    [
        ("en", "<p>5 March 2025, 09:30 | Updated 11:14</p>"),
        ("en", "<p>5 March 2025, 09:30 (last updated at 11:14 AM)</p>"),
        ("en", "<p>5 March 2025, 09:30</p><p>Updated: 11:14</p>"),
        ("en", "<p>5 March 2025</p><p>Updated 11:14</p>"),
        ("de", "<p>05.03.2025, 09:30 Uhr, aktualisiert um 11:14 Uhr</p>"),
        ("fr", "<p>Publié le 5 mars 2025 à 09h30, mis à jour à 11h14</p>"),
        ("cs", "<p>5. března 2025 9:30, aktualizováno 11:14</p>"),
        ("ko", "<p>입력 2025.03.05 09:30 수정 11:14</p>"),
        ("ja", "<p>2025年3月5日 9時30分 更新 11時14分</p>"),
    ],
)
def test_change_printed_as_a_time_alone_is_of_the_day_before_it(language: str, top: str) -> None:
    dates = read("", top, rules=Rules(timezone="UTC", language=language))
    assert (dates.published or "")[:10] == "2025-03-05"
    assert dates.modified == "2025-03-05T11:14:00+00:00"


@pytest.mark.parametrize(
    "top",
    [
        pytest.param("<p>5 March 2025, 12:30 | Updated 11:14</p>", id="earlier"),
        pytest.param("<p>5 March 2025, 09:30 | Updated 11 comments</p>", id="no time of day"),
        pytest.param("<p>5 March 2025, 09:30</p><p>Updated scores at 11:14</p>", id="more words"),
        pytest.param("<p>Bridge stays shut</p><p>Updated 11:14</p>", id="no day before"),
    ],
)
def test_time_alone_that_is_no_change(top: str) -> None:
    assert read("", top, rules=Rules(timezone="UTC")).modified is None


@pytest.mark.parametrize(
    ("language", "stated", "modified"),
    [
        pytest.param("en", "2025-03-05T10:00:00+02:00", "2025-03-05T11:14:00+02:00", id="its zone"),
        pytest.param(
            "de", "2025-03-05T09:00:00Z", "2025-03-05T11:14:00+01:00", id="of its language"
        ),
        pytest.param("en", "2025-03-05T12:00:00+02:00", "2025-03-05T12:00:00+02:00", id="earlier"),
    ],
)
def test_copy_gives_way_to_a_later_time_on_the_clock_of_publication(
    language: str, stated: str, modified: str
) -> None:
    head = json_ld(ARTICLE % (stated, stated))
    top = "<p>Updated: 11:14, Wednesday 5 March 2025</p>"
    assert read(head, top, html=f'<html lang="{language}">').modified == modified


def test_copy_gives_no_way_to_itself_on_another_clock() -> None:
    stated = "2025-03-05T10:00:21-05:00"
    head = json_ld(ARTICLE % (stated, stated)) + meta(
        "article:modified_time", stated[:-6] + "-08:00"
    )
    assert read(head).modified == stated


def test_zone_is_learned_from_the_time_of_a_change_last() -> None:
    head = json_ld('{"@type": "Article", "datePublished": "2025-03-05T09:05:00Z"}')
    dates = read(head, "<p>5 March 2025, 11:05 | Updated 12:20</p>")
    assert dates.published == "2025-03-05T11:05:00+02:00"


@pytest.mark.parametrize("changed", ["2025-03-05T11:00:00", "2025-03-06T10:00:00"])
def test_change_of_its_own_stands_before_print(changed: str) -> None:
    head = json_ld(ARTICLE % ("2025-03-05T10:00:00Z", f"{changed}Z"))
    assert read(head, "<p>Updated 9 March 2025</p>").modified == f"{changed}+00:00"


def test_day_in_the_text_that_is_younger_than_the_change_is_dropped() -> None:
    found = read(top="<p>LAST UPDATED: 05/15/2026 20:32</p><p>Friday, June 5, 2026</p>")
    assert found.published is None
    assert (found.modified or "").startswith("2026-05-15")


@pytest.mark.parametrize(
    ("line", "published"),
    [("<p>7 November 2025</p>", "2025-11-07"), ("", None)],
    ids=["at the headline", "elsewhere"],
)
def test_day_far_from_a_printed_change_is_none_of_publication(
    line: str, published: str | None
) -> None:
    top = f"<p>Updated 9 November 2025</p>{line}"
    found = read(top=top, after="<p><a href=/x>Ferry sold</a></p><p>3 November 2025</p>")
    assert (found.published, found.modified) == (published, "2025-11-09")


def test_day_far_from_the_headline_is_of_publication_if_the_change_is_not_printed_there() -> None:
    after = "<p><a href=/x>Ferry sold</a></p><p>3 November 2025</p>"
    found = read(json_ld('{"@type": "Article", "dateModified": "2025-11-09"}'), after=after)
    assert (found.published, found.modified) == ("2025-11-03", "2025-11-09")


def test_day_that_is_called_publication_stays_though_it_is_younger_than_the_change() -> None:
    found = read(top="<p>Letzte Änderung: 31.10.2025 - 14:49</p><p>Erschienen am: 1.11.2025</p>")
    assert (found.published, found.modified) == ("2025-11-01", None)


@pytest.mark.parametrize(
    ("stated", "printed", "published"),
    [
        pytest.param("2025-03-12", "5 March 2025", "2025-03-05", id="a date alone on its line"),
        pytest.param(
            "2025-03-05T10:15:30+01:00",
            "5 March 2025",
            "2025-03-05T10:15:30+01:00",
            id="the same day, with its time",
        ),
        pytest.param(
            "2025-03-12",
            "A look back at 5 March 2025 in pictures",
            "2025-03-12",
            id="a date among words",
        ),
    ],
)
def test_date_on_its_own_line_stands_before_a_vague_meta(
    stated: str, printed: str, published: str
) -> None:
    assert read(meta("date", stated), above=f"<p>{printed}</p>").published == published


def test_a_sentence_of_the_text_that_tells_of_an_update_changes_nothing() -> None:
    sentence = (
        "<p>My story begins on Friday, November 7, 2025, when the council announced a brand new"
        " update to its plans. It had been planning by hand, but was switching to a machine that"
        " plans by itself.</p>"
    )
    dates = read('<meta property="article:published_time" content="2025-01-05">', after=sentence)
    assert dates.modified is None


def test_day_that_the_first_sentence_tells_of_does_not_date_the_page() -> None:
    sentence = "The council says that the old bridge stays shut until 5 March 2025."
    html = f"<h1>Bridge stays shut</h1><div><p>{sentence}</p><p>{sentence} {sentence}</p></div>"
    assert read(html).published is None


def test_headline_without_a_heading_is_found_by_its_words() -> None:
    html = (
        '<meta property="og:title" content="Bridge stays shut">'
        '<table><tr><td><a href="/a">Old mill</a><td>1 March 2015</table>'
        f"<main><div><b>Bridge stays shut</b></div><div>Ann &middot; 2 May 2026</div>{TEXT}</main>"
    )
    assert extract(html, url="https://paper.example/news/bridge").date_published == "2026-05-02"


def test_items_of_a_list_do_not_date_the_page() -> None:
    item = (
        '<li itemprop="itemListElement"><meta itemprop="datePublished" content="2012-06-16"></li>'
    )
    assert read(after=f"<ul>{item}</ul>").published is None


def test_headline_and_date_in_one_link_are_those_of_another_article() -> None:
    times = ('<time datetime="2026-05-02">x</time>', '<time datetime="2026-05-03">y</time>')
    teasers = "".join(f"<a href=/mill><h3>Old mill</h3>{time}</a>" for time in times)
    assert read(after=teasers).published is None
    links = "".join(f"<a href=/news/bridge>{time}</a>" for time in times)
    assert read(after=links).published == "2026-05-02"


def test_footer_of_the_article_dates_it_and_that_of_another_does_not() -> None:
    time = '<footer><time datetime="{}">x</time></footer>'
    page = "<article><h1>Bridge stays shut</h1>{}{}</article>"
    own, other = time.format("2026-05-02"), time.format("2015-05-02")
    teaser = f"<article><h2>Old mill</h2>{other}</article>"
    html = f"<html><body>{page.format(TEXT, own)}{teaser}</body></html>"
    assert extract(html, url="https://paper.example/x").date_published == "2026-05-02"
    html = f"<html><body>{page.format(TEXT, teaser)}</body></html>"
    assert extract(html, url="https://paper.example/x").date_published != "2026-05-02"


@pytest.mark.parametrize("kind", ["CreativeWork", "NewsArticle"])
def test_claim_does_not_date_the_check_of_it(kind: str) -> None:
    claim = f'{{"@type": "{kind}", "headline": "Cows must go", "datePublished": "2026-11-11"}}'
    check = f'{{"@type": "ClaimReview", "datePublished": "2026-11-20", "itemReviewed": {claim}}}'
    assert read(json_ld(check)).published == "2026-11-20"


@pytest.mark.parametrize(
    ("published", "modified", "expected"),
    [
        ("2025-03-05T10:00:00Z", "2019-01-01T10:00:00Z", None),
        ("2025-03-05T16:00:00-03:00", "2025-03-05T12:10:00-03:00", None),
        ("2025-03-05T16:00:00-03:00", "2025-03-05T16:00:00-03:00", "2025-03-05T16:00:00-03:00"),
        ("2025-03-05T16:00:00-03:00", "2025-03-05", "2025-03-05"),
        ("2025-03-05T16:00:00+07:00", "2025-03-05T10:00:00+00:00", "2025-03-05T10:00:00+00:00"),
        ("2025-03-06T02:00:00+00:00", "2025-03-05T23:00:00-05:00", "2025-03-05T23:00:00-05:00"),
    ],
)
def test_change_before_publication_is_dropped(
    published: str, modified: str, expected: str | None
) -> None:
    assert read(json_ld(ARTICLE % (published, modified))).modified == expected


@pytest.mark.parametrize(
    ("head", "top", "url", "zone", "published"),
    [
        pytest.param(
            "",
            "<p>5 March 2025, 10:15</p>",
            "https://paper.example/a",
            "Asia/Almaty",
            "2025-03-05T10:15:00+05:00",
            id="of the rules",
        ),
        pytest.param(
            "",
            "<p>20 мая 2019, 18:44</p>",
            "https://www.paper.kz/a",
            None,
            "2019-05-20T18:44:00+06:00",
            id="of the country",
        ),
        pytest.param(
            meta("article:modified_time", "2025-03-06T08:00:00-03:00"),
            "<p>5 March 2025, 10:15</p>",
            "https://paper.example/a",
            None,
            "2025-03-05T10:15:00-03:00",
            id="of another date of the page",
        ),
        pytest.param(
            meta("article:modified_time", "2025-03-05T08:00:00-03:00"),
            "<p>5 March 2025, 10:15</p>",
            "https://paper.example/a",
            None,
            "2025-03-05T10:15:00-03:00",
            id="even of a change that came too early to be one",
        ),
        pytest.param(
            "",
            "<p>5 March 2025, 10:15</p>",
            "https://paper.example/a",
            None,
            "2025-03-05",
            id="unknown: only the day is told",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-06T02:15:00Z"),
            "<p>5 March 2025, 9:15 pm</p>",
            "https://paper.example/a",
            None,
            "2025-03-05T21:15:00-05:00",
            id="implied by the printed time",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-06T02:15:44Z"),
            "<p>5 March 2025, 9:15 pm</p>",
            "https://paper.example/a",
            None,
            "2025-03-05T21:15:44-05:00",
            id="implied by the printed time, whose seconds are left out",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-06T02:15:00Z"),
            "<p><time datetime='2025-03-05T22:15:00-04:00'>yesterday</time></p>",
            "https://paper.example/a",
            None,
            "2025-03-05T22:15:00-04:00",
            id="stated by a time element of the same instant",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-05T00:00:00Z"),
            "",
            "https://paper.ar/a",
            None,
            "2025-03-05T00:00:00+00:00",
            id="none for the midnight that stands for a day",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-05T23:30:00Z"),
            "",
            "https://zeitung.de/a",
            None,
            "2025-03-06T00:30:00+01:00",
            id="UTC is told on the clock of the country",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-05T23:30:00Z"),
            "<p>05.03.2025 von Redaktion</p>",
            "https://zeitung.de/a",
            None,
            "2025-03-05T23:30:00+00:00",
            id="unless the page prints the day of UTC",
        ),
        pytest.param(
            meta("article:published_time", "2025-03-05T23:30:00Z"),
            "<p>05.03.2025 | aktualisiert 06.03.2025</p>",
            "https://zeitung.de/a",
            None,
            "2025-03-06T00:30:00+01:00",
            id="and not its own too",
        ),
    ],
)
def test_zone_of_the_site(head: str, top: str, url: str, zone: str | None, published: str) -> None:
    dates = read(head, top, url=url, rules=Rules(timezone=zone))
    assert dates.published == published


@pytest.mark.parametrize(
    ("stated", "published"),
    [
        pytest.param("2025-03-06T02:15:00Z", "2025-03-05T21:15:00-05:00", id="explained"),
        pytest.param("2025-03-06T12:15:00Z", "2025-03-06T12:15:00+00:00", id="not explained"),
    ],
)
def test_zone_of_the_region_may_explain_the_day_of_the_address(stated: str, published: str) -> None:
    head = meta("article:published_time", stated)
    dates = read(head, url="https://paper.example/2025/03/05/a", html='<html lang="en-US">')
    assert dates.published == published


def test_zone_of_the_language_is_asked_last() -> None:
    dates = read("", "<p>2025年3月5日 10:15</p>", html='<html lang="ja">')
    assert dates.published == "2025-03-05T10:15:00+09:00"
    stated = meta("article:modified_time", "2025-03-06T08:00:00-03:00")
    dates = read(stated, "<p>2025年3月5日 10:15</p>", html='<html lang="ja">')
    assert dates.published == "2025-03-05T10:15:00-03:00"


def test_detected_language_tells_the_zone_where_the_markup_tells_none() -> None:
    dates = read("", "<p>2025年3月5日 10:15</p>", language="ja")
    assert dates.published == "2025-03-05T10:15:00+09:00"


def test_time_without_zone_is_warned_of() -> None:
    dates = read("", "<p>5 March 2025, 10:15</p>")
    assert (dates.precision, dates.warnings) == ("day", ["date_zone_unknown"])


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://paper.example/2019/05/20/bridge", "2019-05-20"),
        ("https://paper.example/news/20190520/bridge.html", "2019-05-20"),
        ("https://paper.example/2019-05-20-bridge", "2019-05-20"),
        ("https://paper.example/news/20-05-2019/bridge", "2019-05-20"),
        ("https://paper.example/world/2019/may/20/bridge", "2019-05-20"),
        ("https://paper.example/2019/POLITICS/05/20/bridge.html", "2019-05-20"),
        ("https://paper.example/2019/middle_east/5/20/bridge/", "2019-05-20"),
        ("https://paper.example/2019/05/bridge", None),
        ("https://paper.example/news/2019052012345", None),
    ],
)
def test_address_states_a_day(url: str, published: str | None) -> None:
    assert read(url=url).published == published


def test_minute_of_print_completes_the_day_of_the_address() -> None:
    dates = read("", "<p>20 мая 2019, 18:44</p>", url="https://paper.kz/2019/05/20/bridge")
    assert (dates.published, dates.source) == ("2019-05-20T18:44:00+06:00", "text")


def test_hint_of_a_feed_stands_before_print_and_after_markup() -> None:
    hints = Candidate(
        url="https://paper.example/a", method="feed", date_published="2025-03-05T10:15:00+01:00"
    )
    assert read("", "<p>1 March 2025</p>", hints=hints).source == "feed"
    head = meta("article:published_time", "2025-03-04T10:15:00+01:00")
    assert read(head, hints=hints).published == "2025-03-04T10:15:00+01:00"


def test_hint_of_a_sitemap_is_asked_late() -> None:
    hints = Candidate(
        url="https://paper.example/a", method="sitemap", date_published="2025-03-05T10:15:00+01:00"
    )
    assert read("", "<p>1 March 2025</p>", hints=hints).published == "2025-03-01"
    assert read("", "", hints=hints).source == "sitemap"


def test_rule_of_the_site_stands_first() -> None:
    rules = Rules(date=".when", date_modified=".changed", timezone="Asia/Almaty")
    dates = read(
        meta("article:published_time", "2020-01-01T00:00:00Z"),
        "<p class=when>5 March 2025, 10:15</p><p class=changed>6 March 2025, 11:00</p>",
        rules=rules,
    )
    assert (dates.published, dates.source) == ("2025-03-05T10:15:00+05:00", "rules")
    assert (dates.modified, dates.modified_source) == ("2025-03-06T11:00:00+05:00", "rules")


@pytest.mark.parametrize(
    ("url", "language", "published"),
    [
        ("https://paper.com/a", "en", "2025-03-04"),
        ("https://paper.co.uk/a", "en", "2025-04-03"),
        ("https://paper.com/a", "en-GB", "2025-04-03"),
        ("https://paper.com/a", "es", "2025-04-03"),
    ],
)
def test_order_of_numbers_follows_language_and_country(
    url: str, language: str, published: str
) -> None:
    dates = read("", "<p>Published 03/04/2025</p>", url=url, html=f'<html lang="{language}">')
    assert dates.published == published


def test_order_of_numbers_follows_a_clear_date_anywhere_on_the_page() -> None:
    related = "<aside><a href=/a>Bridge</a> <span>December 02, 2025</span></aside>"
    dates = read("", "<p>02-12-2025</p>", after=related, url="https://paper.com/a")
    assert dates.published == "2025-12-02"


def test_order_of_numbers_that_no_line_prints_follows_a_clear_date_too() -> None:
    changed = '<meta property="article:modified_time" content="2025-12-02">'
    head = f'<meta name="date" content="02/12/2025">{changed}'
    assert read(head, "<p>It snowed.</p>", url="https://paper.com/a").published == "2025-12-02"


def test_dateline_before_the_first_sentence_is_read_last() -> None:
    dates = read(
        "",
        "<p>Bern, 5. März 2025 – Die Brücke über den Fluss bleibt für den Winter zu, "
        "sagte der Rat am Abend nach langer Sitzung im alten Saal der Stadt.</p>",
    )
    assert dates.published == "2025-03-05"


def test_dateline_may_stand_behind_lead_and_byline() -> None:
    dates = read(
        "",
        "<p>Die Brücke über den Fluss bleibt für den Winter zu, weil der Rat nicht weiß, wer sie"
        " bezahlen soll, und niemand einen Stift hatte.</p><figure><img src=/a.jpg></figure>"
        "<p>Von Anna Kreuz</p><p>5.3.2025 - Der Rat der Stadt saß am Abend lange im alten Saal und"
        " ging dann nach Hause, ohne über die Brücke abzustimmen. Niemand hatte einen Stift, und so"
        " blieb alles, wie es war, bis im Frühling das Eis ging und der Pfeiler in der Mitte.</p>",
        html='<html lang="de">',
    )
    assert dates.published == "2025-03-05"


@pytest.mark.parametrize(
    ("after", "published"),
    [
        pytest.param("<aside><span>21.11.2022</span></aside>", "2022-11-21", id="one"),
        pytest.param(
            "<aside><span>21.11.2022</span> and <p>3.5.2021</p></aside>", None, id="two: which?"
        ),
    ],
)
def test_only_date_of_a_page_is_its_own(after: str, published: str | None) -> None:
    assert read("", "", after=f"{'<p>More.</p>' * 9}<nav>{after}</nav>").published == published


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_content_is_survived(line: str, value: str) -> None:
    escaped = value.replace('"', "").replace("<", "")
    dates = read(meta("article:published_time", escaped), f"<p>{line}</p>")
    assert dates.published is None or dates.precision is not None


PUBLISHED = """
og:published_time http://ogp.me/ns/article#published_time article&#x3a;published_time
DCSext.articleFirstPublished rnews:datePublished article:create_at article:post_date release_date
issueDate first_published_at bepress_citation_date bepress_citation_online_date article:regdate
"""
MODIFIED = "article:updated_time article_date_updated iso-8601-update-date lastmod updated_at"


@pytest.mark.parametrize("name", PUBLISHED.split())
def test_meta_tags_of_many_names_state_publication(name: str) -> None:
    assert str(read(meta(name, "2025-03-05T10:15:30+01:00"), "").published)[:10] == "2025-03-05"


@pytest.mark.parametrize("name", MODIFIED.split())
def test_meta_tags_of_many_names_state_a_change(name: str) -> None:
    head = meta("article:published_time", "2025-03-01") + meta(name, "2025-03-05")
    assert read(head, "").modified == "2025-03-05"


@pytest.mark.parametrize(
    "line",
    [
        '<relative-time datetime="2025-03-05T10:15:30+01:00">5 March</relative-time>',
        '<amp-timeago datetime="2025-03-05T10:15:30+01:00">5 March</amp-timeago>',
        '<span class="day" data-datetime="2025-03-05T10:15:30+01:00">Wednesday</span>',
        '<div><b data-timestamp="1741166130">Wednesday</b></div>',
        '<span data-published-at="1741166130000">two days ago</span>',
        '<time data-date="2025-03-05T10:15:30+01:00">Wednesday</time>',
        '<span title="2025-03-05T10:15:30+01:00">Wednesday</span>',
        '<span aria-label="2025-03-05T10:15:30+01:00">Wednesday</span>',
    ],
)
def test_attributes_state_what_is_printed_for_readers(line: str) -> None:
    published = read("", line).published
    assert published is not None
    assert datetime.fromisoformat(published).timestamp() == 1741166130


@pytest.mark.parametrize("name", ["data-expires", "data-id", "data-width", "href"])
def test_other_attributes_state_no_date(name: str) -> None:
    assert read("", f'<span {name}="1741166130">Wednesday</span>').published is None

"""All fields of one page together: sources, warnings, and pages made to break them."""

from __future__ import annotations

import json
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction.metadata.fields import Metadata, read_metadata
from newscrawl.extraction.metadata.title import read_title
from newscrawl.extraction.page.structured import read_structured
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.text.body import Body
from newscrawl.items import Block, Image

URL = "https://www.bernpost.example/weather/104711-snow-falls-on-bern"
PICTURE = "https://www.bernpost.example/img/snow.jpg"
GENERIC = Rules()
ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Snow falls on Bern",
    "author": {"@type": "Person", "name": "Jane Doe"},
    "publisher": {"@type": "Organization", "name": "Bern Post"},
    "datePublished": "2024-05-02T08:00:00+02:00",
    "articleSection": "Weather",
    "keywords": ["Snow", "Bern"],
    "image": PICTURE,
    "commentCount": 3,
    "isAccessibleForFree": True,
    "description": "The first snow of May since 1957 stopped the buses for a morning.",
}
PAGE = f"""<html lang="en"><head><link rel="canonical" href="{URL}"></head><body>
<h1>Snow falls on Bern</h1><p>It snowed.</p></body></html>"""


def read(html: str, rules: Rules = GENERIC) -> Metadata:
    page = parse_page(html, url=URL)
    structured = read_structured(page)
    title = read_title(page, structured, rules=rules).text
    body = Body(blocks=[Block(type="paragraph", text="It snowed in Bern.")])
    return read_metadata(page, structured, body, title=title, rules=rules)


def with_ld(data: object) -> str:
    script = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    return PAGE.replace("</head>", f"{script}</head>")


def test_every_field_of_a_well_marked_page_is_read_and_its_source_told() -> None:
    found = read(with_ld(ARTICLE))
    assert (found.canonical_url, found.site_name) == (URL, "Bern Post")
    assert (found.authors, found.section, found.tags) == (["Jane Doe"], "Weather", ["Snow", "Bern"])
    assert found.date_published == "2024-05-02T08:00:00+02:00"
    assert found.images == [Image(url=PICTURE)]
    assert (found.article_type, found.is_free, found.completeness) == ("news", True, "full")
    assert (found.comment_count, found.description) == (3, ARTICLE["description"])
    assert found.sources["authors"] == found.sources["section"] == "json_ld"
    assert found.sources["canonical_url"] == "link"
    assert "language" in found.sources
    assert found.warnings == []


def test_empty_page_gives_empty_fields_and_says_so() -> None:
    page = parse_page("", url="")
    found = read_metadata(page, read_structured(page), Body(), title="", rules=GENERIC)
    assert asdict(found) == asdict(Metadata(warnings=["title_missing"]))


WARNINGS = {
    "title_missing": "<p>Snow</p>",
    "json_ld_broken": '<h1>Snow</h1><script type="application/ld+json">{"a": }</script>',
    "canonical_refused": '<h1>Snow</h1><link rel="canonical" href="/">',
}


@pytest.mark.parametrize(("warning", "html"), WARNINGS.items(), ids=WARNINGS)
def test_doubt_is_told(warning: str, html: str) -> None:
    assert warning in read(f"<html><body>{html}</body></html>").warnings


@pytest.mark.parametrize(
    "stated",
    [{"body": "div.story["}, {"title": "//h1["}, {"drop": ("p..x",)}, {"timezone": "Asia/Almatyy"}],
    ids=str,
)
def test_rule_that_cannot_be_followed_is_refused_when_it_is_made(stated: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(stated))):
        Rules(**stated)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="drop"):
        Rules(drop="p.byline")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name",
    [
        "body",
        "title",
        "description",
        "authors",
        "date",
        "date_modified",
        "section",
        "tags",
        "comment_count",
    ],
)
def test_rule_that_matches_nothing_is_told_and_the_cascade_goes_on(name: str) -> None:
    found = read(with_ld(ARTICLE), Rules(**{name: "b.nowhere"}))
    assert found.warnings == [f"rule_unmatched:{name}"]
    assert found.authors == ["Jane Doe"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "@id", "@type", "url", "caption", "text"]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
KEYS = [
    *ARTICLE,
    "@id",
    "@graph",
    "alternativeHeadline",
    "articleBody",
    "creator",
    "dateModified",
    "genre",
    "hasPart",
    "interactionStatistic",
    "itemListElement",
    "mainEntityOfPage",
    "url",
    "wordCount",
]


@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_values_of_any_type_anywhere_never_raise(data: dict[str, object]) -> None:
    found = read(with_ld({"@type": "NewsArticle"} | data))
    for name in found.authors:
        assert name
        name.encode()


@given(
    st.dictionaries(
        st.sampled_from(["og:title", "author", "og:image", "og:url", "keywords"]),
        st.text(max_size=40),
    )
)
def test_contents_of_any_kind_never_raise(metas: dict[str, str]) -> None:
    head = "".join(
        f'<meta name="{name}" content="{text.replace(chr(34), "&quot;")}">'
        for name, text in metas.items()
    )
    assert read(PAGE.replace("</head>", f"{head}</head>")).canonical_url == URL


SITE_NAMES = {
    "name": ('<meta property="og:site_name" content="Bern Post">', "Bern Post"),
    "an address, then a name": (
        (
            '<meta property="og:site_name" content="www.bernpost.example">'
            '<meta name="application-name" content="Bern Post">'
        ),
        "Bern Post",
    ),
    "an account": (
        with_ld({"@type": "NewsArticle", "publisher": {"@type": "Person", "name": "admin"}})
        + '<meta name="application-name" content="Bern Post">',
        "Bern Post",
    ),
    "name and slogan": (
        '<meta property="og:site_name" content="Bern Post - News and sport from Bern">',
        "Bern Post",
    ),
    "slogan and name": (
        '<meta property="og:site_name" content="News and sport from Bern | Bern Post">',
        "Bern Post",
    ),
    "long name of another host": (
        '<meta property="og:site_name" content="The Snow - A Paper of the Alps">',
        "The Snow - A Paper of the Alps",
    ),
    "title": ("<title>Snow falls | Weather | Bern Post</title>", "Bern Post"),
    "name in another script than the host's": (
        "<title>山桥重新开放_晨报网</title></head><body><a href=/>晨报网</a>",
        "晨报网",
    ),
    "headline that names the site": (
        "<title>Weather | What the readers of the bernpost say of snow</title>",
        None,
    ),
}


@pytest.mark.parametrize(("head", "name"), SITE_NAMES.values(), ids=SITE_NAMES)
def test_site_name_is_short(head: str, name: str | None) -> None:
    assert read(PAGE.replace("</head>", f"{head}</head>")).site_name == name

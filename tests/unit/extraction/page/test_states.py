"""An article that a page leaves to its scripts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.page.json_ld import MAX_DEPTH
from newscrawl.extraction.page.states import read_state_text
from newscrawl.extraction.page.tree import parse_page

FIRST = "The ferry sails again from Monday, and every passenger has a seat of her own."
SECOND = "A crossing costs two crowns, as much as it did in the last year before the war."
WRAPS = {
    "next": '<script id="__NEXT_DATA__" type="application/json">{}</script>',
    "assigned": "<script>window.__INITIAL_STATE__ = {};window.ready=1</script>",
    "arc": "<script>window.Fusion={{}};Fusion.globalContent={};Fusion.spa=1;</script>",
}


def page_of(state: Any, wrap: str = WRAPS["next"]) -> str:
    # A script ends at "</", so that frameworks escape it.
    script = wrap.format(json.dumps(state).replace("<", "\\u003c"))
    return f"<html><head><title>Ferry</title></head><body><div id=root></div>{script}</body></html>"


def run(text: str, **told: Any) -> dict[str, Any]:
    return {"type": "text", "text": text, **told}


STATES = {
    "HTML": {"title": "Ferry", "body": f"<p>{FIRST}</p><p>{SECOND}</p>"},
    "plain text": {"headline": "Ferry", "text": f"{FIRST}\n\n{SECOND}"},
    "paragraphs": {"headline": "Ferry", "paragraphs": [FIRST, SECOND]},
    "WordPress": {
        "title": {"rendered": "Ferry"},
        "content": {"rendered": f"<p>{FIRST}</p><p>{SECOND}</p>"},
    },
    "Arc": {
        "headlines": {"basic": "Ferry"},
        "content_elements": [
            {"type": "text", "content": FIRST},
            {"type": "interstitial_link", "content": "Read this"},
            {"type": "raw_html", "content": "<form></form>"},
            {"type": "text", "content": SECOND},
        ],
    },
    "Editor.js": {
        "title": "Ferry",
        "content": {
            "blocks": [
                {"type": "paragraph", "data": {"text": FIRST}},
                {"type": "image", "data": {"caption": "The ferry"}},
                {"type": "paragraph", "data": {"text": SECOND}},
            ]
        },
    },
    "ProseMirror": {
        "title": "Ferry",
        "body": {
            "type": "doc",
            "content": [
                {"type": "paragraph", "content": [run(FIRST[:9]), run(FIRST[9:], marks=["bold"])]},
                {"type": "paragraph", "content": [run(SECOND)]},
            ],
        },
    },
    "Portable Text": {
        "title": "Ferry",
        "body": [
            {"_type": "block", "children": [{"_type": "span", "text": FIRST}]},
            {"_type": "image", "asset": {}},
            {"_type": "block", "children": [{"_type": "span", "text": SECOND}]},
        ],
    },
    "Contentful": {
        "title": "Ferry",
        "body": {
            "nodeType": "document",
            "content": [
                {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": FIRST}]},
                {
                    "nodeType": "paragraph",
                    "content": [
                        {"nodeType": "text", "value": SECOND[:9]},
                        {
                            "nodeType": "hyperlink",
                            "content": [{"nodeType": "text", "value": SECOND[9:]}],
                        },
                    ],
                },
            ],
        },
    },
}


@pytest.mark.parametrize("wrap", WRAPS.values(), ids=WRAPS)
@pytest.mark.parametrize("state", STATES.values(), ids=STATES)
def test_text_is_read_however_the_editor_keeps_it(state: Any, wrap: str) -> None:
    other = {"title": "Snow", "body": f"<p>{'It snowed. ' * 99}</p>"}
    page = page_of({"props": {"article": state, "related": [other]}}, wrap)
    assert extract(page).text.split("\n\n") == [FIRST, SECOND]


def test_other_articles_of_a_state_are_no_text() -> None:
    own = {"title": "Ferry", "slug": "ferry-1", "body": f"<p>{FIRST}</p>"}
    older = {"title": "Ferry", "slug": "ferry-0", "body": f"<p>{'It sailed. ' * 99}</p>"}
    other = {"title": "Snow", "text": "It snowed."}
    more = {"type": "readMore", "items": [other]}
    state = {"title": "Ferry", "content": [own, other], "older": older, "blocks": [more]}
    page = page_of(state)
    assert read_state_text(parse_page(page).root, "Ferry", "https://a.example/ferry-1") == (
        f"<p>{FIRST}</p>"
    )


def test_the_second_state_of_a_script_is_read() -> None:
    state = json.dumps({"title": "Ferry", "body": FIRST})
    script = f"<script>window.__ENV__={{}};window.__STATE__={state}</script>"
    assert read_state_text(parse_page(script).root, "Ferry") == FIRST


@pytest.mark.parametrize(
    ("part", "html"),
    [
        pytest.param({"type": "header", "content": "Fares"}, "<h2>Fares</h2>", id="header"),
        pytest.param({"type": "h3", "children": [run("Fares")]}, "<h2>Fares</h2>", id="h3"),
        pytest.param(
            {"type": "list", "items": [{"type": "text", "content": "Adults: 2"}, 7]},
            "<ul><li><p>Adults: 2</p></li></ul>",
            id="list",
        ),
        pytest.param(
            {"type": "quote", "content_elements": [{"type": "text", "content": "At last."}]},
            "<blockquote><p>At last.</p></blockquote>",
            id="quote",
        ),
        pytest.param({"type": "p", "children": [run("2 < 3")]}, "<p>2 &lt; 3</p>", id="sign"),
        pytest.param({"type": "p", "text": "x<y, z>w"}, "<p>x&lt;y, z>w</p>", id="sign in a text"),
        pytest.param({"type": "description", "text": "a"}, "<p>a</p>", id="a word that holds one"),
        pytest.param({"type": "ArticleImage", "text": "a"}, "", id="a picture by its name"),
        pytest.param(
            {"type": "p", "content": [run("a"), {"type": "hardBreak"}, run("b")]},
            "<p>a<br>b</p>",
            id="break",
        ),
        pytest.param({"type": "image", "caption": "The ferry"}, "", id="image"),
        pytest.param({"type": "text", "content": None}, "", id="nothing"),
        pytest.param(7, "", id="no part"),
    ],
)
def test_part_is_read(part: Any, html: str) -> None:
    state = {"title": "Ferry", "content": [part]}
    assert read_state_text(parse_page(page_of(state)).root, "Ferry") == html


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("window.__STATE__={", id="cut off"),
        pytest.param('window.__STATE__={"title":"Ferry","body":[{"type":', id="cut off inside"),
        pytest.param("window.__STATE__=null;", id="null"),
        pytest.param('window.__STATE__={"title":"Ferry","body":7}', id="number"),
        pytest.param('window.__STATE__={"title":"Snow","body":"It snowed."}', id="another title"),
        pytest.param("window.__STATE__={" + '"a":{' * 100_000, id="deep"),
    ],
)
def test_state_without_the_article_is_none(script: str) -> None:
    assert read_state_text(parse_page(f"<script>{script}</script>").root, "Ferry") == ""


def test_deep_parts_are_read_to_a_depth() -> None:
    part: Any = {"type": "text", "content": FIRST}
    for _ in range(2 * MAX_DEPTH):
        part = {"type": "list", "items": [part]}
    page = page_of({"title": "Ferry", "content": [part]})
    assert "ferry" not in read_state_text(parse_page(page).root, "Ferry")


def test_state_gives_way_to_the_markup() -> None:
    printed = "<p>The ferry sails again from Monday, says the harbour master of the island.</p>"
    state = {"title": "Ferry", "body": "It sails."}
    page = page_of(state).replace("<div id=root>", f"<div id=root><h1>Ferry</h1>{printed}")
    assert "harbour master" in extract(page).text

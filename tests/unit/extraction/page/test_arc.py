"""A story that a page of Arc XP leaves to its scripts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.page.arc import read_arc_text
from newscrawl.extraction.page.json_ld import MAX_DEPTH
from newscrawl.extraction.page.tree import parse_page

FERRY = {"type": "text", "content": "The ferry sails <b>again</b> from Monday."}
FARES = {"type": "text", "content": "A crossing costs two crowns, as much as last year."}


def page_of(*elements: Any, before: str = "window.Fusion=window.Fusion||{};") -> str:
    # A script ends at "</", so that the system escapes it.
    story = json.dumps({"type": "story", "content_elements": elements}).replace("<", "\\u003c")
    script = f"<script>{before}Fusion.globalContent={story};Fusion.spa=false;</script>"
    return f"<html><head><title>Ferry</title></head><body><div id=root></div>{script}</body></html>"


@pytest.mark.parametrize(
    ("element", "html"),
    [
        pytest.param(FERRY, "<p>The ferry sails <b>again</b> from Monday.</p>", id="text"),
        pytest.param(
            {"type": "header", "level": 3, "content": "Fares"}, "<h2>Fares</h2>", id="header"
        ),
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
        pytest.param({"type": "image", "caption": "The ferry"}, "", id="image"),
        pytest.param({"type": "interstitial_link", "content": "Read this"}, "", id="link"),
        pytest.param({"type": "raw_html", "content": "<form></form>"}, "", id="code"),
        pytest.param({"type": "text", "content": None}, "<p></p>", id="nothing"),
        pytest.param("text", "", id="no element"),
    ],
)
def test_element_is_read(element: Any, html: str) -> None:
    assert read_arc_text(parse_page(page_of(element)).root) == html


@pytest.mark.parametrize(
    "script",
    [
        pytest.param("Fusion.globalContent=", id="cut off"),
        pytest.param('Fusion.globalContent={"content_elements":[{"type":', id="cut off inside"),
        pytest.param("Fusion.globalContent=null;", id="null"),
        pytest.param("Fusion.globalContent=[1]", id="list"),
        pytest.param('Fusion.globalContent={"content_elements":"text"}', id="no elements"),
        pytest.param("Fusion.globalContent=" + "[" * 100_000, id="deep"),
    ],
)
def test_broken_story_is_none(script: str) -> None:
    assert read_arc_text(parse_page(f"<script>{script}</script>").root) == ""


def test_deep_story_is_read_to_a_depth() -> None:
    element: dict[str, Any] = FERRY
    for _ in range(MAX_DEPTH):
        element = {"type": "list", "items": [element]}
    assert "ferry" not in read_arc_text(parse_page(page_of(element)).root)


def test_story_is_the_text_where_the_markup_has_none() -> None:
    advert = {"type": "text", "content": "Subscribe to our newsletter"}
    article = extract(page_of(FERRY, advert, FARES))
    assert article.text.split("\n\n") == ["The ferry sails again from Monday.", FARES["content"]]


def test_story_gives_way_to_the_markup() -> None:
    printed = "<p>The ferry sails again from Monday, says the harbour master of the island.</p>"
    page = page_of(FERRY).replace("<div id=root>", f"<div id=root><h1>Ferry</h1>{printed}")
    assert "harbour master" in extract(page).text

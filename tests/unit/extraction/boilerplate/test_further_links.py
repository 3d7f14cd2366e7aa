"""Links to other articles: told by a label before or above them, and by nothing else."""

from __future__ import annotations

import pytest

from newscrawl.extraction.boilerplate.further_links import (
    find_further_links,
    is_labelled_link,
    is_named_link,
)
from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.blocks import PageBlock, find_blocks
from newscrawl.extraction.page.tree import parse_page

LINK = "<a href=/a>Why the ferry was sold for scrap</a>"


def read(html: str) -> list[PageBlock]:
    return find_blocks(parse_page(f"<body>{html}</body>").root)[0]


@pytest.mark.parametrize(
    ("line", "is_labelled"),
    [
        (f"GALLERY: {LINK}", True),
        (f"More:{LINK}", True),
        (f"Moored:{LINK}", False),
        (f"READ | {LINK}", True),
        (f"Explainer: {LINK}", True),
        (f"Hintergrund: {LINK}", True),
        (f"Мнение: {LINK}", True),
        (f"视频：{LINK}", True),
        (f"➡ {LINK}", True),
        (f"[ {LINK} ]", True),
        (f"» {LINK} «, sagte er.", False),
        (f"The harbour office: {LINK}", False),
        ("OPINION: The ferry was sold for scrap", False),
        (f"➡ The harbour office has put its view of the matter here: {LINK}", False),
        (f"ALL THAT WE KNOW OF THE MATTER TODAY: {LINK}", False),
        (f"VIDEO: {LINK} {'and what the captain said ' * 6}", False),
    ],
)
def test_link_is_told_by_its_label(line: str, *, is_labelled: bool) -> None:
    assert is_labelled_link(read(f"<p>{line}</p>")[0]) is is_labelled


@pytest.mark.parametrize(
    ("html", "found"),
    [
        pytest.param(f"<p>Read also</p><p>{LINK}</p><p>Text.</p>", {0, 1}, id="one"),
        pytest.param(
            f"<h4>Related</h4><ul><li>{LINK}<li>{LINK}</ul><p>{LINK}</p>", {0, 1, 2, 3}, id="list"
        ),
        pytest.param(f"<p>Read more</p><p>{LINK}</p>", {0, 1}, id="a button's words"),
        pytest.param(f"<p>Read also</p><p>Text.</p><p>{LINK}</p>", set(), id="text between"),
        pytest.param(f"<p>Read also</p><h3>{LINK}</h3>", set(), id="headline of a round-up"),
        pytest.param(
            f"<p>Read also</p><p>In short, {LINK}, he said.</p>", set(), id="link in text"
        ),
        pytest.param(f"<p>The harbour</p><p>{LINK}</p>", set(), id="no label"),
        pytest.param(
            "<h3>あわせて読みたい</h3><ul><li><a href=/a>商店街で夏祭り</a> 18.10.2021"
            "<li><a href=/b>駅前広場の工事</a> 2021年10月19日</ul>",
            {0, 1, 2},
            id="dates behind links",
        ),
        pytest.param(
            f"<p>Read also</p><p>5 May 2026, 10:15 - {LINK}</p>", {0, 1}, id="date before a link"
        ),
        pytest.param(
            f"<p>Read also</p><p>On 5 May 2026 it said {LINK}</p>", set(), id="a day in the text"
        ),
    ],
)
def test_links_below_a_label_are_found(html: str, found: set[int]) -> None:
    blocks = read(html)
    kinds = {index: match_phrase(block.text) for index, block in enumerate(blocks)}
    phrases = {index: kind for index, kind in kinds.items() if kind}
    assert find_further_links(blocks, phrases) == found


@pytest.mark.parametrize(
    ("link", "is_named"),
    [
        ("<a href=/1 class=related-link><img src=a.jpg><b>Read also</b>Snow in Bern</a>", True),
        (
            "<a href=/1 class='LinkCard new'><span>Snow in Bern</span><span>416 likes</span></a>",
            True,
        ),
        ("<a href=/1 class=link>Snow in Bern</a>", False),
        ("It snowed in Bern, <a href=/1 class=related-link>as we told</a>", False),
    ],
)
def test_link_is_told_by_its_class(link: str, *, is_named: bool) -> None:
    assert is_named_link(read(f"<p>{link}</p>")[0]) is is_named

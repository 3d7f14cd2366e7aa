"""A short last sentence stays with the paragraphs before it, a line of chrome does not."""

import pytest

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.endings import (
    drop_closing_dates,
    drop_hanging_heading,
    drop_stray_ending,
    find_comments,
    find_ending,
    find_release_end,
)

PARAGRAPH = "<p>The ferry between Hallow Point and the north shore will sail again from Monday.</p>"


@pytest.mark.parametrize(
    ("ending", "score", "found"),
    [
        pytest.param("<p>The inquiry goes on.</p>", 0.4, True, id="sentence"),
        pytest.param(f"<p>{'The inquiry goes on. ' * 9}</p>", 0.4, True, id="long"),
        pytest.param("<p>“The inquiry goes on.”</p>", 0.4, True, id="speech"),
        pytest.param("<p>调查仍在进行。</p>", 0.4, True, id="Chinese sentence"),
        pytest.param("<p>The inquiry goes on.</p>", 0.2, False, id="unlikely"),
        pytest.param("<p>More on this story</p>", 0.4, False, id="no sentence"),
        pytest.param("<p><a href=/x>Read on here.</a></p>", 0.4, False, id="link"),
        pytest.param("<p class=note>The inquiry goes on.</p>", 0.4, False, id="other class"),
        pytest.param("<div><p>The inquiry goes on.</p></div>", 0.4, False, id="other box"),
    ],
)
def test_last_sentence_is_found(ending: str, score: float, *, found: bool) -> None:
    html = f"<body><div>{PARAGRAPH}{ending}</div></body>"
    blocks, _ = find_blocks(parse_page(html, url="https://bay.example/ferry").root)
    blocks[1].score = score
    assert find_ending(blocks, {0}, phrases=()) == ({1} if found else set())
    assert find_ending(blocks, {0}, phrases={1}) == set()


def test_page_without_blocks_has_no_ending() -> None:
    assert find_ending([], set(), phrases=()) == set()


@pytest.mark.parametrize(
    ("ending", "stays"),
    [
        pytest.param("<p>The inquiry goes on.</p></div>", True, id="sibling"),
        pytest.param("<p class=end>The inquiry goes on.</p></div>", True, id="sibling of a class"),
        pytest.param("</div><div class=text><p>The inquiry goes on.</p></div>", True, id="alike"),
        pytest.param("</div><span>Buy a flat before Sunday!</span>", False, id="behind the box"),
        pytest.param("</div><div><p>Buy a flat before Sunday!</p></div>", False, id="other box"),
        pytest.param("</div><h2>What happens next</h2>", True, id="no paragraph"),
        pytest.param(
            f"</div><div class=more>{PARAGRAPH.replace('from', 'for the islanders from')}</div>",
            True,
            id="long",
        ),
    ],
)
def test_short_last_line_that_stands_elsewhere_is_dropped(ending: str, *, stays: bool) -> None:
    html = f"<body><div class=text>{PARAGRAPH}{PARAGRAPH}{ending}</body>"
    blocks, _ = find_blocks(parse_page(html, url="https://bay.example/ferry").root)
    kept = {0, 1, 2}
    drop_stray_ending(blocks, kept, 0)
    assert (2 in kept) is stays


@pytest.mark.parametrize(
    ("line", "behind", "is_end"),
    [
        pytest.param("<h3>Comments</h3>", "<div><p>{}</p></div>", True, id="heading"),
        pytest.param("<h3>Comments</h3>", "<p>{}</p>", False, id="subheading of that name"),
        pytest.param("<p>Comments</p>", "<div><p>{}</p></div>", False, id="counter"),
        pytest.param("<h3>Why it sank</h3>", "<div><p>{}</p></div>", False, id="subheading"),
    ],
)
def test_heading_of_the_comments_ends_the_article(line: str, behind: str, *, is_end: bool) -> None:
    html = f"<body>{PARAGRAPH}{line}{behind.format('What a fine ship she is.')}</body>"
    blocks, _ = find_blocks(parse_page(html, url="https://bay.example/ferry").root)
    phrases = {1: kind} if (kind := match_phrase(blocks[1].text)) else {}
    assert find_comments(blocks, 0, phrases) == (1 if is_end else len(blocks))


@pytest.mark.parametrize(
    ("line", "is_end"),
    [
        pytest.param("###", True, id="hashes"),
        pytest.param("# # #", True, id="hashes apart"),
        pytest.param("-30-", True, id="thirty"),
        pytest.param("– Ends –", True, id="ends"),
        pytest.param("ENDS", True, id="in capitals"),
        pytest.param("— THE END —", True, id="the end"),
        pytest.param("---oo0oo---", True, id="circles"),
        pytest.param("Notes to Editors:", True, id="notes to editors"),
        pytest.param("About Bay Ferries", True, id="portrait"),
        pytest.param("Über Bay Ferries:", True, id="portrait in German"),
        pytest.param("About North Ferries", False, id="portrait of others"),
        pytest.param("About the Bay Ferries", False, id="subheading"),
        pytest.param("<ul><li>About Bay Ferries</ul>", False, id="link of a menu"),
        pytest.param("Ends", False, id="a word"),
        pytest.param("#", False, id="one hash"),
        pytest.param("The race ends at pier #30", False, id="sentence"),
    ],
)
def test_mark_under_a_press_release_ends_it(line: str, *, is_end: bool) -> None:
    html = f"<body>{PARAGRAPH}<div>{line}</div><p>Bay Ferries sails six ships.</p></body>"
    blocks, _ = find_blocks(parse_page(html, url="https://bay.example/ferry").root)
    assert find_release_end(blocks, 0) == (1 if is_end else len(blocks))


@pytest.mark.parametrize(
    ("behind", "is_end"),
    [
        pytest.param("How to get there", False, id="another section"),
        pytest.param("About Bay Hotels", True, id="another portrait"),
        pytest.param("Notes to editors", True, id="notes"),
    ],
)
def test_a_portrait_has_no_sections_behind_it(behind: str, *, is_end: bool) -> None:
    portrait = "<h2>About Bay Ferries</h2><p>Bay Ferries sails six ships.</p>"
    html = f"<body>{PARAGRAPH}{portrait}<h2>{behind}</h2><p>Take the train.</p></body>"
    blocks, _ = find_blocks(parse_page(html, url="https://bay.example/ferry").root)
    assert find_release_end(blocks, 0) == (1 if is_end else len(blocks))


@pytest.mark.parametrize(
    ("ending", "kept"),
    [
        pytest.param("<p>Monday, 3 March 2025, 10:14</p>", 1, id="date"),
        pytest.param("<p>Published 3 March 2025</p><p>Letzte Änderung: 4.3.2025</p>", 1, id="two"),
        pytest.param("<p>3 hours ago</p>", 1, id="counted from now"),
        pytest.param("<p>---</p>", 1, id="dashes"),
        pytest.param("<p>###</p><p>3 March 2025</p>", 1, id="dashes and a date"),
        pytest.param("<p>/АЖ/</p>", 1, id="initials"),
        pytest.param("<p>(pm – gs)</p>", 1, id="initials of two"),
        pytest.param("<p>MG</p>", 1, id="bare initials"),
        pytest.param("<p>No</p>", 2, id="a word"),
        pytest.param("<p>(Ferry)</p>", 2, id="a word in brackets"),
        pytest.param("<p>gs</p>", 2, id="letters"),
        pytest.param("<p>★★★☆☆</p>", 2, id="stars"),
        pytest.param("<p>The inquiry goes on until 3 March 2025.</p>", 2, id="sentence"),
        pytest.param("<p>3 March 2025</p><p>The inquiry goes on.</p>", 3, id="timeline"),
        pytest.param("<h2>3 March 2025</h2>", 2, id="heading"),
        pytest.param("<table><tr><td>Boat</td><td>3 March 2025</td></tr></table>", 3, id="table"),
    ],
)
def test_dates_below_the_text_are_dropped(ending: str, kept: int) -> None:
    html = f"<body><div>{PARAGRAPH}{ending}</div></body>"
    blocks, _ = find_blocks(parse_page(html, url="https://bay.example/ferry").root)
    chosen = set(range(len(blocks)))
    drop_closing_dates(blocks, chosen)
    assert chosen == set(range(kept))


@pytest.mark.parametrize(
    ("ending", "score", "stays"),
    [
        pytest.param("<h2>Sources</h2><ul><li>Ministry of Ferries</ul>", 0.2, False, id="list"),
        pytest.param("<h2>Sail on!</h2><p>Share this</p>", 0.05, True, id="chrome"),
        pytest.param("<p>Sail on!</p><p>Ministry of Ferries</p>", 0.2, True, id="no heading"),
        pytest.param("<h2>Sail on!</h2>", 0.2, True, id="end of the page"),
    ],
)
def test_last_heading_over_what_is_no_text_is_dropped(
    ending: str, score: float, *, stays: bool
) -> None:
    blocks, _ = find_blocks(parse_page(f"<body><div>{PARAGRAPH}{ending}</div></body>").root)
    blocks[-1].score = score
    kept = {0, 1}
    drop_hanging_heading(blocks, kept)
    assert kept == ({0, 1} if stays else {0})
    alone = {1}
    drop_hanging_heading(blocks, alone)
    assert alone == {1}


@pytest.mark.parametrize(
    ("headings", "score", "stays"),
    [
        pytest.param("<h2>Six ships</h2><h4>Bay Post</h4>", 0.6, False, id="two"),
        pytest.param("<h2>Six ships</h2><h4>Bay Post</h4>", 0.8, True, id="sure"),
        pytest.param("<h2>Six ships</h2><h4>Six ships sail.</h4>", 0.6, True, id="sentence"),
        pytest.param("<h2>Six ships</h2>", 0.6, True, id="one"),
    ],
)
def test_several_last_headings_are_dropped(headings: str, score: float, *, stays: bool) -> None:
    blocks, _ = find_blocks(parse_page(f"<body>{PARAGRAPH}{headings}</body>").root)
    for block in blocks:
        block.score = score
    kept = set(range(len(blocks)))
    drop_hanging_heading(blocks, kept)
    assert (len(kept) == len(blocks)) is stays

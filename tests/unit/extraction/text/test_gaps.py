"""An unlikely block inside the text is text if it stands there like the others."""

from __future__ import annotations

import pytest

from newscrawl.extraction.page.blocks import find_blocks
from newscrawl.extraction.page.names import read_names
from newscrawl.extraction.page.tree import parse_page
from newscrawl.extraction.text.attributions import settle_attributions
from newscrawl.extraction.text.gaps import find_gaps

BEFORE = "<p>The ferry between Hallow Point and the north shore will sail again from Monday.</p>"
BEHIND = "<p>The crossing takes forty minutes, about an hour less than the road around the bay.</p>"
TABLE = "<table><tr><td>Adults<td>2<tr><td>Cars<td>9</table>"


def gaps(inside: str, score: float, known: set[int]) -> set[int]:
    html = f"<body><div>{BEFORE}{inside}{BEHIND}</div></body>"
    blocks, boxes = find_blocks(parse_page(html).root)
    for box in boxes:
        box.own, box.mask = read_names(box.names, {})
    for block in blocks[1:-1]:
        block.score = score
    return find_gaps(blocks, {0, len(blocks) - 1}, known)


@pytest.mark.parametrize(
    ("line", "is_text"),
    [
        pytest.param("Dogs and cars pay these fares:", True, id="announces"),
        pytest.param("Dogs and cars pay these fares.", False, id="says"),
        pytest.param("Includes basics, plus:", False, id="label"),
    ],
)
def test_line_that_announces_what_follows_is_text_behind_an_advert(
    line: str, *, is_text: bool
) -> None:
    assert gaps(f"<div>Buy it now</div><p>{line}</p>", 0.15, set()) == ({2} if is_text else set())


@pytest.mark.parametrize(
    ("inside", "score", "is_text"),
    [
        pytest.param("<p>Dogs sail free.</p>", 0.3, True, id="paragraph"),
        pytest.param("<p>Dogs sail free.</p>", 0.1, False, id="unlikely paragraph"),
        pytest.param("<div><p>Dogs sail free.</p></div>", 0.3, False, id="paragraph in a box"),
        pytest.param("<h2>Dogs sail free</h2>", 0.4, True, id="subheading"),
        pytest.param("<div><h2>Dogs sail free</h2></div>", 0.4, True, id="subheading in a box"),
        pytest.param("<div><h2>Dogs sail free</h2></div>", 0.2, False, id="unlikely subheading"),
        pytest.param("<blockquote>Dogs sail free.</blockquote>", 0.3, True, id="quote"),
        pytest.param("<div class=quote><p>Dogs sail free.</p></div>", 0.3, True, id="called quote"),
        pytest.param("<ul><li>Adults: 2<li>Cars: 9</ul>", 0.2, True, id="list"),
        pytest.param("<ul><li>Adults: 2<li>Cars: 9</ul>", 0.05, True, id="unlikely list"),
        pytest.param("<div><ul><li>Dogs: 2</ul></div>", 0.05, False, id="unlikely list in a box"),
        pytest.param(
            "<ul><li>Adults: 2<li>See <a href=/c>cars that sail</a></ul>", 0.05, False, id="links"
        ),
        pytest.param(
            "<ul class=share><li>Print<li>Send</ul>", 0.05, False, id="list called a share bar"
        ),
        pytest.param("<div role=heading>Dogs</div>", 0.01, True, id="heading by its role"),
        pytest.param("<div class=zwischentitel>Dogs</div>", 0.01, True, id="heading by its name"),
        pytest.param("<div class=subtitle>Dogs</div>", 0.01, False, id="subtitle"),
        pytest.param(TABLE, 0.3, True, id="table"),
        pytest.param(TABLE, 0.01, True, id="unlikely table"),
        pytest.param(f"<div>{TABLE}</div>", 0.01, True, id="boxed table"),
        pytest.param(
            f"<div><p>Fares</p>{TABLE}<p>Source: Ferry Board</p></div>",
            0.01,
            True,
            id="titled table",
        ),
        pytest.param(f"<div class=widget>{TABLE}</div>", 0.01, False, id="table in a widget"),
        pytest.param(f"<div class=ad>{TABLE}</div>", 0.01, False, id="table in an advert"),
        pytest.param(TABLE.replace("2", "<a href=/2>2</a>"), 0.01, False, id="table of links"),
        pytest.param("<table><tr><td>Adults<td>2</table>", 0.01, False, id="table of one row"),
        pytest.param("<table><tr><td>Adults<tr><td>Cars</table>", 0.01, False, id="column"),
        pytest.param(f"</div><div>{TABLE}</div><div>", 0.01, True, id="table between two boxes"),
        pytest.param("<div>" * 4 + TABLE + "</div>" * 4, 0.01, False, id="table deep inside"),
        pytest.param("<pre>ferry --dogs</pre>", 0.01, True, id="code"),
        pytest.param("<div class=box><pre>ferry --dogs</pre></div>", 0.01, True, id="boxed code"),
        pytest.param("<pre hidden>ferry --dogs</pre>", 0.4, False, id="hidden code"),
        pytest.param("<p>* * *</p>", 0.4, False, id="no letters"),
        pytest.param("<p class=advert>Dogs sail free.</p>", 0.4, False, id="called an advert"),
        pytest.param("<p hidden>Dogs sail free.</p>", 0.4, False, id="hidden"),
        pytest.param("<p>See <a href=/d>dogs at sea</a></p>", 0.4, False, id="link"),
    ],
)
def test_gap_is_text_as_its_neighbours_are(inside: str, score: float, *, is_text: bool) -> None:
    assert bool(gaps(inside, score, known=set())) is is_text


def test_known_phrase_is_no_gap() -> None:
    assert gaps("<p>Print this page</p>", 0.4, known={1}) == set()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("<h3>What it costs</h3>", id="heading"),
        pytest.param("<p>What it costs</p>", id="paragraph"),
        pytest.param("<div><p>What it costs</p></div>", id="in a box"),
    ],
)
def test_line_above_a_list_is_text(line: str) -> None:
    html = f"<body><div>{BEFORE}{line}<ul><li>Adults: 2<li>Cars: 9</ul></div></body>"
    blocks, boxes = find_blocks(parse_page(html).root)
    for box in boxes:
        box.mask = 0
    blocks[1].score = 0.15
    assert find_gaps(blocks, {0, 2, 3}, set()) == {1}


def test_line_that_announces_a_list_is_text_in_a_box_of_its_own() -> None:
    line = (
        "<section><div><p>Until the summer travellers have two ways to cross the bay, and both of"
    )
    line += " them cost more than before:</p></div></section>"
    html = f"<body><div>{BEFORE}{line}<section><ul><li>Adults<li>Cars</ul></section></div></body>"
    blocks, boxes = find_blocks(parse_page(html).root)
    for box in boxes:
        box.mask = 0
    blocks[1].score = 0.15
    assert find_gaps(blocks, {0, 2, 3}, set()) == {1}


@pytest.mark.parametrize(("line", "is_text"), [("The boats:", True), ("The boats.", False)])
def test_table_that_a_line_announces_is_text(line: str, *, is_text: bool) -> None:
    row = "<table><tr><td>Adults<td>2</table>"
    html = f"<body><div>{BEFORE}<p>{line}</p>{row}<aside>Read on</aside>{BEFORE}</div></body>"
    blocks, boxes = find_blocks(parse_page(html).root)
    for box in boxes:
        box.mask = 0
    last = len(blocks) - 1
    cells = set(range(2, last - 1))
    assert find_gaps(blocks, {0, 1, last}, set()) == (cells if is_text else set())


def test_name_of_a_table_is_text() -> None:
    html = f"<body><div>{BEFORE}<table><caption>Fares</caption>{TABLE[7:]}</div></body>"
    blocks, boxes = find_blocks(parse_page(html).root)
    for box in boxes:
        box.mask = 0
    assert find_gaps(blocks, {0, *range(2, len(blocks))}, set()) == {1}


def test_subheading_below_an_advert_is_text() -> None:
    inside = "<div class=advert>Buy a flat</div><h2>Dogs sail free</h2>"
    assert gaps(inside, 0.4, known=set()) == {2}


def test_list_above_a_subheading_that_is_a_gap_is_text() -> None:
    assert gaps("<ul><li>Adults: 2<li>Cars: 9</ul><h2>Dogs</h2>", 0.4, known=set()) == {1, 2, 3}


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("<p>“She is back.”</p><cite>Moira Tansley</cite>", {0}, {0, 1}),
        ("<p>“She is back.”</p><footer>Moira Tansley, cook</footer>", {1}, set()),
        ("<p>“She is back.”</p><p>— Moira Tansley</p>", {1}, set()),
        ("<p>“She is back.”</p><p>“At last.”</p>", {0}, {0}),
    ],
)
def test_who_is_quoted_goes_with_the_quote(quote: str, before: set[int], after: set[int]) -> None:
    blocks, _ = find_blocks(parse_page(f"<body><blockquote>{quote}</blockquote></body>").root)
    settle_attributions(blocks, before)
    assert before == after


@pytest.mark.parametrize(
    ("figure", "before", "after"),
    [
        ("<blockquote>“She is back.”</blockquote>", {0}, {0, 1}),
        ("<blockquote>“She is back.”</blockquote>", {1}, set()),
        ("<p>She is back.</p>", {0}, {0}),
    ],
)
def test_caption_of_a_quote_goes_with_the_quote(
    figure: str, before: set[int], after: set[int]
) -> None:
    caption = "<figcaption>Moira Tansley, cook</figcaption>"
    html = f"<body><figure>{figure}{caption}</figure></body>"
    settle_attributions(find_blocks(parse_page(html).root)[0], before)
    assert before == after


def test_long_caption_of_a_quote_is_a_caption() -> None:
    caption = "The ferry as it lay in the yard at Holm for all of last winter, without its engine."
    html = f"<figure><blockquote>“She is back.”</blockquote><figcaption>{caption}</figcaption>"
    kept = {0}
    settle_attributions(find_blocks(parse_page(f"<body>{html}</body>").root)[0], kept)
    assert kept == {0}


@pytest.mark.parametrize(
    ("name", "is_text"),
    [
        pytest.param("line", True, id="of one make"),
        pytest.param("question", False, id="of another"),
    ],
)
def test_question_in_a_box_of_its_own_is_text_among_boxes_of_its_make(
    name: str, *, is_text: bool
) -> None:
    answer = "<div class='line'>We sail again from Monday, and the fares stay as they are.</div>"
    question = f"<div class='{name}'>And the dogs?</div>"
    blocks, boxes = find_blocks(parse_page(f"<body><main>{answer}{question}{answer}").root)
    for box in boxes:
        box.own, box.mask = read_names(box.names, {})
    blocks[1].score = 0.3
    assert find_gaps(blocks, {0, 2}, set()) == ({1} if is_text else set())

"""Lines that a text does not begin with."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract

TEXT = [
    "The ferry across the bay was cancelled on Monday because of a storm from the north.",
    "It will sail again as soon as the wind has dropped, the harbour master told passengers.",
    "Some two hundred people spent the night in the school, where the baker brought them bread.",
]


@pytest.mark.parametrize(
    ("top", "first"),
    [
        pytest.param("<p>Jane Doe</p><p>3 March 2025</p>", TEXT[0], id="a name above a date"),
        pytest.param("<p>3 mars 2025</p><p>Jane Doe</p>", TEXT[0], id="a name below a date"),
        pytest.param("<p>Daily Ferry Online</p><p>3 March 2025</p>", TEXT[0], id="the site"),
        pytest.param("<p>All is lost.</p><p>3 March 2025</p>", "All is lost.", id="a sentence"),
        pytest.param(
            "<p>3 March 2025 | 10:14 | By Jane Doe | Harbours | Last updated 4 March 2025</p>",
            TEXT[0],
            id="a byline as long as prose",
        ),
        pytest.param(
            "<p>She died on 3 March 2025.</p>", "She died on 3 March 2025.", id="short prose"
        ),
        pytest.param(
            "<p>On 3 March 2025 the ferry sank off Bern, all are safe</p>",
            "On 3 March 2025 the ferry sank off Bern, all are safe",
            id="prose with a date",
        ),
    ],
)
def test_text_begins_behind_names_and_dates(top: str, first: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    html = f"<main><h1>No ferry to the island</h1><div>{top}{paragraphs}</div></main>"
    text = extract(html, url="https://bay.example/ferry").text
    assert text.split("\n\n")[0] == first


@pytest.mark.parametrize("line", ["<p><b>Jane Doe</b></p>", "<p><i>Jane Doe</i></p>"])
def test_name_set_apart_above_the_date_is_the_author(line: str) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    html = f"<main><h1>No ferry</h1><div>{line}<p>3 March 2025</p>{paragraphs}</div></main>"
    article = extract(html, url="https://bay.example/ferry")
    assert article.authors == ["Jane Doe"]
    assert article.text.split("\n\n") == TEXT


def test_text_begins_with_what_is_shown() -> None:
    hidden = f"<p hidden>{TEXT[2]}</p><p style='display:none'>{TEXT[0]} And more.</p>"
    html = f"<main><h1>No ferry</h1><div>{hidden}<p>{TEXT[0]}</p><p>{TEXT[1]}</p></div></main>"
    text = extract(html, url="https://bay.example/ferry").text
    assert text.split("\n\n") == TEXT[:2]


def test_text_that_a_script_will_show_begins_with_its_first_paragraph() -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    html = f"<main><h1>No ferry</h1><div style='display:none'>{paragraphs}</div></main>"
    text = extract(html, url="https://bay.example/ferry").text
    assert text.split("\n\n") == TEXT

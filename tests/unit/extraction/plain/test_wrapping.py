"""Texts wrapped at a width, and others whose line breaks are their own."""

import textwrap

import pytest

from newscrawl.extraction.plain.articles import clean_text

TITLE = "Ferry returns after nine years"
BODY = """\
The ferry across the Wend will sail again from Monday, the harbour board said after a long \
meeting on Thursday. A used boat was bought in Malmö and towed here in March, well-known to those \
who saw it pass. It has room for ninety people.
Tickets cost two euros, and children travel free of charge for the whole of the first year, which \
the board calls a gift to the town.
The old pier was built in 1911. Nobody had painted it for nine years, and the steps to the water \
were closed; they are new now, as is the light at the end of the pier, which a firm from the \
region gave.""".splitlines()
LIST = "- a boat for ninety people\n- two piers\n- a light at the end of the pier"
VERSES = "\n".join(
    f"{word} went the boat upon the river" for word in ["Away", "Again", "So", "Then"]
)
HAN = "港务局星期二宣布，停用九年的河边旧码头将于下周重新开放，首日免费。渡轮每小时一班，" * 6


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_paragraphs_are_whole(width):
    text = "\n\n".join([TITLE, *(textwrap.fill(paragraph, width) for paragraph in BODY)])
    assert clean_text(text).paragraphs == BODY


def test_wrapped_chinese_has_no_spaces_at_its_line_breaks():
    lines = [HAN[at : at + 40] for at in range(0, len(HAN) - 1, 40)]
    assert clean_text(f"旧码头下周重新开放\n\n{chr(10).join(lines)}。").paragraphs == [f"{HAN}。"]


def test_what_is_attached_to_a_wrapped_paragraph_stands_alone():
    wrapped = [textwrap.fill(paragraph, 60) for paragraph in BODY]
    text = "\n\n".join([TITLE, *wrapped[:2], f"{wrapped[2]}\nShare\nTweet", LIST])
    assert clean_text(text).paragraphs == [*BODY, *LIST.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(BODY).replace(". ", ".\n"), id="long"),
        pytest.param(f"{VERSES}\n\n{VERSES}", id="verses"),
        pytest.param("\n".join(f"It snowed in the town of {c * 9}." for c in "abcdef"), id="lines"),
        pytest.param(LIST + "\n" + LIST, id="list"),
        pytest.param(
            "\n".join(
                f"{c.upper() * 9} opens a new pier in the old town of Bern" for c in "abcdef"
            ),
            id="headlines of a length",
        ),
    ],
)
def test_line_breaks_that_are_a_texts_own_stay(text):
    article = clean_text(text)
    lines = [line for line in text.split("\n") if line]
    assert [line for line in (article.title, *article.paragraphs) if line] == lines

"""Requests for money and for consent."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.boilerplate.walls import asks_for_consent, asks_to_pay

NOTICE = (
    "Wir und unsere Partner verwenden Cookies und ähnliche Techniken für personalisierte Werbung. "
    "Mit Ihrer Zustimmung helfen Sie uns; mehr dazu im Datenschutz."
)
TEXT = (
    "Die alte Brücke bleibt bis zum Frühjahr gesperrt, weil Taucher Risse in zwei Pfeilern fanden.",
    "Die Arbeiten kosten zwei Millionen Franken, von denen der Kanton ein Drittel bezahlt.",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Subscribe to keep reading", True),
        ("订阅后阅读全文", True),
        ("Subscribe to our channel", False),
        ("Read the whole story", False),
        ("Read more about the bridge", False),
        ("Recevez les titres : inscrivez-vous", False),
        ("Weiterlesen mit Abo von heute an", True),
    ],
)
def test_line_that_speaks_of_reading_and_paying_asks_to_pay(line: str, expected: bool) -> None:
    assert asks_to_pay(line) is expected


@pytest.mark.parametrize(("text", "expected"), [(NOTICE, True), (TEXT[0], False), ("", False)])
def test_text_full_of_words_about_consent_asks_for_it(text: str, expected: bool) -> None:
    assert asks_for_consent(text) is expected


def test_notice_above_the_headline_is_no_text() -> None:
    paragraphs = "".join(f"<div><span>{text}</span></div>" for text in TEXT * 2)
    notice = f"<div><p>{NOTICE} {NOTICE}</p></div>"
    html = f"<title>Brücke gesperrt</title>{notice}<div><h1>Brücke gesperrt</h1>{paragraphs}</div>"
    assert NOTICE not in extract(html, url="https://post.example/bruecke").text

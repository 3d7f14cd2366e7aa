from __future__ import annotations

import pytest

from newscrawl.frontier.texts import describe_text, is_revision

SNOW = "Snow fell on the old town on Monday, and the council counted its lanterns. " * 5
SENTENCE = " Police later confirmed that two more people were taken to hospital."
HAN = "江城日报讯，昨夜大雪，老城的灯笼都亮了。"


def described(text: str, title: str = "Snow"):
    return describe_text(title, text, content_hash=title.casefold() + text.casefold())


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(SNOW, SNOW, False, id="same"),
        pytest.param(SNOW, SNOW.upper(), False, id="case"),
        pytest.param(SNOW, SNOW.replace("lanterns", "lantern", 1), False, id="a-typo"),
        pytest.param(SNOW + "17 views", SNOW + "1 304 views", False, id="a-counter"),
        pytest.param(SNOW, SNOW + SENTENCE, True, id="a-sentence-more"),
        pytest.param(SNOW + SENTENCE, SNOW, True, id="a-sentence-less"),
        pytest.param(SNOW, SNOW.replace("Monday", "Tuesday"), True, id="a-word-everywhere"),
        pytest.param(HAN, HAN.replace("昨夜大雪", "今晨小雨"), True, id="chinese"),
        pytest.param("", SNOW, True, id="from-nothing"),
    ],
)
def test_a_text_is_a_revision_when_enough_words_differ(old, new, expected):
    assert is_revision(described(old), described(new), least=3) is expected


def test_another_headline_is_always_a_revision():
    assert is_revision(described(SNOW), described(SNOW, "Rain"), least=99)
    assert not is_revision(described(SNOW), described(SNOW, "SNOW!"), least=99)


def test_a_text_that_was_never_described_differs(frontier):
    old = described(SNOW)
    blank = type(old)(content_hash="", title_hash=old.title_hash, histogram=b"")
    assert is_revision(blank, old, least=3)

"""The language of a text, and of a page whose markup may be wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction.metadata.language import normalise_tag, read_language
from newscrawl.extraction.metadata.language_words import guess_language
from newscrawl.extraction.page.structured import Structured
from newscrawl.extraction.rules import Rules


def read_samples() -> list[tuple[str, ...]]:
    lines = Path(__file__).with_name("language_samples.tsv").read_text("utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]


SAMPLES = dict(read_samples())
READ = Rules()


@pytest.mark.parametrize(
    ("language", "text"), read_samples(), ids=[sample[0] for sample in read_samples()]
)
def test_two_sentences_tell_their_language(language: str, text: str) -> None:
    guess = guess_language(text)
    assert guess is not None
    assert guess.language == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("perldoc Encode::JP CP932 Mac Japanese Shift JIS を読むと、三種類あるのだ。", "ja"),
        ("Node.js Redis Docker Kubernetes 和 PostgreSQL 的安装方法说明", "zh"),
        ("Install Redis on Debian with apt, then write to 东京 and wait for the answer.", "en"),
    ],
)
def test_names_and_code_do_not_hide_the_language(text: str, language: str) -> None:
    guess = guess_language(text)
    assert guess is not None
    assert guess.language == language


@pytest.mark.parametrize("mark", ["\u02bb", "\u2018", "'"], ids=["letter", "quote", "straight"])
def test_uzbek_letters_are_known_in_any_writing(mark: str) -> None:
    guess = guess_language(f"Qor o{mark}z vaqtida bo{mark}ldi, shahar bo{mark}yicha.")
    assert guess is not None
    assert guess.language == "uz"


@pytest.mark.parametrize("text", ["", "12:30 — 2026", "Zlork brimf", "!!!"])
def test_text_that_says_too_little_is_not_guessed(text: str) -> None:
    assert guess_language(text) is None


@pytest.mark.parametrize(
    ("stated", "speaks", "expected"),
    [
        pytest.param("de", "de", ("de", "html"), id="markup and text agree"),
        pytest.param("pt-BR", "pt", ("pt-BR", "html"), id="the region is kept"),
        pytest.param("English", "en", ("en", "text"), id="a name is no tag"),
        pytest.param("deu", "de", ("de", "html"), id="three letters"),
        pytest.param("en_us", "en", ("en-US", "html"), id="tags are written as BCP 47"),
        pytest.param("en", "de", ("de", "text"), id="an English template around German"),
        pytest.param("ru", "kk", ("kk", "text"), id="a Russian template around Kazakh"),
        pytest.param("ru", "uk", ("uk", "text"), id="a Russian template around Ukrainian"),
        pytest.param("sr", "hr", ("sr", "html"), id="close relatives: the markup knows better"),
        pytest.param("as", "bn", ("as", "html"), id="a script that two languages have"),
        pytest.param("yi", "he", ("yi", "html"), id="a script that two languages have, again"),
        pytest.param("yue-HK", "zh", ("yue-HK", "html"), id="characters that two languages have"),
        pytest.param(None, "ky", ("ky", "text"), id="no markup"),
        pytest.param("kz", "kk", ("kk", "html"), id="a country's name for its language"),
        pytest.param("xx", "fr", ("fr", "text"), id="a tag of nothing"),
    ],
)
def test_markup_is_weighed_against_the_text(
    stated: str | None, speaks: str, expected: tuple[str, str]
) -> None:
    structured = Structured(language=stated)
    assert read_language(structured, SAMPLES[speaks] * 2, rules=READ) == expected


@pytest.mark.parametrize(
    ("structured", "expected"),
    [
        pytest.param(
            Structured(article={"inLanguage": "kk-KZ"}), ("kk-KZ", "json_ld"), id="JSON-LD"
        ),
        pytest.param(
            Structured(article={"inLanguage": {"@type": "Language", "alternateName": "es"}}),
            ("es", "json_ld"),
            id="JSON-LD object",
        ),
        pytest.param(Structured(meta={"og:locale": ["uk_UA"]}), ("uk-UA", "meta"), id="og:locale"),
        pytest.param(
            Structured(meta={"content-language": ["fr, en"]}), ("fr", "meta"), id="http-equiv"
        ),
        pytest.param(Structured(), (None, ""), id="nothing"),
    ],
)
def test_markup_is_believed_without_text(
    structured: Structured, expected: tuple[str | None, str]
) -> None:
    assert read_language(structured, "", rules=READ) == expected


@pytest.mark.parametrize("stated", ["ru", "ar", "kk"])
def test_tag_of_another_script_is_not_believed_of_a_long_text(stated: str) -> None:
    text = "bir bu da daha sonra var olan her iki " * 4
    guess = guess_language(text)
    assert guess is not None
    assert not guess.is_sure
    assert read_language(Structured(language=stated), text, rules=READ) == (guess.language, "text")
    assert read_language(Structured(language="uz"), text, rules=READ)[0] == "uz"


def test_second_statement_that_agrees_with_the_text_beats_the_first() -> None:
    structured = Structured(language="en", meta={"og:locale": ["de_AT"]})
    assert read_language(structured, SAMPLES["de"], rules=READ) == ("de-AT", "meta")


def test_rule_of_the_site_is_final() -> None:
    rules = Rules(language="kk")
    assert read_language(Structured(language="ru"), SAMPLES["ru"], rules=rules) == ("kk", "rules")


@pytest.mark.parametrize(
    ("value", "tag"),
    [
        ("pt_br", "pt-BR"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("EN", "en"),
        ("en-UK", "en-GB"),
        ("iw", "he"),
        ("ua", "uk"),
        ("und", None),
        ("", None),
        ("русский", None),
        ("{{lang}}", None),
    ],
)
def test_tag_is_normalised(value: str, tag: str | None) -> None:
    assert normalise_tag(value) == tag


@given(st.text(max_size=300), st.text(max_size=12))
def test_any_text_is_answered(text: str, stated: str) -> None:
    tag, source = read_language(Structured(language=stated), text, rules=READ)
    assert (tag is None) == (source == "")

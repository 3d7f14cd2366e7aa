"""Which copy of a text is the first one, and that the others name it."""

from __future__ import annotations

import random

import pytest

from newscrawl.fingerprints import similarity, sketch
from newscrawl.frontier import Saved
from newscrawl.frontier.originals import Originals
from newscrawl.frontier.texts import describe_text

NOW = 1_700_000_000.0
WORDS = [f"word{number}" for number in range(5000)]


def story(number: int, length: int = 200) -> str:
    return " ".join(random.Random(number).choices(WORDS, k=length))


SNOW, RAIN, NOTE = story(1), story(2), story(3, length=20)
EDITED = {
    "agency-line": "BERN (sda) " + SNOW,
    "a-sentence-more": SNOW + " " + story(9, length=18),
    "the-end-cut": SNOW.rsplit(" ", 30)[0],
}
OTHER = {
    "another-text": RAIN,
    "half-of-it": SNOW[: len(SNOW) // 2],
    "a-quote-of-it": RAIN + " " + SNOW[: len(SNOW) // 3],
    "too-short-to-tell": NOTE + " more",
}


def find(frontier, key: str, text: str) -> str | None:
    return frontier.records.originals.find(key, text, sketch(text))


def save(frontier, key: str, text: str) -> str | None:
    """Find the original of an article and save it, as the pipelines do."""
    original = find(frontier, key, text)
    described = describe_text("t", text, content_hash=text)
    revision = frontier.records.admit(key, described) or 0
    saved = Saved(key=key, url=f"https://paper.example/{key}", site="paper.example",
                  revision=revision, text=described)  # fmt: skip
    batch = frontier.output.open([])
    frontier.records.save([saved], batch, NOW, scope="paper")
    batch.close()
    return original


@pytest.mark.parametrize("text", [SNOW, NOTE], ids=["long", "short"])
def test_the_same_words_are_a_copy_saved_or_not(frontier, text):
    assert find(frontier, "a", text) is None
    assert find(frontier, "b", text) == "a"
    save(frontier, "a", text)
    assert find(frontier, "c", text) == "a"
    assert find(frontier, "a", text) is None


@pytest.mark.parametrize("text", EDITED.values(), ids=EDITED)
def test_an_edited_text_is_a_copy_saved_or_not(frontier, text):
    assert find(frontier, "a", SNOW) is None
    assert find(frontier, "b", text) == "a"
    save(frontier, "a", SNOW)
    assert find(frontier, "c", text) == "a"


@pytest.mark.parametrize("text", OTHER.values(), ids=OTHER)
def test_another_text_is_none(frontier, text):
    save(frontier, "a", SNOW)
    save(frontier, "n", NOTE)
    assert find(frontier, "b", text) is None


def test_an_article_whose_record_still_stands_is_not_about_to_be_saved(frontier):
    save(frontier, "a", SNOW)
    find(frontier, "a", SNOW)
    assert frontier.records.admit("a", describe_text("t", SNOW, SNOW)) is None
    assert frontier.records.originals.pending == 0


def test_what_was_withdrawn_is_nobodys_original(frontier):
    find(frontier, "a", SNOW)
    frontier.records.withdraw(["a"])
    assert find(frontier, "b", SNOW) is None


@pytest.mark.parametrize("again", [SNOW, EDITED["agency-line"]], ids=["same", "edited"])
def test_of_two_copies_only_the_later_one_names_the_other(frontier, again):
    save(frontier, "a", SNOW)
    assert save(frontier, "b", EDITED["a-sentence-more"]) == "a"
    assert save(frontier, "a", EDITED["a-sentence-more"]) is None
    assert find(frontier, "a", again) is None
    assert find(frontier, "b", again) == "a"


def test_an_article_that_became_another_is_no_copy_any_more(frontier):
    save(frontier, "a", SNOW)
    assert save(frontier, "b", EDITED["the-end-cut"]) == "a"
    assert save(frontier, "b", RAIN) is None
    assert find(frontier, "c", SNOW) == "a"
    assert find(frontier, "d", RAIN) == "b"


def test_a_later_run_knows_the_texts(frontier, open_frontier):
    save(frontier, "a", SNOW)
    assert find(open_frontier(), "b", EDITED["agency-line"]) == "a"


def test_only_the_last_texts_are_kept_for_edited_copies(frontier):
    originals = Originals(frontier.database, remembered=2)
    for key, text in (("a", SNOW), ("b", RAIN), ("c", story(4)), ("d", story(5))):
        originals.remember(key, sketch(text))
    counts = [
        frontier.database.value(f"SELECT count(*) FROM {name}") for name in ("sketch", "band")
    ]
    assert counts == [2, 32]
    assert originals.find("e", "", sketch(SNOW)) is None
    assert originals.find("f", "", sketch(story(4))) == "c"


def test_a_sketch_tells_the_share_of_equal_shingles():
    half = sketch(SNOW + " " + RAIN)
    assert similarity(sketch(SNOW), half) == pytest.approx(0.5, abs=0.1)
    assert similarity(sketch(SNOW), sketch(SNOW.upper())) == 1
    assert similarity(sketch(SNOW), sketch(RAIN)) < 0.05


@pytest.mark.parametrize("text", ["", "one", NOTE], ids=["empty", "a-word", "a-note"])
def test_a_short_text_has_no_sketch(text):
    assert sketch(text) == b""

from __future__ import annotations

import pytest

from newscrawl.discovery.candidates import Candidate
from newscrawl.fingerprints import sketch
from newscrawl.frontier import Saved, Text

NOW = 1_700_000_000.0
DAY = 86_400.0
WORDS = [f"word{number}" for number in range(200)]
TEXT = sketch(" ".join(WORDS))
EDITED = sketch(" ".join([*WORDS[:190], "a", "sentence", "more", *WORDS[190:]]))
ANOTHER = sketch(" ".join(reversed(WORDS)))


def entry(name: str):
    return name, Candidate(url=f"https://paper.example/{name}", method="feed")


def taken(frontier, now: float = NOW) -> list[str]:
    return [due.key for due in frontier.take("paper", 9, now)]


def state_of(frontier, key: str) -> str:
    return frontier.database.value("SELECT state FROM page WHERE key = ?", key)


def save(frontier, key: str, sketched: bytes) -> None:
    frontier.records.originals.find(key, key, sketched)
    text = Text(content_hash=key, title_hash=key, histogram=b"")
    saved = Saved(
        key=key,
        url=f"https://paper.example/{key}",
        site="paper.example",
        revision=frontier.records.admit(key, text) or 0,
        text=text,
        published=NOW,
    )
    frontier.records.save([saved], frontier.output.open([]), NOW, scope="paper")


@pytest.fixture
def saved(frontier):
    """A frontier with a saved article, leased for a re-check."""
    frontier.offer("paper", [entry("a")], NOW)
    taken(frontier)
    save(frontier, "a", TEXT)
    assert taken(frontier, now=NOW + DAY) == ["a"]
    return frontier


def move(frontier, key: str, to: str, text: bytes) -> str:
    return frontier.move(key, to, f"https://paper.example/{to}", NOW, sketch=lambda: text)


def test_a_saved_article_keeps_its_key_at_a_new_address(saved):
    assert move(saved, "a", "b", EDITED) == "a"
    assert (state_of(saved, "a"), state_of(saved, "b")) == ("leased", "moved")
    saved.finish("a", "unchanged", NOW + DAY)
    assert saved.offer("paper", [entry("b")], NOW + DAY)[:2] == (0, 1)
    [due] = saved.take("paper", 9, NOW + 8 * DAY)
    assert (due.key, due.url) == ("a", "https://paper.example/b")
    assert move(saved, "a", "b", EDITED) == "a"


def test_what_leads_to_its_new_address_is_the_saved_article(saved):
    move(saved, "a", "b", EDITED)
    saved.finish("a", "unchanged", NOW + DAY)
    saved.offer("paper", [entry("short")], NOW + DAY)
    taken(saved, now=NOW + DAY)
    assert move(saved, "short", "b", EDITED) == "a"
    assert (state_of(saved, "short"), state_of(saved, "a")) == ("moved", "leased")


def test_a_new_address_that_a_listing_names_while_the_old_one_is_looked_at_is_the_article(saved):
    saved.offer("paper", [entry("b")], NOW)
    assert taken(saved) == ["b"]
    assert move(saved, "a", "b", EDITED) == "a"
    assert move(saved, "b", "b", EDITED) == "a"
    assert move(saved, "b", "b", ANOTHER) == "b"


@pytest.mark.parametrize(
    ("site", "checked", "published", "waits"),
    [
        pytest.param("paper.example", NOW, NOW + 30, True, id="not looked at since"),
        pytest.param("paper.example", NOW, NOW + DAY, False, id="published later"),
        pytest.param("paper.example", NOW, None, False, id="undated"),
        pytest.param("paper.example", NOW + 3 * DAY, NOW, False, id="looked at since"),
        pytest.param("other.example", NOW, NOW, False, id="another site"),
    ],
)
def test_a_copy_waits_once_for_its_original(frontier, site, checked, published, waits):
    save(frontier, "a", TEXT)
    frontier.database.write(
        "UPDATE page SET checked_at = ?, site = ?, due_at = NULL", checked, site
    )
    frontier.offer("paper", [entry("b")], NOW + DAY)
    assert taken(frontier, NOW + DAY) == ["b"]
    assert frontier.await_original("b", "a", published, NOW + DAY) is waits
    assert state_of(frontier, "b") == ("waiting" if waits else "leased")
    if waits:
        assert frontier.next_retry("paper") == NOW + DAY + 30
        assert taken(frontier, NOW + DAY) == ["a"]
        assert taken(frontier, NOW + DAY + 60) == ["b"]
        assert frontier.await_original("b", "a", NOW, NOW + DAY + 60) is False


def test_a_copy_that_waited_is_the_new_address_of_its_original(frontier):
    save(frontier, "a", TEXT)
    frontier.database.write("UPDATE page SET due_at = NULL")
    frontier.offer("paper", [entry("b")], NOW + DAY)
    assert taken(frontier, NOW + DAY) == ["b"]
    assert frontier.await_original("b", "a", NOW, NOW + DAY)
    assert taken(frontier, NOW + DAY) == ["a"]
    assert move(frontier, "a", "b", TEXT) == "a"
    frontier.finish("a", "unchanged", NOW + DAY)
    assert state_of(frontier, "b") == "moved"


def test_a_new_address_whose_record_is_being_written_stays_itself(saved):
    saved.offer("paper", [entry("b")], NOW)
    taken(saved)
    saved.records.admit("b", Text(content_hash="b", title_hash="b", histogram=b""))
    assert move(saved, "a", "b", TEXT) == "b"


def test_another_text_at_the_new_address_is_another_article(saved):
    assert move(saved, "a", "b", ANOTHER) == "b"
    assert (state_of(saved, "a"), state_of(saved, "b")) == ("moved", "leased")


def test_a_saved_article_at_the_new_address_stays_itself(saved):
    saved.offer("paper", [entry("b")], NOW)
    taken(saved)
    save(saved, "b", TEXT)
    assert move(saved, "a", "b", TEXT) == "b"


def test_a_page_that_was_never_saved_moves(frontier):
    frontier.offer("paper", [entry("a")], NOW)
    taken(frontier)
    assert move(frontier, "a", "b", TEXT) == "b"


def test_an_address_that_is_used_again_for_an_article_of_its_own_stays_its_own(frontier):
    frontier.offer("paper", [entry("b")], NOW)
    taken(frontier)
    save(frontier, "a", TEXT)
    assert move(frontier, "b", "a", TEXT) == "a"
    frontier.offer("paper", [entry("c")], NOW)
    taken(frontier)
    assert move(frontier, "c", "b", ANOTHER) == "b"
    assert move(frontier, "b", "b", TEXT) == "b"

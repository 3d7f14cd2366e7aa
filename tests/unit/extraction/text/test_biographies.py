"""What an article says of its authors at its end is no text of it; what it says elsewhere is."""

import pytest

from newscrawl.extraction.text.biographies import drop_biographies
from newscrawl.extraction.text.body import Body
from newscrawl.items import Block, Removed

STORY = "The ferry will sail again from Monday, the harbour office said."
AUTHORS = ["Moira Tansley", "Ян Ковальський"]


@pytest.mark.parametrize(
    ("end", "dropped"),
    [
        pytest.param(["Moira Tansley is our reporter at Hallow Point."], 1, id="biography"),
        pytest.param(["Moira Tansley"], 1, id="signature"),
        pytest.param(["Moira Tansley, Ян Ковальський"], 1, id="signatures"),
        pytest.param(["Ян Ковальський пише про море.", "Moira Tansley writes."], 2, id="two"),
        pytest.param(["Moira Tansley", "Moira has lived here since 2011."], 2, id="below a name"),
        pytest.param(["Moira Tansley", "Long. " * 90], 0, id="a text below a name"),
        pytest.param(["Moira Tansley writes.", "Moira is a keeper."], 2, id="first name"),
        pytest.param(["Moira is here to stay."], 0, id="first name in the text"),
        pytest.param(["Tansley runs the café at the pier."], 0, id="surname alone"),
        pytest.param(["Moira Tansleyson runs the café."], 0, id="longer name"),
        pytest.param(["Reporter Moira Tansley lives at the pier."], 1, id="behind a role"),
        pytest.param(["4. Does Moira Tansley write?"], 0, id="behind a number"),
        pytest.param(["At the pier we met Moira Tansley."], 0, id="far behind the beginning"),
        pytest.param(["Moira Tansley - Ян Ковальський", "*Names changed"], 2, id="above a note"),
        pytest.param(["Moira Tansley reports from the pier.", STORY], 0, id="inside the text"),
    ],
)
def test_biography_at_the_end_is_dropped(end: list[str], dropped: int) -> None:
    texts = [STORY, *end]
    body = Body(blocks=[Block(type="paragraph", text=text) for text in texts])
    drop_biographies(body, AUTHORS)
    assert [block.text for block in body.blocks] == texts[: len(texts) - dropped]
    assert {removed.text for removed in body.removed} == set(texts[len(texts) - dropped :])


@pytest.mark.parametrize(
    "first",
    ["Moira Tansley", "By Moira Tansley", "Moira Tansley is a reporter with ten years at sea."],
)
def test_signature_above_the_text_is_dropped(first: str) -> None:
    texts = [first, STORY, "Tickets will cost two pounds."]
    body = Body(blocks=[Block(type="paragraph", text=text) for text in texts])
    drop_biographies(body, AUTHORS)
    assert [block.text for block in body.blocks] == texts[1:]
    assert body.removed == [Removed(reason="byline", text=first)]


def test_sentence_about_a_namesake_above_the_text_stays() -> None:
    texts = ["Moira Tansley is the keeper of the café at the pier.", STORY]
    body = Body(blocks=[Block(type="paragraph", text=text) for text in texts])
    drop_biographies(body, AUTHORS)
    assert [block.text for block in body.blocks] == texts


def test_each_of_many_authors_may_have_a_line() -> None:
    names = [f"Moira{letter} Tansley" for letter in "abcdef"]
    texts = [STORY, *(f"{name}, keeper of a lighthouse" for name in names)]
    body = Body(blocks=[Block(type="paragraph", text=text) for text in texts])
    drop_biographies(body, names)
    assert [block.text for block in body.blocks] == [STORY]


@pytest.mark.parametrize("heading", ["About the author", "Moira Tansley"])
def test_heading_of_a_biography_goes_with_it(heading: str) -> None:
    story = Block(type="paragraph", text=STORY)
    above = Block(type="heading", text=heading, level=3)
    body = Body(blocks=[story, above, Block(type="paragraph", text="Moira Tansley lives here.")])
    drop_biographies(body, AUTHORS)
    assert body.blocks == [story]


def test_heading_and_the_only_block_stay() -> None:
    text = "Moira Tansley comes home"
    for blocks in (
        [Block(type="paragraph", text=text)],
        [Block(type="paragraph", text=STORY), Block(type="heading", text=text, level=2)],
    ):
        body = Body(blocks=list(blocks))
        drop_biographies(body, AUTHORS)
        assert body.blocks == blocks


def test_record_names_what_was_dropped() -> None:
    body = Body(blocks=[Block(type="paragraph", text=text) for text in (STORY, AUTHORS[0])])
    drop_biographies(body, AUTHORS)
    assert body.removed == [Removed(reason="byline", text=AUTHORS[0])]

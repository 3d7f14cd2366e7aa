import pytest

from newscrawl.extraction import extract

PAR = (
    "<h1>{0}</h1><div class='content'><p>{1}, the town said, and nobody had expected so much of it "
    "at once.</p><p>The school stayed shut until Thursday, and the buses ran late.</p></div>"
)
FIRST = PAR.format("Snow in Bern", "It snowed in Bern on Monday")
NEXT = PAR.format("Rain in Basel", "It rained in Basel on Tuesday")


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<article>{FIRST}</article><article>{NEXT}</article>", id="articles"),
        pytest.param(
            f"<div class='story'>{FIRST}</div><div class='story'>{NEXT}</div>",
            id="twins of a class",
        ),
        pytest.param(
            f"<main><div class='a'><div class='story x'>{FIRST}</div><div>Ad</div>"
            f"<div class='story x'>{NEXT}</div></div></main>",
            id="twins with something between",
        ),
    ],
)
def test_the_article_below_is_left_out(page):
    text = extract(f"<html><body>{page}</body></html>").text
    assert "Bern" in text
    assert "Basel" not in text


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(
            "<h1>Snow in Bern</h1><div class='part'><p>It snowed in Bern on Monday, and all was "
            "white.</p></div><div class='part'><p>On Tuesday the snow melted again, the town "
            "said.</p></div>",
            id="parts without headings",
        ),
        pytest.param(
            "<div class='part'><h1>Snow in Bern</h1></div><div class='part'><p>It snowed in Bern "
            "on Monday, and all was white.</p><p>On Tuesday the snow melted again, the town said."
            "</p></div>",
            id="the headline in a part of its own",
        ),
    ],
)
def test_parts_of_one_article_stay(page):
    text = extract(f"<html><body>{page}</body></html>").text
    assert "white" in text
    assert "melted" in text

"""Python's collector of reference cycles rests while a page is read, and only then."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from newscrawl.extraction import article, extract


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the collector as it was."""
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.parametrize("is_on", [True, False])
def test_collector_is_left_as_it_was(*, is_on: bool) -> None:
    (gc.enable if is_on else gc.disable)()
    extract("<h1>Snow</h1><p>It snowed in Bern on Monday.</p>")
    assert gc.isenabled() is is_on


def test_collector_rests_while_a_page_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    judge = article.judge_page
    monkeypatch.setattr(
        article, "judge_page", lambda *a, **k: seen.append(gc.isenabled()) or judge(*a, **k)
    )
    gc.enable()
    extract("<p>It snowed.</p>")
    assert seen == [False]


def test_collector_goes_on_after_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "read_title", None)
    gc.enable()
    with pytest.raises(TypeError):
        extract("<p>It snowed.</p>")
    assert gc.isenabled()

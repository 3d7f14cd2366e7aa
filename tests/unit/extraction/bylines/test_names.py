"""What looks like a person's full name."""

from __future__ import annotations

import pytest

from newscrawl.extraction.bylines.names import is_full_name

FULL = {
    "the Giants": False,
    "Jane Doe": True,
    "Ursula von der Heide": True,
    "山田花子": True,
    "J.R.Doe": True,
    "Б.Гантуяа": True,
    "jane.doe": False,
    "Doepost.de": False,
    "Jane": False,
    "Staff Writer": False,
    "Beitrag von": False,
    "all posts": False,
    "Redação Serra": False,
    "USB端子": False,
}


@pytest.mark.parametrize(("name", "full"), FULL.items())
def test_full_names_of_persons_are_known(name: str, full: bool) -> None:
    assert is_full_name(name) is full

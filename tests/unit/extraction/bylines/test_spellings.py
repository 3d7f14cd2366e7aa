"""Spellings of one name."""

from __future__ import annotations

import pytest

from newscrawl.extraction.bylines.spellings import is_same_name, unique_names

SAME = {
    ("Jane Doe", "JANE DOE"): True,
    ("Jané Doe", "Jane Doe"): True,
    ("Doe, Jane", "Jane Doe"): True,
    ("J. Doe", "Jane Doe"): True,
    ("Doe Jane", "Jane Doe"): True,
    ("Jane Doe", "John Doe"): False,
    ("Jane Doe", "Jane"): False,
    ("Анна Иванова", "Анна Ивановна"): False,
    ("अमित सिंह", "अमृता सिंह"): False,
    ("রিনা দাস", "রানা দাস"): False,
}


@pytest.mark.parametrize(("pair", "same"), SAME.items())
def test_spellings_of_one_name_are_known(pair: tuple[str, str], same: bool) -> None:
    assert is_same_name(*pair) is same


def test_names_of_a_large_experiment_cost_no_comparison_of_all_with_all() -> None:
    names = [f"J{number:x} Doe{number}" for number in range(20_000)]
    assert unique_names(names + names) == names


def test_the_first_spelling_is_kept() -> None:
    assert unique_names(["Jane Doe", "DOE, Jane", "Max Muster", "M. Muster"]) == [
        "Jane Doe",
        "Max Muster",
    ]

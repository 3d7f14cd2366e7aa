"""Tables beside the tests: ``@pytest.mark.table("date_lines.tsv")`` runs a test with each row."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marker = metafunc.definition.get_closest_marker("table")
    if marker is not None:
        names, rows = read_table(metafunc.definition.path.with_name(marker.args[0]))
        metafunc.parametrize(names, rows, ids=lambda value: value[:60].replace(" ", "_"))


def read_table(path: Path) -> tuple[list[str], list[list[str]]]:
    """Return the names of the columns, which the first line gives, and the rows."""
    first, *lines = path.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return first.split("\t"), rows

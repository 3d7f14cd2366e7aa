"""The gate's options, and the benchmark's modules for it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("quality gate (with tests/gate as argument)")
    group.addoption(
        "--update-floors", action="store_true", help="raise the pinned floors to what is measured"
    )
    group.addoption(
        "--allow-regression", action="store_true", help="with --update-floors: lower them too"
    )

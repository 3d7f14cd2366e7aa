"""The tables of words in ``newscrawl/extraction/data``."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any


def read_table(name: str) -> dict[str, Any]:
    """Return the sections of ``data/<name>.toml``."""
    source = files("newscrawl.extraction").joinpath("data", f"{name}.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))

"""discovery and extraction are pure: they import nothing that reaches beyond their arguments."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import newscrawl

PACKAGE = Path(newscrawl.__file__).parent
PURE = sorted([*PACKAGE.glob("discovery/**/*.py"), *PACKAGE.glob("extraction/**/*.py")])
# The folders of extraction, each of which imports from those before it and from none behind.
LAYERS = ("page", "dates", "bylines", "boilerplate", "text", "metadata", "verdict", "plain")
LAYERED = [path for path in PURE if path.parent.parent.name == "extraction"]
BANNED = {"scrapy", "twisted", "asyncio", "socket", "urllib.request", "http", "requests", "sqlite3"}


def imported_modules(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


def called_names(path: Path) -> set[str]:
    calls = [
        n.func for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)
    ]
    return {ast.unparse(call) for call in calls}


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_pure_modules_import_nothing_impure(path):
    roots = {name.split(".")[0] for name in imported_modules(path)} | imported_modules(path)
    assert not roots & BANNED


@pytest.mark.parametrize("path", PURE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_pure_modules_have_no_clock_and_open_no_files(path):
    calls = called_names(path)
    assert not calls & {"datetime.now", "datetime.utcnow", "date.today", "time.time", "open"}


@pytest.mark.parametrize("path", LAYERED, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_layer_of_extraction_imports_from_a_later_one(path):
    own = LAYERS.index(path.parent.name)
    imported = {name.removeprefix("newscrawl.extraction.") for name in imported_modules(path)}
    assert not {name for name in imported if name.split(".")[0] in LAYERS[own + 1 :]}


def test_extraction_is_a_library_without_scrapy():
    code = "import sys, newscrawl.extraction; sys.exit('scrapy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

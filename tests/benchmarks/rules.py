"""What each rule of the engine is worth: the records of real pages without it.

python tests/benchmarks/rules.py ../shared/bench/dev [--only text.lists,verdict] [--pages 100]

A rule is a function that answers yes or no, something or nothing. Each is made to answer no, one
after the other, and pages on which it had something to say are read again. A row gives these pages,
how many were read, how many records changed, how many of them came nearer to the annotations and
how many went farther; the rules that harm come first. "needed" is one without which the engine
fails. The weights are the package's: on pages that they were learned from, rules are worth less.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from importlib import import_module
from inspect import unwrap
from multiprocessing import Pool
from pathlib import Path
from pkgutil import walk_packages
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any, NamedTuple

from lxml.html import HtmlElement
from run_engine import read_html, read_pages
from scoring import load_score

from newscrawl import extraction

Gold = dict[str, Any]
# What a rule that has nothing to say returns, by its annotation.
SILENT: dict[str, Callable[..., Any]] = {
    r"bool$": lambda *_, **__: False,
    r"set\[": lambda *_, **__: set(),
    r"frozenset\[": lambda *_, **__: frozenset(),
    r"list\[": lambda *_, **__: [],
    r"Iterator\[": lambda *_, **__: iter(()),
    r".*\| None$": lambda *_, **__: None,
}


class Worth(NamedTuple):
    """What became of a rule's pages without it."""

    rule: str
    pages: int
    read: int
    changed: int = 0
    better: int = 0
    worse: int = 0
    is_needed: bool = False


def modules() -> Iterator[ModuleType]:
    for module in walk_packages(extraction.__path__, f"{extraction.__name__}."):
        yield import_module(module.name)


def find_rules(only: tuple[str, ...]) -> dict[str, FunctionType]:
    """Return the rules by module and name, of modules whose name begins with one of ``only``."""
    found: dict[str, FunctionType] = {}
    for module in modules():
        for name, value in vars(module).items():
            function = unwrap(value) if callable(value) else value
            label = f"{module.__name__.removeprefix(f'{extraction.__name__}.')}.{name}"
            is_own = isinstance(function, FunctionType) and function.__module__ == module.__name__
            if is_own and silence_of(function) and label.startswith(only):
                found[label] = function
    return found


def silence_of(function: FunctionType) -> CodeType | None:
    """Return code that says nothing in a function's place, None if it always has to say some."""
    returned = str(function.__annotations__.get("return", ""))
    codes = (rule.__code__ for kind, rule in SILENT.items() if re.match(kind, returned))
    return None if function.__closure__ else next(codes, None)


def forget() -> None:
    """Empty the engine's caches: they hold what rules said before."""
    for module in modules():
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


@cache
def codes_of(only: tuple[str, ...]) -> dict[CodeType, str]:
    """Return the rules by their code."""
    return {function.__code__: rule for rule, function in find_rules(only).items()}


def listen(data: Path, only: tuple[str, ...], page: Gold) -> tuple[str, set[str]]:
    """Return a page's id and the rules that had something to say of it."""
    codes = codes_of(only)
    heard: set[str] = set()

    def note(frame: FrameType, event: str, answer: Any) -> None:
        is_rule = event == "return" and frame.f_code in codes
        if is_rule and (isinstance(answer, HtmlElement) or answer):  # one without children is false
            heard.add(codes[frame.f_code])

    html = read_html(data, page)
    forget()
    sys.setprofile(note)
    try:
        extraction.extract(html, url=page["url"])
    finally:
        sys.setprofile(None)
    return page["id"], heard


def read(data: Path, score: ModuleType, page: Gold) -> tuple[tuple[Any, ...], float]:
    """Return the record's judged fields, and the sum of what they are worth."""
    found = extraction.extract(read_html(data, page), url=page["url"])
    fields = ("text", "title", "authors", "date_published")
    prediction = {name: getattr(found, name) for name in fields}
    scored = score.score_page(page, prediction)
    right = [scored[name][0] for name in ("title", "auth") if name in scored]
    right += [scored["text"]["f1"]] if "text" in scored else []
    right += [float(scored["date"][1])] if "date" in scored else []
    if "snip" in scored:
        kept, leaked, lost, avoided = scored["snip"]
        right.append((kept + avoided) / (kept + leaked + lost + avoided))
    return (*prediction.values(), found.verdict.is_article), sum(right)


def weigh(data: Path, most: int, job: tuple[str, list[Gold]]) -> Worth:
    """Return what a rule is worth on at most ``most`` of its pages."""
    rule, pages = job
    score = load_score(data)
    vars(score)["STANDFIRST_OPTIONAL"] = True
    chosen = random.Random(0).sample(pages, min(most, len(pages)))
    forget()
    before = [read(data, score, page) for page in chosen]
    function = find_rules((rule,))[rule]
    code, silence = function.__code__, silence_of(function)
    assert silence is not None
    function.__code__ = silence
    forget()
    try:
        after = [read(data, score, page) for page in chosen]
    except Exception:  # noqa: BLE001 -- whatever others do with its answer
        return Worth(rule, len(pages), len(chosen), is_needed=True)
    finally:
        function.__code__ = code
    pairs = list(zip(before, after, strict=True))
    gains = [new[1] - old[1] for old, new in pairs if new[0] != old[0]]
    better, worse = sum(gain > 1e-9 for gain in gains), sum(gain < -1e-9 for gain in gains)
    return Worth(rule, len(pages), len(chosen), len(gains), better, worse)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path, help="folder with gold.jsonl")
    parser.add_argument("--only", default="", metavar="A,B", help="modules or rules, by beginning")
    parser.add_argument("--pages", type=int, default=100, metavar="N", help="pages read for each")
    options = parser.parse_args()
    only = tuple(options.only.split(","))
    pages = {page["id"]: page for page in read_pages(options.data)}
    spoken: dict[str, list[Gold]] = {rule: [] for rule in find_rules(only)}
    with Pool() as pool:
        for page, heard in pool.imap(partial(listen, options.data, only), pages.values(), 8):
            for rule in heard:
                spoken[rule].append(pages[page])
        jobs = [(rule, said) for rule, said in spoken.items() if said]
        print(f"{len(spoken)} rules, {len(jobs)} of them speak", file=sys.stderr)
        worths = list(pool.imap_unordered(partial(weigh, options.data, options.pages), jobs))
    print(f"{'without':56}{'pages':>7}{'read':>6}{'changed':>9}{'better':>8}{'worse':>7}")
    for found in sorted(worths, key=lambda found: found.worse - found.better):
        told = f"{found.changed:9}{found.better:8}{found.worse:7}"
        told = "   needed" if found.is_needed else told
        print(f"{found.rule:56}{found.pages:7}{found.read:6}{told}")


if __name__ == "__main__":
    main()

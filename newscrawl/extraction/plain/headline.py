"""Which line of a scraped text is its headline."""

from __future__ import annotations

from newscrawl.extraction.plain.lines import Line, is_headline, is_prose, weigh_words

MENU = 5
"""Lines above the text that can be headlines from which on they are a menu's: a headline, a lead
and captions are fewer. Chosen."""
BEGINNING = 8
"""Paragraphs in which the words of a menu's headlines are looked for. In 200 real pages, dumped
with all their menus, the headline was then found on 79, by its place, the first one, on 11."""
AS_WELL = 0.75
"""Share of the highest weight that is enough for a line above it, which is seldom a lead then. Of
0.6 three headlines fewer were found on those pages, of 0.8 four more."""


def find_title(lines: list[Line], title: str | None) -> None:
    """Mark the headline, which is ``title`` if that is known, and what stands above it."""
    texts = [line for line in lines if line.reason is None]
    prose = next((at for at, line in enumerate(texts) if is_prose(line.text)), None)
    if prose is None:
        return
    head = texts[:prose]
    if title is not None:
        found = next((line for line in texts[: prose + 1] if is_same(line.text, title)), None)
    else:
        found = _choose_title(lines, head, texts[prose:])
    if found is None:
        return
    found.reason = "title"
    for line in lines[: lines.index(found)]:
        line.reason = line.reason or "above_title"


def is_same(one: str, other: str) -> bool:
    """Return whether two lines differ in case and white space at most."""
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _choose_title(lines: list[Line], head: list[Line], texts: list[Line]) -> Line | None:
    """Return the first headline; of a menu's the first that the text speaks of."""
    headlines = [line for line in head if is_headline(line.text)]
    if not headlines:
        return None
    above = lines[: lines.index(headlines[0])]
    if len(headlines) < MENU and not (above and above[-1].reason == "read_also"):
        return headlines[0]
    paragraphs = [line.text for line in texts if is_prose(line.text)]
    told = weigh_words([line.text for line in headlines], " ".join(paragraphs[:BEGINNING]))
    least = max(told) * AS_WELL
    return next(line for line, weight in zip(headlines, told, strict=True) if weight >= least)

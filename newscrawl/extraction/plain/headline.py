"""Which line of a scraped text is its headline."""

from __future__ import annotations

import re

from newscrawl.extraction.page.json_ld import plain_text
from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.plain.lines import Line, is_headline, is_prose, weigh, weigh_words

MENU = 5
"""Lines above the text that can be headlines from which on they are a menu's: a headline, a lead
and captions are fewer. Chosen."""
BEGINNING = 8
"""Paragraphs in which the words of a menu's headlines are looked for. Chosen."""
AS_WELL = 0.75
"""Share of the highest weight that is enough for a line above it, which is seldom a lead then.
Chosen."""

TOLD = 1.0
"""Weight, as of one word that is the whole line, that is enough for the first line of all: a text
that was cleaned begins with its headline. Chosen."""
CUT = 20
"""Weight of what a title that was cut must have left to be told by its beginning; chosen."""
NOTICES = 5
"""How often the text below a known headline must be as long as what stands above it and looks like
text. Chosen."""
MOST_LABELS = 4
"""Names around a headline that are looked for; a list of names has more. Chosen."""

# Between a headline and its site's name or section.
_SEPARATOR = re.compile(r"\s+[-–—|·•»›]\s+|\s*[|｜]\s*")
_ELLIPSIS = re.compile(r"\s*\[?(?:…|\.{3})\]?$")


def find_title(lines: list[Line], title: str | None) -> None:
    """Mark the headline, which is ``title`` if that is known, and what stands above it.

    Pages print it above their menu, too: it is marked as often as it stands there.
    """
    while (found := _look_for_title(lines, title)) is not None:
        found.reason = "title"
        for line in lines[: lines.index(found)]:
            line.reason = line.reason or "above_title"
        title = title or found.text


def _look_for_title(lines: list[Line], title: str | None) -> Line | None:
    texts = [line for line in lines if line.reason is None]
    prose = next((at for at, line in enumerate(texts) if is_prose(line.text)), None)
    if prose is None:
        return None
    if title is not None:
        return _find_known(texts, prose, title) if letters_of(title) else None
    return _choose_title(lines, texts[:prose], texts[prose:])


def is_same(one: str, other: str) -> bool:
    """Return whether two lines differ in case, marks and invisible characters at most.

    >>> is_same("“Snow” in Bern.", "&quot;Snow&quot; in BERN"), is_same("Snow", "Snow in Bern")
    (True, False)
    """
    one, other = plain_text(one), plain_text(other)
    return one == other or letters_of(one) == letters_of(other) != ""


def _find_known(texts: list[Line], prose: int, title: str) -> Line | None:
    """Return the line of a known title, above the text or, if it stands there once, in it."""
    above = texts[: prose + 1]
    same = next((line for line in above if is_same(line.text, title)), None)
    same = same or next((line for line in above if _is_alike(line.text, title)), None)
    if same:
        return same
    below = [line for line in texts[prose + 1 :] if is_same(line.text, title)]
    return below[0] if len(below) == 1 and _is_above_most(below[0], texts) else None


def _is_above_most(title: Line, texts: list[Line]) -> bool:
    """Return whether nearly all paragraphs stand below a headline, as below a site's notices."""
    at = next(at for at, line in enumerate(texts) if line is title)
    above, below = (
        sum(len(line.text) for line in part if is_prose(line.text))
        for part in (texts[:at], texts[at:])
    )
    return below > NOTICES * above


def _is_alike(line: str, title: str) -> bool:
    """Return whether line and title are the same but for a site's name or an end that is cut."""
    bare = _ELLIPSIS.sub("", line)
    if not bare or is_prose(bare):
        return False
    return any(
        is_same(one, other) or _is_cut(one, other) or _is_cut(other, one)
        for one in _without_labels(plain_text(line))
        for other in _without_labels(plain_text(title))
    )


def _without_labels(title: str) -> list[str]:
    """Return a title with and without what may be names in front of it and behind it.

    >>> _without_labels("Snow falls in Bern | Weather | Post")
    ['Snow falls in Bern', 'Snow falls in Bern | Weather', 'Snow falls in Bern | Weather | Post']
    """
    gaps = list(_SEPARATOR.finditer(title))[:MOST_LABELS]
    starts = [0, *(gap.end() for gap in gaps)]
    ends = [*(gap.start() for gap in gaps), len(title)]
    spans = list(zip(starts, ends, strict=True))
    first, last = max(spans, key=lambda span: span[1] - span[0])
    return [title[start:end] for start in starts for end in ends if start <= first and end >= last]


def _is_cut(cut: str, whole: str) -> bool:
    """Return whether a title was cut and marked so: "Snow falls in..."."""
    mark = _ELLIPSIS.search(cut)
    if mark is None or weigh(cut[: mark.start()]) < CUT:
        return False
    return letters_of(whole).startswith(letters_of(cut))


def _choose_title(lines: list[Line], head: list[Line], texts: list[Line]) -> Line | None:
    """Return the first headline; of a menu's the first that the text speaks of."""
    headlines = [line for line in head if is_headline(line.text)]
    if not headlines:
        return None
    above = lines[: lines.index(headlines[0])]
    is_labelled = bool(above) and above[-1].reason == "read_also"
    if len(headlines) < MENU and not is_labelled:
        return headlines[0]
    paragraphs = [line.text for line in texts if is_prose(line.text)]
    told = weigh_words([line.text for line in headlines], " ".join(paragraphs[:BEGINNING]))
    if not above and told[0] >= TOLD:
        return headlines[0]
    least = max(told) * AS_WELL
    return next(line for line, weight in zip(headlines, told, strict=True) if weight >= least)

"""The lines of a text that somebody else scraped, and what each says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.extraction.dates.date_lines import is_date_line
from newscrawl.extraction.dates.moments import Moment
from newscrawl.extraction.dates.parsing import parse_date
from newscrawl.extraction.page.misread import mend_text
from newscrawl.extraction.plain.characters import make_uniform
from newscrawl.extraction.plain.wrapping import unwrap

PHOTO_WORDS = "фото|сурет|photo|foto|image|bild|写真|图"

_PHOTO_LINE = re.compile(
    rf"(?P<caption>\S.{{0,150}}?),\s(?:{PHOTO_WORDS})\s[-–—|]\s.{{0,60}}?\s"
    r"(?P<date>\d{1,2}[./]\d{1,2}[./]\d{4},?\s\d{1,2}:\d{2})(?:\s(?P<shown>\S.{0,150}))?",
    re.IGNORECASE,
)
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSING = "\"'”’»)）]」』*_"
_ENDS = (".", "…", "。", "．", "।", "۔", "።")
_CALLS = ("!", "?", "！", "？", "؟")
_SENTENCE = re.compile(r"[.!?…。！？؟।۔]+[\"'”’»)」』]*(?=\s|$)|[。！？]")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_DASHES = "-–—―•*"


@dataclass(slots=True, eq=False)
class Line:
    """One line that is not blank."""

    text: str
    """Its characters are uniform."""
    attached: bool
    """No blank line stands before it."""
    reason: str | None = None
    """Why it is not text: the kind of its phrase, "date", "counter", "caption" ..."""


class PhotoLine(NamedTuple):
    """An alternative text of a picture that names its date, the visible caption behind it."""

    caption: str
    moment: Moment | None


def read_lines(text: str) -> Iterator[Line]:
    """Yield the lines of a text with what is known of each by itself."""
    # Before lines are parted: "Ã\x85" is a letter that was misread, "\x85" alone a line's end.
    text = mend_text(text.replace("\r\n", "\n"))
    attached = False
    for line in unwrap(map(make_uniform, _LINE_END.split(text))):
        if line:
            yield Line(line, attached, _reason_of(line))
        attached = bool(line)


def _reason_of(line: str) -> str | None:
    if _PHOTO_LINE.fullmatch(line):
        return "caption"
    if line.strip("+()[]# ").isdecimal() and len(line) < 9:
        return "counter"
    if is_date_line(line):
        return "date"
    return match_phrase(line)


def read_photo_line(line: str) -> PhotoLine | None:
    """Return what "<caption>, фото - Новости <site> от <date> [<caption>]" says."""
    match = _PHOTO_LINE.fullmatch(line)
    if match is None:
        return None
    moment = parse_date(match["date"], day_first=True)
    return PhotoLine(match["shown"] or match["caption"], moment)


def is_prose(line: str) -> bool:
    """Return whether a line is certainly a paragraph: full sentences, no headline.

    A headline rarely ends with a full stop; one that asks or calls is a single sentence.
    """
    bare = line.rstrip(_CLOSING)
    weight = weigh(line)
    if line[0] in _DASHES:
        return weight >= 20
    if bare.endswith(_CALLS):
        return count_sentences(line) > 1 and weight >= 40
    return weight >= (20 if bare.endswith(_ENDS) else 200)


def is_headline(line: str) -> bool:
    """Return whether a line can be a headline: some words, no full stop, not a list item."""
    return (20 <= weigh(line) <= 220 or (len(line.split()) >= 3 and weigh(line) >= 8)) and not (
        is_prose(line) or line[0] in _DASHES or line.endswith((":", ";", ",", ".", "。"))
    )


def is_lead(line: str) -> bool:
    """Return whether a line can be a lead: one or two sentences, no list item, no speech."""
    return weigh(line) <= 320 and count_sentences(line) <= 2 and line[0] not in _DASHES


def count_sentences(line: str) -> int:
    """Return how many sentences end in a line; one that does not end counts."""
    ends = [match.end() for match in _SENTENCE.finditer(line)]
    return len(ends) + (not ends or ends[-1] < len(line.rstrip(_CLOSING)))


def weigh(line: str) -> int:
    """Return the length in characters, those of scripts without spaces counted threefold."""
    return len(line) + 2 * len(_DENSE.findall(line))


def share_of_words(lead: str, paragraph: str) -> float:
    """Return which share of a lead's longer words a paragraph takes up, by their first letters."""
    stems = _stems(lead)
    return len(stems & _stems(paragraph)) / len(stems) if len(stems) >= 3 else 0.0


def weigh_words(lines: list[str], text: str) -> list[float]:
    """Return how much of each line a text takes up: the words times their share of the line's."""
    told = _stems(text)
    found = (_stems(line) for line in lines)
    return [len(stems & told) ** 2 / max(1, len(stems)) for stems in found]


def _stems(text: str) -> set[str]:
    if len(_DENSE.findall(text)) > len(text) / 3:
        return {text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalnum()}
    return {word[:5] for word in _WORD.findall(text.casefold()) if len(word) > 3}

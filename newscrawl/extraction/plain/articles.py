"""Articles out of text that somebody else scraped: no markup, only lines.

What is removed and what becomes a field is told by phrase tables, by patterns of credits and dates,
and by position: the headline is the first line that can be one before the first paragraph, what
stands above it is the page's, and numbers, dates and lists of links do not stand in the text but
around it. A line that nothing is known of is kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import tzinfo

from newscrawl.extraction.dates.moments import Moment
from newscrawl.extraction.dates.parsing import parse_date
from newscrawl.extraction.dates.zones import zone_named, zone_of_country
from newscrawl.extraction.plain.headline import find_title, is_same
from newscrawl.extraction.plain.lines import (
    Line,
    is_headline,
    is_lead,
    is_prose,
    read_lines,
    read_photo_line,
    share_of_words,
)
from newscrawl.items import DatePrecision, Image, Removed

TAKEN_UP = 0.6
"""Share of a lead's words that the paragraph after it must repeat when nothing else sets the lead
apart. Lower takes first paragraphs for leads; judged on the layouts in the tests."""

_SITE = re.compile(r"(?<![\w@.])(?:[a-z\d-]{2,}\.)+[a-z]{2,6}(?![\w.]*@)", re.IGNORECASE)
_FIELDS = frozenset({"title", "description", "image", "date_published"})


@dataclass(slots=True, kw_only=True)
class PlainArticle:
    """What a scraped text says, in the terms of :class:`newscrawl.items.Article`."""

    title: str | None = None
    description: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    """Captions that stood in the text; their addresses are unknown and empty."""
    date_published: str | None = None
    """ISO 8601 with offset; the day alone when the time's zone is unknown."""
    date_precision: DatePrecision | None = None
    removed: list[Removed] = field(default_factory=list)
    """In reading order; lines that became a field are not among them."""

    @property
    def text(self) -> str:
        """The paragraphs, parted by a blank line."""
        return "\n\n".join(self.paragraphs)

    @property
    def whole(self) -> str:
        """Headline with the lead below it, and the text; cleaning this again changes nothing."""
        head = "\n".join(part for part in (self.title, self.description) if part)
        return "\n\n".join(part for part in (head, self.text) if part)


def clean_text(
    text: str,
    *,
    title: str | None = None,
    description: str | None = None,
    timezone: str | None = None,
    url: str = "",
) -> PlainArticle:
    r"""Return the article of a scraped text.

    A ``title`` or ``description`` that is known already is not looked for in the text.
    ``timezone`` (an IANA name) is that of printed times. Without it the zone is that of the country
    of ``url``, or of the site that the lines around the text name most ("zakon.kz"), if the country
    has just one; else only the day is known.

    >>> clean_text("Share\nSnow falls on Bern\nIt snowed in Bern on Monday.\nFollow us!").whole
    'Snow falls on Bern\n\nIt snowed in Bern on Monday.'
    """
    lines = list(read_lines(text))
    find_title(lines, title)
    _drop_links(lines)
    inside = _keep_inside(lines)
    if description is None and _find_lead(lines, has_title=title is not None):
        for line, reason in inside:
            line.reason = reason
        _keep_inside(lines)  # between the paragraphs that are left, as if it was cleaned again
    zone = zone_named(timezone) or zone_of_country(url) or _zone_of_site(lines)
    moment, images = _read_furniture(lines, zone)
    return PlainArticle(
        title=title or _text_of(lines, "title"),
        description=description or _text_of(lines, "description"),
        paragraphs=[line.text for line in lines if line.reason is None],
        images=images,
        date_published=moment.isoformat() if moment else None,
        date_precision=_precision(moment),
        removed=[
            Removed(reason=line.reason, text=line.text)
            for line in lines
            if line.reason and line.reason not in _FIELDS
        ],
    )


def _keep_inside(lines: list[Line]) -> list[tuple[Line, str]]:
    """Give numbers and dates that stand between paragraphs back to the text; return what they were.

    A date right after the first paragraph, which may be the lead, is the article's, unless more
    follow as in a chronicle.
    """
    prose = [at for at, line in enumerate(lines) if line.reason is None and is_prose(line.text)]
    if not prose:
        return []
    last = max(at for at, line in enumerate(lines) if line.reason is None)
    second = (prose * 2)[1]
    is_chronicle = any(line.reason == "date" for line in lines[second:last])
    around = lines[prose[0] if is_chronicle else second : last]
    inside = [(line, line.reason) for line in around if line.reason in ("counter", "date")]
    for line, _ in inside:
        line.reason = None
    return inside


def _find_lead(lines: list[Line], *, has_title: bool) -> bool:
    """Mark the lead; return whether there is one."""
    title = next((at for at, line in enumerate(lines) if line.reason == "title"), None)
    texts = [at for at, line in enumerate(lines) if line.reason is None]
    if (title is None and not has_title) or len(texts) < 2:
        return False
    at, following = texts[0], texts[1]
    lead, paragraph = lines[at], lines[following]
    if not is_lead(lead.text) or not is_prose(paragraph.text):
        return False
    above = lines[at - 1].reason if at else None
    grouped = (
        lead.attached
        and not paragraph.attached
        and (above == "title" or above in ("caption", "credit", "date"))
    )
    dated = any(line.reason == "date" for line in lines[at + 1 : following])
    repeated = (
        len(lead.text) < len(paragraph.text)
        and share_of_words(lead.text, paragraph.text) >= TAKEN_UP
    )
    is_found = grouped or dated or repeated
    if is_found:
        lead.reason = "description"
    return is_found


def _drop_links(lines: list[Line]) -> None:
    """Remove the headline below "Read also:", and all of them after the last paragraph.

    Above headline and first paragraph "Latest news" is of the menu, and what is below it may be
    the article.
    """
    prose = [at for at, line in enumerate(lines) if line.reason is None and is_prose(line.text)]
    if not prose:
        return
    end = prose[-1]
    title = next((at for at, line in enumerate(lines) if line.reason == "title"), prose[0])
    for at, line in enumerate(lines[title + 1 :], start=title + 1):
        above = lines[at - 1]
        if line.reason or not is_headline(line.text):
            continue
        in_list = at > end and above.reason in ("read_also", "link")
        in_text = above.reason == "read_also" and line.attached and _is_bare(above)
        if in_list or in_text:
            line.reason = "link"


def _is_bare(line: Line) -> bool:
    """Return whether a "Read also:" has no headline behind it in the same line."""
    return len(line.text.rstrip(": ").split()) <= 4


def _text_of(lines: Iterable[Line], reason: str) -> str | None:
    return next((line.text for line in lines if line.reason == reason), None)


def _precision(moment: Moment | None) -> DatePrecision | None:
    if moment is None:
        return None
    return moment.precision if moment.has_zone else "day"


def _read_furniture(lines: list[Line], zone: tzinfo | None) -> tuple[Moment | None, list[Image]]:
    """Return the moment and the captions that the lines around the text state, and mark those."""
    moment: Moment | None = None
    images: list[Image] = []
    for at, line in enumerate(lines):
        photo = read_photo_line(line.text) if line.reason == "caption" else None
        if photo:
            images.append(Image(url="", caption=photo.caption))
            line.reason = "image"
            for below in lines[at + 1 : at + 2]:
                if is_same(below.text, photo.caption):
                    below.reason = "image"
        stated = photo.moment if photo else _moment_of(line)
        if stated and not moment:
            moment = stated.in_zone(zone)
            line.reason = line.reason if photo else "date_published"
    return moment, images


def _moment_of(line: Line) -> Moment | None:
    return parse_date(line.text) if line.reason == "date" else None


def _zone_of_site(lines: list[Line]) -> tzinfo | None:
    """Return the zone of the site that the page's furniture names most."""
    named = Counter(
        site.lower()
        for line in lines
        if line.reason
        for site in _SITE.findall(line.text)
        if zone_of_country(f"//{site}")
    )
    return zone_of_country(f"//{named.most_common(1)[0][0]}") if named else None

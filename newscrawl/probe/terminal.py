"""A probed page as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import east_asian_width

from newscrawl.items import Block, Image
from newscrawl.probe.record import Probed

FIELDS = (
    "title",
    "description",
    "authors",
    "date_published",
    "date_modified",
    "date_precision",
    "language",
    "section",
    "tags",
    "images",
    "article_type",
    "is_free",
    "completeness",
    "comment_count",
    "word_count",
    "site_name",
    "canonical_url",
)
_LABEL = 16
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "cyan": "36"}


class Layout:
    """Wraps to a width and paints, if there is a terminal to paint on."""

    def __init__(self, width: int, *, coloured: bool) -> None:
        self.width = max(width, 40)
        self._coloured = coloured

    def paint(self, text: str, style: str) -> str:
        """Return the text in a style; as it is when there are no colours."""
        return f"\033[{_STYLES[style]}m{text}\033[0m" if self._coloured else text

    def heading(self, name: str, note: str = "") -> str:
        """Return a section's heading after a blank line."""
        return f"\n{self.paint(name, 'bold')}{self.paint(f'  {note}' if note else '', 'dim')}"

    def labelled(self, label: str, text: str, *, style: str = "cyan", note: str = "") -> str:
        """Return a label, the text wrapped beside it, and a dim note at the end."""
        lines = list(wrap(f"{text}  ({note})" if note else text, self.width - _LABEL - 2))
        if note and (place := lines[-1].rfind("(")) >= 0:
            lines[-1] = lines[-1][:place] + self.paint(lines[-1][place:], "dim")
        first = self.paint(label.ljust(_LABEL), style)
        return f"{first}  " + f"\n{' ' * (_LABEL + 2)}".join(lines)


def render(probed: Probed, *, width: int, coloured: bool) -> str:
    """Return the verdict, the fields with their sources, the text and what was removed."""
    layout = Layout(width, coloured=coloured)
    return "\n".join(
        [
            *_render_verdict(probed, layout),
            *_render_fields(probed, layout),
            *_render_text(probed, layout),
            *_render_removed(probed, layout),
        ]
    )


def wrap(text: str, width: int) -> Iterator[str]:
    """Yield lines no wider than ``width`` columns; a Chinese character takes two.

    >>> list(wrap("It snowed in Bern.", 10))
    ['It snowed', 'in Bern.']
    """
    line, used = "", 0
    for word in _words(text):
        columns = _columns(word)
        if line and used + columns > width:
            yield line.rstrip()
            line, used = "", 0
            word = word.lstrip()  # noqa: PLW2901 - a line does not begin with the space
            columns = _columns(word)
        line += word
        used += columns
    yield line.rstrip()


def _render_verdict(probed: Probed, layout: Layout) -> Iterator[str]:
    article, verdict = probed.article, probed.article.verdict
    if article.url:
        yield layout.paint(article.url, "bold")
    name, style = (
        ("an article", "green") if verdict.is_article else (f"no article: {verdict.reason}", "red")
    )
    yield layout.labelled("verdict", f"{name}, score {verdict.score:.2f}", style=style)
    http = article.http
    answer = [f"HTTP {http.status}" if http.status else "", http.content_type, http.encoding]
    yield layout.labelled("page", ", ".join(filter(None, answer)) or "text")
    if article.extraction.rules != "generic":
        yield layout.labelled("rules", article.extraction.rules)
    if article.extraction.warnings:
        yield layout.labelled("warnings", ", ".join(article.extraction.warnings), style="red")


def _render_fields(probed: Probed, layout: Layout) -> Iterator[str]:
    yield layout.heading("FIELDS", "value (source)")
    for name in FIELDS:
        value = getattr(probed.article, name)
        source = probed.article.sources.get(name, "")
        if name == "date_published" and value and not source:
            source = probed.article.date_source or ""
        missing = value is None or value in ("", [])
        text = layout.paint("–", "dim") if missing else _show(value)
        yield layout.labelled(name, text, note="" if missing else source)


def _show(value: object) -> str:
    if isinstance(value, list):
        parts = [_show_image(part) if isinstance(part, Image) else str(part) for part in value]
        return " · ".join(parts)
    return str(value).lower() if isinstance(value, bool) else str(value)


def _show_image(image: Image) -> str:
    about = "; ".join(filter(None, [image.caption, image.credit and f"© {image.credit}"]))
    return f"{image.url} [{about}]" if about else image.url


def _render_text(probed: Probed, layout: Layout) -> Iterator[str]:
    blocks = probed.article.blocks
    yield layout.heading("TEXT", f"{len(blocks)} blocks, {probed.article.word_count} words")
    for block in blocks:
        yield ""
        yield from _render_block(block, layout)


def _render_block(block: Block, layout: Layout) -> Iterable[str]:
    if block.type == "code":
        return [f"    {line}" for line in block.text.splitlines()]
    if block.type == "embed":
        return [layout.paint(f"[embed {block.url}]", "dim"), *wrap(block.text, layout.width)]
    indent = "  " * ((block.level or 1) - 1) if block.type == "list_item" else ""
    mark = {
        "heading": "#" * (block.level or 2) + " ",
        "list_item": f"{indent}• ",
        "quote": "> ",
        "table_row": "| ",
    }.get(block.type, "")
    follow = mark if mark in ("> ", "| ") else " " * len(mark)
    lines = wrap(block.text, layout.width - len(mark))
    marked = [(mark if number == 0 else follow) + line for number, line in enumerate(lines)]
    return [layout.paint(line, "bold") for line in marked] if block.type == "heading" else marked


def _render_removed(probed: Probed, layout: Layout) -> Iterator[str]:
    removed = probed.article.removed
    yield layout.heading("REMOVED", f"{len(removed)} blocks of the article's range")
    for block in removed:
        yield layout.labelled(block.reason, block.text, style="red")


def _words(text: str) -> Iterator[str]:
    """Yield the pieces between which a line may break, each with the space before it."""
    start = 0
    for place, character in enumerate(text):
        if place > start and (character == " " or east_asian_width(character) in "WF"):
            yield text[start:place]
            start = place
    yield text[start:]


def _columns(text: str) -> int:
    return sum(1 + (east_asian_width(character) in "WF") for character in text)

"""Records that hold a scraped text in one of their fields."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from newscrawl.extraction.plain.articles import PlainArticle, clean_text
from newscrawl.extraction.plain.characters import make_uniform

TEXT_FIELDS = (
    *("text", "body", "content", "article", "article_text", "maintext", "articleBody"),
    *("full_text", "plain_text", "cleaned_text", "raw_text", "story"),
)
"""Where a text is looked for, in this order, when no field is named."""

_HEADS = ("title", "description")


class RecordError(ValueError):
    """A record has no text to clean; the message says why."""


def clean_record(
    record: dict[str, Any],
    *,
    text_field: str | None = None,
    timezone: str | None = None,
    keep_removed: bool = False,
) -> dict[str, Any]:
    """Return the record with its text cleaned.

    The text is the paragraphs alone. Title, description, date and images that stood in it are
    filled in where the record has none; a title or description that it has gets uniform
    characters. All its other keys stay, in their order.
    """
    name = _find_field(record, text_field)
    heads = {key: make_uniform(text) for key in _HEADS if (text := _string(record.get(key)))}
    article = clean_text(
        record[name],
        title=heads.get("title") or None,
        description=heads.get("description") or None,
        timezone=timezone,
        url=_string(record.get("url")) or "",
    )
    cleaned: dict[str, Any] = {**record, **heads, name: article.text}
    if not cleaned.get("date_published"):
        cleaned |= _filled(date_published=article.date_published)
        cleaned |= _filled(date_precision=article.date_precision)
    for key in ("title", "description", "images"):
        if not cleaned.get(key):
            cleaned |= _filled(**{key: make_record(article)[key]})
    if keep_removed:
        cleaned["removed"] = [asdict(removed) for removed in article.removed]
    return cleaned


def make_record(article: PlainArticle, *, keep_removed: bool = False) -> dict[str, Any]:
    """Return the record of a cleaned text; all keys are always there."""
    record = {
        "title": article.title,
        "description": article.description,
        "text": article.text,
        "date_published": article.date_published,
        "date_precision": article.date_precision,
        "images": [asdict(image) for image in article.images],
    }
    if keep_removed:
        record["removed"] = [asdict(removed) for removed in article.removed]
    return record


def _find_field(record: dict[str, Any], text_field: str | None) -> str:
    if text_field is not None:
        if not isinstance(record.get(text_field), str):
            raise RecordError(f"no text in the field {text_field!r}")
        return text_field
    for name in TEXT_FIELDS:
        if isinstance(record.get(name), str):
            return name
    if named := next((name for name in TEXT_FIELDS if name in record), None):
        raise RecordError(f"its field {named!r} holds no text")
    keys = ", ".join(map(repr, record)) or "none"
    raise RecordError(
        f"none of its fields is known to hold the text (it has {keys}): name it with --field"
    )


def _filled(**values: object) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def _string(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None

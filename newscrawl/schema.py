"""The schemas of the data set, both made from the one class that is the record.

The JSON Schema also ships as a file, ``newscrawl/article.schema.json``, for readers of the data
that do not run Python; ``scrapy schema --write`` makes it again.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

from itemadapter import ItemAdapter

from newscrawl.items import SCHEMA_VERSION, Article

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA_FILE = Path(__file__).with_name("article.schema.json")

_JSON_TYPES = {str: "string", int: "integer", bool: "boolean", NoneType: "null"}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "newscrawl article",
        "description": f"One line of the data set, schema version {SCHEMA_VERSION}.",
        **_object_schema(Article),
    }


def json_schema_text() -> str:
    """Return the JSON Schema as the text of its file."""
    return json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n"


def arrow_schema() -> pa.Schema:
    """Return the Arrow schema of one record.

    Raises ImportError without the ``arrow`` extra.
    """
    import pyarrow as pa  # noqa: PLC0415 - an extra, needed here alone

    struct = _arrow_type(Article, pa)
    return pa.schema([struct.field(i) for i in range(struct.num_fields)])


def _object_schema(cls: type) -> dict[str, Any]:
    documented = ItemAdapter.get_json_schema(cls)["properties"]
    return {
        "type": "object",
        "properties": {
            name: _json_type(hint) | {"description": _one_line(documented[name]["description"])}
            for name, hint in _hints(cls).items()
        },
        "required": list(_hints(cls)),
        "additionalProperties": False,
    }


def _json_type(hint: Any) -> dict[str, Any]:
    if hint in _JSON_TYPES:
        return {"type": _JSON_TYPES[hint]}
    if is_dataclass(hint):
        return _object_schema(hint)  # type: ignore[arg-type]  # a class here, never an instance
    if get_origin(hint) is Literal:
        return {"type": "string", "enum": list(get_args(hint))}
    if get_origin(hint) is list:
        return {"type": "array", "items": _json_type(get_args(hint)[0])}
    return _nullable(_json_type(_not_none(hint)))


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    enum = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [schema["type"], "null"]} | enum


def _arrow_type(hint: Any, pa: Any) -> Any:
    if hint in (str, int, bool):
        return {str: pa.string(), int: pa.int64(), bool: pa.bool_()}[hint]
    if is_dataclass(hint):
        members = _hints(hint).items()  # type: ignore[arg-type]
        return pa.struct(
            [pa.field(n, _arrow_type(h, pa), nullable=_is_optional(h)) for n, h in members]
        )
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is list:
        return pa.list_(pa.field("item", _arrow_type(get_args(hint)[0], pa), nullable=False))
    return _arrow_type(_not_none(hint), pa)


def _hints(cls: type) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {field.name: hints[field.name] for field in fields(cls)}


def _is_optional(hint: Any) -> bool:
    return get_origin(hint) in (Union, UnionType)


def _not_none(hint: Any) -> Any:
    return next(arg for arg in get_args(hint) if arg is not NoneType)


def _one_line(description: str) -> str:
    return " ".join(description.split()).replace("``", "`")

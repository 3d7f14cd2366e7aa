import json
from dataclasses import asdict

import jsonschema
import pyarrow as pa
import pytest

from newscrawl.items import Article, Block, Image
from newscrawl.schema import SCHEMA_FILE, arrow_schema, json_schema, json_schema_text

FULL = Article(
    title="Snow",
    blocks=[Block(type="heading", text="Bern", level=2)],
    images=[Image(url="https://a.example/1.jpg", credit="AFP")],
    date_precision="day",
    article_type="news",
    comment_count=0,
)


def test_the_shipped_file_is_the_generated_schema():
    assert SCHEMA_FILE.read_text(encoding="utf-8") == json_schema_text(), (
        "run `scrapy schema --write`"
    )


@pytest.mark.parametrize("article", [Article(), FULL], ids=["empty", "full"])
def test_records_are_valid_against_the_json_schema(article):
    jsonschema.validate(asdict(article), json_schema())


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param({"title": None}, id="null where a string must be"),
        pytest.param({"article_type": "poem"}, id="value outside the list"),
        pytest.param({"comment_count": "3"}, id="number as a string"),
        pytest.param({"extra": 1}, id="unknown key"),
        pytest.param({"blocks": [{"type": "paragraph"}]}, id="block without text"),
    ],
)
def test_damaged_records_are_not_valid(damage):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(asdict(FULL) | damage, json_schema())


def test_a_missing_key_is_not_valid():
    record = asdict(FULL)
    del record["tags"]
    with pytest.raises(jsonschema.ValidationError, match="'tags' is a required property"):
        jsonschema.validate(record, json_schema())


def test_every_field_is_described():
    def descriptions(schema):
        for name, part in schema.get("properties", {}).items():
            yield name, part["description"]
            yield from descriptions(part.get("items", part))

    assert all(text for _, text in descriptions(json_schema()))


def test_null_columns_keep_their_arrow_type():
    empty = pa.Table.from_pylist([asdict(Article())], schema=arrow_schema())
    full = pa.Table.from_pylist([asdict(FULL)], schema=arrow_schema())
    assert pa.concat_tables([empty, full]).num_rows == 2


def test_records_survive_arrow():
    table = pa.Table.from_pylist([asdict(FULL)], schema=arrow_schema())
    assert table.to_pylist() == [json.loads(json.dumps(asdict(FULL)))]

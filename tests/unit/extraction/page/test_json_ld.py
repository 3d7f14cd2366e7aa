"""JSON-LD scripts as pages have them: whole, damaged and hostile."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.extraction.page.json_ld import (
    MAX_DEPTH,
    as_list,
    as_text,
    iter_nodes,
    name_of,
    parse_script,
    types_of,
)

WHOLE = {
    "one object": ('{"headline": "Snow"}', [{"headline": "Snow"}]),
    "a list": ('[{"a": 1}, {"b": 2}]', [[{"a": 1}, {"b": 2}]]),
    "raw line break in a string": ('{"a": "one\ntwo"}', [{"a": "one\ntwo"}]),
    "raw tab in a string": ('{"a": "one\ttwo"}', [{"a": "one\ttwo"}]),
    "nothing": ("  \n ", []),
}
BROKEN = {
    "trailing comma": ('{"a": 1, "b": [1, 2,],}', [{"a": 1, "b": [1, 2]}]),
    "CDATA": ('//<![CDATA[\n{"a": 1}\n//]]>', [{"a": 1}]),
    "HTML comment": ('<!-- {"a": 1} -->', [{"a": 1}]),
    "semicolon at the end": ('{"a": 1};', [{"a": 1}]),
    "byte order mark": ('\ufeff{"a": 1}', [{"a": 1}]),
    "line comment": (
        '{"a": 1, // the first\n "b": "http://x.example"}',
        [{"a": 1, "b": "http://x.example"}],
    ),
    "block comment": ('{/* first */ "a": 1}', [{"a": 1}]),
    "two documents": ('{"a": 1}\n{"b": 2}', [{"a": 1}, {"b": 2}]),
    "two documents with comma": ('{"a": 1}, {"b": 2}', [{"a": 1}, {"b": 2}]),
    "escaped as HTML": ("{&quot;a&quot;: &quot;b&quot;}", [{"a": "b"}]),
    "unescaped inner quotes": (
        '{"a": "the "great" snow", "b": 1}',
        [{"a": 'the "great" snow', "b": 1}],
    ),
    "bad escape": (r'{"a": "it\'s \x"}', [{"a": r"it\'s \x"}]),
    "truncated in a string": ('{"a": "one", "b": "tw', [{"a": "one", "b": "tw"}]),
    "truncated in a key": ('{"a": "one", "b', [{"a": "one"}]),
    "truncated in a list": ('{"a": [1, 2', [{"a": [1, 2]}]),
    "bracket too many": ('{"a": 1}}', [{"a": 1}]),
    "good document before a bad one": ('{"a": 1} {"b": }', [{"a": 1}]),
    "no JSON at all": ("window.data = 5", []),
}


@pytest.mark.parametrize(("script", "documents"), WHOLE.values(), ids=WHOLE)
def test_whole_script_is_read_and_not_called_broken(script: str, documents: list[object]) -> None:
    assert parse_script(script) == (documents, False)


@pytest.mark.parametrize(("script", "documents"), BROKEN.values(), ids=BROKEN)
def test_broken_script_is_read_as_far_as_it_goes(script: str, documents: list[object]) -> None:
    assert parse_script(script) == (documents, True)


@pytest.mark.parametrize(
    "script",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '"' * 150_000,
        '{"a": "' + '"x' * 60_000,
        "1" * 6_000,
        "/*" * 50_000,
    ],
    ids=["lists", "objects", "quotes", "inner quotes", "digits", "comments"],
)
def test_hostile_script_ends_without_an_error(script: str) -> None:
    assert parse_script(script).broken


@pytest.mark.parametrize(("start", "end"), [('{"a":', "}"), ("[", "]")], ids=["objects", "lists"])
def test_what_is_nested_too_deep_is_cut_off(start: str, end: str) -> None:
    documents = parse_script(start * 900 + "1" + end * 900).documents
    assert 0 < repr(documents[0]).count(start[0]) <= MAX_DEPTH + 1


@given(st.text(alphabet='{}[]",:\\/ab1\n', max_size=60))
def test_any_text_gives_documents_or_none(script: str) -> None:
    assert isinstance(parse_script(script).documents, list)


def test_nodes_come_outer_first_with_their_path() -> None:
    document = {"@graph": [{"name": "a", "author": {"name": "b"}}, {"name": "c"}]}
    found = [(node.value.get("name"), node.path) for node in iter_nodes(document)]
    assert found == [(None, ()), ("a", ()), ("b", ("author",)), ("c", ())]


def test_nodes_of_an_endless_tree_are_capped() -> None:
    document: dict[str, object] = {}
    inner = document
    for _ in range(500):
        inner["a"] = inner = {}
    assert len(list(iter_nodes(document))) < 50


TEXTS = {
    "plain": ("Snow", "Snow"),
    "entities": ("Tom &amp; Ann &#8211; &quot;snow&quot;", 'Tom & Ann – "snow"'),
    "entities of entities": ("Tom &amp;amp; Ann", "Tom & Ann"),
    "tags": ("A <b>great</b> snow<br>fall", "A great snow fall"),
    "tags in capitals": ("snow<BR>fall", "snow fall"),
    "items": ("<li>Snow</li><li>Ice</li>", "Snow Ice"),
    "marks of direction": ("\u200fثلج\u200f", "ثلج"),
    "less than is no tag": ("5 < 6", "5 < 6"),
    "soft hyphen": ("Schnee\u00adfall", "Schneefall"),
    "lone surrogate": ("Snow \ud83d", "Snow"),
    "white space": (" a \n\t b\u00a0c ", "a b c"),
    "language map": ({"@value": "Snow", "@language": "en"}, "Snow"),
    "list": ([None, "", "Snow", "Ice"], "Snow"),
    "number": (5, None),
    "null": (None, None),
    "empty": ("  ", None),
}


@pytest.mark.parametrize(("value", "text"), TEXTS.values(), ids=TEXTS)
def test_value_of_any_type_gives_its_text_or_nothing(value: object, text: str | None) -> None:
    assert as_text(value) == text


def test_names_types_and_lists_of_any_shape() -> None:
    assert types_of({"@type": ["http://schema.org/NewsArticle", "schema:Thing", 7]}) == [
        "NewsArticle",
        "Thing",
    ]
    assert types_of({"@type": {"a": 1}}) == []
    assert as_list([["a", None], [["b"]]]) == ["a", "b"]
    assert as_list(None) == []
    assert name_of([{"name": ""}, {"name": "Bern Post"}]) == "Bern Post"
    assert name_of({"name": 5}) is None

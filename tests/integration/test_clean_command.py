"""``scrapy clean`` as a user runs it."""

import gzip
import json
import os
import subprocess
import sys

import pytest
from processes import ROOT, run_scrapy

TITLE = "River ferry returns after nine years"
BODY = [
    "The ferry across the Wend will sail again from Monday, the harbour board said.",
    "Tickets cost two euros.",
]
TEXT = "\n\n".join(["Share", "0", TITLE, "3 March 2025, 10:14", *BODY, "Follow us on Instagram!"])


def clean(*args, data=b""):
    return run_scrapy("clean", *args, data=data)


def records(result):
    return [json.loads(line) for line in result.stdout.decode().splitlines()]


def test_a_plain_text_gives_headline_and_paragraphs(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(TEXT, "utf-8")
    result = clean(path)
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout.decode() == "\n\n".join([TITLE, *BODY]) + "\n"
    again = clean("-", data=result.stdout)
    assert again.stdout == result.stdout


def test_removed_lines_are_named_on_standard_error():
    result = clean("-", "--removed", data=TEXT.encode())
    lines = result.stderr.decode().splitlines()
    assert lines == ["share\tShare", "counter\t0", "follow\tFollow us on Instagram!"]


def test_a_plain_text_can_become_one_record():
    result = clean("-", "--json", "--removed", "--timezone", "Europe/Berlin", data=TEXT.encode())
    (record,) = records(result)
    assert record["title"] == TITLE
    assert record["text"] == "\n\n".join(BODY)
    assert record["date_published"] == "2025-03-03T10:14:00+01:00"
    assert record["date_precision"] == "minute"
    assert [removed["reason"] for removed in record["removed"]] == ["share", "counter", "follow"]


def test_json_lines_keep_their_keys_and_gain_what_they_lack():
    rows = [
        {"id": 7, "body": TEXT, "lang": "en"},
        {"title": TITLE, "url": "https://a.example.de/1", "text": TEXT, "date_published": "2020"},
    ]
    data = "\n".join(map(json.dumps, rows)).encode()
    first, second = records(clean("-", data=data))
    assert first == {
        "id": 7,
        "body": "\n\n".join(BODY),
        "lang": "en",
        "date_published": "2025-03-03",
        "date_precision": "day",
        "title": TITLE,
    }
    assert second == {**rows[1], "text": "\n\n".join(BODY)}


def test_the_field_can_be_named():
    row = {"text": "not this", "html_free": TEXT}
    result = clean("-", "--field", "html_free", data=json.dumps(row).encode())
    assert records(result)[0]["html_free"] == "\n\n".join(BODY)
    assert records(result)[0]["text"] == "not this"


def test_bad_lines_are_named_counted_and_do_not_stop_the_rest():
    good = json.dumps({"text": TEXT}).encode()
    bad = [b"{broken", b"[1]", b'{"x": 1}', b'{"text": "\xff"}']
    result = clean("-", data=b"\n".join([good, *bad, b"", good]))
    assert result.returncode == 1
    assert len(records(result)) == 2
    messages = result.stderr.decode().splitlines()
    assert [f"line {number}:" in message for number, message in enumerate(messages[:4], 2)] == [
        True
    ] * 4
    assert "4 of 6 records" in messages[-1]


@pytest.mark.parametrize(
    ("rows", "indent"),
    [
        pytest.param([{"text": TEXT}, {"text": TEXT}], None, id="array on one line"),
        pytest.param([{"text": TEXT}, {"text": TEXT}], 1, id="array over many lines"),
        pytest.param({"text": TEXT}, 1, id="object over many lines"),
    ],
)
@pytest.mark.parametrize("name", ["rows.json", "rows.jsonl"])
def test_json_of_several_lines_gives_its_records(rows, indent, name, tmp_path):
    path = tmp_path / name
    path.write_text(json.dumps(rows, indent=indent))
    result = clean(path)
    assert (result.returncode, result.stderr) == (0, b"")
    texts = [record["text"] for record in records(result)]
    assert texts == ["\n\n".join(BODY)] * (len(rows) if isinstance(rows, list) else 1)


def test_records_of_an_array_that_are_none_are_counted():
    result = clean("-", data=json.dumps(["x", {"text": TEXT}]).encode())
    assert (result.returncode, len(records(result))) == (1, 1)
    assert b"-, record 1: not a JSON object but a str" in result.stderr


def test_prose_in_brackets_is_prose():
    result = clean("-", data=f"[Reuters] {BODY[0]}".encode())
    assert (result.returncode, result.stderr) == (0, b"")
    assert BODY[0] in result.stdout.decode()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
def test_a_byte_order_mark_is_no_text(mark):
    assert clean("-", data=mark + TEXT.encode()).stdout.decode().startswith(TITLE)
    assert records(clean("-", data=mark + json.dumps({"text": TEXT}).encode()))[0]["title"] == TITLE


@pytest.mark.parametrize(
    ("args", "data", "code", "message"),
    [
        (["-"], "Снег".encode("cp1251"), 1, "not UTF-8"),
        (["missing.txt"], b"", 1, "missing.txt: No such file"),
        ([], b"", 2, "name one file"),
        (["-"], b'[\n {"text": "It snowed."},\n {"te', 1, "broken JSON: mend it"),
        (["rows.csv"], b"", 1, "rows.csv: a table: give its rows as JSON Lines"),
        (["-"], b"", 1, "-: empty"),
        (["-"], b"\n \r\n", 1, "-: empty"),
        (["-"], b"Share\n\nTweet\n", 1, "no text is left"),
        (["-"], b'{"text": null}', 1, "its field 'text' holds no text"),
        (["-"], b'{"words": "x"}', 1, "(it has 'words'): name it with --field"),
        (["-"], gzip.compress(b"x"), 1, "compressed: zcat - | scrapy clean -"),
        (["-"], b'{"text": "It snowed.", "x": 1e999}', 1, "the number 1e999 cannot be kept"),
        (["-"], b'{"text": "It snowed.", "x": NaN}', 1, "the number NaN cannot be kept"),
        (["-", "--timezone", "Mars/Olympus"], b"x", 2, "no such time zone"),
    ],
    ids=[
        *("encoding", "missing file", "no file", "broken array", "table", "empty", "blank"),
        *("all removed", "no text"),
        *("no field", "gzip", "number", "no number", "zone"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(args, data, code, message):
    result = clean(*args, data=data)
    assert result.returncode == code
    assert message in result.stderr.decode()
    assert b"Traceback" not in result.stderr


def test_a_reader_that_stops_early_is_no_error(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": TEXT}) + "\n") * 3000, "utf-8")
    command = f'"{sys.executable}" -m scrapy clean "{path}" | head -n 1'
    result = subprocess.run(
        command, shell=True, capture_output=True, cwd=ROOT, timeout=60, check=True
    )
    assert len(records(result)) == 1
    assert result.stderr == b""


def test_removed_lines_are_utf_8_whatever_the_locale():
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", "clean", "-", "--removed"],
        input=f"Поделиться\n\n{TEXT}".encode(),
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        timeout=60,
        check=True,
    )
    assert "Поделиться" in done.stderr.decode()


def test_the_help_names_the_options():
    text = clean("--help").stdout.decode()
    assert all(option in text for option in ("--field", "--json", "--removed", "--timezone"))

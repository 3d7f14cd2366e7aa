import json
import logging
import sys

import pytest

from newscrawl.safe_logs import JsonFormatter, SafeRecord, make_safe


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        pytest.param("plain: снег, 雪\n\tindented", "plain: снег, 雪\n\tindented", id="plain"),
        pytest.param("\x1b]0;owned\x07", "\\x1b]0;owned\\x07", id="terminal title"),
        pytest.param("a\rb", "a\\rb", id="carriage return"),
        pytest.param("\x9b31m", "\\x9b31m", id="C1 escape"),
        pytest.param("\u202eevil", "\\u202eevil", id="right-to-left override"),
        pytest.param("{'AWS_SECRET_ACCESS_KEY': 'abc', 'X': 1}",
                     "{'AWS_SECRET_ACCESS_KEY': '***', 'X': 1}", id="secret"),
        pytest.param("{'API_KEY': \"a'b\"}", "{'API_KEY': '***'}", id="other quotes"),
        pytest.param("{'SMTP_TOKEN': 12345}", "{'SMTP_TOKEN': '***'}", id="number"),
        pytest.param("proxy http://me:pw@h:80/", "proxy http://***@h:80/", id="credentials"),
        pytest.param("at 10:30@noon", "at 10:30@noon", id="no credentials"),
    ],
)  # fmt: skip
def test_control_characters_and_secrets_stay_out(text, safe):
    assert make_safe(text) == safe


def record_of(message, *args, exc_info=None):
    return SafeRecord("scrapy", logging.INFO, "x.py", 1, message, args, exc_info)


def test_arguments_of_a_message_are_made_safe():
    assert record_of("Dropped: %s", "\x1b[2J").getMessage() == "Dropped: \\x1b[2J"


def test_tracebacks_are_made_safe():
    try:
        raise ValueError("\x1b[2J")
    except ValueError:
        record = record_of("Error", exc_info=sys.exc_info())
    assert "\\x1b[2J" in logging.Formatter().format(record)
    assert "\x1b" not in logging.Formatter().format(record)


def test_a_json_line_holds_it_all():
    try:
        raise ValueError("broken")
    except ValueError:
        line = JsonFormatter().format(record_of("two\nlines", exc_info=sys.exc_info()))
    entry = json.loads(line)
    assert "\n" not in line
    assert (entry["level"], entry["logger"], entry["message"]) == ("INFO", "scrapy", "two\nlines")
    assert entry["exception"].endswith("ValueError: broken")

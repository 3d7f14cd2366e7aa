"""Logs that a page cannot write into, and that give no secret away."""

from __future__ import annotations

import json
import logging
import re
import traceback
from datetime import UTC, datetime
from typing import Any

# Control characters but tab and line feed: they move the cursor, clear the screen, hide text.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
# A setting's name and value as Python prints a dict of settings.
_SECRET = re.compile(
    r"""(['"][A-Z0-9_]*(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|ACCESS_KEY|CREDENTIAL)[A-Z0-9_]*"""
    r"""['"]: )(?:'[^']*'|"[^"]*"|[^,}\s]+)"""
)
# The user and password of an address, such as a proxy's.
_CREDENTIALS = re.compile(r"(\w+://)[^/\s:@]+:[^/\s@]+@")


def make_safe(text: str) -> str:
    r"""Return a text with control characters spelt out and secrets masked.

    >>> make_safe("title: \x1b[2J")
    'title: \\x1b[2J'
    >>> make_safe("{'FTP_PASSWORD': 'x', 'PROXY': 'http://me:pw@proxy:80'}")
    "{'FTP_PASSWORD': '***', 'PROXY': 'http://***@proxy:80'}"
    """
    text = _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)
    return _CREDENTIALS.sub(r"\1***@", _SECRET.sub(r"\1'***'", text))


class SafeRecord(logging.LogRecord):
    """A log record whose message and traceback are safe to print."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[0]:
            lines = traceback.format_exception(*self.exc_info)
            self.exc_text = make_safe("".join(lines).rstrip("\n"))

    def getMessage(self) -> str:  # noqa: N802 - the name in the standard library
        """Return the message, safe."""
        return make_safe(super().getMessage())


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the exception if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_text:
            entry["exception"] = record.exc_text
        return json.dumps(entry, ensure_ascii=False)

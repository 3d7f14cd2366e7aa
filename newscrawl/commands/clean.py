"""``scrapy clean``: article text out of text that somebody else scraped."""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, ClassVar, TextIO

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

# Records over several lines, as no prose begins: "[Reuters] The ..." is some.
_LIKE_JSON = re.compile(rb"\[\s*\{\s*\"|\{\s*\"")
# First bytes of compressed files, and what unpacks them.
_PACKED = {b"\x1f\x8b": "zcat", b"\x28\xb5\x2f\xfd": "zstdcat"}
_TABLE_ENDINGS = (".csv", ".tsv")
_JSON_ENDINGS = (".jsonl", ".ndjson", ".jl", ".jsonlines")


class Command(ScrapyCommand):
    """Clean a plain text, or the text field of JSON Lines."""

    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        return "[options] <file|->"

    def short_desc(self) -> str:
        return "Clean scraped text: take share rows, prompts, credits and the like out"

    def long_desc(self) -> str:
        return (
            "Clean a text that somebody else scraped. A plain text (one article) gives headline, "
            "lead and paragraphs; JSON Lines, or a JSON array, give the same records, one a line, "
            "with the text field cleaned, and title, description, date_published and images "
            "filled in where a record has none. - reads from standard input. Exit code 1: some "
            "lines could not be read, or no text is left; the messages say which."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--field", metavar="NAME", help="field with the text (default: text, body, content ...)"
        )
        parser.add_argument(
            "--json", action="store_true", help="print the record of a plain text as JSON"
        )
        parser.add_argument(
            "--removed",
            action="store_true",
            help="name what was removed and why: on standard error, or as a key of JSON records",
        )
        parser.add_argument(
            "--timezone",
            metavar="ZONE",
            help='zone of printed times, as "Asia/Almaty" (default: that of the site\'s country)',
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.command_line import printing, refuse_options
        from newscrawl.extraction.dates.zones import zone_named

        refuse_options(args)
        if len(args) != 1:
            raise UsageError("name one file, or - for standard input", print_help=False)
        if opts.timezone and not zone_named(opts.timezone):
            raise UsageError(f"no such time zone: {opts.timezone!r}", print_help=False)
        with printing("clean"):
            self._read(args[0], opts)

    def _read(self, name: str, opts: argparse.Namespace) -> None:
        if name.lower().endswith(_TABLE_ENDINGS):
            self._complain(f"{name}: a table: give its rows as JSON Lines")
            return
        try:
            source = _open(name)
        except OSError as error:
            self._complain(f"{name}: {error.strerror or error}")
            return
        with source:
            self._clean(source, name, opts)

    def _clean(self, source: IO[bytes], name: str, opts: argparse.Namespace) -> None:
        start = source.readline()
        while not start.strip(b"\xef\xbb\xbf \t\r\n"):
            line = source.readline()
            if not line:
                self._complain(f"{name}: empty")
                return
            start += line
        if unpacker := _find_unpacker(start):
            self._complain(f"{name}: compressed: {unpacker} {name} | scrapy clean -")
        elif _is_record(start):
            self._clean_records(_lines(start, source), name, opts)
        elif _bare(start)[:1] in (b"[", b"{"):
            self._clean_whole(start + source.read(), name, opts)
        elif opts.field or name.endswith(_JSON_ENDINGS):
            self._clean_records(_lines(start, source), name, opts)
        else:
            self._clean_text(start + source.read(), name, opts)

    def _clean_whole(self, data: bytes, name: str, opts: argparse.Namespace) -> None:
        """Clean what may be JSON over several lines: an array of records, or a single one."""
        if (records := _whole_records(data)) is not None:
            self._clean_records(iter(records), name, opts, noun="record")
            return
        lines = _bare(data).splitlines(keepends=True)
        if opts.field or name.endswith(_JSON_ENDINGS) or any(map(_is_record, lines)):
            self._clean_records(iter(lines), name, opts)
        elif _LIKE_JSON.match(_bare(data)):
            self._complain(f"{name}: broken JSON: mend it, or give JSON Lines")
        else:
            self._clean_text(data, name, opts)

    def _clean_text(self, data: bytes, name: str, opts: argparse.Namespace) -> None:
        from newscrawl.extraction.plain.articles import clean_text
        from newscrawl.extraction.plain.records import make_record

        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            self._complain(f"{name}: not UTF-8 (byte {error.start}): convert it first, with iconv")
            return
        article = clean_text(text, timezone=opts.timezone)
        if not article.whole:
            self._complain(f"{name}: no text is left; --removed names what was taken out and why")
        if opts.json:
            _print(json.dumps(make_record(article, keep_removed=opts.removed), ensure_ascii=False))
            return
        if article.whole:
            _print(article.whole)
        for removed in article.removed if opts.removed else ():
            _print(f"{removed.reason}\t{removed.text}", sys.stderr)

    def _clean_records(
        self,
        records: Iterator[Any],
        name: str,
        opts: argparse.Namespace,
        *,
        noun: str = "line",
    ) -> None:
        """Clean records as they are, or as lines of bytes; ``noun`` is what errors count."""
        from newscrawl.extraction.plain.records import RecordError, clean_record

        bad = total = 0
        for number, record in enumerate(records, start=1):
            if isinstance(record, bytes) and not record.strip():
                continue
            total += 1
            try:
                cleaned = clean_record(
                    _read_record(record),
                    text_field=opts.field,
                    timezone=opts.timezone,
                    keep_removed=opts.removed,
                )
            except RecordError as error:
                bad += 1
                self._complain(f"{name}, {noun} {number}: {error}")
                continue
            _print(json.dumps(cleaned, ensure_ascii=False))
        if bad:
            self._complain(f"{bad} of {total} records could not be cleaned and are left out")

    def _complain(self, message: str) -> None:
        print(f"scrapy clean: {message}", file=sys.stderr)
        self.exitcode = 1


def _open(name: str) -> IO[bytes]:
    if name != "-":
        return Path(name).open("rb")
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer


def _lines(start: bytes, source: IO[bytes]) -> Iterator[bytes]:
    yield from start.removeprefix(b"\xef\xbb\xbf").splitlines(keepends=True)
    yield from source


def _bare(data: bytes) -> bytes:
    return data.strip().removeprefix(b"\xef\xbb\xbf").lstrip()


def _find_unpacker(start: bytes) -> str | None:
    return next((command for magic, command in _PACKED.items() if start.startswith(magic)), None)


def _is_record(line: bytes) -> bool:
    try:
        return isinstance(json.loads(_bare(line)), dict)
    except (ValueError, RecursionError):
        return False


def _whole_records(data: bytes) -> list[Any] | None:
    """Return the entries of a JSON array, or a JSON object as the only one; None if it is none."""
    try:
        value = json.loads(_bare(data), parse_float=_number, parse_constant=_number)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, list) else [value]


def _read_record(line: Any) -> dict[str, Any]:
    """Return a record, from its line if it comes as bytes; raises RecordError if it is none."""
    from newscrawl.extraction.plain.records import RecordError

    try:
        record = line
        if isinstance(line, bytes):
            record = json.loads(line, parse_float=_number, parse_constant=_number)
    except UnicodeDecodeError as error:
        raise RecordError(f"not UTF-8 (byte {error.start} of the line)") from None
    except (ValueError, RecursionError) as error:
        raise RecordError(f"not JSON: {error}") from None
    if not isinstance(record, dict):
        raise RecordError(f"not a JSON object but a {type(record).__name__}")
    return record


def _number(text: str) -> float:
    """Return a number of JSON; raises ValueError for one that would come out as no JSON."""
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(f"the number {text} cannot be kept")
    return number


def _print(text: str, stream: TextIO | None = None) -> None:
    """Print in UTF-8, whatever the locale."""
    (stream or sys.stdout).buffer.write(text.encode("utf-8", "backslashreplace") + b"\n")

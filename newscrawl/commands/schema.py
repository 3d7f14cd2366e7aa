"""``scrapy schema``: the schema of the data set."""

from __future__ import annotations

import argparse

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError


class Command(ScrapyCommand):
    """Print the JSON Schema or the Arrow schema of the records."""

    requires_crawler_process = False

    def syntax(self) -> str:
        return "[--arrow | --write]"

    def short_desc(self) -> str:
        return "Print the schema of the records"

    def long_desc(self) -> str:
        return (
            "Print the JSON Schema of the records; with --arrow their Arrow schema, which needs "
            "pyarrow: pip install 'newscrawl[arrow]'."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--arrow", action="store_true", help="print the Arrow schema instead")
        parser.add_argument(
            "--write", action="store_true", help="write the package's schema file again"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        from newscrawl.command_line import printing, refuse_options

        refuse_options(args)
        if args:
            raise UsageError(f"schema takes no arguments, got {' '.join(args)!r}", print_help=False)
        with printing("schema"):
            self._print(opts)

    def _print(self, opts: argparse.Namespace) -> None:
        from newscrawl.schema import SCHEMA_FILE, arrow_schema, json_schema_text

        if opts.write:
            SCHEMA_FILE.write_text(json_schema_text(), encoding="utf-8")
        elif opts.arrow:
            try:
                print(arrow_schema().to_string())
            except ImportError:
                hint = "the Arrow schema needs pyarrow: pip install 'newscrawl[arrow]'"
                raise UsageError(hint, print_help=False) from None
        else:
            print(json_schema_text(), end="")

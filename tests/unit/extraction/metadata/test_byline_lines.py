"""A printed byline, whatever its language, names the authors and is no text."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract

TEXT = [
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.",
    "Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip commodo.",
    "Duis aute irure dolor in reprehenderit in voluptate velit esse cillum dolore eu fugiat.",
]


@pytest.mark.table("byline_lines.tsv")
def test_byline_is_read_and_no_text(language: str, line: str, names: str) -> None:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in TEXT)
    article = extract(
        f'<html lang="{language}"><main><h1>Ipsum saga</h1><div><p>{line}</p>{text}</div></main>',
        url="https://post.example/ipsum",
    )
    assert article.authors == names.split(";")
    assert article.text.split("\n\n") == TEXT

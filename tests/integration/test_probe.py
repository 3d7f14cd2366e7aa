"""``scrapy probe``, as it is typed: over a saved page, over a served one, and over what is none."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace

import pytest
from processes import ROOT, run_scrapy

PAGE = ROOT / "tests" / "fixtures" / "pages" / "caption_credit_de.html"
URL = "https://www.elbmarsch-bote.example/lokales/schleuse-bleibt-gesperrt-104882.html"

ANSWERS = {
    "/page.html": (200, "text/html; charset=utf-8", PAGE.read_bytes()),
    "/paper.pdf": (200, "application/pdf", b"%PDF-1.7 binary"),
    "/empty.html": (200, "text/html", b""),
    "/private/page.html": (200, "text/html; charset=utf-8", PAGE.read_bytes()),
    "/robots.txt": (200, "text/plain", b"User-agent: *\nDisallow: /private/\n"),
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        status, kind, body = ANSWERS.get(self.path, (404, "text/html", b"<h1>Gone</h1>"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test's output quiet."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def probe(*arguments: str) -> SimpleNamespace:
    done = run_scrapy("probe", *arguments)
    done.stdout, done.stderr = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return done


@pytest.mark.parametrize("served", [False, True], ids=["file", "url"])
def test_a_page_is_shown_with_sources_text_and_removed_blocks(site: str, served: bool) -> None:
    shown = probe(f"{site}/page.html") if served else probe(str(PAGE), "--url", URL)
    assert (shown.returncode, shown.stderr) == (0, "")
    lines = shown.stdout.splitlines()
    assert any(line.startswith("title") and "(" in line for line in lines)
    assert "2026-03-02T17:45:00+01:00  (json_ld)" in shown.stdout
    assert "## Umweg über den Kanal" in lines
    assert any(line.startswith("caption  ") and "Lager" in line for line in lines)
    assert "\033[" not in shown.stdout


def test_json_is_the_record_and_nothing_more() -> None:
    from newscrawl.schema import json_schema

    record = json.loads(probe(str(PAGE), "--url", URL, "--json").stdout)
    assert list(record) == list(json_schema()["properties"])
    assert (record["url"], record["site"]) == (URL, "elbmarsch-bote.example")


def test_html_marks_the_page_and_can_do_nothing(tmp_path: Path) -> None:
    hostile = PAGE.read_text("utf-8").replace(
        "<main>",
        '<main onclick="alert(1)"><script>alert(2)</script><img src="https://a.example/pixel">'
        '<a href="javascript:alert(3)">x</a>',
    )
    page, marked = tmp_path / "page.html", tmp_path / "marked.html"
    page.write_text(hostile, encoding="utf-8")
    assert probe(str(page), "--url", URL, "--html", str(marked)).returncode == 0
    html = marked.read_text("utf-8")
    assert '<h2 data-kept="">Umweg über den Kanal</h2>' in html
    assert 'data-removed="caption"' in html
    assert not [word for word in ("alert", "pixel", "<script", "onclick") if word in html]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("/missing.html", "HTTP 404"),
        ("/paper.pdf", "not HTML but application/pdf"),
        ("/empty.html", "not HTML but text/html"),
        ("/private/page.html", "robots.txt forbids it"),
        ("http://no-such-host.invalid/", "the host name cannot be resolved"),
        ("http://127.0.0.1:1/", "the connection was refused"),
        ("ftp://paper.example/", "only http and https"),
        ("http://[::1", "no web address"),
        ("http://paper.example:99999/", "no web address"),
        ("http://", "no web address"),
        ("no-such-file.html", "no such file; an address begins with https://"),
        ("www.paper.example", "no such file; an address begins with https://"),
        ("no/such/file", "No such file or directory"),
        (str(ROOT / "tests"), "Is a directory"),
    ],
)
def test_what_is_no_page_ends_with_one_clear_line(site: str, target: str, message: str) -> None:
    is_path_on_site = target.startswith("/") and not Path(target).exists()
    refused = probe(f"{site}{target}" if is_path_on_site else target)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.startswith("scrapy probe: ")
    assert message in refused.stderr
    assert refused.stderr.count("\n") == 1


@pytest.mark.parametrize("url", ["foo", "http://["])
def test_a_file_whose_address_is_none_ends_with_one_clear_line(url: str) -> None:
    refused = probe(str(PAGE), "--url", url)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        f"scrapy probe: {url}: no web address; give one such as https://any.example/x\n"
    )

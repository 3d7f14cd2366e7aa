"""Spiders of other kinds run under the project's settings, and faults of classes are told."""

from pathlib import Path

from processes import run_scrapy
from test_probe import PAGE, URL

HERE = Path(__file__).parent


def test_a_plain_spider_runs_under_the_projects_settings(tmp_path):
    path, output = HERE / "hostile/plain_spider.py", tmp_path / "items.jsonl"
    done = run_scrapy("runspider", path, "-O", output, "-s", f"NEWSCRAWL_OUTPUT={tmp_path}")
    assert done.returncode == 0
    assert output.read_text() == '{"text": "snow"}\n'
    assert b"Traceback" not in done.stderr
    assert not list(tmp_path.glob("reports/**/*.json"))


def test_a_probe_tells_a_fault_of_the_class_in_one_line(tmp_path):
    folder = tmp_path / "papers"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "from newscrawl.spider import NewsSpider\n"
        "class Paper(NewsSpider):\n    name = 'paper'\n    allowed_domains = ['paper.example']\n"
        "    article_url = '('\n"
    )
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = newscrawl.settings\n")
    done = run_scrapy(
        *("probe", PAGE, "--url", URL, "--spider", "paper"),
        *("-s", "SPIDER_MODULES=papers"),
        cwd=tmp_path,
    )
    assert done.returncode == 1
    assert done.stderr.startswith(b"scrapy probe: the class of paper: article_url")
    assert done.stderr.count(b"\n") == 1

"""Commands whose output takes no more, whose input is none, whose options are misspelt."""

import json
import shlex
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from processes import ROOT, run_scrapy, start_scrapy

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier import Frontier
from newscrawl.health.report import Run, build_report
from newscrawl.health.tally import Tally

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
RUN = Run(
    run_id="1",
    spider="news",
    arguments={},
    started_at=NOON,
    finished_at=NOON,
    finish_reason="finished",
    peak_memory_mb=90.0,
    version="1",
)
PAGE = ROOT / "tests" / "fixtures" / "pages" / "caption_credit_de.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """An output folder with a report of a run, and a frontier of more pages than a pipe holds."""
    folder = tmp_path_factory.mktemp("output")
    (folder / "reports").mkdir()
    (folder / "reports" / "1.json").write_text(json.dumps(build_report(RUN, Tally(), {}, {})))
    (folder / "article.txt").write_text("The ferry across the Wend will sail again from Monday.\n")
    frontier = Frontier(folder / ".frontier.sqlite3", output=folder)
    urls = [f"https://paper.example/{number}" for number in range(3000)]
    frontier.offer("paper", [(url, Candidate(url=url, method="feed")) for url in urls], 1.0)
    frontier.close()
    return folder


def shell(command):
    return subprocess.run(
        command, shell=True, capture_output=True, cwd=ROOT, timeout=60, check=False, text=True
    )


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["schema"], id="schema"),
        pytest.param(["clean", "article.txt"], id="clean"),
        pytest.param(["probe", PAGE], id="probe"),
        pytest.param(["frontier", "list"], id="frontier"),
        pytest.param(["report", "--output", "-"], id="report"),
    ],
)
def test_a_full_disk_costs_one_line(arguments, folder, tmp_path):
    arguments = [folder / part if part == "article.txt" else part for part in arguments]
    errors = tmp_path / "errors"
    setting = f"NEWSCRAWL_OUTPUT={folder}"
    process = start_scrapy(*arguments, "-s", setting, output=Path("/dev/full"), errors=errors)
    message = f"scrapy {arguments[0]}: standard output: No space left on device\n"
    assert (process.wait(), errors.read_text()) == (1, message)


def test_a_reader_of_the_frontier_may_stop_early(folder):
    scrapy = f"{shlex.quote(sys.executable)} -m scrapy frontier list --limit 9999"
    done = shell(f"{scrapy} -s NEWSCRAWL_OUTPUT={shlex.quote(str(folder))} | head -n 1")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_a_standard_input_that_is_closed_is_named():
    done = shell(f"{shlex.quote(sys.executable)} -m scrapy clean - <&-")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "scrapy clean: -: standard input is closed\n"


@pytest.mark.parametrize("target", ["/no/folder/x.html", "/tmp"])
def test_a_report_that_cannot_be_written_is_named(target, folder):
    done = run_scrapy("report", "--output", target, "-s", f"NEWSCRAWL_OUTPUT={folder}")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"scrapy report: {target}: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [["clean", "a.txt"], ["probe", "a.html"], ["report"], ["schema"], ["frontier", "list"]],
    ids=lambda arguments: arguments[0],
)
def test_a_misspelt_option_is_named(arguments):
    done = run_scrapy(*arguments, "--bogus")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"unknown option --bogus" in done.stderr


@pytest.mark.parametrize("command", ["crawl", "report", "frontier"])
@pytest.mark.parametrize(
    ("setting", "fault"),
    [
        ("NEWSCRAWL_OUTPT=x", "there is no setting NEWSCRAWL_OUTPT; did you mean NEWSCRAWL_OUTPUT"),
        ("DOWNLOAD_DELAY=fast", "DOWNLOAD_DELAY=fast: give seconds"),
        ("LOG_LEVEL=LOUD", "LOG_LEVEL=LOUD: give DEBUG, INFO, WARNING, ERROR or CRITICAL"),
    ],
)
def test_a_wrong_setting_costs_one_line(command, setting, fault):
    spider = ["demo"] if command == "crawl" else []
    done = run_scrapy(command, *spider, "-s", setting)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"scrapy {command}: {fault}")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("rules", "fault"),
    [
        ('body="div["', "body='div[' is no selector: "),
        ('drop=("//p[",)', "drop='//p[' is no selector: "),
        ('bdy="div"', "Rules.__init__() got an unexpected keyword argument 'bdy'"),
    ],
)
def test_a_spider_that_cannot_be_loaded_costs_one_line(rules, fault, tmp_path):
    (tmp_path / "scrapy.cfg").write_text("[settings]\ndefault = own_settings\n")
    (tmp_path / "own_settings.py").write_text(
        "from newscrawl.settings import *\nSPIDER_MODULES = ['own_spiders']\n"
    )
    path = tmp_path / "own_spiders.py"
    path.write_text(
        "from newscrawl.extraction import Rules\nfrom newscrawl.spider import NewsSpider\n"
        f"class Paper(NewsSpider):\n    name = 'paper'\n    rules = Rules({rules})\n"
    )
    done = run_scrapy("crawl", "paper", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"scrapy crawl: {path}, line 5: {fault}")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (["--spider", "nope"], 1, "no report of a run of 'nope' in"),
        (["--spider", "nope"], 1, "; there are some of news"),
        (["--last", "0"], 2, "--last 0: give a whole number from 1"),
        (["--last", "-5"], 2, "--last -5: give a whole number from 1"),
    ],
)
def test_reports_that_are_not_there_are_named(options, code, message, folder):
    done = run_scrapy("report", *options, "-s", f"NEWSCRAWL_OUTPUT={folder}")
    assert done.returncode == code
    assert message in done.stderr.decode()

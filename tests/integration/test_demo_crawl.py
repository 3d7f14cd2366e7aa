"""The main job as its user runs it: `scrapy crawl demo`, then every field of every record."""

import json
from collections import defaultdict
from dataclasses import asdict, replace
from pathlib import Path

import jsonschema
import pytest
from processes import run_scrapy

from newscrawl.demo.process import serving
from newscrawl.demo.sites import SITES
from newscrawl.demo.world import World
from newscrawl.discovery.urls import article_key
from newscrawl.extraction.boilerplate.phrases import match_phrase
from newscrawl.schema import json_schema

ROOT = Path(__file__).parents[2]
WORLD = World()
TRUTHS = {article_key(truth.url): truth for truth in WORLD.truths()}
LATER = {article_key(truth.url): truth for truth in replace(WORLD, edition=2).truths()}
VANISHED = TRUTHS.keys() - LATER.keys()
FIELDS = (
    "url", "canonical_url", "site", "site_name", "title", "description", "text", "blocks",
    "authors", "date_published", "date_modified", "date_precision", "language", "section", "tags",
    "images", "article_type", "is_free", "comment_count",
)  # fmt: skip


def scrapy(*arguments):
    done = run_scrapy(*arguments)
    done.stdout, done.stderr = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return done


def read_records(output):
    paths = sorted(output.glob("*/*.jsonl"))
    return [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]


def new_records(output, known):
    before = {(record["id"], record["revision"]) for record in known}
    return [r for r in read_records(output) if (r["id"], r["revision"]) not in before]


@pytest.fixture(scope="module")
def server():
    with serving("--crawl-delay", "0") as server:
        yield server


@pytest.fixture(scope="module")
def crawl(tmp_path_factory, server):
    """A first run, with Scrapy's own feed export beside ours."""
    output = tmp_path_factory.mktemp("output")
    done = run_demo(server, output, "-O", output.with_suffix(".jsonl"))
    done.output, done.feed = output, output.with_suffix(".jsonl")
    done.requests, done.records = server.requests(), read_records(output)
    return done


@pytest.fixture(scope="module")
def second(crawl, server):
    """A second run over the same sites."""
    done = run_demo(server, crawl.output)
    done.requests = server.requests()[len(crawl.requests) :]
    done.records = new_records(crawl.output, crawl.records)
    return done


@pytest.fixture(scope="module")
def later(second, crawl, server):
    """A third run: new articles have come, some old ones were edited."""
    server.turn_to(2)
    where = ["-s", f"NEWSCRAWL_OUTPUT={crawl.output}"]
    scrapy("frontier", "requeue", *(TRUTHS[key].url for key in VANISHED), *where)
    done = run_demo(server, crawl.output)
    done.gone = scrapy("frontier", "list", "--state", "gone", "--limit", "99", *where).stdout
    done.records = new_records(crawl.output, crawl.records + second.records)
    return done


def run_demo(server, output, *options):
    settings = ["-s", f"NEWSCRAWL_OUTPUT={output}", "-s", f"NEWSCRAWL_DEMO_URL={server.url}"]
    return scrapy("crawl", "demo", *settings, *options)


@pytest.fixture(scope="module")
def records(crawl):
    return {record["id"]: record for record in crawl.records}


def test_the_run_ends_well(crawl):
    assert crawl.returncode == 0, crawl.stderr[-3000:]


def test_every_article_is_saved_once_and_nothing_else(crawl):
    assert sorted(record["id"] for record in crawl.records) == sorted(TRUTHS)


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("site", SITES, ids=lambda site: site.host)
def test_the_field_is_the_truth(site, name, records):
    wrong = {}
    for key, truth in TRUTHS.items():
        if f"//{site.host}/" in truth.url:
            wanted, got = expected(truth, name), records[key][name]
            if got != wanted:
                wrong[truth.url] = {"got": got, "wanted": wanted}
    assert not wrong, json.dumps(dict(list(wrong.items())[:3]), ensure_ascii=False, indent=1)


def expected(truth, name):
    value = getattr(truth, name)
    if name in ("blocks", "images"):
        return [asdict(entry) for entry in value]
    return list(value) if isinstance(value, tuple) else value


def test_copies_name_their_original(records):
    copies = [truth for truth in TRUTHS.values() if truth.copy_of]
    assert copies
    for truth in copies:
        pair = {article_key(truth.url), article_key(truth.copy_of)}
        labelled = {key for key in pair if records[key]["duplicate_of"] in pair - {key}}
        assert len(labelled) == 1


def test_only_copies_are_called_duplicates(records):
    related = {article_key(url) for t in TRUTHS.values() if t.copy_of for url in (t.url, t.copy_of)}
    assert {key for key, record in records.items() if record["duplicate_of"]} <= related


def test_no_line_of_a_phrase_table_stands_in_a_text(crawl):
    lines = (line for record in crawl.records for line in record["text"].splitlines())
    assert [line for line in lines if match_phrase(line)] == []


def test_every_record_is_valid(crawl):
    validator = jsonschema.Draft202012Validator(json_schema())
    for record in crawl.records:
        validator.validate(record)


def test_keys_stand_in_the_order_of_the_schema(crawl):
    keys = json_schema()["required"]
    assert all(list(record) == keys for record in crawl.records)


def test_records_lie_by_site_and_day_of_download(crawl):
    for path in crawl.output.glob("*/*.jsonl"):
        for line in path.read_text("utf-8").splitlines():
            record = json.loads(line)
            assert path.parent.name == record["site"]
            assert path.stem == record["date_downloaded"][:10]


def test_scrapys_own_feed_holds_the_same_records(crawl):
    exported = [json.loads(line) for line in crawl.feed.read_text("utf-8").splitlines()]
    by_id = defaultdict(list)
    for record in exported:
        by_id[record["id"]].append(record)
    assert by_id == {record["id"]: [record] for record in crawl.records}


def test_a_second_run_saves_nothing_again(second):
    assert second.returncode == 0, second.stderr[-3000:]
    assert second.records == []


def test_a_second_run_asks_listings_only(second):
    asked = {article_key(url) for _, url, _ in second.requests}
    assert second.requests
    assert not asked & TRUTHS.keys()


def test_an_article_that_vanished_is_marked_and_its_record_stays(later, records):
    gone = {line.split("\t")[3]: line.split("\t")[2] for line in later.gone.splitlines()}
    assert records.keys() >= VANISHED
    assert {key: gone.get(key) for key in VANISHED} == dict.fromkeys(VANISHED, "1")


def test_new_articles_and_edits_are_saved_and_nothing_else(later):
    assert later.returncode == 0, later.stderr[-3000:]
    new = LATER.keys() - TRUTHS.keys()
    edited = {key for key in LATER.keys() & TRUTHS.keys() if LATER[key].text != TRUTHS[key].text}
    saved = {(record["id"], record["revision"]): record for record in later.records}
    revised = saved.keys() - {(key, 1) for key in new}
    assert len(saved) == len(later.records)
    assert {(key, 1) for key in new} <= saved.keys()
    assert revised
    assert revised <= {(key, 2) for key in edited}
    assert all(saved[key, 2]["text"] == LATER[key].text for key, _ in revised)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(["crawl", "dmo"], "did you mean 'demo'?", id="misspelt spider"),
        pytest.param(["crawl", "zakon", "-a", "since=soon"], "since=soon is no moment", id="since"),
        pytest.param(["crawl", "zakon", "-a", "sicne=2d"], "unknown argument 'sicne'", id="name"),
        pytest.param(["crawl", "news"], "news needs a site: -a url=", id="no site"),
        pytest.param(["crawl"], "name one spider", id="no spider"),
        pytest.param(["crawl", "demo", "-a", "limit"], "use -a NAME=VALUE", id="no value"),
        pytest.param(["crawl", "demo", "-O", "x.xyz"], "Unrecognized output format", id="format"),
        pytest.param(["crawl", "demo", "--quite"], "unknown option --quite", id="misspelt option"),
        pytest.param(
            ["crawl", "news", "-a", "url=http://a.example:80x/"],
            "'http://a.example:80x/' is no web address",
            id="a port that is none",
        ),
    ],
)
def test_wrong_arguments_end_at_once_with_one_line(arguments, message, tmp_path):
    done = scrapy(*arguments, "-s", f"NEWSCRAWL_OUTPUT={tmp_path / 'output'}")
    assert done.returncode == 1
    assert message in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "output").exists()


def test_a_limit_is_kept(tmp_path):
    done = scrapy("crawl", "demo", "-a", "limit=7", "-s", f"NEWSCRAWL_OUTPUT={tmp_path}")
    assert done.returncode == 0
    assert len(read_records(tmp_path)) == 7


def test_since_and_until_bound_the_days(server, tmp_path):
    window = ["-a", "since=2026-03-28", "-a", "until=2026-03-29"]
    done = run_demo(server, tmp_path, *window)
    assert done.returncode == 0
    days = [record["date_published"] for record in read_records(tmp_path)]
    assert days
    assert all("2026-03-27T14" < day < "2026-03-30T14" for day in days)

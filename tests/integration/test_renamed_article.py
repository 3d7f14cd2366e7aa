"""An article that is renamed stays the article that it was; one that is hidden for a while, too."""

import pytest
from growing_paper import HOUR, Paper

from bad_sites import page, redirect, story  # isort: skip - growing_paper finds it

OLD = "/news/minister-speaks-of-the-budget-today.html"
NEW = "/news/vote-fails-after-long-debate.html"
ADDED = "<p>The vote failed at midnight, and five ministers left the hall at once.</p>"


@pytest.fixture
def paper(tmp_path):
    with Paper(tmp_path) as paper:
        paper.list([OLD])
        paper.pages[OLD] = page(story("budget"))
        paper.crawl()
        paper.pass_time(2 * HOUR)
        yield paper


def test_a_new_address_for_good_makes_a_revision(paper):
    edited = story("budget", title="Vote fails", extra=ADDED)
    paper.pages |= {OLD: redirect(lambda exchange: exchange.base + NEW, 301), NEW: page(edited)}
    first, second = paper.crawl()[0].records
    assert (first["id"], second["revision"]) == (second["id"], 2)
    assert second["url"].endswith(NEW)
    assert second["duplicate_of"] is None
    paper.list([NEW])
    paper.pass_time(12 * HOUR)
    crawl, asked = paper.crawl()
    assert (len(crawl.records), OLD in asked, asked.count(NEW)) == (2, False, 1)


def test_a_new_address_for_now_ends_no_re_checks(paper):
    away = redirect(lambda exchange: exchange.base + "/maintenance")
    paper.pages |= {OLD: away, "/maintenance": page("<h1>We will be back soon</h1>")}
    assert len(paper.crawl()[0].records) == 1
    paper.pass_time(12 * HOUR)
    paper.pages[OLD] = page(story("budget", extra=ADDED))
    assert [record["revision"] for record in paper.crawl()[0].records] == [1, 2]

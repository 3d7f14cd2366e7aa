import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.metadata.opt_outs import merge_opt_outs, read_opt_outs


@pytest.mark.parametrize(
    ("stated", "opt_outs"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"robots": ["index, follow, max-snippet:-1"]}, [], id="all is allowed"),
        pytest.param({"robots": ["noindex,nofollow"]}, ["noindex"], id="noindex"),
        pytest.param({"robots": ["none"]}, ["noindex"], id="none"),
        pytest.param({"robots": ["NOARCHIVE"]}, ["noarchive"], id="upper case"),
        pytest.param({"robots": ["index", "noai"]}, ["noai"], id="two tags"),
        pytest.param({"robots": ["noimageai; noai"]}, ["noai", "noimageai"], id="semicolon"),
        pytest.param({"robots": ["max-snippet: 0"]}, ["nosnippet"], id="no snippet by length"),
        pytest.param({"newscrawl": ["noindex"]}, ["noindex"], id="by our name"),
        pytest.param({"googlebot": ["noindex"]}, [], id="by another's name"),
        pytest.param({"x-robots-tag": ["newscrawl: noai"]}, ["noai"], id="header, our name"),
        pytest.param({"x-robots-tag": ["otherbot: noai"]}, [], id="header, another's name"),
        pytest.param({"x-robots-tag": ["unavailable_after: 1 Jan 2030"]}, [], id="a date"),
        pytest.param({"tdm-reservation": ["1"]}, ["tdm_reservation"], id="mining reserved"),
        pytest.param({"tdm-reservation": ["0"]}, [], id="mining allowed"),
        pytest.param({"robots": ["", ",,", ":", "no index"]}, ["noindex"], id="sloppy"),
    ],
)
def test_what_the_owner_asks_for_is_read(stated, opt_outs):
    assert read_opt_outs(stated) == opt_outs


def test_lists_are_merged_in_one_order():
    assert merge_opt_outs(["noai"], ["tdm_reservation", "noindex"], ["noai"]) == [
        "noindex",
        "noai",
        "tdm_reservation",
    ]


def test_the_record_says_what_the_page_asks_for():
    html = "<meta name=robots content=noai><meta name=TDM-Reservation content=1><p>Snow</p>"
    assert extract(html).opt_outs == ["noai", "tdm_reservation"]

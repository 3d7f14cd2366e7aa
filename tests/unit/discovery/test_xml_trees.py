"""XML as it is served: unpacked within bounds, decoded, mended."""

import gzip

import pytest

from newscrawl.discovery.xml_trees import decode_xml, parse_xml, repair_xml, unpack

PACKED = [
    ("plain", b"abc", (b"abc", False)),
    ("gzip", gzip.compress(b"abc"), (b"abc", False)),
    ("two members", gzip.compress(b"abc") + gzip.compress(b"def"), (b"abcdef", False)),
    ("trailing junk", gzip.compress(b"abc") + b"junk", (b"abc", False)),
    ("cut", gzip.compress(b"abc")[:-4], (b"abc", False)),
    ("too long", b"a" * 11, (b"a" * 10, True)),
    ("too long inside", gzip.compress(b"a" * 1000), (b"a" * 10, True)),
    ("magic number only", b"\x1f\x8b", (b"", False)),
    ("nothing", b"", (b"", False)),
]


@pytest.mark.parametrize(("body", "expected"), [c[1:] for c in PACKED], ids=[c[0] for c in PACKED])
def test_gzip_is_unpacked_within_bounds(body, expected):
    assert unpack(body, limit=10) == expected


DECODED = [
    ("UTF-8", "снег".encode(), None),
    ("byte order mark", b"\xef\xbb\xbf" + "снег".encode(), "windows-1251"),
    ("UTF-16", b"\xff\xfe" + "снег".encode("utf-16-le"), None),
    ("header", "снег".encode("koi8-r"), "koi8-r"),
    ("wrong header", "снег".encode(), "ascii"),
    ("header that is none", "снег".encode(), "none-such"),
    ("header of another kind", "снег".encode(), "hex"),
]


@pytest.mark.parametrize(("body", "header"), [c[1:] for c in DECODED], ids=[c[0] for c in DECODED])
def test_text_is_decoded(body, header):
    assert decode_xml(body, header) == "снег"


MENDED = [
    ("bare ampersand", "<rss>a & b</rss>", "<rss>a &#38; b</rss>"),
    ("named entity", "<rss>a&amp;b&lt;</rss>", "<rss>a&#38;b&#60;</rss>"),
    ("HTML entity", "<rss>a&nbsp;b</rss>", "<rss>a&#160;b</rss>"),
    ("unknown entity", "<rss>a&foo;b</rss>", "<rss>a&#38;foo;b</rss>"),
    ("number", "<rss>&#1089;&#x441;</rss>", "<rss>&#1089;&#x441;</rss>"),
    ("number of no character", "<rss>&#0;&#x1F;&#xD800;</rss>", "<rss></rss>"),
    ("control character", "<rss>a\x0bb</rss>", "<rss>ab</rss>"),
    ("HTML tag", "<rss>a<br>b</rss>", "<rss>a&#60;br&#62;b</rss>"),
    (
        "CDATA stays",
        "<rss><![CDATA[a & <b> &nbsp;]]></rss>",
        "<rss><![CDATA[a & <b> &nbsp;]]></rss>",
    ),
    ("declaration and type", "<?xml version='1.0'?><!DOCTYPE rss []><rss/>", "<rss/>"),
    ("junk in front", "PHP Warning <br> in x.php <rss>a</rss>", "<rss>a</rss>"),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in MENDED], ids=[c[0] for c in MENDED])
def test_text_is_mended(text, expected):
    assert repair_xml(text) == expected


@pytest.mark.parametrize("body", [b"", b"   ", b"plain words", b"\x00\x01", b"<"])
def test_what_is_not_xml_gives_no_tree(body):
    root = parse_xml(body)
    assert root is None or len(root) == 0

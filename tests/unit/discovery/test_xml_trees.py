"""XML as it is served: unpacked within bounds, decoded, mended."""

import gzip

import pytest

from newscrawl.discovery.xml_trees import parse_xml, repair_xml, unpack

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
    ("UTF-8", "{}", "utf-8", None),
    ("byte order mark", "\ufeff{}", "utf-8", "windows-1251"),
    ("UTF-16", "\ufeff{}", "utf-16-le", None),
    ("header", "{}", "koi8-r", "koi8-r"),
    ("wrong header", "{}", "utf-8", "ascii"),
    ("header that is none", "{}", "utf-8", "none-such"),
    ("header of another kind", "{}", "utf-8", "hex"),
    ("declared", "<?xml version='1.0' encoding='windows-1251'?>{}", "cp1251", None),
    ("declared above UTF-8", "<?xml version='1.0' encoding='iso-8859-1'?>{}", "utf-8", None),
    ("nowhere named", "<?xml version='1.0'?>{}", "cp1251", None),
    ("UTF-8 named in vain", "<?xml version='1.0' encoding='utf-8'?>{}", "cp1251", "utf-8"),
]


@pytest.mark.parametrize(
    ("text", "codec", "header"), [c[1:] for c in DECODED], ids=[c[0] for c in DECODED]
)
def test_text_is_decoded(text, codec, header):
    body = text.format("<rss>снег в горах</rss>").encode(codec)
    root = parse_xml(body, encoding=header)
    assert root is not None
    assert root.text == "снег в горах"


@pytest.mark.parametrize(
    ("text", "codec", "declared"),
    [
        pytest.param("It’s “cold”", "cp1252", "iso-8859-1", id="quotes of Windows"),
        pytest.param("連日大雪，山路第三天封閉", "gbk", "gb2312", id="characters of a wider set"),
    ],
)
def test_declared_encoding_is_read_as_browsers_do(text, codec, declared):
    body = f"<?xml version='1.0' encoding='{declared}'?><rss>{text}</rss>".encode(codec)
    root = parse_xml(body)
    assert root is not None
    assert root.text == text


MENDED = [
    ("bare ampersand", "<rss>a & b</rss>", "<rss>a &#38; b</rss>"),
    ("named entity", "<rss>a&amp;b&lt;</rss>", "<rss>a&#38;b&#60;</rss>"),
    ("HTML entity", "<rss>a&nbsp;b</rss>", "<rss>a&#160;b</rss>"),
    ("unknown entity", "<rss>a&foo;b</rss>", "<rss>a&#38;foo;b</rss>"),
    ("number", "<rss>&#1089;&#x441;</rss>", "<rss>&#1089;&#x441;</rss>"),
    ("number of no character", "<rss>&#0;&#x1F;&#xD800;</rss>", "<rss></rss>"),
    (
        "mark that no sign closes",
        "<rss>a < b <i>c</i></rss>",
        "<rss>a &#60; b &#60;i&#62;c&#60;/i&#62;</rss>",
    ),
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

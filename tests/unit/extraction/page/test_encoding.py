"""Bytes in, text out: declarations that lie, none at all, and damage."""

import pytest

from newscrawl.extraction.page.encoding import decode

RUSSIAN = "<p>Первая новость о погоде в городе и на море</p>"
GERMAN = "<p>Die Ärzte grüßen fröhlich von der Straße</p>"
CHINESE = "<p>这是一个关于中国的新闻报道。他们说我们在这里。</p>"
JAPANESE = "<p>これは日本のニュースです。カタカナもあります。</p>"


@pytest.mark.parametrize(
    ("text", "written", "declared"),
    [
        pytest.param(RUSSIAN, "utf-8", None, id="utf-8, undeclared"),
        pytest.param(RUSSIAN, "utf-8", "windows-1251", id="utf-8, header says cp1251"),
        pytest.param(RUSSIAN, "cp1251", None, id="cp1251, undeclared"),
        pytest.param(RUSSIAN, "cp1251", "windows-1251", id="cp1251, declared"),
        pytest.param(RUSSIAN, "cp1251", "utf-8", id="cp1251, header says utf-8"),
        pytest.param(RUSSIAN, "cp1251", "iso-8859-1", id="cp1251, header says latin-1"),
        pytest.param(RUSSIAN, "koi8-r", None, id="koi8-r, undeclared"),
        pytest.param(GERMAN, "cp1252", None, id="cp1252, undeclared"),
        pytest.param(GERMAN, "cp1252", "iso-8859-1", id="cp1252, header says latin-1"),
        pytest.param("<p>It’s back</p>", "cp1252", "utf-8", id="cp1252, one sign"),
        pytest.param("<p>£12 a head</p>", "cp1252", None, id="cp1252, one currency"),
        pytest.param("<p>In Zürich wurde für 12 € gekauft</p>", "cp1252", None, id="cp1252, few"),
        pytest.param("<p>O’Brien’s 20 °C</p>", "cp1252", "utf-8", id="cp1252, amid letters"),
        pytest.param("<p>①これは㈱日本です。</p>", "cp932", None, id="cp932 beyond shift_jis"),
        pytest.param(
            "<p>뷁은 한국어에서 쓰이는 글자이다.</p>", "cp949", None, id="cp949 beyond euc-kr"
        ),
        pytest.param(
            "<p>宏碁的新聞說，這是他們的國家。</p>", "big5hkscs", None, id="big5, undeclared"
        ),
        pytest.param(CHINESE, "gb18030", None, id="gb18030, undeclared"),
        pytest.param(CHINESE, "gb18030", "utf-8", id="gb18030, header says utf-8"),
        pytest.param(JAPANESE, "shift_jis", None, id="shift_jis, undeclared"),
        pytest.param(JAPANESE, "euc_jp", None, id="euc_jp, undeclared"),
        pytest.param(JAPANESE, "euc_jp", "shift_jis", id="euc_jp, header says shift_jis"),
        pytest.param(JAPANESE, "iso2022_jp", "iso-2022-jp", id="iso-2022-jp, declared"),
        pytest.param(RUSSIAN, "utf-16", None, id="utf-16 with its mark"),
        pytest.param(GERMAN, "utf-16-le", None, id="utf-16 without a mark"),
        pytest.param(RUSSIAN, "utf-8-sig", "windows-1251", id="byte order mark beats the header"),
    ],
)
def test_text_is_read_as_it_was_written(text: str, written: str, declared: str | None) -> None:
    assert decode(text.encode(written), declared)[0] == text


def test_declaration_inside_the_page_is_read() -> None:
    page = '<meta charset="iso-8859-2"><p>Żółta łódź podwodna</p>'
    assert decode(page.encode("iso-8859-2"), None)[0] == page


@pytest.mark.parametrize("declaration", ["", '<meta charset="utf-8">'], ids=["undeclared", "a lie"])
@pytest.mark.parametrize(
    ("language", "written", "text"),
    [
        ("ar", "cp1256", "قال مكتب الميناء إن العبارة ستبحر مرة أخرى"),
        ("cs", "cp1250", "Trajekt po devíti letech opět vypluje, žádná loď neměla štěstí"),
        ("el", "cp1253", "Το πλοίο θα ξαναφύγει τη Δευτέρα"),
        ("el-GR", "iso8859_7", "Το πλοίο θα ξαναφύγει τη Δευτέρα"),
        ("fa", "cp1256", "کشتي دوباره به دريا خواهد رفت"),
        ("he", "cp1255", "המעבורת תפליג שוב ביום שני"),
        ("hu", "iso8859_2", "A komp hétfőn újra elindul, kilenc évvel később"),
        ("lt", "cp1257", "Keltas vėl išplauks pirmadienį, praėjus devyneriems metams"),
        ("pl", "cp1250", "Źródło podało, że łódź wypłynie w poniedziałek"),
        ("pl", "iso8859_2", "Źródło podało, że łódź wypłynie w poniedziałek"),
        ("th", "cp874", "เรือเฟอร์รี่จะแล่นอีกครั้งในวันจันทร์"),
        ("tr", "cp1254", "Feribot pazartesi günü yeniden sefere başlıyor"),
    ],
)
def test_language_tells_the_encoding_where_nothing_true_does(
    language: str, written: str, text: str, declaration: str
) -> None:
    page = f'<html lang="{language}">{declaration}<p>{text}</p>'
    assert decode(page.encode(written), None)[0] == page


def test_seven_bit_declaration_of_the_page_beats_the_header() -> None:
    page = f'<meta charset="iso-2022-jp">{JAPANESE}'
    assert decode(page.encode("iso2022_jp"), "utf-8")[0] == page


def test_few_broken_bytes_leave_the_page_in_utf_8() -> None:
    body = RUSSIAN.encode() * 20 + b"\xd0<b>\xff</b>"
    text, encoding = decode(body, "windows-1251")
    assert encoding == "utf-8"
    assert text.startswith(RUSSIAN)


@pytest.mark.parametrize(
    ("body", "declared"),
    [
        (b"<p>It\xe2\x80\x99s back</p><footer>\xa9 Daily</footer>", "utf-8"),
        (b"<p>\xe2\x80\x9cyes\xe2\x80\x9d</p><footer>\xa9 Daily</footer>", None),
    ],
)
def test_broken_byte_among_few_leaves_the_page_in_utf_8(body: bytes, declared: str | None) -> None:
    assert decode(body, declared)[1] == "utf-8"


@pytest.mark.parametrize("declared", ["no-such-charset", "idna", "", "utf-8; x", None])
def test_any_bytes_give_some_text(declared: str | None) -> None:
    text, encoding = decode(bytes(range(256)) * 3, declared)
    assert text
    assert encoding

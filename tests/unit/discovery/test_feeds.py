"""Feeds as specified, and as served."""

import time

import pytest

from newscrawl.discovery.feeds import read_feed

URL = "https://a.example/rss"


def rss(
    items: str, channel: str = "", head: str = "<?xml version='1.0' encoding='utf-8'?>"
) -> bytes:
    space = (
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:atom="http://www.w3.org/2005/Atom"'
    )
    text = f"{head}<rss version='2.0' {space}><channel>{channel}{items}</channel></rss>"
    return text.encode()


def only(body: bytes, **arguments):
    listing = read_feed(body, url=URL, **arguments)
    assert listing.kind == "feed"
    (candidate,) = listing.candidates
    return candidate


def test_rss_entry_is_read_whole():
    candidate = only(
        rss(
            """<item><title>Snow &amp; ice</title><link>https://a.example/snow</link>
            <description><![CDATA[<p>It <b>snowed</b>.</p>]]></description>
            <pubDate>Mon, 20 May 2019 18:44:00 +0600</pubDate><category>Weather</category>
            <category>Winter</category><dc:creator>Aigul Omar</dc:creator>
            <enclosure url="/snow.jpg" type="image/jpeg" length="1"/></item>""",
            "<title>The Paper</title><language>en</language>",
        )
    )
    assert candidate.url == "https://a.example/snow"
    assert candidate.method == "feed"
    assert candidate.listing_url == URL
    assert candidate.title == "Snow & ice"
    assert candidate.description == "It snowed ."
    assert candidate.date_published == "2019-05-20T18:44:00+06:00"
    assert candidate.section == "Weather"
    assert candidate.authors == ("Aigul Omar",)
    assert candidate.image == "https://a.example/snow.jpg"
    assert candidate.language == "en"


def test_atom_entry_is_read_whole():
    body = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"
      xml:base="https://a.example/blog/"><title>Blatt</title><link rel="next" href="?page=2"/>
      <entry><title type="html">Schnee &amp;amp; Eis</title>
      <link rel="enclosure" href="/x.mp3"/><link rel="alternate" type="text/html" href="schnee"/>
      <link rel="self" href="/atom/1"/><id>tag:a.example,2019:1</id>
      <published>2019-05-20T18:44:00Z</published><updated>2019-05-21T08:00:00Z</updated>
      <author><name>Anna Berg</name><email>a@a.example</email></author>
      <category term="wetter" label="Wetter"/><summary>Kalt.</summary></entry></feed>"""
    candidate = only(body)
    assert candidate.url == "https://a.example/blog/schnee"
    assert candidate.title == "Schnee & Eis"
    assert candidate.date_published == "2019-05-20T18:44:00+00:00"
    assert candidate.date_modified == "2019-05-21T08:00:00+00:00"
    assert candidate.authors == ("Anna Berg",)
    assert candidate.section == "Wetter"
    assert candidate.language == "de"
    assert read_feed(body, url=URL).listings[0].url == "https://a.example/blog/?page=2"


def test_rdf_and_rss_without_channel_nesting_are_read():
    body = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>T</title></channel>
      <item rdf:about="https://a.example/1"><title>One</title><dc:date>2019-05-20</dc:date></item>
      </rdf:RDF>"""
    candidate = only(body)
    assert (candidate.url, candidate.date_published) == ("https://a.example/1", "2019-05-20")


LINKS = [
    ("relative", "<link>/1</link>", "https://a.example/1"),
    ("in CDATA with spaces", "<link><![CDATA[ https://a.example/1 ]]></link>", "https://a.example/1"),
    ("permalink only", "<guid>https://a.example/1</guid>", "https://a.example/1"),
    ("behind a redirector", "<link>https://r.example/~r/1</link><origLink>https://a.example/1</origLink>",
     "https://a.example/1"),
    ("atom link in RSS", "<atom:link rel='alternate' href='https://a.example/1'/>", "https://a.example/1"),
    ("tracking", "<link>https://a.example/1?utm_source=rss&amp;id=2</link>", "https://a.example/1?id=2"),
    ("empty link, then permalink", "<link/><guid>https://a.example/1</guid>", "https://a.example/1"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "url"), [c[1:] for c in LINKS], ids=[c[0] for c in LINKS])
def test_link_of_an_entry_is_found(item, url):
    assert only(rss(f"<item><title>T</title>{item}</item>")).url == url


@pytest.mark.parametrize(
    "item",
    [
        "<title>T</title>",
        "<guid isPermaLink='false'>https://a.example/1</guid>",
        "<guid isPermaLink='False'>https://a.example/1</guid>",
        "<link>mailto:a@a</link>",
    ],
    ids=["no link", "identifier only", "identifier in capitals", "mail"],
)
def test_entry_without_a_page_is_skipped_and_counted(item):
    listing = read_feed(rss(f"<item>{item}</item>"), url=URL)
    assert list(listing.candidates) == []
    assert listing.skipped == {"no_link": 1}


TITLES = [
    ("escaped twice", "A &amp;quot;quote&amp;quot;", 'A "quote"'),
    ("markup", "&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
    ("CDATA", "<![CDATA[Snow &amp; ice]]>", "Snow & ice"),
    ("a company's ampersand", "AT&amp;T grows", "AT&T grows"),
    ("less-than sign", "3 &lt; 5", "3 < 5"),
    ("signs before numbers", "Of &lt;5 and &gt;3", "Of <5 and >3"),
    ("several lines", "One\n   two", "One two"),
]


@pytest.mark.parametrize(("xml", "title"), [c[1:] for c in TITLES], ids=[c[0] for c in TITLES])
def test_title_is_plain_text(xml, title):
    assert only(rss(f"<item><title>{xml}</title><link>/1</link></item>")).title == title


VOCABULARIES = [
    ("RSS", rss("<item><media:title>P</media:title><media:description>P</media:description>"
                "<media:category>P</media:category><title>T</title><description>D</description>"
                "<category>C</category><link>/1</link></item>")),
    ("no namespace", (b"<rss><channel><item><media:title>P</media:title><title>T</title>"
     b"<media:description>P</media:description><description>D</description>"
     b"<media:category>P</media:category><category>C</category><link>/1</link></item></rss>")),
    ("Atom", (b'<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="x"><entry>'
     b"<media:title>P</media:title><media:subtitle>P</media:subtitle>"
     b'<media:category>P</media:category><title>T</title><subtitle>D</subtitle>'
     b'<category label="C"/><link href="/1"/></entry></feed>')),
]  # fmt: skip


@pytest.mark.parametrize("body", [c[1] for c in VOCABULARIES], ids=[c[0] for c in VOCABULARIES])
def test_what_is_said_of_a_picture_is_not_said_of_the_article(body):
    candidate = only(body)
    assert (candidate.title, candidate.description, candidate.section) == ("T", "D", "C")


DATES = [
    ("first that names a day", "<pubDate>0000-00-00</pubDate><dc:date>2019-05-20</dc:date>",
     "2019-05-20"),
    ("no date at all", "<pubDate>Wed, 30 Nov -0001 00:00:00 +0000</pubDate>", None),
    ("in the paper's language", "<pubDate>Sen, 20 Mei 2019 18:44:00 +0700</pubDate>",
     "2019-05-20T18:44:00+07:00"),
    ("another name", "<prism:publicationDate>2019-05-20</prism:publicationDate>", "2019-05-20"),
]  # fmt: skip


@pytest.mark.parametrize(("xml", "date"), [c[1:] for c in DATES], ids=[c[0] for c in DATES])
def test_date_of_an_entry(xml, date):
    assert only(rss(f"<item><link>/1</link>{xml}</item>")).date_published == date


AUTHORS = [
    ("mail with name", "<author>a@a.example (Ann Lee)</author>", ("Ann Lee",)),
    ("mail alone", "<author>a@a.example</author>", ()),
    ("two creators", "<dc:creator>A B</dc:creator><dc:creator>C D</dc:creator>", ("A B", "C D")),
    ("twice the same", "<dc:creator>A B</dc:creator><author>A B</author>", ("A B",)),
]


@pytest.mark.parametrize(("xml", "authors"), [c[1:] for c in AUTHORS], ids=[c[0] for c in AUTHORS])
def test_authors_are_names(xml, authors):
    assert only(rss(f"<item><link>/1</link>{xml}</item>")).authors == authors


IMAGES = [
    ("media", "<media:content url='/p.jpg' medium='image'/>"),
    ("media group", "<media:group><media:content url='/p.jpg' type='image/jpeg'/></media:group>"),
    ("thumbnail", "<media:thumbnail url='/p.jpg'/>"),
    ("in the text", "<content:encoded>&lt;img alt='' src='/p.jpg'></content:encoded>"),
    ("after a video", "<enclosure url='/v' type='video/mp4'/><enclosure url='/p.jpg'/>"),
]  # fmt: skip


@pytest.mark.parametrize("xml", [c[1] for c in IMAGES], ids=[c[0] for c in IMAGES])
def test_image_is_found(xml):
    assert only(rss(f"<item><link>/1</link>{xml}</item>")).image == "https://a.example/p.jpg"


TWO = (
    "<item><title>A{0}B</title><link>/1?x=1&amp;y=2</link></item>"
    "<item><link>/2?x=1&amp;y=2</link></item>"
)
DTD = '<!DOCTYPE rss PUBLIC "-//N" "http://x.example/r.dtd">'
UTF_16 = "<?xml version='1.0' encoding='utf-16'?>"
BROKEN = [
    ("bare ampersand", rss(TWO.format(" & "))),
    ("undefined entity", rss(TWO.format("&nbsp;"))),
    ("unknown entity", rss(TWO.format("&foo;"))),
    ("control character", rss(TWO.format("\x0b"))),
    ("character reference to nothing", rss(TWO.format("&#0;"))),
    ("junk in front", b"\n\n<br />Warning: x in <b>y.php</b>\n" + rss(TWO.format(""))),
    ("junk behind", rss(TWO.format("")) + b"<!-- 0.2s --><script>x</script>"),
    ("cut off", rss(TWO.format(""))[:-25]),
    ("declared twice", b"<?xml version='1.0'?>" + rss(TWO.format(""))),
    ("byte order mark", b"\xef\xbb\xbf" + rss(TWO.format(""))),
    ("document type", rss(TWO.format(""), head=DTD)),
    ("prefix without namespace", rss(TWO.format("</title><foo:bar>1</foo:bar><title>"))),
    ("unclosed tag", rss(TWO.format("<b>"))),
    ("bad bytes", rss(TWO.format("")).replace(b"AB", b"A\xff\xfeB")),
    ("UTF-16 in the declaration only", rss(TWO.format(""), head=UTF_16)),
]  # fmt: skip


@pytest.mark.parametrize("body", [c[1] for c in BROKEN], ids=[c[0] for c in BROKEN])
def test_broken_feed_gives_every_link_unharmed(body):
    urls = [candidate.url for candidate in read_feed(body, url=URL).candidates]
    assert urls == ["https://a.example/1?x=1&y=2", "https://a.example/2?x=1&y=2"]


TEXT = "Қазақстан: снег — 5°"
ENCODINGS = [
    ("declared", "windows-1251", "<?xml version='1.0' encoding='windows-1251'?>", None),
    ("header only", "windows-1251", "<?xml version='1.0'?>", "windows-1251"),
    ("koi8-r", "koi8-r", "<?xml version='1.0' encoding='koi8-r'?>", "utf-8"),
    ("wrong header", "utf-8", "<?xml version='1.0' encoding='utf-8'?>", "iso-8859-1"),
    ("UTF-16", "utf-16", "<?xml version='1.0' encoding='utf-16'?>", None),
    ("unknown name", "utf-8", "<?xml version='1.0' encoding='utf-8-sig-x'?>", "x-none"),
]


@pytest.mark.parametrize(
    ("codec", "head", "header"), [c[1:] for c in ENCODINGS], ids=[c[0] for c in ENCODINGS]
)
def test_encoding_is_found(codec, head, header):
    text = "Снег в горах" if codec in {"windows-1251", "koi8-r"} else TEXT
    body = rss(f"<item><title>{text}</title><link>/1</link></item>", head=head)
    assert only(body.decode().encode(codec), encoding=header).title == text


BOMBS = [
    ("billion laughs", '<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)) + "]>", "&j;"),
    ("external file", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
    ("external address", '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]>', "&x;"),
    ("parameter entity", '<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>', "x"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "use"), [c[1:] for c in BOMBS], ids=[c[0] for c in BOMBS])
def test_entities_are_never_expanded(head, use):
    start = time.process_time()
    body = rss(f"<item><title>T{use}</title><link>/1</link></item>", head=head)
    title = only(body).title or ""
    assert "root:" not in title
    assert len(title) < 20
    assert time.process_time() - start < 1


def test_feed_without_end_is_cut():
    listing = read_feed(rss("<item><link>/1</link></item>" * 10_500), url=URL)
    assert len(list(listing.candidates)) == 10_000
    assert listing.skipped == {"too_many_entries": 1}


@pytest.mark.parametrize("body", [b"", b"not xml", b"<", b"\x00" * 50, b"<rss>" * 5000])
def test_what_is_no_feed_holds_nothing(body):
    assert list(read_feed(body, url=URL).candidates) == []

"""The sites of the bad server: what each host and path does.

``pages.example`` is a paper whose feed names good stories (``/news/good-N.html``) and one page of
each bad kind, all below ``/news/``: see ``PAGES``. ``lists.example`` has good stories and bad
listings: see ``LISTINGS``. ``robots-*.example`` differ in their robots.txt: see ``ROBOTS``. Then
there are hosts that are busy, down, or without a good certificate.
"""

import asyncio
import gzip
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import zip_longest

import brotli
from backports import zstd

NOW = datetime.now(UTC)
MEGABYTE = 1024 * 1024
FOREVER = 3600
THEMES = [
    *("harbour", "ferry", "winter", "school", "bridge", "market", "library", "orchard"),
    *("railway", "festival", "clinic", "museum", "reservoir", "theatre", "airport"),
    *("stadium", "bakery", "lighthouse", "canal", "observatory"),
]


def story(name, *, head="", charset="utf-8", extra="", title=None):
    """Return the page of a good article, different for each name."""
    number = sum(map(ord, name))
    theme, published = THEMES[number % len(THEMES)], NOW - number % 20 * timedelta(minutes=2)
    title = title or f"The {theme} of {name} opens after long repairs"
    paragraphs = (
        f"The {theme} known as {name} opened its doors again on Monday after works of eleven "
        f"months, the council said, and several hundred people came to see what had changed\n"
        f"Engineers had replaced the roof and most of the wiring of the {theme}, which were older "
        f"than anyone in the town could remember, and found letters of the first builders\n"
        f"The costs of {name} stayed below what had been feared in spring. A neighbour who had "
        f"watched the works from her kitchen said that she would miss the cranes a little\n"
        f"Next year the town wants to repair the square in front of the {theme} as well, and asks "
        f"everybody who remembers how it looked to send photographs to the archive by March"
    )
    body = "".join(f"<p>{paragraph}.</p>" for paragraph in paragraphs.split("\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="{charset}"><title>{title}</title>'
        f'<meta property="og:type" content="article"><meta property="og:title" content="{title}">'
        f'<meta property="article:published_time" content="{published.isoformat()}">{head}</head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1>{body}{extra}</article>"
        f"</body></html>"
    )


def feed(base, paths, *, dates=True):
    """Return an RSS feed of paths (or whole addresses), the first one the newest."""
    items = []
    for place, path in enumerate(paths):
        date = format_datetime(NOW - timedelta(minutes=place)) if dates else ""
        url = path if "://" in path or path.startswith(("data:", "file:")) else base + path
        items.append(
            f"<item><title>{path[-40:].replace('&', '')}</title><link>{url.replace('&', '&amp;')}"
            f"</link><pubDate>{date}</pubDate></item>"
        )
    return f'<rss version="2.0"><channel><title>Paper</title>{"".join(items)}</channel></rss>'


# --- Pages: how they arrive ---------------------------------------------------------------------


async def good(exchange):
    name = exchange.request.path.rpartition("/")[2].partition(".")[0]
    await exchange.send(story(name), content_type="text/html; charset=utf-8")


async def reset_at_once(exchange):
    exchange.reset()


async def reset_in_head(exchange):
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-")
    exchange.reset()


async def reset_in_body(exchange):
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n<html>")
    exchange.reset()


async def no_http(exchange):
    await exchange.raw(b"\x00\x01\x02SSH-2.0-OpenSSH\r\n\r\n" * 20)


async def truncated(exchange):
    await exchange.send(story("truncated")[:900], length=100_000)


async def length_too_short(exchange):
    text = story("short-length")
    await exchange.send(text, length=len(text.encode()) - 20)


async def length_is_nonsense(exchange):
    await exchange.send(story("nonsense"), length="many")


async def length_is_negative(exchange):
    await exchange.send(story("negative"), length=-5)


async def bad_chunks(exchange):
    await exchange.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<html>\r\n")


async def slow_head(exchange):
    await exchange.raw(b"HTTP/1.1 200 OK\r\n")
    for number in range(FOREVER):
        await exchange.raw(f"X-{number}: x\r\n".encode())
        await asyncio.sleep(0.3)


async def endless_head(exchange):
    await exchange.raw(b"HTTP/1.1 200 OK\r\n")
    while True:
        await exchange.raw(b"X-Padding: " + b"x" * 60_000 + b"\r\n")


async def slow_body(exchange):
    await exchange.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")
    while True:
        await exchange.raw(b"<p>")
        await asyncio.sleep(0.3)


async def silence(exchange):
    await asyncio.sleep(FOREVER)


async def endless_chunks(exchange):
    await exchange.raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while True:
        await exchange.raw(b"100000\r\n" + b"x" * 0x100000 + b"\r\n")


async def gigabyte(exchange):
    await exchange.send(b"x", length=1024 * MEGABYTE)
    while True:
        await exchange.raw(b"x" * 65536)


def deflate_zeros(wbits):
    packer = zlib.compressobj(9, wbits=wbits)
    zeros = bytes(MEGABYTE)
    return b"".join([*(packer.compress(zeros) for _ in range(16)), packer.flush()])


def brotli_zeros():
    packer = brotli.Compressor(quality=1)
    zeros = bytes(MEGABYTE)
    return b"".join([*(packer.process(zeros) for _ in range(256)), packer.finish()])


GZIP_BOMB = deflate_zeros(31) * 64
"""A gigabyte of zeros, as 64 members."""
DEFLATE_BOMB = deflate_zeros(15)
BROTLI_BOMB = brotli_zeros()
ZSTD_BOMB = zstd.compress(bytes(16 * MEGABYTE)) * 64


def coded(body, coding):
    """Return a behaviour that sends a body under a Content-Encoding."""

    async def behave(exchange):
        await exchange.send(body, Content_Encoding=coding)

    return behave


def half(pack, coding):
    """Return a behaviour that sends the first half of a packed story as if it were all."""

    async def behave(exchange):
        packed = pack(story(f"cut-{coding}").encode())
        await exchange.send(packed[: len(packed) // 2], Content_Encoding=coding)

    return behave


# --- Pages: where they lead ---------------------------------------------------------------------


async def loop(exchange):
    await exchange.send(status=302, Location="/news/redirect-loop.html")


async def chain(exchange):
    step = int(exchange.request.path.rpartition("-")[2].partition(".")[0] or 0)
    await exchange.send(status=301, Location=f"/news/chain-{step + 1}.html")


def redirect(target, status=302):
    async def behave(exchange):
        await exchange.send(status=status, Location=target(exchange))

    return behave


# --- Pages: what they say -----------------------------------------------------------------------


def page(body, status=200, **headers):
    async def behave(exchange):
        await exchange.send(body() if callable(body) else body, status, **headers)

    return behave


def challenge(title, text, status, **headers):
    """A page of a guard that stands before a site."""
    html = f"<html><head><title>{title}</title></head><body>{text}</body></html>"
    return page(html, status, **headers)


ROOF = "The council’s “new” roof cost 3 € — naïve, they said"


def charset_page(name, sent, *, header=None, meta=None, bom=b""):
    """A story in an encoding, with a header and a meta tag that may lie about it."""
    text = story(name, charset=meta or "utf-8", extra=f"<p>{ROOF}.</p>")
    text = text if meta else text.replace('<meta charset="utf-8">', "")
    body = bom + text.encode(sent, "replace")
    return page(body, content_type=f"text/html; charset={header}" if header else "text/html")


PAGES = {
    # name: (behaviour, what it counts as); None: it is saved all the same
    "reset-at-once": (reset_at_once, "page/failed/connection_lost"),
    "reset-in-head": (reset_in_head, "page/failed/connection_lost"),
    "reset-in-body": (reset_in_body, "page/failed/truncated"),
    "no-http": (no_http, "page/failed/broken_answer"),
    "truncated": (truncated, "page/failed/truncated"),
    "length-too-short": (length_too_short, None),
    "length-is-nonsense": (length_is_nonsense, "page/failed/broken_answer"),
    "length-is-negative": (length_is_negative, "page/failed/"),
    "bad-chunks": (bad_chunks, "page/failed/"),
    "slow-head": (slow_head, "page/failed/timeout"),
    "endless-head": (endless_head, "page/failed/"),
    "slow-body": (slow_body, "page/failed/timeout"),
    "silence": (silence, "page/failed/timeout"),
    "endless-chunks": (endless_chunks, "page/"),  # too_large, or on a slow machine timeout
    "gigabyte": (gigabyte, "page/refused/too_large"),
    "bomb-gzip": (coded(GZIP_BOMB, "gzip"), "page/refused/too_large"),
    "bomb-deflate": (coded(DEFLATE_BOMB, "deflate"), "page/refused/too_large"),
    "bomb-brotli": (coded(BROTLI_BOMB, "br"), "page/refused/too_large"),
    "bomb-zstd": (coded(ZSTD_BOMB, "zstd"), "page/refused/too_large"),
    "bomb-in-bomb": (coded(gzip.compress(GZIP_BOMB), "gzip, gzip"), "page/refused/too_large"),
    "false-gzip": (coded(b"<html>no gzip", "gzip"), "page/failed/broken_encoding"),
    "cut-gzip": (half(gzip.compress, "gzip"), "page/failed/truncated"),
    "cut-deflate": (half(zlib.compress, "deflate"), "page/failed/truncated"),
    "cut-brotli": (half(brotli.compress, "br"), "page/failed/truncated"),
    "cut-zstd": (half(zstd.compress, "zstd"), "page/failed/truncated"),
    "false-brotli": (coded(b"<html>no br", "br"), "page/failed/broken_encoding"),
    "false-zstd": (coded(b"<html>no zstd", "zstd"), "page/failed/broken_encoding"),
    "unknown-coding": (coded(bytes(range(256)) * 9, "sdch"), "page/refused/no_html"),
    "redirect-loop": (loop, "page/refused/redirects"),
    "chain-0": (chain, "page/refused/redirects"),
    "redirect-offsite": (
        redirect(lambda exchange: exchange.url("other.example", "/news/good-9.html")),
        "page/refused/offsite",
    ),
    "redirect-nowhere": (page("", 302), "page/failed/http_302"),
    "as-plain-text": (page(lambda: story("plain-text"), content_type="text/plain"), None),
    "as-nothing": (page(lambda: story("no-type"), content_type=""), None),
    "as-octets": (page(lambda: story("octets"), content_type="application/octet-stream"), None),
    "as-nonsense": (page(lambda: story("nonsense-type"), content_type="\x80;;charset"), None),
    "pdf-as-html": (page(lambda: b"%PDF-1.7\n" + bytes(range(256)) * 400), "page/refused/no_html"),
    "pdf": (
        page(b"%PDF-1.7\n" + b"x" * 900, content_type="application/pdf"),
        "page/refused/no_html",
    ),
    "image-as-html": (page(b"\x89PNG\r\n\x1a\n" + bytes(9000)), "page/refused/no_html"),
    "zip-as-html": (page(b"PK\x03\x04" + bytes(range(256)) * 40), "page/refused/no_html"),
    "empty": (page(b""), "page/failed/empty_body"),
    "null-bytes": (page(bytes(100_000)), "page/refused/no_html"),
    "random-bytes": (
        page(bytes((i * i * 7919 >> 8) % 256 for i in range(200_000))),
        "page/refused/no_html",
    ),
    "deep": (page("<html><body>" + "<div>" * 100_000 + "deep"), "dropped/"),
    "deep-inline": (page("<html><body><p>" + "<b><i>" * 50_000 + "deep"), "dropped/"),
    "many-attributes": (
        page(
            lambda: story(
                "many-attributes", extra="<p " + " ".join(f"a{n}=1" for n in range(5000)) + ">"
            )
        ),
        None,
    ),
    "one-tag": (
        page(lambda: "<p " + " ".join(f"a{n}=1" for n in range(900_000))),
        "dropped/oversized",
    ),
    "crowded-tags": (
        page(lambda: ("<p " + " ".join(f"a{n}" for n in range(900)) + ">a") * 2000),
        "dropped/oversized",
    ),
    "many-tags": (page("<p>a" * 2_500_000), "dropped/oversized"),
    "long-line": (page("<html><body><p>" + "a" * 9 * MEGABYTE), "dropped/oversized"),
    "many-words": (page("<html><body><p>" + "and so on " * 900_000), "dropped/oversized"),
    "utf8-as-latin1": (charset_page("utf8-as-latin1", "utf-8", header="iso-8859-1"), None),
    "latin1-as-utf8": (
        charset_page("latin1-as-utf8", "cp1252", header="utf-8", meta="utf-8"),
        None,
    ),
    "utf16-bom": (charset_page("utf16-bom", "utf-16"), None),
    "utf8-bom": (charset_page("utf8-bom", "utf-8", header="koi8-r", bom=b"\xef\xbb\xbf"), None),
    "charset-unknown": (charset_page("charset-unknown", "utf-8", header="utf-9000"), None),
    "charset-codec": (charset_page("charset-codec", "utf-8", header="zlib", meta="base64"), None),
    "charset-rot": (charset_page("charset-rot", "utf-8", header="rot13", meta="idna"), None),
    "captcha-cloudflare": (
        challenge(
            "Just a moment...",
            '<h1>www.example</h1><p>Enable JavaScript and cookies to continue</p><script src="/cdn-'
            'cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>',
            403,
            Server="cloudflare",
        ),
        "page/failed/blocked",
    ),
    "captcha-datadome": (
        challenge(
            "pages.example",
            "<script>var dd={'rt':'c','host':'geo.captcha-delivery.com'}</script><p>Please enable "
            "JS and disable any ad blocker</p>",
            403,
        ),
        "page/failed/blocked",
    ),
    "access-denied": (
        challenge(
            "Access Denied", "<h1>Access Denied</h1>You don't have permission to access", 403
        ),
        "page/failed/blocked",
    ),
    "captcha-200": (
        challenge(
            "Are you a robot?",
            "<h1>Verify you are human</h1><p>Please enable JavaScript and cookies to continue. "
            "We have detected unusual traffic from your computer network.</p>",
            200,
        ),
        "page/failed/blocked",
    ),
    "cookie-wall": (
        challenge(
            "We value your privacy",
            "<h1>Before you continue</h1><p>We and our 842 partners store and access information "
            "on your device, such as cookies, and process data.</p><button>Accept all</button>"
            "<button>Reject all</button><button>Manage options</button>",
            200,
        ),
        "dropped/consent_wall",
    ),
    "forbidden": (page("no", 403), "page/failed/http_403"),
    "not-found": (page("no", 404), "page/failed/http_404"),
    "error-page": (page(lambda: story("error-page"), 500), "page/failed/http_500"),
    "status-999": (page("no", 999), "page/failed/http_999"),
    "terminal": (
        page(
            lambda: story(
                "terminal", title="\x1b[2J\x1b]0;owned\x07 \u202eThe roof &#27;[31m opens"
            )
        ),
        None,
    ),
    "lying-canonical": (
        page(
            lambda: story(
                "lying-canonical", head='<link rel="canonical" href="file:///../../etc/passwd">'
            )
        ),
        None,
    ),
}
"""Pages of ``pages.example`` below ``/news/``, with the beginning of the stat that counts each.

None: it is read and saved all the same; "": it may be."""

ENCRYPTED = (
    *("reset-at-once", "reset-in-head", "reset-in-body", "no-http", "truncated", "bad-chunks"),
    *("slow-head", "endless-head", "slow-body", "silence", "endless-chunks", "gigabyte"),
    *("bomb-gzip", "redirect-loop", "length-too-short", "as-plain-text"),
)
"""The pages that ``secure.example`` has too: what may differ within TLS."""

ODD_LINKS = [
    "http://pages.example:99999/news/port.html",
    "http://pages.example:-1/news/port.html",
    "http://pages.example:/news/no-port.html",
    "http://[::1/news/bracket.html",
    "http://[pages.example]/news/brackets.html",
    "http://pages.example%00.example/news/null.html",
    "http://..pages.example/news/dots.html",
    "http://" + "a" * 300 + ".pages.example/news/label.html",
    "http://pages.example/news/" + "a" * 3000 + ".html",
    "http://pages.example/news/%zz%ff%00.html",
    "http://pages.example/news/\u202e\u0000\x1b[2J.html",
    "http:///news/no-host.html",
    "http://pages.example\\@other.example/news/back.html",
    "//pages.example:bad/news/x.html",
    "javascript:alert(1)",
    "http://пример.pages.example/news/idn.html",
    "http://xn--.pages.example/news/idn.html",
]
"""Addresses in the feed of ``pages.example`` that a parser of addresses may break on."""
GOOD = [f"/news/good-{number}.html" for number in range(8)]
NO_ROBOTS = page("", 404)


async def secure_feed(exchange):
    await exchange.send(feed(exchange.base, [f"/news/{n}.html" for n in ENCRYPTED] + GOOD[:2]))


async def pages_feed(exchange):
    bad = [f"/news/{name}.html" for name in PAGES]
    paths = [path for pair in zip_longest(GOOD, bad) for path in pair if path]
    odd = "".join(f"<item><title>x</title><link>{link}</link></item>" for link in ODD_LINKS)
    text = feed(exchange.base, paths).replace("<item>", odd + "<item>", 1)
    await exchange.send(text, content_type="application/rss+xml")


def answer(request):
    """Return the behaviour of a host and path."""
    host, path = request.host, request.path.partition("?")[0]
    if found := SITES.get(host, {}).get(path):
        return found
    if path == "/robots.txt":
        return NO_ROBOTS
    if path.startswith("/news/good-"):
        return good
    if host == "pages.example" and path.startswith("/news/chain-"):
        return chain
    return page("not here", 404)


# --- Whole sites --------------------------------------------------------------------------------


def front(*, head="", stories=3):
    """A front page with links to good stories."""

    async def behave(exchange):
        links = "".join(
            f"<li><a href='/news/good-{n}.html'>All about the {THEMES[n]} and its friends</a></li>"
            for n in range(stories)
        )
        extra = head(exchange) if callable(head) else head
        await exchange.send(f"<html><head>{extra}</head><body><ul>{links}</ul></body></html>")

    return behave


async def robots_huge(exchange):
    rules = "".join(f"Disallow: /x{number}/\n" for number in range(70_000))
    text = f"User-agent: *\nDisallow: /news/good-1.html\n{rules}".encode()
    await exchange.send(text, content_type="text/plain", length=50 * MEGABYTE)
    for _ in range(50):
        await exchange.raw(text)


async def robots_moved(exchange):
    target = exchange.url("rules.example", "/rules.txt")
    await exchange.send(status=301, Location=target)


async def robots_inwards(exchange):
    target = exchange.url("127.0.0.1", "/secret/robots.txt")
    await exchange.send(status=301, Location=target)


def busy_first(times, retry_after, status):
    """A story that is refused a few times."""
    left = [times]

    async def behave(exchange):
        left[0] -= 1
        if left[0] >= 0:
            await exchange.send("busy", status, Retry_After=retry_after)
        else:
            await good(exchange)

    return behave


def later():
    return format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)


RULES = "User-agent: *\nDisallow: /news/good-1.html\n"
ROBOTS = {
    # host: (behaviour of robots.txt, stories that may be fetched)
    "robots-huge.example": (robots_huge, {0, 2}),
    "robots-html.example": (page("<html><body><h1>Welcome</h1></body></html>"), {0, 1, 2}),
    "robots-403.example": (page("no", 403), {0, 1, 2}),
    "robots-503.example": (page("wait", 503), set()),
    "robots-moved.example": (robots_moved, {0, 2}),
    "robots-inwards.example": (robots_inwards, set()),
    "robots-reset.example": (reset_at_once, set()),
    "robots-silent.example": (silence, set()),
    "robots-429.example": (page("wait", 429), set()),
    "robots-loop.example": (redirect(lambda _: "/robots.txt"), set()),
    "robots-bomb.example": (coded(GZIP_BOMB, "gzip"), set()),
    "robots-410.example": (page("gone", 410), {0, 1, 2}),
    "robots-empty.example": (page(b"", content_type="text/plain"), {0, 1, 2}),
    "robots-bytes.example": (page(bytes(range(256)) * 40), {0, 1, 2}),
    "robots-bom.example": (page(b"\xef\xbb\xbf" + RULES.encode()), {0, 2}),
    "robots-cr.example": (page(RULES.replace("\n", "\r")), {0, 2}),
    "robots-zstd.example": (coded(zstd.compress(RULES.encode()), "zstd"), {0, 2}),
    "robots-cased.example": (
        page(RULES.swapcase().replace("/NEWS/GOOD-1.HTML", "/news/good-1.html")),
        {0, 2},
    ),
    "robots-merged.example": (page("User-agent: *\nDisallow: /x\n\n" + RULES), {0, 2}),
}

# --- Listings -----------------------------------------------------------------------------------

BOMB = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]><rss><channel><item><title>&i;</title><link>http://lists.example/news/good-0.html</link>"
    "</item></channel></rss>"
)


async def external_entity(exchange):
    target = exchange.url("lists.example", "/secret/entity")
    await exchange.send(
        f'<?xml version="1.0"?><!DOCTYPE rss SYSTEM "{target}.dtd" [<!ENTITY x SYSTEM "{target}">'
        f'<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;&f;</title>'
        f"<link>{exchange.base}/news/good-3.html</link></item></channel></rss>",
        content_type="application/rss+xml",
    )


async def broken_feed(exchange):
    whole = feed(exchange.base, ["/news/good-4.html", "/news/good-5.html"])
    await exchange.send("<?xml version='1.0'?>\n\x0b&nbsp;" + whole[:-30])


async def many_links(exchange):
    links = "".join(f"<a href=/n/{number}>a</a>" for number in range(1_000_000))
    await exchange.send(f"<html><body>{links}</body></html>")


async def giant_feed(exchange):
    item = f"<item><title>x</title><link>{exchange.base}/feed.xml</link></item>"
    await exchange.send("<rss><channel>" + item * 200_000 + "</channel></rss>")


async def sitemap_loop(exchange):
    number = int(exchange.request.path.rpartition("-")[2].partition(".")[0] or 0)
    links = "".join(
        f"<sitemap><loc>{exchange.base}/sitemap-{target}.xml</loc></sitemap>"
        for target in (0, number, number + 1)
    )
    await exchange.send(f"<sitemapindex>{links}</sitemapindex>", content_type="text/xml")


LISTINGS = {
    "/bomb.xml": page(BOMB, content_type="text/xml"),
    "/external.xml": external_entity,
    "/broken.xml": broken_feed,
    "/giant.xml": giant_feed,
    "/deep.xml": page("<rss><channel>" + "<item>" * 100_000),
    "/endless.xml": endless_chunks,
    "/silent.xml": silence,
    "/blocked.xml": challenge("Just a moment...", "wait", 200),
    "/many-links/": many_links,
    **{f"/sitemap-{number}.xml": sitemap_loop for number in range(2000)},
}


def name_feeds(_):
    paths = [path for path in LISTINGS if not path.startswith("/sitemap")]
    return "".join(f"<link rel=alternate type=application/rss+xml href={path}>" for path in paths)


# --- No way in ----------------------------------------------------------------------------------

WAYS_IN = {
    # name: (target; {} is the port, what it counts as)
    "loopback": ("http://127.0.0.1:{}/secret/", "refused/private_address"),
    "loopback-v6": ("http://[::1]:{}/secret/", "refused/private_address"),
    "mapped": ("http://[::ffff:127.0.0.1]:{}/secret/", "refused/private_address"),
    "decimal": ("http://2130706433:{}/secret/", "refused/private_address"),
    "hex": ("http://0x7f000001:{}/secret/", "refused/private_address"),
    "octal": ("http://0177.0.0.1:{}/secret/", "refused/private_address"),
    "short": ("http://127.1:{}/secret/", "refused/private_address"),
    "zero": ("http://0.0.0.0:{}/secret/", "refused/private_address"),
    "fullwidth": ("http://１２７.0.0.1:{}/secret/", "refused/private_address"),
    "metadata": ("http://169.254.169.254/latest/meta-data/", "refused/private_address"),
    "private": ("http://10.0.0.1/secret/", "refused/private_address"),
    "nat64": ("http://[64:ff9b::7f00:1]:{}/secret/", "refused/private_address"),
    "localhost": ("http://localhost:{}/secret/", "refused/local_name"),
    "dotted": ("http://localhost.:{}/secret/", "refused/local_name"),
    "internal": ("http://metadata.google.internal/secret/", "refused/local_name"),
    "credentials": ("http://public.example@127.0.0.1:{}/secret/", "refused/private_address"),
    "other-site": ("http://other.example:{}/secret/", "refused/offsite"),
    "file": ("file:///etc/passwd", "failed/http_302"),
    "ftp": ("ftp://public.example/secret", "failed/http_302"),
    "data": ("data:text/html,<h1>secret</h1>", "failed/http_302"),
    "gopher": ("gopher://127.0.0.1:25/secret", "failed/http_302"),
    # A name of the site itself that leads to this machine: refused at the connection.
    "inner-name": ("http://intranet.public.example:{}/secret/", "failed/robots_dns"),
}


def way_in(target):
    async def behave(exchange):
        location = target.format(exchange.server.ports["http"]).encode().decode("latin-1")
        await exchange.send(status=302, Location=location)

    return behave


async def public_feed(exchange):
    paths = [f"/news/to-{name}.html" for name in WAYS_IN]
    links = [
        target.format(exchange.server.ports["http"])
        for target, _ in WAYS_IN.values()
        if "intranet" not in target
    ]
    await exchange.send(feed(exchange.base, [*paths, *GOOD[:2], *links]))


# --- A site that is watched ---------------------------------------------------------------------

GUEST_RULES = """
User-agent: *
Disallow: /

User-agent: othercrawl
User-agent: newscrawl
Crawl-delay: {delay}
Allow: /news/
Disallow: /news/private/
Allow: /news/private/open-*.html
Disallow: /*.pdf$
Disallow: /*?print=
"""
ASSETS = (
    "<link rel=stylesheet href=/style.css><link rel=icon href=/icon.png>"
    "<link rel=preload href=/font.woff2><script src=/script.js></script>"
)
GUEST_STORIES = [
    *(f"/news/story-{number}.html" for number in range(4)),
    *("/news/private/open-1.html", "/news/private/closed-1.html"),
    *("/news/story-9.pdf", "/news/story-3.html?print=1"),
]
GUEST_ALLOWED = GUEST_STORIES[:5]


async def guest_story(exchange):
    name = exchange.request.path.rpartition("/")[2].partition(".")[0]
    extra = "<img src=/picture.jpg><iframe src=/frame.html></iframe><video src=/film.mp4></video>"
    asks = {"X_Robots_Tag": "noarchive", "TDM_Reservation": "1"} if name == "story-0" else {}
    await exchange.send(story(name, head=ASSETS, extra=extra), ETag='"1"', **asks)


async def guest_feed(exchange):
    if exchange.request.headers.get("if-none-match") == '"feed"':
        await exchange.send(status=304, ETag='"feed"')
    else:
        text = gzip.compress(feed(exchange.base, GUEST_STORIES).encode())
        await exchange.send(text, content_type="text/xml", ETag='"feed"', Content_Encoding="gzip")


def guest(delay):
    rules = page(GUEST_RULES.format(delay=delay), content_type="text/plain")
    stories = {path.partition("?")[0]: guest_story for path in GUEST_STORIES}
    return {"/robots.txt": rules, "/news/feed.xml": guest_feed, **stories}


async def later_feed(exchange):
    await exchange.send(feed(exchange.base, GUEST_STORIES[:4]))


TIRED_STORIES = [f"/news/story-{number}.html" for number in range(8)]
SLOW = 1.0
"""Seconds that the first four stories of ``tired.example`` take."""


async def tired_feed(exchange):
    await exchange.send(feed(exchange.base, TIRED_STORIES))


SISTERS = ["sisters.example", "blog.sisters.example", "city.sisters.example"]
"""Hosts of one site; the last one asks for a delay."""
SISTERS_DELAY = 0.5


def sister(number, rules=""):
    """A host of two stories, which no other host of the site has."""
    paths = TIRED_STORIES[2 * number :][:2]

    async def name_stories(exchange):
        await exchange.send(feed(exchange.base, paths))

    rules = page(f"User-agent: *\n{rules}\n", content_type="text/plain")
    return {"/robots.txt": rules, "/news/feed.xml": name_stories, **dict.fromkeys(paths, good)}


async def tired_story(exchange):
    if exchange.request.path in TIRED_STORIES[:4]:
        await asyncio.sleep(SLOW)
    await good(exchange)


def tired(first):
    """A site of eight stories, with a behaviour of the first."""
    return {
        "/news/feed.xml": tired_feed,
        **dict.fromkeys(TIRED_STORIES, tired_story),
        TIRED_STORIES[0]: first,
    }


SITES = {
    SISTERS[0]: sister(0),
    SISTERS[1]: sister(1),
    SISTERS[2]: sister(2, rules=f"Crawl-delay: {SISTERS_DELAY}"),
    "tired.example": tired(tired_story),
    "crowded.example": {**tired(page("busy", 429)), **dict.fromkeys(TIRED_STORIES[1:], good)},
    "guest.example": guest(0.5),
    "slow.example": guest(100),
    "later.example": {
        "/news/feed.xml": later_feed,
        **{path: page("busy", 503, Retry_After=3600) for path in GUEST_STORIES[:4]},
    },
    "pages.example": {
        "/feed.xml": pages_feed,
        **{f"/news/{name}.html": behave for name, (behave, _) in PAGES.items()},
    },
    "lists.example": {"/": front(head=name_feeds), **LISTINGS},
    "endless.example": {"/": many_links},
    "public.example": {
        "/feed.xml": public_feed,
        **{f"/news/to-{name}.html": way_in(target) for name, (target, _) in WAYS_IN.items()},
    },
    "rules.example": {"/rules.txt": page(RULES, content_type="text/plain")},
    **{host: {"/": front(), "/robots.txt": rules} for host, (rules, _) in ROBOTS.items()},
    **{f"{name}.example": {"/": front()} for name in ("expired", "foreign", "untrusted", "nodns")},
    "secure.example": {
        "/": front(),
        "/bad-pages.xml": secure_feed,
        **{f"/news/{name}.html": PAGES[name][0] for name in ENCRYPTED},
    },
    "busy-seconds.example": {"/": front(), "/news/good-1.html": busy_first(1, "1", 429)},
    "busy-date.example": {"/": front(), "/news/good-1.html": busy_first(99, later(), 503)},
}

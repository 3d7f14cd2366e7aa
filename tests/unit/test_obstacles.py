import pytest
from scrapy import Request
from scrapy.http import HtmlResponse

from newscrawl.extraction.page.media_kinds import is_binary
from newscrawl.extraction.verdict.block_pages import is_block_page
from newscrawl.middlewares.obstacles import BlockedError, ObstacleMiddleware
from newscrawl.middlewares.reach import Refused

PROSE = "The council met on Monday and spoke of roofs, bridges and the price of bread. " * 20


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<title>Just a moment...</title>", id="cloudflare"),
        pytest.param("<script>window._cf_chl_opt={}</script>", id="cloudflare's script"),
        pytest.param("<script src=https://ct.captcha-delivery.com/c.js></script>", id="datadome"),
        pytest.param("<p>Please enable JS and disable any ad blocker</p>", id="datadome's words"),
        pytest.param("<h1>Access Denied</h1><p>Reference #18.2</p>", id="akamai"),
        pytest.param("<h1>Pardon Our Interruption</h1>", id="imperva"),
        pytest.param("<iframe>Incapsula incident ID: 5</iframe>", id="incapsula"),
        pytest.param("<h1>Verify you are human</h1>", id="captcha"),
        pytest.param("<h1>Вы не робот?</h1>", id="Russian"),
        pytest.param("<h1>Доступ к сайту запрещён</h1>", id="Russian, forbidden"),
        pytest.param("<h1>Zugriff verweigert</h1>", id="German"),
        pytest.param("<h1>Vérification de votre navigateur</h1>", id="French"),
        pytest.param("<h1>Acceso denegado</h1>", id="Spanish"),
        pytest.param("<h1>Acesso negado</h1>", id="Portuguese"),
        pytest.param("<h1>人机验证</h1>", id="Chinese"),
        pytest.param("<h1>تم رفض الوصول</h1>", id="Arabic"),
    ],
)
def test_pages_of_a_guard_are_recognised(html):
    assert is_block_page(html.encode())


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"<h1>Access denied</h1><p>{PROSE}</p>", id="an article about it"),
        pytest.param("<h1>Snow</h1><p>It snowed.</p>", id="a short page"),
        pytest.param("<p>x</p><script src=https://js.datadome.co/tags.js>", id="a guarded page"),
        pytest.param("<script src=/cdn-cgi/challenge-platform/scripts/jsd/main.js>", id="another"),
        pytest.param("", id="nothing"),
        pytest.param("<p>Just a moment...</p>" + "<i></i>" * 20_000, id="a large page"),
    ],
)
def test_other_pages_are_not(html):
    assert not is_block_page(html.encode())


@pytest.mark.parametrize(
    ("body", "binary"),
    [
        pytest.param(b"%PDF-1.7\n", True, id="pdf"),
        pytest.param(b"\n\n%PDF-1.7\n", True, id="pdf after blank lines"),
        pytest.param(b"\x89PNG\r\n\x1a\n", True, id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", True, id="jpeg"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42", True, id="mp4"),
        pytest.param(b"PK\x03\x04", True, id="zip or docx"),
        pytest.param(bytes(range(256)), True, id="all bytes"),
        pytest.param(b"", False, id="nothing"),
        pytest.param(b"<p>a\x00b</p>" + b"text " * 50, False, id="one null byte"),
        pytest.param("<p>Снег</p>".encode("cp1251"), False, id="cyrillic"),
        pytest.param("<p>雪</p>".encode("shift-jis"), False, id="japanese"),
        pytest.param("<p>snow</p>".encode("utf-16"), False, id="utf-16"),
        pytest.param("<p>snow</p>".encode("utf-16-le"), False, id="utf-16 without bom"),
    ],
)
def test_bodies_that_are_no_text_are_told_from_text(body, binary):
    assert is_binary(body) is binary


@pytest.mark.parametrize(
    ("status", "body", "cb_kwargs", "error"),
    [
        pytest.param(403, b"<h1>Access denied</h1>", {}, BlockedError, id="blocked"),
        pytest.param(200, b"<h1>Are you a robot?</h1>", {}, BlockedError, id="blocked with 200"),
        pytest.param(404, b"<h1>Access denied</h1>", {}, None, id="gone all the same"),
        pytest.param(200, b"%PDF-1.7", {"due": 1}, Refused, id="pdf as a page"),
        pytest.param(200, b"\x1f\x8b\x08", {"listing": 1}, None, id="packed listing"),
        pytest.param(200, b"<h1>Snow</h1>", {"due": 1}, None, id="page"),
    ],
)
def test_the_middleware_fails_what_is_no_page(status, body, cb_kwargs, error):
    request = Request("https://a.example/", cb_kwargs=cb_kwargs)
    response = HtmlResponse(request.url, status=status, body=body)
    middleware = ObstacleMiddleware()
    if error is None:
        assert middleware.process_response(request, response) is response
    else:
        with pytest.raises(error):
            middleware.process_response(request, response)

"""Pages of a guard before a site: captchas, "checking your browser", "access denied"."""

from __future__ import annotations

import re

# Scripts and names that only such a page has; what guards add to every page is not among them.
_MARKERS = (
    b"_cf_chl_opt",
    b"/chl_page/",
    b"cf-error-details",
    b"geo.captcha-delivery.com",
    b"ct.captcha-delivery.com/c.js",
    b'id="px-captcha"',
    b"Incapsula incident ID",
    b"AwsWafIntegration.",
    b"awswaf.com/challenge",
    b"sucuri_cloudproxy_js",
    b"/.within.website/x/cmd/anubis",
    b"__ddg_challenge",
    b"/__qrator/",
    b"/showcaptcha?",
    b"ddos-guard/js-challenge",
    b"_fs-ch-",
)
# What such pages say, in the languages in which their makers ship them.
_PHRASES = re.compile(
    r"just a moment\.\.\.|checking (?:if|your) (?:the site )?(?:browser|connection)|"
    r"(?:verify|verifying|confirm|prove) (?:that )?you are (?:a )?(?:human|not a robot)|"
    r"are you a (?:robot|human)\?|unusual traffic|enable javascript and cookies to continue|"
    r"please enable (?:js|javascript|cookies) and|pardon our interruption|"
    r"access (?:to this page )?(?:has been |is )?denied|you have been blocked|"
    r"attention required!|ddos protection by|security check to access|"
    r"request (?:was )?(?:blocked|unsuccessful)|complete the (?:security check|captcha)|"
    r"проверка (?:вашего )?браузера|подтвердите, что (?:вы не робот|запросы)|вы не робот|"
    r"доступ (?:к (?:сайту|ресурсу|странице) )?(?:запрещ[её]н|ограничен|заблокирован)|"
    r"зверніть увагу: доступ|перевірка браузера|ви не робот|доступ заборонено|"
    r"сіз робот емессіз|қол жеткізуге тыйым|"
    r"überprüfung ihres browsers|bestätigen sie,? dass sie ein mensch|sind sie ein roboter|"
    r"zugriff (?:wurde )?(?:verweigert|gesperrt)|ungewöhnliche[rn]? (?:daten)?verkehr|"
    r"vérification de votre navigateur|vous n.êtes pas un robot|êtes-vous un robot|"
    r"accès (?:refusé|interdit|bloqué)|veuillez activer javascript|"
    r"(?:comprobando|verificando) (?:su|tu) navegador|no (?:eres|es|soy) un robot|"
    r"acceso (?:denegado|bloqueado)|tráfico inusual|"
    r"verificando (?:seu|o) navegador|não (?:é|sou) um robô|acesso (?:negado|bloqueado)|"
    r"non sei un robot|accesso negato|verifica del browser|"
    r"geen robot bent|toegang geweigerd|nie jesteś robotem|odmowa dostępu|dostęp zabroniony|"
    r"robot olmadığınızı|erişim (?:engellendi|reddedildi)|tarayıcınız kontrol|"
    r"přístup odepřen|nejste robot|acces interzis|hozzáférés megtagadva|nem robot|"
    r"δεν είστε ρομπότ|\u05d0\u05d9\u05e0\u05da \u05e8\u05d5\u05d1\u05d5\u05d8|"
    r"تم رفض الوصول|لست روبوت|ربات نیستید|"
    r"ロボットではありません|アクセスが拒否|验证您是真人|人机验证|访问被拒绝|请完成安全验证|"
    r"로봇이 아닙니다|액세스가 거부|không phải là (?:người máy|robot)|bukan robot|akses ditolak",
    re.IGNORECASE,
)
# Bytes. The largest such page known has 35 KB; articles with less than this are rare.
_LONGEST = 100_000
# Words. An article about captchas has more.
_MOST_WORDS = 150
_UNSEEN = re.compile(
    r"<(script|style|svg|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<[^<>]*>")


def is_block_page(html: bytes) -> bool:
    """Return whether a page was put in the place of the one that was asked for.

    >>> is_block_page(b"<title>Just a moment...</title>")
    True
    >>> is_block_page(b"<h1>Access denied</h1>" + b"<p>said the judge on Monday</p>" * 40)
    False
    """
    if len(html) > _LONGEST:
        return False
    text = _TAG.sub(" ", _UNSEEN.sub(" ", html.decode("utf-8", "replace")))
    words = text.split()
    if len(words) > _MOST_WORDS:
        return False
    return any(marker in html for marker in _MARKERS) or bool(_PHRASES.search(" ".join(words)))

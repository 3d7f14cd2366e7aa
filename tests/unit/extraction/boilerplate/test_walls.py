"""Requests for money and for consent."""

from __future__ import annotations

import pytest

from newscrawl.extraction import extract
from newscrawl.extraction.boilerplate.walls import (
    asks_for_consent,
    asks_to_pay,
    offers_subscriptions,
)

NOTICE = (
    "Wir und unsere Partner verwenden Cookies und ähnliche Techniken für personalisierte Werbung. "
    "Mit Ihrer Zustimmung helfen Sie uns; mehr dazu im Datenschutz."
)
TEXT = (
    "Die alte Brücke bleibt bis zum Frühjahr gesperrt, weil Taucher Risse in zwei Pfeilern fanden.",
    "Die Arbeiten kosten zwei Millionen Franken, von denen der Kanton ein Drittel bezahlt.",
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Subscribe to keep reading", True),
        ("订阅后阅读全文", True),
        ("Subscribe to our channel", False),
        ("Read the whole story", False),
        ("Read more about the bridge", False),
        ("Recevez les titres : inscrivez-vous", False),
        ("Weiterlesen mit Abo von heute an", True),
    ],
)
def test_line_that_speaks_of_reading_and_paying_asks_to_pay(line: str, expected: bool) -> None:
    assert asks_to_pay(line) is expected


@pytest.mark.parametrize(("text", "expected"), [(NOTICE, True), (TEXT[0], False), ("", False)])
def test_text_full_of_words_about_consent_asks_for_it(text: str, expected: bool) -> None:
    assert asks_for_consent(text) is expected


def test_notice_above_the_headline_is_no_text() -> None:
    paragraphs = "".join(f"<div><span>{text}</span></div>" for text in TEXT * 2)
    notice = f"<div><p>{NOTICE} {NOTICE}</p></div>"
    html = f"<title>Brücke gesperrt</title>{notice}<div><h1>Brücke gesperrt</h1>{paragraphs}</div>"
    assert NOTICE not in extract(html, url="https://post.example/bruecke").text


SMALL_PRINT = {
    "en": "Offer for new customers. Your subscription renews at the full price unless you cancel.",
    "de": "Angebot für Neukunden. Das Abo verlängert sich zum vollen Preis. Jederzeit kündbar.",
    "es": "Promoción para nuevas altas. La suscripción se renueva al precio indicado. Con IVA.",
    "fr": "Offre résiliable à tout moment. Puis l'abonnement est au prix public. TVA incluse.",
    "pl": "Prenumerata odnawia się w cenie pakietu. Regulamin promocji. Rezygnacja online.",
    "ru": "Подписка продлевается по цене тарифа. Акция для новых подписчиков. Условия подписки.",
}
STORY = (
    "The ferry will not sail before spring, the council said. Its members had asked two engineers"
    " for a price, and the offer they got was twice of what the island can pay. Nobody wants to"
    " cancel the service for good: three of four customers live on the far side, where there is"
    " neither a doctor nor a school, and most of them have no boat of their own."
)
COURT = (
    "The trial about renewable tariffs at the central court was renewed above all for Ivan Cent."
)


@pytest.mark.parametrize("language", SMALL_PRINT)
def test_small_print_of_a_wall_offers_subscriptions(language: str) -> None:
    text = SMALL_PRINT[language]
    assert offers_subscriptions(text, is_stated=True)
    assert offers_subscriptions(text * 3, is_stated=False)


@pytest.mark.parametrize(
    ("text", "is_stated"), [(STORY, True), (COURT, True), (SMALL_PRINT["en"], False)]
)
def test_story_offers_none_nor_a_sentence_where_nothing_is_stated(
    text: str, *, is_stated: bool
) -> None:
    assert not offers_subscriptions(text, is_stated=is_stated)


@pytest.mark.parametrize("is_free", ["false", "true"])
def test_wall_in_the_place_of_a_story_is_no_article(is_free: str) -> None:
    stated = (
        '{"@type": "NewsArticle", "headline": "Brücke gesperrt", "datePublished": "2026-03-05",'
        f' "isAccessibleForFree": {is_free}}}'
    )
    text = f"<p>{SMALL_PRINT['de']}</p><p>{SMALL_PRINT['de'][:-20]}</p>"
    head = f"<title>Brücke gesperrt</title><script type=application/ld+json>{stated}</script>"
    html = f"{head}<h1>Brücke gesperrt</h1><div><p>5. März 2026, 10:15</p>{text}</div>"
    verdict = extract(html, url="https://post.example/bay/bruecke-4711.html").verdict
    assert verdict.reason == ("consent_wall" if is_free == "false" else None)

"""The engines that are compared: ours and every peer that is installed."""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import metadata
from typing import Any, NamedTuple

Prediction = dict[str, Any]
"""``title``, ``text``, ``authors`` and ``date_published`` of a page, as score.py reads them."""
Predict = Callable[[str, str], Prediction]
"""From a page's HTML and URL."""


class Engine(NamedTuple):
    """An engine by the distribution that holds it and the function that readies it."""

    distribution: str
    load: Callable[[], Predict]

    @property
    def version(self) -> str | None:
        """The installed version, or None when it is not installed."""
        try:
            return metadata.version(self.distribution)
        except metadata.PackageNotFoundError:
            return None


def installed() -> list[str]:
    """Return the names of the engines that can run here, ours first."""
    return [name for name, engine in ENGINES.items() if engine.version]


def load_newscrawl() -> Predict:
    from newscrawl.extraction import extract

    def predict(html: str, url: str) -> Prediction:
        article = extract(html, url=url)
        return {
            "title": article.title,
            "text": article.text,
            "authors": article.authors,
            "date_published": article.date_published,
            "is_article": article.verdict.is_article,
        }

    return predict


def load_trafilatura() -> Predict:
    from trafilatura import bare_extraction

    def predict(html: str, url: str) -> Prediction:
        found = bare_extraction(html, url=url, with_metadata=True, include_comments=False)
        if found is None:
            return {}
        return {
            "title": found.title,
            "text": found.text,
            "authors": (found.author or "").split("; "),
            "date_published": found.date,
        }

    return predict


def load_newspaper() -> Predict:
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False

    def predict(html: str, url: str) -> Prediction:
        article = Article(url, config=config)
        article.download(input_html=html)
        article.parse()
        return {
            "title": article.title,
            "text": article.text,
            "authors": article.authors,
            "date_published": _iso(article.publish_date),
        }

    return predict


def load_readability() -> Predict:
    from readability import Document

    def predict(html: str, url: str) -> Prediction:
        document = Document(html, url=url)
        return {"title": document.short_title(), "text": _lines(document.summary())}

    return predict


def load_goose() -> Predict:
    from goose3 import Goose

    goose = Goose({"enable_image_fetching": False, "strict": False})

    def predict(html: str, url: str) -> Prediction:
        article = goose.extract(raw_html=html)
        return {
            "title": article.title,
            "text": article.cleaned_text,
            "authors": article.authors,
            "date_published": _iso(article.publish_datetime_utc) or article.publish_date,
        }

    return predict


def load_newsplease() -> Predict:
    from newsplease import NewsPlease

    def predict(html: str, url: str) -> Prediction:
        article = NewsPlease.from_html(html, url=url, fetch_images=False)
        return {
            "title": article.title,
            "text": article.maintext,
            "authors": article.authors,
            "date_published": _iso(article.date_publish),
        }

    return predict


ENGINES = {
    "newscrawl": Engine("newscrawl", load_newscrawl),
    "trafilatura": Engine("trafilatura", load_trafilatura),
    "newspaper4k": Engine("newspaper4k", load_newspaper),
    "readability": Engine("readability-lxml", load_readability),
    "goose3": Engine("goose3", load_goose),
    "news-please": Engine("news-please", load_newsplease),
}

BLOCK_TAGS = "p|div|li|h[1-6]|blockquote|tr|pre|section|article|table|ul|ol|dt|dd|figcaption"


def _iso(moment: Any) -> str | None:
    return moment.isoformat() if hasattr(moment, "isoformat") else moment


def _lines(html: str) -> str:
    """Return the text of an HTML fragment, one block a line."""
    from lxml import html as lxml_html

    broken = re.sub(rf"(?=</?(?:{BLOCK_TAGS})\b)|<br\b[^>]*>", "\n", re.sub(r"\s+", " ", html))
    return lxml_html.fromstring(broken).text_content()

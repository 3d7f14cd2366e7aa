"""The kind of an article, when the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newscrawl.extraction.page.json_ld import as_list, name_of, types_of
from newscrawl.extraction.page.structured import Structured
from newscrawl.items import ArticleType

# The schema.org types that say what kind; the first match wins.
_TYPES: dict[str, ArticleType] = {
    "LiveBlogPosting": "live_blog",
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "ReviewNewsArticle": "review",
    "CriticReview": "review",
    "Review": "review",
    "AdvertiserContentArticle": "advertorial",
    "Recipe": "recipe",
    "Report": "report",
    "ImageGallery": "gallery",
    "MediaGallery": "gallery",
    "ReportageNewsArticle": "news",
    "NewsArticle": "news",
}
# What rubrics of one kind are called.
_RUBRICS: dict[ArticleType, str] = {
    "opinion": r"opinions?|op-?eds?|comment(?:ary|isfree)?|editorials?|columns?|columnists?"
    r"|meinung(?:en)?|kommentare?|kolumnen?|leitartikel|tribunes?|éditoriaux|édito|opinión"
    r"|columnas?|opinião|colunas?|opinioni|editoriali|commenti|opinie|ledare|debatt|kronikk"
    r"|kommentar|mening(?:er)?|kronik|mielipide|komentarze|felietony|názory|komentáře|мнени[ея]"
    r"|колонк[аи]|думк[аи]|погляд|пікір|көзқарас|коментари|мнения|yazarlar|köşe ?yazıları|görüş"
    r"|opini|kolom|社説|オピニオン|评论|評論|观点|觀點|论点|사설|오피니언|رأي|آراء|مقالات"
    r"|دیدگاه|γνώμες|απόψεις|opinii|vélemény",
    "interview": r"interviews?|intervistas?|entrevistas?|entretiens?|интервью|інтерв['’]ю|сұхбат"
    r"|сухбат|interviste|wywiady?|rozhovory?|röportaj(?:lar)?|haastattelu|专访|訪談|インタビュー"
    r"|인터뷰|حوار",
    "review": r"reviews?|rezension(?:en)?|critiques?|reseñas?|recensioni|recensies|recensioner"
    r"|рецензи[ия]|anmeldelser|レビュー",
    "analysis": r"analys[ei]s|analyse[nr]?|análisis|análises?|analisi|аналитика|аналіз|анализ"
    r"|сараптама|hintergrund|hintergründe|解説|分析",
    "live_blog": r"live|live-?blogs?|live-?ticker|minuto a minuto|en direct|онлайн-трансляция",
    "gallery": r"galler(?:y|ies)|photos?|slideshows?|fotostrecken?|bilder|fotogallery"
    r"|фото(?:галере[ия]|репортаж\w*)?|fotogaler(?:ía|i|ie)s?|diaporamas?",
    "video": r"videos?|видео|відео|бейне|vidéos?|vídeos?|动画|動画",
    "audio": r"podcasts?|audio|подкасты?",
    "press_release": r"press[- ]?releases?|pressemitteilung(?:en)?|communiqués?(?: de presse)?"
    r"|пресс-релиз\w*|comunicados?|presseportal",
    "advertorial": r"sponsored(?: content)?|advertorials?|partner(?:ed)? content|anzeige"
    r"|paid (?:post|content)|партн[её]рский материал|на правах рекламы|publirreportaje"
    r"|branded content|brand-?studio",
    "recipe": r"recipes?|rezepte?|recettes?|recetas?|ricette|рецепты?",
}
# What joins two rubrics: "Opinion & Analysis", "Meinung/Kolumnen".
_JOINED = re.compile(r"\s*[&/|,>]\s*")
_PATTERNS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _RUBRICS.items()}


def read_article_type(
    structured: Structured, section: str | None, url: str
) -> tuple[ArticleType | None, str]:
    """Return the kind of article when the page says so, and where."""
    types = types_of(structured.article)
    stated = next((kind for name, kind in _TYPES.items() if name in types), None)
    if stated and stated != "news":
        return stated, "json_ld"
    for label in _type_labels(structured, section, url):
        first = _JOINED.split(label, maxsplit=1)[0]
        for kind, pattern in _PATTERNS.items():
            if pattern.fullmatch(first):
                return kind, "section"
    return stated, "json_ld" if stated else ""


def _type_labels(structured: Structured, section: str | None, url: str) -> Iterator[str]:
    if section:
        yield section
    for name in ("og:type", "article:content_type", "content-type", "article:opinion", "genre"):
        for value in structured.meta.get(name, ()):
            yield value.removeprefix("article:").strip()
    genres = (name_of(value) for value in as_list(structured.article.get("genre")))
    yield from (genre for genre in genres if genre)
    yield from (folder for folder in url.split("/")[3:-1] if folder)

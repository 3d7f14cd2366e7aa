"""What a page states about its article outside the text, to compare blocks with."""

from __future__ import annotations

from dataclasses import dataclass

from newscrawl.extraction.page.letters import letters_of
from newscrawl.extraction.page.structured import Structured

# JSON-LD's articleBody counts as the whole text from this many times the length of the lead on.
WHOLE_BODY = 3
# Characters at the start of a block that must be those of the lead.
LEAD_START = 40
# Characters at the start of a block that must stand in JSON-LD's text.
BODY_START = 120


@dataclass(frozen=True, slots=True)
class Evidence:
    """Title, lead and machine-readable text of an article."""

    title: str
    """The headline."""
    leads: tuple[str, ...] = ()
    """Descriptions of the meta tags and of JSON-LD."""
    starts: frozenset[str] = frozenset()
    """The first characters of these."""
    body: str = ""
    """The text that JSON-LD gives, without white space; "" if it gives none or only the lead."""
    news: int = 0
    """2: JSON-LD calls it a news article, 1: an article of another kind, 0: it says nothing."""

    def is_title(self, text: str) -> bool:
        """Return whether a block is the headline again, in whatever case and punctuation."""
        return len(text) <= len(self.title) + 8 and letters_of(text) == letters_of(self.title) != ""

    def has_title(self, text: str) -> bool:
        """Return whether a headline holds the title: "“He knows me”: The bus is back"."""
        letters = letters_of(self.title)
        return letters != "" and letters in letters_of(text)

    def is_lead(self, text: str) -> bool:
        """Return whether a block says what a description says."""
        return text in self.leads if len(text) <= LEAD_START else text[:LEAD_START] in self.starts

    def has_in_body(self, text: str) -> bool:
        """Return whether the machine-readable text has this block."""
        return bool(self.body) and "".join(text[:BODY_START].split()) in self.body


def read_evidence(structured: Structured, title: str) -> Evidence:
    """Return what the page states of its article."""
    names = ("og:description", "description", "twitter:description")
    found = [structured.first_meta(name) or "" for name in names]
    found.append(str(structured.article.get("description") or ""))
    leads = tuple(dict.fromkeys(" ".join(lead.split()) for lead in found if lead))
    body = "".join((structured.article_body or "").split())
    longest = max(map(len, leads), default=0)
    kind = str(structured.article.get("@type") or "")
    news = 2 if "News" in kind else 1 if kind else 0
    if len(body) <= WHOLE_BODY * longest:
        body = ""
    return Evidence(title, leads, frozenset(lead[:LEAD_START] for lead in leads), body, news)

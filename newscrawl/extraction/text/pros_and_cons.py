"""Lists of what speaks for a thing and against it: text, though in boxes such as adverts have."""

from __future__ import annotations

from newscrawl.extraction.page.blocks import PageBlock
from newscrawl.extraction.page.boxes import Box
from newscrawl.extraction.text.lists import LINKS

# How reviews head such lists, and guides what to keep in mind. Of 1,982 items below the English
# words on 890 annotated pages 1,895 are text; those of other languages are chosen.
_LABELS = frozenset(
    label
    for row in (
        "pros|cons|the pros|the cons|advantages|disadvantages|the good|the bad|the ugly",
        "what we like|what we don't like|what we liked|what we didn't like|what i like",
        "what i don't like|what i liked|what i didn't like|reasons to buy|reasons to avoid",
        "key takeaways|key takeaway",
        "vorteile|nachteile|stärken|schwächen|contra|kontra|das gefällt|das gefällt nicht",
        "les plus|les moins|points forts|points faibles|avantages|inconvénients",
        "lo mejor|lo peor|ventajas|desventajas|inconvenientes|puntos fuertes|puntos débiles",
        "a favor|en contra|contras|prós|vantagens|desvantagens|pontos positivos|pontos negativos",
        "contro|pregi|difetti|punti di forza|punti deboli|vantaggi|svantaggi",
        "voordelen|nadelen|pluspunten|minpunten|zalety|wady|plusy|minusy|klady|zápory",
        "fördelar|nackdelar|fordele|ulemper|fordeler|плюсы|минусы|достоинства|недостатки",
        "переваги|недоліки|плюси|мінуси|артылықшылықтары|кемшіліктері|artıları|eksileri",
        "előnyök|hátrányok|avantaje|dezavantaje|メリット|デメリット|良い点|悪い点|优点|缺点|優點|缺點",
        "장점|단점",
    )
    for label in row.split("|")
)
_MARKS = " :：!✓✔✗✘+-–"


def lift_pros_and_cons(blocks: list[PageBlock], main: Box, least: float) -> None:
    """Give such lists in the main box, and their headings, the score ``least`` at least."""
    for index in range(main.start, main.end):
        block = blocks[index]
        if block.box.type == "list_item":
            if _is_label(block.text.partition(":")[0]):
                block.score = max(block.score, least)
        elif _is_label(block.text) and (items := _items_behind(blocks, index)):
            for each in (block, *items):
                each.score = max(each.score, least)


def _is_label(text: str) -> bool:
    return text.strip(_MARKS).casefold().replace("’", "'") in _LABELS


def _items_behind(blocks: list[PageBlock], index: int) -> list[PageBlock]:
    """Return the items that follow a heading, none if they are links."""
    end = index + 1
    while end < len(blocks) and blocks[end].box.type == "list_item":
        end += 1
    items = blocks[index + 1 : end]
    linked = sum(item.link_share * item.units for item in items)
    return items if linked < LINKS * sum(item.units for item in items) else []

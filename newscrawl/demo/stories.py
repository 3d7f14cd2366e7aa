"""News stories, composed from a language's stock: the same seed gives the same story."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from random import Random
from typing import NamedTuple

from newscrawl.demo.texts import Topic, Writer, load_stock, read_text
from newscrawl.items import Block

LENGTHS = (3, 4, 5, 5, 6, 6, 7, 8, 9, 11, 14, 19)
"""Paragraphs of a story; one length is drawn for each."""
BYLINES = (("{author}",),) * 4 + (("{author}", "{author2}"),)
SPARE_FACTS = 10
"""Facts, as many as the longest story has paragraphs for: with more left, two share one."""
FRAMED = 0.4
"""Share of facts that are told with their source."""
CJK = "zh"


@dataclass(frozen=True, kw_only=True)
class Story:
    """What a newsroom writes, before a layout prints it."""

    title: str
    lead: str
    blocks: tuple[Block, ...]
    caption: str
    credit: str = ""
    authors: tuple[str, ...] = ()
    section: str = ""
    section_slug: str = ""
    tags: tuple[str, ...] = ()


class Heading(NamedTuple):
    """What lists need of a story: a tenth of the work of writing it."""

    title: str
    section: str
    section_slug: str


@lru_cache(maxsize=4096)
def heading(language: str, seed: str) -> Heading:
    """Return the heading of the story that ``compose`` would write."""
    reporter = _begin(language, seed)
    return Heading(reporter.title, reporter.topic.section, reporter.topic.slug)


# All of the bundled sites: lists, pages and their neighbours ask for each story several times.
@lru_cache(maxsize=512)
def compose(language: str, seed: str) -> Story:
    """Return the story of a seed."""
    reporter = _begin(language, seed)
    topic, writer, random = reporter.topic, reporter.writer, reporter.writer.random
    return Story(
        title=reporter.title,
        lead=reporter.line_of_angle("lead"),
        blocks=tuple(reporter.write(random.choice(LENGTHS))),
        caption=writer.fill("{caption}"),
        credit=writer.fill("{credit}"),
        authors=tuple(map(writer.fill, random.choice(BYLINES))),
        section=topic.section,
        section_slug=topic.slug,
        tags=tuple(random.sample(topic.tags, 2)),
    )


def revise(story: Story, language: str, seed: str) -> Story:
    """Return the story as a later edition tells it: two paragraphs more."""
    reporter = _begin(language, f"{seed}/revised")
    added = (
        Block(type="paragraph", text=reporter.tell(3)),
        Block(type="paragraph", text=reporter.cite()),
    )
    return replace(story, blocks=(*story.blocks[:-1], *added, story.blocks[-1]))


def handwritten(name: str) -> Story:
    """Return a story that stands whole in ``texts/<name>.txt``."""
    head, *paragraphs = read_text(f"{name}.txt").strip().split("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    blocks = tuple(Block(type="paragraph", text=text) for text in paragraphs)
    tags = tuple(filter(None, fields.pop("tags", "").split(", ")))
    authors = tuple(filter(None, fields.pop("authors", "").split(", ")))
    return Story(**fields, blocks=blocks, tags=tags, authors=authors)


def _begin(language: str, seed: str) -> _Reporter:
    random = Random(seed)  # noqa: S311  stories, not secrets
    stock = load_stock(language)
    topic = random.choice(stock.topics)
    writer = Writer({**stock.tables, "office": topic.lines["office"]}, random)
    return _Reporter(language, topic, writer)


class _Reporter:
    """Deals the stock's lines out, none twice in a story."""

    def __init__(self, language: str, topic: Topic, writer: Writer) -> None:
        self.joint, self.stop = ("", "。") if language == CJK else (" ", ".")
        self.topic = topic
        self.writer = writer
        self.angle = writer.random.randrange(len(topic.lines["title"]))
        self.title = writer.fill(topic.lines["title"][self.angle])

    @cached_property
    def facts(self) -> list[str]:
        """What is left to tell."""
        return self._shuffled("fact")

    @cached_property
    def quotes(self) -> list[str]:
        """What is left to say."""
        return self._shuffled("quote")

    def line_of_angle(self, kind: str) -> str:
        """Return the line that goes with the title: the same place in its list, or the last."""
        lines = self.topic.lines[kind]
        return self.writer.fill(lines[min(self.angle, len(lines) - 1)])

    def write(self, length: int) -> Iterator[Block]:
        """Yield the blocks of a story of so many paragraphs, and a list if it is a long one."""
        yield self._paragraph(self.line_of_angle("open"))
        quoted = self.writer.random.randrange(3, 40)
        for number in range(1, length - 1):
            if length > 8 and number == length // 2:
                yield from self._section()
            if number % 5 in (1, 4) and self.quotes:
                kind = "quote" if number == quoted else "paragraph"
                yield Block(type=kind, text=self.cite())  # type: ignore[arg-type]
            else:
                spare = len(self.facts) > SPARE_FACTS
                yield self._paragraph(
                    self.tell(self.writer.random.choice((1, 1, 2)) if spare else 1)
                )
        short = self.writer.random.random() < 0.15
        yield self._paragraph(self._end(self._line("short" if short else "close")))

    def tell(self, count: int) -> str:
        """Return a paragraph of facts."""
        return self.joint.join(self._fact() for _ in range(count))

    def cite(self) -> str:
        """Return a paragraph in which somebody speaks."""
        self.writer.bound["q"] = (self.writer.fill(self.quotes.pop()),)
        self.writer.bound["says"] = (self._line("says"),)
        return self._line("quoting")

    def _fact(self) -> str:
        text = self.writer.fill(self.facts.pop())
        if self.writer.random.random() < FRAMED:
            text = f"{self._line('frame')}{self.joint}{text}"
        return self._end(text[0].upper() + text[1:])

    def _section(self) -> Iterator[Block]:
        yield Block(type="heading", text=self._line("head"), level=2)
        yield self._paragraph(self._line("listing"))
        for line in self.topic.lines["item"]:
            yield Block(type="list_item", text=self.writer.fill(line), level=1)

    def _shuffled(self, kind: str) -> list[str]:
        lines = [*self.topic.lines[kind], *self.writer.tables[kind]]
        self.writer.random.shuffle(lines)
        return lines

    def _line(self, kind: str) -> str:
        lines = self.topic.lines.get(kind) or self.writer.tables[kind]
        return self.writer.fill(self.writer.random.choice(lines))

    def _end(self, text: str) -> str:
        return text if text.endswith((".", "。", "?", "!")) else text + self.stop

    @staticmethod
    def _paragraph(text: str) -> Block:
        return Block(type="paragraph", text=text)

"""Pages as the spider sees them: what is offered, taken, finished and failed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Literal, NamedTuple

from newscrawl.discovery.candidates import Candidate
from newscrawl.frontier.texts import Text

State = Literal["due", "leased", "waiting", "done", "dropped", "gone", "failed", "moved"]
STATES: tuple[State, ...] = (
    "due", "leased", "waiting", "done", "dropped", "gone", "failed", "moved",
)  # fmt: skip

Outcome = Literal["unchanged", "dropped", "gone"]

_EVIDENCE = tuple(field.name for field in fields(Candidate) if field.name != "url")


class Offered(NamedTuple):
    """What became of the candidates that were offered."""

    new: int = 0
    """Never seen before: now due."""
    known: int = 0
    """Seen before, perhaps in another listing of this run."""
    late: int = 0
    """Known, but not yet when this listing was read before, or the run began: another was
    quicker."""

    @property
    def total(self) -> int:
        """New and known."""
        return self.new + self.known

    def plus(self, more: Offered) -> Offered:
        """Return both together."""
        return Offered(*map(sum, zip(self, more, strict=True)))


@dataclass(frozen=True, slots=True)
class Due:
    """A page that is leased to this run until it is finished, failed, saved or moved."""

    key: str
    url: str
    site: str
    candidate: Candidate
    """What the listing said of it, to hand on to extraction."""
    attempts: int
    """Failures in a row so far."""
    revision: int
    """Records written so far: 0 for a first download, more for a re-check."""
    content_hash: str | None
    etag: str | None
    """Validators of the last download, for a conditional request."""
    last_modified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """A record that goes to its file, as the frontier remembers it."""

    key: str
    url: str
    site: str
    revision: int
    text: Text
    published: float | None = None
    etag: str | None = None
    last_modified: str | None = None


def pack_evidence(candidate: Candidate) -> str:
    """Return what a candidate tells, beside its address, as JSON."""
    told = {name: value for name in _EVIDENCE if (value := getattr(candidate, name))}
    return _pack(told)


def unpack_evidence(url: str, evidence: str) -> Candidate:
    """Return the candidate that :func:`pack_evidence` was given."""
    told: dict[str, Any] = json.loads(evidence)
    told["authors"] = tuple(told.get("authors", ()))
    return Candidate(url=url, **{"method": "argument"} | told)


def merge_evidence(first: str, later: Iterable[str]) -> str:
    """Return what was told first, its gaps filled by what was told later."""
    told: dict[str, Any] = {}
    for evidence in (first, *later):
        told = json.loads(evidence) | told
    return _pack(told)


def _pack(told: dict[str, Any]) -> str:
    packed = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    # Half an emoji, of a title that a script cut short, is no text: the database refuses it.
    return packed.encode("utf-8", "replace").decode()

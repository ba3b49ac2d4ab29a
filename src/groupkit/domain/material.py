"""Texts of the library as the house keeps them: versions, who approved them, what they rest on.

A text is named by its topic, its sheet and its language. The shipped text counts until the house
approves one of its own; an adapted text remembers which shipped one it was made from, and a
translation which Danish one, so that a newer one is offered and never put over it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.refusal import (
    DraftMissing,
    Field,
    LanguageUnknown,
    NothingToApprove,
    Refused,
    TextTooLong,
)

GUIDE, HANDOUT, WORKSHEET = "guide", "handout", "worksheet"
LONGEST_TEXT = 60_000
"""Characters of one text; the longest shipped guide has a sixth of it."""
DANISH = "da"
LANGUAGES = (DANISH, "en", "ar", "fa", "so", "ti", "tr", "uk")
"""Danish and English, and the languages that sheets are translated into."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Sharing(StrEnum):
    """What may become of a sheet."""

    TAKE_HOME = "take_home"
    STAYS_HERE = "stays_here"
    FACILITATORS = "facilitators"


class State(StrEnum):
    """How far a version is."""

    DRAFT = "draft"
    APPROVED = "approved"
    RETIRED = "retired"


@dataclass(frozen=True)
class TextKey:
    """Which text: a topic's slug, a sheet's name within it, a language."""

    topic: str
    sheet: str
    language: str

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise Refused(LanguageUnknown(self.language[:20]))

    @property
    def danish(self) -> TextKey:
        """The Danish text, of which the others are translations."""
        return replace(self, language=DANISH)


@dataclass(frozen=True)
class Version:
    """One version of a text; ``number`` counts from 1 within its key.

    ``basis`` is the digest of the shipped text it was made from, '' for a text of the house's own;
    ``translates`` that of the Danish text it is a translation of. Moments are in UTC.
    """

    id: UUID
    key: TextKey
    number: int
    text: str
    state: State
    made: dt.datetime
    made_by: UUID
    basis: str = ""
    translates: str = ""
    approved: dt.datetime | None = None
    approved_by: UUID | None = None

    def __post_init__(self) -> None:
        if len(self.text) > LONGEST_TEXT:
            raise Refused(TextTooLong(Field.SHEET, len(self.text), LONGEST_TEXT))


@dataclass(frozen=True)
class OwnSheet:
    """A sheet that the house added to a topic."""

    topic: str
    name: str
    sharing: Sharing
    retired: bool = False


@dataclass(frozen=True)
class OwnTopic:
    """A topic of the house's own: its titles and summaries by language ('da', 'en')."""

    slug: str
    titles: tuple[tuple[str, str], ...]
    summaries: tuple[tuple[str, str], ...] = ()
    retired: bool = False

    def __post_init__(self) -> None:
        titles = tuple((code, text.line(said, Field.TOPIC)) for code, said in self.titles)
        object.__setattr__(self, "titles", titles)
        said = tuple(
            (code, text.optional_line(summary, Field.TOPIC, most=300))
            for code, summary in self.summaries
        )
        object.__setattr__(self, "summaries", said)

    def title(self, language: str) -> str:
        """Return the title in ``language``, or the first there is."""
        return dict(self.titles).get(language) or next((said for _, said in self.titles), "")

    def summary(self, language: str) -> str:
        """Return the summary in ``language``, or the first there is."""
        return dict(self.summaries).get(language) or next((s for _, s in self.summaries), "")


def digest(source: str) -> str:
    """Return the SHA-256 of a text (64 hex digits); line ends do not matter."""
    return sha256(source.replace("\r\n", "\n").encode()).hexdigest()


def slug_of(title: str, taken: Iterable[str]) -> str:
    """Return a slug made of ``title`` that is not ``taken``."""
    plain = title.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    base = "-".join(re.findall(r"[a-z0-9]+", plain))[:60].strip("-") or "emne"
    known, slug, number = set(taken), base, 1
    while slug in known:
        number += 1
        slug = f"{base}-{number}"
    return slug


def is_slug(name: str) -> bool:
    """Return whether ``name`` can name a topic or a sheet in a file or a store."""
    return len(name) <= 80 and _SLUG.fullmatch(name) is not None


def in_force(versions: Iterable[Version]) -> Version | None:
    """Return the approved version, None while the shipped text counts (or there is none)."""
    approved = [version for version in versions if version.state is State.APPROVED]
    return max(approved, key=lambda version: version.number, default=None)


def draft_of(versions: Iterable[Version]) -> Version | None:
    """Return the draft, None when nobody is at work on the text."""
    return next((version for version in versions if version.state is State.DRAFT), None)


def write_draft(versions: tuple[Version, ...], written: Version) -> tuple[Version, ...]:
    """Return ``versions`` with ``written`` as their draft; a draft there was is written over."""
    known = draft_of(versions)
    newest = max((version.number for version in versions), default=0)
    if known is None:
        return (*versions, replace(written, number=newest + 1, state=State.DRAFT))
    changed = replace(
        written, id=known.id, number=known.number, state=State.DRAFT, basis=known.basis,
        translates=written.translates or known.translates,
    )  # fmt: skip
    return tuple(changed if version.id == known.id else version for version in versions)


def approve(versions: tuple[Version, ...], by: UUID, at: dt.datetime) -> tuple[Version, ...]:
    """Return ``versions`` with the draft approved, and what counted before retired.

    Raises:
        Refused: DraftMissing; NothingToApprove for an empty text.
    """
    draft = draft_of(versions)
    if draft is None:
        raise Refused(DraftMissing())
    if not draft.text.strip():
        raise Refused(NothingToApprove())
    return tuple(
        replace(version, state=State.APPROVED, approved=at, approved_by=by)
        if version.id == draft.id
        else _retired(version)
        for version in versions
    )


def back_to_shipped(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return ``versions`` with none in force, so that the shipped text counts again."""
    return tuple(_retired(version) for version in versions)


def _retired(version: Version) -> Version:
    approved = version.state is State.APPROVED
    return replace(version, state=State.RETIRED) if approved else version


def without_draft(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return ``versions`` without their draft."""
    return tuple(version for version in versions if version.state is not State.DRAFT)


def rest_on(versions: tuple[Version, ...], shipped: str) -> tuple[Version, ...]:
    """Return ``versions`` with the one in force resting on ``shipped``, which is then not newer."""
    return tuple(
        replace(version, basis=digest(shipped)) if version.state is State.APPROVED else version
        for version in versions
    )


def newer_shipped(version: Version, shipped: str) -> bool:
    """Return whether the program ships another text than the one ``version`` was made from."""
    return bool(version.basis) and bool(shipped) and digest(shipped) != version.basis


def is_outdated(translation: Version, danish: str) -> bool:
    """Return whether the Danish text changed since ``translation`` was made of it."""
    return bool(translation.translates) and digest(danish) != translation.translates

"""The contact person's proposal that a woman joins a group, and what the team decides.

A nomination rests on three considerations: her language, her situation and her mental state. It is
decided once; the waiting list alone can be decided again. Who was not given a seat can be
nominated anew.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import (
    DecidedBeforeNominated,
    Field,
    InFuture,
    NominationDecided,
    OfferMissing,
    Refused,
    SeatNeedsGroup,
    SeatNeedsHerYes,
)

LONGEST_WORDS = 1_000


class Answer(StrEnum):
    """How far a consideration speaks for the group."""

    UNKNOWN = "unknown"
    FITS = "fits"
    WITH_SUPPORT = "with_support"
    NOT_YET = "not_yet"


class Offer(StrEnum):
    """What else there is; a house has offers of its own beside these."""

    INDIVIDUAL = "individual"
    HOUSING = "housing"
    TRANSITION = "transition"
    COORDINATING = "coordinating"
    TREATMENT = "treatment"


class Decision(StrEnum):
    """What the team decides."""

    SEAT = "seat"
    WAITING = "waiting"
    OTHER_OFFER = "other_offer"
    NOT_NOW = "not_now"
    DECLINED = "declined"

    @property
    def is_final(self) -> bool:
        """True for all but the waiting list."""
        return self is not Decision.WAITING


class Stage(StrEnum):
    """How far a nomination is."""

    NOMINATED = "nominated"
    TALKED = "talked"
    WAITING = "waiting"
    SEATED = "seated"
    CLOSED = "closed"


@dataclass(frozen=True)
class Consideration:
    """A short answer, and words where it needs them."""

    answer: Answer = Answer.UNKNOWN
    words: str = ""

    def __post_init__(self) -> None:
        words = text.prose(self.words, Field.CONSIDERATION, most=LONGEST_WORDS)
        object.__setattr__(self, "words", words)


@dataclass(frozen=True)
class Verdict:
    """What was decided, when and why.

    ``group_id`` goes with a seat; ``offer`` (a value of :class:`Offer` or words of the house) with
    another offer.
    """

    decision: Decision
    day: dt.date
    why: str = ""
    group_id: UUID | None = None
    offer: str = ""

    def __post_init__(self) -> None:
        in_reach(self.day)
        object.__setattr__(self, "why", text.prose(self.why, Field.REASON, most=LONGEST_WORDS))
        offer = text.optional_line(self.offer, Field.OFFER)
        is_other = self.decision is Decision.OTHER_OFFER
        is_seat = self.decision is Decision.SEAT
        if is_other and not offer:
            raise Refused(OfferMissing())
        if is_seat and self.group_id is None:
            raise Refused(SeatNeedsGroup())
        object.__setattr__(self, "offer", offer if is_other else "")
        object.__setattr__(self, "group_id", self.group_id if is_seat else None)


@dataclass(frozen=True)
class Nomination:
    """A proposal of the day ``made``; ``revision`` grows with every change.

    ``conversation`` is the day on which somebody spoke with her about the group, ``said_yes`` the
    day on which she herself said yes.
    """

    id: UUID
    participant_id: UUID
    made: dt.date
    contact_person: str = ""
    language: Consideration = field(default_factory=Consideration)
    situation: Consideration = field(default_factory=Consideration)
    mental_state: Consideration = field(default_factory=Consideration)
    speaks_for: str = ""
    speaks_against: str = ""
    conversation: dt.date | None = None
    conversation_words: str = ""
    said_yes: dt.date | None = None
    verdict: Verdict | None = None
    revision: int = 0

    def __post_init__(self) -> None:
        for day in (self.made, self.conversation, self.said_yes):
            if day is not None:
                in_reach(day)
        person = text.optional_line(self.contact_person, Field.CONTACT_PERSON)
        object.__setattr__(self, "contact_person", person)
        for name in ("speaks_for", "speaks_against", "conversation_words"):
            words = text.prose(getattr(self, name), Field.CONSIDERATION, most=LONGEST_WORDS)
            object.__setattr__(self, name, words)
        if self.verdict is not None:
            self._check(self.verdict)

    @property
    def stage(self) -> Stage:
        """How far it is."""
        if self.verdict is None:
            return Stage.TALKED if self.conversation or self.said_yes else Stage.NOMINATED
        stages = {Decision.WAITING: Stage.WAITING, Decision.SEAT: Stage.SEATED}
        return stages.get(self.verdict.decision, Stage.CLOSED)

    @property
    def is_open(self) -> bool:
        """Whether it can still be decided."""
        return self.verdict is None or not self.verdict.decision.is_final

    def days_waited(self, today: dt.date) -> int:
        """Return the days from the nomination to ``today``, or to the day of a final decision."""
        ends = today if self.is_open or self.verdict is None else self.verdict.day
        return max(0, (ends - self.made).days)

    def check_not_ahead(self, today: dt.date) -> None:
        """Refuse days that have not come."""
        decided = self.verdict.day if self.verdict else None
        for day in (self.made, self.conversation, self.said_yes, decided):
            if day is not None and day > today:
                raise Refused(InFuture(day, today))

    def decided(self, verdict: Verdict) -> Nomination:
        """Return the nomination with ``verdict``.

        Raises:
            Refused: NominationDecided, SeatNeedsHerYes, DecidedBeforeNominated.
        """
        if not self.is_open and self.verdict is not None:
            raise Refused(NominationDecided(self.verdict.day))
        return replace(self, verdict=verdict, revision=self.revision + 1)

    def silent(self) -> Nomination:
        """Return the nomination without a word of what was thought: its days and the decision."""
        return replace(
            self,
            contact_person="",
            language=Consideration(),
            situation=Consideration(),
            mental_state=Consideration(),
            speaks_for="",
            speaks_against="",
            conversation_words="",
            verdict=replace(self.verdict, why="") if self.verdict else None,
            revision=self.revision + 1,
        )

    def _check(self, verdict: Verdict) -> None:
        if verdict.day < self.made:
            raise Refused(DecidedBeforeNominated(self.made, verdict.day))
        if verdict.decision is Decision.SEAT and self.said_yes is None:
            raise Refused(SeatNeedsHerYes())

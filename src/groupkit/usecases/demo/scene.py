"""One invented group in full, with everything that is recorded of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from random import Random
from uuid import UUID

from groupkit.domain.agenda import Agenda, AgendaItem
from groupkit.domain.attendance import Mark
from groupkit.domain.group import Group
from groupkit.domain.participant import Membership, Participant
from groupkit.domain.session import Session
from groupkit.domain.topic import Topic
from groupkit.usecases.demo import names, sentences
from groupkit.usecases.demo.courses import Frame
from groupkit.usecases.demo.sentences import in_language
from groupkit.usecases.planning import preview, sessions_of

STARTS = dt.time(17)
MINUTES = 120


@dataclass(frozen=True)
class Scene:
    """A group, its sessions and agendas, who is in it, and what was recorded."""

    group: Group
    sessions: tuple[Session, ...]
    agendas: Mapping[UUID, Agenda]
    memberships: tuple[Membership, ...]
    marks: tuple[Mark, ...] = ()
    group_notes: Mapping[UUID, str] = field(default_factory=dict)
    own_notes: Mapping[UUID, Mapping[UUID, str]] = field(default_factory=dict)

    @property
    def notes(self) -> int:
        """How many notes there are, the group's and the women's together."""
        return len(self.group_notes) + sum(len(notes) for notes in self.own_notes.values())

    def members_at(self, session: Session) -> tuple[Membership, ...]:
        """Return who is in the group on the session's day."""
        return tuple(m for m in self.memberships if m.covers(session.day))

    def held(self, today: dt.date) -> tuple[Session, ...]:
        """Return the sessions before ``today``."""
        return tuple(session for session in self.sessions if session.day < today)


@dataclass(frozen=True)
class Stage:
    """What all scenes share: the language, the topics, the day, and the chance of the seed."""

    language: str
    topics: tuple[Topic, ...]
    today: dt.date
    chance: Random

    def new_id(self) -> UUID:
        """Return an id that follows from the seed."""
        return UUID(int=self.chance.getrandbits(128), version=4)


def bare_scene(stage: Stage, frame: Frame, first_number: int, *, comers_and_goers: bool) -> Scene:
    """Return a group with its plan, topics, agendas and women; nothing is recorded yet.

    With ``comers_and_goers`` one woman joins at the third session, one leaves after the fourth.
    """
    group = Group(
        stage.new_id(),
        frame.name,
        frame.course,
        STARTS,
        MINUTES,
        in_language(sentences.PLACE, stage.language),
        tuple(stage.chance.sample(names.FACILITATORS, 2)),
    )
    sessions = _sessions(stage, group)
    agendas = {
        session.id: _agenda(stage, topic)
        for session in sessions
        for topic in stage.topics
        if topic.slug == session.topic
    }
    women = _women(stage, frame, first_number)
    members = tuple(Membership(stage.new_id(), group.id, w, sessions[0].day) for w in women)
    if comers_and_goers:
        members = _with_a_comer_and_a_goer(members, sessions)
    return Scene(group, sessions, agendas, members)


def _sessions(stage: Stage, group: Group) -> tuple[Session, ...]:
    planned = sessions_of(group, preview(group.course))
    last_prepared = next(
        (session.number for session in planned if session.day >= stage.today), len(planned)
    )
    return tuple(
        replace(
            session,
            id=stage.new_id(),
            topic=_topic_of(stage, session) if session.number <= last_prepared else "",
        )
        for session in planned
    )


def _topic_of(stage: Stage, session: Session) -> str:
    if not stage.topics:
        return ""
    return stage.topics[(session.number - 1) % len(stage.topics)].slug


def _agenda(stage: Stage, topic: Topic) -> Agenda:
    return Agenda(
        tuple(
            AgendaItem(stage.new_id(), item.kind, item.title, item.minutes, item.note)
            for item in topic.agenda
        )
    )


def _women(stage: Stage, frame: Frame, first_number: int) -> list[Participant]:
    year = frame.course.start.year % 100
    aliases = stage.chance.sample(names.WOMEN, frame.women)
    return [
        Participant(stage.new_id(), alias, f"{year:02d}-{number:02d}")
        for number, alias in enumerate(aliases, first_number)
    ]


def _with_a_comer_and_a_goer(
    members: tuple[Membership, ...], sessions: tuple[Session, ...]
) -> tuple[Membership, ...]:
    *others, comer, goer = members
    return (
        *others,
        replace(comer, joined=sessions[2].day),
        replace(goer, left=sessions[3].day),
    )

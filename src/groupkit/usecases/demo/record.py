"""What is recorded of an invented group: marks and notes of the sessions that are over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, TypeVar
from uuid import UUID

from groupkit.domain.attendance import Mark, Status
from groupkit.domain.participant import Membership
from groupkit.domain.session import Session
from groupkit.usecases.demo import sentences
from groupkit.usecases.demo.scene import Scene, Stage
from groupkit.usecases.demo.sentences import in_language, note
from groupkit.usecases.demo.sizes import Share

_OFTEN: Final = {
    Status.PRESENT: 74,
    Status.LATE: 7,
    Status.LEFT_EARLY: 4,
    Status.ABSENT_NOTICE: 11,
    Status.ABSENT_NO_NOTICE: 3,
    Status.NOT_INVITED: 1,
}
_LEFT_OPEN = 2
"""Women not yet marked at the small group's latest session."""

T = TypeVar("T")
Cell = tuple[Session, Membership]
NotePlace = tuple[UUID, UUID | None]
"""A session, and the participant whose note it is; None for the group's."""


@dataclass(frozen=True)
class Measure:
    """How many marks and notes a group gets (None: as many as usual), and the notes' length."""

    marks: Share | None = None
    notes: Share | None = None
    shortest: int = 60
    longest: int = 260


def recorded_by_hand(stage: Stage, scene: Scene) -> Scene:
    """Return the small group's record: all but the latest session finished.

    At the latest one a woman stayed away without a word, and two are not marked yet.
    """
    *finished, latest = scene.held(stage.today)
    cells = [(session, member) for session in finished for member in scene.members_at(session)]
    marks = [_mark(stage, cell, _without_silence()) for cell in cells]
    silent, *others = scene.members_at(latest)
    marks.append(Mark(latest.id, silent.participant.id, Status.ABSENT_NO_NOTICE))
    marks += [_mark(stage, (latest, m), _came()) for m in others[:-_LEFT_OPEN]]
    places = [*_group_places(finished), *_every_other(_own_places(marks))]
    return _with_record(stage, scene, finished, marks, places, Measure())


def recorded_by_chance(stage: Stage, scene: Scene, measure: Measure) -> Scene:
    """Return the group with the record that chance and ``measure`` give it.

    A group that is still running has its latest session unfinished.
    """
    held = scene.held(stage.today)
    over = len(held) == len(scene.sessions)
    cells = [(session, member) for session in held for member in scene.members_at(session)]
    marks = [_mark(stage, cell, _OFTEN) for cell in _some(stage, cells, measure.marks)]
    own = _own_places(marks)
    places = [*_group_places(held), *(own if measure.notes else _every_other(own))]
    chosen = _some(stage, places, measure.notes)
    return _with_record(stage, scene, held if over else held[:-1], marks, chosen, measure)


def _some(stage: Stage, things: Sequence[T], share: Share | None) -> Sequence[T]:
    if share is None:
        return things
    chosen = stage.chance.sample(range(len(things)), share.take(len(things)))
    return [things[at] for at in sorted(chosen)]


def _with_record(
    stage: Stage,
    scene: Scene,
    finished: Iterable[Session],
    marks: Iterable[Mark],
    places: Iterable[NotePlace],
    measure: Measure,
) -> Scene:
    done = {session.id for session in finished}
    group_notes: dict[UUID, str] = {}
    own_notes: dict[UUID, dict[UUID, str]] = {}
    for session_id, woman in places:
        if woman is None:
            group_notes[session_id] = _note(stage, sentences.OF_THE_GROUP, measure)
        else:
            text = _note(stage, sentences.OF_A_WOMAN, measure)
            own_notes.setdefault(session_id, {})[woman] = text
    return replace(
        scene,
        sessions=tuple(replace(s, recorded=s.id in done) for s in scene.sessions),
        marks=tuple(marks),
        group_notes=group_notes,
        own_notes=own_notes,
    )


def _note(stage: Stage, pieces: tuple[sentences.Pair, ...], measure: Measure) -> str:
    return note(
        pieces, stage.language, stage.chance, at_least=measure.shortest, at_most=measure.longest
    )


def _mark(stage: Stage, cell: Cell, often: dict[Status, int]) -> Mark:
    session, member = cell
    [status] = stage.chance.choices(list(often), list(often.values()))
    reason = in_language(stage.chance.choice(sentences.REASONS), stage.language)
    return Mark(session.id, member.participant.id, status, reason)


def _without_silence() -> dict[Status, int]:
    return {s: often for s, often in _OFTEN.items() if s is not Status.ABSENT_NO_NOTICE}


def _came() -> dict[Status, int]:
    return {status: often for status, often in _OFTEN.items() if status.came}


def _group_places(sessions: Iterable[Session]) -> list[NotePlace]:
    return [(session.id, None) for session in sessions]


def _own_places(marks: Iterable[Mark]) -> list[NotePlace]:
    return [(mark.session_id, mark.participant_id) for mark in marks if mark.status.came]


def _every_other(places: list[NotePlace]) -> list[NotePlace]:
    return places[::2]

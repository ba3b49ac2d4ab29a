"""Filling a new store with plainly invented people, for trying the program and for tests.

The same seed, day and language give the same groups, people and notes.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from random import Random

from groupkit.domain.change_log import Deed, Subject
from groupkit.usecases.demo import sentences
from groupkit.usecases.demo.care import put_care
from groupkit.usecases.demo.courses import Frame, frames, how_many
from groupkit.usecases.demo.nominations import put_nominations
from groupkit.usecases.demo.record import Measure, recorded_by_chance, recorded_by_hand
from groupkit.usecases.demo.scene import Scene, Stage, bare_scene
from groupkit.usecases.demo.sentences import in_language
from groupkit.usecases.demo.sizes import Share, Size
from groupkit.usecases.ports import Library, OpenStore, UnitOfWork

__all__ = ["Demonstration", "Made", "Scene", "Size", "fill", "house_name", "scenes"]

NATIONAL_MARKS = 60_000
NATIONAL_NOTES = 10_000
_GROUPS_AT_A_TIME = 20
_OF_NOMINATIONS = 1_000_003
_OF_CARE = 1_000_033

Progress = Callable[[int, int], None]
"""Told how many groups of how many are in the store."""


@dataclass(frozen=True)
class Demonstration:
    """What is asked for: the size, the seed, the language ('da' or 'en') and the day."""

    size: Size
    seed: int
    language: str
    today: dt.date


@dataclass(frozen=True)
class Made:
    """How much was put into the store, and the name of the latest group."""

    groups: int
    participants: int
    sessions: int
    marks: int
    notes: int
    latest_group: str


def house_name(language: str) -> str:
    """Return the name of the house that the invented people belong to."""
    return in_language(sentences.HOUSE, language)


def owner_name(language: str) -> str:
    """Return the name of who made the demo store."""
    return in_language(sentences.OWNER, language)


def fill(store: OpenStore, library: Library, asked: Demonstration, progress: Progress) -> Made:
    """Put the groups of ``asked`` into an empty store, some at a time, each batch one commit."""
    total = how_many(asked.size)
    counts: Counter[str] = Counter()
    latest = ""
    progress(0, total)
    coming = scenes(library, asked)
    while batch := list(islice(coming, _GROUPS_AT_A_TIME)):
        latest = latest or batch[0].group.name
        with store.work() as work:
            for scene in batch:
                _put(work, scene)
                counts.update(_counted(scene))
            if asked.size is Size.SMALL:
                put_nominations(work, _stage(library, asked, _OF_NOMINATIONS), batch[0])
                put_care(work, _stage(library, asked, _OF_CARE), batch[0])
            work.commit()
        progress(counts["groups"], total)
    return Made(latest_group=latest, **counts)


def scenes(library: Library, asked: Demonstration) -> Iterator[Scene]:
    """Yield the groups of ``asked``, the latest first, without a store."""
    stage = _stage(library, asked)
    chance = stage.chance
    planned = list(frames(asked.size, asked.language, asked.today, chance))
    measure = _measure(asked.size, len(planned))
    for frame, first_number in zip(planned, _first_numbers(planned), strict=True):
        if asked.size is Size.SMALL:
            scene = bare_scene(stage, frame, first_number, comers_and_goers=True)
            yield recorded_by_hand(stage, scene)
        else:
            some = chance.random() < 1 / 3
            scene = bare_scene(stage, frame, first_number, comers_and_goers=some)
            yield recorded_by_chance(stage, scene, measure)


def _stage(library: Library, asked: Demonstration, part: int = 0) -> Stage:
    """Return a stage whose chance starts anew; each part of the store has one of its own."""
    # Chance has to be the same each time here; nothing secret hangs on it.
    chance = Random(asked.seed + part)  # noqa: S311
    return Stage(asked.language, library.topics(asked.language), asked.today, chance)


def _measure(size: Size, groups: int) -> Measure:
    if size is not Size.NATIONAL:
        return Measure()
    marks, notes = Share(NATIONAL_MARKS, groups), Share(NATIONAL_NOTES, groups)
    return Measure(marks, notes, shortest=900, longest=1100)


def _first_numbers(planned: list[Frame]) -> list[int]:
    """Return the running number of each group's first woman in her year."""
    used: Counter[int] = Counter()
    first = []
    for frame in reversed(planned):
        year = frame.course.start.year
        first.append(used[year] + 1)
        used[year] += frame.women
    return first[::-1]


def _counted(scene: Scene) -> dict[str, int]:
    return {
        "groups": 1,
        "participants": len({m.participant.id for m in scene.memberships}),
        "sessions": len(scene.sessions),
        "marks": len(scene.marks),
        "notes": scene.notes,
    }


def _put(work: UnitOfWork, scene: Scene) -> None:
    work.groups.add(scene.group)
    work.log.note(Deed.ADDED, Subject.GROUP, scene.group.id)
    work.sessions.add_all(scene.sessions)
    for session_id, agenda in scene.agendas.items():
        work.agendas.put(session_id, agenda)
    work.members.add_all(scene.memberships)
    work.attendance.put_all(scene.marks)
    for session_id, note in scene.group_notes.items():
        work.notes.put_of_group(session_id, note)
    for session_id, notes in scene.own_notes.items():
        work.notes.put_of_women(session_id, notes)

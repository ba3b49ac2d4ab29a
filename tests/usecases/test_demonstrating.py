"""The laws of invented stores: their sizes, their place around today, and that chance repeats."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from groupkit.domain.attendance import Status
from groupkit.domain.composition import Concern
from groupkit.domain.nomination import Stage
from groupkit.language import Language
from groupkit.usecases.demo import names, sentences
from groupkit.usecases.demo.sizes import Share
from groupkit.usecases.demonstrating import Demonstration, Scene, Size, fill, house_name, scenes
from groupkit.usecases.nominating import board, composition
from groupkit.usecases.reporting import attendance_paper
from groupkit.usecases.today import Nominated, today
from groupkit.usecases.unlock import FirstStart, first_start
from groupkit.wiring import program

TODAY = dt.date(2026, 11, 23)
PASSPHRASE = "grøn tallerken under syv regnbuer"
DAYS = st.dates(dt.date(2024, 1, 1), dt.date(2040, 12, 31))
LIBRARY = program().library


def asked(size: Size, seed: int = 1, language: str = "da", day: dt.date = TODAY) -> Demonstration:
    return Demonstration(size, seed, language, day)


def made(size: Size, seed: int = 1, language: str = "da", day: dt.date = TODAY) -> list[Scene]:
    return list(scenes(LIBRARY, asked(size, seed, language, day)))


@given(DAYS, st.integers())
def test_the_small_group_stands_in_its_middle_on_any_day(day: dt.date, seed: int) -> None:
    [scene] = made(Size.SMALL, seed, day=day)
    held = scene.held(day)
    coming = [session for session in scene.sessions if session.day >= day]
    assert len({member.participant.id for member in scene.memberships}) == 8
    assert len(held) >= 4
    assert [session.recorded for session in held] == [True] * (len(held) - 1) + [False]
    assert (day - held[-1].day).days <= 35
    assert (coming[0].day - day).days <= 28
    assert coming[0].topic
    assert scene.agendas[coming[0].id].items
    assert not [session for session in coming[1:] if session.topic]


@given(DAYS, st.integers())
def test_the_small_group_has_a_comer_a_goer_and_one_silence(day: dt.date, seed: int) -> None:
    [scene] = made(Size.SMALL, seed, day=day)
    first, latest = scene.sessions[0].day, scene.held(day)[-1]
    assert sum(member.joined > first for member in scene.memberships) == 1
    assert sum(member.left is not None for member in scene.memberships) == 1
    silent = [mark for mark in scene.marks if mark.status is Status.ABSENT_NO_NOTICE]
    assert [mark.session_id for mark in silent] == [latest.id]
    marked = {mark.participant_id for mark in scene.marks if mark.session_id == latest.id}
    assert len(scene.members_at(latest)) - len(marked) == 2


@pytest.mark.parametrize("size", [Size.SMALL, Size.SHELTER])
def test_marks_and_notes_belong_to_members_of_past_sessions(size: Size) -> None:
    for scene in made(size):
        held = {session.id: session for session in scene.held(TODAY)}
        members = {
            session.id: {m.participant.id for m in scene.members_at(session)}
            for session in scene.sessions
        }
        pairs = [(mark.session_id, mark.participant_id) for mark in scene.marks]
        assert len(set(pairs)) == len(pairs)
        noted = [(at, woman) for at, notes in scene.own_notes.items() for woman in notes]
        assert set(noted) <= set(pairs)
        assert all(at in held and woman in members[at] for at, woman in pairs)
        assert all(at in held for at in scene.group_notes)
        came = {(m.session_id, m.participant_id) for m in scene.marks if m.status.came}
        assert set(noted) <= came


def test_the_national_sums_are_exact() -> None:
    country = made(Size.NATIONAL)
    participants = [m.participant for scene in country for m in scene.memberships]
    assert len(country) == len({scene.group.name for scene in country}) == 600
    assert len(participants) == len({person.number for person in participants}) == 6000
    assert sum(len(scene.marks) for scene in country) == 60_000
    assert sum(scene.notes for scene in country) == 10_000
    lengths = [
        len(note)
        for scene in country
        for notes in (scene.group_notes, *scene.own_notes.values())
        for note in notes.values()
    ]
    assert min(lengths) >= 900
    assert max(lengths) <= 1200


@settings(max_examples=25)
@given(DAYS, st.integers())
def test_a_shelter_has_ten_years_of_twelve_women(day: dt.date, seed: int) -> None:
    house = made(Size.SHELTER, seed, day=day)
    assert len({scene.group.name for scene in house}) == 20
    assert len({m.participant.number for scene in house for m in scene.memberships}) == 120
    years = (house[0].group.course.start - house[-1].group.course.start).days / 365.25
    assert 9.4 <= years <= 10
    assert house[0].sessions[-1].day > day > house[0].sessions[0].day


@pytest.mark.parametrize("size", Size)
def test_the_same_seed_repeats_and_another_does_not(size: Size) -> None:
    def latest(seed: int) -> list[Scene]:
        return list(islice(scenes(LIBRARY, asked(size, seed)), 3))

    assert latest(7) == latest(7)
    assert latest(7) != latest(8)


def test_the_names_are_of_flowers_and_birds_alone() -> None:
    for scene in made(Size.SHELTER):
        aliases = [member.participant.alias for member in scene.memberships]
        assert set(aliases) <= set(names.WOMEN)
        assert len(set(aliases)) == len(aliases)
        assert set(scene.group.facilitators) <= set(names.FACILITATORS)
    assert len(set(names.WOMEN)) == len(names.WOMEN)


def test_notes_of_the_group_name_nobody_and_english_ones_are_english() -> None:
    pieces = [*sentences.OF_THE_GROUP, *sentences.OF_A_WOMAN]
    assert len({danish for danish, _ in pieces}) == len(pieces) == 40
    assert not [pair for pair in sentences.OF_THE_GROUP if "hun" in pair[0].casefold().split()]
    [scene] = made(Size.SMALL, language="en")
    [danish] = made(Size.SMALL)
    assert scene.group.name == "Wednesday group"
    assert "the" in " ".join(scene.group_notes.values())
    assert scene.group_notes.values() != danish.group_notes.values()


@given(st.integers(0, 500), st.lists(st.integers(0, 40), min_size=1, max_size=40))
def test_a_share_never_gives_more_than_there_is_room_for(total: int, rooms: list[int]) -> None:
    share = Share(total, len(rooms))
    given_out = [share.take(room) for room in rooms]
    assert all(0 <= part <= room for part, room in zip(given_out, rooms, strict=True))
    assert sum(given_out) <= total
    if all(room >= total for room in rooms):
        assert sum(given_out) == total


def test_a_share_makes_up_later_for_what_one_could_not_take() -> None:
    share = Share(30, 3)
    assert [share.take(4), share.take(20), share.take(20)] == [4, 16, 10]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return an open store filled with the small group, and what was said of it."""
    folder = tmp_path_factory.mktemp("filled") / "store"
    wanted = FirstStart("da", house_name("da"), "Anna Opdigtet", PASSPHRASE, PASSPHRASE)
    store = first_start(program().vault, folder, wanted).store
    told: list[tuple[int, int]] = []
    counts = fill(store, LIBRARY, asked(Size.SMALL), lambda done, total: told.append((done, total)))
    yield store, counts, told
    store.close()


def test_the_store_holds_what_the_counts_say(filled: Any) -> None:
    store, counts, told = filled
    [scene] = made(Size.SMALL)
    assert (counts.groups, counts.participants, counts.marks) == (1, 8, len(scene.marks))
    assert (counts.sessions, counts.notes) == (len(scene.sessions), scene.notes)
    assert counts.latest_group == scene.group.name
    assert told == [(0, 1), (1, 1)]
    with store.work() as work:
        assert work.groups.all() == (scene.group,)
        assert work.sessions.of_group(scene.group.id) == scene.sessions
        assert set(work.attendance.of_sessions(s.id for s in scene.sessions)) == set(scene.marks)
        assert {m.id for m in work.members.of_group(scene.group.id)} == {
            m.id for m in scene.memberships
        }
        for session in scene.sessions:
            assert work.notes.of_group(session.id) == scene.group_notes.get(session.id, "")
            assert work.notes.of_women(session.id) == scene.own_notes.get(session.id, {})
    assert store.findings() == 0


def test_today_has_something_to_show(filled: Any) -> None:
    shown = today(filled[0], TODAY)
    assert len(shown.coming) == 1
    assert shown.coming[0].missing == ()
    assert [(loose.marked, loose.members) for loose in shown.unfinished] == [(5, 7)]
    assert len(shown.unheard) == 1
    assert shown.nominated == Nominated(open=5, longest=76)


def test_nominations_are_at_every_stage(filled: Any) -> None:
    shown = board(filled[0], TODAY)
    stages = Counter(each.nomination.stage for each in shown.entries)
    assert stages == {
        Stage.NOMINATED: 1, Stage.TALKED: 2, Stage.WAITING: 2, Stage.SEATED: 3, Stage.CLOSED: 3,
    }  # fmt: skip
    assert {each.participant.alias for each in shown.entries} <= set(names.WOMEN)
    first = shown.at(Stage.WAITING)[0].participant.id
    concerns = composition(filled[0], first, shown.groups[0].group.id, TODAY)
    assert Concern.CONFLICT in concerns


def test_the_summary_counts_what_was_marked(filled: Any) -> None:
    [scene] = made(Size.SMALL)
    paper = attendance_paper(
        filled[0], scene.group.id, LIBRARY, Language("da"), today=TODAY, by_alias=True
    )
    assert sum(paper.total.of(status) for status in Status) == len(scene.marks)
    assert paper.total.unrecorded == 2


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError])
def test_a_fill_that_is_stopped_passes_the_reason_on(
    filled: Any, fault: type[BaseException]
) -> None:
    def stop(_done: int, _total: int) -> None:
        raise fault

    with pytest.raises(fault):
        fill(filled[0], LIBRARY, asked(Size.SHELTER), stop)
    with filled[0].work() as work:
        assert len(work.groups.all()) == 1


def test_a_shelter_fits_into_a_store(tmp_path: Path) -> None:
    wanted = FirstStart("da", house_name("da"), "Anna Opdigtet", PASSPHRASE, PASSPHRASE)
    store = first_start(program().vault, tmp_path / "store", wanted).store
    counts = fill(store, LIBRARY, asked(Size.SHELTER), lambda _done, _total: None)
    assert (counts.groups, counts.participants) == (20, 120)
    with store.work() as work:
        assert len(work.members.numbers()) == 120
    assert store.findings() == 0
    store.close()

"""A pedagogue and a coordinator with everything they have: what is not theirs stays shut.

They hold the store's own key, so they read every page of the database, the free ones included,
and of the backups; what is sealed in there opens with none of their keys.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from decrypted_pages import databases, decrypted, opened_by
from drill_stores import (
    OWNERS_OWN,
    TODAY,
    Furnished,
    Keyhole,
    Sized,
    furnish_with,
    long_text,
    made,
    put_down,
)

from groupkit.documents.library import ShippedLibrary
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.refusal import NotForYourRole, Refused
from groupkit.domain.roles import Part, Rights, Role
from groupkit.language import Language
from groupkit.store.connection import connect
from groupkit.usecases.drafting import find_draft
from groupkit.usecases.joining import circle
from groupkit.usecases.recording import record
from groupkit.usecases.searching import Found, search
from groupkit.wiring.open_store import OpenedStore

STEM = "grævlingeurt"
"""Stands in each text that is planted, and nowhere else."""
NAMES, REASONS, NOTES, DRAFTS = 100, 100, 288, 12
TYPED = {
    Role.PEDAGOGUE: "pedagogens egen sætning",
    Role.COORDINATOR: "koordinatorens egen sætning",
}


@dataclass(frozen=True)
class Planted:
    """What was planted, by whose it is."""

    furnished: Furnished
    people: tuple[str, ...]
    notes: tuple[str, ...]
    drafts: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Every planted text."""
        return (*self.people, *self.notes, *self.drafts)

    def not_for(self, role: Role) -> frozenset[str]:
        """Return what the holder of the role may not read."""
        mine = self.people if role is Role.COORDINATOR else ()
        return frozenset(self.all) - frozenset(mine)


def test_nobody_reads_what_is_not_hers(
    tmp_path: Path,
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    stores, looked_in, tried = sized(100, 6), 0, 0
    for number in range(stores):
        folder = tmp_path / f"arkiv-{number}"
        planted = plant(folder, keyhole, chance, downgraded=number % 3 == 2)
        assert len(planted.all) == 500
        assert hits(folder, planted) == []
        with keyhole.ring(folder) as ring:  # who may read all of it does so by the same attempts
            assert opened_by(folder / "store.db", ring)[0] == set(planted.all)
        for role, typed in TYPED.items():
            with keyhole.ring(folder, typed) as ring:
                for database, theirs in databases(folder, ring, tmp_path / "body.db"):
                    dump = decrypted(database.read_bytes(), theirs)
                    assert STEM.encode() not in dump
                    assert present(dump, planted) == []
                    opened, attempts = opened_by(database, theirs)
                    assert opened.isdisjoint(planted.not_for(role))
                    assert opened == (set(planted.people) if role is Role.COORDINATOR else set())
                    looked_in, tried = looked_in + 1, tried + attempts
            assert shown(folder, keyhole, role, planted).isdisjoint(planted.not_for(role))
    figures(
        f"roles: {stores} stores with 500 names and notes each, two roles: none in {looked_in}"
        f" decrypted databases and backups, none that isn't theirs opened by {tried} attempts"
    )


def test_the_scan_finds_what_stands_in_the_clear(
    tmp_path: Path, keyhole: Keyhole, chance: random.Random
) -> None:
    folder = tmp_path / "arkiv"
    planted = plant(folder, keyhole, chance, downgraded=False)
    with keyhole.ring(folder) as ring:
        raw = connect(folder / "store.db", ring)
        raw.execute('UPDATE "group" SET place = ?', (planted.notes[3][:60],))
        raw.execute("PRAGMA secure_delete = OFF")
        raw.execute("CREATE TABLE gone (text TEXT)")
        raw.execute("INSERT INTO gone VALUES (?)", (planted.people[5],))
        raw.execute("DROP TABLE gone")
        raw.close()
        database = decrypted((folder / "store.db").read_bytes(), ring)
    assert STEM.encode() in database
    assert present(database, planted) == [planted.people[5]]
    (folder / "left.txt").write_bytes(planted.notes[0].encode("utf-16-be"))
    assert hits(folder, planted) == [("left.txt", planted.notes[0])]


def plant(folder: Path, keyhole: Keyhole, chance: random.Random, *, downgraded: bool) -> Planted:
    """Make a store with 500 texts that nobody else writes, a pedagogue and a coordinator."""
    names = _texts("navn", NAMES, 12, chance)
    reasons, drafts = _texts("grund", REASONS, 40, chance), _texts("kladde", DRAFTS, 90, chance)
    notes = _texts("notat", NOTES, 400, chance)
    store, _ = made(folder)
    furnished = furnish_with(store, names, notes[:1])
    with store.work() as work:
        women = [member.participant.id for member in furnished.members]
        for number, session in enumerate(furnished.sessions):
            work.notes.put_of_group(session.id, notes[number])
        session_id = furnished.sessions[3].id
        absent = Status.ABSENT_NOTICE
        work.attendance.put_all(
            Mark(session_id, woman, absent, why) for woman, why in zip(women, reasons, strict=True)
        )
        rest = notes[len(furnished.sessions) :]
        for number, note in enumerate(rest):
            there = furnished.sessions[4 + number // len(women)].id
            work.notes.put_of_women(there, {women[number % len(women)]: note})
        work.notes.put_of_women(furnished.sessions[0].id, {women[0]: ""})
        for number, draft in enumerate(drafts):
            work.drafts.put(f"form {number}", {"text": draft})
        work.commit()
    store.backups.make()
    for role, typed in TYPED.items():
        given = Role.FACILITATOR if downgraded and role is Role.COORDINATOR else role
        person = store.access.add(OWNERS_OWN, role, Rights(frozenset({given})), typed, TODAY)
        if given is not role:
            store.backups.make()
            store.access.change_rights(OWNERS_OWN, person.id, Rights(frozenset({role})))
    store.close()
    return Planted(furnished, (*names, *reasons), notes, drafts)


def _texts(kind: str, many: int, letters: int, chance: random.Random) -> tuple[str, ...]:
    return tuple(
        f"{kind}{number} {STEM} {long_text(chance, letters)}".strip() for number in range(many)
    )


def forms(text: str) -> Iterator[bytes]:
    """Yield the text as it could lie in a database or a file."""
    for coding in ("utf-8", "utf-16-le", "utf-16-be"):
        yield text.encode(coding)


def present(content: bytes, planted: Planted) -> list[str]:
    """Return which planted texts stand in ``content`` as they are."""
    if not any(stem in content for stem in (*forms(STEM), *forms(STEM.upper()))):
        return []
    return [text for text in planted.all if any(form in content for form in forms(text))]


def hits(folder: Path, planted: Planted) -> list[tuple[str, str]]:
    """Return file and text of what lies in the folder's files in the clear."""
    return [
        (path.name, text)
        for path in folder.rglob("*")
        if path.is_file()
        for text in present(path.read_bytes(), planted)
    ]


def shown(folder: Path, keyhole: Keyhole, role: Role, planted: Planted) -> set[str]:
    """Return what the program shows of the planted texts to the role, on pages and in a search."""
    hold = keyhole.hold(folder, TYPED[role])
    store, seen = OpenedStore(hold), ""
    for session in planted.furnished.sessions:
        with suppress(Refused):
            seen += repr(record(store, session.id))
    with suppress(Refused):
        seen += repr(circle(store, planted.furnished.group.id, TODAY))
    for number in range(DRAFTS):
        seen += repr(find_draft(store, f"form {number}"))
    found = search(store, ShippedLibrary(), Language("da"), STEM)
    seen += repr(found)
    kinds = {hit.kind for hit in found.hits}
    assert kinds <= ({Found.PARTICIPANT} if role is Role.COORDINATOR else set())
    _refused(store, role)
    put_down(hold)
    return {text for text in planted.all if repr(text)[1:-1] in seen}


def _refused(store: OpenedStore, role: Role) -> None:
    assert not store.may(Part.NOTES)
    assert store.may(Part.PEOPLE) == (role is Role.COORDINATOR)
    with store.work() as work:
        with pytest.raises(Refused) as caught:
            work.notes.all_of_women()
        assert isinstance(caught.value.refusal, NotForYourRole)

"""Women erased: not one of their planted texts is left, and every count stays as it was."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

from decrypted_pages import databases, decrypted, opened_by
from drill_stores import TODAY, Furnished, Keyhole, Sized, furnish_with, made, put_down

from groupkit.documents.library import ShippedLibrary
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.composition import Bond, Tie
from groupkit.domain.consent import Consent
from groupkit.domain.follow_up import FollowUp, Matter, StepDeed
from groupkit.domain.incident import Incident, IncidentKind
from groupkit.domain.nomination import Answer, Consideration, Decision, Nomination, Verdict
from groupkit.domain.profile import AgeBand, Profile
from groupkit.domain.reporting.choice import About, Audience, Choice, Span, Unit
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.domain.safety import Moment
from groupkit.language import Language
from groupkit.store.connection import connect
from groupkit.usecases.drafting import keep_draft
from groupkit.usecases.erasing import erase, preview
from groupkit.usecases.figures.report import Reporter
from groupkit.usecases.incidents import StepWanted, note_incident
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.safety_answers import Answered, answer
from groupkit.wiring.open_store import OpenedStore

IN_A_GROUP = 8
BLOBS = ("own_note", "consent", "safe_contact", "profile", "incident", "safety_answer", "follow_up")


class Planted:
    """Gives texts that nobody else writes, and remembers them."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.texts: list[str] = []

    def __call__(self, letters: int = 24) -> str:
        text = "".join(self._chance.choice("bdfghjklmnprstvæøå") for _ in range(letters))
        self.texts.append(text)
        return text


def plant(store: OpenStore, groups: int, planted: Planted) -> list[UUID]:
    """Put women into the store with a planted text in every field, and return them."""
    women: list[UUID] = []
    for number in range(groups):
        names = tuple(planted(14) for _ in range(IN_A_GROUP))
        first = number * IN_A_GROUP + 1
        found = furnish_with(store, names, ("En rolig aften.",), f"Gruppe {number}", first)
        women += [member.participant.id for member in found.members]
        _tell(store, found, planted)
    return women


def _tell(store: OpenStore, found: Furnished, planted: Planted) -> None:
    session = found.sessions[0]
    with store.work() as work:
        me = work.users.me()
        for at, member in enumerate(found.members):
            her = member.participant.id
            work.profiles.put(
                her,
                Profile(planted(), "somali", True, True, False, planted(), 2,
                        frozenset({AgeBand.TO_5, AgeBand.TO_12})),
            )  # fmt: skip
            work.safe_contacts.put(
                her,
                SafeContact(Channel.CALL, planted(), planted(), MayLeave.THESE_WORDS, planted(),
                            planted(), TODAY),
            )  # fmt: skip
            work.consents.put(Consent(uuid4(), her, planted(), TODAY))
            work.notes.put_of_women(session.id, {her: planted()})
            work.attendance.put_all([Mark(session.id, her, Status.ABSENT_NOTICE, planted())])
            work.handed_out.put(session.id, her, frozenset({("safety", "handout")}))
            work.follow_ups.put(
                FollowUp(uuid4(), her, Matter.OTHER, me, TODAY, TODAY, planted()),
                work.follow_ups.step(StepDeed.OPENED, words=planted()),
            )
            other = found.members[(at + 1) % IN_A_GROUP].participant.id
            work.ties.put(Tie(uuid4(), her, other, Bond.KIN))
            words = Consideration(Answer.FITS, planted())
            work.nominations.add(
                Nomination(uuid4(), her, TODAY, planted(), words, words, words, planted(),
                           planted(), TODAY, planted(), TODAY,
                           Verdict(Decision.SEAT, TODAY, planted(), found.group.id))
            )  # fmt: skip
        work.commit()
    for member in found.members:
        her = member.participant.id
        told = Incident(uuid4(), her, TODAY, TODAY, frozenset({IncidentKind.DIGITAL}), uuid4())
        told = replace(told, what=planted(), wish=planted())
        note_incident(store, told, [StepWanted(Matter.POLICE, me, TODAY, planted())], TODAY)
        given = Answered(her, found.group.id, Moment.START, TODAY, 3, planted())
        answer(store, given, TODAY)
        keep_draft(store, f"woman {her}/profile", {"needs": planted()})


def sealed_blobs(database: Path, ring: object) -> set[bytes]:
    """Return every sealed value of the women's own rows, to be looked for among the pages."""
    found: set[bytes] = set()
    with closing(connect(database, ring)) as raw:  # type: ignore[arg-type]
        for name in BLOBS:
            for row in raw.execute(f'SELECT * FROM "{name}"').fetchall():  # noqa: S608
                found |= {bytes(value) for value in row if isinstance(value, bytes)}
    return found


def figures_now(store: OpenStore) -> list[object]:
    choice = Choice(About.YEAR, Audience.HOUSE, Span(Unit.YEAR, TODAY.year))
    report = Reporter(store, ShippedLibrary(), Language("en"), TODAY).report(choice)
    return [(table.slug, table.rows) for table in report.tables()]


def left_in(folder: Path, keyhole: Keyhole, scratch: Path, planted: Planted) -> set[str]:
    """Return the planted texts that open in the store or in any backup."""
    found: set[str] = set()
    with keyhole.ring(folder) as ring:
        for database, theirs in databases(folder, ring, scratch):
            opened, _ = opened_by(database, theirs)
            whole = "\n".join(opened)
            found |= {text for text in planted.texts if text in whole}
            pages = decrypted(database.read_bytes(), theirs)
            found |= {text for text in planted.texts if text.encode() in pages}
    return found


def test_nothing_of_women_erased_is_left_and_the_counts_stay(
    tmp_path: Path,
    keyhole: Keyhole,
    sized: Sized,
    chance: random.Random,
    figures: Callable[[str], None],
) -> None:
    folder, planted = tmp_path / "arkiv", Planted(chance)
    store, _ = made(folder)
    assert isinstance(store, OpenedStore)
    women = plant(store, sized(13, 2), planted)[: sized(100, 12)]
    gone = Planted(chance)
    store.backups.add()
    store.backups.add()
    outside = tmp_path / "stick"
    outside.mkdir()
    old = store.backups.make_in(outside)
    before = figures_now(store)
    put_down(store._hold)
    assert left_in(folder, keyhole, tmp_path / "scratch-0", planted) == set(planted.texts)
    with keyhole.ring(folder) as ring:
        blobs = sealed_blobs(folder / "store.db", ring)
    store = keyhole.open(folder)
    told = preview(store, women[0])
    assert (told.notes, told.reasons, told.incidents, told.backups) == (1, 1, 1, 2)
    erase(store, women, TODAY)
    rest = _texts_of_others(store, women)
    gone.texts = [text for text in planted.texts if text not in rest]
    assert figures_now(store) == before
    put_down(store._hold)
    assert left_in(folder, keyhole, tmp_path / "scratch-1", gone) == set()
    with keyhole.ring(folder) as ring:
        kept = sealed_blobs(folder / "store.db", ring)
        pages = decrypted((folder / "store.db").read_bytes(), ring)
    assert not [blob for blob in blobs - kept if blob in pages]
    store = keyhole.open(folder)
    store.backups.restore(outside / old.name)
    with store.work() as work:
        assert set(work.erasures.days()) == set(women)
    store.close()
    assert left_in(folder, keyhole, tmp_path / "scratch-2", gone) == set()
    figures(
        f"erasing: {len(women)} women, none of {len(gone.texts)} planted texts in the store or its"
        " backups, nor after an older backup was restored; every count of the year unchanged"
    )


def _texts_of_others(store: OpenStore, erased: list[UUID]) -> str:
    """Return all that the store still tells, of those who were not erased."""
    told: list[str] = []
    with store.work() as work:
        for woman in work.members.all_participants():
            if woman.id in erased:
                continue
            told += [woman.alias, str(work.profiles.get(woman.id))]
            told += [str(work.safe_contacts.get(woman.id))]
            for many in (work.consents, work.incidents, work.safety, work.nominations):
                told += [str(each) for each in many.of_participant(woman.id)]
            for each in work.follow_ups.of_participant(woman.id):
                told += [str(each), str(work.follow_ups.history(each.id))]
            told.append(str(work.drafts.find(f"woman {woman.id}/profile")))
        told += [note for _, _, note in work.notes.all_of_women()]
        for group in work.groups.all():
            sessions = [session.id for session in work.sessions.of_group(group.id)]
            told += [mark.reason for mark in work.attendance.of_sessions(sessions)]
    return "\n".join(told)

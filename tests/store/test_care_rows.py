"""What is known of women comes back as it went in, and opens in its place alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlcipher3 import dbapi2
from store_samples import START, Filled, a_member

from groupkit.crypto.keyring import KeyRing
from groupkit.domain.composition import Bond, Tie
from groupkit.domain.consent import Consent
from groupkit.domain.follow_up import FollowUp, Matter, Outcome, StepDeed
from groupkit.domain.incident import (
    Incident,
    IncidentKind,
    Phase,
    Precision,
    Told,
    Way,
    tally_of,
)
from groupkit.domain.nomination import Answer, Consideration, Decision, Nomination, Verdict
from groupkit.domain.participant import ERASED_ALIAS, Leaving, Participant, Pause
from groupkit.domain.practice import Practice
from groupkit.domain.profile import AgeBand, Profile, ProfileField
from groupkit.domain.refusal import NominationChangedSince, Refused
from groupkit.domain.retention import Kept, Periods
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.domain.safety import Change, ChangeTally, Moment, SafetyAnswer, SafetyTally
from groupkit.store.connection import connect
from groupkit.store.members import MemberRows
from groupkit.store.opened import Store
from groupkit.store.sealed import BROKEN

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1))
MAYBE = st.none() | DAYS
LETTERS = st.characters(categories=("L", "M", "N", "P", "S", "Zs"))
LINES = st.text(LETTERS, max_size=20)
NAMES = LINES.map(lambda text: "å" + text)
PROSE = st.text(max_size=200)
IDS = st.builds(uuid4)
LAWS = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
PROFILES = st.builds(
    Profile,
    *(NAMES, LINES, st.booleans(), st.booleans(), st.booleans(), LINES),
    st.none() | st.integers(0, 15),
    st.frozensets(st.sampled_from(AgeBand)),
)
CONTACTS = st.builds(
    SafeContact,
    st.sampled_from(Channel),
    *(LINES, LINES),
    st.sampled_from(MayLeave),
    *(LINES, LINES, MAYBE),
)
CONSIDERATIONS = st.builds(Consideration, st.sampled_from(Answer), PROSE)


@pytest.fixture
def her(filled: Filled) -> UUID:
    return filled.members[0].participant.id


@given(profile=PROFILES, contact=CONTACTS)
@LAWS
def test_needs_and_rules_of_contact(
    store: Store, her: UUID, profile: Profile, contact: SafeContact
) -> None:
    with store.work() as work:
        work.profiles.put(her, profile)
        work.safe_contacts.put(her, contact)
        work.commit()
    with store.work() as work:
        assert work.profiles.get(her) == profile
        assert work.safe_contacts.get(her) == contact


@given(st.data())
@LAWS
def test_nominations(store: Store, filled: Filled, her: UUID, data: st.DataObject) -> None:
    made = data.draw(DAYS)
    verdict = data.draw(
        st.none()
        | st.builds(
            Verdict,
            st.sampled_from(Decision),
            st.dates(made, dt.date(2100, 1, 1)),
            PROSE,
            st.just(filled.group.id),
            NAMES,
        )
    )
    nomination = Nomination(
        uuid4(),
        her,
        made,
        data.draw(NAMES),
        *(data.draw(CONSIDERATIONS) for _ in range(3)),
        data.draw(PROSE),
        data.draw(PROSE),
        data.draw(MAYBE),
        data.draw(PROSE),
        made,
        verdict,
    )
    with store.work() as work:
        for old in work.nominations.all():
            work.nominations.remove(old.id)
        work.nominations.add(nomination)
        work.commit()
    with store.work() as work:
        assert work.nominations.of_participant(her) == (nomination,)


@given(
    st.builds(
        Incident,
        IDS,
        st.just(UUID(int=0)),
        st.just(dt.date(2099, 12, 1)),
        DAYS,
        st.frozensets(st.sampled_from(IncidentKind), min_size=1),
        IDS,
        st.sampled_from(Precision),
        st.frozensets(st.sampled_from(Way)),
        st.sampled_from(Told),
        st.booleans(),
        *(PROSE, PROSE),
        st.none() | IDS,
    )
)
@LAWS
def test_incidents_and_what_is_counted(
    store: Store, filled: Filled, her: UUID, incident: Incident
) -> None:
    incident = replace(incident, participant_id=her)
    tally = tally_of(incident, filled.group.id, Phase.MIDDLE, uuid4())
    with store.work() as work:
        work.incidents.put(incident)
        work.incidents.put_tally(tally)
        work.commit()
    with store.work() as work:
        assert work.incidents.find(incident.id) == incident
        assert tally in work.incidents.tallies()
        work.incidents.remove(incident.id)
        assert work.incidents.find(incident.id) is None
        assert tally in work.incidents.tallies()


def test_safety_answers_and_what_is_counted(store: Store, filled: Filled, her: UUID) -> None:
    group_id, change_id = filled.group.id, uuid4()
    answers = [
        SafetyAnswer(
            *(uuid4(), her, group_id, moment, START + dt.timedelta(at), at + 1),
            *(uuid4(), change_id, "å"),
        )
        for at, moment in enumerate(Moment)
    ]
    tally = SafetyTally(answers[0].tally_id, group_id, Moment.START, 1)
    change = ChangeTally(change_id, group_id, Change.UP)
    with store.work() as work:
        for answer in answers:
            work.safety.put(answer)
        work.safety.put_tally(replace(tally, value=7))
        work.safety.put_tally(tally)
        work.safety.put_change(replace(change, change=Change.DOWN))
        work.safety.put_change(change)
        work.commit()
    with store.work() as work:
        assert work.safety.of_participant(her) == work.safety.all() == tuple(answers)
        assert work.safety.of_participant(filled.members[1].participant.id) == ()
        assert (work.safety.tallies(), work.safety.changes()) == ((tally,), (change,))
        work.safety.remove_tally(tally.id)
        work.safety.remove_change(change_id)
        assert (work.safety.tallies(), work.safety.changes()) == ((), ())


def test_follow_ups_and_their_history(store: Store, filled: Filled, her: UUID) -> None:
    with store.work() as work:
        me = work.users.me()
        open_one = FollowUp(uuid4(), her, Matter.POLICE, me, START, START, "Ring om det")
        nobody = FollowUp(
            uuid4(), None, Matter.OTHER, me, START, START, "Kaffe", filled.sessions[0].id,
            outcome=Outcome.DONE, closed=START,
        )  # fmt: skip
        for each in (open_one, nobody):
            work.follow_ups.put(each, work.follow_ups.step(StepDeed.OPENED))
        later = replace(open_one, due=START + dt.timedelta(3))
        step = work.follow_ups.step(StepDeed.SNOOZED, due=later.due, to=me, words="Hun er rejst")
        work.follow_ups.put(later, step)
        work.commit()
    with store.work() as work:
        assert work.follow_ups.open() == (later,)
        assert work.follow_ups.of_participant(her) == (later,)
        assert work.follow_ups.of_session(filled.sessions[0].id) == (nobody,)
        history = work.follow_ups.history(later.id)
        assert [each.deed for each in history] == [StepDeed.OPENED, StepDeed.SNOOZED]
        assert history[1].words == "Hun er rejst"
        work.follow_ups.remove(later.id)
        assert work.follow_ups.history(later.id) == ()


def test_ties_consents_and_sheets(store: Store, filled: Filled, her: UUID) -> None:
    other = filled.members[1].participant.id
    tie = Tie(uuid4(), other, her, Bond.CONFLICT)
    consent = Consent(uuid4(), her, "At vi ringer", START, START)
    session = filled.sessions[0].id
    with store.work() as work:
        work.ties.put(tie)
        work.consents.put(consent)
        work.handed_out.put(session, her, [("safety", "handout"), ("safety", "worksheet")])
        work.commit()
    with store.work() as work:
        assert work.ties.all() == work.ties.of_participant(her) == (tie,)
        assert work.consents.of_participant(her) == (consent,)
        sheets = frozenset({("safety", "handout"), ("safety", "worksheet")})
        assert work.handed_out.of_session(session) == {her: sheets}
        assert work.handed_out.of_participant(her) == {session: sheets}


def test_practice_and_periods(store: Store) -> None:
    practice = Practice(6, 30, "Ring 112.", True, ("Kor",), frozenset({ProfileField.CHILDREN}))
    periods = Periods({Kept.NOTES: 2, Kept.PERSON: 60})
    with store.work() as work:
        assert work.practices.get() == Practice()
        assert work.practices.periods() == Periods()
        work.practices.put(practice)
        work.practices.put_periods(periods)
        work.commit()
    with store.work() as work:
        assert work.practices.get() == practice
        assert work.practices.periods() == periods


def test_pauses_and_reasons_for_leaving(store: Store, filled: Filled) -> None:
    day = dt.timedelta(days=1)
    pauses = (Pause(START, START + day), Pause(START + 5 * day))
    paused = replace(filled.members[0], pauses=pauses)
    gone = replace(filled.members[1], left=START + 20 * day, why_left=Leaving.MOVED)
    with store.work() as work:
        for each in (paused, gone):
            work.members.change(each)
        work.commit()
    with store.work() as work:
        assert work.members.of_group(filled.group.id) == (paused, gone)
        assert work.members.of_participant(gone.participant.id) == (gone,)


def test_a_woman_without_a_group_is_kept_and_can_be_erased(store: Store, filled: Filled) -> None:
    nominated = a_member(filled.group, "Viol", "27-09").participant
    with store.work() as work:
        work.members.put_participant(nominated)
        work.members.put_participant(replace(nominated, alias="–", number="E", erased=START))
        found = work.members.participant(nominated.id)
        assert found is not None
        assert found.erased == START
        work.members.remove_participant(nominated.id)
        assert work.members.participant(nominated.id) is None


def test_two_who_decide_at_once_do_not_overwrite_each_other(store: Store, her: UUID) -> None:
    nomination = Nomination(uuid4(), her, START)
    with store.work() as work:
        work.nominations.add(nomination)
        work.nominations.change(nomination.decided(Verdict(Decision.WAITING, START)))
        with pytest.raises(Refused) as caught:
            work.nominations.change(nomination.decided(Verdict(Decision.NOT_NOW, START)))
        assert caught.value.refusal == NominationChangedSince()


@pytest.fixture
def raw(store: Store, filled: Filled, path: Path, keys: KeyRing) -> Iterator[Any]:
    her, other = (member.participant.id for member in filled.members)
    with store.work() as work:
        work.profiles.put(her, Profile("Kontakt Solsort"))
        work.safe_contacts.put(her, SafeContact(Channel.CALL, "12 34 56 78"))
        work.consents.put(Consent(uuid4(), her, "At vi ringer", START))
        work.nominations.add(Nomination(uuid4(), her, START, "Kontakt Solsort"))
        work.ties.put(Tie(uuid4(), her, other, Bond.KIN))
        kinds = frozenset({IncidentKind.DIGITAL})
        work.incidents.put(Incident(uuid4(), her, START, START, kinds, uuid4()))
        answer = SafetyAnswer(
            uuid4(), her, filled.group.id, Moment.START, START, 3, uuid4(), uuid4(), "Bange"
        )
        work.safety.put(answer)
        me = work.users.me()
        work.follow_ups.put(FollowUp(uuid4(), her, Matter.ABSENCE, me, START, START, "Ring"))
        work.handed_out.put(filled.sessions[0].id, her, [("safety", "handout")])
        work.commit()
    store.close()
    with closing(connect(path, keys)) as connection:
        yield connection


ID = str(uuid4())


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ("INSERT INTO nomination SELECT 'ID', participant_id, made, NULL, NULL, NULL, NULL, NULL,"
         " 0, words FROM nomination", "UNIQUE"),
        ("UPDATE nomination SET decision = 'not_now'", "CHECK"),
        ("UPDATE nomination SET decision = 'seat', decided = '2027-02-01', said_yes = made",
         "CHECK"),
        ("UPDATE nomination SET decision = 'seat', decided = '2027-02-01',"
         " group_id = (SELECT id FROM \"group\")", "CHECK"),
        ("UPDATE nomination SET decision = 'waiting', decided = '2026-01-01'", "CHECK"),
        ("UPDATE nomination SET revision = -1", "CHECK"),
        ("UPDATE tie SET one_id = other_id", "CHECK"),
        ("UPDATE consent SET withdrawn = '2020-01-01'", "CHECK"),
        ("INSERT INTO profile SELECT 'ID', participant_id, fields FROM profile", "UNIQUE"),
        ("INSERT INTO safe_contact SELECT 'ID', participant_id, fields FROM safe_contact",
         "UNIQUE"),
        ("INSERT INTO safety_tally SELECT 'ID', id, 'start', 0 FROM \"group\"", "CHECK"),
        ("INSERT INTO safety_tally SELECT 'ID', id, 'start', 8 FROM \"group\"", "CHECK"),
        ("INSERT INTO safety_tally SELECT 'ID', id, 'soon', 4 FROM \"group\"", "CHECK"),
        ("INSERT INTO safety_change SELECT 'ID', id, 'better' FROM \"group\"", "CHECK"),
        ("UPDATE follow_up SET due = '2020-01-01'", "CHECK"),
        ("UPDATE follow_up SET outcome = 'done'", "CHECK"),
        ("UPDATE follow_up SET outcome = 'done', closed = '2020-01-01'", "CHECK"),
        ("UPDATE follow_up SET outcome = 'lost', closed = '2027-02-02'", "CHECK"),
        ("UPDATE membership SET why_left = 'moved'", "CHECK"),
        ("UPDATE membership SET left_on = '2027-09-09', why_left = 'bored'", "CHECK"),
        ("INSERT INTO membership SELECT 'ID', group_id, participant_id, '2027-09-09', NULL, NULL"
         " FROM membership", "twice in a group"),
        ("INSERT INTO pause SELECT id, '2020-01-01', NULL FROM membership", "a pause outside"),
        ("INSERT INTO pause SELECT id, '2027-03-02', '2027-03-01' FROM membership", "CHECK"),
        ("INSERT INTO practice VALUES (2, 8, 60, 0, '')", "CHECK"),
        ("INSERT INTO practice VALUES (1, 1, 60, 0, '')", "CHECK"),
        ("INSERT INTO practice VALUES (1, 8, 6, 0, '')", "CHECK"),
        ("INSERT INTO hidden_field VALUES ('alias')", "CHECK"),
        ("INSERT INTO retention VALUES ('notes', 0)", "CHECK"),
        ("INSERT INTO own_offer VALUES (20, 'Kor')", "CHECK"),
        ("UPDATE handed_out SET session_id = 'ID'", "outside a membership"),
        ("UPDATE membership SET joined = '2027-06-01'", "outside a membership"),
    ],
)  # fmt: skip
def test_the_schema_keeps_the_rules(raw: Any, change: str, match: str) -> None:
    with pytest.raises(dbapi2.IntegrityError, match=match):
        raw.execute(change.replace("ID", ID))


def test_a_return_never_reaches_into_the_time_before(raw: Any) -> None:
    raw.execute("UPDATE membership SET left_on = '2027-03-01'")
    raw.execute(
        "INSERT INTO membership SELECT replace(id, substr(id, 1, 8), hex(randomblob(4))), group_id,"
        " participant_id, '2027-04-01', NULL, NULL FROM membership"
    )
    for change in (
        "left_on = NULL WHERE left_on IS NOT NULL",
        "joined = '2027-02-28' WHERE left_on IS NULL",
    ):
        with pytest.raises(dbapi2.IntegrityError, match="twice in a group"):
            raw.execute(f"UPDATE membership SET {change}")  # noqa: S608


@pytest.mark.parametrize("change", ["number = '27-99'", "erased = NULL"])
def test_who_was_erased_is_nobody_again(raw: Any, change: str) -> None:
    raw.execute("UPDATE participant SET erased = '2027-03-01'")
    with pytest.raises(dbapi2.IntegrityError, match="she was erased"):
        raw.execute(f"UPDATE participant SET {change}")  # noqa: S608


@pytest.mark.parametrize("table", ["nomination", "profile", "safe_contact", "consent"])
def test_nothing_is_added_to_who_was_erased(raw: Any, table: str) -> None:
    raw.execute("UPDATE participant SET erased = '2027-03-01'")
    names = [row[1] for row in raw.execute(f"PRAGMA table_info({table})")]
    columns = ", ".join("'ID'" if name == "id" else name for name in names)
    with pytest.raises(dbapi2.IntegrityError, match="she was erased"):
        raw.execute(f"INSERT INTO {table} SELECT {columns} FROM {table}".replace("ID", ID))  # noqa: S608


def test_nothing_sealed_is_added_to_who_was_erased(store: Store, filled: Filled, her: UUID) -> None:
    gone = Participant(her, ERASED_ALIAS, "x1", START)
    kinds = frozenset({IncidentKind.DIGITAL})
    answer = SafetyAnswer(
        *(uuid4(), her, filled.group.id, Moment.START, START, 3), *(uuid4(), uuid4())
    )
    with store.work() as work:
        work.members.put_participant(gone)
        me = work.users.me()
        for keep in (
            lambda: work.incidents.put(Incident(uuid4(), her, START, START, kinds, uuid4())),
            lambda: work.safety.put(answer),
            lambda: work.follow_ups.put(FollowUp(uuid4(), her, Matter.OTHER, me, START, START)),
        ):
            with pytest.raises(LookupError):
                keep()


def test_whose_it_is_stands_nowhere_in_the_clear(raw: Any) -> None:
    """Beside tallies that every role reads, her id or a day would tell whose they are."""
    for table in ("incident", "safety_answer"):
        names = {row[1] for row in raw.execute(f"PRAGMA table_info({table})")}
        assert names == {"id", "fields"}
    [[her]] = raw.execute("SELECT participant_id FROM consent").fetchall()
    for table in ("incident", "safety_answer", "follow_up", "follow_up_step"):
        assert her not in repr(raw.execute(f"SELECT * FROM {table}").fetchall())  # noqa: S608


def test_who_may_not_see_what_is_kept_of_her_removes_nobody_others_had_in_hand(
    store: Store, filled: Filled, keys: KeyRing
) -> None:
    mine = a_member(filled.group, "Viol", "27-09").participant
    theirs = a_member(filled.group, "Iris", "27-10").participant
    with store.work() as work:
        work.members.put_participant(theirs)
        unseeing = MemberRows(work._connection, _WithoutNotes(keys))  # type: ignore[attr-defined]
        unseeing.put_participant(mine)
        for woman in (mine, theirs):
            unseeing.remove_participant(woman.id)
        assert work.members.participant(mine.id) is None
        assert work.members.participant(theirs.id) == theirs
        me = work.users.me()
        held = FollowUp(uuid4(), theirs.id, Matter.OTHER, me, START, START)
        work.follow_ups.put(held)
        work.members.remove_participant(theirs.id)
        assert work.members.participant(theirs.id) == theirs
        work.follow_ups.remove(held.id)
        work.members.remove_participant(theirs.id)
        assert work.members.participant(theirs.id) is None


class _WithoutNotes:
    """The same keys in a coordinator's hand."""

    notes = None

    def __init__(self, keys: KeyRing) -> None:
        self._keys = keys

    def __getattr__(self, name: str) -> Any:
        return getattr(self._keys, name)


def test_a_follow_up_made_for_one_woman_is_never_anothers(
    store: Store, filled: Filled, her: UUID
) -> None:
    other = filled.members[1].participant.id
    with store.work() as work:
        me = work.users.me()
        for woman in (her, other):
            work.follow_ups.put(FollowUp(uuid4(), woman, Matter.POLICE, me, START, START, "Ring"))
        work._connection.exec_driver_sql(  # type: ignore[attr-defined]
            "UPDATE follow_up SET what = (SELECT max(what) FROM follow_up)"
        )
        work.commit()
    with store.work() as work:
        broken = [each for each in work.follow_ups.all() if each.what == BROKEN]
        assert [each.participant_id for each in broken] == [None]
    assert store.findings() > 0


def test_what_is_sealed_opens_for_no_other_woman(store: Store, filled: Filled, her: UUID) -> None:
    other = filled.members[1].participant.id
    with store.work() as work:
        work.profiles.put(her, Profile("Kontakt Solsort"))
        work.safe_contacts.put(her, SafeContact(Channel.CALL, "12 34 56 78"))
        for table in ("profile", "safe_contact"):
            work._connection.exec_driver_sql(  # type: ignore[attr-defined]
                f"UPDATE {table} SET participant_id = ?",  # noqa: S608
                (str(other),),
            )
        work.commit()
    with store.work() as work:
        assert work.profiles.get(other).contact_person == BROKEN
        assert work.safe_contacts.get(other).hours == BROKEN
    assert store.findings() > 0


def test_erasing_takes_what_nobody_can_open_and_leaves_others(
    store: Store, filled: Filled, her: UUID
) -> None:
    other = filled.members[1].participant.id
    kinds = frozenset({IncidentKind.DIGITAL})
    mine, theirs = (
        Incident(uuid4(), woman, START, START, kinds, uuid4(), what="Ord") for woman in (her, other)
    )
    with store.work() as work:
        me = work.users.me()
        nobodys = FollowUp(uuid4(), None, Matter.OTHER, me, START, START, "Kaffe")
        work.follow_ups.put(nobodys)
        for incident in (mine, theirs):
            work.incidents.put(incident)
        work._connection.exec_driver_sql(  # type: ignore[attr-defined]
            "UPDATE incident SET fields = zeroblob(length(fields)) WHERE id = ?", (str(mine.id),)
        )
        work.commit()
    with store.work() as work:
        assert work.incidents.all() == (theirs,)
        work.erasures.erase(her, START)
        work.commit()
        [[left]] = work._connection.exec_driver_sql("SELECT count(*) FROM incident")  # type: ignore[attr-defined]
        assert left == 1
        assert work.incidents.all() == (theirs,)
        assert work.follow_ups.all() == (nobodys,)
    assert store.findings() == 0

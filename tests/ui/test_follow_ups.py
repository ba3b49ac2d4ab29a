"""Follow-ups by keyboard: from an absence on Today to how it ended, and back again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from screen import PASSPHRASE, TODAY, Screen

from groupkit.domain.attendance import Status
from groupkit.domain.follow_up import FollowUp, Matter, Outcome
from groupkit.domain.roles import Rights, Role
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.language import Language
from groupkit.language.care_words import outcome_word, step_word
from groupkit.ui.contact_rule import ContactRule
from groupkit.ui.drafted_sheet import DraftedSheet
from groupkit.ui.pages.participant import ParticipantPage
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.access import NewPassphrase, add_person
from groupkit.usecases.following_up import Waiting, told_of, waiting
from groupkit.usecases.her_page import put_contact
from groupkit.usecases.recording import mark, record

Demo = Callable[[], Screen]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
NUMBER, WHEN, WORDS = "12 34 56 78", "hverdage kl. 10-12", "Hej fra biblioteket"
RULE = SafeContact(Channel.MESSAGE, NUMBER, WHEN, MayLeave.THESE_WORDS, WORDS, "", TODAY)
HERS = "kedel månestof ribs trappe"
DAY = dt.timedelta(days=1)
DANISH = Language("da")
say = DANISH.say
WELL, NEEDS, NOT_REACHED, NO_CONTACT, HANDED_OVER, NOT_NEEDED, PUT_OFF, GIVE = (
    Key(Key.Key_1 + at) for at in range(8)
)


class House:
    """Today with one woman's absence without notice on it; her rule is known."""

    def __init__(self, demo: Demo) -> None:
        self.screen = screen = demo()
        self.session = [s for s in screen.sessions() if s.day < screen.day][-1]
        roster = screen.in_store(lambda store: record(store, self.session.id)).roster
        came = next(line for line in roster if line.status is Status.PRESENT)
        self.her: UUID = came.membership.participant.id
        self.alias = came.membership.participant.alias
        screen.in_store(lambda store: put_contact(store, self.her, RULE))
        screen.in_store(
            lambda store: mark(
                store, self.session.id, self.her, Status.ABSENT_NO_NOTICE, today=screen.day
            )
        )
        self.absence: UUID = self.open_ones()[0].follow_up.id
        screen.go(Place(PageName.GROUPS))
        screen.go(Place(PageName.TODAY))

    def open_ones(self) -> list[Waiting]:
        """Return her open follow-ups."""
        found = self.screen.in_store(lambda store: waiting(store, self.screen.day))
        return [each for each in found if each.follow_up.participant_id == self.her]

    def absent(self) -> FollowUp:
        """Return her follow-up, open or closed."""

        def read(found_in: object) -> FollowUp:
            with found_in.work() as work:  # type: ignore[attr-defined]
                kept = work.follow_ups.find(self.absence)
                assert kept is not None
                return kept

        return self.screen.in_store(read)

    def open(self) -> DraftedSheet:
        """Open hers from the list with Enter."""
        rows = self.screen.window.findChildren(Row)
        row = next(r for r in rows if r.isVisible() and r.accessibleName().startswith(self.alias))
        row.setFocus()
        self.screen.key(Key.Key_Return)
        sheet = self.sheet
        assert sheet is not None
        return sheet

    @property
    def sheet(self) -> DraftedSheet | None:
        found = self.screen.window.findChildren(DraftedSheet)
        return next((each for each in found if each.isVisible()), None)

    def tab_to(self, kind: type, name: str) -> None:
        for _ in range(20):
            focus = self.screen.focus()
            if isinstance(focus, kind) and focus.accessibleName() == name:
                return
            self.screen.key(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}")

    def keep(self) -> None:
        self.screen.key(Key.Key_Return, CONTROL)

    def undo(self) -> None:
        self.screen.press(say("Undo"))


@pytest.fixture
def house(demo: Demo) -> House:
    return House(demo)


def test_an_absence_stands_on_today_with_the_rule_but_not_the_number(house: House) -> None:
    screen = house.screen
    (found,) = house.open_ones()
    assert (found.follow_up.matter, found.follow_up.due) == (Matter.ABSENCE, screen.day + 2 * DAY)
    for said in (house.alias, WHEN, WORDS):
        assert screen.sees(said)
    assert not screen.sees(NUMBER)


def test_the_number_is_shown_only_once_the_rule_is_read(house: House) -> None:
    screen = house.screen
    sheet = house.open()
    assert sheet.findChild(ContactRule) is not None
    assert screen.sees(WHEN)
    assert not screen.sees(NUMBER)
    screen.press(say("I have read the rule: show the number"))
    assert screen.sees(NUMBER)
    screen.key(Key.Key_Escape)
    assert not screen.sees(NUMBER)


def test_it_leads_to_her_page_and_what_is_half_typed_waits(house: House) -> None:
    screen = house.screen
    house.open()
    screen.key(NOT_REACHED)
    house.tab_to(QPlainTextEdit, say("What is to be done now?"))
    screen.type("Prøv onsdag.")
    screen.press(say("Go to {alias}", alias=house.alias))
    assert isinstance(screen.workspace.page, ParticipantPage)
    screen.go(Place(PageName.TODAY))
    found = house.sheet or house.open()
    assert found.fields["words"].value() == "Prøv onsdag."


@pytest.mark.parametrize(
    ("key", "outcome"),
    [
        (WELL, Outcome.REACHED_WELL),
        (NO_CONTACT, Outcome.NO_CONTACT),
        (HANDED_OVER, Outcome.HANDED_OVER),
        (NOT_NEEDED, Outcome.NOT_NEEDED),
    ],
)
def test_it_ends_with_one_figure_and_is_taken_back(
    house: House, key: Qt.Key, outcome: Outcome
) -> None:
    house.open()
    house.screen.key(key)
    house.keep()
    assert house.absent().outcome is outcome
    assert (house.sheet, house.open_ones()) == (None, [])
    house.undo()
    assert house.absent().is_open


def test_who_was_not_reached_stays_open_with_a_next_step(house: House) -> None:
    screen, sheet = house.screen, house.open()
    screen.key(NOT_REACHED)
    house.keep()
    words = sheet.fields["words"]
    assert words.error() == say("Write what is to be done now that she was not reached.")
    screen.type("Prøv igen på torsdag")
    house.keep()
    kept = house.absent()
    assert (kept.is_open, kept.what) == (True, "Prøv igen på torsdag")
    assert screen.sees("Prøv igen på torsdag")
    house.undo()
    assert house.absent().what == ""


def test_what_she_needs_is_a_follow_up_of_its_own_and_goes_with_the_undo(house: House) -> None:
    screen = house.screen
    house.open()
    screen.key(NEEDS)
    house.tab_to(QPlainTextEdit, say("What does she need?"))
    screen.type("En tolk")
    house.keep()
    assert house.absent().outcome is Outcome.REACHED_NEEDS
    assert [each.follow_up.what for each in house.open_ones()] == ["En tolk"]
    house.undo()
    assert [each.follow_up.id for each in house.open_ones()] == [house.absence]


def test_a_day_that_has_passed_is_refused_at_the_field(house: House) -> None:
    screen, sheet = house.screen, house.open()
    screen.key(PUT_OFF)
    due = sheet.fields["due"]
    due.keys.setFocus()
    screen.type("1.1.2027")
    house.keep()
    assert due.error() == say(
        "{day} has passed. Choose today or a later day.", day=DANISH.date_long(dt.date(2027, 1, 1))
    )
    assert due.keys.hasFocus()
    screen.type("15.2.2027")
    house.keep()
    assert house.absent().due == dt.date(2027, 2, 15)
    house.undo()
    assert house.absent().due == screen.day + 2 * DAY


def test_it_is_handed_only_to_who_reads_notes(house: House) -> None:
    screen = house.screen
    typed = NewPassphrase(HERS, HERS)
    for name, role, passphrase in (
        ("Bo Påfund", Role.FACILITATOR, typed),
        ("Carla Opspind", Role.COORDINATOR, NewPassphrase(HERS + " to", HERS + " to")),
    ):
        rights = Rights(frozenset({role}))
        screen.in_store(
            lambda store, n=name, r=rights, p=passphrase: add_person(
                store, PASSPHRASE, n, r, p, screen.day
            )
        )
    house.open()
    screen.key(GIVE)
    owner = screen.find(QComboBox, say("Who takes it on"))
    assert [owner.itemText(at) for at in range(owner.count())] == ["Bo Påfund"]
    house.keep()
    (found,) = house.open_ones()
    assert (found.owner, found.is_mine) == ("Bo Påfund", False)
    assert screen.sees("Bo Påfund")
    house.undo()
    assert house.open_ones()[0].is_mine


def test_its_history_is_told_and_a_closed_one_is_opened_again(house: House) -> None:
    screen = house.screen
    house.open()
    screen.key(PUT_OFF)
    house.keep()
    house.open()
    screen.key(WELL)
    house.keep()
    screen.go(Place(PageName.PARTICIPANT, house.her, tab="follow_ups"))
    screen.key(Key.Key_Return)
    steps = screen.in_store(lambda store: told_of(store, house.absence)).steps
    assert len(steps) == 3
    for step in steps:
        assert screen.sees(step_word(step.deed, DANISH))
    assert screen.sees(outcome_word(Outcome.REACHED_WELL, DANISH))
    screen.press(say("Open it again"))
    assert house.absent().is_open
    house.undo()
    assert house.absent().outcome is Outcome.REACHED_WELL


def test_nothing_is_kept_before_something_is_chosen(house: House) -> None:
    sheet = house.open()
    house.keep()
    assert sheet.fields["choice"].error() == say("Choose what became of it.")
    assert house.absent().is_open


def test_what_is_half_typed_outlives_a_lock(house: House) -> None:
    screen = house.screen
    house.open()
    screen.key(NOT_REACHED)
    house.tab_to(QPlainTextEdit, say("What is to be done now?"))
    screen.type("Ring til")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    sheet = house.sheet
    assert sheet is not None
    assert sheet.fields["choice"].value() == "not_reached"
    house.tab_to(QPlainTextEdit, say("What is to be done now?"))
    screen.key(Key.Key_End)
    screen.type(" hendes kontaktperson")
    house.keep()
    assert house.absent().what == "Ring til hendes kontaktperson"


def test_a_new_one_is_opened_by_keyboard_and_its_day_checked(house: House) -> None:
    screen = house.screen
    screen.key(Key.Key_N, CONTROL)
    sheet = house.sheet
    assert sheet is not None
    house.keep()
    assert sheet.fields["what"].error()
    screen.type("Køb kaffe")
    screen.key(Key.Key_Tab)
    screen.key(Key.Key_Tab)
    screen.type("1.1.2027")
    house.keep()
    assert "2027" in sheet.fields["due"].error()
    screen.type("29.1.2027")
    house.keep()
    assert house.sheet is None
    assert screen.sees("Køb kaffe")
    house.undo()
    assert not screen.sees("Køb kaffe")


def test_a_new_one_half_typed_outlives_a_lock(house: House) -> None:
    screen = house.screen
    screen.key(Key.Key_N, CONTROL)
    screen.key(Key.Key_Tab)
    screen.type("Køb kaffe")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert house.sheet is not None
    assert screen.find(QPlainTextEdit, say("What is to be done")).toPlainText() == "Køb kaffe"


def test_one_of_hers_half_typed_on_her_page_outlives_a_lock(house: House) -> None:
    screen = house.screen
    screen.go(Place(PageName.PARTICIPANT, house.her, tab="follow_ups"))
    screen.press(say("New follow-up"))
    screen.type("Find en tolk")
    screen.window.lock()
    screen.settle()
    screen.unlock()
    house.keep()
    found = {each.follow_up.what for each in house.open_ones()}
    assert "Find en tolk" in found


def test_a_coordinators_absence_is_followed_up_when_a_facilitator_unlocks(house: House) -> None:
    screen = house.screen
    roster = screen.in_store(lambda store: record(store, house.session.id)).roster
    women = [line.membership.participant for line in roster if line.status is Status.PRESENT]
    other = next(each for each in women if each.id != house.her)
    rights, typed = Rights(frozenset({Role.COORDINATOR})), NewPassphrase(HERS, HERS)
    screen.in_store(lambda store: add_person(store, PASSPHRASE, "Carla", rights, typed, screen.day))
    screen.window.lock()
    screen.settle()
    screen.unlock(HERS)
    screen.in_store(
        lambda store: mark(
            store, house.session.id, other.id, Status.ABSENT_NO_NOTICE, today=screen.day
        )
    )
    screen.window.lock()
    screen.settle()
    screen.unlock()
    found = screen.in_store(lambda store: waiting(store, screen.day))
    mine = [each for each in found if each.follow_up.participant_id == other.id]
    assert [each.follow_up.matter for each in mine] == [Matter.ABSENCE]
    assert screen.sees(other.alias)

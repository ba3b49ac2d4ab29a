"""A new incident by keyboard alone: few keys, danger answered at once, nothing lost by locking."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from screen import Screen, words

from groupkit.domain.follow_up import FollowUp, Matter
from groupkit.domain.house import HelpLine, House
from groupkit.domain.incident import Incident, IncidentKind, Precision, Told, Way
from groupkit.domain.practice import Practice
from groupkit.language import Language
from groupkit.language.care_words import matter_word
from groupkit.ui.incident_form import IncidentForm
from groupkit.ui.places import PageName, Place
from groupkit.usecases.following_up import of_participant
from groupkit.usecases.her_page import her_page
from groupkit.usecases.incidents import steps_due
from groupkit.usecases.practice import change_practice
from groupkit.usecases.recording import record

Demo = Callable[[], Screen]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
PROCEDURE = "Bliv hos hende, og ring til vagten."
TEN_WORDS = "Han skrev hele natten og stod foran hendes dør igen"
MOST_KEYS = 20
"""Beside the words: at three a second the whole is entered in half a minute."""
DANISH = Language("da")
say = DANISH.say


class Form:
    """Her page with the form open; counts every key."""

    def __init__(self, demo: Demo) -> None:
        self.screen = demo()
        session = next(s for s in self.screen.sessions() if s.day < self.screen.day)
        roster = self.screen.in_store(lambda store: record(store, session.id)).roster
        self.her: UUID = roster[0].membership.participant.id
        self.keys = 0
        self.screen.go(Place(PageName.PARTICIPANT, self.her))

    def open(self) -> None:
        self.press(Key.Key_N, CONTROL)

    def press(self, *keys: Qt.Key, times: int = 1) -> None:
        modifier = Qt.KeyboardModifier.NoModifier
        if keys[-1] is CONTROL:
            keys, modifier = keys[:-1], CONTROL
        for key in keys * times:
            self.screen.key(key, modifier)
            self.keys += 1

    def tab_to(self, name: str) -> None:
        for _ in range(30):
            if name in words(self.screen.focus()):
                return
            self.press(Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name!r}")

    @property
    def sheet(self) -> IncidentForm | None:
        found = self.screen.window.findChildren(IncidentForm)
        return next((each for each in found if each.isVisible()), None)

    def kept(self) -> tuple[Incident, ...]:
        day = self.screen.day
        return self.screen.in_store(lambda store: her_page(store, self.her, day)).incidents

    def steps(self) -> list[FollowUp]:
        day = self.screen.day
        found = self.screen.in_store(lambda store: of_participant(store, self.her, day))
        return [each.follow_up for each in found if each.follow_up.incident_id]


@pytest.fixture
def form(demo: Demo) -> Form:
    return Form(demo)


def test_a_usual_incident_takes_few_keys(form: Form) -> None:
    screen = form.screen
    form.open()
    form.press(Key.Key_1, Key.Key_6)  # psychological, digital
    form.press(Key.Key_Tab)
    form.press(Key.Key_Down)  # yesterday
    form.press(Key.Key_Tab, times=3)  # how exactly, danger, through which contact
    form.press(Key.Key_1)
    form.press(Key.Key_Tab)
    form.press(Key.Key_2)  # children were there
    form.press(Key.Key_Tab)
    screen.type(TEN_WORDS)
    form.press(Key.Key_Tab, times=2)
    form.press(Key.Key_1)  # the safety plan
    form.press(Key.Key_Return, CONTROL)
    (kept,) = form.kept()
    assert kept.kinds == {IncidentKind.PSYCHOLOGICAL, IncidentKind.DIGITAL}
    assert kept.happened == screen.day - dt.timedelta(days=1)
    assert (kept.told, kept.precision) == (screen.day, Precision.DAY)
    assert (kept.ways, kept.children_present) == ({Way.MESSAGES}, Told.YES)
    assert (kept.danger, kept.what) == (False, TEN_WORDS)
    (step,) = form.steps()
    due = screen.in_store(lambda store: steps_due(store, form.her, screen.day))
    assert (step.matter, step.due) == (Matter.SAFETY_PLAN, due)
    assert form.sheet is None
    assert form.keys <= MOST_KEYS


def test_nothing_but_the_kind_is_needed(form: Form) -> None:
    form.open()
    form.press(Key.Key_7)
    form.press(Key.Key_Return, CONTROL)
    (kept,) = form.kept()
    assert (kept.kinds, kept.happened) == ({IncidentKind.STALKING}, form.screen.day)
    assert form.keys == 3


def test_danger_shows_at_once_what_to_do_and_whom_to_call(form: Form) -> None:
    screen = form.screen
    lines = (HelpLine("112", "Alarmcentralen"), HelpLine("12 34 56 78", "Bagvagten"))
    house = House("Demohuset", help_lines=lines)
    screen.workspace.page.desk.house = house
    screen.in_store(lambda store: change_practice(store, Practice(danger=PROCEDURE)))
    form.open()
    form.tab_to(say("She is in immediate danger"))
    assert not screen.sees(PROCEDURE)
    form.press(Key.Key_Space)
    for said in (PROCEDURE, "112  Alarmcentralen", "12 34 56 78  Bagvagten"):
        assert screen.sees(said)
    form.press(Key.Key_Space)
    assert not screen.sees(PROCEDURE)


def test_danger_is_in_sight_also_when_chosen_at_the_foot_of_a_small_window(form: Form) -> None:
    screen = form.screen
    screen.window.resize(1024, 480)
    form.open()
    form.tab_to(say("She is in immediate danger"))
    form.press(Key.Key_Space)
    sheet = form.sheet
    assert sheet is not None
    screen.settle()
    shown = sheet._danger_now.visibleRegion().boundingRect()
    assert shown.height() > sheet._danger_now.height() / 2
    assert screen.sees(say("Immediate danger"))


def test_a_day_to_come_is_refused_at_the_field(form: Form) -> None:
    form.open()
    form.press(Key.Key_1, Key.Key_Tab, Key.Key_Up)
    form.press(Key.Key_Return, CONTROL)
    sheet = form.sheet
    assert sheet is not None
    assert sheet._happened.error()
    assert sheet._happened.input.hasFocus()
    form.press(Key.Key_Down)
    form.press(Key.Key_Return, CONTROL)
    assert form.sheet is None
    assert len(form.kept()) == 1


def test_no_kind_is_refused_at_the_field(form: Form) -> None:
    form.open()
    form.press(Key.Key_Return, CONTROL)
    sheet = form.sheet
    assert sheet is not None
    assert sheet._kinds.error() == say("Choose at least one kind of violence.")
    assert form.kept() == ()


def test_each_step_has_an_owner_and_a_day_of_its_own(form: Form) -> None:
    form.open()
    form.press(Key.Key_2)
    form.tab_to(matter_word(Matter.SAFETY_PLAN, DANISH))
    form.press(Key.Key_1, Key.Key_2)
    due = form.sheet._step_fields["police"].due if form.sheet else None
    assert due is not None
    before = due.value()
    for _ in range(4):
        form.press(Key.Key_Tab)
    assert due.input.hasFocus()
    for _ in range(20):
        form.press(Key.Key_Down)
    form.press(Key.Key_Return, CONTROL)
    assert due.error()
    assert form.kept() == ()
    for _ in range(22):
        form.press(Key.Key_Up)
    form.press(Key.Key_Return, CONTROL)
    wanted = {Matter.SAFETY_PLAN: before, Matter.POLICE: before + dt.timedelta(days=2)}
    assert {step.matter: step.due for step in form.steps()} == wanted


def test_a_half_typed_one_outlives_a_lock(form: Form) -> None:
    screen = form.screen
    form.open()
    form.press(Key.Key_3)
    form.tab_to(say("She is in immediate danger"))
    form.press(Key.Key_Space)
    form.tab_to(say("In a few words"))
    screen.type("Han ringede")
    screen.window.lock()
    screen.settle()
    assert not screen.sees("Han ringede")
    screen.unlock()
    sheet = form.sheet
    assert sheet is not None
    assert sheet._kinds.value() == IncidentKind.SEXUAL
    assert sheet._danger.value()
    assert sheet._danger_now.isVisible()
    assert screen.find(QPlainTextEdit, say("In a few words")).toPlainText() == "Han ringede"
    sheet.save()
    screen.settle()
    (kept,) = form.kept()
    assert (kept.danger, kept.what) == (True, "Han ringede")


def test_it_is_taken_back_with_its_steps(form: Form) -> None:
    form.open()
    form.press(Key.Key_1)
    form.tab_to(matter_word(Matter.SAFETY_PLAN, DANISH))
    form.press(Key.Key_4)
    form.press(Key.Key_Return, CONTROL)
    assert len(form.steps()) == 1
    form.screen.press(say("Undo"))
    assert (form.kept(), form.steps()) == ((), [])


def test_a_correction_changes_what_was_noted_and_can_be_taken_back(form: Form) -> None:
    screen = form.screen
    form.open()
    form.press(Key.Key_1)
    form.press(Key.Key_Return, CONTROL)
    screen.go(Place(PageName.PARTICIPANT, form.her, tab="incidents"))
    form.press(Key.Key_Return)
    sheet = form.sheet
    assert sheet is not None
    form.press(Key.Key_2)
    form.tab_to(matter_word(Matter.SAFETY_PLAN, DANISH))
    form.press(Key.Key_3)
    form.press(Key.Key_Return, CONTROL)
    assert form.kept()[0].kinds == {IncidentKind.PSYCHOLOGICAL, IncidentKind.PHYSICAL}
    assert [step.matter for step in form.steps()] == [Matter.DUTY_TO_NOTIFY]
    screen.press(say("Undo"))
    assert form.kept()[0].kinds == {IncidentKind.PSYCHOLOGICAL}
    assert form.steps() == []


def test_closing_says_that_nothing_was_saved_and_brings_it_back(form: Form) -> None:
    form.open()
    form.press(Key.Key_5, Key.Key_Escape)
    assert form.sheet is None
    form.screen.press(say("Undo"))
    assert form.sheet is not None
    assert form.sheet._kinds.value() == IncidentKind.MATERIAL

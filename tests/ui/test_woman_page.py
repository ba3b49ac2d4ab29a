"""Her page: the rule before the number, dates that change nothing, and only what a role may see."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from screen import TODAY, Screen
from test_roles import become, shown, some_group

from groupkit.domain.incident import IncidentKind
from groupkit.domain.participant import Leaving
from groupkit.domain.roles import Role
from groupkit.domain.safe_contact import Channel, MayLeave, SafeContact
from groupkit.domain.safety import Moment
from groupkit.ui.drafted_sheet import DraftedSheet
from groupkit.ui.pages.participant import ParticipantPage
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.her_page import HerPage, contact_of, her_page, put_contact
from groupkit.usecases.joining import circle

Demo = Callable[[], Screen]
CTRL = Qt.KeyboardModifier.ControlModifier
REACH = "12 34 56 78"


def first_woman(screen: Screen) -> UUID:
    group = some_group(screen).id
    assert group is not None
    members = screen.in_store(lambda store: circle(store, group, TODAY)).memberships
    return members[0].participant.id


def her(screen: Screen, woman: UUID) -> HerPage:
    return screen.in_store(lambda store: her_page(store, woman, TODAY))


def confirmed_on(screen: Screen, woman: UUID) -> dt.date | None:
    return screen.in_store(lambda store: contact_of(store, woman, TODAY)).contact.confirmed


def page_of(screen: Screen, woman: UUID, tab: str = "") -> ParticipantPage:
    screen.go(Place(PageName.PARTICIPANT, woman, tab=tab))
    screen.settle()
    page = screen.workspace.page
    assert isinstance(page, ParticipantPage)
    return page


def safety_sheet(screen: Screen) -> DraftedSheet:
    page = screen.workspace.page
    assert isinstance(page, ParticipantPage)
    sheet = page._forms.sheet
    assert isinstance(sheet, DraftedSheet)
    return sheet


def reads(screen: Screen, text: str) -> bool:
    labels = screen.window.findChildren(QLabel)
    return any(text in label.text() for label in labels if label.isVisible())


def press_enter(screen: Screen) -> None:
    QTest.keyClick(screen.focus(), Qt.Key.Key_Return, CTRL)
    screen.settle()


def test_a_row_of_the_group_leads_to_her_page_and_back(demo: Demo) -> None:
    screen = demo()
    group = some_group(screen)
    screen.go(Place(PageName.GROUP, group.id, tab="participants"))
    screen.settle()
    row = next(row for row in screen.window.findChildren(Row) if row.isVisible())
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    screen.settle()
    assert isinstance(screen.workspace.page, ParticipantPage)
    screen.press("Tilbage")
    assert screen.workspace.page.place.page is PageName.GROUP


def test_her_number_shows_only_after_the_rule_is_read(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    rule = SafeContact(Channel.CALL, REACH, "hverdage 10-12", MayLeave.NO, "", "", TODAY)
    screen.in_store(lambda store: put_contact(store, woman, rule))
    page_of(screen, woman)
    assert reads(screen, "hverdage 10-12")
    assert not reads(screen, REACH)
    screen.press("Jeg har læst aftalen: Vis nummeret")
    assert reads(screen, REACH)


def test_she_leaves_with_a_reason_and_it_can_be_taken_back(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    page_of(screen, woman, "course")
    screen.press("Hun stopper")
    press_enter(screen)
    last = her(screen, woman).courses[0].memberships[-1]
    assert (last.left, last.why_left) == (TODAY, Leaving.COMPLETED)
    screen.press("Fortryd")
    assert her(screen, woman).courses[0].memberships[-1].left is None


def test_a_pause_is_kept_and_nothing_recorded_changes(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    before = her(screen, woman).courses[0].attended
    page_of(screen, woman, "course")
    screen.press("Aftal en pause")
    press_enter(screen)
    course = her(screen, woman).courses[0]
    assert len(course.memberships[-1].pauses) == 1
    assert [each.mark for each in course.attended] == [each.mark for each in before]


def test_an_incident_is_noted_by_keyboard_alone(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    page_of(screen, woman, "incidents")
    known = len(her(screen, woman).incidents)
    screen.key(Qt.Key.Key_N, CTRL)
    screen.settle()
    screen.key(Qt.Key.Key_1)
    screen.key(Qt.Key.Key_6)
    press_enter(screen)
    incidents = her(screen, woman).incidents
    assert len(incidents) == known + 1
    assert any(
        each.kinds == {IncidentKind.PSYCHOLOGICAL, IncidentKind.DIGITAL} for each in incidents
    )


def test_without_a_kind_nothing_is_kept_and_it_says_so(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    page_of(screen, woman, "incidents")
    known = len(her(screen, woman).incidents)
    screen.key(Qt.Key.Key_N, CTRL)
    screen.settle()
    press_enter(screen)
    assert reads(screen, "Vælg mindst én form for vold.")
    assert len(her(screen, woman).incidents) == known


def test_her_answer_is_kept_by_the_moment_it_was_asked_for(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    page_of(screen, woman, "safety")
    before = {each.moment for each in her(screen, woman).answers}
    screen.press("Notér hendes svar")
    chips = safety_sheet(screen).fields["value"].keys  # type: ignore[union-attr]
    chips.setFocus()
    QTest.keyClick(chips, Qt.Key.Key_5)
    press_enter(screen)
    answers = her(screen, woman).answers
    [new] = [each for each in answers if each.moment not in before]
    assert new.value == 5
    assert new.moment is next(each for each in Moment if each not in before)


@pytest.mark.parametrize("key", [Qt.Key.Key_0, Qt.Key.Key_8, Qt.Key.Key_9])
def test_an_answer_off_the_scale_cannot_be_given(demo: Demo, key: Qt.Key) -> None:
    screen = demo()
    woman = first_woman(screen)
    page_of(screen, woman, "safety")
    before = her(screen, woman).answers
    screen.press("Notér hendes svar")
    sheet = safety_sheet(screen)
    chips = sheet.fields["value"].keys  # type: ignore[union-attr]
    chips.setFocus()
    QTest.keyClick(chips, key)
    assert sheet.fields["value"].value() == ""
    press_enter(screen)
    assert safety_sheet(screen) is sheet
    assert sheet.fields["value"].error
    assert her(screen, woman).answers == before


def test_an_answer_typed_for_the_wrong_moment_goes_along(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    page_of(screen, woman, "safety")
    known = {each.moment: each for each in her(screen, woman).answers}
    free = [each for each in Moment if each not in known]
    screen.press("Notér hendes svar")
    fields = safety_sheet(screen).fields
    fields["value"].set_value("3")
    fields["words"].set_value("Bedre end i foråret.")
    fields["moment"].set_value(free[-1].value)
    fields["moment"].changed.emit()
    assert (fields["value"].value(), fields["words"].value()) == ("3", "Bedre end i foråret.")
    taken = next(iter(known.values()))
    fields["moment"].set_value(taken.moment.value)
    fields["moment"].changed.emit()
    assert (fields["value"].value(), fields["words"].value()) == (str(taken.value), taken.words)


def test_she_comes_back_and_what_was_before_stays(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    page_of(screen, woman, "course")
    screen.press("Hun stopper")
    press_enter(screen)
    screen.day = TODAY + dt.timedelta(days=28)
    page_of(screen, woman, "overview")
    before = her(screen, woman).courses[0]
    page_of(screen, woman, "course")
    screen.press("Hun kommer tilbage")
    press_enter(screen)
    course = her(screen, woman).courses[0]
    assert course.memberships[:-1] == before.memberships
    assert (course.memberships[-1].joined, course.memberships[-1].left) == (screen.day, None)
    screen.press("Fortryd")
    assert her(screen, woman).courses[0].memberships == before.memberships


def test_an_old_rule_is_confirmed_and_the_confirming_taken_back(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    long_ago = TODAY - dt.timedelta(days=61)
    rule = SafeContact(Channel.CALL, REACH, "hverdage", MayLeave.NO, "", "", long_ago)
    screen.in_store(lambda store: put_contact(store, woman, rule))
    page_of(screen, woman)
    assert reads(screen, "Bekræft den, når I mødes.")
    screen.press("Hun bekræfter den i dag")
    assert not reads(screen, "Bekræft den, når I mødes.")
    assert confirmed_on(screen, woman) == TODAY
    screen.press("Fortryd")
    assert confirmed_on(screen, woman) == long_ago


def test_a_coordinator_sees_who_she_is_and_no_notes(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    become(screen, Role.COORDINATOR)
    page_of(screen, woman)
    words = shown(screen)
    assert {"Overblik", "Forløb"} <= words
    assert not {"Noter", "Voldsepisoder", "Tryghed", "Opfølgninger", "Ny voldsepisode"} & words


def test_a_pedagogue_is_shown_no_woman(demo: Demo) -> None:
    screen = demo()
    woman = first_woman(screen)
    become(screen, Role.PEDAGOGUE)
    screen.go(Place(PageName.PARTICIPANT, woman))
    screen.settle()
    buttons = screen.window.findChildren(QAbstractButton)
    assert "Overblik" not in {button.text() for button in buttons if button.isVisible()}

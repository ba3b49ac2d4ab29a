"""Changing a running group's plan by keyboard and mouse, through real widgets and a real store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QRadioButton
from screen import Screen

from groupkit.domain.session import Session
from groupkit.ui.pages.group.page import GroupPage
from groupkit.ui.pages.group.replan import ReplanSheet
from groupkit.ui.pages.group.replan.sheet import Kind, Task
from groupkit.ui.parts.year_calendar import YearCalendar
from groupkit.ui.places import PageName, Place

WEEK = dt.timedelta(weeks=1)


def open_group(screen: Screen) -> tuple[Session, ...]:
    """Go to the first group's plan and return its sessions."""
    sessions = screen.sessions()
    screen.go(Place(PageName.GROUP, sessions[0].group_id))
    return sessions


def ahead(screen: Screen) -> Session:
    """Return the first session that can still be changed."""
    return next(s for s in screen.sessions() if s.day > screen.day and not s.cancelled)


def choose(screen: Screen, text: str) -> None:
    """Tick the way whose words hold ``text``."""
    button = next(
        b for b in screen.window.findChildren(QRadioButton) if b.isVisible() and text in b.text()
    )
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    screen.settle()


def test_a_session_moves_a_week_with_a_reason_and_comes_back_by_undo(
    demo: Callable[[], Screen],
) -> None:
    filled = demo()
    open_group(filled)
    before = ahead(filled)
    filled.press(f"Ændr møde {before.number}")
    choose(filled, "kun dette møde flyttes")
    assert filled.sees("bliver til")
    filled.find(QLineEdit, "Hvorfor?").setFocus()
    filled.type("Lokalet er optaget")
    filled.press("Ændr planen")
    moved = next(s for s in filled.sessions() if s.id == before.id)
    assert moved.day > before.day
    assert moved.why == "Lokalet er optaget"
    assert filled.sees("Lokalet er optaget")
    filled.press("Fortryd")
    assert next(s for s in filled.sessions() if s.id == before.id).day == before.day


def test_a_cancelled_session_stays_in_the_plan_struck_out(demo: Callable[[], Screen]) -> None:
    filled = demo()
    open_group(filled)
    before = ahead(filled)
    filled.press(f"Ændr møde {before.number}")
    choose(filled, "Lad mødet udgå")
    filled.press("Ændr planen")
    gone = next(s for s in filled.sessions() if s.id == before.id)
    assert gone.cancelled
    assert filled.sees("Aflyst")


def test_others_lead_and_the_substitute_is_named(demo: Callable[[], Screen]) -> None:
    filled = demo()
    open_group(filled)
    before = ahead(filled)
    filled.press(f"Ændr møde {before.number}")
    choose(filled, "en anden leder mødet")
    names = filled.find(QLineEdit, "Hvem leder mødet?")
    names.setFocus()
    names.selectAll()
    filled.type("Vikar Vikarsen", names)
    filled.settle()
    filled.press("Ændr planen")
    led = next(s for s in filled.sessions() if s.id == before.id)
    assert led.leaders == ("Vikar Vikarsen",)
    assert filled.sees("Vikar Vikarsen (vikar)")


def test_a_closed_day_is_refused_before_anything_is_kept(demo: Callable[[], Screen]) -> None:
    filled = demo()
    open_group(filled)
    sheet = opened(filled, Task(Kind.SESSION, ahead(filled).id, dt.date(2027, 3, 25)))
    assert sheet.isVisible()
    assert filled.sees("Skærtorsdag")
    assert not filled.find(QAbstractButton, "Ændr planen").isEnabled()


def opened(screen: Screen, task: Task) -> ReplanSheet:
    page = screen.workspace.page
    assert isinstance(page, GroupPage)
    page.change_plan(task)
    screen.settle()
    return next(s for s in screen.window.findChildren(ReplanSheet) if s.isVisible())


def test_a_half_made_change_is_there_after_a_lock(demo: Callable[[], Screen]) -> None:
    filled = demo()
    open_group(filled)
    before = ahead(filled)
    filled.press(f"Ændr møde {before.number}")
    choose(filled, "Lad mødet udgå")
    filled.find(QLineEdit, "Hvorfor?").setFocus()
    filled.type("Gruppeleder syg")
    filled.window.lock()
    filled.settle()
    filled.unlock()
    assert filled.find(QLineEdit, "Hvorfor?").text() == "Gruppeleder syg"
    chosen = next(
        b for b in filled.window.findChildren(QRadioButton) if b.isVisible() and b.isChecked()
    )
    assert chosen.text() == "Lad mødet udgå"
    filled.press("Ændr planen")
    assert next(s for s in filled.sessions() if s.id == before.id).cancelled


def test_the_course_is_extended_and_ended_early(demo: Callable[[], Screen]) -> None:
    filled = demo()
    count = len(open_group(filled))
    filled.press("Forlæng")
    filled.press("Ændr planen")
    assert len(filled.sessions()) == count + 1
    filled.press("Slut før tid")
    filled.press("Ændr planen")
    assert sum(not s.cancelled for s in filled.sessions()) == count


def test_details_change_for_the_sessions_still_to_come(demo: Callable[[], Screen]) -> None:
    filled = demo()
    sessions = open_group(filled)
    filled.press("Oplysninger")
    name = filled.find(QLineEdit, "Navn")
    name.selectAll()
    filled.type("Et nyt navn", name)
    filled.press("Gem")
    assert filled.sees("Et nyt navn")
    filled.press("Fortryd")
    assert not filled.sees("Et nyt navn")
    assert filled.sessions() == sessions


def test_a_programme_is_given_kept_and_taken_back(demo: Callable[[], Screen]) -> None:
    filled = demo()
    before = [s.topic for s in open_group(filled)]
    filled.press("Emner")
    choice = filled.find(QComboBox, "Emner")
    choice.setFocus()
    filled.press("Giv gruppen disse emner")
    given = [s.topic for s in filled.sessions()]
    assert given != before
    held = [s for s in filled.sessions() if s.day < filled.day]
    assert given[: len(held)] == before[: len(held)]
    filled.press("Fortryd")
    assert [s.topic for s in filled.sessions()] == before
    name = filled.find(QLineEdit, "Gem emnerne som et emneforløb")
    name.setFocus()
    filled.type("Vores forløb")
    filled.key(Qt.Key.Key_Return)
    assert filled.sees("Vores forløb")


def test_a_session_dragged_in_the_calendar_moves_once_it_is_confirmed(
    demo: Callable[[], Screen],
) -> None:
    screen = demo()
    open_group(screen)
    before = ahead(screen)
    target = before.day + dt.timedelta(days=1)
    calendar = screen.window.findChild(YearCalendar)
    assert calendar is not None
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(calendar, left, pos=calendar.rect_of(before.day).center())
    QTest.mouseMove(calendar, calendar.rect_of(target).center())
    QTest.mouseRelease(calendar, left, pos=calendar.rect_of(target).center())
    screen.settle()
    assert next(s for s in screen.sessions() if s.id == before.id).day == before.day
    screen.press("Ændr planen")
    assert next(s for s in screen.sessions() if s.id == before.id).day == target


def test_the_calendar_is_walked_by_keys_and_says_what_a_day_is(
    demo: Callable[[], Screen],
) -> None:
    screen = demo()
    open_group(screen)
    before = ahead(screen)
    calendar = screen.window.findChild(YearCalendar)
    assert calendar is not None
    calendar.setFocus()
    day = calendar.day_in_hand()
    screen.key(Qt.Key.Key_Right)
    screen.key(Qt.Key.Key_Down)
    assert calendar.day_in_hand() == day + dt.timedelta(days=8)
    while calendar.day_in_hand() != before.day:
        step = 1 if calendar.day_in_hand() < before.day else -1
        screen.key(Qt.Key.Key_Right if step > 0 else Qt.Key.Key_Left)
    said = calendar.accessibleDescription()
    assert f"møde {before.number}" in said
    assert f"uge {before.week}" in said
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page is PageName.SESSION

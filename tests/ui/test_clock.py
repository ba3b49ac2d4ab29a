"""The running clock on a session's page, driven by a clock that the test sets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from evening import MINUTE, Evening
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton
from screen import Screen

from groupkit.ui.pages.session.agenda_table import AgendaTable
from groupkit.ui.theme import appearance
from groupkit.usecases.preparing import put_agenda
from groupkit.usecases.recording import finish
from groupkit.usecases.replanning import Cancel, Change, replan


@pytest.fixture
def evening(demo: Callable[[], Screen]) -> Iterator[Evening]:
    found = Evening(demo)
    yield found
    found.screen.window._wall.close()


def times(evening: Evening) -> list[str]:
    """Return what the agenda's first column says."""
    table = evening.screen.window.findChild(AgendaTable)
    assert table is not None
    model = table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def buttons(evening: Evening) -> set[str]:
    found = evening.strip.findChildren(QPushButton)
    return {button.text() for button in found if button.isVisible()}


def test_the_clock_begins_goes_on_and_says_how_late_it_is(evening: Evening) -> None:
    screen = evening.screen
    assert screen.sees("Uret er ikke gået i gang")
    screen.press("Begynd")
    first, second = evening.kept().agenda.items[:2]
    assert screen.sees(f"{first.minutes} minutter tilbage")
    assert screen.sees("til tiden")
    assert screen.sees("slutter kl. 19.00")
    evening.pass_by(first.minutes - 5)
    assert screen.sees("fem minutter tilbage")
    evening.pass_by(4.5)
    assert screen.sees("1 minut tilbage")
    evening.pass_by(3.5)
    assert screen.sees("3 minutter over tiden")
    assert screen.sees("3 minutter bagud")
    assert screen.sees("slutter kl. 19.03")
    screen.press("Næste punkt")
    assert screen.sees(second.title)
    assert list(evening.kept().clock.begun) == [first.id, second.id]
    screen.press("Ét skridt tilbage")
    assert list(evening.kept().clock.begun) == [first.id]


def test_the_rest_of_the_agenda_flows_on_as_the_session_runs(evening: Evening) -> None:
    screen, planned = evening.screen, times(evening)
    first, second, third = evening.kept().agenda.items[:3]
    assert (first.minutes, second.minutes, third.minutes) == (15, 15, 20)
    assert planned[:3] == ["17.00", "17.15", "17.30"]
    evening.pass_by(4)
    screen.press("Begynd")
    assert times(evening)[:3] == ["17.04", "17.19", "17.34"]
    evening.pass_by(20)
    assert times(evening)[:3] == ["17.04", "17.24", "17.39"]
    screen.press("Ét skridt tilbage")
    assert times(evening) == planned


def test_a_mistaken_next_is_undone(evening: Evening) -> None:
    screen = evening.screen
    screen.press("Begynd")
    evening.pass_by(10)
    before = evening.kept().clock
    screen.press("Næste punkt")
    screen.click("Fortryd")
    assert evening.kept().clock == before
    screen.press("Slut mødet")
    assert screen.sees("17.10")
    assert buttons(evening) == {"Ét skridt tilbage"}
    screen.click("Fortryd")
    assert evening.kept().clock == before


def test_a_key_begins_the_next_item_also_while_something_is_typed(evening: Evening) -> None:
    screen = evening.screen
    for number in (1, 2):
        QTest.keyClick(screen.focus(), Qt.Key.Key_F8)
        screen.settle()
        assert len(evening.kept().clock.begun) == number
        evening.pass_by(5)
    evening.open_page("record")
    QTest.keyClick(screen.focus(), Qt.Key.Key_F8)
    screen.settle()
    assert len(evening.kept().clock.begun) == 3


def test_the_last_step_ends_the_session_and_one_back_lets_it_go_on(evening: Evening) -> None:
    screen = evening.screen
    screen.press("Begynd")
    for item in evening.kept().agenda.items[1:]:
        evening.pass_by(5)
        screen.press("Næste punkt")
        assert screen.sees(item.title)
    assert "Næste punkt" not in buttons(evening)
    screen.press("Slut mødet")
    assert screen.sees("Mødet er slut")
    assert evening.kept().clock.ended == evening.now
    screen.press("Ét skridt tilbage")
    assert evening.kept().clock.runs


def test_being_short_of_time_shortens_what_is_to_come(evening: Evening) -> None:
    screen, view = evening.screen, evening.kept()
    items = view.agenda.items
    short = view.agenda.with_changed(replace(items[2], short=5)).with_changed(
        replace(items[3], short=0)
    )
    screen.in_store(lambda store: put_agenda(store, view.session.id, short))
    evening.open_page()
    screen.press("Begynd")
    QTest.keyClick(screen.find(QCheckBox, "Tiden er knap"), Qt.Key.Key_Space)
    screen.settle()
    assert evening.kept().clock.short
    saved = items[2].minutes - 5 + items[3].minutes
    assert screen.sees(f"{saved} minutter foran")


def test_the_clock_is_shown_on_the_day_until_the_session_is_recorded(evening: Evening) -> None:
    screen = evening.screen
    assert evening.strip.isVisible()
    screen.in_store(lambda store: finish(store, evening.session.id, today=screen.day))
    evening.open_page()
    assert not evening.strip.isVisible()


def test_another_day_shows_no_clock_but_one_that_runs_past_midnight(evening: Evening) -> None:
    screen = evening.screen
    screen.press("Begynd")
    evening.now = evening.now.replace(hour=23, minute=30)
    evening.pass_by(0)
    assert evening.strip.isVisible()
    screen.day += dt.timedelta(days=1)
    evening.open_page()
    assert not evening.strip.isVisible()
    screen.day -= dt.timedelta(days=8)
    evening.now -= dt.timedelta(days=8)
    evening.open_page()
    assert not evening.strip.isVisible()


def test_a_cancelled_session_has_no_clock(evening: Evening) -> None:
    screen, session = evening.screen, evening.session
    before = session.day - dt.timedelta(days=1)
    change = Change(Cancel(session.id), "Gruppeleder syg")
    screen.in_store(lambda store: replan(store, session.group_id, change, before))
    evening.open_page()
    assert not evening.strip.isVisible()


def test_the_clock_stands_in_reach_with_large_text(evening: Evening) -> None:
    screen = evening.screen
    try:
        appearance.use("light", 2.0)
        screen.press("Begynd")
        page = evening.strip.parentWidget()
        assert page is not None
        for button in evening.strip.findChildren(QPushButton):
            if button.isVisible():
                at = button.mapTo(screen.window, button.rect().bottomRight())
                assert screen.window.rect().contains(at), button.text()
    finally:
        appearance.use("light", 1.0)


def test_the_clock_looks_by_itself_while_it_is_seen(evening: Evening) -> None:
    screen = evening.screen
    screen.press("Begynd")
    assert screen.sees("15 minutter tilbage")
    evening.now += 7 * MINUTE
    screen.qtbot.waitUntil(lambda: screen.sees("8 minutter tilbage"), timeout=5_000)

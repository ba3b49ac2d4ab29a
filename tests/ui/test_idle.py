"""Absence is noticed by whichever clock saw most of it, a sleeping laptop's too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from groupkit.domain.house import MOST_IDLE, House
from groupkit.ui.elapsed import Elapsed
from groupkit.ui.idle import IdleWatch
from groupkit.ui.system_watch import SystemWatch

MINUTE = 60.0


class Clocks:
    """A wall clock, a clock that stands still in sleep, and one that does not."""

    def __init__(self) -> None:
        self.readings = [1_800_000_000.0, 50.0, 70.0]

    def __call__(self) -> tuple[float, ...]:
        return tuple(self.readings)

    def awake(self, seconds: float) -> None:
        self.readings = [each + seconds for each in self.readings]

    def asleep(self, seconds: float) -> None:
        self.readings[0] += seconds
        self.readings[2] += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    made = QLineEdit()
    qtbot.addWidget(made)
    made.show()
    return made


def watched(qapp: QApplication, owner: QObject, clocks: Clocks, minutes: float) -> list[str]:
    """Watch for ``minutes``; return the list that gets a word when absence is noticed."""
    heard: list[str] = []
    watch = IdleWatch(qapp, owner, clocks)
    watch.idle.connect(lambda: heard.append("idle"))
    watch.start(minutes)
    return heard


def test_the_usual_is_five_minutes_and_the_most_fifteen() -> None:
    assert House("Huset").idle_minutes == 5
    assert House("Huset", idle_minutes=600).idle_minutes == MOST_IDLE == 15


def test_each_key_counts_anew(qapp: QApplication, field: QLineEdit, clocks: Clocks) -> None:
    heard = watched(qapp, field, clocks, 5)
    for _ in range(4):
        clocks.awake(4.9 * MINUTE)
        QTest.keyClicks(field, "a")
    assert heard == []
    assert field.text() == "aaaa"


def test_the_key_that_wakes_a_laptop_comes_too_late(
    qapp: QApplication, field: QLineEdit, clocks: Clocks
) -> None:
    heard = watched(qapp, field, clocks, 5)
    clocks.asleep(20 * MINUTE)
    QTest.keyClicks(field, "a")
    assert heard == ["idle"]
    assert field.text() == ""


def test_a_clock_set_back_hides_no_absence(
    qapp: QApplication, field: QLineEdit, clocks: Clocks
) -> None:
    heard = watched(qapp, field, clocks, 5)
    clocks.awake(6 * MINUTE)
    clocks.readings[0] -= 2 * 24 * 60 * MINUTE
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    assert heard == ["idle"]


def test_more_than_the_most_is_not_waited(
    qapp: QApplication, field: QLineEdit, clocks: Clocks
) -> None:
    heard = watched(qapp, field, clocks, 10_000)
    clocks.awake(MOST_IDLE * MINUTE)
    QTest.keyClicks(field, "a")
    assert heard == ["idle"]


def test_absence_is_noticed_without_any_key(qtbot: QtBot, qapp: QApplication) -> None:
    owner = QObject()
    watch = IdleWatch(qapp, owner)
    with qtbot.waitSignal(watch.idle, timeout=5_000):
        watch.start(0.002)
    assert not watch.is_watching
    qapp.removeEventFilter(watch)


def test_time_that_is_missing_between_two_looks_is_sleep(clocks: Clocks) -> None:
    owner = QObject()
    watch = SystemWatch(owner, clocks)
    heard: list[str] = []
    watch.leaving.connect(lambda: heard.append("leaving"))
    watch.begin()
    for _ in range(10):
        clocks.awake(2.5)
        watch.look()
    assert heard == []
    clocks.asleep(20 * MINUTE)
    watch.look()
    assert heard == ["leaving"]
    watch.look()
    assert heard == ["leaving"]
    watch.stop()


def test_elapsed_is_never_negative(clocks: Clocks) -> None:
    elapsed = Elapsed(clocks)
    clocks.readings = [each - 100 for each in clocks.readings]
    assert elapsed.seconds() == 0

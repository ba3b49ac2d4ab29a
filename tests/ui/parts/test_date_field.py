"""A date typed as people write it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupkit.ui.parts.date_field import DateField

START = dt.date(2026, 12, 20)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[DateField]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = DateField("Dag", START)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    window.show()
    made.input.setFocus()
    qtbot.waitUntil(made.input.hasFocus)
    yield made
    window.close()


@pytest.mark.parametrize("typed", ["18.1", "18-1-27", "18. jan 2027", "2027-01-18"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_typed_date_is_taken_with_enter_or_tab(field: DateField, typed: str, key: Qt.Key) -> None:
    heard: list[dt.date] = []
    field.changed.connect(lambda: heard.append(field.value()))
    QTest.keyClicks(field.input, typed)
    assert field.value() == dt.date(2027, 1, 18)
    assert field.input.lineEdit().text() == typed
    QTest.keyClick(field.input, key)
    assert heard == [dt.date(2027, 1, 18)]
    assert "2027" in field.input.lineEdit().text()


def test_what_is_no_date_gives_way_to_the_date_before(field: DateField) -> None:
    QTest.keyClicks(field.input, "i morgen")
    QTest.keyClick(field.input, Qt.Key.Key_Tab)
    assert field.value() == START
    assert "20" in field.input.lineEdit().text()


def test_arrows_still_step(field: DateField) -> None:
    QTest.keyClick(field.input, Qt.Key.Key_Up)
    assert field.value() == dt.date(2026, 12, 21)
    QTest.keyClick(field.input, Qt.Key.Key_PageDown)
    assert field.value() == dt.date(2026, 11, 21)


def test_escape_takes_typing_back(field: DateField) -> None:
    QTest.keyClicks(field.input, "18.1")
    QTest.keyClick(field.input, Qt.Key.Key_Escape)
    assert field.value() == START


def test_one_tab_leaves_it(field: DateField) -> None:
    QTest.keyClick(field.input, Qt.Key.Key_Tab)
    assert not field.input.hasFocus()

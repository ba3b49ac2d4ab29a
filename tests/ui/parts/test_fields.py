"""Fields keep their words, say what is wrong, and take plain text only."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupkit.ui.parts.date_field import DateField
from groupkit.ui.parts.field import ChoiceField, NumberField, SwitchField, TextField, TimeField
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.passphrase_field import PassphraseField
from groupkit.ui.theme import appearance

LANGUAGES = [("da", "Dansk"), ("en", "English")]
FIELDS: list[tuple[Callable[[], Any], Any]] = [
    (lambda: TextField("Name", "As she wants it"), "Åse Ørsted"),
    (lambda: PassphraseField("Name", "Show", "As she wants it"), "blå bjerge"),
    (lambda: NoteField("Name", "As she wants it"), "En linje\nog en til"),
    (lambda: DateField("Name", dt.date(2027, 1, 13), "As she wants it"), dt.date(2028, 2, 29)),
    (lambda: TimeField("Name", dt.time(17), "As she wants it"), dt.time(9, 45)),
    (lambda: NumberField("Name", 14, 20, 16, hint="As she wants it"), 20),
    (lambda: ChoiceField("Name", LANGUAGES, "As she wants it"), "en"),
]
IDS = ["text", "passphrase", "note", "date", "time", "number", "choice"]
EACH = pytest.mark.parametrize(("make", "value"), FIELDS, ids=IDS)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Return a function that puts a field into an active window."""
    appearance.use("light", 1.0)
    kept: list[QWidget] = []  # qtbot itself holds a window only weakly

    def shown(field: QWidget) -> QWidget:
        window = QWidget()
        qtbot.addWidget(window)
        kept.append(window)
        QVBoxLayout(window).addWidget(field)
        window.resize(600, 400)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown


def visible_words(field: QWidget) -> list[str]:
    return [label.text() for label in field.findChildren(QLabel) if label.isVisible()]


@EACH
def test_what_is_put_in_comes_out(make: Callable[[], Any], value: object, qtbot: QtBot) -> None:
    field = make()
    qtbot.addWidget(field)
    assert field.value() != value
    field.set_value(value)
    assert field.value() == value


@EACH
def test_the_input_is_called_by_its_label(
    make: Callable[[], Any], value: object, show: Callable[[QWidget], QWidget]
) -> None:
    field = make()
    show(field)
    told = QAccessible.queryAccessibleInterface(field.input)
    # On Linux Qt gives a combo box's choice as its name and the label as a relation.
    labels = [other.text(QAccessible.Text.Name) for other, _ in told.relations()]
    assert "Name" in (told.text(QAccessible.Text.Name), *labels)
    assert field.input.accessibleName() == "Name"
    assert told.text(QAccessible.Text.Description) == "As she wants it"


@EACH
def test_an_error_is_shown_said_and_taken_away(
    make: Callable[[], Any], value: object, show: Callable[[QWidget], QWidget]
) -> None:
    field = make()
    show(field)
    calm = visible_words(field)
    field.set_error("Write a name.")
    assert "Write a name." in visible_words(field)
    assert "As she wants it" not in visible_words(field)
    assert field.input.accessibleDescription() == "Write a name."
    field.set_error(None)
    assert visible_words(field) == calm
    assert field.input.accessibleDescription() == "As she wants it"


def test_an_error_of_one_line_moves_nothing_where_a_hint_stood(
    show: Callable[[QWidget], QWidget],
) -> None:
    field = TextField("Name", "As she wants it")
    show(field)
    before = field.sizeHint().height()
    field.set_error("Write a name.")
    assert abs(field.sizeHint().height() - before) <= 1


def test_typing_is_said(show: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    field = TextField("Name")
    show(field)
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(field.input, "A")
    assert field.value() == "A"


def test_a_passphrase_is_hidden_until_its_eye_is_pressed(
    show: Callable[[QWidget], QWidget],
) -> None:
    field = PassphraseField("Passphrase", "Show what is typed")
    show(field)
    field.set_value("lampe gravko")
    assert "lampe" not in field.input.displayText()
    (eye,) = field.input.actions()
    assert eye.text() == "Show what is typed"
    eye.trigger()
    assert field.input.displayText() == "lampe gravko"
    eye.trigger()
    assert field.input.echoMode() == QLineEdit.EchoMode.Password


def test_notes_take_rich_text_as_plain(show: Callable[[QWidget], QWidget]) -> None:
    field = NoteField("Note")
    show(field)
    both = QMimeData()
    both.setHtml("<b style='color:red'>Hej</b>")
    both.setText("Hej")
    field.input.insertFromMimeData(both)
    assert field.value() == "Hej"
    assert not field.input.textCursor().charFormat().fontWeight() > 400


def test_notes_grow_with_what_is_written_and_shrink_again(
    show: Callable[[QWidget], QWidget],
) -> None:
    field = NoteField("Note", lines=3)
    show(field)
    small = field.input.height()
    field.set_value("\n".join("line" for _ in range(10)))
    grown = field.input.height()
    field.set_value("\n".join("line" for _ in range(500)))
    most = field.input.height()
    field.set_value("")
    assert small < grown < most < 600
    assert field.input.height() == small


def test_tab_leaves_a_note(show: Callable[[QWidget], QWidget]) -> None:
    first, second = NoteField("Note"), TextField("Name")
    window = show(first)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(second)
    second.show()
    first.input.setFocus()
    QTest.keyClick(first.input, Qt.Key.Key_Tab)
    assert window.focusWidget() is second.input
    assert first.value() == ""


def test_the_calendar_begins_on_monday_and_counts_iso_weeks(qtbot: QtBot) -> None:
    field = DateField("Starts on", dt.date(2027, 1, 13))
    qtbot.addWidget(field)
    calendar = field.input.calendarWidget()
    weeks = QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.verticalHeaderFormat() == weeks


def test_a_number_stays_within_its_bounds(show: Callable[[QWidget], QWidget]) -> None:
    field = NumberField("Weeks", 14, 20, 16)
    show(field)
    field.set_value(99)
    assert field.value() == 20
    for _ in range(30):
        QTest.keyClick(field.input, Qt.Key.Key_Down)
    assert field.value() == 14


def test_choices_that_change_keep_the_choice(qtbot: QtBot) -> None:
    field = ChoiceField("Language", LANGUAGES)
    qtbot.addWidget(field)
    field.set_value("en")
    field.set_options([("de", "Deutsch"), *LANGUAGES])
    assert field.value() == "en"
    field.set_value("unknown")
    assert field.value() == "en"


def test_a_switch_is_turned_by_space(show: Callable[[QWidget], QWidget], qtbot: QtBot) -> None:
    field = SwitchField("Discreet form", "No telling words")
    show(field)
    field.input.setFocus()
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.input, Qt.Key.Key_Space)
    assert field.value()
    assert field.input.accessibleDescription() == "No telling words"


@pytest.mark.parametrize("at", [3, 4, 5, 6], ids=IDS[3:])
def test_scrolling_past_a_field_changes_nothing(
    at: int, show: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    field = FIELDS[at][0]()
    window = show(field)
    other = QLineEdit()
    layout = window.layout()
    assert layout is not None
    layout.addWidget(other)
    other.show()
    other.setFocus()
    before = field.value()
    roll = QWheelEvent(
        QPointF(10, 10),
        QPointF(field.input.mapToGlobal(QPoint(10, 10))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(field.input, roll)
    assert field.value() == before

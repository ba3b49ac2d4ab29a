"""The parts, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from groupkit.ui.parts.buttons import primary
from groupkit.ui.parts.card import Card
from groupkit.ui.parts.empty import EmptyState
from groupkit.ui.parts.field import TextField
from groupkit.ui.parts.header import Header
from groupkit.ui.parts.listing import Listing, Section
from groupkit.ui.parts.note_field import NoteField
from groupkit.ui.parts.passphrase_field import PassphraseField
from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.parts.rail import Rail, RailEntry
from groupkit.ui.parts.row import Row
from groupkit.ui.parts.segmented import Segment, Segmented
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.parts.toast import Toasts
from groupkit.ui.theme import appearance


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    appearance.use("light")
    shown = QMainWindow()
    shown.setCentralWidget(QWidget())
    QVBoxLayout(shown.centralWidget())
    shown.resize(900, 600)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def put(window: QMainWindow, widget: QWidget) -> QWidget:
    layout = window.centralWidget().layout()
    assert layout is not None
    layout.addWidget(widget)
    return widget


def test_the_rail_is_walked_by_arrows_and_chosen_by_enter(
    window: QMainWindow, qtbot: QtBot
) -> None:
    rail = Rail([RailEntry("a", "today", "I dag"), RailEntry("b", "groups", "Grupper")], "Lås")
    put(window, rail)
    entries = [b for b in rail.findChildren(QToolButton) if b.objectName() == "railEntry"]
    entries[0].setFocus()
    QTest.keyClick(entries[0], Qt.Key.Key_Down)
    assert entries[1].hasFocus()
    with qtbot.waitSignal(rail.chosen) as chosen:
        QTest.keyClick(entries[1], Qt.Key.Key_Return)
    assert chosen.args == ["b"]
    assert entries[1].isChecked()
    assert not entries[0].isChecked()
    QTest.keyClick(entries[1], Qt.Key.Key_Down)
    with qtbot.waitSignal(rail.lock_wanted):
        QTest.keyClick(entries[2], Qt.Key.Key_Return)


def test_segments_start_unchosen_and_step(window: QMainWindow, qtbot: QtBot) -> None:
    choice = Segmented(
        [Segment(v, "check", v.upper(), str(n), "good") for n, v in enumerate("abc", 1)]
    )
    put(window, choice)
    assert choice.value() is None
    with qtbot.waitSignal(choice.changed):
        QTest.keyClick(choice, Qt.Key.Key_Right)
    assert choice.value() == "a"
    QTest.keyClick(choice, Qt.Key.Key_Right)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    QTest.keyClick(choice, Qt.Key.Key_Right)
    assert choice.value() == "c"
    QTest.keyClick(choice, Qt.Key.Key_Left)
    assert choice.value() == "b"


def test_tabs_are_walked_by_arrows(window: QMainWindow, qtbot: QtBot) -> None:
    header = Header()
    header.set_tabs([("plan", "Plan"), ("people", "Deltagere")])
    header.set_current_tab("plan")
    put(window, header)
    first = next(b for b in header.findChildren(QWidget) if b.objectName() == "tab")
    first.setFocus()
    with qtbot.waitSignal(header.tab_chosen) as chosen:
        QTest.keyClick(first, Qt.Key.Key_Right)
    assert chosen.args == ["people"]


def test_a_row_opens_by_enter_and_by_mouse(window: QMainWindow, qtbot: QtBot) -> None:
    row = Row("Forår", "8 møder", badge="1")
    put(window, row)
    assert row.accessibleName() == "Forår, 8 møder"
    with qtbot.waitSignal(row.opened):
        QTest.keyClick(row, Qt.Key.Key_Return)
    with qtbot.waitSignal(row.opened):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)


def test_a_listing_shows_what_there_is_and_says_where_to_begin(window: QMainWindow) -> None:
    listing = Listing()
    put(window, listing)
    rows = [Row("Onsdagsgruppen"), Row("Forår")]
    empty = EmptyState("groups", "Her er ikke noget endnu.", "Planlæg")
    sections = [Section("Afsluttede", []), Section("Kommende", rows)]
    assert listing.show_sections(sections, lambda: empty) is rows[0]
    assert [card.accessibleName() for card in listing.findChildren(Card)] == ["Kommende"]
    assert listing.show_sections([Section("Kommende", [])], lambda: empty) is empty.button
    seen = [card for card in listing.findChildren(Card) if not card.isHidden()]
    assert (seen, listing.isAncestorOf(empty)) == ([], True)
    dull = EmptyState("today", "Intet venter.")
    assert listing.show_sections([], lambda: dull) is None


def test_a_fields_error_takes_the_hints_place(window: QMainWindow) -> None:
    field = TextField("Navn", "Ingen kvinders navne.")
    put(window, field)
    assert field.input.accessibleName() == "Navn"
    assert field.input.accessibleDescription() == "Ingen kvinders navne."
    field.set_error("Udfyld navnet.")
    assert field.error() == "Udfyld navnet."
    assert field.input.accessibleDescription() == "Udfyld navnet."
    field.set_error(None)
    assert field.error() == ""
    assert field.input.accessibleDescription() == "Ingen kvinders navne."


def test_pasted_markup_stays_plain(window: QMainWindow) -> None:
    field = NoteField("Note")
    put(window, field)
    pasted = QMimeData()
    pasted.setHtml("<b>fed</b>")
    pasted.setText("fed")
    field.input.insertFromMimeData(pasted)
    assert field.value() == "fed"
    label = PlainLabel("<b>Anemone</b>")
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_same_words_keep_cursor_and_spaces(window: QMainWindow) -> None:
    field = NoteField("Note")
    put(window, field)
    field.set_value("hun kom ")
    field.input.moveCursor(field.input.textCursor().MoveOperation.End)
    field.show_kept("hun kom")
    assert field.value() == "hun kom "
    assert field.input.textCursor().position() == 8
    field.show_kept("noget andet")
    assert field.value() == "noget andet"


def test_a_passphrase_is_hidden_until_asked_for(window: QMainWindow) -> None:
    field = PassphraseField("Adgangssætning", "Vis")
    put(window, field)
    field.input.setText("hemmelig")
    assert field.input.displayText() != "hemmelig"
    field.input.actions()[0].trigger()
    assert field.input.displayText() == "hemmelig"


def test_a_toast_undoes_by_keyboard_and_goes(window: QMainWindow) -> None:
    toasts, undone = Toasts(window), []
    toasts.show_text("Fjernet", "Fortryd", lambda: undone.append(True))
    assert toasts.shown is not None
    toasts.shown.undo.setFocus()
    assert not toasts.shown.gone.isActive()
    QTest.keyClick(toasts.shown.undo, Qt.Key.Key_Space)
    assert undone == [True]
    assert toasts.shown is None


def test_a_sheet_keeps_the_keyboard_and_gives_it_back(window: QMainWindow, qtbot: QtBot) -> None:
    below = TextField("Navn")
    put(window, below)
    qtbot.waitUntil(below.isVisible)
    below.take_focus()
    sheet = Sheet("Ark", "Luk", window)
    sheet.tools.addWidget(primary("Print"))
    sheet.open()
    for _ in range(6):
        focus = window.focusWidget()
        assert focus is not None
        assert sheet.isAncestorOf(focus) or focus is sheet
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    focus = window.focusWidget()
    assert focus is not None
    with qtbot.waitSignal(sheet.closed):
        QTest.keyClick(focus, Qt.Key.Key_Escape)
    assert window.focusWidget() is below.input


def test_the_look_changes_at_once(window: QMainWindow) -> None:
    button = primary("Gem", "save")
    put(window, button)
    before = button.icon().pixmap(20).toImage()
    appearance.use("dark")
    assert button.icon().pixmap(20).toImage() != before
    assert window.palette().color(window.palette().ColorRole.Window).lightness() < 60
    appearance.use("light")

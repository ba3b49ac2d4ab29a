"""The change log's page: read, filtered, verified, printed, and for owners only."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QTableView
from pytestqt.qtbot import QtBot
from screen import PASSPHRASE, TODAY, Screen

from groupkit.domain.change_log import Deed, Head, Subject
from groupkit.domain.refusal import HeadUnreadable
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language, sentence
from groupkit.language.log_words import subject_word
from groupkit.ui.pages.change_log import ChangeLogPage
from groupkit.ui.pages.change_log.page import STEP
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.usecases.ports import OpenStore
from groupkit.wiring import Program

Demo = Callable[[], Screen]
DANISH = Language("da")
say = DANISH.say


def log_page(screen: Screen) -> ChangeLogPage:
    screen.go(Place(PageName.CHANGE_LOG))
    page = screen.workspace.page
    assert isinstance(page, ChangeLogPage)
    return page


def lines(screen: Screen) -> list[str]:
    model = screen.find(QTableView, say("Lines of the change log")).model()
    rows = range(model.rowCount())
    return [" ".join(str(model.index(row, at).data()) for at in range(4)) for row in rows]


def head_of(screen: Screen) -> Head:
    def read(store: OpenStore) -> Head:
        with store.work() as work:
            return work.log.head()

    return screen.in_store(read)


def note(screen: Screen, times: int) -> None:
    def keep(store: OpenStore) -> None:
        with store.work() as work:
            for _ in range(times):
                work.log.note(Deed.CONFIRMED, Subject.CLOCK)
            work.commit()

    screen.in_store(keep)


def choose(screen: Screen, name: str, word: str) -> None:
    box = screen.find(QComboBox, name)
    box.setCurrentIndex(box.findText(word))
    box.activated.emit(box.currentIndex())
    screen.settle()


def test_lines_are_shown_newest_first_and_more_of_them_on_wish(demo: Demo) -> None:
    screen = demo()
    note(screen, STEP + 20)
    log_page(screen)
    newest = head_of(screen).number
    shown = lines(screen)
    assert len(shown) == STEP
    assert shown[0].startswith(f"{newest} ")
    screen.press(say("Show earlier lines"))
    assert len(lines(screen)) == newest


def test_the_page_follows_the_line_that_the_keyboard_is_on(demo: Demo) -> None:
    screen = demo()
    note(screen, 60)
    page = log_page(screen)
    table = screen.find(QTableView, say("Lines of the change log"))
    table.setFocus()
    screen.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = table.visualRect(table.model().index(table.model().rowCount() - 1, 3))
    seen = page._scroll.viewport()
    assert seen.rect().contains(table.viewport().mapTo(seen, last.center()))


def test_filters_by_kind_and_period_narrow_the_lines(demo: Demo) -> None:
    screen = demo()
    note(screen, 3)
    log_page(screen)
    choose(screen, say("Kind of record"), subject_word(Subject.CLOCK, DANISH))
    assert len(lines(screen)) == 3
    choose(screen, say("Period"), say("From day to day …"))
    first, last = screen.find(QDateEdit, say("From")), screen.find(QDateEdit, say("To"))
    first.setDate(first.date().addYears(-20))
    screen.settle()
    assert len(lines(screen)) == 3
    last.setDate(first.date().addDays(-1))
    screen.settle()
    assert len(lines(screen)) == 3  # a refused period changes nothing
    assert screen.find(QDateEdit, say("To")).property("wrong")
    last.setDate(first.date().addDays(5))
    screen.settle()
    assert screen.sees(say("No line of the log is like that."))


def test_verifying_says_whole_and_compares_a_printed_head(demo: Demo) -> None:
    screen = demo()
    log_page(screen)
    screen.press(say("Verify"))
    entries = head_of(screen).number
    whole = DANISH.count(
        "The log is whole: its {n} line follows from the first and is signed.",
        "The log is whole: its {n} lines follow from each other and are signed.",
        entries,
    )
    assert screen.sees(whole)
    head = head_of(screen)
    name = say("Printed head, if there is one: the number and all 16 groups")
    field = screen.find(QLineEdit, name)
    field.setText(f"{head.number} {' '.join(head.groups)}")
    assert not screen.sees(whole)
    screen.press(say("Verify"))
    assert screen.sees(say("It agrees with the printed head."))
    field.setText(f"{head.number} {' '.join(reversed(head.groups))}")
    field.setFocus()
    screen.key(Qt.Key.Key_Return)
    disagrees = (
        "The log does not agree with the printed head: lines up to that number were "
        "changed or taken away after it was printed."
    )
    assert screen.sees(say(disagrees))
    field.setText("812")
    screen.press(say("Verify"))
    assert screen.sees(sentence(HeadUnreadable(), DANISH))


def test_the_lines_and_the_head_are_printed_and_that_is_a_line(demo: Demo) -> None:
    screen = demo()
    log_page(screen)
    for button in (say("Print these lines"), say("Print the head")):
        before = len(lines(screen))
        screen.press(button)
        preview = screen.window.findChild(Preview)
        assert preview is not None
        assert preview.paper.pdf.startswith(b"%PDF")
        preview.close_now()
        screen.qtbot.waitUntil(lambda: screen.window.findChild(Preview) is None)
        assert len(lines(screen)) == before + 1
        assert subject_word(Subject.LOG, DANISH) in lines(screen)[0]


def test_only_owners_see_it(
    qtbot: QtBot, program: Program, tmp_path: Path, demo_folder: Path
) -> None:
    shutil.copytree(demo_folder, tmp_path / "arkiv")
    other = "violet skovsti over kanten"
    store = program.vault.open(tmp_path / "arkiv", PASSPHRASE)
    store.access.add(PASSPHRASE, "Berit", Rights(frozenset({Role.FACILITATOR})), other, TODAY)
    store.close()
    screen = Screen(qtbot, program, tmp_path)
    screen.unlock(other)
    log_page(screen)
    assert screen.sees(say("Only owners can see the change log."))
    assert not [view for view in screen.window.findChildren(QTableView) if view.isVisible()]
    assert not screen.sees("Anna Opdigtet")

"""The editor: a draft as it is typed, pages that follow, approval, translations, faults."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from threading import Event

import pytest
from pdf_reading import text
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QPlainTextEdit
from screen import PASSPHRASE, TODAY, Screen

from groupkit.domain.material import GUIDE, HANDOUT, State, TextKey
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.ui.pages.editor import EditorPage
from groupkit.ui.pages.editor.page_preview import PagePreview
from groupkit.ui.pages.editor.source_edit import SourceEdit
from groupkit.ui.pages.editor.word_menu import WordMenu
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.access import NewPassphrase, add_person
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.own_words import own_words
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.writing import TextView, approve, drop_draft_of, view_text, write_draft

Demo = Callable[[], Screen]
SAY = Language("da").say
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = TextKey("co-parenting", HANDOUT, "da")
PLACE = Place(PageName.EDITOR, slug="co-parenting/handout/da")
HERS = "kedel månestof ribs trappe"


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


def library(screen: Screen, store: OpenStore) -> HouseLibrary:
    shipped = screen.window._program.library
    return HouseLibrary(shipped, own_material(store, shipped))


def view(screen: Screen, key: TextKey = KEY) -> TextView:
    return screen.in_store(lambda store: view_text(store, library(screen, store), key))


def page(screen: Screen) -> EditorPage:
    found = screen.workspace.page
    assert isinstance(found, EditorPage)
    return found


def at_the_editor(demo: Demo, place: Place = PLACE) -> tuple[Screen, SourceEdit]:
    screen = demo()
    screen.go(place)
    return screen, screen.find(SourceEdit, SAY("The text"))


def pages(screen: Screen) -> str:
    """Return what the pages beside the text say, as soon as they follow it."""
    preview = page(screen)._side.pages
    assert preview.pdf is not None
    return text(preview.pdf._buffer.data().data())


def write(screen: Screen, edit: SourceEdit, words: str) -> None:
    """Type at the end of the text, and wait until the pages have followed."""
    edit.setFocus()
    screen.key(Qt.Key.Key_End, CTRL)
    with screen.qtbot.waitSignal(page(screen)._over.answered, timeout=10_000):
        for at, line in enumerate(words.split("\n")):
            if at:
                QTest.keyClick(edit, Qt.Key.Key_Return)
            screen.type(line, edit)
    screen.settle()


def keep_now(screen: Screen) -> None:
    screen.workspace.flush()
    screen.settle()


def undo(screen: Screen) -> None:
    toast = screen.window._toasts.shown
    assert toast is not None
    toast.undo.click()
    screen.settle()


def test_the_pages_follow_what_is_typed_and_stay_where_they_were(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    preview = screen.find(PagePreview, SAY("The pages as they will print"))
    preview.verticalScrollBar().setValue(200)
    write(screen, edit, "\n\nHusets egen linje.")
    assert "Husets egen linje." in pages(screen)
    assert preview.verticalScrollBar().value() == 200


def test_what_is_typed_is_kept_as_a_draft_and_through_a_lock(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    before = view(screen)
    assert before.draft is None
    edit.setFocus()
    screen.key(Qt.Key.Key_End, CTRL)
    screen.type("Nyt.", edit)
    screen.qtbot.waitUntil(lambda: not page(screen)._draft.is_waiting, timeout=2_000)
    screen.settle()
    assert view(screen).latest == f"{before.latest}Nyt."
    assert view(screen).in_force == before.in_force
    screen.type(" Mere.", edit)
    at = edit.textCursor().position()
    screen.key(Qt.Key.Key_L, CTRL)
    assert screen.window.workspace is None
    screen.unlock()
    edit = screen.find(SourceEdit, SAY("The text"))
    assert edit.source == f"{before.latest}Nyt. Mere."
    assert screen.focus() is edit
    assert edit.textCursor().position() == at


def test_typing_goes_on_while_the_pages_are_made_and_only_the_newest_is_shown(
    demo: Demo,
) -> None:
    screen, edit = at_the_editor(demo)
    lane, gate = screen.window.lane, Event()
    answers: list[object] = []
    page(screen)._over.answered.connect(answers.append)
    lane.ask(lane, lambda: gate.wait(30), lambda _: None)
    edit.setFocus()
    screen_keys = "Her skrives der videre. "
    QTest.keyClick(edit, Qt.Key.Key_End, CTRL)
    for word in screen_keys.split():
        screen.type(f"{word} ", edit)
        page(screen)._over.ask_now()
        assert edit.source.endswith(f"{word} ")
    assert answers == []
    gate.set()
    screen.qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    screen.settle()
    assert len(answers) == 1
    assert "Her skrives der videre." in pages(screen)


def test_a_draft_counts_when_it_is_approved_and_undo_takes_that_back(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    shipped = view(screen).in_force
    write(screen, edit, "\n\nHusets egen linje.")
    keep_now(screen)
    screen.key(Qt.Key.Key_Return, CTRL)
    approved = view(screen)
    assert approved.in_force.endswith("Husets egen linje.")
    assert [v.state for v in approved.versions] == [State.APPROVED]
    assert not screen.find(QAbstractButton, SAY("Approve")).isEnabled()
    undo(screen)
    assert view(screen).in_force == shipped
    assert view(screen).latest.endswith("Husets egen linje.")
    write(screen, edit, " Og en til.")
    keep_now(screen)
    assert view(screen).latest.endswith("linje. Og en til.")


def test_a_draft_is_thrown_away_and_comes_back(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    shipped = edit.source
    write(screen, edit, "Ikke det her.")
    keep_now(screen)
    screen.press(SAY("Throw the draft away"))
    assert edit.source == shipped
    assert view(screen).draft is None
    undo(screen)
    assert edit.source.endswith("Ikke det her.")
    write(screen, edit, " Videre.")
    keep_now(screen)
    assert view(screen).latest.endswith("Ikke det her. Videre.")


def test_a_fault_is_said_with_its_line_and_the_pages_stay(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    before = pages(screen)
    write(screen, edit, "\n\n::: boks\n")
    line = edit.blockCount() - 1
    assert screen.sees(f"{line}")
    assert page(screen)._fault.text().startswith(f"Linje {line}")
    assert pages(screen) == before
    assert not screen.find(QAbstractButton, SAY("Approve")).isEnabled()
    edit.go_to_line(1)
    screen.press(SAY("Go to the line"))
    assert screen.focus() is edit
    assert edit.textCursor().blockNumber() == line - 1


def test_blocks_are_put_in_by_keyboard_with_their_words_to_type_over(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    shipped = edit.source
    edit.go_to_line(2)
    screen.key(Qt.Key.Key_B, CTRL | SHIFT)
    screen.type("Husk")
    assert "::: box Husk\n" in edit.source
    for key in (Qt.Key.Key_L, Qt.Key.Key_C, Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_H):
        screen.key(Qt.Key.Key_End, CTRL)
        screen.key(key, CTRL | SHIFT)
    for begun in ("lines 3", "check", "scale 0 10", "columns", "help"):
        assert f"::: {begun}" in edit.source
    page(screen)._over.ask_now()
    screen.settle()
    assert page(screen)._fault.isHidden()
    while edit.source != shipped:
        edit.undo()


def test_words_that_tell_are_counted_in_the_discreet_form_alone(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    write(screen, edit, "\n\nDer var vold. {Der var vold.|Der var regn.}\n")
    said = Language("da").count("{n} word tells", "{n} words tell", 1)
    assert screen.sees(said)
    screen.key(Qt.Key.Key_D, CTRL | SHIFT)
    assert not screen.find(QCheckBox, SAY("Discreet form")).isChecked()
    screen.settle()
    assert not screen.sees(said)
    assert "regn" not in pages(screen)


def test_a_long_sentence_leads_to_its_line(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    long = " ".join(["sætningen"] + ["bliver"] * 60)
    edit.set_source(f"# Titel\n\nKort.\n\n{long}.\n")
    page(screen)._over.ask_now()
    screen.press(SAY("Reading ease"))
    screen.settle()
    rows = [row for row in page(screen).findChildren(Row) if row.isVisible()]
    rows[0].setFocus()
    screen.key(Qt.Key.Key_Return)
    assert edit.textCursor().blockNumber() == 4
    assert screen.focus() is edit


def test_somebody_elses_draft_is_never_written_over(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    shipped = edit.source
    theirs = f"{shipped}Anna skrev."
    screen.in_store(lambda store: write_draft(store, library(screen, store), KEY, theirs, now))
    edit.setFocus()
    screen.key(Qt.Key.Key_End, CTRL)
    screen.type("Bo skrev.", edit)
    keep_now(screen)
    assert view(screen).latest == theirs
    assert edit.source == f"{shipped}Bo skrev."
    both = screen.find(QPlainTextEdit, SAY("From their draft to yours")).toPlainText()
    assert "Anna" in both
    assert "Bo" in both
    screen.press(SAY("Take theirs"))
    assert edit.source == theirs
    screen.in_store(lambda store: drop_draft_of(store, KEY))
    screen.in_store(
        lambda store: write_draft(store, library(screen, store), KEY, f"{shipped}Igen.", now)
    )
    screen.type(" Bo igen.", edit)
    keep_now(screen)
    screen.press(SAY("Keep mine"))
    assert view(screen).latest == edit.source


def test_a_translation_starts_from_the_danish_text_beside_it(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    languages = screen.find(QComboBox, SAY("Language"))
    languages.setCurrentIndex(languages.findData("uk"))
    languages.activated.emit(languages.currentIndex())
    screen.settle()
    assert screen.workspace.place.slug == "co-parenting/handout/uk"
    edit = screen.find(SourceEdit, SAY("The text"))
    assert edit.source == ""
    danish = screen.find(QPlainTextEdit, SAY("The Danish text")).toPlainText()
    assert danish
    screen.press(SAY("Start from the Danish text"))
    assert edit.source == danish
    keep_now(screen)
    assert view(screen, TextKey("co-parenting", HANDOUT, "uk")).latest == danish


def test_an_outdated_translation_is_marked(demo: Demo) -> None:
    screen = demo()

    def adapt(store: OpenStore) -> None:
        write_draft(store, library(screen, store), KEY, "# Nyt", now)
        approve(store, KEY, now)

    screen.in_store(adapt)
    screen.go(Place(PageName.EDITOR, slug="co-parenting/handout/en"))
    languages = screen.find(QComboBox, SAY("Language"))
    english = SAY("{language} – outdated", language="Engelsk")
    assert languages.currentText() == english
    assert screen.sees(SAY("The Danish text has changed since this translation was made."))


def test_arabic_is_written_from_the_right(demo: Demo) -> None:
    screen, edit = at_the_editor(demo, Place(PageName.EDITOR, slug="co-parenting/handout/ar"))
    write(screen, edit, "# ورقة")
    assert edit.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    assert page(screen)._side.pages.page_count == 1
    languages = screen.find(QComboBox, SAY("Language"))
    assert languages.currentText() == "Arabisk"


@pytest.mark.parametrize(("role", "may"), [(Role.PEDAGOGUE, True), (Role.COORDINATOR, False)])
def test_pedagogues_approve_and_coordinators_do_not(demo: Demo, role: Role, may: bool) -> None:
    screen = demo()
    rights, typed = Rights(frozenset({role})), NewPassphrase(HERS, HERS)
    screen.in_store(lambda store: add_person(store, PASSPHRASE, "Bo Påfund", rights, typed, TODAY))
    screen.window.lock()
    screen.settle()
    screen.unlock(HERS)
    screen.go(PLACE)
    edit = screen.find(SourceEdit, SAY("The text"))
    write(screen, edit, "\n\nNyt.")
    keep_now(screen)
    assert screen.find(QAbstractButton, SAY("Approve")).isEnabled() is may
    assert view(screen).latest.endswith("Nyt.")


def test_a_guide_is_written_in_its_one_form(demo: Demo) -> None:
    screen, edit = at_the_editor(demo, Place(PageName.EDITOR, slug="co-parenting/guide/da"))
    assert edit.source == view(screen, TextKey("co-parenting", GUIDE, "da")).shipped
    assert not [box for box in screen.window.findChildren(QCheckBox) if box.isVisible()]
    assert page(screen)._side.pages.page_count > 1


def test_a_misspelt_word_is_put_right_by_keyboard_or_remembered(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    edit.set_source("# Titel\n\nVi har en goood dag med Zumbaqa.\n")
    ready = Language("da").count("{n} word to look at", "{n} words to look at", 2)
    page(screen)._over.ask_now()
    screen.qtbot.waitUntil(lambda: screen.sees(ready), timeout=10_000)
    screen.settle()
    edit.go_to_line(1)
    screen.key(Qt.Key.Key_F7)
    assert edit.textCursor().selectedText() == "goood"
    menu = screen.find(WordMenu, SAY("What may have been meant"))
    assert screen.focus() is menu
    screen.key(Qt.Key.Key_Escape)
    assert screen.focus() is edit
    screen.key(Qt.Key.Key_F10, SHIFT)
    wanted = menu.item(0).text()
    screen.key(Qt.Key.Key_Return)
    assert f"Vi har en {wanted} dag" in edit.source
    screen.key(Qt.Key.Key_F7)
    assert edit.textCursor().selectedText() == "Zumbaqa"
    menu.setCurrentRow(menu.count() - 1)
    screen.key(Qt.Key.Key_Return)
    assert screen.in_store(own_words) == {"Zumbaqa"}
    screen.qtbot.waitUntil(lambda: edit.take_next_misspelt() == "", timeout=10_000)
    undo(screen)
    assert screen.in_store(own_words) == frozenset()


def test_a_word_that_is_right_has_no_menu(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    edit.setFocus()
    screen.key(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert screen.focus() is edit

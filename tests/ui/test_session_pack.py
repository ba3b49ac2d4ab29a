"""Printing all of a session's papers from its page, by keyboard and mouse."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from pdf_reading import everything, page_texts, text
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QSpinBox
from screen import Screen
from test_roles import become

from groupkit.domain.material import GUIDE, HANDOUT, TextKey
from groupkit.domain.roles import Role
from groupkit.domain.session import Session
from groupkit.language import Language
from groupkit.ui.pages.session.pack_form import PackForm
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.joining import circle
from groupkit.usecases.papers import Printable
from groupkit.usecases.planning import group_cards, view_group
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.recording import roster_of
from groupkit.usecases.writing import approve, write_draft

Demo = Callable[[], Screen]
CTRL = Qt.KeyboardModifier.ControlModifier
DANISH = Language("da")
SAY, PICK = DANISH.say, DANISH.pick
WHOLE = SAY("Everything for this session …")
KEY = TextKey("safety", HANDOUT, "da")


def at_safety(screen: Screen) -> Session:
    """Go to preparing the session about safety, which has a handout and a worksheet."""
    session = next(each for each in screen.sessions() if each.topic == "safety")
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    return session


def women_at(screen: Screen, session: Session) -> int:
    def count(store: OpenStore) -> int:
        with store.work() as work:
            return sum(not m.is_paused(session.day) for m in roster_of(work, session))

    return screen.in_store(count)


def box(screen: Screen, name: str) -> QSpinBox:
    return screen.find(QSpinBox, name)


def boxes(screen: Screen) -> dict[str, int]:
    form = screen.window.findChild(PackForm)
    assert form is not None
    return {each.accessibleName(): each.value() for each in form.findChildren(QSpinBox)}


def copies(screen: Screen, form: str, language: str = "Danish") -> list[int]:
    """Return the numbers of every sheet in a form and language."""
    ending = f", {PICK('language', language)}, {SAY(form)}"
    return [number for name, number in boxes(screen).items() if name.endswith(ending)]


def shown(screen: Screen) -> Printable:
    (preview,) = (each for each in screen.window.findChildren(Preview) if each.isVisible())
    return preview.paper


def total(screen: Screen) -> str:
    screen.settle()
    (label,) = (w for w in screen.window.findChildren(QLabel, "packSum") if w.isVisible())
    return label.text()


def used(screen: Screen, session: Session) -> dict[TextKey, str]:
    def read(store: OpenStore) -> dict[TextKey, str]:
        with store.work() as work:
            return dict(work.texts.used_by(session.id))

    return screen.in_store(read)


def adapt(screen: Screen, source: str) -> None:
    def now() -> dt.datetime:
        return dt.datetime(2027, 1, 20, 9, tzinfo=dt.UTC)

    def write(store: OpenStore) -> None:
        shipped = screen.workspace.page.desk.library.shipped  # type: ignore[union-attr]
        write_draft(store, HouseLibrary(shipped, own_material(store, shipped)), KEY, source, now)

    screen.in_store(write)
    desk = screen.workspace.page.desk  # type: ignore[union-attr]
    desk.do(desk, lambda: approve(desk.store, KEY, now))
    screen.settle()


def test_by_keyboard_alone_the_pile_is_printed_as_it_is(demo: Demo) -> None:
    screen = demo()
    session = at_safety(screen)
    women = women_at(screen, session)
    assert women
    screen.key(Qt.Key.Key_P, CTRL)
    assert screen.focus() is screen.find(QPushButton, SAY("Look at it and print …"))
    assert copies(screen, "Discreet form") == [women, women]
    assert copies(screen, "Plain form") == [0, 0]
    screen.key(Qt.Key.Key_Return)
    paper = shown(screen)
    pages = page_texts(paper.pdf)
    titles = [pages[at] for at in range(0, len(pages), 2)]
    assert len({each for each in titles if each}) < len(titles)
    assert sum(page.startswith("Ro i hverdagen") for page in pages) == women
    assert paper.both_sides
    names = screen.in_store(lambda store: circle(store, session.group_id, screen.day)).memberships
    assert not any(each.participant.alias in everything(paper.pdf) for each in names)
    screen.key(Qt.Key.Key_Escape)
    assert screen.focus() is screen.find(QPushButton, SAY("Look at it and print …"))
    screen.key(Qt.Key.Key_Escape)
    assert screen.focus() is screen.find(QPushButton, WHOLE)


def test_by_mouse_copies_forms_and_sides_are_chosen(demo: Demo) -> None:
    screen = demo()
    session = at_safety(screen)
    women = women_at(screen, session)
    screen.click(WHOLE)
    english = f"{PICK('language', 'English')}, {SAY('Large print, discreet')}"
    name = next(each for each in boxes(screen) if each.endswith(english))
    spin = box(screen, name)
    spin.selectAll()
    QTest.keyClicks(spin, "2")
    before = total(screen)
    QTest.mouseClick(
        screen.find(QCheckBox, SAY("On both sides of the paper")), Qt.MouseButton.LeftButton
    )
    assert total(screen) != before
    QTest.mouseClick(
        screen.find(QCheckBox, SAY("A sheet between the two parts of the pile")),
        Qt.MouseButton.LeftButton,
    )
    screen.click(SAY("Look at it and print …"))
    paper = shown(screen)
    pages = page_texts(paper.pdf)
    assert all(pages)
    assert not paper.both_sides
    assert sum("A calmer day" in page for page in pages) == 2
    assert SAY("To hand out") not in text(paper.pdf)
    assert str(len(pages)) in total(screen)
    assert sum(page.startswith("Ro i hverdagen") for page in pages) == women


def test_the_paper_said_is_the_paper_printed(demo: Demo) -> None:
    screen = demo()
    at_safety(screen)
    screen.click(WHOLE)
    said = total(screen)
    screen.click(SAY("Look at it and print …"))
    sheets = len(page_texts(shown(screen).pdf)) // 2
    assert said.startswith(
        DANISH.count("In all {n} sheet of paper.", "In all {n} sheets of paper.", sheets)
    )


def test_another_number_of_women_changes_what_was_not_typed(demo: Demo) -> None:
    screen = demo()
    session = at_safety(screen)
    women = women_at(screen, session)
    screen.click(WHOLE)
    first = next(name for name in boxes(screen) if name.endswith(SAY("Discreet form")))
    box(screen, first).setValue(women + 5)
    box(screen, SAY("Women")).setValue(women + 1)
    box(screen, SAY("Facilitators")).setValue(4)
    assert copies(screen, "Discreet form") == [women + 5, women + 1]
    assert boxes(screen)[SAY("{sheet}, copies", sheet=SAY("Run sheet"))] == 4


def test_nothing_chosen_is_not_printed(demo: Demo) -> None:
    screen = demo()
    at_safety(screen)
    screen.click(WHOLE)
    form = screen.window.findChild(PackForm)
    assert form is not None
    for each in form.findChildren(QSpinBox):
        each.setValue(0)
    assert total(screen) == SAY("Nothing is chosen.")
    assert not screen.find(QPushButton, SAY("Look at it and print …")).isEnabled()
    screen.key(Qt.Key.Key_P, CTRL)
    assert not [each for each in screen.window.findChildren(Preview) if each.isVisible()]


def test_a_lock_keeps_what_was_typed_and_leaving_forgets_it(demo: Demo) -> None:
    screen = demo()
    session = at_safety(screen)
    women = women_at(screen, session)
    screen.click(WHOLE)
    spin = box(screen, SAY("Women"))
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "5")
    screen.key(Qt.Key.Key_L, CTRL)
    assert screen.window.workspace is None
    screen.unlock()
    assert box(screen, SAY("Women")).value() == 5
    assert copies(screen, "Discreet form") == [5, 5]
    screen.key(Qt.Key.Key_Escape)
    screen.click(WHOLE)
    assert box(screen, SAY("Women")).value() == women


def test_copying_an_agenda_and_the_pile_take_each_others_place(demo: Demo) -> None:
    screen = demo()
    at_safety(screen)
    screen.key(Qt.Key.Key_P, CTRL)
    screen.key(Qt.Key.Key_K, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert screen.sees(SAY("Copy an agenda"))
    assert not screen.sees(SAY("To hand out"))
    screen.key(Qt.Key.Key_P, CTRL)
    assert screen.sees(SAY("To hand out"))
    assert not screen.sees(SAY("Copy an agenda"))
    screen.key(Qt.Key.Key_I, CTRL)
    screen.key(Qt.Key.Key_Escape)
    assert screen.find(QPushButton, WHOLE).isEnabled()


def test_each_paper_has_its_class_and_is_printed_alone(demo: Demo) -> None:
    screen = demo()
    at_safety(screen)
    assert screen.sees(PICK("sheet", "Take home"))
    assert screen.sees(PICK("sheet", "Facilitators only"))
    titles = {b.accessibleName() for b in screen.window.findChildren(QAbstractButton)}
    sheet = next(t for t in titles if t == SAY("{sheet}, plain form", sheet="Tryg efter volden"))
    screen.press(sheet)
    assert "Tryg efter volden" in text(shown(screen).pdf)
    screen.key(Qt.Key.Key_Escape)
    screen.press(SAY("{sheet}, discreet form", sheet="Tryg efter volden"))
    assert "vold" not in text(shown(screen).pdf)
    screen.key(Qt.Key.Key_Escape)
    screen.press(SAY("Facilitators' guide"))
    assert SAY("For facilitators only") in text(shown(screen).pdf)


def test_what_was_looked_at_is_not_kept_and_what_was_printed_is(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    session = at_safety(screen)
    screen.press(SAY("{sheet}, discreet form", sheet="Tryg efter volden"))
    screen.key(Qt.Key.Key_Escape)
    assert used(screen, session) == {}
    screen.press(SAY("Facilitators' guide"))
    preview = screen.window.findChild(Preview)
    assert preview is not None
    preview._print()
    (dialog,) = screen.window.findChildren(QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(30)
    dialog.done(QPrintDialog.DialogCode.Accepted)
    screen.settle()
    assert set(used(screen, session)) == {TextKey("safety", GUIDE, "da")}
    screen.key(Qt.Key.Key_Escape)
    screen.qtbot.waitUntil(lambda: (tmp_path / "out.pdf").exists())


def test_a_later_text_leaves_the_one_that_was_printed(demo: Demo, tmp_path: Path) -> None:
    screen = demo()
    session = at_safety(screen)
    assert session.day < screen.day
    screen.key(Qt.Key.Key_P, CTRL)
    screen.key(Qt.Key.Key_Return)
    preview = screen.window.findChild(Preview)
    assert preview is not None
    preview.save_to(tmp_path / "papers.pdf")
    screen.key(Qt.Key.Key_Escape)
    screen.settle()
    before = used(screen, session)
    assert len(before) == 3
    adapt(screen, "# Vores nye ark\n\nHej.")
    screen.key(Qt.Key.Key_Escape)
    assert screen.sees(SAY("{sheet}: printed as it stood then.", sheet="Tryg efter volden"))
    screen.press(SAY("{sheet}, discreet form", sheet="Vores nye ark"))
    assert "Vores nye ark" in text(shown(screen).pdf)
    screen.window.findChild(Preview).save_to(tmp_path / "new.pdf")  # type: ignore[union-attr]
    screen.key(Qt.Key.Key_Escape)
    assert used(screen, session) == before
    screen.press(SAY("{sheet}, as it was", sheet="Tryg efter volden"))
    assert text(shown(screen).pdf).startswith("Ro i hverdagen")


def test_finishing_a_record_keeps_the_texts_of_the_house_language(demo: Demo) -> None:
    screen = demo()
    session = at_safety(screen)
    screen.go(Place(PageName.SESSION, session.id, tab="record"))
    if session.recorded:
        screen.press(SAY("Reopen the record"))
    screen.press(SAY("Finish the record"))
    assert {key.language for key in used(screen, session)} == {"da"}
    assert len(used(screen, session)) == 3


def test_a_pedagogue_types_how_many_women_there_are(demo: Demo) -> None:
    screen = demo()
    become(screen, Role.PEDAGOGUE)
    [first, *_] = screen.in_store(lambda store: group_cards(store, screen.day))
    sessions = screen.in_store(lambda store: view_group(store, first.group.id)).sessions
    session = next(each for each in sessions if each.topic == "safety")
    screen.go(Place(PageName.SESSION, session.id, tab="prepare"))
    screen.click(WHOLE)
    assert screen.sees(SAY("A guess: your role shows no women. Put in how many there will be."))
    spin = box(screen, SAY("Women"))
    spin.setFocus()
    spin.selectAll()
    QTest.keyClicks(spin, "6")
    screen.key(Qt.Key.Key_Tab)
    assert copies(screen, "Discreet form") == [6, 6]
    screen.click(SAY("Look at it and print …"))
    pages = page_texts(shown(screen).pdf)
    assert sum(page.startswith("Ro i hverdagen") for page in pages) == 6

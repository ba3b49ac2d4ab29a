"""Pictures in the editor and the house's logo, by keyboard, mouse, paste and drop."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from screen import Screen

from groupkit.domain.material import HANDOUT, TextKey
from groupkit.domain.picture import LOGO
from groupkit.language import Language
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.pages.editor import EditorPage
from groupkit.ui.pages.editor.picture_sheet import PictureSheet
from groupkit.ui.pages.editor.picture_shelf import PictureShelf
from groupkit.ui.pages.editor.source_edit import SourceEdit
from groupkit.ui.places import PageName, Place
from groupkit.usecases.pictures import find_picture, kept_pictures

Demo = Callable[[], Screen]
LANGUAGE = Language("da")
SAY = LANGUAGE.say
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = TextKey("co-parenting", HANDOUT, "da")
PLACE = Place(PageName.EDITOR, slug="co-parenting/handout/da")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    return drawn(tmp_path / "Hånd på maven.png", "teal")


def drawn(file: Path, colour: str) -> Path:
    written = BytesIO()
    Image.new("RGB", (120, 80), colour).save(written, "PNG")
    file.write_bytes(written.getvalue())
    return file


def at_the_editor(demo: Demo) -> tuple[Screen, SourceEdit]:
    screen = demo()
    screen.go(PLACE)
    edit = screen.find(SourceEdit, SAY("The text"))
    edit.setFocus()
    screen.key(Qt.Key.Key_End, CTRL)
    return screen, edit


def open_sheet(screen: Screen) -> PictureSheet:
    screen.key(Qt.Key.Key_P, CTRL | SHIFT)
    return screen.find(PictureSheet, SAY("Put a picture in"))


def choose_file(screen: Screen, file: Path) -> None:
    dialog = next(d for d in screen.window.findChildren(QuietFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(file))
    dialog.close()
    screen.settle()


def names(screen: Screen) -> list[str]:
    return [kept.facts.name for kept in screen.in_store(kept_pictures)]


def last_line(edit: SourceEdit) -> list[str]:
    return edit.source.rstrip("\n").split("\n")[-2:]


def test_a_picture_from_a_file_goes_into_the_text_by_keyboard(demo: Demo, photo: Path) -> None:
    screen, edit = at_the_editor(demo)
    open_sheet(screen)
    put_in = screen.find(QAbstractButton, SAY("Put it in"))
    assert not put_in.isEnabled()
    screen.press(SAY("From a file …"))
    choose_file(screen, photo)
    assert put_in.isEnabled()
    words = screen.find(QLineEdit, SAY("What it shows"))
    assert screen.focus() is words
    screen.type("En hånd på maven")
    screen.key(Qt.Key.Key_Return, CTRL)
    assert not screen.window.findChildren(PictureSheet)
    assert last_line(edit) == ["::: picture haand-paa-maven half | En hånd på maven", ":::"]
    assert screen.focus() is edit
    screen.workspace.flush()
    screen.settle()
    page = screen.workspace.page
    assert isinstance(page, EditorPage)
    assert not page._fault.isVisible()
    kept = screen.in_store(kept_pictures)
    assert [each.texts for each in kept] == [(KEY,)]


def test_words_are_asked_for_and_a_bar_in_them_ends_nothing(demo: Demo, photo: Path) -> None:
    screen, edit = at_the_editor(demo)
    sheet = open_sheet(screen)
    sheet.take_file(photo)
    screen.settle()
    before = edit.source
    screen.press(SAY("Put it in"))
    assert edit.source == before
    assert sheet.isVisible()
    assert screen.focus() is screen.find(QLineEdit, SAY("What it shows"))
    screen.type("Ro | {vold|uro}")
    screen.press(SAY("Put it in"))
    assert last_line(edit)[0] == "::: picture haand-paa-maven half | Ro / {vold|uro}"


def test_a_picture_that_is_kept_is_chosen_by_arrow_keys(
    demo: Demo, photo: Path, tmp_path: Path
) -> None:
    screen, edit = at_the_editor(demo)
    sheet = open_sheet(screen)
    for file in (photo, drawn(tmp_path / "Trappe.png", "navy")):
        sheet.take_file(file)
        screen.settle()
    screen.key(Qt.Key.Key_Escape)
    open_sheet(screen)
    shelf = screen.find(PictureShelf, SAY("Pictures"))
    shelf.setFocus()
    screen.key(Qt.Key.Key_Home)
    screen.key(Qt.Key.Key_Right)
    assert shelf.picture is not None
    assert shelf.picture.facts.name == "trappe"
    screen.find(QLineEdit, SAY("What it shows")).setFocus()
    screen.type("En trappe")
    screen.key(Qt.Key.Key_Return)
    assert last_line(edit)[0] == "::: picture trappe half | En trappe"


def test_a_picture_is_removed_and_put_back(demo: Demo, photo: Path) -> None:
    screen, _ = at_the_editor(demo)
    sheet = open_sheet(screen)
    sheet.take_file(photo)
    screen.settle()
    screen.press(SAY("Remove"))
    assert names(screen) == []
    toast = screen.window._toasts.shown
    assert toast is not None
    toast.undo.click()
    screen.settle()
    assert names(screen) == ["haand-paa-maven"]
    assert screen.find(PictureShelf, SAY("Pictures")).count() == 1


def test_a_file_dropped_on_the_text_opens_the_sheet_with_it(demo: Demo, photo: Path) -> None:
    screen, edit = at_the_editor(demo)
    before = edit.source
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photo))])
    event = QDropEvent(
        QPointF(QPoint(40, 40)),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    edit.dropEvent(event)
    screen.settle()
    sheet = screen.find(PictureSheet, SAY("Put a picture in"))
    assert names(screen) == ["haand-paa-maven"]
    assert edit.source == before
    assert sheet.save_button.isEnabled()


def test_pixels_are_pasted_and_words_are_still_words(demo: Demo) -> None:
    screen, edit = at_the_editor(demo)
    pixels, words = QMimeData(), QMimeData()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    pixels.setImageData(image)
    words.setText("Bare ord")
    words.setImageData(image)
    assert edit.canInsertFromMimeData(pixels)
    edit.insertFromMimeData(words)
    assert edit.source.endswith("Bare ord")
    edit.insertFromMimeData(pixels)
    screen.settle()
    assert len(names(screen)) == 1
    assert screen.find(PictureSheet, SAY("Put a picture in")).isVisible()


def test_a_file_that_is_no_picture_is_told_and_nothing_is_kept(demo: Demo, tmp_path: Path) -> None:
    screen, _ = at_the_editor(demo)
    sheet = open_sheet(screen)
    wrong = tmp_path / "brev.png"
    wrong.write_bytes(b"%PDF-1.7 no picture")
    for file in (wrong, tmp_path / "gone.png", tmp_path):
        sheet.take_file(file)
        screen.settle()
        toast = screen.window._toasts.shown
        assert toast is not None
    assert names(screen) == []


def test_typed_words_outlive_a_lock(demo: Demo, photo: Path) -> None:
    screen, _ = at_the_editor(demo)
    sheet = open_sheet(screen)
    sheet.take_file(photo)
    screen.settle()
    screen.type("En hånd")
    sheet.flush()
    screen.settle()
    screen.key(Qt.Key.Key_L, CTRL)
    screen.unlock()
    screen.key(Qt.Key.Key_P, CTRL | SHIFT)
    assert screen.find(QLineEdit, SAY("What it shows")).text() == "En hånd"


def test_the_logo_is_chosen_seen_and_removed(demo: Demo, photo: Path) -> None:
    screen = demo()
    screen.go(Place(PageName.SETTINGS))
    screen.press(SAY("Choose a picture …"))
    choose_file(screen, photo)
    assert screen.find(QLabel, SAY("The house's logo")).isVisible()
    assert screen.in_store(lambda store: find_picture(store, LOGO)) is not None
    screen.press(SAY("Remove the logo"))
    assert screen.in_store(lambda store: find_picture(store, LOGO)) is None
    toast = screen.window._toasts.shown
    assert toast is not None
    toast.undo.click()
    screen.settle()
    assert screen.in_store(lambda store: find_picture(store, LOGO)) is not None
    assert screen.find(QAbstractButton, SAY("Choose another …")).isVisible()


def test_closing_the_sheet_leaves_the_text_as_it_was(demo: Demo, photo: Path) -> None:
    screen, edit = at_the_editor(demo)
    before = edit.source
    sheet = open_sheet(screen)
    sheet.take_file(photo)
    screen.settle()
    screen.key(Qt.Key.Key_Escape)
    assert edit.source == before
    assert screen.focus() is edit

"""Material packs on screen: made in one program, looked at and taken in by another, taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QListWidget
from screen import PASSPHRASE, Screen

from groupkit.crypto.keyring import new_keyring
from groupkit.domain.house import House
from groupkit.domain.material import GUIDE, HANDOUT, TextKey
from groupkit.domain.refusal import ApprovingNotForYourRole, PackFault, PackTrouble
from groupkit.domain.roles import Rights, Role
from groupkit.language import Language
from groupkit.language.sentences import sentence
from groupkit.store.opened import Store
from groupkit.store.opening import create
from groupkit.ui.differences_view import DifferencesView
from groupkit.ui.file_dialog import QuietFileDialog
from groupkit.ui.pages.library.export_sheet import ExportSheet
from groupkit.ui.pages.library.pack_sheet import PackSheet
from groupkit.ui.places import PageName, Place
from groupkit.usecases.access import NewPassphrase, add_person
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.material_packs.exporting import export, own_maker
from groupkit.usecases.material_packs.looking import look_at
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.writing import approve, view_text, write_draft
from groupkit.wiring import program
from groupkit.wiring.pack_desk import Packs

Demo = Callable[[], Screen]
LANGUAGE = Language("da")
SAY = LANGUAGE.say
SHIPPED, PACKS = program().library, Packs()
SLUG = "co-parenting"
KEY, OTHER = TextKey(SLUG, HANDOUT, "da"), TextKey(SLUG, GUIDE, "da")
DAY = dt.date(2027, 1, 13)


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


def library(store: OpenStore) -> HouseLibrary:
    return HouseLibrary(SHIPPED, own_material(store, SHIPPED))


def write(store: OpenStore, key: TextKey, text: str) -> bool:
    write_draft(store, library(store), key, text, now)
    approve(store, key, now)
    return True


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Store]:
    """The other house's store, with two texts of its own."""
    made = create(
        tmp_path / "there" / "store.db", new_keyring(), House("Det andet hus"), "Bo Opdigtet"
    )
    write(made, KEY, "# Deres ark\n\nDeres ord.")
    write(made, OTHER, "# Deres vejledning")
    yield made
    made.close()


@pytest.fixture
def pack(there: Store, tmp_path: Path) -> Path:
    file = tmp_path / "pakke.materials"
    made = export(there, library(there), PACKS, [SLUG], DAY, with_name=True)
    file.write_bytes(made.value.data)
    return file


def at_the_library(demo: Demo) -> Screen:
    screen = demo()
    screen.go(Place(PageName.LIBRARY))
    return screen


def answer(screen: Screen, file: Path) -> None:
    """Choose ``file`` in the dialog that asks for one."""
    dialog = next(d for d in screen.window.findChildren(QuietFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(file))
    dialog.close()
    screen.settle()


def opened(screen: Screen, pack: Path) -> QListWidget:
    screen.press(SAY("Take in a pack …"))
    answer(screen, pack)
    return screen.find(QListWidget, SAY("Texts and agendas of the pack"))


def in_force(screen: Screen, key: TextKey = KEY) -> str:
    return screen.in_store(lambda store: view_text(store, library(store), key).in_force)


def toast(screen: Screen) -> str:
    shown = screen.window._toasts.shown
    assert shown is not None
    return shown.accessibleName()


def test_a_pack_is_looked_at_taken_in_and_taken_back(demo: Demo, pack: Path, there: Store) -> None:
    screen = at_the_library(demo)
    before = in_force(screen)
    pieces = opened(screen, pack)
    assert screen.focus() is pieces
    number = " ".join(own_maker(there, PACKS).value.fingerprint)
    assert screen.sees(number)
    assert screen.sees("Det andet hus")
    take = screen.find(QAbstractButton, SAY("Take in {n}", n=2))
    assert not take.isEnabled()
    compared = screen.find(QCheckBox, SAY("We have compared the number, and it is the same"))
    compared.setFocus()
    screen.key(Qt.Key.Key_Space)
    assert take.isEnabled()
    screen.press(SAY("Take in {n}", n=2))
    assert not screen.window.findChildren(PackSheet)
    assert in_force(screen) == "# Deres ark\n\nDeres ord."
    shown = screen.window._toasts.shown
    assert shown is not None
    shown.undo.click()
    screen.settle()
    assert in_force(screen) == before


def test_a_maker_who_is_known_is_not_compared_again(demo: Demo, pack: Path) -> None:
    screen = at_the_library(demo)
    opened(screen, pack)
    screen.find(QCheckBox, SAY("We have compared the number, and it is the same")).click()
    screen.press(SAY("Take in {n}", n=2))
    opened(screen, pack)
    sheet = screen.find(PackSheet, SAY("Take in a material pack"))
    assert not sheet._compared.isVisible()
    nothing = screen.find(QAbstractButton, SAY("There is nothing new"))
    assert not nothing.isEnabled()


def test_one_of_two_is_chosen_by_keyboard_with_its_differences_in_sight(
    demo: Demo, pack: Path
) -> None:
    screen = at_the_library(demo)
    assert screen.in_store(lambda store: write(store, KEY, "# Vores ark\n\nVores ord."))
    screen.go(Place(PageName.TODAY))
    screen.go(Place(PageName.LIBRARY))
    pieces = opened(screen, pack)
    screen.key(Qt.Key.Key_End)
    shown = screen.find(DifferencesView, SAY("Differences")).toPlainText()
    assert "Deres" in shown
    assert "Vores" in shown
    checks = [pieces.item(row).checkState() for row in range(1, pieces.count())]
    assert checks == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    screen.key(Qt.Key.Key_Space)
    screen.key(Qt.Key.Key_Up)
    screen.key(Qt.Key.Key_Space)
    screen.find(QCheckBox, SAY("We have compared the number, and it is the same")).click()
    screen.press(SAY("Take in {n}", n=1))
    assert in_force(screen) == "# Deres ark\n\nDeres ord."
    assert in_force(screen, OTHER) != "# Deres vejledning"


def test_a_pack_that_was_changed_on_the_way_is_refused_in_a_sentence(
    demo: Demo, pack: Path, tmp_path: Path
) -> None:
    screen = at_the_library(demo)
    before = in_force(screen)
    wrong = tmp_path / "brev.materials"
    wrong.write_bytes(b"%PDF-1.7")
    screen.press(SAY("Take in a pack …"))
    answer(screen, wrong)
    assert sentence(PackTrouble(PackFault.NO_PACK), LANGUAGE) in toast(screen)
    assert not screen.window.findChildren(PackSheet)
    screen.press(SAY("Take in a pack …"))
    answer(screen, tmp_path / "gone.materials")
    assert "gone.materials" in toast(screen)
    assert in_force(screen) == before


def test_closing_the_sheet_takes_nothing_in(demo: Demo, pack: Path) -> None:
    screen = at_the_library(demo)
    before = in_force(screen)
    opened(screen, pack)
    screen.key(Qt.Key.Key_Escape)
    assert in_force(screen) == before


def test_a_pack_is_exported_and_another_house_reads_it(
    demo: Demo, there: Store, tmp_path: Path
) -> None:
    screen = at_the_library(demo)
    assert screen.in_store(lambda store: write(store, KEY, "# Vores ark"))
    screen.press(SAY("Export …"))
    sheet = screen.find(ExportSheet, SAY("Export to a material pack"))
    topic = next(topic for topic in SHIPPED.topics("da") if topic.slug == SLUG)
    assert screen.focus() is screen.find(QCheckBox, topic.title)
    screen.key(Qt.Key.Key_Space)
    assert not sheet._make.isEnabled()
    screen.key(Qt.Key.Key_Space)
    screen.press(SAY("Save the pack …"))
    target = tmp_path / "ud.materials"
    answer(screen, target)
    assert "ud.materials" in toast(screen)
    view = look_at(there, library(there), PACKS, target.read_bytes())
    assert [piece.theirs for piece in view.pieces] == ["# Vores ark"]
    assert view.pack.maker.name == ""


def test_with_nothing_of_its_own_a_house_has_nothing_to_export(demo: Demo) -> None:
    screen = at_the_library(demo)
    screen.press(SAY("Export …"))
    assert screen.sees(SAY("There is nothing to pack yet: all texts that count are as they ship."))
    assert not screen.find(QAbstractButton, SAY("Save the pack …")).isEnabled()


def test_who_may_not_approve_is_told_so(demo: Demo, pack: Path) -> None:
    screen = at_the_library(demo)
    word = "kedel månestof ribs trappe"
    rights = Rights(frozenset({Role.COORDINATOR}))
    screen.in_store(
        lambda store: add_person(
            store,
            PASSPHRASE,
            "Cy Opdigtet",
            rights,
            NewPassphrase(word, word),
            screen.day,
        )
    )
    screen.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    screen.unlock(word)
    screen.go(Place(PageName.LIBRARY))
    before = in_force(screen)
    opened(screen, pack)
    screen.find(QCheckBox, SAY("We have compared the number, and it is the same")).click()
    screen.press(SAY("Take in {n}", n=2))
    assert in_force(screen) == before
    assert sentence(ApprovingNotForYourRole(), LANGUAGE) in toast(screen)

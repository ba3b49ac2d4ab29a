"""Every page in every language, look and size: named, reachable, nothing cut or too wide."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot
from screen import PASSPHRASE, TODAY, Screen

from groupkit.crypto.derive import CHEAPEST
from groupkit.ui.desk import Notice
from groupkit.ui.pages.group.page import GroupPage
from groupkit.ui.pages.group.replan import Task
from groupkit.ui.pages.group.replan.sheet import Kind
from groupkit.ui.pages.nominations import NominationsPage
from groupkit.ui.pages.nominations.rows import DecidedRow, OpenRow
from groupkit.ui.parts.clear_spot import controls, hidden
from groupkit.ui.parts.scroll import PageScroll
from groupkit.ui.parts.sheet import Sheet
from groupkit.ui.places import PageName, Place
from groupkit.ui.search import Finder
from groupkit.ui.search.hit_row import HitRow
from groupkit.ui.theme import appearance
from groupkit.usecases.demonstrating import Demonstration, Size, fill
from groupkit.usecases.joining import circle
from groupkit.usecases.planning import group_cards
from groupkit.usecases.unlock import FirstStart, first_start
from groupkit.wiring import Program
from groupkit.wiring.vault import StoreVault

WALKS = [
    ("da", "light", (1280, 720), 1.0),
    ("en", "dark", (1280, 720), 1.0),
    ("da", "dark", (1920, 1080), 1.0),
    ("en", "light", (1920, 1080), 1.0),
    ("da", "light", (1280, 720), 2.0),
]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    made = {}
    for code in ("da", "en"):
        folder = tmp_path_factory.mktemp(code) / "arkiv"
        program = Program(StoreVault(CHEAPEST))
        opened = first_start(
            program.vault, folder, FirstStart(code, "H", "Anna Opdigtet", PASSPHRASE, PASSPHRASE)
        )
        asked = Demonstration(Size.SMALL, 5, code, TODAY)
        fill(opened.store, program.library, asked, lambda *_: None)
        opened.store.close()
        made[code] = folder
    return made


@pytest.fixture(params=WALKS, ids=lambda walk: f"{walk[0]}-{walk[1]}-{walk[2][0]}-{walk[3]}")
def walk(
    request: pytest.FixtureRequest, qtbot: QtBot, stores: dict[str, Path], tmp_path: Path
) -> Iterator[Screen]:
    code, look, size, factor = request.param
    shutil.copytree(stores[code], tmp_path / "arkiv")
    appearance.use(look, factor)
    screen = Screen(qtbot, Program(StoreVault(CHEAPEST)), tmp_path)
    screen.window.resize(*size)
    screen.unlock()
    yield screen
    screen.window.close()
    appearance.use("light", 1.0)


def places(screen: Screen) -> Iterator[Place]:
    store = screen.window.store
    assert store is not None
    found = []
    screen.window.lane.ask(
        screen.window, lambda: group_cards(store, TODAY)[0], lambda card: found.append(card)
    )
    screen.settle()
    card = found[0]
    assert card.next_session is not None
    yield from (Place(page) for page in (PageName.TODAY, PageName.GROUPS, PageName.NEW_GROUP))
    yield Place(PageName.YEAR)
    for tab in ("plan", "course", "participants", "figures"):
        yield Place(PageName.GROUP, card.group.id, tab=tab)
    for tab in ("prepare", "record"):
        yield Place(PageName.SESSION, card.next_session.id, tab=tab)
    yield Place(PageName.NOMINATIONS)
    her = screen.in_store(lambda store: circle(store, card.group.id, TODAY)).memberships[0]
    for tab in ("overview", "course", "notes", "incidents", "safety", "follow_ups"):
        yield Place(PageName.PARTICIPANT, her.participant.id, tab=tab)
    yield Place(PageName.FIGURES)
    yield Place(PageName.LIBRARY)
    for tab in ("guide", "agenda", "sheets"):
        yield Place(PageName.TOPIC, slug="co-parenting", tab=tab)
    for text in ("handout/da", "handout/uk", "guide/da"):
        yield Place(PageName.EDITOR, slug=f"co-parenting/{text}")
    yield from map(
        Place,
        (
            PageName.SETTINGS,
            PageName.HOUSE_CALENDAR,
            PageName.ACCESS,
            PageName.BACKUPS,
            PageName.KEEPING,
            PageName.CHANGE_LOG,
        ),
    )


def test_every_page_is_named_fits_and_is_reached(walk: Screen) -> None:
    for place in places(walk):
        walk.go(place)
        QApplication.processEvents()
        shown = walk.workspace.page
        assert shown is not None
        assert walk.window.windowTitle() == "groupkit"
        assert unnamed(walk.window) == [], place
        assert too_wide(shown) == [], place
        assert cut_off(walk.window) == [], place
        assert unreached(walk, shown) == set(), place


def test_the_sheets_over_a_plan_are_named_and_fit(walk: Screen) -> None:
    card = walk.in_store(lambda store: group_cards(store, TODAY))[0]
    assert card.next_session is not None
    walk.go(Place(PageName.GROUP, card.group.id, tab="plan"))
    page = walk.workspace.page
    assert isinstance(page, GroupPage)
    change = Task(Kind.SESSION, card.next_session.id)
    for open_sheet in (
        lambda: page.change_plan(change),
        lambda: page.change_plan(Task(Kind.ADD)),
        page.change_details,
        page.take_out,
    ):
        open_sheet()
        walk.settle()
        sheet = next(each for each in page.findChildren(Sheet) if each.isVisible())
        assert unnamed(sheet) == []
        assert cut_off(sheet) == []
        walk.key(Qt.Key.Key_Escape)
        assert not [each for each in page.findChildren(Sheet) if each.isVisible()]


def test_the_sheets_over_the_nominations_are_named_and_fit(walk: Screen) -> None:
    walk.go(Place(PageName.NOMINATIONS))
    page = walk.workspace.page
    assert isinstance(page, NominationsPage)
    QTest.mouseClick(page._fold, Qt.MouseButton.LeftButton)
    walk.settle()
    assert too_wide(page) == []
    assert cut_off(page) == []
    waits = next(row for row in page.findChildren(OpenRow) if row.isVisible())
    settled = next(row for row in page.findChildren(DecidedRow) if row.isVisible())
    for wanted in (waits.decide, waits.ties, waits, settled):
        wanted.setFocus()
        walk.key(Qt.Key.Key_Space)
        sheet = next(each for each in page.findChildren(Sheet) if each.isVisible())
        assert unnamed(sheet) == []
        assert cut_off(sheet) == []
        assert unreached(walk, sheet) == set()
        walk.key(Qt.Key.Key_Escape)
        assert not [each for each in page.findChildren(Sheet) if each.isVisible()]


NOTICES = (
    Notice("»Åbningsrunde« er fjernet.", undo=lambda: None),
    Notice("Et punkt varer 1 til 240 minutter. Forkort det, og prøv så igen.", is_problem=True),
)


def test_a_passing_word_hides_nothing_that_can_be_pressed(walk: Screen) -> None:
    desk = walk.window._desk
    assert desk is not None
    for place in places(walk):
        walk.go(place)
        for notice in NOTICES:
            desk.noticed.emit(notice)
            QApplication.processEvents()
            toast = walk.window._toasts.shown
            assert toast is not None
            assert walk.window.rect().contains(toast.geometry())
            assert hidden(toast.geometry(), controls(walk.window, toast)) == 0, place


def test_the_search_is_named_fits_and_is_reached(walk: Screen) -> None:
    QTest.keyClick(walk.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (finder,) = walk.window.findChildren(Finder)
    walk.type("e")
    walk.qtbot.waitUntil(lambda: bool(finder.findChildren(HitRow)))
    assert unnamed(finder) == []
    assert cut_off(finder) == []
    assert unreached(walk, finder) == set()
    for area in finder.findChildren(QScrollArea):
        assert not area.horizontalScrollBar().maximum()


def unnamed(window: QWidget) -> list[str]:
    """Return the controls that a screen reader could not name."""
    found = []
    for widget in window.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not (takes_keys and widget.isVisible() and widget.isEnabled()):
            continue
        if isinstance(widget, QScrollArea) or widget.objectName() == "qt_spinbox_lineedit":
            continue
        face = QAccessible.queryAccessibleInterface(widget)
        if face is None or not face.text(QAccessible.Text.Name):
            found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found


def too_wide(page: QWidget) -> list[int]:
    """Return how far each page scrolls sideways; it should not at all."""
    areas = [area for area in page.findChildren(PageScroll) if area.isVisible()]
    return [a.horizontalScrollBar().maximum() for a in areas if a.horizontalScrollBar().maximum()]


def cut_off(window: QWidget) -> list[str]:
    """Return the buttons whose words do not fit."""
    return [
        button.text()
        for button in window.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and button.width() < button.minimumSizeHint().width()
    ]


def unreached(screen: Screen, page: QWidget) -> set[str]:
    """Return the controls of the page that Tab never comes to."""
    wanted = {
        widget
        for widget in page.findChildren(QAbstractButton)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
    }
    start = screen.window.focusWidget() or page
    widget = start
    for _ in range(2_000):
        following = widget.nextInFocusChain()
        wanted.discard(following)
        widget = following
        if widget is start:
            break
    return {words.text() for words in wanted}

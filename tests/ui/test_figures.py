"""The figures on screen: who will read it first, and never more than she may see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit
from screen import TODAY, Screen
from test_roles import become, names, shown

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.protection import Key, Standing
from groupkit.domain.reporting.choice import About, Audience, Span, Unit
from groupkit.domain.roles import Role
from groupkit.ui.pages.figures import FiguresPage
from groupkit.ui.pages.figures.saving import SaveSheet
from groupkit.ui.pages.figures.table_card import TableCard
from groupkit.ui.parts.rail import Rail
from groupkit.ui.places import PageName, Place
from groupkit.usecases.figures.layouts import layouts
from groupkit.usecases.figures.outputs import FileKind, Outputs
from groupkit.usecases.ports import OpenStore

Demo = Callable[[], Screen]


def figures_of(screen: Screen) -> FiguresPage:
    """Go to the figures, and return the page."""
    screen.go(Place(PageName.FIGURES))
    screen.settle()
    return screen.window.findChild(FiguresPage)


def choose(screen: Screen, label: str, words: str) -> None:
    """Choose in a box by keyboard: typing the first letters of what it offers."""
    box = screen.find(QComboBox, label)
    box.setFocus()
    at = next(n for n in range(box.count()) if words in box.itemText(n))
    while box.currentIndex() != at:
        down = box.currentIndex() < at
        QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
    box.activated.emit(at)
    screen.settle()


def cards(page: FiguresPage) -> dict[str, TableCard]:
    """Return the tables by their titles."""
    return {card.accessibleName(): card for card in page.findChildren(TableCard)}


def test_the_figures_open_by_keyboard_with_the_newest_group(demo: Demo) -> None:
    screen = demo()
    screen.key(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    screen.settle()
    page = screen.window.findChild(FiguresPage)
    assert page is not None
    assert screen.focus() is screen.find(QComboBox, "Hvem skal læse det?")
    assert "Fremmøde for hvert møde" in cards(page)
    assert screen.sees("Til huset – tal om få kvinder")


def test_what_the_house_reads_names_no_woman(demo: Demo) -> None:
    screen = demo()
    women = names(screen)
    page = figures_of(screen)
    said = {
        item.text()
        for card in page.findChildren(TableCard)
        if card.grid is not None
        for row in range(card.grid.rowCount())
        for item in [card.grid.item(row, 0)]
        if item is not None
    }
    assert not said & women
    choose(screen, "Hvem skal læse det?", "Teamet")
    screen.press("Fornavne i stedet for numre")
    hers = cards(page)["Fremmøde for hver kvinde"].grid
    assert hers is not None
    labels = {hers.item(row, 0).text() for row in range(hers.rowCount())} - {"I alt"}
    assert labels
    assert labels <= women


def test_what_goes_outside_has_neither_groups_nor_sessions(demo: Demo) -> None:
    screen = demo()
    page = figures_of(screen)
    choose(screen, "Hvem skal læse det?", "Ud af huset")
    box = screen.find(QComboBox, "Om")
    offered = {box.itemText(at) for at in range(box.count())}
    assert offered == {"Fremmøde i en periode", "Årets tal"}
    assert screen.sees("Det, der går ud af huset, laves, når perioden er slut")
    page._choosers.year.set_value(TODAY.year - 1)
    screen.settle()
    assert screen.sees("Må gå ud af huset")
    assert "Fremmøde for hver gruppe" not in cards(page)
    assert screen.sees("Et skjult tal vises som en prik")


def test_a_row_leads_to_its_session_and_no_further(demo: Demo) -> None:
    screen = demo()
    page = figures_of(screen)
    grid = cards(page)["Fremmøde for hvert møde"].grid
    assert grid is not None
    grid.setFocus()
    grid.setCurrentCell(0, 0)
    QTest.keyClick(grid, Qt.Key.Key_Return)
    screen.settle()
    assert page._report is not None
    assert page._report.choice.about is About.SESSION
    assert set(cards(page)) == {"Fremmøde for hvert møde"}


def test_a_report_is_kept_by_name_run_again_and_removed(demo: Demo) -> None:
    screen = demo()
    page = figures_of(screen)
    choose(screen, "Om", "Årets tal")
    screen.press("Gem denne rapport med navn")
    screen.type("Til bestyrelsen")
    QTest.keyClick(screen.find(QLineEdit, "Hvad den skal hedde"), Qt.Key.Key_Return)
    screen.settle()
    [kept] = screen.in_store(layouts)
    assert (kept.name, kept.choice.about) == ("Til bestyrelsen", About.YEAR)
    choose(screen, "Om", "Én gruppe")
    screen.press("Til bestyrelsen")
    assert page._report is not None
    assert page._report.choice.about is About.YEAR
    assert page._report.choice.span == Span(Unit.YEAR, TODAY.year)
    screen.press("Fjern Til bestyrelsen")
    assert not screen.in_store(layouts)
    screen.press("Fortryd")
    assert [each.name for each in screen.in_store(layouts)] == ["Til bestyrelsen"]


def test_a_name_that_is_taken_is_said_at_the_field(demo: Demo) -> None:
    screen = demo()
    figures_of(screen)
    for _ in range(2):
        screen.press("Gem denne rapport med navn")
        screen.type("Hvert kvartal")
        QTest.keyClick(screen.find(QLineEdit, "Hvad den skal hedde"), Qt.Key.Key_Return)
        screen.settle()
    assert screen.sees("Der er allerede en rapport, der hedder »Hvert kvartal«")
    assert len(screen.in_store(layouts)) == 1


@pytest.mark.parametrize(
    ("kind", "starts"), [(FileKind.XLSX, b"PK"), (FileKind.CSV_DANISH, b"\xef\xbb\xbf")]
)
def test_saving_a_file_is_noted(demo: Demo, tmp_path: Path, kind: FileKind, starts: bytes) -> None:
    screen = demo()
    page = figures_of(screen)
    screen.press("Gem som fil …")
    sheet = screen.window.findChild(SaveSheet)
    assert sheet is not None
    assert page._report is not None
    file = Outputs(page.desk.press).file(page._report, kind)
    target = tmp_path / file.file_name
    sheet.save_to(target, file)
    screen.settle()
    assert target.read_bytes().startswith(starts)

    def newest(store: object) -> tuple[Deed, Subject]:
        with store.work() as work:  # type: ignore[attr-defined]
            [entry] = work.log.entries(newest=1)
        return entry.deed, entry.subject

    assert screen.in_store(newest) == (Deed.PRINTED, Subject.REPORT)


def test_what_was_given_out_is_remembered_and_taking_it_back_is_told(
    demo: Demo, tmp_path: Path
) -> None:
    screen = demo()
    page = figures_of(screen)
    choose(screen, "Hvem skal læse det?", "Ud af huset")
    choose(screen, "Om", "Årets tal")
    page._choosers.year.set_value(TODAY.year - 1)
    screen.settle()
    assert page._report is not None
    assert not screen.in_store(lambda store: _given_out(store).hidden)
    screen.press("Gem som fil …")
    sheet = screen.window.findChild(SaveSheet)
    assert sheet is not None
    sheet.save_to(tmp_path / "tal.xlsx", Outputs(page.desk.press).file(page._report, FileKind.XLSX))
    screen.settle()
    kept = screen.in_store(_given_out)
    assert kept.hidden
    assert not screen.sees("er nu skjult")
    screen.in_store(lambda store: _shown_once(store, kept.hidden))
    choose(screen, "Hvem skal læse det?", "Huset")
    choose(screen, "Hvem skal læse det?", "Ud af huset")
    assert screen.sees("er nu skjult")


def _given_out(store: OpenStore) -> Standing:
    with store.work() as work:
        return work.published.of_year(TODAY.year - 1)


def _shown_once(store: OpenStore, keys: frozenset[Key]) -> None:
    with store.work() as work:
        work.published.put(TODAY.year - 1, Standing(keys))
        work.commit()


def test_a_coordinator_sees_the_figures_and_a_pedagogue_does_not(demo: Demo) -> None:
    screen = demo()
    become(screen, Role.PEDAGOGUE)
    rail = screen.window.findChildren(Rail)[-1]
    assert "Tal" not in {button.text() for button in rail.findChildren(QAbstractButton)}


def test_a_coordinator_makes_the_years_figures(demo: Demo) -> None:
    screen = demo()
    become(screen, Role.COORDINATOR)
    assert "Tal" in shown(screen)
    page = figures_of(screen)
    choose(screen, "Om", "Årets tal")
    assert page._report is not None
    assert page._report.choice.audience is Audience.HOUSE
    assert "Nye voldsepisoder, der blev fortalt om" in cards(page)

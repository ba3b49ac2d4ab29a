"""A topic's page: its guide, agenda and sheets in every form, and the history of each text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from pdf_reading import text
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QRadioButton,
)
from screen import Screen

from groupkit.documents.library import ShippedLibrary
from groupkit.domain.material import HANDOUT, WORKSHEET, Sharing, TextKey
from groupkit.domain.topic import Topic
from groupkit.language import Language
from groupkit.ui.pages.topic import TopicPage
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.usecases.changes import Done
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.library_view import view_topic
from groupkit.usecases.own_topics import add_topic
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.writing import approve, view_text, write_draft

Demo = Callable[[], Screen]
SAY = Language("da").say
KEY = TextKey("co-parenting", HANDOUT, "da")
SHEETS = Place(PageName.TOPIC, slug="co-parenting", tab="sheets")


def now() -> dt.datetime:
    return dt.datetime(2027, 1, 13, 17, 30, tzinfo=dt.UTC)


def library(screen: Screen, store: OpenStore) -> HouseLibrary:
    shipped = screen.window._program.library
    return HouseLibrary(shipped, own_material(store, shipped))


def carry_out(screen: Screen, deed: Callable[[OpenStore], Done[object]]) -> None:
    """Do something as another page would."""
    desk = screen.window._desk
    assert desk is not None
    desk.do(desk, lambda: deed(desk.store))
    screen.settle()


def approve_text(screen: Screen, source: str, key: TextKey = KEY) -> None:
    def write(store: OpenStore) -> Done[object]:
        write_draft(store, library(screen, store), key, source, now)
        return approve(store, key, now)

    carry_out(screen, write)


def undo(screen: Screen) -> None:
    toast = screen.window._toasts.shown
    assert toast is not None
    toast.undo.click()
    screen.settle()


def printed(screen: Screen) -> str:
    preview = screen.window.findChild(Preview)
    assert preview is not None
    return text(preview.paper.pdf)


def choose(screen: Screen, name: str, key: str) -> None:
    box = screen.find(QComboBox, name)
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())
    screen.settle()


def test_sheets_say_what_may_become_of_them_and_print_discreetly_first(demo: Demo) -> None:
    screen = demo()
    approve_text(screen, "# {Vold|Hverdag}\n\nHusets egen linje.")
    screen.go(SHEETS)
    sheets = screen.find(QListWidget, SAY("Sheets"))
    assert screen.focus() is sheets
    assert sheets.item(0).text() == "Vold"
    assert screen.sees(Language("da").pick("sheet", "Take home"))
    screen.press("Print uddelingsarket")
    assert "Hverdag" in printed(screen)
    screen.key(Qt.Key.Key_Escape)
    screen.settle()
    choose(screen, SAY("Wording"), "plain")
    choose(screen, SAY("Paper"), "large")
    screen.press("Print uddelingsarket")
    assert "Vold" in printed(screen)


def test_a_sheet_is_added_and_written_at_once(demo: Demo) -> None:
    screen = demo()
    screen.go(SHEETS)
    screen.press(SAY("Add a sheet"))
    screen.key(Qt.Key.Key_Return)
    assert screen.sees(SAY("A sheet needs a title."))
    screen.type("Mit budget")
    stays = Language("da").pick("sheet", "Stays here")
    screen.find(QRadioButton, stays).setChecked(True)
    screen.find(QLineEdit, SAY("Title")).setFocus()
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.slug == "co-parenting/mit-budget/da"
    key = TextKey("co-parenting", "mit-budget", "da")
    kept = screen.in_store(lambda store: view_text(store, library(screen, store), key))
    assert kept.latest == "# Mit budget\n\n"
    view = screen.in_store(
        lambda store: view_topic(store, library(screen, store), "co-parenting", "da")
    )
    added = view.text("mit-budget")
    assert added is not None
    assert added.sharing is Sharing.STAYS_HERE


def test_a_sheet_is_retired_and_taken_back(demo: Demo) -> None:
    screen = demo()
    screen.go(SHEETS)
    sheets = screen.find(QListWidget, SAY("Sheets"))
    assert not [b for b in buttons(screen) if b.text() == SAY("Retire the sheet")]
    sheets.setCurrentRow(1)
    screen.settle()
    screen.press(SAY("Retire the sheet"))
    assert WORKSHEET not in in_use(screen)
    undo(screen)
    assert WORKSHEET in in_use(screen)


def buttons(screen: Screen) -> list[QAbstractButton]:
    return [b for b in screen.window.findChildren(QAbstractButton) if b.isVisible()]


def in_use(screen: Screen) -> set[str]:
    view = screen.in_store(
        lambda store: view_topic(store, library(screen, store), "co-parenting", "da")
    )
    return {text.name for text in view.texts}


def test_history_tells_who_and_what_and_the_shipped_text_comes_back(demo: Demo) -> None:
    screen = demo()
    approve_text(screen, "# Et\n\nFørste linje.")
    approve_text(screen, "# Et\n\nAnden linje.")
    screen.go(SHEETS)
    screen.press(SAY("History"))
    versions = screen.find(QListWidget, SAY("Versions"))
    assert versions.count() == 3
    assert screen.focus() is versions
    differences = screen.find(QPlainTextEdit, SAY("Differences")).toPlainText()
    assert "Første" in differences
    assert "Anden" in differences
    shipped = screen.in_store(lambda store: view_text(store, library(screen, store), KEY)).shipped
    screen.press(SAY("Back to the shipped text"))
    after = screen.in_store(lambda store: view_text(store, library(screen, store), KEY))
    assert after.in_force == shipped
    undo(screen)
    back = screen.in_store(lambda store: view_text(store, library(screen, store), KEY))
    assert back.in_force == "# Et\n\nAnden linje."
    screen.find(QListWidget, SAY("Versions")).setFocus()
    screen.key(Qt.Key.Key_Escape)
    assert screen.focus() is screen.find(QListWidget, SAY("Sheets"))


def test_a_newer_shipped_text_is_looked_at_and_the_houses_own_kept(demo: Demo) -> None:
    screen = demo()
    approve_text(screen, "# Vores")
    desk = screen.window._desk
    assert desk is not None
    desk.library = HouseLibrary(Newer(), desk.library.own)
    screen.go(SHEETS)
    screen.press(SAY("Look at the newer shipped text"))
    assert "Nyt." in screen.find(QPlainTextEdit, SAY("Differences")).toPlainText()
    screen.press(SAY("Keep the house's own"))
    screen.key(Qt.Key.Key_Escape)
    assert not [b for b in buttons(screen) if b.text() == SAY("Look at the newer shipped text")]


class Newer(ShippedLibrary):
    def topics(self, language: str) -> tuple[Topic, ...]:
        return tuple(
            replace(topic, handout=topic.handout + "\nNyt.") for topic in super().topics(language)
        )


def test_an_own_topic_begins_with_a_guide_to_write_and_can_be_retired(demo: Demo) -> None:
    screen = demo()
    desk = screen.window._desk
    assert desk is not None
    carry_out(screen, lambda store: add_topic(store, desk.library, "Økonomi", "Penge", "da"))
    screen.go(Place(PageName.TOPIC, slug="oekonomi", tab="guide"))
    screen.press(SAY("About the topic"))
    screen.find(QLineEdit, SAY("Title")).selectAll()
    screen.type("Penge og gæld")
    screen.key(Qt.Key.Key_Return)
    assert screen.sees("Penge og gæld")
    screen.press(SAY("About the topic"))
    screen.press(SAY("Retire"))
    assert "oekonomi" not in {topic.slug for topic in desk.library.topics("da")}
    undo(screen)
    assert "oekonomi" in {topic.slug for topic in desk.library.topics("da")}
    screen.press(SAY("Write the guide"))
    assert screen.workspace.place.slug == "oekonomi/guide/da"


def test_another_topics_agenda_is_taken_over_and_given_back(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.TOPIC, slug="co-parenting", tab="agenda"))
    before = items(screen)
    choose(screen, SAY("Take the agenda of"), "topic/safety")
    screen.press(SAY("Suggest this agenda"))
    assert items(screen) != before
    screen.press(SAY("Back to the shipped agenda"))
    assert items(screen) == before


def items(screen: Screen) -> list[str]:
    page = screen.workspace.page
    assert isinstance(page, TopicPage)
    rows = page._agenda.findChildren(Row)
    return [row.accessibleName() for row in rows if row.isVisible()]


def test_a_lock_comes_back_to_the_sheet_and_its_history(demo: Demo) -> None:
    screen = demo()
    screen.go(SHEETS)
    screen.find(QListWidget, SAY("Sheets")).setCurrentRow(1)
    screen.settle()
    screen.press(SAY("History"))
    screen.window.lock()
    screen.settle()
    screen.unlock()
    assert screen.find(QListWidget, SAY("Versions")).isVisible()
    assert screen.workspace.place.spot == "worksheet/da/history"

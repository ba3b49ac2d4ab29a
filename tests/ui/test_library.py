"""The library: how its texts stand, a search, and topics of the house's own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from screen import Screen

from groupkit.domain.material import HANDOUT, TextKey
from groupkit.language import Language
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.usecases.changes import Done
from groupkit.usecases.house_library import HouseLibrary, own_material
from groupkit.usecases.own_topics import add_topic, change_topic
from groupkit.usecases.ports import OpenStore
from groupkit.usecases.writing import approve, write_draft

Demo = Callable[[], Screen]
SAY = Language("da").say
CTRL = Qt.KeyboardModifier.ControlModifier
KEY = TextKey("co-parenting", HANDOUT, "da")


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


def rows(screen: Screen) -> list[str]:
    screen.settle()
    found = (row for row in screen.window.findChildren(Row) if row.isVisible())
    return [row.accessibleName() for row in found]


def titled(screen: Screen, title: str) -> str:
    return next(name for name in rows(screen) if name.startswith(title))


def test_a_topic_says_that_it_was_adapted_and_that_a_draft_is_open(demo: Demo) -> None:
    screen = demo()

    def write(store: OpenStore) -> Done[object]:
        write_draft(store, library(screen, store), KEY, "# Vores ark", now)
        approve(store, KEY, now)
        return write_draft(store, library(screen, store), KEY, "# Vores nye ark", now)

    carry_out(screen, write)
    screen.go(Place(PageName.LIBRARY))
    said = titled(screen, "Samarbejde")
    assert SAY("Adapted by the house") in said
    assert SAY("Draft open") in said
    assert SAY("Translation outdated") in said
    assert SAY("Draft open") not in titled(screen, "Det første møde")


def test_a_word_narrows_the_topics(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.LIBRARY))
    every = rows(screen)
    screen.find(QLineEdit, SAY("Search in the library")).setFocus()
    screen.type("samarbejde")
    assert len(rows(screen)) < len(every)
    assert titled(screen, "Samarbejde")
    screen.type(" findes slet ikke")
    assert rows(screen) == []
    assert screen.sees(SAY("Nothing was found."))


def test_a_topic_is_made_by_keyboard_and_outlives_a_lock(demo: Demo) -> None:
    screen = demo()
    screen.go(Place(PageName.LIBRARY))
    screen.key(Qt.Key.Key_N, CTRL)
    screen.type("Penge og gæld")
    screen.key(Qt.Key.Key_L, CTRL)
    screen.unlock()
    assert screen.find(QLineEdit, SAY("Title")).text() == "Penge og gæld"
    screen.find(QLineEdit, SAY("In one line")).setFocus()
    screen.type("Hvad der er mit")
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page is PageName.TOPIC
    assert screen.sees("Penge og gæld")
    screen.go(Place(PageName.LIBRARY))
    assert titled(screen, "Penge og gæld")
    screen.key(Qt.Key.Key_N, CTRL)
    screen.type("penge og GÆLD")
    screen.key(Qt.Key.Key_Return)
    assert screen.sees("penge og GÆLD")
    screen.key(Qt.Key.Key_Escape)
    assert titled(screen, "Penge og gæld")


def test_retired_topics_are_folded_away(demo: Demo) -> None:
    screen = demo()

    def retire(store: OpenStore) -> Done[object]:
        topic = add_topic(store, library(screen, store), "Gammelt emne", "", "da").value
        return change_topic(store, replace(topic, retired=True))

    carry_out(screen, retire)
    screen.go(Place(PageName.LIBRARY))
    assert not [name for name in rows(screen) if name.startswith("Gammelt emne")]
    screen.press(Language("da").count("Show {n} retired topic", "Show {n} retired topics", 1))
    assert SAY("Retired") in titled(screen, "Gammelt emne")
    screen.press(SAY("Hide the retired topics"))
    assert not [name for name in rows(screen) if name.startswith("Gammelt emne")]

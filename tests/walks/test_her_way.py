"""Nomination, seat, session, absence, follow-up: by keyboard alone, as a screen reader hears it.

Nothing but keys reach the window. Wherever the keyboard stops, what a screen reader would say is
written down: a name and a role, in the order in which they come.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from screen import PASSPHRASE, TODAY, Screen

from groupkit.crypto.derive import CHEAPEST
from groupkit.domain.attendance import Status
from groupkit.domain.nomination import Stage
from groupkit.ui.theme import appearance
from groupkit.usecases.demonstrating import Demonstration, Size, fill
from groupkit.usecases.following_up import waiting
from groupkit.usecases.nominating import board
from groupkit.usecases.planning import group_cards, view_group
from groupkit.usecases.recording import record
from groupkit.usecases.unlock import FirstStart, first_start
from groupkit.wiring import Program
from groupkit.wiring.vault import StoreVault

CTRL = Qt.KeyboardModifier.ControlModifier
HER = "Brunelle"
MOST_TABS = 60
NO_ROLES = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Window})
Heard = tuple[str, QAccessible.Role]


class Reader:
    """Presses keys and listens."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.heard: list[Heard] = []

    def listen(self) -> Heard:
        focus = self.screen.focus()
        told = QAccessible.queryAccessibleInterface(focus)
        assert told is not None
        name = told.text(QAccessible.Text.Name)
        heard = (name, told.role())
        self.heard.append(heard)
        assert name.strip(), f"{focus!r} says nothing"
        assert told.role() not in NO_ROLES, f"{name} is nothing that can be used"
        return heard

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        for key in keys:
            self.screen.key(key, held or Qt.KeyboardModifier.NoModifier)
        self.listen()

    def tab_to(self, wanted: Callable[[str], bool]) -> None:
        """Go on with Tab until what is heard is wanted."""
        for _ in range(MOST_TABS):
            name, _ = self.listen()
            if wanted(name):
                return
            self.screen.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes there; heard {[name for name, _ in self.heard]}")


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Reader:
    folder, program = tmp_path / "arkiv", Program(StoreVault(CHEAPEST))
    opened = first_start(
        program.vault, folder, FirstStart("da", "H", "Anna Opdigtet", PASSPHRASE, PASSPHRASE)
    )
    asked = Demonstration(Size.SMALL, 5, "da", TODAY)
    fill(opened.store, program.library, asked, lambda *_: None)
    opened.store.close()
    appearance.use("light")
    screen = Screen(qtbot, program, tmp_path)
    screen.unlock()
    return Reader(screen)


def test_from_nomination_to_follow_up_by_keyboard_and_by_ear(reader: Reader) -> None:
    screen = reader.screen
    nominate_and_seat(reader)
    found = screen.in_store(lambda store: board(store, TODAY))
    assert HER in [each.participant.alias for each in found.at(Stage.SEATED)]
    stay_away(reader)
    follow_up(reader)
    names = [name for name, _ in reader.heard]
    assert len(names) > 30
    assert {QAccessible.Role.EditableText, QAccessible.Role.ComboBox} & {r for _, r in reader.heard}


def nominate_and_seat(reader: Reader) -> None:
    reader.key(Qt.Key.Key_5, held=CTRL)
    reader.key(Qt.Key.Key_N, held=CTRL)
    assert reader.listen()[0].startswith("Fornavn eller dæknavn")
    reader.screen.type(HER)
    reader.tab_to(lambda name: name.startswith("Nogen har talt med hende"))
    reader.key(Qt.Key.Key_Space)
    reader.tab_to(lambda name: name.startswith("Hun har selv sagt ja"))
    reader.key(Qt.Key.Key_Space)
    reader.key(Qt.Key.Key_Return, held=CTRL)
    reader.tab_to(lambda name: name == f"Afgør for {HER}")
    reader.key(Qt.Key.Key_Space)
    reader.key(Qt.Key.Key_1)
    reader.key(Qt.Key.Key_Return, held=CTRL)


def stay_away(reader: Reader) -> None:
    """On the day of the next session, mark her as absent without a word."""
    screen = reader.screen
    card = screen.in_store(lambda store: group_cards(store, TODAY))[0]
    sessions = screen.in_store(lambda store: view_group(store, card.group.id)).sessions
    coming = next(each for each in sessions if each.day > TODAY)
    screen.day = coming.day
    reader.key(Qt.Key.Key_1, held=CTRL)
    reader.tab_to(lambda name: name.startswith(card.group.name))
    reader.key(Qt.Key.Key_Return)
    reader.key(Qt.Key.Key_R, held=CTRL)
    for _ in range(12):
        if reader.listen()[0].startswith(HER):
            break
        screen.key(Qt.Key.Key_Down)
    reader.key(Qt.Key.Key_5)
    line = next(
        each
        for each in screen.in_store(lambda store: record(store, coming.id)).roster
        if each.membership.participant.alias == HER
    )
    assert line.status is Status.ABSENT_NO_NOTICE


def follow_up(reader: Reader) -> None:
    """From Today: open hers, say that she was reached and is well."""
    screen = reader.screen
    reader.key(Qt.Key.Key_1, held=CTRL)
    reader.tab_to(lambda name: name.startswith(HER))
    reader.key(Qt.Key.Key_Return)
    reader.key(Qt.Key.Key_1)
    reader.key(Qt.Key.Key_Return, held=CTRL)
    left = screen.in_store(lambda store: waiting(store, screen.day))
    assert HER not in [each.participant.alias for each in left if each.participant]

"""A full session in the real window, with texts that must be found nowhere afterwards.

Started as ``leaking_session.py FOLDER whole|killed`` with a home of its own. It says
``stands NAME`` on a line of its own when it is somewhere, and waits for a line before it goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "ui"))

from PySide6.QtCore import QDeadlineTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QFileDialog, QLineEdit, QPlainTextEdit, QSpinBox
from screen import TODAY, Screen

from groupkit.crypto.derive import CHEAPEST
from groupkit.language import Language
from groupkit.machine.quiet import quiet_process
from groupkit.ui.application import application
from groupkit.ui.parts.row import Row
from groupkit.ui.places import PageName, Place
from groupkit.ui.preview import Preview
from groupkit.ui.theme import appearance
from groupkit.wiring import Program
from groupkit.wiring.vault import StoreVault

PLANTED = {
    "house": "Huset Vintergækkengård",
    "owner": "Ejer Fuglekongelund",
    "passphrase": "sølvræv kantate brombær orlogsflag",
    "group": "Gruppen Kornblomstmark",
    "leader": "Leder Havørnsen",
    "alias": "Æblerosenøre",
    "reason": "influenzaengen ved møllen",
    "group note": "Vi talte om solsortene ved åen.",
    "own note": "Ringes op af viben på torsdag.",
    "half": "Halvskrevet gulspurv i hegnet",
}
say = Language("da").say
CTRL = Qt.KeyboardModifier.ControlModifier


class Waiting:
    """What :class:`Screen` needs of pytest-qt, outside of pytest."""

    def addWidget(self, _widget: object) -> None:  # noqa: N802
        """Keep nothing: the process ends soon."""

    def waitUntil(self, reached: Callable[[], bool], timeout: int = 15_000) -> None:  # noqa: N802
        """Let events happen until ``reached``."""
        until = QDeadlineTimer(timeout)
        while not reached():
            if until.hasExpired():
                raise TimeoutError
            QTest.qWait(5)


def stand(name: str) -> None:
    """Say where we are; go on at the next line."""
    print(f"stands {name}", flush=True)  # noqa: T201
    sys.stdin.readline()


def first_start(screen: Screen) -> None:
    """Make the store."""
    screen.key(Qt.Key.Key_Return)
    screen.key(Qt.Key.Key_Return)
    screen.type(PLANTED["house"])
    screen.key(Qt.Key.Key_Return)
    screen.type(PLANTED["owner"])
    screen.key(Qt.Key.Key_Return)
    for name in ("Adgangssætning", say("Once more")):
        screen.type(PLANTED["passphrase"], screen.find(QLineEdit, say(name)))
    screen.press(say("Make the store"))
    screen.press(say("The sheet is printed or written down"))
    screen.press(say("Open the store"))


def plan(screen: Screen) -> None:
    """Plan a group and let a woman in."""
    screen.press(say("Plan the first group"))
    screen.type(PLANTED["group"])
    screen.find(QDateEdit, say("First session")).setDate(TODAY)
    screen.find(QSpinBox, say("Weeks")).setValue(14)
    screen.type(PLANTED["leader"], screen.find(QLineEdit, say("Facilitators")))
    screen.settle()
    screen.press(say("Save the plan"))
    screen.press(say("Participants"))
    screen.press(say("Add a participant"))
    screen.type(PLANTED["alias"])
    screen.key(Qt.Key.Key_Return)
    screen.press(say("Close"))


def to_the_record(screen: Screen) -> None:
    """Go to the first session's record."""
    screen.press(say("Plan"))
    screen.key(Qt.Key.Key_Return)
    assert screen.workspace.place.page is PageName.SESSION
    screen.press(say("Record"))


def mark_and_note(screen: Screen) -> None:
    """Mark her away with a reason, write both notes."""
    screen.type("4")
    screen.settle()
    screen.key(Qt.Key.Key_Up)
    screen.key(Qt.Key.Key_Return)
    screen.type(PLANTED["reason"])
    screen.key(Qt.Key.Key_Escape)
    screen.key(Qt.Key.Key_Return)
    screen.type(PLANTED["own note"])
    screen.key(Qt.Key.Key_G, CTRL)
    screen.type(PLANTED["group note"])
    screen.key(Qt.Key.Key_Return, CTRL)
    screen.settle()


def look_at_a_paper(screen: Screen) -> None:
    """Show the attendance before printing, and save it in a folder with a telling name.

    A saved file is hers to delete; that Qt remembers its folder would outlive it.
    """
    screen.click(PLANTED["group"])
    screen.press(say("Attendance"))
    screen.press(say("Print the attendance"))
    (preview,) = (each for each in screen.window.findChildren(Preview) if each.isVisible())
    preview._ask_where()
    dialog = preview.findChild(QFileDialog)
    assert dialog is not None
    telling = Path.home() / PLANTED["group"]
    telling.mkdir()
    dialog.setDirectory(str(telling))
    dialog.selectFile("ark.pdf")
    dialog.accept()
    assert (telling / "ark.pdf").is_file()
    preview.close_now()
    QTest.qWait(1)  # lets Qt delete the dialog, at which it would write down where it has been
    (telling / "ark.pdf").unlink()
    telling.rmdir()
    screen.window.activateWindow()
    screen.qtbot.waitUntil(screen.window.isActiveWindow)


def whole(screen: Screen) -> None:
    """Everything, to the closing of the window."""
    first_start(screen)
    stand("made")
    plan(screen)
    to_the_record(screen)
    mark_and_note(screen)
    stand("recorded")
    look_at_a_paper(screen)
    stand("previewed")
    screen.key(Qt.Key.Key_L, CTRL)
    assert screen.window.store is None
    stand("locked")
    screen.unlock(PLANTED["passphrase"])
    assert screen.window.store is not None
    screen.window.close()
    screen.settle()
    stand("closed")


def killed(screen: Screen) -> None:
    """Unlock what ``whole`` made, and write without end."""
    screen.unlock(PLANTED["passphrase"])
    assert screen.workspace.place.page is PageName.TODAY
    screen.go(Place(PageName.GROUPS))
    (row,) = (each for each in screen.window.findChildren(Row) if each.isVisible())
    row.setFocus()
    screen.key(Qt.Key.Key_Return)
    to_the_record(screen)
    note = screen.find(QPlainTextEdit, say("The group's note"))
    note.setFocus()
    screen.type(PLANTED["half"], note)
    print("stands typing", flush=True)  # noqa: T201
    while True:
        screen.type(PLANTED["half"], note)
        QTest.qWait(1)


def main() -> None:
    """Play one of the two."""
    quiet_process()
    folder, which = Path(sys.argv[1]), sys.argv[2]
    application()
    appearance.use("light")
    stand_in: Any = Waiting()
    screen = Screen(stand_in, Program(StoreVault(CHEAPEST)), folder)
    (whole if which == "whole" else killed)(screen)


if __name__ == "__main__":
    main()

"""A second program on the same store finds the first one's window, and can do nothing else."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, qInstallMessageHandler
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from screen import Screen

from groupkit.machine.preferences import Preferences, keep_preferences
from groupkit.ui.application import run
from groupkit.ui.other_window import Door, _claim_of, _name_of, knock

SERVING = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from groupkit.ui.other_window import Door
application = QCoreApplication([])
door = Door(application)
door.serve(Path(sys.argv[1]))
print("serving", flush=True)
application.exec()
"""
HOLDING = """
import sys
from pathlib import Path
from groupkit.store.lock import StoreLock
lock = StoreLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
OWN_USER = pytest.mark.skipif(sys.platform == "win32", reason="Windows guards pipes by itself")


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets, with the short name that they need."""
    folder = Path(tempfile.mkdtemp())
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def doors() -> Iterator[Callable[[Path], Door]]:
    owner = QObject()
    made: list[Door] = []

    def serve(store: Path) -> Door:
        made.append(Door(owner))
        made[-1].serve(store)
        return made[-1]

    yield serve
    for door in made:
        door.close()


Doors = Callable[[Path], Door]


def test_a_knock_is_heard_at_the_same_store_only(
    qtbot: QtBot, doors: Doors, tmp_path: Path, runtime: Path
) -> None:
    door = doors(tmp_path / "arkiv")
    assert not knock(tmp_path / "andet")
    with qtbot.waitSignal(door.knocked, timeout=5_000):
        assert knock(tmp_path / "x" / ".." / "arkiv")
    assert not door.leads_elsewhere(tmp_path / "arkiv")
    door.close()
    assert not knock(tmp_path / "arkiv")
    assert list(runtime.iterdir()) == []


def test_the_first_window_keeps_its_place(qtbot: QtBot, doors: Doors, tmp_path: Path) -> None:
    first, second = doors(tmp_path), doors(tmp_path)
    assert second.leads_elsewhere(tmp_path)
    heard: list[str] = []
    second.knocked.connect(lambda: heard.append("second"))
    with qtbot.waitSignal(first.knocked, timeout=5_000):
        assert knock(tmp_path)
    assert heard == []
    first.close()
    second.serve(tmp_path)
    with qtbot.waitSignal(second.knocked, timeout=5_000):
        assert knock(tmp_path)


def test_going_to_another_store_leaves_the_first(doors: Doors, tmp_path: Path) -> None:
    door = doors(tmp_path / "a")
    door.serve(tmp_path / "b")
    assert not knock(tmp_path / "a")
    assert knock(tmp_path / "b")


@OWN_USER
def test_whatever_is_sent_is_no_more_than_a_knock(
    qtbot: QtBot, doors: Doors, tmp_path: Path
) -> None:
    door = doors(tmp_path)
    heard: list[str] = []
    door.knocked.connect(lambda: heard.append("knock"))
    with socket.socket(socket.AF_UNIX) as caller:
        caller.connect(_name_of(tmp_path))
        caller.send(b"unlock\n" * 1_000)
        qtbot.waitUntil(lambda: heard == ["knock"])
        with suppress(ConnectionResetError):
            assert caller.recv(1) == b""
    assert heard == ["knock"]


def test_a_killed_program_leaves_no_closed_door(qtbot: QtBot, doors: Doors, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SERVING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "serving\n"
        assert knock(tmp_path)
        program.kill()
        program.wait()
    assert _claim_of(tmp_path).exists()
    assert not knock(tmp_path)
    door = doors(tmp_path)
    with qtbot.waitSignal(door.knocked, timeout=5_000):
        assert knock(tmp_path)


@OWN_USER
def test_only_the_user_may_come(doors: Doors, tmp_path: Path) -> None:
    doors(tmp_path)
    assert Path(_name_of(tmp_path)).stat().st_mode & 0o077 == 0


@OWN_USER
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="gives a file away")
def test_the_door_of_another_user_is_not_taken_for_ours(doors: Doors, tmp_path: Path) -> None:
    doors(tmp_path)
    shutil.chown(_name_of(tmp_path), 12_345)
    assert not knock(tmp_path)


def test_a_second_start_shows_the_first_window_and_ends(
    qtbot: QtBot, doors: Doors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "preferences.json"
    keep_preferences(Preferences(tmp_path / "arkiv"), file)
    monkeypatch.setattr("groupkit.machine.preferences.preferences_file", lambda: file)
    door = doors(tmp_path / "arkiv")
    with qtbot.waitSignal(door.knocked, timeout=5_000):
        assert run() == 0


def test_a_store_open_elsewhere_offers_its_window(
    demo: Callable[[], Screen], doors: Doors, tmp_path: Path, qtbot: QtBot
) -> None:
    screen = demo()
    screen.window.lock()
    screen.settle()
    database = tmp_path / "arkiv" / "store.db"
    command = [sys.executable, "-c", HOLDING, str(database)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "held\n"
        screen.unlock()
        assert offers(screen) == []
        first = doors(tmp_path / "arkiv")
        screen.unlock()
        (button,) = offers(screen)
        with qtbot.waitSignal(first.knocked, timeout=5_000):
            button.click()
        first.close()
        button.click()
        assert offers(screen) == []
        program.communicate()
    screen.unlock()
    assert screen.window.workspace is not None


def offers(screen: Screen) -> list[QAbstractButton]:
    wanted = {"Show that window", "Vis det vindue"}
    buttons = screen.window.findChildren(QAbstractButton)
    return [b for b in buttons if b.text() in wanted and b.isVisible()]


def test_a_window_comes_forward_still_locked(demo: Callable[[], Screen]) -> None:
    screen = demo()
    screen.window.lock()
    screen.settle()
    # The offscreen platform complains that it has no front.
    before = qInstallMessageHandler(lambda *_: None)
    screen.window.hide()
    screen.window._door.knocked.emit()
    qInstallMessageHandler(before)
    assert screen.window.isVisible()
    assert screen.window.workspace is None

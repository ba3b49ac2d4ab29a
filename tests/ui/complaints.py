"""What a test of the screen may not leave behind: complaints of Qt, windows, threads, timers."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from groupkit.ui.application import application

# The offscreen platform has no such thing; it says so whatever a program does.
_EXPECTED = ("This plugin does not support propagateSizeHints",)
_HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
}


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the window a home of its own, so that it touches nothing of the developer's."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in _HOMES.items():
            patch.setenv(name, str(home / folder))
        yield home


@pytest.fixture(scope="session")
def qapp(own_home: Path) -> QApplication:
    """Return our own application, so that the tests stand behind the guards it puts up."""
    return application()


@pytest.fixture(autouse=True)
def no_complaints() -> Iterator[None]:
    """Fail a test in which Qt warned of something."""
    heard: list[str] = []

    def hear(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not message.startswith(_EXPECTED):
            heard.append(message)

    before = qInstallMessageHandler(hear)
    yield
    qInstallMessageHandler(before)
    assert heard == []


@pytest.fixture(autouse=True)
def nothing_outlives(own_home: Path, no_complaints: None) -> Iterator[None]:
    """Fail a test after which a window, a thread, a running timer or a file at home is left."""
    threads = set(threading.enumerate())
    yield
    left = survivors(threads)
    left += [str(path) for path in own_home.rglob("*") if path.is_file()]
    assert left == [], left
    assert gc.isenabled(), "collection was not handed back"


@pytest.fixture(scope="module", autouse=True)
def no_stray_timer() -> Iterator[None]:
    """Fail a module that leaves a timer running which nobody owns."""
    yield
    assert [each for each in gc.get_objects() if is_running(each)] == []


def survivors(threads: set[threading.Thread]) -> list[str]:
    """Return the windows, timers of the application and threads beyond ``threads`` that live."""
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        return []
    running.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left: list[object] = [*running.topLevelWidgets()]
    left += [timer for timer in running.findChildren(QTimer) if timer.isActive()]
    left += [thread for thread in threading.enumerate() if thread not in threads]
    return [repr(each) for each in left]


def is_running(thing: object) -> bool:
    """Return whether ``thing`` is a timer that is still counting."""
    # Asked by its type alone, because some objects answer isinstance by doing something.
    return issubclass(type(thing), QTimer) and isValid(thing) and thing.isActive()

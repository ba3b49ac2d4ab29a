"""What the system says is heard: on a bus of our own, and in Windows' numbers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusUnixFileDescriptor
from pytestqt.qtbot import QtBot

from groupkit.ui.system_watch import SystemWatch
from groupkit.ui.system_watch.linux import BusListener, session_address, system_address
from groupkit.ui.system_watch.windows import says_leaving

on_linux = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None,
    reason="needs a D-Bus daemon",
)
LOGIND = "org.freedesktop.login1"


@ClassInfo({"D-Bus Interface": f"{LOGIND}.Manager"})
class Logind(QObject):
    """Gives out the writing end of a pipe, as logind does, and remembers what was asked."""

    def __init__(self, end: int) -> None:
        super().__init__()
        self._end = end
        self.asked: list[tuple[str, ...]] = []

    @Slot(str, str, str, str, result=QDBusUnixFileDescriptor)
    def Inhibit(self, what: str, who: str, why: str, how: str) -> QDBusUnixFileDescriptor:  # noqa: N802 - the name is logind's
        self.asked.append((what, who, how))
        return QDBusUnixFileDescriptor(self._end)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A bus of its own, serving as the system's and the user's."""
    listen = f"--address=unix:path={tmp_path / 'bus'}"
    command = ["dbus-daemon", "--session", "--nofork", "--print-address", listen]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
        bus.terminate()


@pytest.fixture
def other(address: str) -> Iterator[QDBusConnection]:
    """Another program on the bus."""
    yield QDBusConnection.connectToBus(address, "other")
    QDBusConnection.disconnectFromBus("other")


@pytest.fixture
def watch(address: str) -> Iterator[SystemWatch]:
    owner = QObject()
    made = SystemWatch(owner)
    environment = {"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
    made.listen(BusListener(owner, environment))
    yield made
    made.stop()


def signal(path: str, interface: str, name: str, *arguments: bool) -> QDBusMessage:
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(arguments))
    return message


@on_linux
@pytest.mark.parametrize(
    ("path", "interface", "name"),
    [
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged"),
    ],
)
def test_a_locked_screen_is_heard_and_an_unlocked_one_is_not(
    qtbot: QtBot, watch: SystemWatch, other: QDBusConnection, path: str, interface: str, name: str
) -> None:
    heard: list[str] = []
    watch.leaving.connect(lambda: heard.append("leaving"))
    other.send(signal(path, interface, name, False))
    with qtbot.waitSignal(watch.leaving, timeout=5_000):
        other.send(signal(path, interface, name, True))
    assert heard == ["leaving"]


@on_linux
def test_logind_is_heard_and_asked_to_wait(
    qtbot: QtBot, watch: SystemWatch, other: QDBusConnection
) -> None:
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    logind = Logind(writing)
    assert other.registerService(LOGIND)
    slots = QDBusConnection.RegisterOption.ExportAllSlots
    assert other.registerObject("/org/freedesktop/login1", logind, slots)
    manager = f"{LOGIND}.Manager"
    watch.begin()
    listener = watch._listener
    assert isinstance(listener, BusListener)
    qtbot.waitUntil(lambda: listener._inhibitor is not None)
    assert logind.asked == [("sleep", "groupkit", "delay")]
    os.close(writing)
    with pytest.raises(BlockingIOError):
        os.read(reading, 1)
    with qtbot.waitSignal(watch.leaving, timeout=5_000):
        other.send(signal("/org/freedesktop/login1", manager, "PrepareForSleep", True))
    watch.end()
    qtbot.waitUntil(lambda: is_let_go(reading))
    os.close(reading)
    other.unregisterObject("/org/freedesktop/login1")
    with qtbot.waitSignal(watch.leaving, timeout=5_000):
        other.send(signal("/org/freedesktop/login1/session/_31", f"{LOGIND}.Session", "Lock"))


def is_let_go(reading: int) -> bool:
    try:
        return os.read(reading, 1) == b""
    except BlockingIOError:
        return False


@on_linux
@pytest.mark.parametrize("address", ["", "unix:path=/nowhere/bus", "nonsense"])
def test_without_a_bus_it_is_silent(address: str) -> None:
    owner = QObject()
    watch = SystemWatch(owner)
    environment = {"DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
    watch.listen(BusListener(owner, environment))
    watch.begin()
    watch.end()
    watch.stop()


def test_a_bus_is_found_and_never_started(tmp_path: Path) -> None:
    assert session_address({}) == ""
    assert session_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == ""
    (tmp_path / "bus").touch()
    assert session_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == f"unix:path={tmp_path / 'bus'}"
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "autolaunch:"}) == ""
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
    assert system_address({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/y"}) == "unix:path=/y"


@pytest.mark.parametrize(
    ("message", "parameter", "expected"),
    [
        (0x02B1, 0x7, True),  # WTS_SESSION_LOCK
        (0x02B1, 0x8, False),  # WTS_SESSION_UNLOCK
        (0x02B1, 0x6, True),  # WTS_SESSION_LOGOFF
        (0x02B1, 0x2, True),  # WTS_CONSOLE_DISCONNECT: another user comes in
        (0x02B1, 0x1, False),  # WTS_CONSOLE_CONNECT
        (0x0218, 0x4, True),  # PBT_APMSUSPEND
        (0x0218, 0x7, False),  # PBT_APMRESUMESUSPEND
        (0x0011, 0x0, True),  # WM_QUERYENDSESSION
        (0x000F, 0x7, False),  # WM_PAINT
    ],
)
def test_windows_numbers(message: int, parameter: int, expected: bool) -> None:
    assert says_leaving(message, parameter) is expected

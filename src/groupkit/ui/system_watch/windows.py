"""Windows: what it sends to a window when the session is locked, left or put to sleep."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

_POWER, _SUSPENDS = 0x0218, 4  # WM_POWERBROADCAST, PBT_APMSUSPEND
_SESSION = 0x02B1  # WM_WTSSESSION_CHANGE
# WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK
_LEAVES = frozenset({2, 4, 6, 7})
_ENDS = 0x0011  # WM_QUERYENDSESSION


def says_leaving(message: int, parameter: int) -> bool:
    """Return whether a window's message with its ``wParam`` tells that somebody leaves."""
    if message == _ENDS:
        return True
    if message == _SESSION:
        return parameter in _LEAVES
    return message == _POWER and parameter == _SUSPENDS


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    class WindowsListener(QAbstractNativeEventFilter):
        """Implements ``Listener``; Windows gives two seconds for a lock before it sleeps."""

        def __init__(self, window: QObject) -> None:
            super().__init__()
            self._handle = int(window.winId()) if isinstance(window, QWidget) else 0
            self._leave: Callable[[], None] = lambda: None
            self._power: int | None = None

        def listen(self, leave: Callable[[], None]) -> None:
            """Ask for the messages that are not sent unasked."""
            self._leave = leave
            application = QCoreApplication.instance()
            if application is not None:
                application.installNativeEventFilter(self)
            register = ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification
            register.argtypes = (wintypes.HWND, wintypes.DWORD)
            register(self._handle, 0)  # NOTIFY_FOR_THIS_SESSION
            # Laptops that never sleep wholly tell of it only to those who ask.
            ask = ctypes.WinDLL("user32").RegisterSuspendResumeNotification
            ask.argtypes, ask.restype = (wintypes.HANDLE, wintypes.DWORD), wintypes.HANDLE
            self._power = ask(self._handle, 0)  # DEVICE_NOTIFY_WINDOW_HANDLE

        def hold_sleep(self) -> None:
            """Windows waits for no one."""

        def let_sleep(self) -> None:
            """Windows waits for no one."""

        def stop(self) -> None:
            """Ask for nothing any more."""
            application = QCoreApplication.instance()
            if application is not None:
                application.removeNativeEventFilter(self)
            forget = ctypes.WinDLL("wtsapi32").WTSUnRegisterSessionNotification
            forget.argtypes = (wintypes.HWND,)
            forget(self._handle)
            if self._power:
                drop = ctypes.WinDLL("user32").UnregisterSuspendResumeNotification
                drop.argtypes = (wintypes.HANDLE,)
                drop(self._power)
            self._leave = lambda: None

        def nativeEventFilter(
            self, kind: QByteArray | bytes | bytearray | memoryview, message: Any
        ) -> object:
            if kind == b"windows_generic_MSG":
                told = wintypes.MSG.from_address(int(message))
                if says_leaving(told.message, told.wParam):
                    self._leave()
            return False, 0

"""The windows beside the main one (dialogs, menus, tips): none of them holds a lock back."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow, QToolTip
from shiboken6 import isValid

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _CLOSE, _DIALOG, _LONGEST_NAME = 0x0010, "#32770", 16  # WM_CLOSE, the class of all dialogs

    def _close_system_dialogs() -> None:
        user = ctypes.WinDLL("user32")
        each_one = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)
        name_of, post = user.GetClassNameW, user.PostMessageW
        name_of.argtypes = (wintypes.HWND, wintypes.LPWSTR, ctypes.c_int)
        post.argtypes = (wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)

        def close(window: int, _: int) -> bool:
            name = ctypes.create_unicode_buffer(_LONGEST_NAME)
            if name_of(window, name, _LONGEST_NAME) and name.value == _DIALOG:
                post(window, _CLOSE, 0, 0)
            return True

        thread = ctypes.WinDLL("kernel32").GetCurrentThreadId()
        user.EnumThreadWindows(thread, each_one(close), 0)
else:

    def _close_system_dialogs() -> None:
        """Elsewhere every dialog that we open is Qt's own or goes with its Qt counterpart."""


def close_others() -> None:
    """Close whatever stands beside the main windows, whether or not it wants to go.

    The wall view stays: it is a main window of its own and holds nothing but times and titles.
    """
    QToolTip.hideText()
    _close_system_dialogs()
    for window in QApplication.topLevelWidgets():
        if not isValid(window) or isinstance(window, QMainWindow) or not window.isVisible():
            continue
        window.close()
        if isValid(window) and window.isVisible():
            window.hide()

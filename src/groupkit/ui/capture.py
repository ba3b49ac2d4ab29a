"""Keeping the program's windows out of screenshots, recordings and shared screens.

Windows leaves them out of every capture (before version 2004: shows them black). macOS keeps them
from other programs' window pictures; the capture service of its newest versions takes the whole
screen regardless. Linux has no such thing, neither on X11 nor on Wayland.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QPlatformSurfaceEvent, QWindow

SetCapture = Callable[[int, bool], None]
"""Takes a window's native handle and whether other programs may see the window."""

_APPEARING = frozenset({QEvent.Type.PlatformSurface, QEvent.Type.Show, QEvent.Type.Expose})

if sys.platform == "win32":
    _ALLOW, _BLACK, _LEAVE_OUT = 0x00, 0x01, 0x11

    def _on_windows() -> SetCapture:
        from ctypes import wintypes

        set_affinity = ctypes.WinDLL("user32").SetWindowDisplayAffinity
        set_affinity.argtypes = (wintypes.HWND, wintypes.DWORD)
        set_affinity.restype = wintypes.BOOL

        def set_capture(window: int, allowed: bool) -> None:
            if allowed:
                set_affinity(window, _ALLOW)
            elif not set_affinity(window, _LEAVE_OUT):
                set_affinity(window, _BLACK)

        return set_capture


if sys.platform == "darwin":
    _SHARE_NOTHING, _SHARE_READING = 0, 1

    def _on_macos() -> SetCapture | None:
        try:
            objc = ctypes.CDLL("/usr/lib/libobjc.A.dylib")
        except OSError:
            return None
        name_of = objc.sel_registerName
        name_of.argtypes, name_of.restype = (ctypes.c_char_p,), ctypes.c_void_p
        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        ask = ctypes.CFUNCTYPE(pointer, pointer, pointer)(("objc_msgSend", objc))
        tell = ctypes.CFUNCTYPE(None, pointer, pointer, number)(("objc_msgSend", objc))
        window_of, set_sharing = name_of(b"window"), name_of(b"setSharingType:")

        def set_capture(view: int, allowed: bool) -> None:
            window = ask(view, window_of)
            if window:
                tell(window, set_sharing, _SHARE_READING if allowed else _SHARE_NOTHING)

        return set_capture


def this_system() -> SetCapture | None:
    """Return how this system is told, None where a program has no say in it."""
    if QGuiApplication.platformName() not in {"windows", "cocoa"}:
        return None
    if sys.platform == "win32":
        return _on_windows()
    if sys.platform == "darwin":
        return _on_macos()
    return None


class CaptureGuard(QObject):
    """Applies to every window from the moment the system has made it: menus and tips too."""

    def __init__(
        self, application: QGuiApplication, parent: QObject, set_capture: SetCapture | None
    ) -> None:
        super().__init__(parent)
        self._set_capture = set_capture
        self._is_allowed = False
        if set_capture is not None:
            application.installEventFilter(self)

    @property
    def works(self) -> bool:
        """Return whether this system lets a program refuse."""
        return self._set_capture is not None

    def allow(self, allowed: bool) -> None:
        """Let other programs see the windows, those open now and those to come, or not."""
        self._is_allowed = allowed
        for window in QGuiApplication.topLevelWindows():
            if window.isVisible():
                self._apply(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _APPEARING and isinstance(watched, QWindow) and _has_handle(event):
            self._apply(watched)
        return super().eventFilter(watched, event)

    def _apply(self, window: QWindow) -> None:
        if self._set_capture is not None and window.isTopLevel():
            self._set_capture(int(window.winId()), self._is_allowed)


def _has_handle(event: QEvent) -> bool:
    # Asking a window for its handle while that is being destroyed would make a new one.
    if not isinstance(event, QPlatformSurfaceEvent):
        return True
    return event.surfaceEventType() == QPlatformSurfaceEvent.SurfaceEventType.SurfaceCreated

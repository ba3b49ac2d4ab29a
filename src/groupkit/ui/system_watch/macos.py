"""macOS: its notice of a locked screen, and of sleep, through its C libraries."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

_FRAMEWORKS = "/System/Library/Frameworks"
_NOTICES = (b"com.apple.screenIsLocked", b"com.apple.screensaver.didstart")
_UTF8 = 0x08000100
_AT_ONCE = 4  # CFNotificationSuspensionBehaviorDeliverImmediately
_MAY_SLEEP, _WILL_SLEEP = 0xE0000270, 0xE0000280  # kIOMessageCanSystemSleep, …SystemWillSleep

_ON_NOTICE = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p
)
_ON_POWER = ctypes.CFUNCTYPE(
    None, ctypes.c_void_p, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_void_p
)

if sys.platform == "darwin":

    class MacListener:
        """Implements ``Listener``; macOS waits up to half a minute before it sleeps."""

        def __init__(self) -> None:
            self._leave: Callable[[], None] = lambda: None
            self._on_notice = _ON_NOTICE(lambda *_: self._leave())
            self._on_power = _ON_POWER(self._heard_power)
            self._holds = False
            self._asking: list[int | None] = []
            self._center: int | None = None
            self._me = ctypes.c_void_p(id(self))
            self._root = 0
            self._notifier = ctypes.c_uint32()
            self._core: Any = None
            self._power: Any = None

        def listen(self, leave: Callable[[], None]) -> None:
            """Ask for the notices; a library or name that is missing is passed over."""
            self._leave = leave
            with suppress(OSError, AttributeError, ValueError):
                self._core = ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation")
                self._hear_notices()
                self._power = ctypes.CDLL(f"{_FRAMEWORKS}/IOKit.framework/IOKit")
                self._hear_power()

        def hold_sleep(self) -> None:
            """Answer the system's question only when the store is closed."""
            self._holds = True

        def let_sleep(self) -> None:
            """Answer what was asked meanwhile."""
            self._holds = False
            while self._asking:
                self._allow(self._asking.pop())

        def stop(self) -> None:
            """Hear nothing any more."""
            self.let_sleep()
            self._leave = lambda: None
            if self._center:
                forget = self._core.CFNotificationCenterRemoveEveryObserver
                forget.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
                forget(self._center, self._me)
            if self._root:
                self._power.IODeregisterForSystemPower(ctypes.byref(self._notifier))
                self._root = 0

        def _hear_notices(self) -> None:
            pointer = ctypes.c_void_p
            center_of = self._core.CFNotificationCenterGetDistributedCenter
            center_of.restype = pointer
            word = self._core.CFStringCreateWithCString
            word.argtypes, word.restype = (pointer, ctypes.c_char_p, ctypes.c_uint32), pointer
            add = self._core.CFNotificationCenterAddObserver
            add.argtypes = (pointer, pointer, _ON_NOTICE, pointer, pointer, ctypes.c_long)
            self._center = center_of()
            for notice in _NOTICES:
                name = word(None, notice, _UTF8)
                add(self._center, self._me, self._on_notice, name, None, _AT_ONCE)

        def _hear_power(self) -> None:
            pointer, port = ctypes.c_void_p, ctypes.c_void_p()
            register = self._power.IORegisterForSystemPower
            register.argtypes, register.restype = (
                (pointer, pointer, _ON_POWER, pointer),
                (ctypes.c_uint32),
            )
            notifier = ctypes.byref(self._notifier)
            self._root = register(None, ctypes.byref(port), self._on_power, notifier)
            if not self._root:
                return
            source = self._power.IONotificationPortGetRunLoopSource
            source.argtypes, source.restype = (pointer,), pointer
            loop = self._core.CFRunLoopGetMain
            loop.restype = pointer
            add = self._core.CFRunLoopAddSource
            add.argtypes = (pointer, pointer, pointer)
            modes = pointer.in_dll(self._core, "kCFRunLoopCommonModes")
            add(loop(), source(port), modes)

        def _heard_power(
            self, _me: int | None, _service: int, message: int, asked: int | None
        ) -> None:
            if message == _MAY_SLEEP:
                self._allow(asked)
            elif message == _WILL_SLEEP:
                self._asking.append(asked)
                self._leave()
                if not self._holds:
                    self.let_sleep()

        def _allow(self, asked: int | None) -> None:
            allow = self._power.IOAllowPowerChange
            allow.argtypes = (ctypes.c_uint32, ctypes.c_void_p)
            allow(self._root, asked)

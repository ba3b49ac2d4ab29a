"""None, True and False outlive whatever Qt's binding does with them.

PySide6 6.12 gives None away with every call that returns nothing, and now and then a truth value,
without counting it. Python ends the whole program when the last one seems to be gone, which an
evening with a running clock is long enough for. From Python 3.12 on these three are not counted.
"""

from __future__ import annotations

import ctypes
import sys

_UNCOUNTED_FROM = (3, 12)
_PLENTY = 1 << 48
"""References, more than the binding could give away in years."""
_NEAR = 64
"""References that come and go between two looks."""


def make_lasting() -> None:
    """Give None, True and False more references than are ever given away; again does nothing."""
    if sys.implementation.name != "cpython" or sys.version_info >= _UNCOUNTED_FROM:
        return
    for lasting in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(lasting))
        told = sys.getrefcount(lasting)
        # Python was built in another way where its count stands elsewhere: then leave it alone.
        if abs(count.value - told) <= _NEAR and told < _PLENTY // 2:
            count.value += _PLENTY

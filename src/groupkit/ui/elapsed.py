"""How long ago something was, also when the laptop slept in between."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

Clocks = Callable[[], tuple[float, ...]]
"""Returns the readings of some clocks in seconds, always of the same ones."""


def all_clocks() -> tuple[float, ...]:
    """Return wall clock and running clock, and on Linux the one that also runs while asleep.

    Which of them stand still in sleep differs by system; the wall clock can be set.
    """
    if sys.platform == "linux":
        return (time.time(), time.monotonic(), time.clock_gettime(time.CLOCK_BOOTTIME))
    return (time.time(), time.monotonic())


class Elapsed:
    """Counts from its making, and again from each :meth:`restart`."""

    def __init__(self, clocks: Clocks = all_clocks) -> None:
        self._clocks = clocks
        self._since = clocks()

    def restart(self) -> None:
        """Count from now on."""
        self._since = self._clocks()

    def seconds(self) -> float:
        """Return the seconds that have passed by the clock that saw most of them."""
        now = self._clocks()
        return max(0.0, *(after - before for before, after in zip(self._since, now, strict=True)))

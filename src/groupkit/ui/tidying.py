"""Garbage is collected in the window's thread alone.

Python collects cycles in whichever thread happens to allocate; were that the lane, it would delete
widgets from the wrong thread, which crashes Qt.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 2_000


class Tidying(QObject):
    """Takes collection over while it lives: in pauses of the window, generation by generation."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self._tidy)
        self._timer.start()

    def stop(self) -> None:
        """Hand collection back to Python, once no other thread is left."""
        self._timer.stop()
        gc.enable()

    def _tidy(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

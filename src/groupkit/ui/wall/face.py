"""The wall's face: its letters grow with the window, so that they are read from five metres."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from groupkit.ui.parts.plain import PlainLabel
from groupkit.ui.theme.appearance import FAMILY
from groupkit.ui.wall.shown import Seen

_ROWS, _COLUMNS = 14, 25
"""How many letters of the middle size the window is high and wide."""
_LEAST_UNIT = 18
_CLOCK, _TOPIC, _ITEM, _LEFT, _COMING, _FOOT = 1.7, 0.75, 1.75, 0.95, 0.74, 0.5
"""Sizes in units."""
_SMALLER = 0.94
_STEPS = 24


class WallFace(QWidget):
    """Shows what is :class:`Seen`: clock and topic, the item in hand, and what comes next."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("wallInside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._seen: Seen | None = None
        self._clock, self._topic = PlainLabel(role="clock"), PlainLabel(role="hint")
        self._item, self._left = PlainLabel(role="strong"), PlainLabel()
        self._left.setObjectName("wallLeft")
        self._foot, self._keys = PlainLabel(role="hint"), PlainLabel(role="hint")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1_000)
        self._bar.setTextVisible(False)
        self._coming: list[tuple[QLabel, QLabel]] = []
        self._lay_out()

    def _lay_out(self) -> None:
        for label in (self._topic, self._item):
            label.setWordWrap(True)
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._topic, 1)
        top.addWidget(self._clock, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self._foot, 1)
        foot.addWidget(self._keys)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addStretch(3)
        for part in (self._item, self._left, self._bar):
            self._column.addWidget(part)
        self._column.addStretch(2)
        self._column.addLayout(self._grid)
        self._column.addStretch(3)
        self._column.addLayout(foot)
        # The window hears of every move of the mouse.
        heard: list[QWidget] = [self, self._bar, *self.findChildren(QLabel)]
        for each in heard:
            each.setMouseTracking(True)
        # A line that is hidden keeps its place, so that nothing jumps.
        for part in (self._keys, self._bar, self._left):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def show_seen(self, now_seen: Seen) -> None:
        """Show what stands on the wall now."""
        if now_seen == self._seen:
            return
        self._seen = now_seen
        self._clock.setText(now_seen.clock)
        self._item.setText(now_seen.item)
        self._left.setText(now_seen.left)
        self._foot.setText(now_seen.foot)
        self._bar.setVisible(now_seen.share is not None)
        self._bar.setValue(round((now_seen.share or 0) * 1_000))
        for part in (self._left, self._bar):
            _give_tone(part, now_seen.tone)
        while len(self._coming) < len(now_seen.coming):
            self._add_line()
        self._fit()

    def say_keys(self, keys: str) -> None:
        """Say which keys do something."""
        self._keys.setText(keys)

    def show_keys(self, wanted: bool) -> None:
        """Show which keys do something, or hide that from the room."""
        self._keys.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _add_line(self) -> None:
        line = (PlainLabel(role="hint"), PlainLabel())
        at = len(self._coming)
        for column, label in enumerate(line):
            label.setMouseTracking(True)
            self._grid.addWidget(label, at, column)
        self._coming.append(line)

    def _fit(self) -> None:
        """Give every line the letters that its room allows."""
        now_seen = self._seen
        if now_seen is None:
            return
        unit = max(min(self.height() / _ROWS, self.width() / _COLUMNS), _LEAST_UNIT)
        edge, gap = round(unit * 0.9), round(unit * 0.25)
        self._column.setContentsMargins(edge, round(edge * 0.7), edge, round(edge * 0.5))
        self._column.setSpacing(gap)
        self._grid.setHorizontalSpacing(round(unit * 0.7))
        self._grid.setVerticalSpacing(gap)
        self._bar.setFixedHeight(max(round(unit * 0.1), 4))
        room = self.width() - 2 * edge
        _letters(self._clock, unit * _CLOCK)
        _letters(self._left, unit * _LEFT)
        for label in (self._foot, self._keys):
            _letters(label, unit * _FOOT)
        _letters(self._item, _fitting(now_seen.item, unit * _ITEM, room, lines=2))
        beside = room - _wide("00:00", unit * _CLOCK) - edge
        size = _fitting(now_seen.topic, unit * _TOPIC, beside, lines=2)
        self._topic.setText(now_seen.topic)
        _letters(self._topic, size)
        self._fit_lines(now_seen, unit * _COMING, room)

    def _fit_lines(self, now_seen: Seen, size: float, room: int) -> None:
        taken = _wide("00:00", size) + self._grid.horizontalSpacing()
        metrics = QFontMetrics(_font(size))
        for at, (clock, title) in enumerate(self._coming):
            is_there = at < len(now_seen.coming)
            said = now_seen.coming[at] if is_there else ("", "")
            clock.setText(said[0])
            # A little less than the room, because letters are not as wide as their metrics say.
            width = round((room - taken) * 0.98)
            title.setText(metrics.elidedText(said[1], Qt.TextElideMode.ElideRight, width))
            for label in (clock, title):
                label.setVisible(is_there)
                _letters(label, size)


def _font(size: float) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(round(size))
    return font


def _wide(text: str, size: float) -> int:
    return QFontMetrics(_font(size)).horizontalAdvance(text)


def _fitting(text: str, size: float, room: int, *, lines: int) -> float:
    """Return the size, at most ``size``, at which ``text`` takes no more than ``lines`` lines."""
    for _ in range(_STEPS):
        font = _font(size)
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        box = metrics.boundingRect(QRect(0, 0, room, 100_000), int(Qt.TextFlag.TextWordWrap), text)
        if box.height() <= lines * metrics.lineSpacing() and box.width() <= room:
            break
        size *= _SMALLER
    return size


def _letters(label: QLabel, size: float) -> None:
    """Set the size of the letters; the program's style sheet would win over a font."""
    wanted = f"font-size: {round(size)}px;"
    if label.styleSheet() != wanted:
        label.setStyleSheet(wanted)


def _give_tone(part: QWidget, tone: str) -> None:
    if part.property("tone") != tone:
        part.setProperty("tone", tone)
        part.style().unpolish(part)
        part.style().polish(part)

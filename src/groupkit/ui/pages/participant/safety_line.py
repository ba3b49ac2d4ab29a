"""Her answers as a line over time, on the whole scale; read aloud it is the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from groupkit.domain.safety import LEAST, MOST, SafetyAnswer
from groupkit.language import Language
from groupkit.language.care_words import moment_word
from groupkit.ui.theme.appearance import current

_STEP, _TOP, _FOOT, _LEFT, _RADIUS = 18, 14, 44, 28, 5


class SafetyLine(QWidget):
    """Always from 1 to 7: no answer looks higher or lower than it was."""

    def __init__(
        self, answers: Sequence[SafetyAnswer], language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._answers, self._language = tuple(answers), language
        self.setFixedHeight(_TOP + _STEP * (MOST - LEAST) + _FOOT)
        self.setAccessibleName(language.say("Her answers over time"))
        self.setAccessibleDescription(
            ", ".join(
                f"{moment_word(each.moment, language)} {language.date_short(each.day)}: "
                f"{each.value}"
                for each in answers
            )
        )
        current().changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_scale(painter)
        points = [self._point(at) for at in range(len(self._answers))]
        palette = current().palette
        painter.setPen(QPen(QColor(palette.accent), 2))
        for before, after in pairwise(points):
            painter.drawLine(before, after)
        for at, point in enumerate(points):
            painter.setPen(QPen(QColor(palette.card), 2))
            painter.setBrush(QColor(palette.accent))
            painter.drawEllipse(point, _RADIUS, _RADIUS)
            self._name(painter, at, point)

    def _draw_scale(self, painter: QPainter) -> None:
        palette = current().palette
        for value in range(LEAST, MOST + 1):
            y = self._height_of(value)
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.drawLine(QPointF(_LEFT, y), QPointF(self.width(), y))
            if value in {LEAST, (LEAST + MOST) // 2, MOST}:
                painter.setPen(QColor(palette.quiet))
                where = QRectF(0, y - 10, _LEFT - 8, 20)
                at_right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(where, at_right, str(value))

    def _name(self, painter: QPainter, at: int, point: QPointF) -> None:
        palette, answer = current().palette, self._answers[at]
        painter.setPen(QColor(palette.text))
        above = QRectF(point.x() - 20, point.y() - 26, 40, 18)
        below = QRectF(point.x() - 20, point.y() + 8, 40, 18)
        where = below if answer.value == MOST else above
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, str(answer.value))
        painter.setPen(QColor(palette.quiet))
        foot = QRectF(point.x() - 70, self.height() - _FOOT + 12, 140, _FOOT - 12)
        said = f"{moment_word(answer.moment, self._language)}\n"
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(foot, centred, said + self._language.date_tiny(answer.day))

    def _point(self, at: int) -> QPointF:
        room = self.width() - _LEFT - 140
        share = at / (len(self._answers) - 1) if len(self._answers) > 1 else 0.5
        return QPointF(_LEFT + 70 + room * share, self._height_of(self._answers[at].value))

    @staticmethod
    def _height_of(value: int) -> float:
        return _TOP + _STEP * float(MOST - value)

"""The marks of attendance on paper: a letter in a shape, told apart without colour."""

from __future__ import annotations

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.lettering import LATO, marked_up
from groupkit.documents.type_scale import ACCENT, INK, LINE, QUIET, TINT, WHITE, TypeScale
from groupkit.domain.attendance import Status
from groupkit.language import Language
from groupkit.language.words import status_word

Shown = tuple[Status | None, str]
"""A status with its letter."""

_SIZE = 12.5
_LETTER = 8


class MarkOf(Flowable):
    """The mark of one status, in the middle of its cell; None is not recorded."""

    def __init__(self, status: Status | None, language: Language) -> None:
        super().__init__()
        self._status = status
        self._letter = code(status, language)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = width, _SIZE
        return width, _SIZE

    def draw(self) -> None:
        draw_mark(self.canv, self._status, self._letter, self.width / 2, _SIZE / 2)


class Legend(Flowable):
    """A mark with its words; without a mark, the tint of who was not in the group."""

    def __init__(self, words: str, mark: Shown | None, scale: TypeScale) -> None:
        super().__init__()
        self._mark = mark
        self._words = Paragraph(marked_up(words, LATO), scale.small)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, words = self._words.wrap(width - 1.6 * _SIZE, height)
        self.width, self.height = width, max(words, _SIZE + 1)
        return self.width, self.height

    def draw(self) -> None:
        middle = self.height / 2
        if self._mark:
            draw_mark(self.canv, *self._mark, _SIZE / 2, middle)
        else:
            _fill(self.canv, LINE)
            self.canv.rect(0, middle - _SIZE / 2, _SIZE, _SIZE, stroke=0, fill=1)
        self._words.drawOn(self.canv, 1.6 * _SIZE, (self.height - self._words.height) / 2)


def code(status: Status | None, language: Language) -> str:
    """Return the letter that stands for ``status``."""
    pick = language.pick
    letters = {
        Status.PRESENT: pick("attendance letter", "P"),
        Status.LATE: pick("attendance letter", "L"),
        Status.LEFT_EARLY: pick("attendance letter", "E"),
        Status.ABSENT_NOTICE: pick("attendance letter", "A"),
        Status.ABSENT_NO_NOTICE: pick("attendance letter", "X"),
        Status.NOT_INVITED: "–",
        None: "?",
    }
    return letters[status]


def in_legend(language: Language) -> list[tuple[str, Shown | None]]:
    """Return each mark's words with the mark, and last those of who was not in the group."""
    statuses: tuple[Status | None, ...] = (*Status, None)
    known: list[tuple[str, Shown | None]] = [
        (status_word(status, language), (status, code(status, language))) for status in statuses
    ]
    return [*known, (language.say("Not in the group that day"), None)]


def draw_mark(canvas: Canvas, status: Status | None, letter: str, across: float, up: float) -> None:
    """Draw the mark around the point (``across``, ``up``)."""
    canvas.saveState()
    canvas.setLineWidth(1)
    canvas.setStrokeColor(ACCENT)
    ink: Color = INK
    radius = _SIZE / 2
    match status:
        case Status.PRESENT:
            _fill(canvas, TINT)
            canvas.circle(across, up, radius - 0.2, stroke=0, fill=1)
        case Status.LATE | Status.LEFT_EARLY:
            _fill(canvas, TINT)
            canvas.circle(across, up, radius - 0.5, stroke=1, fill=1)
        case Status.ABSENT_NOTICE:
            canvas.setStrokeColor(INK)
            canvas.rect(across - radius + 1, up - radius + 1, 2 * radius - 2, 2 * radius - 2)
        case Status.ABSENT_NO_NOTICE:
            _fill(canvas, INK)
            canvas.rect(across - radius, up - radius, 2 * radius, 2 * radius, stroke=0, fill=1)
            ink = WHITE
        case None:
            canvas.setStrokeColor(QUIET)
            canvas.setDash(1.6, 1.6)
            canvas.circle(across, up, radius - 0.5, stroke=1, fill=0)
        case _:
            ink = QUIET
    canvas.setFillColor(ink)
    canvas.setFont(LATO.bold, _LETTER)
    canvas.drawCentredString(across, up - _LETTER * 0.36, letter)
    canvas.restoreState()


def _fill(canvas: Canvas, color: Color) -> None:
    canvas.setFillColor(color)

"""The head of the team's papers: what it is, of which group, and who may see it."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.grid import EVERYWHERE, Cell, grid, padded
from groupkit.documents.lettering import marked_up, width_of
from groupkit.documents.sheet import heading
from groupkit.documents.type_scale import TypeScale

_PAD = 7


def masthead(
    above: str, title: str, facts: list[str], mark: str, scale: TypeScale, width: float
) -> Flowable:
    """Return the head: a small line, the title, lines of facts, and the class mark at the right."""
    face = scale.face
    left: list[Flowable] = [Paragraph(marked_up(above, face), scale.small)] if above else []
    left.append(heading(title, face, ParagraphStyle("title", scale.title, spaceAfter=2)))
    left += [Paragraph(marked_up(fact, face), scale.tight) for fact in facts if fact]
    mark_width = min(width * 0.4, _mark_width(mark, scale))
    columns = [width - mark_width, mark_width]
    cells: list[list[Cell]] = [[left, _class_mark(mark, mark_width, scale)]]
    return grid(cells, columns, padded(0, 0, 0, 0), face, after=scale.gap * 1.6)


def _mark_width(mark: str, scale: TypeScale) -> float:
    return width_of(mark, scale.face.bold, scale.small.fontSize) + 2 * _PAD + 2


def _class_mark(mark: str, width: float, scale: TypeScale) -> Flowable:
    size = scale.small.fontSize
    palette = scale.palette
    words = ParagraphStyle(
        "mark",
        scale.small_centred,
        fontName=scale.face.bold,
        textColor=palette.ink,
        leading=size * 1.3,
    )
    rules = [
        *padded(_PAD, 5, _PAD, 5 - size * 0.1),
        ("BOX", *EVERYWHERE, 1, palette.accent),
        ("ROUNDEDCORNERS", [4, 4, 4, 4]),
    ]
    return grid([[Paragraph(marked_up(mark, scale.face), words)]], [width], rules, scale.face)

"""Words on the page, in whatever script they are written."""

from __future__ import annotations

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Flowable, Paragraph

from groupkit.documents.blocks import Run, Text, plain
from groupkit.documents.drawn import LinesToWrite
from groupkit.documents.lettering import runs_marked_up
from groupkit.documents.sheet import Told
from groupkit.documents.structure import Tag
from groupkit.documents.type_scale import TypeScale

_LINES_KEPT = 6
"""Ruled lines that stay on one page."""


def words(
    text: Text,
    style: ParagraphStyle,
    scale: TypeScale,
    tag: Tag | None = None,
    *,
    level: int | None = None,
) -> Flowable:
    """Return ``text`` as a paragraph; with a ``level`` it is a bookmark, too."""
    bookmark = plain(text) if level is not None else ""
    if not scale.face.to_the_left:
        paragraph: Flowable = Paragraph(
            runs_marked_up(text, scale.face, bold=style.fontName == scale.face.bold), style
        )
        return Told(paragraph, tag, bookmark, level or 0)
    # Imported here: sheets in Danish and English are never shaped.
    from groupkit.documents.shaped import ShapedParagraph

    if tag:
        # Glyphs stand from left to right on the page; who listens hears the text as written.
        tag = Tag(tag.role, tag.parent, plain(text))
    paragraph = ShapedParagraph(text, style, scale.face, scale.language)
    return Told(paragraph, tag, bookmark, level or 0)


def lines_to_write(
    label: Text, count: int, scale: TypeScale, tag: Tag | None = None
) -> list[Flowable]:
    """Return ``count`` ruled lines with their label; many come in parts that fit on any page."""
    first, rest = min(count, _LINES_KEPT), max(count - _LINES_KEPT, 0)
    label_width = _width_of(label, scale) if plain(label) else 0
    set_label = words(label, scale.tight, scale, tag) if plain(label) else None
    parts = [LinesToWrite(set_label, label_width, first, scale)]
    for done in range(0, rest, _LINES_KEPT):
        parts[-1].spaceAfter = 0
        parts.append(LinesToWrite(None, 0, min(rest - done, _LINES_KEPT), scale, goes_on=True))
    return list(parts)


def _width_of(text: Text, scale: TypeScale) -> float:
    """Return the width of ``text`` on one line in points."""
    if scale.face.to_the_left:
        from groupkit.documents.shaped import ShapedParagraph

        return ShapedParagraph(text, scale.tight, scale.face, scale.language).one_line_width()
    return sum(_run_width(run, scale) for run in text)


def _run_width(run: Run, scale: TypeScale) -> float:
    font = scale.face.bold if run.bold else scale.face.regular
    return float(pdfmetrics.stringWidth(run.text, font, scale.body))

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


def lines_to_write(label: Text, count: int, scale: TypeScale, tag: Tag | None = None) -> Flowable:
    """Return ``count`` ruled lines with their label."""
    if not plain(label):
        return LinesToWrite(None, 0, count, scale)
    return LinesToWrite(
        words(label, scale.tight, scale, tag), _width_of(label, scale), count, scale
    )


def _width_of(text: Text, scale: TypeScale) -> float:
    """Return the width of ``text`` on one line in points."""
    if scale.face.to_the_left:
        from groupkit.documents.shaped import ShapedParagraph

        return ShapedParagraph(text, scale.tight, scale.face, scale.language).one_line_width()
    return sum(_run_width(run, scale) for run in text)


def _run_width(run: Run, scale: TypeScale) -> float:
    font = scale.face.bold if run.bold else scale.face.regular
    return float(pdfmetrics.stringWidth(run.text, font, scale.body))

"""Rows and columns on the page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable, KeepTogether, Table

from groupkit.documents.lettering import Typeface

Cell = Flowable | Sequence[Flowable] | str
"""What stands in a cell: one thing, several under each other, or nothing ('')."""

Rule = tuple[Any, ...]
"""A command of reportlab's table style: name, first cell, last cell, values."""

EVERYWHERE = ((0, 0), (-1, -1))


def grid(
    rows: Sequence[Sequence[Cell]],
    columns: Sequence[float],
    rules: Sequence[Rule],
    face: Typeface,
    *,
    heads: int = 0,
    after: float = 0,
    heights: Sequence[float] | None = None,
) -> Flowable:
    """Return a table that flows over pages with its first ``heads`` rows repeated.

    ``columns`` are widths in points, ``heights`` those of rows that are not as tall as what stands
    in them; a row taller than a page is split. What 'NOSPLIT' keeps whole goes to the next page
    rather than over its edge.
    """
    # Without a font of ours every cell would name one that is not embedded.
    first: list[Rule] = [
        ("FONTNAME", *EVERYWHERE, face.regular),
        ("VALIGN", *EVERYWHERE, "TOP"),
    ]
    content: list[list[Any]] = [list(row) for row in rows]
    rows_high = list(heights) if heights else None
    table = Table(
        content, list(columns), rows_high, style=[*first, *rules], repeatRows=heads, splitInRow=1
    )
    table.hAlign = "LEFT"
    table.spaceAfter = after
    # Left to itself a table that may not be split between its rows is split within one.
    is_whole = any(rule[0] == "NOSPLIT" for rule in rules)
    return KeepTogether([table]) if is_whole else table


def padded(left: float, top: float, right: float, bottom: float) -> list[Rule]:
    """Return the padding of every cell in points."""
    sides = (("LEFT", left), ("TOP", top), ("RIGHT", right), ("BOTTOM", bottom))
    return [(f"{side}PADDING", *EVERYWHERE, points) for side, points in sides]

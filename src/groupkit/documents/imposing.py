"""Which pages lie on which side of the paper."""

from __future__ import annotations

from groupkit.domain.form import Layout

Side = tuple[int | None, ...]
"""Pages from left to right, counted from 0; None for a blank one."""


def sides(pages: int, layout: Layout, *, to_the_left: bool = False) -> list[Side]:
    """Return the sides in the order in which they are printed.

    A booklet is printed on both sides, turned over the short edge, and folded once. ``to_the_left``
    is for writing that runs from right to left: such a booklet opens the other way.
    """
    if layout is Layout.A4:
        return [(page,) for page in range(pages)]
    if layout is Layout.TWO_UP:
        return [(page, page) for page in range(pages)]
    full = -(-pages // 4) * 4
    numbered: list[int | None] = [page if page < pages else None for page in range(full)]
    found: list[Side] = []
    for sheet in range(full // 4):
        first, last = 2 * sheet, full - 1 - 2 * sheet
        found.append((numbered[last], numbered[first]))
        found.append((numbered[first + 1], numbered[last - 1]))
    return [side[::-1] for side in found] if to_the_left else found

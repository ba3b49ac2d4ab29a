"""The form in which a sheet is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Layout(StrEnum):
    """How the pages lie on the paper, which is A4 always.

    ``A4``: one page on each side. ``BOOKLET``: pages of A5, two on a side, in the order in which
    the pile is folded once; blank pages fill it up to a multiple of four. ``TWO_UP``: the same page
    of A5 twice on a side, to cut apart.
    """

    A4 = "a4"
    BOOKLET = "booklet"
    TWO_UP = "two_up"

    @property
    def is_small(self) -> bool:
        """True where a page is of A5."""
        return self is not Layout.A4


@dataclass(frozen=True)
class Form:
    """What a sheet looks like; the default is the plain one, in colour, on A4.

    ``discreet``: neutral words, and nothing of the house. ``large``: no letter under 16 points.
    ``black``: black ink on white paper, no grey and no tint.
    """

    discreet: bool = False
    large: bool = False
    black: bool = False
    layout: Layout = Layout.A4


PLAIN = Form()
DISCREET = Form(discreet=True)

"""Reports: what cannot leave the house, and layouts kept by name."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class OutsideIsWhole(Refusal):
    """What goes outside covers the whole house; one group or session would name women."""


@dataclass(frozen=True)
class OutsideTakesQuarters(Refusal):
    """Other days than quarters and years could be subtracted from each other."""


@dataclass(frozen=True)
class OutsideTakesYears(Refusal):
    """The year's figures of single quarters would be too small, and could be subtracted."""


@dataclass(frozen=True)
class LayoutNameTaken(Refusal):
    """Another layout is called so."""

    name: str


@dataclass(frozen=True)
class TooManyLayouts(Refusal):
    most: int


@dataclass(frozen=True)
class NothingToReport(Refusal):
    """There is no group or session to tell of."""


@dataclass(frozen=True)
class OutsideNotOver(Refusal):
    """What goes outside is made when its time is over, so that it is not made twice."""

    last: dt.date


@dataclass(frozen=True)
class GivenUp(Refusal):
    """Somebody stopped the work before it was done."""

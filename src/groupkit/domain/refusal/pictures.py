"""Files that are no picture for a sheet."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.refusal.base import Refusal


class PictureFault(StrEnum):
    """What is wrong with a file that should be a picture."""

    UNKNOWN_KIND = "unknown_kind"
    BROKEN = "broken"
    TOO_MANY_BYTES = "too_many_bytes"
    TOO_MANY_PIXELS = "too_many_pixels"
    MOVES = "moves"
    TOO_INTRICATE = "too_intricate"
    NOTHING_DRAWN = "nothing_drawn"


@dataclass(frozen=True)
class PictureTrouble(Refusal):
    """A file that is not taken in; ``most`` is the limit that it passed, 0 where there is none."""

    fault: PictureFault
    most: int = 0


@dataclass(frozen=True)
class TooManyPictures(Refusal):
    """The store keeps ``most`` pictures, and as many are there."""

    most: int


@dataclass(frozen=True)
class PicturesTooLarge(Refusal):
    """All pictures together would be larger than ``most`` bytes."""

    most: int


@dataclass(frozen=True)
class PictureNotChosen(Refusal):
    """A picture is to be put in, and none is chosen."""


@dataclass(frozen=True)
class PictureInUse(Refusal):
    """A picture that ``texts`` texts show, drafts among them, cannot be removed."""

    texts: int

"""The refusal of a picture, ready to be raised."""

from __future__ import annotations

from groupkit.domain.refusal import PictureFault, PictureTrouble, Refused


def trouble(fault: PictureFault, most: int = 0) -> Refused:
    return Refused(PictureTrouble(fault, most))

"""A picture on a sheet, as the store keeps it: already made safe and small."""

from __future__ import annotations

from dataclasses import dataclass

MOST_PIXELS = 2_000
"""Width and height; a larger picture is scaled down when it is taken in."""
MOST_PICTURE_BYTES = 4_000_000


@dataclass(frozen=True)
class Picture:
    """A picture under a name (a slug); ``kind`` is 'png', 'jpeg' or 'svg', sizes in pixels."""

    name: str
    kind: str
    width: int
    height: int
    data: bytes

"""The three sizes of an invented store, and exact sums shared out over many groups."""

from __future__ import annotations

from enum import StrEnum


class Size(StrEnum):
    """One running group; ten years of a house; a whole country."""

    SMALL = "small"
    SHELTER = "shelter"
    NATIONAL = "national"


class Share:
    """Shares a total out over a number of groups; what one cannot take, later ones make up for."""

    def __init__(self, total: int, groups: int) -> None:
        self._total = total
        self._groups = groups
        self._asked = 0
        self._given = 0

    def take(self, room: int) -> int:
        """Return how much the next group gets when it has ``room``."""
        self._asked += 1
        due = self._total * self._asked // self._groups - self._given
        share = max(0, min(room, due))
        self._given += share
        return share

"""When a woman has completed a course: the house's own rule, printed beside every such count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LeastShare(StrEnum):
    """The least part of the recorded sessions she was invited to at which she must have been."""

    HALF = "1/2"
    THREE_FIFTHS = "3/5"
    TWO_THIRDS = "2/3"
    THREE_QUARTERS = "3/4"
    FOUR_FIFTHS = "4/5"
    ALL = "1/1"

    @property
    def part(self) -> int:
        """The fraction's upper number."""
        return int(self.value.split("/")[0])

    @property
    def whole(self) -> int:
        """The fraction's lower number."""
        return int(self.value.split("/")[1])


@dataclass(frozen=True)
class CompletionRule:
    """She came often enough, and with ``to_the_end`` she was in the group at its last session."""

    least: LeastShare = LeastShare.TWO_THIRDS
    to_the_end: bool = True

    def met(self, came: int, recorded: int, *, stayed: bool) -> bool | None:
        """Return whether she completed; None when nothing is recorded of her.

        ``recorded`` are the sessions to which she was invited and that are recorded, ``came`` those
        of them at which she was, for some of the time at least.
        """
        if not recorded:
            return None
        often = came * self.least.whole >= recorded * self.least.part
        return often and (stayed or not self.to_the_end)

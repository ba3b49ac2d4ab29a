"""Texts whose notation does not come out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain.refusal.base import Refusal


class Fault(StrEnum):
    """What is wrong with a source."""

    BRACES_UNBALANCED = "braces_unbalanced"
    BLOCK_UNKNOWN = "block_unknown"
    BLOCK_MISUSED = "block_misused"
    BLOCK_NOT_BEGUN = "block_not_begun"
    BLOCK_NOT_ENDED = "block_not_ended"
    FENCE_TOO_LONG = "fence_too_long"
    PICTURE_UNKNOWN = "picture_unknown"


@dataclass(frozen=True)
class NotationTrouble(Refusal):
    """A source that cannot be set; ``line`` counts from 1."""

    fault: Fault
    line: int

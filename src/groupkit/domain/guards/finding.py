"""What a guard sees, and whom it looks for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class GuardKind(StrEnum):
    """What was seen; where two lie over each other the earlier one here counts."""

    CPR = "cpr"
    EMAIL = "email"
    PHONE = "phone"
    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True)
class Named:
    """A woman and what she is called: her alias, and other names where they are known."""

    participant_id: UUID
    names: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """Characters from ``start`` to before ``end`` of a text; whose name it is, for a name."""

    kind: GuardKind
    start: int
    end: int
    participant_id: UUID | None = None

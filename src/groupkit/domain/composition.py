"""Whether women fit together in a group, said without telling more than must be.

A tie between two women is kept once, whichever of them it was told of. The check names the kind of
concern and never the other woman: whoever seats a woman is not to learn of another one's abuser.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from groupkit.domain.refusal import Refused, TiedToHerself


class Bond(StrEnum):
    """What ties two women so that they should not sit in one group unasked."""

    SAME_ABUSER = "same_abuser"
    KIN = "kin"
    CONFLICT = "conflict"


class Concern(StrEnum):
    """What to think of before a seat is given."""

    SAME_ABUSER = "same_abuser"
    KIN = "kin"
    CONFLICT = "conflict"
    INTERPRETER = "interpreter"
    FULL = "full"


@dataclass(frozen=True)
class Tie:
    """Two women and what ties them; the order of the two says nothing."""

    id: UUID
    one: UUID
    other: UUID
    bond: Bond

    def __post_init__(self) -> None:
        if self.one == self.other:
            raise Refused(TiedToHerself())
        if str(self.one) > str(self.other):
            one, other = self.other, self.one
            object.__setattr__(self, "one", one)
            object.__setattr__(self, "other", other)

    def holds(self, participant_id: UUID) -> bool:
        """Return whether she is one of the two."""
        return participant_id in (self.one, self.other)


def concerns(
    participant_id: UUID,
    members: Iterable[UUID],
    ties: Iterable[Tie],
    *,
    needs_interpreter: bool,
    seats: int,
) -> tuple[Concern, ...]:
    """Return what speaks against a seat beside ``members``, each concern once, in order.

    ``seats`` is how many women the house lets into a group.
    """
    others = set(members) - {participant_id}
    found = {
        Concern(tie.bond.value)
        for tie in ties
        if tie.holds(participant_id) and {tie.one, tie.other} & others
    }
    if needs_interpreter:
        found.add(Concern.INTERPRETER)
    if len(others) >= seats:
        found.add(Concern.FULL)
    return tuple(concern for concern in Concern if concern in found)

"""How the house runs its aftercare: seats, how long a contact rule holds, what danger asks for."""

from __future__ import annotations

from dataclasses import dataclass

from groupkit.domain import text
from groupkit.domain.profile import ProfileField
from groupkit.domain.refusal import Field
from groupkit.domain.safe_contact import LEAST_DAYS, MOST_DAYS, USUAL_DAYS

USUAL_SEATS, LEAST_SEATS, MOST_SEATS = 8, 2, 30
"""Women in a group; 6-12 a year take part at the shelter that the program was made with."""
LONGEST_PROCEDURE = 4_000
MOST_OFFERS = 20


@dataclass(frozen=True)
class Practice:
    """The house's own habits.

    ``danger`` is what is done when a woman is in immediate danger. ``offers`` are the house's own
    beside the usual ones. ``hidden`` are the parts of a woman's page that it does without.
    """

    seats: int = USUAL_SEATS
    contact_days: int = USUAL_DAYS
    danger: str = ""
    gbvims: bool = False
    offers: tuple[str, ...] = ()
    hidden: frozenset[ProfileField] = frozenset()

    def __post_init__(self) -> None:
        seats = max(LEAST_SEATS, min(self.seats, MOST_SEATS))
        days = max(LEAST_DAYS, min(self.contact_days, MOST_DAYS))
        danger = text.prose(self.danger, Field.PROCEDURE, most=LONGEST_PROCEDURE)
        offers = dict.fromkeys(text.line(offer, Field.OFFER) for offer in self.offers)
        object.__setattr__(self, "seats", seats)
        object.__setattr__(self, "contact_days", days)
        object.__setattr__(self, "danger", danger)
        object.__setattr__(self, "offers", tuple(offers)[:MOST_OFFERS])

    def shows(self, part: ProfileField) -> bool:
        """Return whether the house uses a part of a woman's page."""
        return part not in self.hidden

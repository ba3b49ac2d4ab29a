"""What a woman agreed to, when, and when she took it back."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from groupkit.domain import text
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import Field, Refused, WithdrawnBeforeGiven

LONGEST_PURPOSE = 200


@dataclass(frozen=True)
class Consent:
    """She said yes to ``purpose`` on the day ``given``; ``withdrawn`` is None while it holds."""

    id: UUID
    participant_id: UUID
    purpose: str
    given: dt.date
    withdrawn: dt.date | None = None

    def __post_init__(self) -> None:
        purpose = text.line(self.purpose, Field.CONSENT, most=LONGEST_PURPOSE)
        object.__setattr__(self, "purpose", purpose)
        in_reach(self.given)
        if self.withdrawn is not None:
            in_reach(self.withdrawn)
            if self.withdrawn < self.given:
                raise Refused(WithdrawnBeforeGiven(self.given, self.withdrawn))

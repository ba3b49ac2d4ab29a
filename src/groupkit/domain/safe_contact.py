"""How a woman may be contacted: only as she said, and only while it is known to be so.

The number, or the address, is shown once the rule has been read. A rule that was confirmed too
long ago says: confirm it when you meet.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from groupkit.domain import text
from groupkit.domain.dates import in_reach
from groupkit.domain.refusal import Field

USUAL_DAYS, LEAST_DAYS, MOST_DAYS = 60, 7, 365
"""Days for which a rule counts as known, and what a house may make of them."""
LONGEST_WORDS = 400


class Channel(StrEnum):
    """The one way that she called safe."""

    UNKNOWN = "unknown"
    CALL = "call"
    MESSAGE = "message"
    EMAIL = "email"
    CONTACT_PERSON = "contact_person"
    NONE = "none"


class MayLeave(StrEnum):
    """Whether a message may be left."""

    NO = "no"
    YES = "yes"
    THESE_WORDS = "these_words"


@dataclass(frozen=True)
class SafeContact:
    """Her rule: the channel, the hours, what may be left, and who else might see it.

    ``reach`` is the number or address itself. ``confirmed`` is the day on which she last said that
    the rule holds, None for never.
    """

    channel: Channel = Channel.UNKNOWN
    reach: str = ""
    hours: str = ""
    may_leave: MayLeave = MayLeave.NO
    message: str = ""
    who_sees: str = ""
    confirmed: dt.date | None = None

    def __post_init__(self) -> None:
        for name in ("reach", "hours", "message", "who_sees"):
            kept = text.optional_line(getattr(self, name), Field.CONTACT, most=LONGEST_WORDS)
            object.__setattr__(self, name, kept)
        if self.may_leave is not MayLeave.THESE_WORDS:
            object.__setattr__(self, "message", "")
        if self.confirmed is not None:
            in_reach(self.confirmed)

    @property
    def is_known(self) -> bool:
        """Whether there is a rule at all."""
        return self.channel is not Channel.UNKNOWN

    def is_old(self, today: dt.date, days: int = USUAL_DAYS) -> bool:
        """Return whether it was confirmed more than ``days`` ago, or never."""
        return self.confirmed is None or (today - self.confirmed).days > days

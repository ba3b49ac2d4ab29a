"""What may no longer be kept: looked at once a month, and taken away kind by kind."""

from groupkit.usecases.keeping.due import Due, dry_run
from groupkit.usecases.keeping.going import carry_out
from groupkit.usecases.keeping.looking import (
    Keeping,
    Over,
    change_periods,
    look,
    put_off,
    women_to_look_at,
)

__all__ = [
    "Due",
    "Keeping",
    "Over",
    "carry_out",
    "change_periods",
    "dry_run",
    "look",
    "put_off",
    "women_to_look_at",
]

"""Follow-ups: opened from anywhere, seen by due day, put off, handed on, closed, with history."""

from groupkit.usecases.following_up.absence import (
    absence_corrected,
    absence_opened,
)
from groupkit.usecases.following_up.acting import (
    change_words,
    close,
    close_with_need,
    give,
    not_reached,
    open_follow_up,
    put_back,
    put_off,
    remove_follow_up,
    reopen,
)
from groupkit.usecases.following_up.seeing import (
    Told,
    Waiting,
    of_participant,
    still_open,
    told_of,
    waiting,
)

__all__ = [
    "Told",
    "Waiting",
    "absence_corrected",
    "absence_opened",
    "change_words",
    "close",
    "close_with_need",
    "give",
    "not_reached",
    "of_participant",
    "open_follow_up",
    "put_back",
    "put_off",
    "remove_follow_up",
    "reopen",
    "still_open",
    "told_of",
    "waiting",
]

"""Participants and their records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from groupkit.domain.refusal.base import Refusal


@dataclass(frozen=True)
class NumberTaken(Refusal):
    number: str


@dataclass(frozen=True)
class AliasTaken(Refusal):
    alias: str


@dataclass(frozen=True)
class LeftBeforeJoining(Refusal):
    joined: dt.date
    left: dt.date


@dataclass(frozen=True)
class LeftBeforeLastMark(Refusal):
    """A leaving date would cut off sessions at which she is already recorded."""

    left: dt.date
    last_mark: dt.date


@dataclass(frozen=True)
class JoinedAfterFirstMark(Refusal):
    """A joining date would cut off sessions at which she is already recorded."""

    joined: dt.date
    first_mark: dt.date


@dataclass(frozen=True)
class AlreadyRecorded(Refusal):
    """A joining cannot be taken back: she has a mark or a note at the session on ``day``."""

    day: dt.date


@dataclass(frozen=True)
class NotAMember(Refusal):
    """A mark for a session at which she was not in the group."""

    day: dt.date

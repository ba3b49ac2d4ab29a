"""What damage to a store reaches."""

from __future__ import annotations

from enum import StrEnum


class Area(StrEnum):
    """A part of the store as a person would name it."""

    KEYS = "keys"
    GROUPS = "groups"
    AGENDAS = "agendas"
    PARTICIPANTS = "participants"
    ATTENDANCE = "attendance"
    NOTES = "notes"
    HOUSE = "house"
    USERS = "users"
    LOG = "log"

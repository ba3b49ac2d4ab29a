"""What every refusal is, and how it travels."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a refused text was meant for."""

    HOUSE = "house"
    GROUP = "group"
    PLACE = "place"
    FACILITATOR = "facilitator"
    ALIAS = "alias"
    NUMBER = "number"
    ITEM = "item"
    NOTE = "note"
    REASON = "reason"
    HELP_LINE = "help_line"
    USER = "user"
    CLOSED_PERIOD = "closed_period"
    WHY = "why"
    PROGRAMME = "programme"
    TEMPLATE = "template"
    MATERIALS = "materials"
    ROOM = "room"
    SHEET = "sheet"
    TOPIC = "topic"
    CALENDAR_TITLE = "calendar_title"
    CONTACT_PERSON = "contact_person"
    CONSIDERATION = "consideration"
    OFFER = "offer"
    CONTACT = "contact"
    LANGUAGE = "language"
    NEED = "need"
    CONSENT = "consent"
    INCIDENT = "incident"
    SAFETY = "safety"
    FOLLOW_UP = "follow_up"
    PROCEDURE = "procedure"
    LAYOUT = "layout"
    PICTURE = "picture"


class Refusal:
    """Base of all refusals; each is a frozen dataclass with the facts of the case."""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """Raised when a rule says no; carries the :class:`Refusal`."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(type(refusal).__name__)
        self.refusal = refusal

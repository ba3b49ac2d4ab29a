"""What the team knows of one woman."""

from groupkit.ui.pages.participant.page import ParticipantPage

__all__ = ["ParticipantPage"]

"""What is kept of a woman, kind by kind."""

from __future__ import annotations

from groupkit.domain.retention import Kept
from groupkit.language.language import Language


def kept_word(kind: Kept, language: Language) -> str:
    """Return what a kind is called where its months are chosen."""
    pick = language.pick
    words = {
        Kept.NOTES: pick("what is kept", "Notes on her, and reasons of absence"),
        Kept.INCIDENTS: pick("what is kept", "Incidents and safety answers in words"),
        Kept.FOLLOW_UPS: pick("what is kept", "Follow-ups"),
        Kept.NOMINATIONS: pick("what is kept", "Words of nominations"),
        Kept.PERSON: pick("what is kept", "Who she is, and how she is reached"),
    }
    return words[kind]


def kept_words(kinds: tuple[Kept, ...], language: Language) -> str:
    """Return kinds as one line; when she herself goes, everything does."""
    if Kept.PERSON in kinds:
        return language.pick("what is kept", "All of it, and who she is")
    return " · ".join(kept_word(kind, language) for kind in kinds)

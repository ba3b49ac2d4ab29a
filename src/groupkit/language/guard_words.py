"""What a guard says of what it saw: one short sentence, and why it matters."""

from __future__ import annotations

from groupkit.domain.guards import GuardKind
from groupkit.language.language import Language


def guard_sentence(kind: GuardKind, seen: str, language: Language, *, own_note: bool) -> str:
    """Return the sentence about ``seen``; a name stands wrong in each kind of note."""
    say = language.say
    if kind is GuardKind.NAME and own_note:
        return say("'{seen}' is another woman. This note is about one alone.", seen=seen)
    sentences = {
        GuardKind.NAME: say(
            "'{seen}' is named. What concerns one woman stands on her own page.", seen=seen
        ),
        GuardKind.CPR: say("'{seen}' looks like a CPR number. It does not belong here.", seen=seen),
        GuardKind.PHONE: say(
            "'{seen}' looks like a telephone number. Hers belongs in safe contact.", seen=seen
        ),
        GuardKind.EMAIL: say(
            "'{seen}' looks like an e-mail address. Hers belongs in safe contact.", seen=seen
        ),
        GuardKind.ADDRESS: say(
            "'{seen}' looks like an address. Nobody needs to know it here.", seen=seen
        ),
    }
    return sentences[kind]

"""What a note should not hold: another's name, a number, an address. Warnings, never walls."""

from __future__ import annotations

from groupkit.domain.guards.finding import Finding, GuardKind, Named
from groupkit.domain.guards.sentences import sentence_around, without
from groupkit.domain.guards.watching import watch

__all__ = ["Finding", "GuardKind", "Named", "sentence_around", "watch", "without"]

"""All guards over one text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from groupkit.domain.guards.finding import Finding, GuardKind, Named
from groupkit.domain.guards.names import names_in
from groupkit.domain.guards.numbers import numbers_in

_RANK = {kind: rank for rank, kind in enumerate(GuardKind)}


def watch(text: str, people: Sequence[Named] = ()) -> tuple[Finding, ...]:
    """Return what is to be warned of in ``text``, in order, none over another.

    ``people`` are those whose names should not stand here. A text that is not composed (NFC) is
    looked at as it is; what is typed always is.
    """
    if not unicodedata.is_normalized("NFC", text):
        people = tuple(
            Named(each.participant_id, (*each.names, *map(_taken_apart, each.names)))
            for each in people
        )
    found = [*numbers_in(text), *names_in(text, people)]
    found.sort(key=lambda each: (_RANK[each.kind], each.start, each.start - each.end))
    kept: list[Finding] = []
    taken = bytearray(len(text))
    for each in found:
        if not any(taken[each.start : each.end]):
            taken[each.start : each.end] = b"\x01" * (each.end - each.start)
            kept.append(each)
    return tuple(sorted(kept, key=lambda each: each.start))


def _taken_apart(name: str) -> str:
    return unicodedata.normalize("NFD", name)

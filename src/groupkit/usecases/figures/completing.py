"""Who completed a course, by the house's rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from uuid import UUID

from groupkit.domain.attendance import Status
from groupkit.domain.reporting.completion import CompletionRule
from groupkit.usecases.figures.raw import Raw
from groupkit.usecases.ports.figure_rows import Stay


def completed(raw: Raw, rule: CompletionRule) -> Mapping[Stay, bool | None]:
    """Return for each woman of a group that had its last session whether she completed.

    A woman who came back counts once, by her latest stay and all that is recorded of her there.
    None: nothing is recorded of her.
    """
    found: dict[Stay, bool | None] = {}
    for group in raw.groups:
        last = raw.last_day(group.id)
        if last is None or last > raw.today:
            continue
        came, recorded = _counts(raw, group.id)
        latest: dict[UUID, Stay] = {}
        for stay in sorted(raw.stays.get(group.id, ()), key=lambda one: one.joined):
            latest[stay.woman] = stay
        for woman, stay in latest.items():
            stayed = stay.ends is None or stay.ends >= last
            found[stay] = rule.met(came[woman], recorded[woman], stayed=stayed)
    return found


def _counts(raw: Raw, group_id: UUID) -> tuple[Counter[UUID], Counter[UUID]]:
    came: Counter[UUID] = Counter()
    recorded: Counter[UUID] = Counter()
    for session in raw.going(group_id):
        if session.day > raw.today:
            continue
        for place in raw.places(session):
            if place.status is None or place.status is Status.NOT_INVITED:
                continue
            recorded[place.woman] += 1
            came[place.woman] += place.status.came
    return came, recorded

"""Who was erased, kept beside the store so that an older backup cannot bring anybody back.

The list holds random ids and days, and nothing else: it tells nobody anything, and nobody who has
not seen the store can add a woman to it. It lies outside the database because it must outlive it.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.roles import Part
from groupkit.store.files import put_in_place
from groupkit.wiring.hold import Hold
from groupkit.wiring.places import ERASED


@dataclass(frozen=True)
class ErasedList:
    """Women and the day of each; ``owed`` says that backups may still hold them."""

    women: Mapping[UUID, dt.date] = field(default_factory=dict)
    owed: bool = False


def read_list(folder: Path) -> ErasedList:
    """Return the list beside the store; one that cannot be read is empty."""
    try:
        kept = json.loads((folder / ERASED).read_text(encoding="ascii"))
        women = {UUID(name): dt.date.fromisoformat(day) for name, day in kept["women"].items()}
        return ErasedList(women, bool(kept["owed"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ErasedList()


def write_list(folder: Path, wanted: ErasedList) -> None:
    """Keep the list in one step.

    Raises:
        OSError: what the disk says.
    """
    women = {str(name): day.isoformat() for name, day in sorted(wanted.women.items(), key=str)}
    part = folder / f".{ERASED}.part"
    with part.open("w", encoding="ascii") as target:
        json.dump({"women": women, "owed": wanted.owed}, target)
        target.flush()
        os.fsync(target.fileno())
    put_in_place(part, folder / ERASED)


def erase_again(hold: Hold) -> ErasedList:
    """Erase in the open store whom the list names, and return the list with whom the store names.

    Only with the keys that erasing takes; without them it waits for who has them.
    """
    listed = read_list(hold.folder)
    if not (hold.ring.may(Part.PEOPLE) and hold.ring.may(Part.NOTES)):
        return listed
    with hold.store.work() as work:
        known = work.erasures.days()
        owed = {
            her: day
            for her, day in listed.women.items()
            if her not in known and work.members.participant(her) is not None
        }
        for her, day in owed.items():
            work.erasures.erase(her, day)
            work.log.note(Deed.ERASED, Subject.PARTICIPANT, her)
        if owed:
            work.commit()
    whole = ErasedList({**listed.women, **known}, listed.owed)
    if whole != listed:
        write_list(hold.folder, whole)
    return whole

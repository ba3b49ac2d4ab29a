"""Who was erased, kept beside the store so that an older backup cannot bring anybody back.

It lies outside the database because it must outlive it: random ids and days, sealed by the key to
the notes, so that only who may erase can have written it. A list that nobody vouches for erases
nobody by itself; whom it names waits for somebody's word.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from groupkit.crypto.keyring import KeyRing
from groupkit.crypto.regular_file import NotRegularError, open_regular
from groupkit.crypto.seal import list_seal, list_seal_holds
from groupkit.domain.change_log import Deed, Subject
from groupkit.domain.roles import Part
from groupkit.store.files import part_of, put_in_place, remove_leftovers
from groupkit.usecases.ports import UnitOfWork
from groupkit.wiring.hold import Hold
from groupkit.wiring.places import ERASED

MOST_BYTES = 16_000_000
"""A list of a hundred thousand women is shorter."""

_UNREADABLE = (
    *(NotRegularError, OSError, RecursionError),
    *(ValueError, LookupError, TypeError, AttributeError),
)
"""What reading something else than a list may raise."""

Days = Mapping[UUID, dt.date]


@dataclass(frozen=True)
class ErasedList:
    """Women and the day of each; ``owed`` says that backups may still hold them.

    ``doubted`` are women in the store whom a list named that nobody vouched for.
    """

    women: Days = field(default_factory=dict)
    owed: bool = False
    doubted: Days = field(default_factory=dict)
    vouched: bool = True

    def with_erased(self, women: Days) -> ErasedList:
        """Return the list with ``women`` erased, whom nobody doubts any more."""
        doubted = {her: day for her, day in self.doubted.items() if her not in women}
        return replace(self, women={**self.women, **women}, doubted=doubted)


def may_erase(ring: KeyRing) -> bool:
    """Return whether the keys that erasing takes are here."""
    return ring.may(Part.PEOPLE) and ring.may(Part.NOTES)


def read_list(folder: Path, ring: KeyRing) -> ErasedList:
    """Return the list beside the store, vouched for or not; one that cannot be read is empty."""
    try:
        with open_regular(folder / ERASED) as file:
            kept = json.loads(file.read(MOST_BYTES))
        found = _from_plain(kept["list"])
        sealed = [bytes.fromhex(seal) for seal in kept["seals"]]
    except FileNotFoundError:
        return ErasedList()
    except _UNREADABLE:
        return ErasedList(vouched=False)
    payload, key = _payload(found), ring.notes_key
    holds = key is not None and any(list_seal_holds(key, seal, payload) for seal in sealed)
    return replace(found, vouched=holds)


def write_list(folder: Path, wanted: ErasedList, *rings: KeyRing) -> None:
    """Keep the list in one step, sealed for whom of ``rings`` has the key to the notes.

    Raises:
        OSError: what the disk says.
    """
    payload = _payload(wanted)
    keys = [ring.notes_key for ring in rings if ring.notes_key is not None]
    seals = [list_seal(key, payload).hex() for key in keys]
    remove_leftovers(folder / ERASED)
    with part_of(folder / ERASED) as part:
        with part.open("w", encoding="ascii") as target:
            json.dump({"list": _plain(wanted), "seals": seals}, target)
            target.flush()
            os.fsync(target.fileno())
        put_in_place(part, folder / ERASED)


def agreed(hold: Hold) -> ErasedList:
    """Return what the list and the open store say together; needs the keys that erasing takes.

    ``owed`` is set wherever the two differ, as after a crash: whatever came in between may have
    kept the backups as they were, too.
    """
    with hold.store.work() as work:
        return _agreed(read_list(hold.folder, hold.ring), work)


def erase_again(hold: Hold) -> ErasedList:
    """Erase in the open store whom the list names; return and keep what both then say.

    Needs the keys that erasing takes.

    Raises:
        Refused, OSError: what the disk says.
    """
    with hold.store.work() as work:
        listed = _agreed(read_list(hold.folder, hold.ring), work)
        here = _alive(listed.women, work)
        for her, day in here.items():
            work.erasures.erase(her, day)
            work.log.note(Deed.ERASED, Subject.PARTICIPANT, her)
        if here:
            work.commit()
    if listed != read_list(hold.folder, hold.ring):
        write_list(hold.folder, listed, hold.ring)
    return listed


def _agreed(listed: ErasedList, work: UnitOfWork) -> ErasedList:
    known, alive = work.erasures.days(), _alive({**listed.women, **listed.doubted}, work)
    doubted = {her: day for her, day in listed.doubted.items() if her in alive}
    if not listed.vouched:
        doubted = dict(alive)
    women = {her: day for her, day in {**listed.women, **known}.items() if her not in doubted}
    differs = alive.keys() - doubted.keys() or women.keys() - listed.women.keys()
    return ErasedList(women, listed.owed or not listed.vouched or bool(differs), doubted)


def _alive(women: Days, work: UnitOfWork) -> Days:
    """Return those of ``women`` who stand in the store and are not erased there."""
    found = {her: work.members.participant(her) for her in women}
    return {her: women[her] for her, known in found.items() if known and not known.erased}


def _payload(wanted: ErasedList) -> bytes:
    return json.dumps(_plain(wanted), sort_keys=True, separators=(",", ":")).encode("ascii")


def _plain(wanted: ErasedList) -> dict[str, Any]:
    def days(women: Days) -> dict[str, str]:
        return {str(her): day.isoformat() for her, day in sorted(women.items(), key=str)}

    return {
        "women": days(wanted.women),
        "doubted": days(wanted.doubted),
        "owed": wanted.owed,
    }


def _from_plain(plain: Mapping[str, Any]) -> ErasedList:
    def days(name: str) -> Days:
        return {UUID(her): dt.date.fromisoformat(day) for her, day in plain[name].items()}

    return ErasedList(days("women"), bool(plain["owed"]), days("doubted"))

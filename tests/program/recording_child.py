"""The process that is killed: records one thing after another and says so after each commit.

Started once, it imports what it needs and then forks a recorder for each line it reads, because
importing takes longer than recording. Its own words, a line each: ``recorder PID``, a number for
every record that is committed, ``gone`` when the recorder was killed.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from groupkit.crypto.identity import Identity, owner_public
from groupkit.crypto.keyring import KeyRing
from groupkit.domain.attendance import Mark, Status
from groupkit.domain.roles import ALL_RIGHTS
from groupkit.store.opening import open_store
from groupkit.store.unit_of_work import Work

SESSIONS = tuple(UUID(int=100 + number) for number in range(4))
WOMEN = tuple(UUID(int=200 + number) for number in range(5))
STATUSES = tuple(Status)


@dataclass(frozen=True)
class Record:
    """The record number so-and-so: what is written, and where."""

    kind: str
    session_id: UUID
    participant_id: UUID
    value: str

    @property
    def place(self) -> tuple[str, UUID, UUID]:
        """What a later record of the same place replaces."""
        return self.kind, self.session_id, self.participant_id


def record(number: int) -> Record:
    """Return record ``number``; the same number gives the same record."""
    kind = ("mark", "note", "draft")[number % 3]
    long_text = f"{number} " + "æ" * (number * 37 % 2_500)
    value = STATUSES[number // 3 % len(STATUSES)].value if kind == "mark" else long_text
    return Record(kind, SESSIONS[number % 4], WOMEN[number % 5], value)


def write(work: Work, wanted: Record) -> None:
    """Write ``wanted`` and commit."""
    session, woman = wanted.session_id, wanted.participant_id
    if wanted.kind == "mark":
        work.attendance.put_all([Mark(session, woman, Status(wanted.value))])
    elif wanted.kind == "note":
        work.notes.put_of_women(session, {woman: wanted.value})
    else:
        work.drafts.put(f"{session}/{woman}", {"text": wanted.value})
    work.commit()


def keys_of(raw: bytearray) -> KeyRing:
    """Return the keys handed over as 192 bytes: the store's, the owners', the person and her id."""
    return KeyRing(
        store_id=UUID(int=0),
        epoch=1,
        store_key=raw[:32],
        store_salt=raw[32:48],
        people_key=raw[48:80],
        notes_key=raw[80:112],
        owner_key=raw[112:144],
        owners=owner_public(raw[112:144]),
        user_id=UUID(bytes=bytes(raw[176:192])),
        rights=ALL_RIGHTS,
        identity=Identity(raw[144:176]),
    )


def record_until_killed(path: Path, keys: KeyRing, number: int) -> None:
    """Record number after number without end."""
    store = open_store(path, keys)
    while True:
        with store.work() as work:
            write(work, record(number))
        _say(str(number))
        number += 1


def _say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


def main() -> None:
    """Fork a recorder, starting with the number on each line that comes in."""
    keys = keys_of(bytearray(sys.stdin.buffer.read(192)))
    for line in iter(sys.stdin.buffer.readline, b""):
        recorder = os.fork()
        if not recorder:
            try:
                record_until_killed(Path(sys.argv[1]), keys, int(line))
            finally:
                os._exit(1)
        _say(f"recorder {recorder}")
        _, status = os.waitpid(recorder, 0)
        _say("gone" if os.WIFSIGNALED(status) else "failed")


if __name__ == "__main__":
    main()
